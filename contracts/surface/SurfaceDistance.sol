// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SquareRoot} from "../math/SquareRoot.sol";
import {Svi} from "../math/Svi.sol";
import {Curve} from "../types/Curve.sol";
import {SviSlice} from "../types/SviSlice.sol";
import {SmileDistance} from "./SmileDistance.sol";
import {SurfaceInterpolation} from "./SurfaceInterpolation.sol";

/// @notice A whole surface in memory.
struct Surface {
  /// unix seconds
  uint256 observedAt;
  /// eight 32-bit unix times, ascending from the low end
  uint256 expiries;
  SviSlice[8] slices;
}

/// @notice What lies between two surfaces, WAD of volatility.
struct Step {
  /// The largest distance over expiries that count.
  uint256 counted;
  /// The largest over those that are named for the first time.
  uint256 arrival;
  /// Whether there are any of these.
  bool arrives;
}

/// @title SurfaceDistance
/// @notice How far two surfaces are apart, in volatility.
library SurfaceDistance {
  /// @dev Seconds before an expiry in which its volatility counts less and less.
  uint256 private constant LAST_DAY = 1 days;

  /// @notice Total variance of a surface from `time` to a later `expiry`.
  function curveAt(Surface memory surface, uint256 expiry, uint256 time) internal pure returns (Curve memory curve) {
    uint256 near = SurfaceInterpolation.firstLive(surface.expiries, time);
    (near, curve.nearWeight, curve.farWeight) = SurfaceInterpolation.place(
      surface.expiries,
      surface.observedAt,
      near,
      expiry,
      time
    );
    curve.near = surface.slices[near];
    if (curve.farWeight != 0) curve.far = surface.slices[near + 1];
  }

  /// @notice What a step to `other` amounts to, expiry by expiry: the largest difference of volatility within three standard
  /// deviations, beyond one divided by how many, as `SmileDistance` bounds it.
  /// @dev Less in the wings, because they are read less well and options there are less sensitive: e^(−2) = 14 % and
  /// e^(−4.5) = 1 % of the vega at the money. Within the last day it counts √(τ/1 day), as vega falls.
  ///
  /// An expiry that `base` has and `other` has not counts while a day or more is left: what is held in it is priced between
  /// its neighbours from then on. In its last day it goes without a step, once, since it counts where it comes back. One that
  /// `other` alone has counts if it was named before. If not it is an *arrival*, measured by itself: nobody had stated its
  /// volatility.
  /// @param base the surface whose standard deviation places the points: the one in effect
  /// @param named expiries of accepted reports
  function measure(
    Surface memory base,
    Surface memory other,
    uint256 time,
    mapping(uint256 expiry => bool) storage named
  ) internal view returns (Step memory step) {
    uint256 expiries = base.expiries;
    uint256 otherExpiries = other.expiries;
    // Both lists ascend: one walk over their union. Zero ends a list, and as an expiry has passed.
    while (expiries | otherExpiries != 0) {
      uint256 expiry = _earlier(uint32(expiries), uint32(otherExpiries));
      bool inBase = expiry == uint32(expiries);
      bool inOther = expiry == uint32(otherExpiries);
      if (inBase) expiries >>= SurfaceInterpolation.EXPIRY_BITS;
      if (inOther) otherExpiries >>= SurfaceInterpolation.EXPIRY_BITS;
      if (expiry <= time || (!inOther && expiry - time < LAST_DAY)) continue;
      uint256 here = distanceAt(base, other, expiry, time);
      if (inBase || named[expiry]) {
        if (here > step.counted) step.counted = here;
      } else {
        step.arrives = true;
        if (here > step.arrival) step.arrival = here;
      }
    }
  }

  /// @notice The distance at one expiry, WAD of volatility, rounded up.
  function distanceAt(
    Surface memory base,
    Surface memory other,
    uint256 expiry,
    uint256 time
  ) internal pure returns (uint256) {
    uint256 moves = SmileDistance.between(curveAt(base, expiry, time), curveAt(other, expiry, time));
    uint256 tenor = expiry - time;
    // √w over √τ: < 2¹⁰⁰ · 2⁶⁵. In the last day over √τ and times √(τ/1 day), which is over √(1 day).
    uint256 perRoot = SquareRoot.sqrt((365 days * 1e36) / (tenor < LAST_DAY ? LAST_DAY : tenor));
    return (moves * perRoot + type(uint96).max) >> 96;
  }

  /// @dev The earlier of two expiries, zero being none.
  function _earlier(uint256 expiry, uint256 otherExpiry) private pure returns (uint256) {
    if (expiry == 0) return otherExpiry;
    return otherExpiry == 0 || expiry < otherExpiry ? expiry : otherExpiry;
  }

  /// @notice At-the-money volatility of a surface for an expiry later than `time`, WAD a year.
  function atTheMoney(Surface memory surface, uint256 expiry, uint256 time) internal pure returns (uint256) {
    return Svi.volatilityOf(Svi.totalVariance(curveAt(surface, expiry, time), 0), expiry - time);
  }

  /// @notice Whether at some unexpired expiry of `next` its at-the-money volatility lies outside [low, high] and further
  /// out than that of the surface in effect. A step back towards the band is never outside.
  function leavesBand(
    Surface memory inEffect,
    Surface memory next,
    uint256 time,
    uint256 low,
    uint256 high
  ) internal pure returns (bool) {
    for (uint256 expiries = next.expiries; expiries != 0; expiries >>= 32) {
      uint256 expiry = uint32(expiries);
      if (expiry <= time) continue;
      uint256 volatility = atTheMoney(next, expiry, time);
      if (low <= volatility && volatility <= high) continue;
      uint256 before = atTheMoney(inEffect, expiry, time);
      if (volatility > high ? volatility > before : volatility < before) return true;
    }
    return false;
  }
}
