// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SquareRoot} from "../math/SquareRoot.sol";
import {Svi} from "../math/Svi.sol";
import {Curve} from "../types/Curve.sol";
import {SviSlice} from "../types/SviSlice.sol";
import {SurfaceInterpolation} from "./SurfaceInterpolation.sol";

/// @notice A whole surface in memory.
struct Surface {
  /// unix seconds
  uint256 observedAt;
  /// eight 32-bit unix times, ascending from the low end
  uint256 expiries;
  SviSlice[8] slices;
}

/// @title SurfaceDistance
/// @notice How far two surfaces are apart, in volatility.
library SurfaceDistance {
  /// @dev How far out a step is measured, in standard deviations.
  int256 private constant WIDEST_DEVIATIONS = 3;

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

  /// @notice Largest absolute difference of volatility between two surfaces over the unexpired expiries of both, at the
  /// money and one, two and three standard deviations of `base` either side; at two it counts half, at three a third.
  /// @dev Less in the wings, because they are read less well and options there are less sensitive: e^(−2) = 14 % and
  /// e^(−4.5) = 1 % of the vega at the money. A round trip is charged 2·c_σ: as much as a single admissible step at two standard
  /// deviations; at three a step is worth c_σ more, times 1 % of that vega.
  /// @param base the surface whose standard deviation places the outer points: the one in effect
  /// @return largest WAD of volatility
  function distance(Surface memory base, Surface memory other, uint256 time) internal pure returns (uint256 largest) {
    uint256 expiries = base.expiries;
    uint256 otherExpiries = other.expiries;
    // Both lists ascend: one walk over their union. Zero ends a list, and as an expiry has passed.
    while (expiries | otherExpiries != 0) {
      uint256 expiry = _earlier(uint32(expiries), uint32(otherExpiries));
      if (expiry == uint32(expiries)) expiries >>= SurfaceInterpolation.EXPIRY_BITS;
      if (expiry == uint32(otherExpiries)) otherExpiries >>= SurfaceInterpolation.EXPIRY_BITS;
      if (expiry <= time) continue;
      uint256 here = _distanceAt(curveAt(base, expiry, time), curveAt(other, expiry, time), expiry - time);
      if (here > largest) largest = here;
    }
  }

  /// @dev The earlier of two expiries, zero being none.
  function _earlier(uint256 expiry, uint256 otherExpiry) private pure returns (uint256) {
    if (expiry == 0) return otherExpiry;
    return otherExpiry == 0 || expiry < otherExpiry ? expiry : otherExpiry;
  }

  function _distanceAt(Curve memory base, Curve memory other, uint256 tenor) private pure returns (uint256 largest) {
    uint256 centre = Svi.totalVariance(base, 0);
    largest = _difference(centre, Svi.totalVariance(other, 0), tenor);
    // √w in Q96 is one standard deviation of ln(K/F), in the scale the kernels take.
    int256 deviation = int256(SquareRoot.sqrt(centre));
    for (int256 deviations = 1; deviations <= WIDEST_DEVIATIONS; ++deviations) {
      uint256 here = _differenceEitherSide(base, other, deviations * deviation, tenor) / uint256(deviations);
      if (here > largest) largest = here;
    }
  }

  /// @dev The larger difference of volatility at k and −k (Q96).
  function _differenceEitherSide(
    Curve memory base,
    Curve memory other,
    int256 k,
    uint256 tenor
  ) private pure returns (uint256) {
    uint256 above = _difference(Svi.totalVariance(base, k), Svi.totalVariance(other, k), tenor);
    uint256 below = _difference(Svi.totalVariance(base, -k), Svi.totalVariance(other, -k), tenor);
    return above > below ? above : below;
  }

  function _difference(uint256 w, uint256 otherW, uint256 tenor) private pure returns (uint256) {
    uint256 volatility = Svi.volatilityOf(w, tenor);
    uint256 otherVolatility = Svi.volatilityOf(otherW, tenor);
    return volatility > otherVolatility ? volatility - otherVolatility : otherVolatility - volatility;
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
