// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OptionKind} from "../types/OptionKind.sol";
import {Exponential} from "./Exponential.sol";
import {Gaussian} from "./Gaussian.sol";
import {Logarithm} from "./Logarithm.sol";
import {MillsRatio} from "./MillsRatio.sol";
import {RawDivision} from "./RawDivision.sol";
import {SquareRoot} from "./SquareRoot.sol";

/// @title ImpliedVolatility
/// @notice The volatility at which Black-Scholes gives a price, in the same bounded work for every input.
/// @dev By parity and the symmetry of put and call every option becomes an out-of-the-money call on a forward of 1 with
/// x = |ln(K/F)| and a price β = time value/min(S, K·e^(−rτ)), 0 < β < 1; v = σ√τ is what is sought. A closed form within
/// 10 % of it (Stefanica and Radoičić, "An explicit implied volatility formula", 2017, eq. 19) starts two steps of
/// Householder's method of the fourth order on the logarithm of the price: 1e-1 → 1.1e-5 → 1e-20. What is left is the
/// rounding of β and x.
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
  int256 private constant ONE_Q96 = 1 << 96;
  uint256 private constant ONE_Q112 = 1 << 112;
  uint256 private constant SECONDS_PER_YEAR = 365 days;
  /// @dev 2¹⁶⁰/(1e18 · 31,536,000): rate · tenor times this is r·τ in Q160.
  uint256 private constant RATE_TO_Q160 = 0x9d04efd4d5603a1e36c;
  /// @dev 2/π, 1 − 2/π, π/2 and √2π in Q96.
  uint256 private constant TWO_OVER_PI_Q96 = 0xa2f9836e4e441529fc2757d1;
  uint256 private constant ONE_MINUS_2_OVER_PI_Q96 = 0x5d067c91b1bbead603d8a82e;
  int256 private constant HALF_PI_Q96 = 0x1921fb54442d18469898cc517;
  uint256 private constant SQRT_2PI_Q96 = 0x281b263fec4e0b2caf9483f5d;
  /// @dev v²/4 + (x/v)² of 2⁻¹⁰: below, the option is at the money, where the price is v/√2π within 4 %.
  int256 private constant AT_THE_MONEY_Q96 = 1 << 86;
  /// @dev v of 2⁻⁷⁶ = 1.3e-23: below, volatility is less than a unit, for the shortest tenor too.
  uint256 private constant LEAST_DEVIATION_Q96 = 1 << 20;

  /// @notice The implied volatility of a European option on an underlying without yield.
  /// @param kind call or put
  /// @param price WAD quote: from discounted intrinsic value up to, and not including, the spot (call) or discounted strike
  /// @param spot WAD quote per underlying, 1 .. 2⁹⁶
  /// @param strike WAD quote per underlying, 1 .. 2⁹⁶, with |ln(K/F)| ≤ 32
  /// @param tenor seconds, 1 .. 2³¹
  /// @param rate WAD a year, 0 .. 2⁶² − 1
  /// @return volatility WAD a year, rounded down; zero where the price is intrinsic value to the unit. On the whole domain
  /// within 1e-12 of itself and a unit (1e-18) of a volatility whose exact price is within a unit of `price`; with a rate,
  /// for which K·e^(−rτ) is rounded, within two units and 3e-18·K·e^(−rτ)
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
      (uint256 timeValue, uint256 smaller) = _timeValue(kind, price, spot, discounted);
      if (timeValue == 0) return 0;
      uint256 beta = RawDivision.div(timeValue << 112, smaller);
      v = _seed(beta, x);
      if (v < LEAST_DEVIATION_Q96) return 0;
      v = _improve(_improve(v, x, beta), x, beta);
    }
  }

  /// @dev The out-of-the-money part of the price, and the smaller of spot and discounted strike.
  function _timeValue(
    OptionKind kind,
    uint256 price,
    uint256 spot,
    uint256 discounted
  ) private pure returns (uint256 timeValue, uint256 smaller) {
    unchecked {
      bool isCall = kind == OptionKind.Call;
      (uint256 gain, uint256 loss) = isCall ? (spot, discounted) : (discounted, spot);
      require(price < gain, PriceNotBelowBound(price, gain));
      if (gain <= loss) return (price, gain);
      require(price >= gain - loss, PriceBelowIntrinsic(price, gain - loss));
      return (price - (gain - loss), loss);
    }
  }

  /// @dev Stefanica and Radoičić with y = −x, E = e^(−x), P = e^((1 − 2/π)x), Q = e^(2x/π), so that E = 1/PQ:
  ///   γ = π/2·ln((b + √(b² + 4ac))/8c),   v² = 2(γ ∓ √(γ² − x²)),
  /// minus where β is at most the price at v = √2x by Pólya's approximation of Φ, (E − 1 + √(1 − Q^−2))/2E. Between them v
  /// solves γ = v²/4 + (x/v)², which near the money is a small difference of a, b and c: in `_seedLogarithm` it survives.
  /// Below a γ of 2⁻¹⁰ v = β·√2π is as good. Nothing here leaves its range: with 0 ≤ x ≤ 32 and a γ of at most π/2·78,
  /// x/v stays below 12.
  /// @param beta Q112
  /// @param x Q96
  /// @return v Q96, within 10 %
  function _seed(uint256 beta, uint256 x) private pure returns (uint256 v) {
    unchecked {
      uint256 invP = Exponential.expNegQ96((x * ONE_MINUS_2_OVER_PI_Q96) >> 96) >> 32;
      uint256 invQ = Exponential.expNegQ96((x * TWO_OVER_PI_Q96) >> 96) >> 32;
      uint256 e = (invP * invQ) >> 96;
      uint256 betaE = (beta * e) >> 112;
      uint256 h = betaE + uint256(ONE_Q96) - e;
      int256 gamma = (_seedLogarithm(beta, h, betaE, invP, invQ) * HALF_PI_Q96) >> 96;
      if (gamma < AT_THE_MONEY_Q96) return (beta * SQRT_2PI_Q96) >> 112;
      v = uint256(gamma);
      if (v > x) v += SquareRoot.roughSqrt(v * v - x * x);
      bool isLow = (h + betaE) * (h + betaE) + invQ * invQ <= 1 << 192;
      // 2(γ − √(γ² − x²)) = 2x²/(γ + √(γ² − x²)), without the cancellation.
      if (isLow) return RawDivision.div(x << 96, SquareRoot.roughSqrt(v << 95));
      return SquareRoot.roughSqrt(v << 97);
    }
  }

  /// @dev ln((b + √(b² + 4ac))/8c), Q96, with h = 1 − E + βE and
  ///   a = (P − 1/P)²,   b = (1 − E)(Q − P) + 2βh(P + 1/P),   c = β(1 − β)·h·(1 + βE).
  /// The paper's b is Q + 1/Q − (P + 1/P)(1 − 2βh), where terms near 2 cancel for small x; with 1/Q = EP this is the same.
  /// Each of a, b and c is taken over h², so that a price of 1e-20 and a strike as close keep all their bits.
  /// @param beta Q112; all else Q96
  function _seedLogarithm(
    uint256 beta,
    uint256 h,
    uint256 betaE,
    uint256 invP,
    uint256 invQ
  ) private pure returns (int256) {
    unchecked {
      uint256 p = RawDivision.div(1 << 192, invP);
      // Q < 2¹²⁶ in Q96. Signed, for it may round to a unit under P.
      int256 b = int256(RawDivision.div(1 << 192, invQ)) - int256(p);
      b = RawDivision.sdiv(int256(RawDivision.div((h - betaE) << 96, h)) * b, int256(h));
      // β/h ≤ 1 in Q112, so c stays below 2¹¹³; p < 2¹¹³ in Q96.
      uint256 c = RawDivision.div(beta << 96, h);
      b += int256((c * (p + invP)) >> 111);
      c = (((c * (ONE_Q112 - beta)) >> 112) * (uint256(ONE_Q96) + betaE)) >> 96;
      p = RawDivision.div((p - invP) << 96, h);
      // b < 2¹²⁷, so the radicand, in Q192, below 2²⁵⁵.
      b += int256(SquareRoot.roughSqrt(uint256(b * b) + ((((p * p) >> 96) * c) >> 14)));
      // 8c in Q96.
      return -Logarithm.lnRatioRoughQ96(c >> 13, uint256(b));
    }
  }

  /// @dev One step of Householder's method on f(v) = ln(u(v)/u₀), where u is the price c, or 1 − c where that is the
  /// smaller, so that it has relative precision at both ends. With d = x/v, c' = φ(d1) and v·c''/c' = d² − v²/4:
  ///   n = −f/(v·f'),   g = v·n·f''/f' = n(d² − v²/4) + f,   t = v²·n²·f'''/f' = g(g + f) − n²(3d² + v²/4),
  ///   v ← v + v·n·(1 + g/2)/(1 + g + t/6).
  /// @param v Q96
  /// @param x Q96
  /// @param beta Q112
  function _improve(uint256 v, uint256 x, uint256 beta) private pure returns (uint256) {
    unchecked {
      uint256 d = RawDivision.div(x << 96, v);
      (int256 f, int256 n) = _newton(v, d, beta);
      int256 square = int256((d * d) >> 96);
      int256 quarter = int256((v * v) >> 98);
      int256 g = (((square - quarter) * n) >> 96) + f;
      int256 t = g * (g + f) - (((3 * square + quarter) * n) >> 96) * n;
      n = RawDivision.sdiv(n * (ONE_Q96 + (g >> 1)), ONE_Q96 + g + t / (6 * ONE_Q96));
      return v + uint256((int256(v) * n) >> 96);
    }
  }

  /// @dev f and n of `_improve`, Q96. A logarithm good to 2e-7 is enough for the first step; in the second its argument is
  /// within 1 % of 1, where it is good to 1e-17.
  function _newton(uint256 v, uint256 d, uint256 beta) private pure returns (int256 f, int256 n) {
    unchecked {
      int256 d1 = int256(v >> 1) - int256(d);
      uint256 density = Gaussian.densityQ96(d1);
      int256 sign = d1 >> 255;
      (uint256 mills1, uint256 mills2) = MillsRatio.millsPairQ96(uint256(d1 ^ sign), d + (v >> 1));
      // c = φ·(M(−d1) − M(−d2)) where d1 < 0, and 1 − φ·(M(d1) + M(−d2)) elsewhere. Q112: 127 + 98 bits less 112. `^` and
      // `~` negate but for a unit of Q96.
      int256 u = (int256(density) * (~(int256(mills1) ^ sign) - int256(mills2))) >> 112;
      u += int256(ONE_Q112) & ~sign;
      // −v·c', Q112.
      n = -int256((v * density) >> 112);
      if (beta > ONE_Q112 >> 1) {
        u = int256(ONE_Q112) - u;
        beta = ONE_Q112 - beta;
        n = -n;
      }
      f = Logarithm.lnRatioRoughQ96(uint256(u), beta);
      n = RawDivision.sdiv(f * u, n);
    }
  }
}
