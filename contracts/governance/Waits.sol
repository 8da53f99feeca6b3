// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Roles} from "./Roles.sol";

/// @title Waits
/// @notice How long an act of governance is public before it can take effect, at least. Seconds; no role can shorten them
/// (invariant G4). A redeem request is filled within two of the queue's epochs, so that whoever disagrees has left by then.
library Waits {
  /// @dev Execution delay of GOVERNOR.
  uint256 internal constant GOVERNOR = 2 days;
  /// @dev Execution delay of REGISTRAR: a wrong reporter or wrong code does more harm than a wrong parameter.
  uint256 internal constant REGISTRAR = 7 days;
  /// @dev Acts of ADMIN, who hands out the two roles above.
  uint256 internal constant ADMIN = 7 days;
  /// @dev The guardian's replacement, the one act that he cannot cancel.
  uint256 internal constant GUARDIAN_REPLACEMENT = 14 days;
  /// @dev What nobody has executed this long after it was ready lapses, so that no act is kept for later.
  uint256 internal constant LAPSE = 14 days;

  /// @notice The shortest wait before an act of `role`; zero for GUARDIAN and for roles that are not known here.
  function minimumOf(uint64 role) internal pure returns (uint256) {
    if (role == Roles.ADMIN) return ADMIN;
    if (role == Roles.GOVERNOR) return GOVERNOR;
    if (role == Roles.REGISTRAR) return REGISTRAR;
    return 0;
  }
}
