// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {IAdminTimelock} from "../interfaces/IAdminTimelock.sol";
import {AdminActs} from "./AdminActs.sol";
import {Roles} from "./Roles.sol";
import {Waits} from "./Waits.sol";

/// @title AdminTimelock
/// @notice See `IAdminTimelock`. It holds ADMIN with no execution delay in the manager: its own wait is the delay.
contract AdminTimelock is IAdminTimelock, TimelockController {
  /// @dev An announced guardian. Zero where there is none.
  struct Replacement {
    address next;
    uint48 readyAt;
  }

  address public immutable manager;
  address public guardian;
  Replacement private _replacement;

  /// @dev DEFAULT_ADMIN stays with this contract alone, so that its roles change through its own wait only.
  /// @param manager_ the AccessManager, whose ADMIN and GUARDIAN the deployment gives to this contract and to `guardian_`
  /// @param wait seconds, at least `minimumWait(ADMIN)`
  constructor(
    address manager_,
    address governor,
    address guardian_,
    uint256 wait
  ) TimelockController(wait, new address[](0), new address[](0), address(0)) {
    require(manager_ != address(0) && governor != address(0), ZeroAddress());
    _requireWait(wait);
    manager = manager_;
    _grantRole(PROPOSER_ROLE, governor);
    _grantRole(EXECUTOR_ROLE, address(0));
    _requireFit(guardian_);
    _setGuardian(guardian_);
  }

  // The guardian's replacement

  /// @inheritdoc IAdminTimelock
  function scheduleGuardianReplacement(address next) external onlyRole(PROPOSER_ROLE) {
    _requireFit(next);
    uint256 readyAt = block.timestamp + Waits.GUARDIAN_REPLACEMENT;
    _replacement = Replacement({next: next, readyAt: uint48(readyAt)});
    emit GuardianReplacementScheduled(guardian, next, readyAt, readyAt + Waits.LAPSE);
  }

  /// @inheritdoc IAdminTimelock
  function withdrawGuardianReplacement() external onlyRole(PROPOSER_ROLE) {
    address next = _replacement.next;
    require(next != address(0), ReplacementNotScheduled(next));
    delete _replacement;
    emit GuardianReplacementWithdrawn(next);
  }

  /// @inheritdoc IAdminTimelock
  function replaceGuardian(address next) external {
    (address announced, uint256 readyAt, uint256 lapsesAt) = guardianReplacement();
    require(next != address(0) && next == announced, ReplacementNotScheduled(next));
    require(block.timestamp >= readyAt, ReplacementNotReady(readyAt));
    require(block.timestamp < lapsesAt, ReplacementLapsed(lapsesAt));
    // He may have become a proposer meanwhile.
    _requireFit(next);
    delete _replacement;
    address previous = guardian;
    _revokeRole(CANCELLER_ROLE, previous);
    _setGuardian(next);
    emit GuardianReplaced(previous, next);
    IAccessManager(manager).revokeRole(Roles.GUARDIAN, previous);
    IAccessManager(manager).grantRole(Roles.GUARDIAN, next, 0);
  }

  /// @inheritdoc IAdminTimelock
  function guardianReplacement() public view returns (address next, uint256 readyAt, uint256 lapsesAt) {
    (next, readyAt) = (_replacement.next, _replacement.readyAt);
    if (next != address(0)) lapsesAt = readyAt + Waits.LAPSE;
  }

  // What OpenZeppelin's timelock would allow and this one does not

  /// @inheritdoc TimelockController
  function updateDelay(uint256 newDelay) public override {
    _requireWait(newDelay);
    super.updateDelay(newDelay);
  }

  /// @inheritdoc AccessControl
  function grantRole(bytes32 role, address account) public override {
    _requireProposerRole(role);
    super.grantRole(role, account);
  }

  /// @inheritdoc AccessControl
  function revokeRole(bytes32 role, address account) public override {
    _requireProposerRole(role);
    super.revokeRole(role, account);
  }

  /// @inheritdoc AccessControl
  function renounceRole(bytes32 role, address callerConfirmation) public override {
    _requireProposerRole(role);
    super.renounceRole(role, callerConfirmation);
  }

  /// @dev An operation that has been ready for too long is as if it had never been scheduled.
  /// @inheritdoc TimelockController
  function getOperationState(bytes32 id) public view override returns (OperationState state) {
    state = super.getOperationState(id);
    if (state == OperationState.Ready && block.timestamp >= getTimestamp(id) + Waits.LAPSE)
      state = OperationState.Unset;
  }

  /// @dev Every call of every operation, single or in a batch.
  /// @inheritdoc TimelockController
  function _execute(address target, uint256 value, bytes calldata data) internal override {
    if (target == manager) AdminActs.check(IAccessManager(target), data);
    super._execute(target, value, data);
  }

  /// @inheritdoc IAdminTimelock
  function minimumWait(uint64 role) external pure returns (uint256) {
    return Waits.minimumOf(role);
  }

  function _setGuardian(address next) private {
    guardian = next;
    _grantRole(CANCELLER_ROLE, next);
  }

  /// @dev Whoever proposes must not be the one who cancels.
  function _requireFit(address candidate) private view {
    require(
      candidate != address(0) &&
        candidate != guardian &&
        candidate != address(this) &&
        !hasRole(PROPOSER_ROLE, candidate),
      GuardianUnfit(candidate)
    );
  }

  function _requireProposerRole(bytes32 role) private pure {
    require(role == PROPOSER_ROLE, TimelockRoleReserved(role));
  }

  function _requireWait(uint256 wait) private pure {
    require(wait >= Waits.ADMIN, WaitTooShort(wait, Waits.ADMIN));
  }
}
