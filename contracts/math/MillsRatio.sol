// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title MillsRatio
/// @notice M(x) = Φ(−x)/φ(x), the tail of the normal distribution over its density: between 1.2533 at 0 and 1/x far out.
/// @dev A smooth function with no underflow in it: an out-of-the-money price S·φ(d1)·(M(|d1|) − M(|d2|)) keeps its relative
/// precision where a difference of two distribution functions has lost it.
library MillsRatio {
  // M(x) ≈ A1/(x + B1 + A2/(x + B2 + … + A9/(x + B9))): type (8, 9) minimax rational in x by the Remez exchange on [0, 38],
  // weighed towards the density, as a Jacobi continued fraction. φ(x)·|error| ≤ 1.3e-19 everywhere. B9 was then moved by
  // 2e-16 of itself so that M(0) = √(π/2) to the last bit: Φ has no step at 0, and at-the-money prices keep their relative
  // precision too. No denominator changes sign for x ≥ 0 (checked to 200; beyond, x dominates all of them).
  // Magnitudes only, Aᵢ in Q192 and Bᵢ in Q96; the signs are in the formula. A4, A6, B2, B6 are negative.
  uint256 private constant A1 = 0x1000001ef6ca34494e2d9532695ec5460395319910a9fe6b4; // 1.0000001154
  uint256 private constant B1 = 0xbd84803cae3378018244; // 0.000011296128138
  uint256 private constant A2 = 0xffdc24f7f841b2bf8b97e490763d51faea389a0cfc8abfc1; // 0.99945288710
  uint256 private constant B2 = 0x47b0a68b0924d0562cd300c; // 0.017502451476
  uint256 private constant A3 = 0x26aaffd6dc3a4cfcdd09058026c9188a5ea5af590f71aca5b; // 2.4167478936
  uint256 private constant B3 = 0x3436283b1ccce21bf6da14613; // 3.2632219609
  uint256 private constant A4 = 0x25b20272351316dabdb22f522e77784898c8e1fa75f8356d10; // 37.695349825
  uint256 private constant B4 = 0xa5d118475bdc53576f377e85b; // 10.363548545
  uint256 private constant A5 = 0x2bac65b2bf513f76e5acdf8c1653392585964a6d8448626afa; // 43.673426792
  uint256 private constant B5 = 0x4d49d181b2876902e7c8a022a; // 4.8305220667
  uint256 private constant A6 = 0x2ffd665aa44aa979bc75cf946bc0ba2ebd5c00bb774a43995; // 2.9993651906
  uint256 private constant B6 = 0x1753ce6082a330e1b53d57c27f; // 23.327367813
  uint256 private constant A7 = 0x2b8dcf919161ed5da85cad6080373f1c6e3159dad9d9c9177ea; // 696.86317593
  uint256 private constant B7 = 0x1c4c401b3586f4f5f7181889a5; // 28.297853184
  uint256 private constant A8 = 0x95d9c574cb39083ee2e239fe966126f14760fe0954de40f4; // 0.58535417653
  uint256 private constant B8 = 0x4038fa19f7c93698d1875686a; // 4.0139103903
  uint256 private constant A9 = 0x1bbe719092b711405e831ec115dd272ea625ceb03a43112533; // 27.743920360
  uint256 private constant B9 = 0x15f53552329ad75393479413; // 0.085772831505

  /// @notice M(x).
  /// @param x Q96, below 2²⁵⁴; not checked, every caller takes it from a bounded number
  /// @return m Q96, positive while x < 2⁹⁶ in value; φ(x)·|error| ≤ 2e-19
  /// @dev EVM division costs what multiplication costs, so each level raises both degrees of the rational for 20 gas. Each
  /// Q192 over a Q96 denominator is a Q96 again; the truncations shrink from level to level.
  function millsQ96(uint256 x) internal pure returns (uint256 m) {
    assembly ("memory-safe") {
      m := sdiv(A7, add(add(x, B7), sdiv(A8, add(add(x, B8), sdiv(A9, add(x, B9))))))
      m := sdiv(A4, add(add(x, B4), sdiv(A5, sub(add(x, B5), sdiv(A6, sub(m, sub(B6, x)))))))
      m := sdiv(A1, add(add(x, B1), sdiv(A2, sub(sdiv(A3, sub(add(x, B3), m)), sub(B2, x)))))
    }
  }

  /// @notice M(x) and M(y), what an option needs, at one call's overhead less than two of `millsQ96`.
  /// @param x Q96, as for `millsQ96`
  /// @param y Q96, as for `millsQ96`
  function millsPairQ96(uint256 x, uint256 y) internal pure returns (uint256 mx, uint256 my) {
    assembly ("memory-safe") {
      mx := sdiv(A7, add(add(x, B7), sdiv(A8, add(add(x, B8), sdiv(A9, add(x, B9))))))
      mx := sdiv(A4, add(add(x, B4), sdiv(A5, sub(add(x, B5), sdiv(A6, sub(mx, sub(B6, x)))))))
      mx := sdiv(A1, add(add(x, B1), sdiv(A2, sub(sdiv(A3, sub(add(x, B3), mx)), sub(B2, x)))))
      my := sdiv(A7, add(add(y, B7), sdiv(A8, add(add(y, B8), sdiv(A9, add(y, B9))))))
      my := sdiv(A4, add(add(y, B4), sdiv(A5, sub(add(y, B5), sdiv(A6, sub(my, sub(B6, y)))))))
      my := sdiv(A1, add(add(y, B1), sdiv(A2, sub(sdiv(A3, sub(add(y, B3), my)), sub(B2, y)))))
    }
  }
}
