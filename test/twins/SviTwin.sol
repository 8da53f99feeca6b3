// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SD59x18, convert, sd, sqrt} from "@prb/math/src/SD59x18.sol";

import {SviParams, SviSlice} from "../../contracts/types/SviSlice.sol";

/// @notice The SVI formulas as they stand in the paper, on PRB-math, with checked arithmetic: what `Svi` is held against.
library SviTwin {
  /// @dev A parameter in units of 1e-12, in WAD.
  function _wad(int256 pico) private pure returns (SD59x18) {
    return sd(pico * 1e6);
  }

  /// @return w WAD, with its sign
  /// @return slope WAD
  /// @return curvature WAD
  function withDerivatives(SviSlice slice, int256 k) internal pure returns (int256 w, int256 slope, int256 curvature) {
    SviParams memory p = slice.unpackSvi();
    SD59x18 sigma = _wad(int256(p.sigma));
    SD59x18 b = _wad(int256(p.b));
    SD59x18 rho = _wad(p.rho);
    SD59x18 d = sd(k) - _wad(p.m);
    SD59x18 r = sqrt(d * d + sigma * sigma);
    w = (_wad(p.a) + b * (rho * d + r)).unwrap();
    slope = (b * (rho + d / r)).unwrap();
    SD59x18 sine = sigma / r;
    curvature = ((b * sine * sine) / r).unwrap();
  }

  /// @return WAD a year
  function volatility(SviSlice slice, int256 k, uint256 tenor) internal pure returns (uint256) {
    (int256 w, , ) = withDerivatives(slice, k);
    return uint256(sqrt((sd(w) * convert(365 days)) / convert(int256(tenor))).unwrap());
  }
}
