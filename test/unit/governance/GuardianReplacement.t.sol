// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {AdminTimelock} from "../../../contracts/governance/AdminTimelock.sol";
import {Roles} from "../../../contracts/governance/Roles.sol";
import {IAdminTimelock} from "../../../contracts/interfaces/IAdminTimelock.sol";
import {GovernanceFixture, ManagedTarget} from "./GovernanceFixture.sol";

/// @notice G4, A22: the one act that the guardian cannot cancel.
contract GuardianReplacementTest is GovernanceFixture {
  uint256 private constant REPLACEMENT_WAIT = 14 days;
  uint256 private constant LAPSE = 14 days;

  address private next = makeAddr("next guardian");

  function _announce(address who) private {
    vm.prank(governor);
    timelock.scheduleGuardianReplacement(who);
  }

  function _replace(address who) private {
    vm.prank(anyone);
    timelock.replaceGuardian(who);
  }

  function test_G4_WhenTheWaitIsOver_BothRolesChangeHands() public {
    vm.expectEmit(address(timelock));
    emit IAdminTimelock.GuardianReplacementScheduled(guardian, next, START + 14 days, START + 28 days);
    _announce(next);
    skip(REPLACEMENT_WAIT);
    vm.expectEmit(address(timelock));
    emit IAdminTimelock.GuardianReplaced(guardian, next);
    _replace(next);

    bytes32 canceller = timelock.CANCELLER_ROLE();
    assertEq(timelock.guardian(), next);
    assertTrue(timelock.hasRole(canceller, next));
    assertFalse(timelock.hasRole(canceller, guardian));
    vm.prank(next);
    target.tighten();
    vm.prank(guardian);
    vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardian));
    target.tighten();

    bytes32 id = _propose(address(target), abi.encodeCall(ManagedTarget.unassigned, ()));
    vm.prank(guardian);
    vm.expectRevert(
      abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, guardian, canceller)
    );
    timelock.cancel(id);
    vm.prank(next);
    timelock.cancel(id);
    // Spent: the same announcement replaces nobody twice.
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.ReplacementNotScheduled.selector, next));
    _replace(next);
  }

  function test_G4_RevertWhen_TheWaitIsNotOver() public {
    _announce(next);
    skip(REPLACEMENT_WAIT - 1);
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.ReplacementNotReady.selector, START + 14 days));
    _replace(next);
    assertEq(timelock.guardian(), guardian);
  }

  /// @dev However the guardian names it, there is no operation that he could cancel.
  function test_G4_TheGuardianCannotCancelIt() public {
    _announce(next);
    bytes memory act = abi.encodeCall(AdminTimelock.replaceGuardian, (next));
    bytes memory announcement = abi.encodeCall(AdminTimelock.scheduleGuardianReplacement, (next));
    bytes32[3] memory ids = [
      timelock.hashOperation(address(timelock), 0, act, NO_PREDECESSOR, NO_SALT),
      timelock.hashOperation(address(timelock), 0, announcement, NO_PREDECESSOR, NO_SALT),
      bytes32(0)
    ];
    vm.startPrank(guardian);
    for (uint256 i; i < ids.length; ++i) {
      vm.expectPartialRevert(TimelockController.TimelockUnexpectedOperationState.selector);
      timelock.cancel(ids[i]);
    }
    bytes32 proposer = timelock.PROPOSER_ROLE();
    bytes memory refusal = abi.encodeWithSelector(
      IAccessControl.AccessControlUnauthorizedAccount.selector,
      guardian,
      proposer
    );
    vm.expectRevert(refusal);
    timelock.withdrawGuardianReplacement();
    vm.expectRevert(refusal);
    timelock.scheduleGuardianReplacement(evil);
    vm.stopPrank();
    skip(REPLACEMENT_WAIT);
    _replace(next);
    assertEq(timelock.guardian(), next);
  }

  /// @dev A guardian who gives up his role in the manager cannot make his own replacement fail by it.
  function test_G4_GivenTheGuardianRenouncedInTheManager_HeIsReplacedAllTheSame() public {
    _announce(next);
    vm.prank(guardian);
    manager.renounceRole(Roles.GUARDIAN, guardian);
    skip(REPLACEMENT_WAIT);
    _replace(next);
    assertTrue(_holds(Roles.GUARDIAN, next));
  }

  /// @dev Only this one act is free from cancelling: until it happens the present guardian cancels everything else.
  function test_G4_WhileItWaits_TheGuardianCancelsAllElse() public {
    _announce(next);
    skip(REPLACEMENT_WAIT - 1);
    bytes32 id = _propose(address(target), abi.encodeCall(ManagedTarget.unassigned, ()));
    vm.prank(guardian);
    timelock.cancel(id);
    skip(1);
    _replace(next);
  }

  function test_A22_RevertWhen_AnotherIsNamedThanWasAnnounced() public {
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.ReplacementNotScheduled.selector, address(0)));
    _replace(address(0));
    _announce(next);
    skip(REPLACEMENT_WAIT);
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.ReplacementNotScheduled.selector, evil));
    _replace(evil);
  }

  function test_A22_AnnouncingAnother_StartsTheWaitAgain() public {
    _announce(next);
    skip(REPLACEMENT_WAIT - 1);
    _announce(evil);
    skip(1);
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.ReplacementNotScheduled.selector, next));
    _replace(next);
    vm.expectRevert(
      abi.encodeWithSelector(IAdminTimelock.ReplacementNotReady.selector, START + 2 * REPLACEMENT_WAIT - 1)
    );
    _replace(evil);
  }

  function test_A22_WhatNobodyExecutedLapses() public {
    _announce(next);
    skip(REPLACEMENT_WAIT + LAPSE);
    vm.expectRevert(
      abi.encodeWithSelector(IAdminTimelock.ReplacementLapsed.selector, START + REPLACEMENT_WAIT + LAPSE)
    );
    _replace(next);
    _announce(next);
    skip(REPLACEMENT_WAIT + LAPSE - 1);
    _replace(next);
  }

  function test_TheProposerWithdraws() public {
    vm.prank(governor);
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.ReplacementNotScheduled.selector, address(0)));
    timelock.withdrawGuardianReplacement();
    _announce(next);
    vm.prank(governor);
    timelock.withdrawGuardianReplacement();
    (address announced, uint256 readyAt, uint256 lapsesAt) = timelock.guardianReplacement();
    assertEq(announced, address(0));
    assertEq(readyAt + lapsesAt, 0);
    skip(REPLACEMENT_WAIT);
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.ReplacementNotScheduled.selector, next));
    _replace(next);
  }

  function test_G3_RevertWhen_TheCandidateIsUnfit() public {
    address[4] memory unfit = [address(0), guardian, governor, address(timelock)];
    for (uint256 i; i < unfit.length; ++i) {
      vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.GuardianUnfit.selector, unfit[i]));
      _announce(unfit[i]);
    }
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.GuardianUnfit.selector, governor));
    new AdminTimelock(address(manager), governor, governor, WAIT);
    vm.expectRevert(IAdminTimelock.ZeroAddress.selector);
    new AdminTimelock(address(0), governor, guardian, WAIT);
    vm.expectRevert(IAdminTimelock.ZeroAddress.selector);
    new AdminTimelock(address(manager), address(0), guardian, WAIT);
  }

  /// @dev Whoever proposes by the time does not become the one who cancels.
  function test_G3_RevertWhen_TheCandidateHasBecomeAProposer() public {
    _announce(next);
    bytes memory act = abi.encodeCall(IAccessControl.grantRole, (timelock.PROPOSER_ROLE(), next));
    _enact(address(timelock), act);
    skip(REPLACEMENT_WAIT - WAIT);
    vm.expectRevert(abi.encodeWithSelector(IAdminTimelock.GuardianUnfit.selector, next));
    _replace(next);
  }
}
