// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {SquareRoot} from "../math/SquareRoot.sol";
import {Svi} from "../math/Svi.sol";
import {SviParams, SviSlice} from "../types/SviSlice.sol";

/// @title ArbitrageChecks
/// @notice Refuses slices outside the domain, and slices with butterfly or calendar arbitrage on a fixed grid of k
/// (invariant P7).
/// @dev Sources: Gatheral and Jacquier, "Arbitrage-free SVI volatility surfaces", 2014 (conditions, Durrleman's g);
/// Lee, "The moment formula for implied volatility at extreme strikes", 2004 (wings: slope of w at most 2).
/// The grid is 0 and ±{1, 2, 3, 4, 6, 8, 12, …, 128, 192}/64, up to ±3: spaced in proportion to k, since one grid serves
/// tenors from a day (√w about 0.04) to years (√w about 1.5). Butterflies are looked for at each slice's own points besides:
/// every half standard deviation up to two, where a day's smile lies between two grid points, and 4, 16 and 64 widths σ
/// either side of m, where a kink has run out and its slope is at its steepest over the least variance (ADR 0014).
library ArbitrageChecks {
  /// @dev The grid's positive side in units of 1/64, one byte each, from the low end.
  uint256 private constant GRID = 0xc0806040302018100c080604030201;
  uint256 private constant GRID_SIDE = 15;
  uint256 private constant GRID_POINTS = 2 * GRID_SIDE + 1;
  /// @dev Bits from 1/64 to Q96.
  uint256 private constant GRID_SHIFT = 90;

  /// @dev |k| up to this is looked at, Q96.
  int256 private constant MAX_K = 3 << 96;
  int256 private constant HALF_DEVIATIONS = 4;
  int256 private constant PICO = 1e12;
  /// @dev Widths from m: 4 to the powers 1 to 3.
  uint256 private constant WIDTH_SHIFT = 2;
  uint256 private constant WIDTHS = 3;

  /// @dev The low byte of a slice's word.
  uint256 private constant UNUSED_BITS = 0xff;
  int256 private constant ONE_Q96 = 0x1000000000000000000000000;
  int256 private constant VARIANCE_UNIT = 1e36;
  uint256 private constant UNIT = 1e12;
  uint256 private constant UNIT_SQUARED = 1e24;

  /// @dev |a| and |m| at most this, pico: a total variance of 16, a shift by a factor e⁴ of the forward.
  uint256 internal constant MAX_A = 16e12;
  uint256 internal constant MAX_M = 4e12;
  /// @dev σ within these, pico.
  uint256 internal constant MIN_SIGMA = 1e7;
  uint256 internal constant MAX_SIGMA = 16e12;
  /// @dev |ρ| at most this, pico.
  uint256 internal constant MAX_RHO = 0.9999e12;
  /// @dev b(1 + |ρ|) at most this, in units of 1e-24.
  uint256 internal constant MAX_WING_SLOPE = 2e24;
  /// @dev Least total variance anywhere, in units of 1e-24: 1e-10, which Durrleman's function can be computed at.
  int256 internal constant MIN_VARIANCE = 1e14;
  /// @dev At-the-money volatility within these, WAD a year.
  uint256 internal constant MIN_VOLATILITY = 0.01e18;
  uint256 internal constant MAX_VOLATILITY = 10e18;

  /// @notice A parameter is outside the domain, or the word's unused bits are set.
  error SliceOutOfDomain(uint256 index, SviSlice slice);
  /// @notice a + bσ√(1 − ρ²) is below 1e-10. In units of 1e-24.
  error MinimumVarianceTooLow(uint256 index, int256 minimum);
  /// @notice b(1 + |ρ|) is above 2. In units of 1e-24.
  error WingTooSteep(uint256 index, uint256 slope);
  /// @notice At-the-money volatility is outside its bounds, WAD a year.
  error VolatilityOutOfBounds(uint256 index, uint256 volatility);
  /// @notice Durrleman's g is negative at k (Q96); g in Q96.
  error ButterflyArbitrage(uint256 index, int256 k, int256 g);
  /// @notice Total variance at k (Q96) is below the earlier expiry's; both in units of 1e-36·2⁻⁶⁴.
  error CalendarArbitrage(uint256 index, int256 k, int256 earlier, int256 later);

  /// @notice Reverts with a named error unless every slice is in the domain and free of arbitrage on the grid.
  /// @param observedAt unix seconds, before every expiry
  /// @param expiries unix seconds, ascending, as many as slices
  function check(uint256 observedAt, uint256[] calldata expiries, SviSlice[] calldata slices) internal pure {
    int256[GRID_POINTS] memory earlier;
    for (uint256 i = 0; i < slices.length; ++i) {
      _checkDomain(i, slices[i]);
      uint256 volatility = Svi.volatility(slices[i], 0, expiries[i] - observedAt);
      require(MIN_VOLATILITY <= volatility && volatility <= MAX_VOLATILITY, VolatilityOutOfBounds(i, volatility));
      _checkPoint(i, slices[i], 0, earlier, 0);
      for (uint256 j = 0; j < GRID_SIDE; ++j) {
        int256 k = int256(uint256(uint8(GRID >> (j << 3))) << GRID_SHIFT);
        _checkPoint(i, slices[i], k, earlier, 2 * j + 1);
        _checkPoint(i, slices[i], -k, earlier, 2 * j + 2);
      }
      _checkOwnPoints(i, slices[i]);
    }
  }

  /// @dev Butterflies where this slice may hide one between grid points.
  function _checkOwnPoints(uint256 index, SviSlice slice) private pure {
    int256 half = int256(SquareRoot.sqrt(Svi.totalVariance(slice, 0)) >> 1);
    for (int256 i = 1; i <= HALF_DEVIATIONS; ++i) {
      _checkButterfly(index, slice, i * half);
      _checkButterfly(index, slice, -i * half);
    }
    (, , , int256 m, uint256 sigma) = slice.fields();
    for (uint256 i = 1; i <= WIDTHS; ++i) {
      int256 away = int256(sigma << (WIDTH_SHIFT * i));
      _checkButterfly(index, slice, ((m + away) << 96) / PICO);
      _checkButterfly(index, slice, ((m - away) << 96) / PICO);
    }
  }

  function _checkButterfly(uint256 index, SviSlice slice, int256 k) private pure {
    if (k > MAX_K || k < -MAX_K) return;
    (int256 w, int256 slope, uint256 curvature) = Svi.signedWithDerivatives(slice, k);
    int256 g = durrleman(k, w, slope, curvature);
    require(g >= 0, ButterflyArbitrage(index, k, g));
  }

  /// @dev Also bounds what the kernels see, so that nothing below overflows: w < 64 at |k| ≤ 3.
  function _checkDomain(uint256 index, SviSlice slice) private pure {
    SviParams memory p = slice.unpackSvi();
    uint256 rho = SignedMath.abs(p.rho);
    require(
      SviSlice.unwrap(slice) & UNUSED_BITS == 0 &&
        SignedMath.abs(p.a) <= MAX_A &&
        rho <= MAX_RHO &&
        SignedMath.abs(p.m) <= MAX_M &&
        MIN_SIGMA <= p.sigma &&
        p.sigma <= MAX_SIGMA,
      SliceOutOfDomain(index, slice)
    );
    uint256 slope = p.b * (UNIT + rho);
    require(slope <= MAX_WING_SLOPE, WingTooSteep(index, slope));
    // The least of w is at d = −ρσ/√(1 − ρ²); (b·σ)·√(1e24 − ρ²) < 2⁴⁸⁺⁴⁸⁺⁴⁰.
    uint256 bend = (p.b * p.sigma * SquareRoot.sqrt(UNIT_SQUARED - rho * rho)) / UNIT;
    int256 minimum = p.a * int256(UNIT) + int256(bend);
    require(minimum >= MIN_VARIANCE, MinimumVarianceTooLow(index, minimum));
  }

  /// @dev Butterfly at one grid point, and calendar against the earlier expiry, whose total variance is at `place`.
  function _checkPoint(
    uint256 index,
    SviSlice slice,
    int256 k,
    int256[GRID_POINTS] memory earlier,
    uint256 place
  ) private pure {
    (int256 w, int256 slope, uint256 curvature) = Svi.signedWithDerivatives(slice, k);
    require(w >= earlier[place], CalendarArbitrage(index, k, earlier[place], w));
    earlier[place] = w;
    int256 g = durrleman(k, w, slope, curvature);
    require(g >= 0, ButterflyArbitrage(index, k, g));
  }

  /// @notice Durrleman's g(k) = (1 − kw'/2w)² − (w'²/4)(1/w + 1/4) + w''/2, to which the density of ln K is proportional.
  /// @param k ln(K/F) in Q96, |k| ≤ 3
  /// @param W total variance in units of 1e-36·2⁻⁶⁴, within the domain
  /// @param slope w' in Q96, |w'| ≤ 2
  /// @param curvature w'' in Q96
  /// @return g Q96, within (1 + |kw'/w|)²·2⁻⁶⁰ of the exact value
  function durrleman(int256 k, int256 W, int256 slope, uint256 curvature) internal pure returns (int256 g) {
    // w ≥ 1e-10 is ≥ 2⁶² in Q96; k·w' ≤ 6·2¹⁹², so kw'/2w < 2¹³³ and its square, in Q128, < 2²⁰².
    int256 w = (W << 32) / VARIANCE_UNIT;
    int256 skewed = (ONE_Q96 - (k * slope) / (2 * w)) >> 32;
    int256 slopeSquared = slope * slope;
    g = ((skewed * skewed) >> 32) - slopeSquared / (4 * w) - (slopeSquared >> 100) + int256(curvature >> 1);
  }
}
