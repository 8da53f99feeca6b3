// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";

import {AdminTimelock} from "../../../contracts/governance/AdminTimelock.sol";
import {Roles} from "../../../contracts/governance/Roles.sol";

/// @notice A contract with one function for each role, and one that nobody has assigned.
contract ManagedTarget is AccessManaged {
  uint256 public calls;

  constructor(address authority) AccessManaged(authority) {}

  function loosen() external restricted {
    ++calls;
  }

  function tighten() external restricted {
    ++calls;
  }

  function setReporters() external restricted {
    ++calls;
  }

  function unassigned() external restricted {
    ++calls;
  }
}

/// @notice The real AccessManager under the real timelock, handed over as a deployment does it.
abstract contract GovernanceFixture is Test {
  bytes32 internal constant NO_SALT = 0;
  bytes32 internal constant NO_PREDECESSOR = 0;
  uint256 internal constant WAIT = 7 days;
  uint256 internal constant START = 1_800_000_000;

  address internal governor = makeAddr("governor");
  address internal guardian = makeAddr("guardian");
  address internal anyone = makeAddr("anyone");
  address internal evil = makeAddr("evil");

  AccessManager internal manager;
  AdminTimelock internal timelock;
  ManagedTarget internal target;

  function setUp() public virtual {
    vm.warp(START);
    manager = new AccessManager(address(this));
    timelock = new AdminTimelock(address(manager), governor, guardian, WAIT);
    target = new ManagedTarget(address(manager));
    _assign(ManagedTarget.loosen.selector, Roles.GOVERNOR);
    _assign(ManagedTarget.setReporters.selector, Roles.REGISTRAR);
    _assign(ManagedTarget.tighten.selector, Roles.GUARDIAN);
    manager.setRoleGuardian(Roles.GOVERNOR, Roles.GUARDIAN);
    manager.setRoleGuardian(Roles.REGISTRAR, Roles.GUARDIAN);
    manager.grantRole(Roles.GOVERNOR, governor, 2 days);
    manager.grantRole(Roles.REGISTRAR, governor, 7 days);
    manager.grantRole(Roles.GUARDIAN, guardian, 0);
    manager.grantRole(Roles.ADMIN, address(timelock), 0);
    manager.renounceRole(Roles.ADMIN, address(this));
  }

  function _assign(bytes4 selector, uint64 role) private {
    bytes4[] memory selectors = new bytes4[](1);
    selectors[0] = selector;
    manager.setTargetFunctionRole(address(target), selectors, role);
  }

  function _propose(address to, bytes memory data) internal returns (bytes32 id) {
    vm.prank(governor);
    timelock.schedule(to, 0, data, NO_PREDECESSOR, NO_SALT, WAIT);
    return timelock.hashOperation(to, 0, data, NO_PREDECESSOR, NO_SALT);
  }

  function _execute(address to, bytes memory data) internal {
    vm.prank(anyone);
    timelock.execute(to, 0, data, NO_PREDECESSOR, NO_SALT);
  }

  /// @dev Proposes, waits and executes.
  function _enact(address to, bytes memory data) internal {
    _propose(to, data);
    skip(WAIT);
    _execute(to, data);
  }

  /// @dev Proposes, waits, and expects the execution to fail with this error.
  function _expectRefused(address to, bytes memory data, bytes memory refusal) internal {
    _propose(to, data);
    skip(WAIT);
    vm.expectRevert(refusal);
    _execute(to, data);
  }

  function _holds(uint64 role, address account) internal view returns (bool holds) {
    (holds, ) = manager.hasRole(role, account);
  }
}
