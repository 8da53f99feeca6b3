// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Assessment} from "../types/Assessment.sol";
import {EachQuote} from "../types/EachQuote.sol";
import {OrderQuote} from "../types/OrderQuote.sol";

/// @title OracleAnswer
/// @notice The oracle's end of what `OracleCall` reads: ends the call with an answer, word for word what the compiler's own encoding
/// says, for a fraction of its gas. A struct of words lies in memory as it does in an answer, and is copied whole.
/// @dev Every struct inside another is a pointer in memory and its words in the answer; arrays of structs come behind, each with its
/// length. Written behind all memory in use, which nothing reads any more.
library OracleAnswer {
  /// @notice 47 words: five of the market and value; Greeks; lock; capital; E_low to claim; three moves, locks and intervals.
  function reply(Assessment memory assessment) internal pure {
    assembly ("memory-safe") {
      let start := mload(0x40)
      mcopy(start, assessment, 0xa0)
      mcopy(add(start, 0xa0), mload(add(assessment, 0xa0)), 0xa0)
      mstore(add(start, 0x140), mload(add(assessment, 0xc0)))
      mcopy(add(start, 0x160), mload(add(assessment, 0xe0)), 0x120)
      mcopy(add(start, 0x280), add(assessment, 0x100), 0x100)
      let sums := mload(add(assessment, 0x200))
      mcopy(add(start, 0x380), sums, 0x60)
      mcopy(add(start, 0x3e0), mload(add(sums, 0x60)), 0x100)
      mcopy(add(start, 0x4e0), mload(add(sums, 0x80)), 0x100)
      return(start, 0x5e0)
    }
  }

  /// @notice Where the quote begins; premium to claim; capital; where the legs begin; the legs.
  function reply(OrderQuote memory quote) internal pure {
    assembly ("memory-safe") {
      let start := mload(0x40)
      mstore(start, 0x20)
      mcopy(add(start, 0x20), quote, 0x180)
      mcopy(add(start, 0x1a0), mload(add(quote, 0x180)), 0x120)
      mstore(add(start, 0x2c0), 0x2c0)
      let leg := mload(add(quote, 0x1a0))
      let count := mload(leg)
      let end := add(start, 0x2e0)
      mstore(end, count)
      end := add(end, 0x20)
      for {} count {
        count := sub(count, 1)
      } {
        leg := add(leg, 0x20)
        let quoted := mload(leg)
        // Amount to delta; Greeks.
        mcopy(end, quoted, 0xe0)
        mcopy(add(end, 0xe0), mload(add(quoted, 0xe0)), 0xa0)
        end := add(end, 0x180)
      }
      return(start, sub(end, start))
    }
  }

  /// @notice Where the quote begins; spot to claim; where the three lists begin; series, premiums and fees.
  function reply(EachQuote memory quote) internal pure {
    assembly ("memory-safe") {
      let start := mload(0x40)
      mstore(start, 0x20)
      let head := add(start, 0x20)
      mcopy(head, quote, 0xa0)
      let end := add(head, 0x100)
      mstore(add(head, 0xa0), 0x100)
      let series := mload(add(quote, 0xa0))
      let count := mload(series)
      mstore(end, count)
      end := add(end, 0x20)
      for {} count {
        count := sub(count, 1)
      } {
        series := add(series, 0x20)
        let price := mload(series)
        // Fair value to delta; Greeks.
        mcopy(end, price, 0x80)
        mcopy(add(end, 0x80), mload(add(price, 0x80)), 0xa0)
        end := add(end, 0x120)
      }
      let list := mload(add(quote, 0xc0))
      let size := shl(5, add(mload(list), 1))
      mstore(add(head, 0xc0), sub(end, head))
      mcopy(end, list, size)
      end := add(end, size)
      list := mload(add(quote, 0xe0))
      mstore(add(head, 0xe0), sub(end, head))
      mcopy(end, list, size)
      return(start, sub(add(end, size), start))
    }
  }
}
