// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Logarithm} from "../math/Logarithm.sol";
import {NormalisedBlack} from "../math/NormalisedBlack.sol";
import {RawDivision} from "../math/RawDivision.sol";
import {SquareRoot} from "../math/SquareRoot.sol";
import {Greeks} from "../types/Greeks.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {ExpiryTerms} from "./ExpiryTerms.sol";
import {Market, SECONDS_PER_YEAR, WAD} from "./Market.sol";
import {Smile, Smiles} from "./Smile.sol";

/// @notice Sums over series of one expiry, weight × normalised quantity, Q96: all that value and Greeks need.
/// @dev Normalised: divided by e^(−yτ) in a call vault and S·e^(−yτ) in a put vault. a = w'/(2√w) is the slope of √w in k.
struct OptionTotals {
  /// c or p.
  int256 price;
  /// Φ(d1) in a call vault, −Φ(−d1) in a put vault: Black's delta to the forward. Less the price it is −∂/∂k at fixed
  /// volatility.
  int256 delta;
  /// φ(d1): vega over √τ.
  int256 density;
  /// φ(d1)·√w: decay times 2τ.
  int256 decay;
  /// φ(d1)·a: vega times skew.
  int256 skew;
  /// φ(d1)/√w·(1 + 2·d1·a + a²·(d1·d2 − 1) + w''/2).
  int256 curvature;
}

/// @notice The series of one expiry: what they share, and what they add up to.
struct Chain {
  /// All ones in a put vault, zero in a call vault.
  uint256 putMask;
  /// F, WAD quote per underlying.
  uint256 forward;
  Smile smile;
  OptionTotals totals;
}

/// @title OptionPricing
/// @notice One series: log-moneyness, the smile, Black's formula, and the sums from which value and Greeks follow.
///
/// With k = ln(K/F), d1 = √w/2 − k/√w, d2 = d1 − √w, φ = φ(d1), total derivatives along the smile w(k):
/// ```
/// c' = −e^k·Φ(d2) + φ·a           p' = e^k·Φ(−d2) + φ·a                       a = w'/(2√w)
/// c'' = −e^k·Φ(d2) + Q            p'' = e^k·Φ(−d2) + Q                        Q = curvature above
/// ```
/// Q collects c_kk's φ/√w, 2·c_kw·w' = φ·d1·w'/w, c_ww·w'² = c_w·(d1·d2 − 1)·w'²/(2w) and c_w·w'' with c_w = φ/(2√w).
/// Sticky moneyness: d ln S moves k by −d ln S and leaves w(·) alone, hence
/// ```
/// call vault  v = Y·c(k)       D = −Y·c'          G = Y·c''                   Y = e^(−yτ)
/// put vault   v = S·Y·p(k)     D = S·Y·(p − p')   G = S·Y·(p − 2p' + p'')
/// ```
/// Vega, theta and rho are at fixed k-volatility: V = unit·φ·√τ, Θ = −∂v/∂τ at fixed σ, ρ = −τ·unit·∂c/∂k.
library OptionPricing {
  int256 private constant ONE_Q96 = 1 << 96;
  /// @dev |a| and w'' beyond these belong to no surface without arbitrage; the smile's terms are then left out.
  uint256 private constant SLOPE_LIMIT = 1 << 104;
  uint256 private constant CURVATURE_SHIFT = 128;
  /// @dev √w under 2.3e-10 (1 % volatility for 17 ns) is no time at all.
  uint256 private constant MIN_ROOT_BITS = 64;
  /// @dev No sum of curvatures of 16 series is larger, for any √w of a second or more.
  int256 private constant CURVATURE_LIMIT = 1 << 163;

  /// @notice Adds weight × one series to a chain's totals.
  /// @dev The forward is within 1 .. 2^112.
  /// @param strike WAD, below 2^112; zero, which no book lists, counts as e^−100 of the forward
  /// @param weight signed, |weight| < 2^40
  /// @return root √w of the series, Q96
  function add(Chain memory chain, uint256 strike, int256 weight) internal pure returns (uint256 root) {
    // Prices are at most e^k < 2^77 or 1, deltas at most 1, weights < 2^40.
    unchecked {
      uint256 forward = chain.forward;
      int256 k = Logarithm.lnRatioUncheckedQ96(strike, forward);
      int256 slope;
      uint256 curvature;
      (root, slope, curvature) = Smiles.valueAt(chain.smile, k);
      root = SquareRoot.sqrt(root);
      // Below √w of 2^64 `score` decides by k: no time at all.
      int256 half = int256(root >> 1);
      int256 d1 = NormalisedBlack.score(half - RawDivision.sdiv(k << 96, int256(root)), k, root >> MIN_ROOT_BITS);
      uint256 density = _addPrice(chain, weight, d1, RawDivision.div(strike << 96, forward), root);
      if (density != 0) _addSmile(chain.totals, weight, d1, int256(density), root, slope, curvature);
    }
  }

  /// @notice Value of one option at another volatility, WAD collateral, rounded down.
  /// @param root √w, Q96
  function valueAt(
    ExpiryTerms memory terms,
    bool isCall,
    uint256 strike,
    uint256 root
  ) internal pure returns (uint256) {
    int256 k = Logarithm.lnRatioUncheckedQ96(strike, terms.forward);
    (uint256 call, uint256 put, , , ) = NormalisedBlack.priceAt(k, (strike << 96) / terms.forward, root);
    return ((isCall ? call : put) * terms.unit) >> 96;
  }

  /// @notice Value (rounded up), delta, gamma and vega of `size` options for each unit of weight, WAD collateral, of the side that holds
  /// them.
  /// @param size WAD options, at most `MAX_LOT_SIZE`
  /// @param greeks to fill in part, see `timeGreeks` for the rest
  function scale(
    OptionTotals memory totals,
    Market memory market,
    ExpiryTerms memory terms,
    uint256 size,
    Greeks memory greeks
  ) internal pure returns (int256 value) {
    // All sums but price and curvature are of weights < 2^40 times at most 1 (or e^k in `cash`): 2^44 in Q96. The curvature
    // is clamped to 2^163: times size < 2^64 over 1e18 > 2^59, shifted by 16, times unit < 2^96: below 2^248.
    // Price: K/S < 2^77 since spot ≥ 1e6. One option: 2^(77 + 96 + 60). A book backed by C < 2^112 has Σ n·p ≤ C/S < 2^92
    // options: 2^(92 + 60 + 96).
    unchecked {
      int256 price = totals.price;
      // −∂(normalised price)/∂k at fixed volatility: e^k·Φ(d2) of calls, −e^k·Φ(−d2) of puts.
      int256 cash = totals.delta - price;
      int256 delta = cash - totals.skew;
      int256 gamma = _clamped(totals.curvature) - cash;
      if (market.kind == OptionKind.Put) {
        // p − p', and p − 2p' + p'' as p'' + 2·(p − p') − p.
        delta += price;
        gamma += 2 * delta - price;
      }
      int256 unit = int256(terms.unit);
      value = _amount(price, size, unit);
      if (price != 0) ++value;
      greeks.delta = _amount(delta, size, unit);
      greeks.gamma = _amount(gamma, size, unit);
      greeks.vega = RawDivision.sdiv(_amount(totals.density, size, unit) * int256(terms.rootTenor), int256(WAD));
    }
  }

  /// @notice Theta and rho likewise; zero from the expiry on.
  function timeGreeks(
    OptionTotals memory totals,
    Market memory market,
    ExpiryTerms memory terms,
    uint256 size
  ) internal pure returns (int256 theta, int256 rho) {
    int256 tenor = int256(terms.tenor);
    if (tenor == 0) return (0, 0);
    // Sums < 2^(77 + 96 + 44), less 24 bits, times rates < 2^60; for the rest see `scale`.
    unchecked {
      int256 unit = int256(terms.unit);
      int256 cash = totals.delta - totals.price;
      rho = RawDivision.sdiv(_amount(cash, size, unit) * tenor, int256(SECONDS_PER_YEAR));
      int256 carried = int256(market.yield) * (totals.price >> 24);
      carried -= (int256(market.rate) - int256(market.yield)) * (cash >> 24);
      carried = RawDivision.sdiv(carried, int256(WAD)) << 24;
      carried -= RawDivision.sdiv(totals.decay * int256(SECONDS_PER_YEAR), 2 * tenor);
      theta = _amount(carried, size, unit);
    }
  }

  /// @notice Makes sums zero again.
  function clear(OptionTotals memory totals) internal pure {
    (totals.price, totals.delta, totals.density) = (0, 0, 0);
    (totals.decay, totals.skew, totals.curvature) = (0, 0, 0);
  }

  /// @notice Black-Scholes delta of one option at fixed volatility, WAD: e^(−yτ)·Φ(d1) of a call, −e^(−yτ)·Φ(−d1) of a put.
  function spotDelta(
    OptionTotals memory totals,
    Market memory market,
    ExpiryTerms memory terms
  ) internal pure returns (int256) {
    // Of one option: at most 1 in Q96, and the unit is below 2^96.
    unchecked {
      int256 unit = int256(terms.unit);
      if (market.kind == OptionKind.Put) unit = RawDivision.sdiv(unit * int256(WAD), int256(market.spot));
      return (totals.delta * unit) >> 96;
    }
  }

  /// @return density φ(d1), Q96, zero where the outcome is certain
  function _addPrice(
    Chain memory chain,
    int256 weight,
    int256 d1,
    uint256 moneyness,
    uint256 root
  ) private pure returns (uint256 density) {
    unchecked {
      int256 price;
      uint256 n1;
      (price, n1, density) = NormalisedBlack.callAtScore(d1, moneyness, root);
      int256 putMask = int256(chain.putMask);
      OptionTotals memory totals = chain.totals;
      totals.price += weight * (price + ((int256(moneyness) - ONE_Q96) & putMask));
      totals.delta += weight * (int256(n1) - (ONE_Q96 & putMask));
      density >>= 32;
    }
  }

  function _addSmile(
    OptionTotals memory totals,
    int256 weight,
    int256 d1,
    int256 density,
    uint256 root,
    int256 slope,
    uint256 curvature
  ) private pure {
    // A density that is not zero in Q96 bounds |d1| by 12, so d1 < 2^100; √w < 2^128; |a| ≤ 2^104 by the check:
    // a² < 2^112 in Q96, d1·d2 < 2^132, bracket < 2^149, times density < 2^95 over √w ≥ 2^64, times weight: below 2^221.
    // |slope| < 2^160 for any curve, so that its shift does not overflow.
    unchecked {
      int256 signedRoot = int256(root);
      int256 a = RawDivision.sdiv(slope << 95, signedRoot);
      if ((uint256(a + int256(SLOPE_LIMIT)) | (curvature >> (CURVATURE_SHIFT - 105))) >> 105 != 0) {
        (a, curvature) = (0, 0);
      }
      totals.density += weight * density;
      totals.decay += weight * ((density * signedRoot) >> 96);
      totals.skew += weight * ((density * a) >> 96);
      // d1·a
      int256 scoreSlope = (d1 * a) >> 96;
      int256 bracket = ONE_Q96 + 2 * scoreSlope + int256(curvature >> 1);
      // a²·(d1·d2 − 1) = (d1·a)·(d1·a − a·√w) − a²
      bracket += (scoreSlope * (scoreSlope - ((a * signedRoot) >> 96)) - a * a) >> 96;
      totals.curvature += weight * RawDivision.sdiv(density * bracket, signedRoot);
    }
  }

  /// @dev Q96 × WAD × WAD to WAD.
  function _amount(int256 x, uint256 size, int256 unit) private pure returns (int256) {
    unchecked {
      return ((RawDivision.sdiv(x * int256(size), int256(WAD)) >> 16) * unit) >> 80;
    }
  }

  function _clamped(int256 curvature) private pure returns (int256) {
    // Both sums wrap where the curvature is far outside, and are then large as unsigned numbers.
    unchecked {
      if (uint256(curvature + CURVATURE_LIMIT) <= uint256(2 * CURVATURE_LIMIT)) return curvature;
    }
    return curvature < 0 ? -CURVATURE_LIMIT : CURVATURE_LIMIT;
  }
}
