// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Svi} from "../../contracts/math/Svi.sol";
import {Curve} from "../../contracts/types/Curve.sol";
import {SviSlice} from "../../contracts/types/SviSlice.sol";

/// @notice `Svi` behind external functions, for differential tests.
contract SviHarness {
  function volatility(SviSlice slice, int256 k, uint256 tenor) external pure returns (uint256) {
    return Svi.volatility(slice, k, tenor);
  }

  function totalVariance(SviSlice slice, int256 k) external pure returns (uint256) {
    return Svi.totalVariance(slice, k);
  }

  function signedVariance(SviSlice slice, int256 k) external pure returns (int256) {
    return Svi.signedVariance(slice, k);
  }

  function withDerivatives(
    SviSlice slice,
    int256 k
  ) external pure returns (uint256 w, int256 slope, uint256 curvature) {
    return Svi.withDerivatives(slice, k);
  }

  function curveVolatility(Curve memory curve, int256 k, uint256 tenor) external pure returns (uint256) {
    return Svi.volatility(curve, k, tenor);
  }

  function curveTotalVariance(Curve memory curve, int256 k) external pure returns (uint256) {
    return Svi.totalVariance(curve, k);
  }

  function curveWithDerivatives(
    Curve memory curve,
    int256 k
  ) external pure returns (uint256 w, int256 slope, uint256 curvature) {
    return Svi.withDerivatives(curve, k);
  }
}
