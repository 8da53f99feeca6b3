// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SquareRoot} from "../../contracts/math/SquareRoot.sol";
import {Svi} from "../../contracts/math/Svi.sol";
import {ArbitrageChecks} from "../../contracts/surface/ArbitrageChecks.sol";
import {Surface, SurfaceDistance} from "../../contracts/surface/SurfaceDistance.sol";
import {StepLedger} from "../../contracts/surface/StepLedger.sol";
import {SurfaceInterpolation} from "../../contracts/surface/SurfaceInterpolation.sol";
import {Curve} from "../../contracts/types/Curve.sol";
import {SviSlice} from "../../contracts/types/SviSlice.sol";

/// @notice The surface's libraries behind external functions.
contract SurfaceHarness {
  StepLedger private _ledger;

  function check(uint256 observedAt, uint256[] calldata expiries, SviSlice[] calldata slices) external pure {
    ArbitrageChecks.check(observedAt, expiries, slices);
  }

  /// @return g Q96
  function durrleman(SviSlice slice, int256 k) external pure returns (int256 g) {
    (int256 W, int256 slope, uint256 curvature) = Svi.signedWithDerivatives(slice, k);
    return ArbitrageChecks.durrleman(k, W, slope, curvature);
  }

  /// @return Q192
  function totalVarianceAt(
    uint256 expiries,
    uint256 observedAt,
    SviSlice[] calldata slices,
    uint256 expiry,
    uint256 time,
    int256 k
  ) external pure returns (uint256) {
    Curve memory curve;
    if (expiry <= time) return 0;
    uint256 near = SurfaceInterpolation.firstLive(expiries, time);
    (near, curve.nearWeight, curve.farWeight) = SurfaceInterpolation.place(expiries, observedAt, near, expiry, time);
    curve.near = slices[near];
    if (curve.farWeight != 0) curve.far = slices[near + 1];
    return Svi.totalVariance(curve, k);
  }

  /// @return WAD of volatility
  function distance(Surface memory base, Surface memory other, uint256 time) external pure returns (uint256) {
    return SurfaceDistance.distance(base, other, time);
  }

  /// @param k Q96
  /// @return WAD a year
  function volatilityAt(Surface memory of_, uint256 expiry, uint256 time, int256 k) external pure returns (uint256) {
    Curve memory curve = SurfaceDistance.curveAt(of_, expiry, time);
    return Svi.volatilityOf(Svi.totalVariance(curve, k), expiry - time);
  }

  /// @return √w at the money in Q96
  function deviationAt(Surface memory of_, uint256 expiry, uint256 time) external pure returns (int256) {
    return int256(SquareRoot.sqrt(Svi.totalVariance(SurfaceDistance.curveAt(of_, expiry, time), 0)));
  }

  function drawn(uint256 time) external view returns (uint256 hour, uint256 day) {
    return _ledger.drawn(time);
  }

  function draw(uint256 time, uint256 amount) external {
    _ledger = _ledger.withDraw(time, amount);
  }
}
