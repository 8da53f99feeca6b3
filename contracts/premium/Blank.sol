// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Capital} from "../types/Capital.sol";
import {SeriesPrice} from "../types/EachQuote.sol";
import {LegQuote} from "../types/LegQuote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {Cursor, WatchedSeries} from "./BookPass.sol";
import {Market} from "./Market.sol";
import {OrderContext} from "./OrderPricing.sol";

/// @title Blank
/// @notice Structs of this stage with zeros in them and in the structs inside them, each in one stretch of memory. Solidity's own
/// zero values take some 25 gas a word, also where a pointer to them is replaced at once: 5,000 of a purchase.
/// @dev A function that returns a struct makes a zero value of it first; one that returns an array does not. So a struct comes as
/// an array of one. Every stretch is zeroed, by a copy from behind the call data, whatever its memory held.
/// Sizes and places of members are Solidity's: a word for each, a pointer where it is a struct or an array.
/// `test/unit/premium/Blank.t.sol` holds each member to its place.
library Blank {
  /// @notice An order with its market and assessment, and with the vault's capital and parameters as they came; without legs.
  function order(
    Capital calldata capital,
    RiskParams calldata params
  ) internal pure returns (OrderContext[] memory box) {
    // Box 2 | order 6 | market 14 | assessment 17 | Greeks 5 | sums 5 | locked 8 | interval 8 | capital 9 | parameters 11
    assembly ("memory-safe") {
      box := mload(0x40)
      mstore(0x40, add(box, 0xaa0))
      calldatacopy(box, calldatasize(), 0x820)
      mstore(box, 1)
      let made := add(box, 0x40)
      mstore(add(box, 0x20), made)
      mstore(made, add(box, 0x100))
      mstore(add(made, 0x20), add(box, 0x940))
      let book := add(box, 0x2c0)
      mstore(add(made, 0x40), book)
      mstore(add(book, 0xa0), add(box, 0x4e0))
      mstore(add(book, 0xe0), add(box, 0x820))
      let sums := add(box, 0x580)
      mstore(add(book, 0x200), sums)
      mstore(add(sums, 0x60), add(box, 0x620))
      mstore(add(sums, 0x80), add(box, 0x720))
      calldatacopy(add(box, 0x820), capital, 0x120)
      calldatacopy(add(box, 0x940), params, 0x160)
    }
  }

  /// @notice A market.
  function market() internal pure returns (Market[] memory box) {
    uint256 made = _boxed(14);
    assembly ("memory-safe") {
      box := made
    }
  }

  /// @notice Capital as it came.
  function copy(Capital calldata capital) internal pure returns (Capital[] memory box) {
    uint256 made = _boxed(9);
    assembly ("memory-safe") {
      box := made
      calldatacopy(add(box, 0x40), capital, 0x120)
    }
  }

  /// @notice Parameters as they came.
  function copy(RiskParams calldata params) internal pure returns (RiskParams[] memory box) {
    uint256 made = _boxed(11);
    assembly ("memory-safe") {
      box := made
      calldatacopy(add(box, 0x40), params, 0x160)
    }
  }

  /// @notice A cursor with its chain, terms and Greeks.
  function cursor() internal pure returns (Cursor[] memory box) {
    // Box 2 | cursor 10 | chain 4 | smile 3 | near 5 | far 5 | totals 6 | terms 7 | held 5
    uint256 made = _boxed(45);
    assembly ("memory-safe") {
      box := made
      let chain := add(box, 0x180)
      mstore(add(box, 0x40), chain)
      mstore(add(box, 0x60), add(box, 0x460))
      mstore(add(box, 0x120), add(box, 0x540))
      let smile := add(box, 0x200)
      mstore(add(chain, 0x40), smile)
      mstore(add(chain, 0x60), add(box, 0x3a0))
      mstore(smile, add(box, 0x260))
      mstore(add(smile, 0x20), add(box, 0x300))
    }
  }

  /// @notice Legs, each with its terms and totals.
  function legs(uint256 count) internal pure returns (WatchedSeries[] memory list) {
    // Leg 17 | terms 7 | totals 6
    (uint256 made, uint256 place) = _list(count, 30);
    assembly ("memory-safe") {
      list := made
      for {
        let end := place
        let pointer := add(made, 0x20)
      } lt(pointer, end) {
        pointer := add(pointer, 0x20)
      } {
        mstore(pointer, place)
        // Where the array of no length is.
        mstore(add(place, 0xa0), 0x60)
        mstore(add(place, 0xc0), add(place, 0x220))
        mstore(add(place, 0xe0), add(place, 0x300))
        place := add(place, 0x3c0)
      }
    }
  }

  /// @notice Quotes of legs, each with its Greeks.
  function quotes(uint256 count) internal pure returns (LegQuote[] memory list) {
    uint256 made = _listWithGreeks(count, 8);
    assembly ("memory-safe") {
      list := made
    }
  }

  /// @notice Prices of series, each with its Greeks.
  function prices(uint256 count) internal pure returns (SeriesPrice[] memory list) {
    uint256 made = _listWithGreeks(count, 5);
    assembly ("memory-safe") {
      list := made
    }
  }

  /// @notice `count` structs of `words` members, the last of which are Greeks of their own.
  function _listWithGreeks(uint256 count, uint256 words) private pure returns (uint256 list) {
    uint256 place;
    (list, place) = _list(count, words + 5);
    assembly ("memory-safe") {
      let size := shl(5, words)
      for {
        let end := place
        let pointer := add(list, 0x20)
      } lt(pointer, end) {
        pointer := add(pointer, 0x20)
      } {
        mstore(pointer, place)
        place := add(place, size)
        mstore(sub(place, 0x20), place)
        place := add(place, 0xa0)
      }
    }
  }

  /// @notice An array of one pointer, and `words` of zeros that it points to.
  function _boxed(uint256 words) private pure returns (uint256 box) {
    assembly ("memory-safe") {
      box := mload(0x40)
      let made := add(box, 0x40)
      let size := shl(5, words)
      mstore(0x40, add(made, size))
      mstore(box, 1)
      mstore(add(box, 0x20), made)
      calldatacopy(made, calldatasize(), size)
    }
  }

  /// @notice An array with room for `count` pointers, and behind it `words` of zeros for each.
  /// @param count at most some hundreds
  /// @return list the array
  /// @return place where the zeros begin
  function _list(uint256 count, uint256 words) private pure returns (uint256 list, uint256 place) {
    assembly ("memory-safe") {
      list := mload(0x40)
      place := add(add(list, 0x20), shl(5, count))
      let size := shl(5, mul(count, words))
      mstore(0x40, add(place, size))
      mstore(list, count)
      calldatacopy(place, calldatasize(), size)
    }
  }
}
