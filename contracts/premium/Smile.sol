// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RawDivision} from "../math/RawDivision.sol";
import {SquareRoot} from "../math/SquareRoot.sol";
import {Curve} from "../types/Curve.sol";
import {SviSlice} from "../types/SviSlice.sol";

/// @notice One weighted SVI slice in binary fixed point, unpacked once for all strikes of an expiry.
struct WeightedSlice {
  /// weight·a, Q192.
  int256 level;
  /// weight·b, Q96.
  int256 slope;
  /// ρ and m, Q96.
  int256 tilt;
  int256 centre;
  /// σ², Q192.
  uint256 width;
}

/// @notice Total variance of one expiry, ready for its strikes: w(k) = near(k) + far(k).
struct Smile {
  WeightedSlice near;
  WeightedSlice far;
  /// Whether `far` counts.
  bool blended;
}

/// @title Smiles
/// @notice `Svi.withDerivatives` for many strikes of one curve: what depends on the curve alone is scaled once, which leaves one
/// root and three divisions a slice.
library Smiles {
  int256 private constant PICO = 1e12;
  int256 private constant PICO_WAD = 1e30;

  /// @notice Unpacks a curve, whose weights are below 2^64, over what `smile` held before.
  function load(Smile memory smile, Curve memory curve) internal pure {
    _unpack(smile.near, curve.near, curve.nearWeight);
    bool blended = curve.farWeight != 0;
    smile.blended = blended;
    if (blended) _unpack(smile.far, curve.far, curve.farWeight);
  }

  /// @notice Total variance at the forward, Q192, zero where it would be negative.
  function atTheMoney(Smile memory smile) internal pure returns (uint256) {
    int256 variance = _atTheMoney(smile.near);
    // Each is below 2^229.
    unchecked {
      if (smile.blended) variance += _atTheMoney(smile.far);
    }
    return variance > 0 ? uint256(variance) : 0;
  }

  /// @notice Total variance with its first two derivatives in k.
  /// @param k ln(K/F), Q96, |k| < 2^104
  /// @return w Q192, zero where it would be negative
  /// @return slope w', Q96
  /// @return curvature w'', Q96
  function valueAt(Smile memory smile, int256 k) internal pure returns (uint256 w, int256 slope, uint256 curvature) {
    int256 variance;
    (variance, slope, curvature) = _at(smile.near, k);
    if (smile.blended) {
      (int256 farVariance, int256 farSlope, uint256 farCurvature) = _at(smile.far, k);
      // Each variance is below 2^224, see `_at`.
      unchecked {
        (variance, slope, curvature) = (variance + farVariance, slope + farSlope, curvature + farCurvature);
      }
    }
    // The sign, spread over the word, clears what is negative.
    w = uint256(variance & ~(variance >> 255));
  }

  /// @dev w = a + b·(ρ·d + r), w' = b·(ρ + d/r), w'' = b·(σ²/r²)/r, with d = k − m and r = √(d² + σ²).
  function _at(
    WeightedSlice memory slice,
    int256 k
  ) private pure returns (int256 variance, int256 slope, uint256 curvature) {
    // d < 2^105 and σ < 2^105, so that the sum of squares is below 2^211 and r < 2^106; b < 2^113 with its weight, |ρ| < 2^104:
    // ρ·d < 2^209 before its shift, b·(ρ·d + r) < 2^228.
    unchecked {
      int256 d = k - slice.centre;
      int256 tilt = slice.tilt;
      int256 b = slice.slope;
      uint256 square = uint256(d * d) + slice.width;
      int256 r = int256(SquareRoot.sqrt(square));
      variance = slice.level + b * (((tilt * d) >> 96) + r);
      // At the very kink of a slice with σ = 0 there is no derivative to give: d, σ and r are zero, and so are the quotients.
      slope = (b * (tilt + RawDivision.sdiv(d << 96, r))) >> 96;
      // σ²/r² ≤ 1 in Q40 more than 96 − 40: σ² < 2^210 leaves 45 bits above, so the quotient is taken of both shifted.
      uint256 share = RawDivision.div(slice.width << 44, (square >> 52) + 1);
      curvature = RawDivision.div(uint256(b) * share, uint256(r));
    }
  }

  /// @dev The variance of `_at` with k = 0.
  function _atTheMoney(WeightedSlice memory slice) private pure returns (int256) {
    unchecked {
      int256 centre = slice.centre;
      int256 r = int256(SquareRoot.sqrt(uint256(centre * centre) + slice.width));
      return slice.level + slice.slope * (((slice.tilt * -centre) >> 96) + r);
    }
  }

  function _unpack(WeightedSlice memory to, SviSlice slice, uint256 weight) private pure {
    (int256 a, uint256 b, int256 rho, int256 m, uint256 sigma) = slice.fields();
    // Parameters are below 2^56 and 2^48 in 1e-12, weights below 2^64: the largest, a·weight·2^130, is below 2^250.
    unchecked {
      int256 signedWeight = int256(weight);
      to.level = RawDivision.sdiv((a * signedWeight) << 130, PICO_WAD) << 62;
      to.slope = RawDivision.sdiv((int256(b) * signedWeight) << 96, PICO_WAD);
      to.tilt = RawDivision.sdiv(rho << 96, PICO);
      to.centre = RawDivision.sdiv(m << 96, PICO);
      sigma = RawDivision.div(sigma << 96, uint256(PICO));
      to.width = sigma * sigma;
    }
  }
}
