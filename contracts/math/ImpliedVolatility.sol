// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OptionKind} from "../types/OptionKind.sol";
import {Exponential} from "./Exponential.sol";
import {Gaussian} from "./Gaussian.sol";
import {Logarithm} from "./Logarithm.sol";
import {RawDivision} from "./RawDivision.sol";
import {SquareRoot} from "./SquareRoot.sol";

/// @title ImpliedVolatility
/// @notice The volatility at which Black-Scholes gives a price, in the same bounded work for every input.
/// @dev By parity and the symmetry of put and call every option becomes an out-of-the-money call on a forward of 1 with
/// x = |ln(K/F)| and a price β = time value/min(S, K·e^(−rτ)), 0 < β < 1; v = σ√τ is what is sought. A closed form within
/// 6.5 % of it (Stefanica and Radoičić, "An explicit implied volatility formula", 2017, eq. 19) starts two steps of Halley's
/// method on the logarithm of the price: 6e-2 → 1e-4 → 1e-12.
library ImpliedVolatility {
  /// @notice An argument lies outside the stated domain.
  error ImpliedVolatilityOutOfDomain(uint256 spot, uint256 strike, uint256 tenor, uint256 rate);
  /// @notice No volatility gives so little: the price is below discounted intrinsic value.
  error PriceBelowIntrinsic(uint256 price, uint256 intrinsic);
  /// @notice No volatility gives so much: a call is worth less than the spot, a put less than the discounted strike.
  error PriceNotBelowBound(uint256 price, uint256 bound);

  /// @dev As in BlackScholes.
  uint256 private constant PRICE_BITS = 96;
  uint256 private constant TENOR_BITS = 31;
  uint256 private constant RATE_BITS = 62;
  /// @dev |ln(K/F)| of at most 32, in Q96: beyond, one price is 1e14 times the other.
  uint256 private constant MAX_MONEYNESS_Q96 = 32 << 96;

  int256 private constant WAD = 1e18;
  uint256 private constant ONE_Q96 = 1 << 96;
  uint256 private constant ONE_Q112 = 1 << 112;
  uint256 private constant SECONDS_PER_YEAR = 365 days;
  /// @dev 2¹⁶⁰/(1e18 · 31,536,000): rate · tenor times this is r·τ in Q160.
  uint256 private constant RATE_TO_Q160 = 0x9d04efd4d5603a1e36c;
  /// @dev 1 − 2/π, π/2 and √2π in Q96.
  uint256 private constant ONE_MINUS_2_OVER_PI_Q96 = 0x5d067c91b1bbead603d8a82e;
  uint256 private constant HALF_PI_Q96 = 0x1921fb54442d18469898cc517;
  uint256 private constant SQRT_2PI_Q96 = 0x281b263fec4e0b2caf9483f5d;
  /// @dev No score beyond 64 standard deviations has a density.
  uint256 private constant MAX_SCORE_Q96 = 64 << 96;
  int256 private constant MIN_HALLEY_DENOMINATOR_Q96 = 1 << 93;

  /// @notice The implied volatility of a European option on an underlying without yield.
  /// @param kind call or put
  /// @param price WAD quote: from discounted intrinsic value up to, and not including, the spot (call) or discounted strike
  /// @param spot WAD quote per underlying, 1 .. 2⁹⁶
  /// @param strike WAD quote per underlying, 1 .. 2⁹⁶, with |ln(K/F)| ≤ 32
  /// @param tenor seconds, 1 .. 2³¹
  /// @param rate WAD a year, 0 .. 2⁶² − 1
  /// @return volatility WAD a year, rounded down; zero where the price is intrinsic value to the unit. Relative error
  /// ≤ 1e-12 for σ√τ ≤ 4 and ≤ 2e-12 to 8, plus what a unit of price is worth: 1/(vega·σ)
  function solve(
    OptionKind kind,
    uint256 price,
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 rate
  ) internal pure returns (uint256 volatility) {
    unchecked {
      // A spot, strike or tenor of zero wraps and fails with those that are too large.
      uint256 excess = (((spot - 1) | (strike - 1)) >> PRICE_BITS) | ((tenor - 1) >> TENOR_BITS) | (rate >> RATE_BITS);
      require(excess == 0, ImpliedVolatilityOutOfDomain(spot, strike, tenor, rate));
      (uint256 x, uint256 discounted) = _moneyness(spot, strike, tenor, rate);
      require(x <= MAX_MONEYNESS_Q96 && discounted != 0, ImpliedVolatilityOutOfDomain(spot, strike, tenor, rate));
      uint256 v = _deviation(kind, price, spot, discounted, x);
      return RawDivision.div(v * uint256(WAD), SquareRoot.sqrt((tenor << 192) / SECONDS_PER_YEAR));
    }
  }

  /// @dev |ln(K/F)| in Q96 and K·e^(−rτ) in WAD.
  function _moneyness(
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 rate
  ) private pure returns (uint256 x, uint256 discounted) {
    unchecked {
      int256 k = Logarithm.lnRatioUncheckedQ96(strike, spot);
      discounted = strike;
      if (rate != 0) {
        uint256 carry = (rate * tenor * RATE_TO_Q160) >> 64;
        k -= int256(carry);
        discounted = (strike * Exponential.expNegQ96(carry)) >> 128;
      }
      x = uint256(k < 0 ? -k : k);
    }
  }

  /// @dev v = σ√τ, Q96.
  function _deviation(
    OptionKind kind,
    uint256 price,
    uint256 spot,
    uint256 discounted,
    uint256 x
  ) private pure returns (uint256 v) {
    unchecked {
      (uint256 timeValue, uint256 smaller, uint256 larger) = _timeValue(kind, price, spot, discounted);
      if (timeValue == 0) return 0;
      uint256 beta = RawDivision.div(timeValue << 112, smaller);
      v = _seed(beta, x, RawDivision.div(smaller << 96, larger));
      v = _halley(_halley(v, x, beta), x, beta);
    }
  }

  /// @dev The out-of-the-money part of the price, and the smaller and larger of spot and discounted strike.
  function _timeValue(
    OptionKind kind,
    uint256 price,
    uint256 spot,
    uint256 discounted
  ) private pure returns (uint256 timeValue, uint256 smaller, uint256 larger) {
    unchecked {
      bool isCall = kind == OptionKind.Call;
      (uint256 gain, uint256 loss) = isCall ? (spot, discounted) : (discounted, spot);
      require(price < gain, PriceNotBelowBound(price, gain));
      if (gain <= loss) return (price, gain, loss);
      require(price >= gain - loss, PriceBelowIntrinsic(price, gain - loss));
      return (price - (gain - loss), loss, gain);
    }
  }

  /// @dev Stefanica and Radoičić with y = −x, E = e^(−x), their common factors taken out so that nothing cancels:
  ///   P = e^((1 − 2/π)x), Q = e^(2x/π), h = 1 − E + βE, a = (P − 1/P)², b = Q + 1/Q − (P + 1/P)(1 − 2βh),
  ///   c = β(1 − β)·h·(1 + βE),   γ = −π/2·ln(8c/(b + √(b² + 4ac))),
  ///   v² = 2(γ ∓ √(γ² − x²)), minus where β ≤ the price at v = √2x by Pólya's approximation of Φ,
  ///   (E − 1 + √(1 − Q^−2))/2E.
  /// v ≥ β·√2π holds always, and for the least prices at the money it is the better start.
  /// @param beta Q112
  /// @param x Q96
  /// @param e e^(−x), Q96
  /// @return v Q96, never zero
  function _seed(uint256 beta, uint256 x, uint256 e) private pure returns (uint256 v) {
    unchecked {
      uint256 betaE = (beta * e) >> 112;
      uint256 invP = Exponential.expNegQ96((x * ONE_MINUS_2_OVER_PI_Q96) >> 96) >> 32;
      uint256 p = RawDivision.div(1 << 192, invP);
      uint256 invQ = (e * p) >> 96;
      uint256 logarithm = _seedLogarithm(beta, betaE + ONE_Q96 - e, betaE, p, invP, invQ);
      uint256 gamma = (logarithm * HALF_PI_Q96) >> 96;
      uint256 spread = gamma > x ? SquareRoot.sqrt(gamma * gamma - x * x) : 0;
      bool isLow = 2 * betaE + ONE_Q96 <= e + SquareRoot.sqrt((1 << 192) - invQ * invQ);
      // 2(γ − √(γ² − x²)) = 2x²/(γ + √(γ² − x²)), without the cancellation.
      v = gamma + spread;
      if (isLow) v = RawDivision.div(x * x, v);
      v = SquareRoot.sqrt(v << 97);
      uint256 least = ((beta * SQRT_2PI_Q96) >> 112) | 1;
      if (v < least) v = least;
    }
  }

  /// @dev −ln(8c/(b + √(b² + 4ac))), Q96, not below zero.
  function _seedLogarithm(
    uint256 beta,
    uint256 h,
    uint256 betaE,
    uint256 p,
    uint256 invP,
    uint256 invQ
  ) private pure returns (uint256) {
    unchecked {
      // Q112, below 2¹¹² all the way: β(1 − β) ≤ 1/4, h ≤ 1, 1 + βE ≤ 2.
      uint256 c = (beta * (ONE_Q112 - beta)) >> 112;
      c = (((c * h) >> 96) * (ONE_Q96 + betaE)) >> 96;
      // 1 − 2βh may be negative; b is not.
      int256 weighted = (int256(p + invP) * (int256(ONE_Q96) - int256((beta * h) >> 111))) >> 96;
      uint256 b = uint256(int256(RawDivision.div(1 << 192, invQ) + invQ) - weighted);
      p -= invP;
      // x ≤ 32: p < 2¹¹³, a < 2¹³⁰, b < 2¹²⁶, all in Q96; the radicand, below 2²⁵³, in Q192.
      b += SquareRoot.sqrt(b * b + ((((p * p) >> 96) * c) >> 14));
      // 8c in Q96, kept above b/2¹¹², as far as the logarithm reaches.
      int256 logarithm = Logarithm.lnRatioUncheckedQ96(b, (c >> 13) | (b >> 111) | 1);
      return logarithm > 0 ? uint256(logarithm) : 0;
    }
  }

  /// @dev One step of Halley's method on f(v) = ln(u(v)/u₀), where u is the price c, or 1 − c where that is the smaller, so
  /// that it has relative precision at both ends. With c' = φ(d1) and c''/c' = d1·d2/v = x²/v³ − v/4:
  ///   g = u'/u,   n = −f/g,   v ← v + n/(1 + n·(c''/c' − g)/2).
  /// The clamps hold only rounding's stray results; the seed leaves them nothing else to do.
  /// @param v Q96
  /// @param x Q96
  /// @param beta Q112
  function _halley(uint256 v, uint256 x, uint256 beta) private pure returns (uint256) {
    unchecked {
      uint256 score = RawDivision.div(x << 96, v);
      if (score > MAX_SCORE_Q96) score = MAX_SCORE_Q96;
      (int256 f, int256 g) = _logPrice(int256(v >> 1) - int256(score), score + (v >> 1), beta);
      if (g == 0) return v;
      int256 n = RawDivision.sdiv(-f << 96, g);
      int256 bend = int256(RawDivision.div(score * score, v)) - int256(v >> 2) - g;
      int256 denominator = int256(ONE_Q96) + ((n * bend) >> 97);
      if (denominator < MIN_HALLEY_DENOMINATOR_Q96) denominator = MIN_HALLEY_DENOMINATOR_Q96;
      n = int256(v) + RawDivision.sdiv(n << 96, denominator);
      if (n < int256(v >> 2)) return (v >> 2) | 1;
      return n > int256(v << 2) ? v << 2 : uint256(n);
    }
  }

  /// @dev f and g of `_halley`.
  /// @param d1 Q96
  /// @param minusD2 −d2 = x/v + v/2 ≥ 0, Q96
  function _logPrice(int256 d1, uint256 minusD2, uint256 beta) private pure returns (int256 f, int256 g) {
    unchecked {
      uint256 density = Gaussian.densityQ96(d1);
      (int256 mills1, int256 mills2) = Gaussian.signedMillsPairQ96(d1, -int256(minusD2));
      // Q112: 127 + 98 bits less 112.
      int256 u = ((int256(density) * (mills1 - mills2)) >> 112) + (int256(ONE_Q112) & (~d1 >> 255));
      bool isHigh = beta > ONE_Q112 >> 1;
      if (isHigh) (u, beta) = (int256(ONE_Q112) - u, ONE_Q112 - beta);
      if (u < 1) u = 1;
      f = Logarithm.lnRatioUncheckedQ96(uint256(u), beta);
      g = int256(RawDivision.div(density << 80, uint256(u)));
      if (isHigh) g = -g;
    }
  }
}
