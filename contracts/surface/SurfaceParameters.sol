// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RampRule} from "../governance/RampRule.sol";

/// @notice What governance sets of a surface, in two slots. Volatilities are WAD a year.
struct SurfaceParameters {
  /// Least confidence, always charged.
  uint64 confidenceFloor;
  /// z·ω: confidence grows by this times √(age in years).
  uint64 confidenceGrowth;
  /// Seconds after its observation at which a surface is stale.
  uint32 maxAge;
  /// Most that accepted drifts add up to in any hour.
  uint64 hourlyAllowance;
  /// Most that accepted drifts add up to in any day.
  uint64 dailyAllowance;
  /// At-the-money volatility of a report is at least this multiple of realised volatility, WAD.
  uint64 bandLow;
  /// ... and at most this multiple.
  uint72 bandHigh;
  /// Fewest expiries a report may carry.
  uint8 minExpiries;
}

using {checkBounds, checkStep} for SurfaceParameters global;

/// @notice A parameter is outside its hard bounds (invariant G2).
error ParameterOutOfBounds(bytes32 name, uint256 value, uint256 low, uint256 high);

/// @notice A parameter would move further than one change may (`RampRule`, invariant G4).
error ParameterStepTooLarge(bytes32 name, uint256 current, uint256 target);

/// @notice The parameters changed less than a week ago; from `earliest` on, unix seconds.
error ParametersTooSoon(uint256 earliest);

uint256 constant MIN_CONFIDENCE_FLOOR = 0.001e18;
uint256 constant MAX_CONFIDENCE_FLOOR = 0.5e18;
uint256 constant MIN_CONFIDENCE_GROWTH = 0.1e18;
uint256 constant MAX_CONFIDENCE_GROWTH = 4e18;
uint256 constant MIN_MAX_AGE = 10 minutes;
uint256 constant MAX_MAX_AGE = 2 days;
uint256 constant MIN_ALLOWANCE = 0.01e18;
uint256 constant MAX_HOURLY_ALLOWANCE = 1e18;
uint256 constant MAX_DAILY_ALLOWANCE = 4e18;
uint256 constant MAX_BAND_LOW = 1e18;
uint256 constant MIN_BAND_HIGH = 1e18;
uint256 constant MAX_BAND_HIGH = 100e18;
uint256 constant MOST_EXPIRIES = 8;

/// @notice Refuses parameters outside the hard bounds above.
function checkBounds(SurfaceParameters memory p) pure {
  _within("confidenceFloor", p.confidenceFloor, MIN_CONFIDENCE_FLOOR, MAX_CONFIDENCE_FLOOR);
  _within("confidenceGrowth", p.confidenceGrowth, MIN_CONFIDENCE_GROWTH, MAX_CONFIDENCE_GROWTH);
  _within("maxAge", p.maxAge, MIN_MAX_AGE, MAX_MAX_AGE);
  _within("hourlyAllowance", p.hourlyAllowance, MIN_ALLOWANCE, MAX_HOURLY_ALLOWANCE);
  _within("dailyAllowance", p.dailyAllowance, p.hourlyAllowance, MAX_DAILY_ALLOWANCE);
  _within("bandLow", p.bandLow, 0, MAX_BAND_LOW);
  _within("bandHigh", p.bandHigh, MIN_BAND_HIGH, MAX_BAND_HIGH);
  _within("minExpiries", p.minExpiries, 1, MOST_EXPIRIES);
}

/// @notice Refuses a change of more than one step of `RampRule` in any parameter but the fewest expiries, which prices nothing.
function checkStep(SurfaceParameters memory p, SurfaceParameters memory next) pure {
  _step("confidenceFloor", p.confidenceFloor, next.confidenceFloor, MAX_CONFIDENCE_FLOOR);
  _step("confidenceGrowth", p.confidenceGrowth, next.confidenceGrowth, MAX_CONFIDENCE_GROWTH);
  _step("maxAge", p.maxAge, next.maxAge, MAX_MAX_AGE);
  _step("hourlyAllowance", p.hourlyAllowance, next.hourlyAllowance, MAX_HOURLY_ALLOWANCE);
  _step("dailyAllowance", p.dailyAllowance, next.dailyAllowance, MAX_DAILY_ALLOWANCE);
  _step("bandLow", p.bandLow, next.bandLow, MAX_BAND_LOW);
  _step("bandHigh", p.bandHigh, next.bandHigh, MAX_BAND_HIGH);
}

function _step(bytes32 name, uint256 current, uint256 target, uint256 hardBound) pure {
  require(RampRule.allows(int256(current), int256(target), hardBound), ParameterStepTooLarge(name, current, target));
}

function _within(bytes32 name, uint256 value, uint256 low, uint256 high) pure {
  require(low <= value && value <= high, ParameterOutOfBounds(name, value, low, high));
}
