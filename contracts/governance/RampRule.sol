// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title RampRule
/// @notice How far one ramp moves a parameter, and how long it rests then: by a factor of two, or by 5 % of its hard bound if that
/// is larger, within any seven days (invariant G4). A ramp by at most one step, and seven days of rest after its end: no seven
/// days then see more than one ramp, however short or long each is.
library RampRule {
  /// @dev Seconds from the end of one ramp to the beginning of the next, at least.
  uint256 internal constant REST = 7 days;
  /// @dev The hard bound over the step that is always allowed, so that a parameter can leave zero.
  uint256 private constant BOUND_PER_STEP = 20;

  /// @notice Whether one ramp may lead from `current` to `target`. Up: to twice `current`, or by the step. Down: to half of it, or
  /// by the step, which may cross zero. A negative `current` likewise, mirrored.
  /// @param hardBound largest magnitude that the parameter can have; all three in one unit, magnitudes below 2^253
  function allows(int256 current, int256 target, uint256 hardBound) internal pure returns (bool) {
    // No sum or difference of two magnitudes below 2^253 wraps.
    unchecked {
      if (current < 0) (current, target) = (-current, -target);
      int256 change = target - current;
      int256 reach = current;
      if (change < 0) (change, reach) = (-change, current / 2);
      return change <= reach || uint256(change) <= hardBound / BOUND_PER_STEP;
    }
  }
}
