// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Exponential} from "./Exponential.sol";
import {Gaussian} from "./Gaussian.sol";
import {Logarithm} from "./Logarithm.sol";
import {NormalisedBlack} from "./NormalisedBlack.sol";
import {RawDivision} from "./RawDivision.sol";
import {SquareRoot} from "./SquareRoot.sol";

/// @title BlackScholes
/// @notice Prices and Greeks of a European call and put in one evaluation.
library BlackScholes {
  /// @notice An argument lies outside the stated domain.
  error BlackScholesOutOfDomain(uint256 spot, uint256 strike, uint256 tenor, uint256 volatility, uint256 rate);

  /// @dev Domain: prices below 2⁹⁶ (7.9e10 in WAD value), tenor below 2³¹ s (68 years), volatility below 2⁶⁷ (14,700 % a
  /// year), rate below 2⁶² (461 % a year).
  uint256 private constant PRICE_BITS = 96;
  uint256 private constant TENOR_BITS = 31;
  uint256 private constant VOLATILITY_BITS = 67;
  uint256 private constant RATE_BITS = 62;

  uint256 private constant WAD = 1e18;
  /// @dev Half a year of 365 days, in seconds.
  uint256 private constant HALF_YEAR = 15_768_000;
  /// @dev 2²²⁴/(1e36 · 31,536,000): volatility² · tenor times this is total variance in Q224.
  uint256 private constant VARIANCE_TO_Q224 = 0xb507e9b40e7758282eae;
  /// @dev 2¹⁶⁰/(1e18 · 31,536,000): rate · tenor times this is r·τ in Q160.
  uint256 private constant RATE_TO_Q160 = 0x9d04efd4d5603a1e36c;
  /// @dev 1e36/2¹⁶, rounded: φ (Q128) times this over spot (WAD) · v (Q112) is gamma in WAD.
  uint256 private constant GAMMA_SCALE = 0xc097ce7bc90715b34b9f100000;

  /// @notice Black-Scholes call, put and Greeks for an underlying without yield.
  /// @param spot WAD quote per underlying, 1 .. 2⁹⁶ − 1
  /// @param strike WAD quote per underlying, 0 .. 2⁹⁶ − 1
  /// @param tenor seconds, 0 .. 2³¹ − 1
  /// @param volatility WAD a year, 0 .. 2⁶⁷ − 1
  /// @param rate WAD a year, continuously compounded, 0 .. 2⁶² − 1
  /// @return call WAD quote, ≥ spot − strike·e^(−rτ)
  /// @return put WAD quote; call − put = spot − strike·e^(−rτ) exactly, that product rounded down
  /// @return delta of the call, WAD, 0 .. 1e18 (the put's is delta − 1)
  /// @return gamma WAD, per unit of spot squared
  /// @return vega WAD quote per 1.0 of volatility
  /// @return theta of the call, WAD quote a year
  /// @dev On the whole domain prices are within 1e-17·max(spot, strike) and two units. Delta is Φ of d1 = v/2 − ln(K/F)/v
  /// with v = σ√τ, so it sees ln(K/F)'s own error, ε = 2⁻⁹⁵ + 3e-19·|ln(K/S)| + 3e-23·r·τ: it is within 1e-17, two units
  /// and φ(d1)·ε/v. That term is nothing where v ≥ 1e-11 and v ≥ r·τ/20; at a volatility of 1e-18 over a second it is 6e-8
  /// near the money without a rate, and with one it may be all of delta. At no tenor or no volatility the limits hold
  /// exactly: discounted intrinsic value, delta 0 or 1 (0 where the forward is the strike), gamma and vega 0, theta
  /// −r·K·e^(−rτ) in the money.
  function evaluate(
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 volatility,
    uint256 rate
  ) internal pure returns (uint256 call, uint256 put, uint256 delta, uint256 gamma, uint256 vega, int256 theta) {
    unchecked {
      _requireInDomain(spot, strike, tenor, volatility, rate);
      // ln(K/F) = ln(K/S) − r·τ, and from here on the strike is K·e^(−rτ).
      int256 k = Logarithm.lnRatioUncheckedQ96(strike, spot);
      if (rate != 0) {
        uint256 carry = (rate * tenor * RATE_TO_Q160) >> 64;
        k -= int256(carry);
        strike = (strike * Exponential.expNegQ96(carry)) >> 128;
      }
      // √w in Q112: 134 + 31 + 80 bits under the root.
      uint256 root = SquareRoot.sqrt(volatility * volatility * tenor * VARIANCE_TO_Q224);
      uint256 density;
      (call, put, delta, density) = _prices(spot, strike, _score(k, root), root >> 16);
      (gamma, vega, theta) = _curvature(spot, tenor, volatility, root, density);
      theta -= _strikeCarry(spot, rate, delta, call);
    }
  }

  function _requireInDomain(
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 volatility,
    uint256 rate
  ) private pure {
    uint256 excess = ((spot | strike) >> PRICE_BITS) | (tenor >> TENOR_BITS);
    excess |= (volatility >> VOLATILITY_BITS) | (rate >> RATE_BITS);
    assembly ("memory-safe") {
      excess := or(excess, iszero(spot))
    }
    require(excess == 0, BlackScholesOutOfDomain(spot, strike, tenor, volatility, rate));
  }

  /// @dev d1 = v/2 − k/v, Q96, as `NormalisedBlack.score` wants it.
  /// @param k ln(K/F), Q96
  /// @param root √w, Q112
  function _score(int256 k, uint256 root) private pure returns (int256) {
    unchecked {
      return NormalisedBlack.score(int256(root >> 17) - RawDivision.sdiv(k << 112, int256(root)), k, root);
    }
  }

  /// @dev Prices, delta and the density φ(d1), Q128.
  /// @param discounted K·e^(−rτ), WAD
  /// @param d1 Q96
  /// @param root √w, Q96
  function _prices(
    uint256 spot,
    uint256 discounted,
    int256 d1,
    uint256 root
  ) private pure returns (uint256 call, uint256 put, uint256 delta, uint256 density) {
    unchecked {
      density = Gaussian.densityQ96(d1);
      int256 d2 = d1 - int256(root);
      (int256 mills1, int256 mills2) = Gaussian.signedMillsPairQ96(d1, d2);
      d1 >>= 255; // All ones where d1 < 0, and so for d2 below.
      delta = uint256(((((int256(density) * mills1) >> 128) + (int256(1 << 96) & ~d1)) * int256(WAD)) >> 96);
      int256 p = (int256((spot * density) >> 72) * (mills1 - mills2)) >> 152;
      p += (int256(discounted) & (d2 >> 255)) - (int256(spot) & d1);
      int256 c = p + int256(spot) - int256(discounted);
      // The out-of-the-money side may round to a unit under zero: lift both, so that parity stays.
      if ((c | p) < 0) {
        int256 deficit = c < p ? c : p;
        c -= deficit;
        p -= deficit;
      }
      call = uint256(c);
      put = uint256(p);
    }
  }

  /// @dev The Greeks that come from φ alone: gamma φ/(S·v), vega S·φ·√τ = S·φ·v/σ, theta's decay −S·φ·v/2τ.
  /// Without variance the density is zero, and so is what the EVM answers to a division by zero.
  function _curvature(
    uint256 spot,
    uint256 tenor,
    uint256 volatility,
    uint256 root,
    uint256 density
  ) private pure returns (uint256 gamma, uint256 vega, int256 decay) {
    unchecked {
      gamma = RawDivision.div(density * GAMMA_SCALE, spot * root);
      // S·φ·v in Q60: 96 + 127 bits, less 72, with 96 more, less 92.
      uint256 move = (((spot * density) >> 72) * (root >> 16)) >> 92;
      vega = RawDivision.div(move * WAD, volatility << 60);
      decay = -int256(RawDivision.div(move * HALF_YEAR, tenor) >> 60);
    }
  }

  /// @dev What the strike earns where the call is exercised, r·K·e^(−rτ)·Φ(d2), as r·(S·Φ(d1) − call).
  function _strikeCarry(uint256 spot, uint256 rate, uint256 delta, uint256 call) private pure returns (int256) {
    unchecked {
      return (int256(rate) * (int256((spot * delta) / WAD) - int256(call))) / int256(WAD);
    }
  }
}
