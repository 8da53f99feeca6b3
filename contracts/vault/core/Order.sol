// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Leg} from "../../types/Leg.sol";
import {OrderQuote} from "../../types/OrderQuote.sol";
import {Position} from "./BookStorage.sol";
import {Ledger} from "./Ledger.sol";

/// @notice An order as it goes through.
struct Order {
  Leg[] legs;
  Position[] positions;
  Ledger ledger;
  OrderQuote quote;
  /// Bit i: leg i closes what an account holds (see `IVaultClearing.clear`). None of a trader's does.
  uint256 closing;
  /// What redeem requests claim, share units, and the epoch they were made in.
  uint256 claimShares;
  uint256 claimEpoch;
  /// Of the whole book, WAD collateral.
  uint256 lockBefore;
  uint256 lockAfter;
  /// The book's headers before the order, and after it.
  uint256 expiriesBefore;
  uint256 expiriesAfter;
  /// Token units, see `OrderQuote.premium`.
  int256 premium;
  /// What of the fees is the protocol's, token units.
  uint256 protocolFee;
}

/// @title Orders
/// @notice Memory for an order, in one stretch that is zeroed at once, as `premium/Blank.sol` does it and for the same reason: a
/// thousand gas a trade.
/// @dev Sizes and places of members are Solidity's: a word for each, a pointer where it is a struct or an array.
/// `test/unit/vault/Orders.t.sol` holds each member to its place.
library Orders {
  /// @notice An order of these legs, with everything else in it empty, and a position a leg. An array of one, since a function that
  /// returns a struct makes another one first.
  function blank(Leg[] memory legs) internal pure returns (Order[] memory box) {
    // Box 2 | order 13 | ledger 16 | quote 14 | capital 9 | positions: length, a pointer each, 7 each
    assembly ("memory-safe") {
      box := mload(0x40)
      let order := add(box, 0x40)
      let positions := add(box, 0x6c0)
      let count := mload(legs)
      let pointer := add(positions, 0x20)
      let position := add(pointer, shl(5, count))
      let end := add(position, mul(count, 0xe0))
      mstore(0x40, end)
      calldatacopy(box, calldatasize(), sub(end, box))
      mstore(box, 1)
      mstore(add(box, 0x20), order)
      mstore(order, legs)
      mstore(add(order, 0x20), positions)
      mstore(add(order, 0x40), add(box, 0x1e0))
      mstore(add(order, 0x60), add(box, 0x3e0))
      // Of the quote: its capital, and no legs.
      mstore(add(box, 0x560), add(box, 0x5a0))
      mstore(add(box, 0x580), 0x60)
      mstore(positions, count)
      for {} lt(position, end) {
        position := add(position, 0xe0)
      } {
        mstore(pointer, position)
        pointer := add(pointer, 0x20)
      }
    }
  }

  /// @notice Legs as they came: three words each, of which every one is a value of its type.
  function copied(Leg[] calldata legs) internal pure returns (Leg[] memory list) {
    assembly ("memory-safe") {
      list := mload(0x40)
      mstore(list, legs.length)
      let pointer := add(list, 0x20)
      let leg := add(pointer, shl(5, legs.length))
      let size := mul(legs.length, 0x60)
      calldatacopy(leg, legs.offset, size)
      let end := add(leg, size)
      mstore(0x40, end)
      for {} lt(leg, end) {
        leg := add(leg, 0x60)
      } {
        mstore(pointer, leg)
        pointer := add(pointer, 0x20)
      }
    }
  }
}
