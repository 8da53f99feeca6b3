// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {Svi} from "../../contracts/math/Svi.sol";
import {Curve} from "../../contracts/types/Curve.sol";
import {SviSlice} from "../../contracts/types/SviSlice.sol";

/// @notice `Svi` behind external functions, for differential tests and gas figures. The empty functions have the same
/// signatures, so that a difference of two calls is the internal call alone.
contract SviHarness {
  function volatility(SviSlice slice, int256 k, uint256 tenor) external pure returns (uint256) {
    return Svi.volatility(slice, k, tenor);
  }

  function volatilityEmpty(SviSlice, int256, uint256) external pure returns (uint256) {}

  function totalVariance(SviSlice slice, int256 k) external pure returns (uint256) {
    return Svi.totalVariance(slice, k);
  }

  function totalVarianceEmpty(SviSlice, int256) external pure returns (uint256) {}

  function signedVariance(SviSlice slice, int256 k) external pure returns (int256) {
    return Svi.signedVariance(slice, k);
  }

  function withDerivatives(
    SviSlice slice,
    int256 k
  ) external pure returns (uint256 w, int256 slope, uint256 curvature) {
    return Svi.withDerivatives(slice, k);
  }

  function withDerivativesEmpty(SviSlice, int256) external pure returns (uint256 w, int256 slope, uint256 curvature) {}

  function curveVolatility(Curve memory curve, int256 k, uint256 tenor) external pure returns (uint256) {
    return Svi.volatility(curve, k, tenor);
  }

  function curveTotalVariance(Curve memory curve, int256 k) external pure returns (uint256) {
    return Svi.totalVariance(curve, k);
  }

  function curveTotalVarianceEmpty(Curve memory, int256) external pure returns (uint256) {}

  function curveWithDerivatives(
    Curve memory curve,
    int256 k
  ) external pure returns (uint256 w, int256 slope, uint256 curvature) {
    return Svi.withDerivatives(curve, k);
  }

  function curveWithDerivativesEmpty(
    Curve memory,
    int256
  ) external pure returns (uint256 w, int256 slope, uint256 curvature) {}
}
