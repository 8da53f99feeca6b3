// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Roles
/// @notice The roles of the AccessManager. None of them can move a user's or a vault's token (invariant G1).
library Roles {
  /// @dev OpenZeppelin's, and `AdminTimelock`'s alone: who holds which role, and which role may call what.
  uint64 internal constant ADMIN = 0;
  /// @dev What loosens, sets fees or moves parameters, behind an execution delay.
  uint64 internal constant GOVERNOR = 1;
  /// @dev Everything that tightens, at once. A guardian can never loosen (invariant G3).
  uint64 internal constant GUARDIAN = 2;
  /// @dev Whom the protocol trusts, behind a longer delay: reporters, code versions, vaults, queues. The governor holds it, too.
  uint64 internal constant REGISTRAR = 3;
}
