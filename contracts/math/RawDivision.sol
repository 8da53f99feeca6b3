// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title RawDivision
/// @notice The EVM's own division, where 0 is the answer to a division by zero, for denominators that the caller has
/// bounded away from zero or whose zero has that meaning. Solidity's check, with its panic, costs 30 gas each time.
library RawDivision {
  function div(uint256 a, uint256 b) internal pure returns (uint256 quotient) {
    assembly ("memory-safe") {
      quotient := div(a, b)
    }
  }

  /// @dev Truncates towards zero.
  function sdiv(int256 a, int256 b) internal pure returns (int256 quotient) {
    assembly ("memory-safe") {
      quotient := sdiv(a, b)
    }
  }
}
