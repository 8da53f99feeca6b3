// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SquareRoot
/// @notice Integer square root, precise enough for pricing, at a third of the cost of an exact one.
library SquareRoot {
  /// @notice √a. In any fixed point of even fractional bits 2n the result has n of them.
  /// @param a any value; zero gives zero
  /// @return root with ⌊√a⌋ ≤ root ≤ √a·(1 + 2⁻⁸⁰) + 1, so exact to a unit wherever a < 2¹⁶⁰
  /// @dev Seed: with e = ⌊bits(a)/2⌋, 2^e is within a factor √2 of √a, and the Newton step from it, (2^e + a/2^e)/2, needs
  /// shifts only and is at most 6.07 % too large. A step takes a relative excess ε to at most ε²/2: 1.8e-3, 1.6e-6,
  /// 1.2e-12, 6.4e-25 (2⁻⁸⁰·⁴). By the inequality of arithmetic and geometric means no step ends below ⌊√a⌋.
  /// Assembly: `clz` has no Solidity form, and EVM division (0/0 = 0) spares the check for a = 0.
  function sqrt(uint256 a) internal pure returns (uint256 root) {
    assembly ("memory-safe") {
      let e := shr(1, sub(256, clz(a)))
      root := shr(1, add(shl(e, 1), shr(e, a)))
      root := shr(1, add(root, div(a, root)))
      root := shr(1, add(root, div(a, root)))
      root := shr(1, add(root, div(a, root)))
      root := shr(1, add(root, div(a, root)))
    }
  }

  /// @notice √a after two of `sqrt`'s four steps, for what a later step corrects.
  /// @param a any value; zero gives zero
  /// @return root with ⌊√a⌋ ≤ root ≤ √a·(1 + 1.7e-6) + 1
  function roughSqrt(uint256 a) internal pure returns (uint256 root) {
    assembly ("memory-safe") {
      let e := shr(1, sub(256, clz(a)))
      root := shr(1, add(shl(e, 1), shr(e, a)))
      root := shr(1, add(root, div(a, root)))
      root := shr(1, add(root, div(a, root)))
    }
  }
}
