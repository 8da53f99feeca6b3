// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IAdminTimelock
/// @notice ADMIN of the AccessManager: OpenZeppelin's TimelockController with a shortest wait. The governor proposes, anyone
/// executes, the guardian cancels. Times are unix seconds, waits seconds.
/// @dev Every act waits in public and can be cancelled, except one: the guardian's own replacement. That act has entries of
/// its own, apart from the operations of the TimelockController, so that no batch, target or data of the proposer's choosing
/// can share its freedom from cancelling; and it waits longer.
///
/// What no act can do, however long it waits:
///
/// - give ADMIN to anybody else, or take it from this contract;
/// - change who holds GUARDIAN in the manager or CANCELLER here, or make another role than GUARDIAN cancel a role's acts;
/// - grant GOVERNOR or REGISTRAR with a delay below `minimumWait`, or give a function that has a role to another role;
/// - close a contract to its roles, move it to another authority, or reach the manager inside `multicall` or `execute`.
interface IAdminTimelock {
  /// @notice The proposer has announced that `next` takes the place of `present`. An announcement before it is void.
  /// @param readyAt from when on anyone may call `replaceGuardian`
  /// @param lapsesAt from when on nobody may
  event GuardianReplacementScheduled(address indexed present, address indexed next, uint256 readyAt, uint256 lapsesAt);
  /// @notice The proposer has withdrawn the announcement.
  event GuardianReplacementWithdrawn(address indexed next);
  /// @notice `next` holds GUARDIAN in the manager and CANCELLER here; `previous` holds neither.
  event GuardianReplaced(address indexed previous, address indexed next);

  error ZeroAddress();
  /// @notice A wait below what the code allows, seconds: of this timelock, or the delay of a granted role.
  error WaitTooShort(uint256 wait, uint256 minimum);
  /// @notice A function of the manager that this contract never calls.
  error ActForbidden(bytes4 selector);
  /// @notice A role of the manager that no act hands out, takes away or lets cancel: ADMIN; GUARDIAN, which `replaceGuardian`
  /// alone moves; and, where a role's canceller is set, any other than GUARDIAN.
  error RoleReserved(uint64 role);
  /// @notice The function has a role already, and keeps it.
  error FunctionAssigned(address target, bytes4 selector, uint64 role);
  /// @notice Of this contract's own roles only PROPOSER can change hands.
  error TimelockRoleReserved(bytes32 role);
  /// @notice Zero, the present guardian, a proposer, or this contract cannot become guardian.
  error GuardianUnfit(address candidate);
  /// @notice `next` has not been announced, or the announcement was withdrawn or replaced by another.
  error ReplacementNotScheduled(address next);
  error ReplacementNotReady(uint256 readyAt);
  error ReplacementLapsed(uint256 lapsedAt);

  /// @notice Announces the guardian's replacement: ready after 14 days, void 14 days later. Proposer.
  /// @dev The guardian has no way to stop it: a guardian who cancels everything must be replaceable. Announcing again starts
  /// the wait again.
  /// @param next the guardian to come
  function scheduleGuardianReplacement(address next) external;

  /// @notice Withdraws the announcement. Proposer.
  function withdrawGuardianReplacement() external;

  /// @notice Replaces the guardian, in the manager and here, once the wait is over. Anyone.
  /// @param next the guardian as announced: whoever calls this says whom he means
  function replaceGuardian(address next) external;

  /// @notice Who holds GUARDIAN in the manager and CANCELLER here.
  function guardian() external view returns (address);

  /// @notice The announced replacement; zeros where there is none.
  function guardianReplacement() external view returns (address next, uint256 readyAt, uint256 lapsesAt);

  /// @notice The AccessManager whose ADMIN this is.
  function manager() external view returns (address);

  /// @notice The shortest wait before an act of a role of the manager, seconds: of ADMIN (this contract's own acts), GOVERNOR
  /// and REGISTRAR; zero for every other role.
  function minimumWait(uint64 role) external pure returns (uint256);
}
