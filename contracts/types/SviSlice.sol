// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice One expiry's raw SVI parameters, w(k) = a + b·(ρ·(k − m) + √((k − m)² + σ²)), in one word.
/// @dev Every field is a whole number of 1e-12 (pico), so that a signature covers exactly what the chain computes with.
/// Layout from the high end: a int56 | b uint48 | rho int48 | m int48 | sigma uint48 | 8 zero bits. Source of the
/// parametrisation: Gatheral, "A parsimonious arbitrage-free implied volatility parameterization", 2004.
type SviSlice is uint256;

using {fields, unpackSvi} for SviSlice global;

/// @notice The parameters of `SviSlice`, unpacked; each in units of 1e-12.
struct SviParams {
  int256 a;
  uint256 b;
  int256 rho;
  int256 m;
  uint256 sigma;
}

/// @notice A parameter does not fit its field.
error SviParamOutOfRange();

/// @notice Packs parameters into one word, refusing any that do not fit.
function packSvi(SviParams memory p) pure returns (SviSlice) {
  // Compilers before 0.8.26 know no custom error in a `require`.
  bool fits =
    p.a == int56(p.a) &&
      p.b <= type(uint48).max &&
      p.rho == int48(p.rho) &&
      p.m == int48(p.m) &&
      p.sigma <= type(uint48).max;
  if (!fits) revert SviParamOutOfRange();
  return
    SviSlice.wrap(
      (uint256(uint56(int56(p.a))) << 200) |
        (p.b << 152) |
        (uint256(uint48(int48(p.rho))) << 104) |
        (uint256(uint48(int48(p.m))) << 56) |
        (p.sigma << 8)
    );
}

/// @notice `unpackSvi` without the memory.
function fields(SviSlice slice) pure returns (int256 a, uint256 b, int256 rho, int256 m, uint256 sigma) {
  uint256 word = SviSlice.unwrap(slice);
  a = int56(uint56(word >> 200));
  b = uint48(word >> 152);
  rho = int48(uint48(word >> 104));
  m = int48(uint48(word >> 56));
  sigma = uint48(word >> 8);
}

/// @notice The five parameters, sign-extended, in units of 1e-12.
function unpackSvi(SviSlice slice) pure returns (SviParams memory p) {
  (p.a, p.b, p.rho, p.m, p.sigma) = fields(slice);
}
