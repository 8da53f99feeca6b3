// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IQuoter} from "../interfaces/IQuoter.sol";

/// @title ChainAnswer
/// @notice Ends a call with a chain, word for word what the compiler's own encoding says, for a fraction of its gas: lists of words are
/// copied whole.
library ChainAnswer {
  /// @dev In words: where the chain begins | spot | status | where each of seven lists begins | the lists, each behind its length.
  function reply(IQuoter.Chain memory chain) internal pure {
    assembly ("memory-safe") {
      let start := mload(0x40)
      mstore(start, 0x20)
      let head := add(start, 0x20)
      mcopy(head, chain, 0x40)
      let end := add(head, 0x120)
      for {
        let member := 0x40
      } lt(member, 0x120) {
        member := add(member, 0x20)
      } {
        mstore(add(head, member), sub(end, head))
        let list := mload(add(chain, member))
        let count := mload(list)
        switch member
        case 0x80 {
          mstore(end, count)
          end := add(end, 0x20)
          for {} count {
            count := sub(count, 1)
          } {
            list := add(list, 0x20)
            let price := mload(list)
            // Fair value to delta; Greeks.
            mcopy(end, price, 0x80)
            mcopy(add(end, 0x80), mload(add(price, 0x80)), 0xa0)
            end := add(end, 0x120)
          }
        }
        default {
          let size := shl(5, add(count, 1))
          mcopy(end, list, size)
          end := add(end, size)
        }
      }
      return(start, sub(end, start))
    }
  }
}
