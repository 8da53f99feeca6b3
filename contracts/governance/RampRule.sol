// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title RampRule
/// @notice How far one ramp moves a parameter, and how long it rests then: up by a quarter, down by a fifth, or by 2.5 % of its hard
/// bound if that is more, within any seven days (invariant G4). A ramp by at most one step, and seven days of rest after its end: no
/// seven days then see more than one ramp, however short or long each is. A ramp is public before it begins, and whoever trades on both
/// sides of it is charged at one end and rebated at the other: a step this small brings less than the two trades cost.
library RampRule {
  /// @dev Seconds from the end of one ramp to the beginning of the next, at least.
  uint256 internal constant REST = 7 days;
  /// @dev The hard bound over the step that is always allowed, so that a parameter can leave zero.
  uint256 private constant BOUND_PER_STEP = 40;
  /// @dev The value over the largest rise, and over the largest fall: each undoes the other.
  int256 private constant VALUE_PER_RISE = 4;
  int256 private constant VALUE_PER_FALL = 5;

  /// @notice Whether one ramp may lead from `current` to `target`. Up: by a quarter of `current`, or by the step. Down: by a fifth of
  /// it, or by the step, which may cross zero. A negative `current` likewise, mirrored.
  /// @param hardBound largest magnitude that the parameter can have; all three in one unit, magnitudes below 2^253
  function allows(int256 current, int256 target, uint256 hardBound) internal pure returns (bool) {
    // No sum or difference of two magnitudes below 2^253 wraps.
    unchecked {
      if (current < 0) (current, target) = (-current, -target);
      int256 change = target - current;
      int256 reach = current / VALUE_PER_RISE;
      if (change < 0) (change, reach) = (-change, current / VALUE_PER_FALL);
      return change <= reach || uint256(change) <= hardBound / BOUND_PER_STEP;
    }
  }
}
