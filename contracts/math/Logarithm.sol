// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Logarithm
/// @notice Natural logarithm of a ratio, in Q96: the log-moneyness of an option needs more than 18 digits, for it is
/// divided by σ√τ, which may be tiny.
library Logarithm {
  /// @notice A term of the ratio is zero or above 2¹¹².
  error LogarithmOutOfDomain(uint256 numerator, uint256 denominator);

  /// @dev One unit of Q240.
  uint256 private constant ONE_Q240 = 1 << 240;
  /// @dev ln 2 in Q96.
  uint256 private constant LN2_Q96 = 0xb17217f7d1cf79abc9e3b398;
  /// @dev 2¹⁶/√2 = 46340.95: splits the binades at mantissas of 1/√2, so that they lie in [1/√2, √2).
  uint256 private constant HALF_BINADE = 46341;
  /// @dev 1.0 in WAD.
  uint256 private constant WAD = 1e18;

  // 2·artanh(1/y) ≈ C0/(y − C1/(y − C2/(y − C3/(y − C4/(y − C5/(y − C6/y)))))), |y| ≥ (√2 + 1)/(√2 − 1) = 5.83, in Q192.
  // Minimax rational of degree (3, 3) in 1/y² by the Remez exchange, relative error 2.5e-19, rewritten as a continued
  // fraction by Viskovatov's algorithm. The limits of the unfitted series are n²/(4n² − 1): 1/3, 4/15, 9/35, …
  uint256 private constant C0 = 0x20000000000000008de279875893580d3a576a241f7a44938; // 2.0000000000000000005
  uint256 private constant C1 = 0x5555555555551c80a13d94a1abb86e5b6f852d1d16d2e8ea; // 0.33333333333333254
  uint256 private constant C2 = 0x4444444445a91ed071d903270ebefc465c0f3d0d379a65ce; // 0.26666666666793447
  uint256 private constant C3 = 0x41d41d3db969fed13f112dff26fed9f8732124ff6816b7bd; // 0.25714285618725084
  uint256 private constant C4 = 0x410416398ec3dbbf4394bf251748aeaa04633023952623fa; // 0.25396860985962583
  uint256 private constant C5 = 0x40a0f9b966498fd312709bea8695f77278a1655fd361cae5; // 0.25245629097324795
  uint256 private constant C6 = 0x42288f6e846caaf1c901f3cbd1b40ff1af68eed4786596f9; // 0.25843140075851305

  // The first three levels of that series unfitted, exact in the limit of a ratio of 1: 2, 1/3 and 4/15 in Q192.
  uint256 private constant TWO_Q192 = 2 << 192;
  uint256 private constant THIRD_Q192 = 0x555555555555555555555555555555555555555555555555;
  uint256 private constant FOUR_FIFTEENTHS_Q192 = 0x444444444444444444444444444444444444444444444444;

  /// @notice ln(numerator / denominator).
  /// @param numerator 1 .. 2¹¹², in the same unit as the denominator
  /// @param denominator 1 .. 2¹¹²
  /// @return ln Q96, |ln| ≤ 112·ln 2 = 77.7, exactly zero where the terms are equal. Error ≤ 1e-19 for ratios of 2⁻⁶⁰ and
  /// more (and relative 2.5e-19 near 1); below, the ratio itself is truncated at 2⁻¹²⁸ and the error grows to that
  /// truncation.
  function lnRatioQ96(uint256 numerator, uint256 denominator) internal pure returns (int256 ln) {
    unchecked {
      // Zero wraps to 2²⁵⁶ − 1 and fails with the rest.
      require(((numerator - 1) | (denominator - 1)) >> 112 == 0, LogarithmOutOfDomain(numerator, denominator));
    }
    return lnRatioUncheckedQ96(numerator, denominator);
  }

  /// @notice As `lnRatioQ96`, for a caller that has bounded both terms itself.
  /// @dev ratio = mantissa·2^(112 − c): m·HALF_BINADE fills 256 − c bits, so m < 2^(240 − c)·√2, and m·2^c, the mantissa in
  /// Q240, cannot overflow. With y = (1 + mantissa)/(1 − mantissa), ln(mantissa) = −2·artanh(1/y). A mantissa of exactly 1
  /// divides by zero, which the EVM answers with y = 0, and then every level with 0: ln 1 = 0 without a branch.
  function lnRatioUncheckedQ96(uint256 numerator, uint256 denominator) internal pure returns (int256 ln) {
    assembly ("memory-safe") {
      let mantissa := div(shl(128, numerator), denominator)
      let c := clz(mul(mantissa, HALF_BINADE))
      mantissa := shl(c, mantissa)
      let y := sdiv(add(mantissa, ONE_Q240), sar(96, sub(ONE_Q240, mantissa)))
      ln := sub(y, sdiv(C4, sub(y, sdiv(C5, sub(y, sdiv(C6, y))))))
      ln := sdiv(C0, sub(y, sdiv(C1, sub(y, sdiv(C2, sub(y, sdiv(C3, ln)))))))
      ln := sub(mul(sub(112, c), LN2_Q96), ln)
    }
  }

  /// @notice As `lnRatioUncheckedQ96` with fewer levels, for what a later step corrects.
  /// @return ln Q96. Error ≤ 2.1e-7, and ≤ 3.6e-4·|ln|⁷ where |ln| < 0.34: nothing near a ratio of 1
  function lnRatioRoughQ96(uint256 numerator, uint256 denominator) internal pure returns (int256 ln) {
    assembly ("memory-safe") {
      let mantissa := div(shl(128, numerator), denominator)
      let c := clz(mul(mantissa, HALF_BINADE))
      mantissa := shl(c, mantissa)
      let y := sdiv(add(mantissa, ONE_Q240), sar(96, sub(ONE_Q240, mantissa)))
      ln := sdiv(TWO_Q192, sub(y, sdiv(THIRD_Q192, sub(y, sdiv(FOUR_FIFTEENTHS_Q192, y)))))
      ln := sub(mul(sub(112, c), LN2_Q96), ln)
    }
  }

  /// @notice ln x.
  /// @param x WAD, 1 .. 2¹¹²
  /// @return WAD, rounded down, within a unit of the true value
  function lnWad(uint256 x) internal pure returns (int256) {
    unchecked {
      // |ln| < 2¹⁰³, times 1e18 < 2⁶⁰.
      return (lnRatioQ96(x, WAD) * int256(WAD)) >> 96;
    }
  }
}
