// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Roles
/// @notice The roles of the AccessManager. None of them can move a user's or a vault's token (invariant G1).
library Roles {
  /// @dev Everything that loosens or configures, behind an execution delay.
  uint64 internal constant GOVERNOR = 1;
  /// @dev Everything that tightens, at once. A guardian can never loosen (invariant G3).
  uint64 internal constant GUARDIAN = 2;
}
