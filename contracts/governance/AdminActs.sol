// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";

import {IAdminTimelock} from "../interfaces/IAdminTimelock.sol";
import {Roles} from "./Roles.sol";
import {Waits} from "./Waits.sol";

/// @title AdminActs
/// @notice What ADMIN may ask of the AccessManager: a short list, each plain enough to be read off its calldata. All else is
/// refused: what would void a wait, or take something from the guardian's reach (invariant G4).
library AdminActs {
  /// @notice Reverts unless the call is one of the list.
  /// @param data calldata to the manager
  function check(IAccessManager manager, bytes calldata data) internal view {
    bytes4 selector = bytes4(data);
    if (selector == IAccessManager.grantRole.selector) {
      (uint64 role, , uint32 delay) = abi.decode(data[4:], (uint64, address, uint32));
      _requireHandable(role);
      uint256 minimum = Waits.minimumOf(role);
      require(delay >= minimum, IAdminTimelock.WaitTooShort(delay, minimum));
    } else if (selector == IAccessManager.revokeRole.selector) {
      (uint64 role, ) = abi.decode(data[4:], (uint64, address));
      _requireHandable(role);
    } else if (selector == IAccessManager.setRoleGuardian.selector) {
      // A new role whose acts wait needs somebody who can cancel them.
      (, uint64 canceller) = abi.decode(data[4:], (uint64, uint64));
      require(canceller == Roles.GUARDIAN, IAdminTimelock.RoleReserved(canceller));
    } else if (selector == IAccessManager.setTargetFunctionRole.selector) {
      (address target, bytes4[] memory functions, ) = abi.decode(data[4:], (address, bytes4[], uint64));
      for (uint256 i; i < functions.length; ++i) {
        uint64 role = manager.getTargetFunctionRole(target, functions[i]);
        require(role == Roles.ADMIN, IAdminTimelock.FunctionAssigned(target, functions[i], role));
      }
    } else {
      require(selector == IAccessManager.labelRole.selector, IAdminTimelock.ActForbidden(selector));
    }
  }

  function _requireHandable(uint64 role) private pure {
    require(role != Roles.ADMIN && role != Roles.GUARDIAN, IAdminTimelock.RoleReserved(role));
  }
}
