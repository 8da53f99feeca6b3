// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MAX_EXPIRIES} from "../types/Book.sol";

/// @title Intervals
/// @notice Access to the arrays of `RiskSums` by an index that its loop bounds already: Solidity's own check of it costs more than
/// all the rest of the access, four times an expiry.
/// @dev Every caller passes an index below `MAX_EXPIRIES`.
library Intervals {
  function get(uint256[MAX_EXPIRIES] memory values, uint256 index) internal pure returns (uint256 value) {
    assembly ("memory-safe") {
      value := mload(add(values, shl(5, index)))
    }
  }

  function set(uint256[MAX_EXPIRIES] memory values, uint256 index, uint256 value) internal pure {
    assembly ("memory-safe") {
      mstore(add(values, shl(5, index)), value)
    }
  }
}
