// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

import {SquareRoot} from "../math/SquareRoot.sol";
import {Svi} from "../math/Svi.sol";
import {Curve} from "../types/Curve.sol";
import {SviSlice} from "../types/SviSlice.sol";

/// @title SmileDistance
/// @notice How far two smiles of one expiry are apart in volatility, at no point within three standard deviations more than
/// is said here (ADR 0014).
/// @dev Let A and B be the two total variances and D = A − B. Each is a hyperbola, so D'' = 0 where
/// F_A/r_A³ = F_B/r_B³ with F = b·σ² and r² = (k − m)² + σ²: with c = (F_A/F_B)^⅔ a quadratic equation in k,
///
///   (c − 1)·y² + 2δ·y + c·σ_B² − δ² − σ_A² = 0,    y = k − m_B, δ = m_A − m_B.
///
/// D therefore is convex or concave between any two neighbours of the points measured: a grid of half standard deviations and
/// these roots. So it lies between its chord and its two tangents there, and |D|, also over the deviations out (linear over
/// linear), is largest at one of the two points or where the tangents meet. In volatility the difference is |D|/(√A + √B)/√τ, and the least of A (convex) between two points lies at one of them, or is the least of all. So the bound of
/// each interval holds, whatever kink lies in it; it exceeds the truth by what the smile itself changes between two points, and
/// is zero where the two are the same.
///
/// Where one of the curves is a mixture of two slices there may be more inflections. Then each of A and B by itself lies between
/// chord and tangents, and D departs from its own chord by no more than the larger of the two gaps.
library SmileDistance {
  /// @dev A point at which both are measured: ln(K/F) and slopes in Q96, total variances in Q192.
  struct Point {
    int256 k;
    int256 w;
    int256 slope;
    int256 otherW;
    int256 otherSlope;
  }

  /// @dev What holds for all intervals of a pair.
  struct Pair {
    Curve base;
    Curve other;
    /// One standard deviation of the base, Q96.
    uint256 deviation;
    /// Each is one slice.
    bool exact;
  }

  /// @dev Every half standard deviation from three below to three above.
  uint256 private constant GRID_POINTS = 13;
  int256 private constant GRID_OFFSET = 6;
  uint256 private constant MOST_POINTS = GRID_POINTS + 2;
  /// @dev Largest ratio of F^⅓ at which curvatures can balance: r_A² ≤ 2⁸⁹ and σ_B² ≥ 10¹⁴ in pico, so c < 2⁴⁴.
  uint256 private constant MOST_RATIO = 1 << 24;
  /// @dev Pico in Q32, beyond which no point lies: 64.
  uint256 private constant FARTHEST = 1 << 78;
  int256 private constant PICO = 1e12;
  uint256 private constant PICO_FOURTH = 1e24;
  uint256 private constant WAD = 1e18;

  /// @notice Largest of |√A − √B| over |k| ≤ three standard deviations of `base`, beyond one divided by how many.
  /// @return Q96, never below the true one by more than rounding (2⁻⁵⁵)
  function between(Curve memory base, Curve memory other) internal pure returns (uint256) {
    Pair memory pair;
    (pair.base, pair.other) = (base, other);
    pair.deviation = SquareRoot.sqrt(Svi.totalVariance(base, 0));
    pair.exact = base.farWeight | other.farWeight == 0;
    int256[MOST_POINTS] memory places;
    uint256 count = _places(pair, places);
    Point memory from;
    Point memory to;
    _measure(pair, places[0], from);
    uint256 largest;
    for (uint256 i = 1; i < count; ++i) {
      if (places[i] == places[i - 1]) continue;
      _measure(pair, places[i], to);
      uint256 here = _squaredBound(pair, from, to);
      if (here > largest) largest = here;
      (from, to) = (to, from);
    }
    // Q112 to Q192, up to 2⁻⁵⁶ more than what was cut off.
    return largest == 0 ? 0 : SquareRoot.sqrt((largest + 1) << 80) + 1;
  }

  /// @dev The grid and the inflections that lie within it, ascending.
  function _places(Pair memory pair, int256[MOST_POINTS] memory places) private pure returns (uint256 count) {
    int256 half = int256(pair.deviation >> 1);
    for (; count < GRID_POINTS; ++count) {
      places[count] = (int256(count) - GRID_OFFSET) * half;
    }
    if (!pair.exact) return count;
    (int256 first, int256 second) = _inflections(
      pair.base.near,
      pair.base.nearWeight,
      pair.other.near,
      pair.other.nearWeight
    );
    count = _insert(places, count, first);
    count = _insert(places, count, second);
  }

  /// @dev Puts `place` among the sorted ones where it lies between the first and the last.
  function _insert(int256[MOST_POINTS] memory places, uint256 count, int256 place) private pure returns (uint256) {
    if (place <= places[0] || place >= places[count - 1]) return count;
    uint256 i = count;
    for (; places[i - 1] > place; --i) places[i] = places[i - 1];
    places[i] = place;
    return count + 1;
  }

  /// @dev Where D'' may change its sign, Q96; the largest number where it does not. Pico inside, lengths in Q32.
  function _inflections(
    SviSlice a,
    uint256 weightA,
    SviSlice b,
    uint256 weightB
  ) private pure returns (int256 first, int256 second) {
    (first, second) = (type(int256).max, type(int256).max);
    // Weights < 2⁸⁶ (below 2⁷¹ for one slice), b < 2⁴⁸, σ² < 2⁸⁸ in the domain: < 2²⁰⁷.
    uint256 rootA = FixedPointMathLib.cbrt(_curving(a) * weightA);
    uint256 rootB = FixedPointMathLib.cbrt(_curving(b) * weightB);
    if (rootA < rootB) (a, rootA, b, rootB) = (b, rootB, a, rootA);
    if (rootA / MOST_RATIO >= rootB) return (first, second);
    uint256 ratio = (rootA << 64) / rootB;
    (, , , int256 m, uint256 sigma) = a.fields();
    (, , , int256 mB, uint256 sigmaB) = b.fields();
    return _roots(int256((ratio * ratio) >> 64), m - mB, [int256(sigma * sigma), int256(sigmaB * sigmaB)], mB);
  }

  /// @dev F = b·σ².
  function _curving(SviSlice slice) private pure returns (uint256) {
    (, uint256 b, , , uint256 sigma) = slice.fields();
    return b * sigma * sigma;
  }

  /// @dev Roots of the quadratic equation above, the one free of cancellation first, the other from the product of both.
  /// @param c Q64, 1 .. 2⁴⁸ in value
  /// @param delta m_A − m_B, pico, < 2⁴⁵
  /// @param squares σ_A² and σ_B², pico², < 2⁸⁹
  function _roots(
    int256 c,
    int256 delta,
    int256[2] memory squares,
    int256 mB
  ) private pure returns (int256 first, int256 second) {
    (first, second) = (type(int256).max, type(int256).max);
    int256 one = 1 << 64;
    int256 ownShare = c * squares[1];
    // Below 2²⁰² + 2¹¹² · 2¹³⁷: in Q64, so that its root is in Q32.
    int256 discriminant = c * delta * delta + (c - one) * (((squares[0] << 64) - ownShare) >> 64);
    if (discriminant <= 0) return (first, second);
    int256 root = int256(SquareRoot.sqrt(uint256(discriminant)));
    int256 z = (delta << 32) + (delta < 0 ? -root : root);
    if (c != one) first = _place(-(z << 64) / (c - one), mB);
    if (z != 0) second = _place(-(ownShare - ((delta * delta + squares[0]) << 64)) / z, mB);
  }

  /// @dev m_B + y, from pico in Q32 to Q96.
  function _place(int256 y, int256 mB) private pure returns (int256) {
    if (SignedMath.abs(y) > FARTHEST) return type(int256).max;
    return (((mB << 32) + y) << 64) / PICO;
  }

  function _measure(Pair memory pair, int256 k, Point memory point) private pure {
    uint256 w;
    point.k = k;
    (w, point.slope, ) = Svi.withDerivatives(pair.base, k);
    point.w = int256(w);
    (w, point.otherSlope, ) = Svi.withDerivatives(pair.other, k);
    point.otherW = int256(w);
  }

  /// @dev The square of what no (√A − √B)/max(1, deviations) between two points is above, Q112.
  function _squaredBound(Pair memory pair, Point memory from, Point memory to) private pure returns (uint256) {
    // Three deviations are k < 24·33, where w < 2¹² for a slice and < 2²² beyond the last expiry (a weight of 1,095): < 2²¹⁴
    // in Q192, its differences and gaps < 2¹⁵¹ in Q128; widths < 2¹⁰⁴, slopes < 2¹⁰⁹. So no product is above 2²⁵⁵, and what is
    // squared is < 2¹²⁸.
    unchecked {
      int256 d = (from.w - from.otherW) >> 64;
      int256 toD = (to.w - to.otherW) >> 64;
      int256 width = to.k - from.k;
      uint256 most = _weighed(pair.deviation, d, from.k);
      uint256 here = _weighed(pair.deviation, toD, to.k);
      if (here > most) most = here;
      if (pair.exact) {
        int256 slope = from.slope - from.otherSlope;
        int256 step = _meeting(toD - d, slope, to.slope - to.otherSlope, width);
        here = _weighed(pair.deviation, d + ((slope * step) >> 64), from.k + step);
        if (here > most) most = here;
      } else {
        uint256 gap = _gap((to.w - from.w) >> 64, from.slope, to.slope, width);
        uint256 otherGap = _gap((to.otherW - from.otherW) >> 64, from.otherSlope, to.otherSlope, width);
        most += gap > otherGap ? gap : otherGap;
      }
      if (most == 0) return 0;
      // (√A + √B)² = A + B + 2√(AB), no less than A + B + 2·min(A, B): next to nothing less where the two are alike.
      uint256 a = _leastWithin(pair.base, from.w, from.slope, to.w, to.slope);
      uint256 b = _leastWithin(pair.other, from.otherW, from.otherSlope, to.otherW, to.otherSlope);
      uint256 sum = a + b + 2 * (a < b ? a : b);
      // Q104, its square in Q208, the sum in Q96.
      uint256 size = (most >> 24) + 1;
      return (size * size) / (sum >> 96) + 1;
    }
  }

  /// @dev |d| over how many standard deviations out it lies, where these are more than one.
  function _weighed(uint256 deviation, int256 d, int256 k) private pure returns (uint256 size) {
    uint256 distance = SignedMath.abs(k);
    size = SignedMath.abs(d);
    // < 2¹⁵¹ · 2¹⁰², and no division by zero.
    unchecked {
      if (distance > deviation) size = (size * deviation) / distance;
    }
  }

  /// @dev How far from the first point its tangent meets that of the second.
  /// @param rise from the one to the other, Q128
  /// @param slope at the first, Q96
  /// @param toSlope at the second
  /// @param width Q96, > 0
  /// @return step Q96, within [0, width]
  function _meeting(int256 rise, int256 slope, int256 toSlope, int256 width) private pure returns (int256 step) {
    // Slopes · width < 2²¹³; rise and that product in Q128 are < 2¹⁵² before they are moved up by 64 bits.
    unchecked {
      int256 turn = slope - toSlope;
      if (turn == 0) return 0;
      step = ((rise - ((toSlope * width) >> 64)) << 64) / turn;
      if (step < 0) return 0;
      return step > width ? width : step;
    }
  }

  /// @dev How far a convex function can lie below its chord, Q128.
  function _gap(int256 rise, int256 slope, int256 toSlope, int256 width) private pure returns (uint256) {
    int256 step = _meeting(rise, slope, toSlope, width);
    // < 2¹⁵¹ · 2¹⁰⁴, and 2¹⁰⁹ · 2¹⁰⁴.
    unchecked {
      int256 gap = (rise * step) / width - ((slope * step) >> 64);
      return gap > 0 ? uint256(gap) : 0;
    }
  }

  /// @dev No total variance of the curve between two points is below this, Q192: the least of all where it lies between them.
  function _leastWithin(
    Curve memory curve,
    int256 w,
    int256 slope,
    int256 toW,
    int256 toSlope
  ) private pure returns (uint256) {
    if (slope < 0 && toSlope > 0) return _least(curve);
    return uint256(w < toW ? w : toW);
  }

  /// @dev No total variance of the curve is below this, Q192.
  function _least(Curve memory curve) private pure returns (uint256 least) {
    least = _leastOf(curve.near, curve.nearWeight);
    if (curve.farWeight != 0) least += _leastOf(curve.far, curve.farWeight);
  }

  /// @dev a + bσ√(1 − ρ²), at least 1e-10 in a slice that was accepted: from pico² and WAD to Q192.
  function _leastOf(SviSlice slice, uint256 weight) private pure returns (uint256) {
    (int256 a, uint256 b, int256 rho, , uint256 sigma) = slice.fields();
    uint256 bend = (b * sigma * SquareRoot.sqrt(PICO_FOURTH - uint256(rho * rho))) / uint256(PICO);
    int256 least = a * PICO + int256(bend);
    if (least <= 0) return 0;
    // In pico² < 2⁸⁹, weights < 2⁸⁶ in WAD; Q80 first, since 1e42 has 140 bits.
    return (((uint256(least) * weight) << 80) / (PICO_FOURTH * WAD)) << 112;
  }
}
