// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {exp, ln} from "@prb/math/src/sd59x18/Math.sol";
import {SD59x18, sd} from "@prb/math/src/SD59x18.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

/// @notice The mathematics as a textbook writes it, on PRB-math and Solady in 18 decimals: slow, plain, and good to about
/// 1e-15. The fuzz tests hold the shipped kernels against it.
library MathTwin {
  int256 private constant ONE = 1e18;
  int256 private constant YEAR = 365 days;
  /// 1/√2π.
  int256 private constant INV_SQRT_2PI = 398942280401432678;
  /// Φ(−9) = 1e-19.
  int256 private constant TAIL = 9e18;
  int256 private constant MIDDLE = 3e18;
  int256 private constant LEVELS = 80;

  function sqrt(uint256 a) internal pure returns (uint256) {
    return FixedPointMathLib.sqrt(a);
  }

  function lnWad(uint256 x) internal pure returns (int256) {
    return SD59x18.unwrap(ln(sd(int256(x))));
  }

  function expNegWad(uint256 z) internal pure returns (uint256) {
    return z > 41e18 ? 0 : uint256(SD59x18.unwrap(exp(sd(-int256(z)))));
  }

  function pdf(int256 x) internal pure returns (int256) {
    if (x > TAIL || x < -TAIL) return 0;
    return (int256(expNegWad(uint256((x * x) / (2 * ONE)))) * INV_SQRT_2PI) / ONE;
  }

  /// In the middle Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/15 + x⁷/105 + …), whose terms have one sign, so that nothing cancels;
  /// in the tails φ(x)/(x + 1/(x + 2/(x + 3/(x + …)))).
  function cdf(int256 x) internal pure returns (int256) {
    if (x > TAIL) return ONE;
    if (x < -TAIL) return 0;
    if (x > MIDDLE) return ONE - _tail(x);
    if (x < -MIDDLE) return _tail(-x);
    int256 square = (x * x) / ONE;
    int256 term = x;
    int256 sum = x;
    for (int256 n = 3; term != 0; n += 2) {
      term = (term * square) / (n * ONE);
      sum += term;
    }
    return ONE / 2 + (pdf(x) * sum) / ONE;
  }

  function _tail(int256 x) private pure returns (int256) {
    int256 fraction = x;
    for (int256 n = LEVELS; n != 0; --n) fraction = x + (n * ONE * ONE) / fraction;
    return (pdf(x) * ONE) / fraction;
  }

  function blackScholes(
    int256 spot,
    int256 strike,
    int256 tenor,
    int256 volatility,
    int256 rate
  ) internal pure returns (int256 call, int256 put, int256 delta) {
    int256 discount = int256(expNegWad(uint256((rate * tenor) / YEAR)));
    int256 deviation = int256(FixedPointMathLib.sqrt(uint256((volatility * volatility * tenor) / YEAR)));
    int256 carried = lnWad(uint256((spot * ONE) / strike)) + (rate * tenor) / YEAR;
    int256 d1 = (carried * ONE) / deviation + deviation / 2;
    delta = cdf(d1);
    call = (spot * delta - ((strike * discount) / ONE) * cdf(d1 - deviation)) / ONE;
    put = call - spot + (strike * discount) / ONE;
  }
}
