// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SquareRoot} from "../../contracts/math/SquareRoot.sol";
import {Svi} from "../../contracts/math/Svi.sol";
import {ArbitrageChecks} from "../../contracts/surface/ArbitrageChecks.sol";
import {SmileDistance} from "../../contracts/surface/SmileDistance.sol";
import {Step, Surface, SurfaceDistance} from "../../contracts/surface/SurfaceDistance.sol";
import {StepLedger} from "../../contracts/surface/StepLedger.sol";
import {SurfaceInterpolation} from "../../contracts/surface/SurfaceInterpolation.sol";
import {Curve} from "../../contracts/types/Curve.sol";
import {SviSlice} from "../../contracts/types/SviSlice.sol";

/// @notice The surface's libraries behind external functions.
contract SurfaceHarness {
  StepLedger private _ledger;
  mapping(uint256 expiry => bool) private _named;

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

  function measure(Surface memory base, Surface memory other, uint256 time) external view returns (Step memory) {
    return SurfaceDistance.measure(base, other, time, _named);
  }

  function name(uint256 expiry) external {
    _named[expiry] = true;
  }

  /// @return WAD of volatility
  function distanceAt(
    Surface memory base,
    Surface memory other,
    uint256 expiry,
    uint256 time
  ) external pure returns (uint256) {
    return SurfaceDistance.distanceAt(base, other, expiry, time);
  }

  /// @return Q96
  function between(Curve memory base, Curve memory other) external pure returns (uint256) {
    return SmileDistance.between(base, other);
  }

  /// @param k Q96
  /// @return √w in Q96
  function rootAt(Curve memory curve, int256 k) external pure returns (uint256) {
    return SquareRoot.sqrt(Svi.totalVariance(curve, k));
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
