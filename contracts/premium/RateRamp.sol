// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RampRule} from "../governance/RampRule.sol";
import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {MAX_RATE} from "./Market.sol";

/// @notice Two rates on their way from one pair of values to another, in one storage word. Rates in 1e-12 a year.
struct RateRamp {
  uint40 fromRate;
  uint40 fromYield;
  uint40 toRate;
  uint40 toYield;
  /// Unix seconds.
  uint40 start;
  uint40 end;
}

/// @title RateRamps
/// @notice Rates move net asset value, so that they move linearly over at least a day, by one point a year at most, and rest a week (`RampRule`).
library RateRamps {
  uint256 internal constant MIN_DURATION = 1 days;
  uint256 internal constant MAX_DURATION = 365 days;
  /// @dev Furthest that one ramp moves a rate, 1e-12 a year: who sees it coming gains less than his two trades cost.
  uint256 internal constant MAX_STEP = 0.01e12;
  /// @dev WAD in one unit of a stored rate.
  uint256 private constant WAD_PER_PICO = 1e6;

  /// @notice The rates in effect at a time, WAD a year.
  function ratesAt(RateRamp storage ramp, uint256 now_) internal view returns (uint256 rate, uint256 yield) {
    if (now_ >= ramp.end) {
      // Rates are below 2^40.
      unchecked {
        return (ramp.toRate * WAD_PER_PICO, ramp.toYield * WAD_PER_PICO);
      }
    }
    uint256 passed = now_ - ramp.start;
    uint256 duration = ramp.end - ramp.start;
    rate = _between(ramp.fromRate, ramp.toRate, passed, duration);
    yield = _between(ramp.fromYield, ramp.toYield, passed, duration);
  }

  /// @notice A ramp from where `ramp` is now to a target.
  /// @param rate WAD a year, a whole multiple of 1e-12, at most `MAX_RATE`; `yield` likewise
  /// @param duration seconds, within the bounds
  function towards(
    RateRamp storage ramp,
    uint256 rate,
    uint256 yield,
    uint256 now_,
    uint256 duration
  ) internal view returns (RateRamp memory next) {
    require(
      duration >= MIN_DURATION && duration <= MAX_DURATION,
      IPremiumOracle.RampDurationOutOfBounds(duration, MIN_DURATION, MAX_DURATION)
    );
    next = settled(rate, yield);
    uint256 earliest = ramp.end + RampRule.REST;
    require(now_ >= earliest, IPremiumOracle.RampTooSoon(earliest));
    // The last ramp has arrived.
    (next.fromRate, next.fromYield) = (ramp.toRate, ramp.toYield);
    _requireStep(next.fromRate, next.toRate);
    _requireStep(next.fromYield, next.toYield);
    // Unix time is below 2^40 for 34,000 years.
    (next.start, next.end) = (uint40(now_), uint40(now_ + duration));
  }

  /// @notice A ramp that has arrived.
  function settled(uint256 rate, uint256 yield) internal pure returns (RateRamp memory ramp) {
    (ramp.toRate, ramp.toYield) = (_stored(rate), _stored(yield));
  }

  function _between(uint256 start, uint256 end, uint256 passed, uint256 duration) private pure returns (uint256) {
    return (WAD_PER_PICO * (start * (duration - passed) + end * passed)) / duration;
  }

  /// @dev Both in 1e-12 a year.
  function _requireStep(uint256 from, uint256 to) private pure {
    uint256 step = from < to ? to - from : from - to;
    require(step <= MAX_STEP, IPremiumOracle.RampTooSteep(from * WAD_PER_PICO, to * WAD_PER_PICO));
  }

  function _stored(uint256 rate) private pure returns (uint40) {
    require(rate <= MAX_RATE && rate % WAD_PER_PICO == 0, IPremiumOracle.RateOutOfBounds(rate, MAX_RATE));
    return uint40(rate / WAD_PER_PICO);
  }
}
