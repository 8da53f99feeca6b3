// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RawDivision} from "./RawDivision.sol";

/// @title Exponential
/// @notice e^k for log-moneyness and rates (k of either sign), and e^−z for Gaussians (z ≥ 0).
library Exponential {
  /// @notice The exponent is not in the stated domain.
  error ExponentOutOfDomain(uint256 exponent);

  /// @notice Bound of |k| for `expQ96`: 48 in Q96. A ratio of e^48 = 7e20 is no price over another.
  uint256 internal constant MAX_EXPONENT_Q96 = 48 << 96;

  /// @dev 1/ln 2, ln 2 and half of it in Q96.
  uint256 private constant LOG2_E_Q96 = 0x171547652b82fe1777d0ffda1;
  uint256 private constant LN2_Q96 = 0xb17217f7d1cf79abc9e3b398;
  uint256 private constant HALF_LN2_Q96 = 0x58b90bfbe8e7bcd5e4f1d9cc;
  uint256 private constant ONE_Q192 = 0x1000000000000000000000000000000000000000000000000;
  /// @dev e^(−ln 2/2) in Q128, which the reduction leaves outside, moved by 1.2e-18 of itself so that e⁰ is exactly 1: the
  /// density at 0 then is 1/√2π to the last bit, and at-the-money prices keep their relative precision.
  uint256 private constant INV_SQRT2_Q128 = 0xb504f333f9de6474ad55da278a22c805;

  // coth(r/2) ≈ A0·(w + C1/(w + C2/(w + C3/(w + C4/w)))), w = 1/r, |r| ≤ ln 2/2; A0 = 2·(1 + 2.6e-17), levels in Q192.
  // Minimax rational of degree (2, 2) in r² by the Remez exchange, weighed so that e^r is within 2e-18 relative, as a
  // continued fraction by Viskovatov's algorithm. The limits of the unfitted series: 1/12, 1/60, 1/140, 1/252.
  uint256 private constant C1 = 0x15555555555416aa028543cae8d09195acc98968a013f3f1; // 0.0833333333333289
  uint256 private constant C2 = 0x4444444418a9fe020512b2adfba063f3bbe9d235979450d; // 0.0166666666641881
  uint256 private constant C3 = 0x1d41d35a865061f4dca67a0b304fda15f1a10e9b3221ec1; // 0.0071428543091266
  uint256 private constant C4 = 0x103d8c9b9b4fcf1bcade27f18d1cd45e8547950a0bcb979; // 0.0039649479383179
  /// @dev 1/A0 in Q96.
  uint256 private constant INV_A0_Q96 = 0x7fffffffffffff0bd01b1f5c;
  /// @dev e^(−ln 2/2) · 2/A0 in Q224.
  uint256 private constant TWO_OVER_A0_SQRT2_Q224 = 0xb504f333f9de632b04526ecfe5935582d1d4316da2add72f4b27eac5;
  /// @dev The two constants above over √2π, the first again moved by 1.2e-18 of itself.
  uint256 private constant DENSITY_BASE_Q128 = 0x48375d410a6db440784bfe0c145ce2a3;
  uint256 private constant DENSITY_SLOPE_Q224 = 0x48375d410a6db3bcf45b0baa47c2498023a71572f5508c15c64d964d;

  /// @notice e^−z.
  /// @param z Q96, below 2¹⁵⁹ (2⁶³ in value); not checked, every caller bounds it
  /// @return result Q128, 0 .. 1; error ≤ 3e-18 relative plus one unit; e⁰ = 1 exactly
  /// @dev z = n·ln 2 + ln 2/2 − r with |r| ≤ ln 2/2, so e^−z = 2⁻ⁿ·e^(−ln 2/2)·e^r, and e^r = 1 − 2/(1 − coth(r/2)): all
  /// constants fold into two. The `or` keeps r from being zero, where w = 1/r has no value; it is worth 2⁻⁹⁶. For n ≥ 129
  /// the last shift leaves nothing.
  function expNegQ96(uint256 z) internal pure returns (uint256 result) {
    assembly ("memory-safe") {
      let n := shr(192, mul(z, LOG2_E_Q96))
      let w := sdiv(ONE_Q192, or(1, sub(add(mul(n, LN2_Q96), HALF_LN2_Q96), z)))
      result := add(w, sdiv(C1, add(w, sdiv(C2, add(w, sdiv(C3, add(w, sdiv(C4, w))))))))
      result := shr(n, sub(INV_SQRT2_Q128, sdiv(TWO_OVER_A0_SQRT2_Q224, sub(INV_A0_Q96, result))))
    }
  }

  /// @notice e^−z/√2π, the normal density at √(2z).
  /// @param z Q96, as for `expNegQ96`
  /// @return result Q128; at 0 exactly 1/√2π
  /// @dev The same again with 1/√2π inside the two outer constants: the multiplication and the call would cost 40 gas of
  /// each option's 1,500.
  function normalDensityQ96(uint256 z) internal pure returns (uint256 result) {
    assembly ("memory-safe") {
      let n := shr(192, mul(z, LOG2_E_Q96))
      let w := sdiv(ONE_Q192, or(1, sub(add(mul(n, LN2_Q96), HALF_LN2_Q96), z)))
      result := add(w, sdiv(C1, add(w, sdiv(C2, add(w, sdiv(C3, add(w, sdiv(C4, w))))))))
      result := shr(n, sub(DENSITY_BASE_Q128, sdiv(DENSITY_SLOPE_Q224, sub(INV_A0_Q96, result))))
    }
  }

  /// @notice e^k for either sign.
  /// @param k Q96, any value; beyond ±48 it is taken as ±48
  /// @return Q96, never zero; error ≤ 6e-18 relative plus one unit; e⁰ = 1 exactly
  function expQ96(int256 k) internal pure returns (uint256) {
    unchecked {
      uint256 z = uint256(k < 0 ? -k : k);
      if (z > MAX_EXPONENT_Q96) z = MAX_EXPONENT_Q96;
      z = expNegQ96(z);
      // The reciprocal keeps the 128 − 48/ln 2 = 58 bits that e^−48 has in Q128.
      return k < 0 ? z >> 32 : RawDivision.div(1 << 224, z);
    }
  }

  /// @notice e^−z.
  /// @param z WAD, below 2¹²⁸
  /// @return WAD, rounded down, within 3e-18 relative and one unit
  function expNegWad(uint256 z) internal pure returns (uint256) {
    require(z >> 128 == 0, ExponentOutOfDomain(z));
    unchecked {
      // z·2⁹⁶ < 2²²⁴, its quotient < 2¹⁶⁵ is cut to where e^−z is zero anyway; the last product is < 2¹⁸⁸.
      uint256 scaled = (z << 96) / 1e18;
      return scaled >> 158 == 0 ? (expNegQ96(scaled) * 1e18) >> 128 : 0;
    }
  }
}
