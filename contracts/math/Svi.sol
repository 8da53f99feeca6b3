// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Curve} from "../types/Curve.sol";
import {SviSlice} from "../types/SviSlice.sol";
import {RawDivision} from "./RawDivision.sol";
import {SquareRoot} from "./SquareRoot.sol";

/// @title Svi
/// @notice Total variance w(k) = a + b·(ρ·(k − m) + √((k − m)² + σ²)) of a raw SVI slice, its first two derivatives in
/// k = ln(K/F), and volatility √(w/τ). Gatheral, "A parsimonious arbitrage-free implied volatility parameterization", 2004.
///
/// @dev Scales. The kernels take k in Q96 and give w in Q192, so that √w is in Q96 like k; derivatives are in Q96.
/// `volatility` takes and gives WAD. Inside, no scale is ever divided away before the end:
///
///   length  d = k − m, σ, r = √(d² + σ²)   in 1e12·2⁶⁴   (a pico parameter shifted left by 64 bits)
///   variance  W = a + b·(ρ·d + r)          in 1e36·2⁶⁴   (pico × pico × length)
///
/// so that one square root is all that a slice costs. Nothing overflows for any word taken as a slice, any |k| < 2⁸
/// (|Q96| < 2¹⁰⁴) and any weight < 2⁸⁶: d < 2¹¹³, d² + σ² < 2²²⁷, r < 2¹¹⁴, ρ·d + 1e12·r < 2¹⁶¹, b·(…) < 2²⁰⁹, W < 2²¹⁰.
/// Larger |k| in Q96 is outside the domain; the WAD functions refuse it.
///
/// Error, for |k| < 2⁸: r is relative to 2⁻⁷⁸ or better, all the rest exact until W is scaled; hence w is within
/// b·r·2⁻⁷⁸ + w·2⁻¹⁰⁰ of the exact value, and `volatility` within 1e-18 plus that. Results round down. Parameters with a
/// negative minimum variance (no accepted surface has them) give zero where w < 0.
library Svi {
  /// @dev WAD: |k| up to this is in the domain of the WAD functions.
  int256 internal constant MAX_MONEYNESS = 256e18;

  uint256 private constant SECONDS_A_YEAR = 365 days;

  int256 private constant WAD = 1e18;
  /// @dev 1e18 = 5¹⁸·2¹⁸: only the odd part is divided by.
  uint256 private constant FIVE_18 = 5 ** 18;
  int256 private constant FIVE_6 = 5 ** 6;
  int256 private constant PICO = 1e12;
  int256 private constant PICO_SQUARED = 1e24;
  /// @dev 1e24·2⁶⁴
  int256 private constant PICO_SQUARED_Q64 = 18446744073709551616e24;

  /// @notice ln(K/F) is outside [−256, 256].
  error MoneynessOutOfRange(int256 k);
  /// @notice Volatility needs a positive time to expiry.
  error ZeroTenor();

  /// @notice Total variance of a slice, rounded down, zero where it would be negative.
  /// @param k ln(K/F) in Q96, |k| < 2¹⁰⁴
  /// @return w Q192
  function totalVariance(SviSlice slice, int256 k) internal pure returns (uint256 w) {
    (int256 W, , ) = _at(slice, _fromQ96(k));
    return _toQ192(_floorAtZero(W));
  }

  /// @notice Total variance of a slice with its sign: what a check of untrusted parameters needs.
  /// @param k ln(K/F) in Q96, |k| < 2¹⁰⁴
  /// @return W in units of 1e-36·2⁻⁶⁴
  function signedVariance(SviSlice slice, int256 k) internal pure returns (int256 W) {
    (W, , ) = _at(slice, _fromQ96(k));
  }

  /// @notice Total variance of a slice with w' = b·(ρ + d/r) and w'' = b·σ²/r³.
  /// @param k ln(K/F) in Q96, |k| < 2¹⁰⁴
  /// @return w Q192, as `totalVariance`
  /// @return slope w' in Q96, to 2⁻⁷⁶·b
  /// @return curvature w'' in Q96, to 2⁻⁷⁶ of its largest value b/σ; zero for a slice with σ = 0
  function withDerivatives(
    SviSlice slice,
    int256 k
  ) internal pure returns (uint256 w, int256 slope, uint256 curvature) {
    int256 W;
    (W, slope, curvature) = signedWithDerivatives(slice, k);
    w = _toQ192(_floorAtZero(W));
  }

  /// @notice As `withDerivatives`, total variance with its sign in units of 1e-36·2⁻⁶⁴.
  function signedWithDerivatives(
    SviSlice slice,
    int256 k
  ) internal pure returns (int256 W, int256 slope, uint256 curvature) {
    int256 d;
    uint256 r;
    (W, d, r) = _at(slice, _fromQ96(k));
    (slope, curvature) = _derivatives(slice, d, r);
  }

  /// @notice Volatility of a slice over its reported life.
  /// @param k ln(K/F), WAD, |k| ≤ 256
  /// @param tenor seconds to expiry, > 0
  /// @return WAD a year, rounded down
  function volatility(SviSlice slice, int256 k, uint256 tenor) internal pure returns (uint256) {
    require(tenor != 0, ZeroTenor());
    (int256 W, , ) = _at(slice, _fromWad(k));
    // W < 2²¹⁰, times seconds a year < 2²³⁵; from 1e36·2⁶⁴ to 1e36, whose root is the WAD.
    unchecked {
      return SquareRoot.sqrt(RawDivision.div(_floorAtZero(W) * SECONDS_A_YEAR, tenor) >> 64);
    }
  }

  /// @notice Total variance of a curve: the weighted sum over its slices.
  /// @param k ln(K/F) in Q96, |k| < 2¹⁰⁴
  /// @return w Q192, rounded down
  function totalVariance(Curve memory curve, int256 k) internal pure returns (uint256 w) {
    return _weightedToQ192(_weightedVariance(curve, _fromQ96(k)));
  }

  /// @notice Total variance of a curve with its first two derivatives in k.
  /// @param k ln(K/F) in Q96, |k| < 2¹⁰⁴
  /// @return w Q192
  /// @return slope w' in Q96
  /// @return curvature w'' in Q96
  function withDerivatives(
    Curve memory curve,
    int256 k
  ) internal pure returns (uint256 w, int256 slope, uint256 curvature) {
    int256 W;
    (W, slope, curvature) = signedWithDerivatives(curve.near, k);
    w = _weighted(W, curve.nearWeight);
    // Slopes < 2¹¹², curvatures < 2¹⁴⁴; times weights < 2⁸⁶ their sums stay inside a word.
    unchecked {
      slope *= int256(curve.nearWeight);
      curvature *= curve.nearWeight;
      if (curve.farWeight != 0) {
        (int256 farW, int256 farSlope, uint256 farCurvature) = signedWithDerivatives(curve.far, k);
        w += _weighted(farW, curve.farWeight);
        slope += farSlope * int256(curve.farWeight);
        curvature += farCurvature * curve.farWeight;
      }
      return (_weightedToQ192(w), slope / WAD, curvature / uint256(WAD));
    }
  }

  /// @notice Volatility of a curve.
  /// @param k ln(K/F), WAD, |k| ≤ 256
  /// @param tenor seconds from now to expiry, > 0
  /// @return WAD a year, rounded down
  function volatility(Curve memory curve, int256 k, uint256 tenor) internal pure returns (uint256) {
    require(tenor != 0, ZeroTenor());
    // 1e36·2⁸² down to 1e36·2²⁵, < 2¹⁹⁸, so that seconds a year (< 2²⁵) fit; then to 1e36, whose root is the WAD.
    unchecked {
      uint256 sum = _weightedVariance(curve, _fromWad(k));
      return SquareRoot.sqrt(RawDivision.div((sum >> 57) * SECONDS_A_YEAR, tenor) >> 25);
    }
  }

  /// @notice The volatility that gives a total variance over a time to expiry.
  /// @param w Q192, < 2²⁸ in value
  /// @param tenor seconds, > 0
  /// @return WAD a year, rounded down
  function volatilityOf(uint256 w, uint256 tenor) internal pure returns (uint256) {
    require(tenor != 0, ZeroTenor());
    // Q192 to 1e36·2⁸⁰ and times seconds a year: < 2¹⁰⁸⁺¹²⁰⁺²⁵. Checked, for a caller that left the domain.
    return SquareRoot.sqrt((((w >> 112) * 1e36 * SECONDS_A_YEAR) / tenor) >> 80);
  }

  /// @dev ln(K/F) from Q96 to 1e12·2⁶⁴.
  function _fromQ96(int256 k) private pure returns (int256) {
    unchecked {
      return (k * PICO) >> 32;
    }
  }

  /// @dev ln(K/F) from 1e18 = 5⁶·2⁶·1e12 to 1e12·2⁶⁴, rounded towards zero.
  function _fromWad(int256 k) private pure returns (int256) {
    unchecked {
      // One comparison for both bounds: a sum below zero is a huge unsigned number.
      require(uint256(k + MAX_MONEYNESS) <= 2 * uint256(MAX_MONEYNESS), MoneynessOutOfRange(k));
      return (k << 58) / FIVE_6;
    }
  }

  /// @dev d = x − m with its sign and r = √(d² + σ²), in 1e12·2⁶⁴ like x, and W = a + b·(ρ·d + r) in 1e36·2⁶⁴. One function
  /// for all three: calls would cost more than what some callers leave unused.
  function _at(SviSlice slice, int256 x) private pure returns (int256 W, int256 d, uint256 r) {
    // Assembly, because the compiler masks each field before it sign-extends it. Reads no memory.
    uint256 square;
    // |d| < 2¹¹³ and σ < 2¹¹², so the sum of squares is < 2²²⁷. Bits 56..103 are m, bits 8..55 σ.
    assembly ("memory-safe") {
      d := sub(x, shl(64, sar(208, shl(152, slice))))
      let sigma := shl(56, and(slice, 0xffffffffffff00))
      square := add(mul(d, d), mul(sigma, sigma))
    }
    r = SquareRoot.sqrt(square);
    // |ρ·d| < 2¹⁶⁰, 1e12·r < 2¹⁵⁴, b < 2⁴⁸, |a·1e24·2⁶⁴| < 2¹⁹⁹: |W| < 2²¹⁰. Bits 200..255 are a, bits 152..199 b, bits
    // 104..151 ρ.
    assembly ("memory-safe") {
      let wings := add(mul(sar(208, shl(104, slice)), d), mul(PICO, r))
      W := add(mul(sar(200, slice), PICO_SQUARED_Q64), mul(and(shr(152, slice), 0xffffffffffff), wings))
    }
  }

  /// @dev w' = b·(ρ + d/r) and w'' = b·σ²/r³ = b·s²/r with s = σ/r, in Q96. At σ = 0 the kink is left out.
  function _derivatives(SviSlice slice, int256 d, uint256 r) private pure returns (int256 slope, uint256 curvature) {
    // Assembly for the same reason, and because 0/0 = 0 is what is wanted where r = 0. |d/r| and s ≤ 1 up to the root's
    // error: |slope| before its division < 2¹⁸⁶; b·s² < 2⁴⁸⁺¹⁹³ in 1e12·2¹⁹², and over r in Q128.
    assembly ("memory-safe") {
      let b := and(shr(152, slice), 0xffffffffffff)
      let tilt := add(shl(96, sar(208, shl(104, slice))), mul(PICO, sdiv(shl(96, d), r)))
      slope := sdiv(mul(b, tilt), PICO_SQUARED)
      let s := div(shl(152, and(slice, 0xffffffffffff00)), r)
      curvature := shr(32, div(mul(mul(b, s), s), r))
    }
  }

  /// @dev Σ weight·w over the curve's slices, in 1e36·2⁸².
  function _weightedVariance(Curve memory curve, int256 k) private pure returns (uint256 sum) {
    (int256 W, , ) = _at(curve.near, k);
    sum = _weighted(W, curve.nearWeight);
    if (curve.farWeight != 0) {
      (W, , ) = _at(curve.far, k);
      // Two terms < 2²⁵⁴.
      unchecked {
        sum += _weighted(W, curve.farWeight);
      }
    }
  }

  /// @dev A WAD weight times W, from 1e36·2⁶⁴ to 1e36·2⁸² = (1e36·2⁶⁴/5¹⁸)·1e18: W/5¹⁸ < 2¹⁶⁹, a product < 2²⁵⁵.
  function _weighted(int256 W, uint256 weight) private pure returns (uint256) {
    unchecked {
      return (_floorAtZero(W) / FIVE_18) * weight;
    }
  }

  /// @dev 1e36·2⁸² = 5³⁶·2¹¹⁸ to Q192, in two divisions by 5¹⁸ that keep 40 bits more in between: < 2²¹⁴ · 2⁴⁰.
  function _weightedToQ192(uint256 sum) private pure returns (uint256) {
    unchecked {
      return (((sum / FIVE_18) << 40) / FIVE_18) << 34;
    }
  }

  /// @dev 1e36·2⁶⁴ = 5³⁶·2¹⁰⁰ to Q192, in the same way: W/5¹⁸ < 2¹⁶⁹, · 2⁸².
  function _toQ192(uint256 W) private pure returns (uint256) {
    unchecked {
      return (((W / FIVE_18) << 82) / FIVE_18) << 10;
    }
  }

  function _floorAtZero(int256 W) private pure returns (uint256 floored) {
    // A comparison is 0 or 1; a branch costs more.
    assembly ("memory-safe") {
      floored := mul(W, sgt(W, 0))
    }
  }
}
