// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlackScholes} from "../../contracts/math/BlackScholes.sol";
import {Exponential} from "../../contracts/math/Exponential.sol";
import {Gaussian} from "../../contracts/math/Gaussian.sol";
import {ImpliedVolatility} from "../../contracts/math/ImpliedVolatility.sol";
import {Logarithm} from "../../contracts/math/Logarithm.sol";
import {MillsRatio} from "../../contracts/math/MillsRatio.sol";
import {NormalisedBlack} from "../../contracts/math/NormalisedBlack.sol";
import {PayoffEnvelope} from "../../contracts/math/PayoffEnvelope.sol";
import {SquareRoot} from "../../contracts/math/SquareRoot.sol";
import {OptionKind} from "../../contracts/types/OptionKind.sol";

/// @notice The mathematics behind external functions, one point or many a call. The empty functions have the same
/// signatures, so that a difference of two calls is the internal call alone.
contract MathHarness {
  struct Option {
    uint256 spot;
    uint256 strike;
    uint256 tenor;
    uint256 volatility;
    uint256 rate;
  }

  struct Priced {
    uint256 call;
    uint256 put;
    uint256 delta;
    uint256 gamma;
    uint256 vega;
    int256 theta;
  }

  struct Observed {
    OptionKind kind;
    uint256 price;
    uint256 spot;
    uint256 strike;
    uint256 tenor;
    uint256 rate;
  }

  function blackScholes(
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 volatility,
    uint256 rate
  ) external pure returns (uint256 call, uint256 put, uint256 delta, uint256 gamma, uint256 vega, int256 theta) {
    return BlackScholes.evaluate(spot, strike, tenor, volatility, rate);
  }

  function blackScholesEmpty(
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 volatility,
    uint256 rate
  ) external pure returns (uint256 call, uint256 put, uint256 delta, uint256 gamma, uint256 vega, int256 theta) {}

  function cdf(int256 x) external pure returns (uint256) {
    return Gaussian.cdf(x);
  }

  function cdfEmpty(int256) external pure returns (uint256) {}

  function pdf(int256 x) external pure returns (uint256) {
    return Gaussian.pdf(x);
  }

  function impliedVolatility(
    OptionKind kind,
    uint256 price,
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 rate
  ) external pure returns (uint256) {
    return ImpliedVolatility.solve(kind, price, spot, strike, tenor, rate);
  }

  function impliedVolatilityEmpty(
    OptionKind,
    uint256,
    uint256,
    uint256,
    uint256,
    uint256
  ) external pure returns (uint256) {}

  function normalisedBlack(
    int256 k,
    uint256 w
  ) external pure returns (uint256 call, uint256 put, uint256 n1, uint256 kn2, uint256 density, uint256 root) {
    return NormalisedBlack.price(k, w);
  }

  function lnRatioQ96(uint256 numerator, uint256 denominator) external pure returns (int256) {
    return Logarithm.lnRatioQ96(numerator, denominator);
  }

  function lnRatioRoughQ96(uint256 numerator, uint256 denominator) external pure returns (int256) {
    return Logarithm.lnRatioRoughQ96(numerator, denominator);
  }

  function lnWad(uint256 x) external pure returns (int256) {
    return Logarithm.lnWad(x);
  }

  function expNegWad(uint256 z) external pure returns (uint256) {
    return Exponential.expNegWad(z);
  }

  function sqrt(uint256 a) external pure returns (uint256) {
    return SquareRoot.sqrt(a);
  }

  function roughSqrt(uint256 a) external pure returns (uint256) {
    return SquareRoot.roughSqrt(a);
  }

  function millsQ96(uint256 x) external pure returns (uint256) {
    return MillsRatio.millsQ96(x);
  }

  function worstPuts(uint256[] memory strikes, int256[] memory quantities) external pure returns (uint256) {
    return PayoffEnvelope.worstPuts(strikes, quantities);
  }

  function worstCalls(uint256[] memory strikes, int256[] memory quantities) external pure returns (uint256) {
    return PayoffEnvelope.worstCalls(strikes, quantities);
  }

  function blackScholesMany(Option[] calldata options) external pure returns (Priced[] memory priced) {
    priced = new Priced[](options.length);
    for (uint256 i; i < options.length; ++i) {
      Option calldata o = options[i];
      Priced memory p = priced[i];
      (p.call, p.put, p.delta, p.gamma, p.vega, p.theta) = BlackScholes.evaluate(
        o.spot,
        o.strike,
        o.tenor,
        o.volatility,
        o.rate
      );
    }
  }

  function cdfMany(int256[] calldata xs) external pure returns (uint256[] memory ys) {
    ys = new uint256[](xs.length);
    for (uint256 i; i < xs.length; ++i) ys[i] = Gaussian.cdf(xs[i]);
  }

  function impliedVolatilityMany(Observed[] calldata observed) external pure returns (uint256[] memory ys) {
    ys = new uint256[](observed.length);
    for (uint256 i; i < observed.length; ++i) {
      Observed calldata o = observed[i];
      ys[i] = ImpliedVolatility.solve(o.kind, o.price, o.spot, o.strike, o.tenor, o.rate);
    }
  }

  function lnMany(
    uint256[] calldata numerators,
    uint256[] calldata denominators
  ) external pure returns (int256[] memory ys) {
    ys = new int256[](numerators.length);
    for (uint256 i; i < ys.length; ++i) ys[i] = Logarithm.lnRatioQ96(numerators[i], denominators[i]);
  }

  function expNegMany(uint256[] calldata zs) external pure returns (uint256[] memory ys) {
    ys = new uint256[](zs.length);
    for (uint256 i; i < zs.length; ++i) ys[i] = Exponential.expNegQ96(zs[i]);
  }
}
