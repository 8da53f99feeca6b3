// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {AdminTimelock} from "../../../contracts/governance/AdminTimelock.sol";
import {Roles} from "../../../contracts/governance/Roles.sol";
import {IAdminTimelock} from "../../../contracts/interfaces/IAdminTimelock.sol";
import {GovernanceFixture, ManagedTarget} from "./GovernanceFixture.sol";

/// @notice G3, G4, A22: what ADMIN may do, after which wait, and who can stop it.
contract AdminTimelockTest is GovernanceFixture {
  // ---- every act waits, and the guardian can cancel it

  function test_G4_WhenTheGuardianCancels_AnActNeverHappens() public {
    bytes memory act = abi.encodeCall(AccessManager.grantRole, (Roles.GOVERNOR, evil, 2 days));
    bytes32 id = _propose(address(manager), act);
    vm.prank(guardian);
    timelock.cancel(id);
    skip(WAIT);
    vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
    _execute(address(manager), act);
    assertFalse(_holds(Roles.GOVERNOR, evil));
  }

  function test_G4_GivenTheWaitIsNotOver_NobodyExecutes() public {
    bytes memory act = abi.encodeCall(AccessManager.grantRole, (Roles.GOVERNOR, evil, 2 days));
    _propose(address(manager), act);
    skip(WAIT - 1);
    vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
    _execute(address(manager), act);
    skip(1);
    _execute(address(manager), act);
    assertTrue(_holds(Roles.GOVERNOR, evil));
  }

  function test_G4_RevertWhen_ScheduledBelowTheWait() public {
    vm.prank(governor);
    vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockInsufficientDelay.selector, WAIT - 1, WAIT));
    timelock.schedule(address(manager), 0, "", NO_PREDECESSOR, NO_SALT, WAIT - 1);
  }

  function test_G3_OnlyTheGovernorProposes_AndOnlyTheGuardianCancels() public {
    address[3] memory others = [anyone, guardian, address(this)];
    bytes32 proposer = timelock.PROPOSER_ROLE();
    for (uint256 i; i < others.length; ++i) {
      vm.prank(others[i]);
      vm.expectRevert(
        abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, others[i], proposer)
      );
      timelock.schedule(address(target), 0, "", NO_PREDECESSOR, NO_SALT, WAIT);
    }
    bytes32 id = _propose(address(target), abi.encodeCall(ManagedTarget.unassigned, ()));
    bytes32 canceller = timelock.CANCELLER_ROLE();
    others[1] = governor;
    for (uint256 i; i < others.length; ++i) {
      vm.prank(others[i]);
      vm.expectRevert(
        abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, others[i], canceller)
      );
      timelock.cancel(id);
    }
  }

  function test_G4_WhatNobodyExecutedLapses_AndWaitsAgain() public {
    bytes memory act = abi.encodeCall(ManagedTarget.unassigned, ());
    bytes32 id = _propose(address(target), act);
    skip(WAIT + 14 days - 1);
    assertTrue(timelock.isOperationReady(id));
    skip(1);
    assertFalse(timelock.isOperation(id));
    vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
    _execute(address(target), act);
    _enact(address(target), act);
    assertEq(target.calls(), 1);
    assertTrue(timelock.isOperationDone(id));
    skip(365 days);
    assertTrue(timelock.isOperationDone(id), "what is done stays done");
  }

  /// @dev An act that waits for another one is no act kept for later: it lapses, and can be cancelled, all the same.
  function test_A22_APredecessorHoldsNoActInReserve() public {
    bytes memory act = abi.encodeCall(ManagedTarget.unassigned, ());
    bytes memory first = abi.encodeCall(AccessManager.labelRole, (Roles.REGISTRAR, "REGISTRAR"));
    bytes32 trigger = timelock.hashOperation(address(manager), 0, first, NO_PREDECESSOR, NO_SALT);
    vm.prank(governor);
    timelock.schedule(address(target), 0, act, trigger, NO_SALT, WAIT);
    skip(WAIT + 7 days);
    vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockUnexecutedPredecessor.selector, trigger));
    timelock.execute(address(target), 0, act, trigger, NO_SALT);
    _enact(address(manager), first);
    vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
    timelock.execute(address(target), 0, act, trigger, NO_SALT);
    assertEq(target.calls(), 0);
  }

  function test_G4_RevertWhen_TheWaitIsSetBelowTheMinimum() public {
    bytes memory refusal = abi.encodeWithSelector(IAdminTimelock.WaitTooShort.selector, WAIT - 1, WAIT);
    _expectRefused(address(timelock), abi.encodeCall(TimelockController.updateDelay, (WAIT - 1)), refusal);
    vm.expectRevert(refusal);
    new AdminTimelock(address(manager), governor, guardian, WAIT - 1);
    _enact(address(timelock), abi.encodeCall(TimelockController.updateDelay, (30 days)));
    assertEq(timelock.getMinDelay(), 30 days);
    vm.prank(governor);
    vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, governor));
    timelock.updateDelay(30 days);
  }

  function test_MinimumWaitOfEachRole() public view {
    assertEq(timelock.minimumWait(Roles.ADMIN), 7 days);
    assertEq(timelock.minimumWait(Roles.GOVERNOR), 2 days);
    assertEq(timelock.minimumWait(Roles.REGISTRAR), 7 days);
    assertEq(timelock.minimumWait(Roles.GUARDIAN), 0);
  }

  // ---- what no act can do

  function test_G4_A22_RevertWhen_ADMINWouldGoToAnybodyElse() public {
    bytes memory refusal = abi.encodeWithSelector(IAdminTimelock.RoleReserved.selector, Roles.ADMIN);
    _expectRefused(address(manager), abi.encodeCall(AccessManager.grantRole, (Roles.ADMIN, evil, 0)), refusal);
    _expectRefused(
      address(manager),
      abi.encodeCall(AccessManager.revokeRole, (Roles.ADMIN, address(timelock))),
      refusal
    );
    _expectForbidden(
      abi.encodeCall(AccessManager.renounceRole, (Roles.ADMIN, address(timelock))),
      AccessManager.renounceRole.selector
    );
    assertFalse(_holds(Roles.ADMIN, evil));
    assertTrue(_holds(Roles.ADMIN, address(timelock)));
  }

  function test_G4_A22_RevertWhen_AnActWouldMoveTheGuardian() public {
    bytes memory refusal = abi.encodeWithSelector(IAdminTimelock.RoleReserved.selector, Roles.GUARDIAN);
    _expectRefused(address(manager), abi.encodeCall(AccessManager.grantRole, (Roles.GUARDIAN, evil, 0)), refusal);
    _expectRefused(address(manager), abi.encodeCall(AccessManager.revokeRole, (Roles.GUARDIAN, guardian)), refusal);
    bytes32 canceller = timelock.CANCELLER_ROLE();
    bytes32 admin = timelock.DEFAULT_ADMIN_ROLE();
    bytes32 executor = timelock.EXECUTOR_ROLE();
    _expectTimelockRefuses(abi.encodeCall(IAccessControl.grantRole, (canceller, evil)), canceller);
    _expectTimelockRefuses(abi.encodeCall(IAccessControl.revokeRole, (canceller, guardian)), canceller);
    _expectTimelockRefuses(abi.encodeCall(IAccessControl.grantRole, (admin, evil)), admin);
    _expectTimelockRefuses(abi.encodeCall(IAccessControl.renounceRole, (admin, address(timelock))), admin);
    _expectTimelockRefuses(abi.encodeCall(IAccessControl.revokeRole, (executor, address(0))), executor);
    vm.prank(guardian);
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.TimelockRoleReserved.selector, canceller));
    timelock.renounceRole(canceller, guardian);
    assertTrue(timelock.hasRole(canceller, guardian));
  }

  function test_G4_A22_RevertWhen_AnActWouldTakeCancellingFromTheGuardian() public {
    bytes memory act = abi.encodeCall(AccessManager.setRoleGuardian, (Roles.GOVERNOR, Roles.GOVERNOR));
    _expectRefused(address(manager), act, abi.encodeWithSelector(IAdminTimelock.RoleReserved.selector, Roles.GOVERNOR));
    assertEq(manager.getRoleGuardian(Roles.GOVERNOR), Roles.GUARDIAN);
    // A new role gets the guardian that all have.
    _enact(address(manager), abi.encodeCall(AccessManager.setRoleGuardian, (uint64(9), Roles.GUARDIAN)));
    assertEq(manager.getRoleGuardian(9), Roles.GUARDIAN);
  }

  function test_G4_RevertWhen_ARoleWouldBeGrantedBelowItsMinimumWait() public {
    _expectRefused(
      address(manager),
      abi.encodeCall(AccessManager.grantRole, (Roles.GOVERNOR, evil, 2 days - 1)),
      abi.encodeWithSelector(IAdminTimelock.WaitTooShort.selector, 2 days - 1, 2 days)
    );
    _expectRefused(
      address(manager),
      abi.encodeCall(AccessManager.grantRole, (Roles.REGISTRAR, governor, 0)),
      abi.encodeWithSelector(IAdminTimelock.WaitTooShort.selector, 0, 7 days)
    );
    (, uint32 delay) = manager.hasRole(Roles.REGISTRAR, governor);
    assertEq(delay, 7 days);
  }

  function test_G4_A22_RevertWhen_AFunctionWouldChangeItsRole() public {
    bytes4[] memory selectors = new bytes4[](2);
    selectors[0] = ManagedTarget.unassigned.selector;
    bytes4[3] memory assigned = [
      ManagedTarget.loosen.selector,
      ManagedTarget.tighten.selector,
      ManagedTarget.setReporters.selector
    ];
    uint64[3] memory roles = [Roles.GOVERNOR, Roles.GUARDIAN, Roles.REGISTRAR];
    for (uint256 i; i < assigned.length; ++i) {
      selectors[1] = assigned[i];
      _expectRefused(
        address(manager),
        abi.encodeCall(AccessManager.setTargetFunctionRole, (address(target), selectors, manager.PUBLIC_ROLE())),
        abi.encodeWithSelector(IAdminTimelock.FunctionAssigned.selector, address(target), assigned[i], roles[i])
      );
    }
    // What a new contract brings finds its role.
    selectors = new bytes4[](1);
    selectors[0] = ManagedTarget.unassigned.selector;
    _enact(
      address(manager),
      abi.encodeCall(AccessManager.setTargetFunctionRole, (address(target), selectors, Roles.GUARDIAN))
    );
    vm.prank(guardian);
    target.unassigned();
  }

  function test_G4_A22_RevertWhen_AnActIsNotOnTheList() public {
    bytes memory grant = abi.encodeCall(AccessManager.grantRole, (Roles.ADMIN, evil, 0));
    bytes[] memory calls = new bytes[](1);
    calls[0] = grant;
    bytes[9] memory acts = [
      abi.encodeCall(manager.multicall, (calls)),
      abi.encodeCall(AccessManager.execute, (address(manager), grant)),
      abi.encodeCall(AccessManager.schedule, (address(manager), grant, 0)),
      abi.encodeCall(AccessManager.setRoleAdmin, (Roles.GOVERNOR, Roles.GOVERNOR)),
      abi.encodeCall(AccessManager.setGrantDelay, (Roles.GUARDIAN, 365 days)),
      abi.encodeCall(AccessManager.setTargetAdminDelay, (address(target), 365 days)),
      abi.encodeCall(AccessManager.setTargetClosed, (address(target), true)),
      abi.encodeCall(AccessManager.updateAuthority, (address(target), evil)),
      bytes("")
    ];
    for (uint256 i; i < acts.length; ++i) _expectForbidden(acts[i], bytes4(acts[i]));
    // The manager alone may move a contract to another authority.
    _expectRefused(
      address(target),
      abi.encodeCall(IAccessManaged.setAuthority, (evil)),
      abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(timelock))
    );
    assertEq(target.authority(), address(manager));
  }

  /// @dev The check sees every call of a batch, whatever harmless ones are around it.
  function test_A22_RevertWhen_ABatchHidesAForbiddenAct() public {
    address[] memory targets = new address[](2);
    bytes[] memory payloads = new bytes[](2);
    (targets[0], targets[1]) = (address(target), address(manager));
    payloads[0] = abi.encodeCall(ManagedTarget.unassigned, ());
    payloads[1] = abi.encodeCall(AccessManager.grantRole, (Roles.ADMIN, evil, 0));
    vm.prank(governor);
    timelock.scheduleBatch(targets, new uint256[](2), payloads, NO_PREDECESSOR, NO_SALT, WAIT);
    skip(WAIT);
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.RoleReserved.selector, Roles.ADMIN));
    timelock.executeBatch(targets, new uint256[](2), payloads, NO_PREDECESSOR, NO_SALT);
    assertEq(target.calls(), 0);
  }

  // ---- what an act can do

  function test_TheGovernorsSeatMoves_InOneBatch() public {
    address next = makeAddr("governor contract");
    address[] memory targets = new address[](6);
    bytes[] memory payloads = new bytes[](6);
    for (uint256 i; i < 4; ++i) targets[i] = address(manager);
    (targets[4], targets[5]) = (address(timelock), address(timelock));
    bytes32 proposer = timelock.PROPOSER_ROLE();
    payloads[0] = abi.encodeCall(AccessManager.grantRole, (Roles.GOVERNOR, next, 3 days));
    payloads[1] = abi.encodeCall(AccessManager.grantRole, (Roles.REGISTRAR, next, 8 days));
    payloads[2] = abi.encodeCall(AccessManager.revokeRole, (Roles.GOVERNOR, governor));
    payloads[3] = abi.encodeCall(AccessManager.revokeRole, (Roles.REGISTRAR, governor));
    payloads[4] = abi.encodeCall(IAccessControl.grantRole, (proposer, next));
    payloads[5] = abi.encodeCall(IAccessControl.revokeRole, (proposer, governor));
    vm.prank(governor);
    timelock.scheduleBatch(targets, new uint256[](6), payloads, NO_PREDECESSOR, NO_SALT, WAIT);
    skip(WAIT);
    vm.prank(anyone);
    timelock.executeBatch(targets, new uint256[](6), payloads, NO_PREDECESSOR, NO_SALT);
    assertTrue(_holds(Roles.GOVERNOR, next) && _holds(Roles.REGISTRAR, next) && timelock.hasRole(proposer, next));
    assertFalse(
      _holds(Roles.GOVERNOR, governor) || _holds(Roles.REGISTRAR, governor) || timelock.hasRole(proposer, governor)
    );
  }

  /// @dev G3: what the roles let each do, with their waits, and what the guardian may cancel in the manager.
  function test_G3_TheGuardianCancelsWhatGovernorAndRegistrarSchedule() public {
    bytes[2] memory acts = [abi.encodeCall(ManagedTarget.loosen, ()), abi.encodeCall(ManagedTarget.setReporters, ())];
    for (uint256 i; i < acts.length; ++i) {
      vm.prank(governor);
      manager.schedule(address(target), acts[i], 0);
      vm.prank(guardian);
      manager.cancel(governor, address(target), acts[i]);
    }
    skip(8 days);
    vm.startPrank(governor);
    for (uint256 i; i < acts.length; ++i) {
      vm.expectPartialRevert(IAccessManager.AccessManagerNotScheduled.selector);
      manager.execute(address(target), acts[i]);
    }
  }

  function _expectForbidden(bytes memory act, bytes4 selector) private {
    _expectRefused(address(manager), act, abi.encodeWithSelector(IAdminTimelock.ActForbidden.selector, selector));
  }

  function _expectTimelockRefuses(bytes memory act, bytes32 role) private {
    _expectRefused(address(timelock), act, abi.encodeWithSelector(IAdminTimelock.TimelockRoleReserved.selector, role));
  }
}
