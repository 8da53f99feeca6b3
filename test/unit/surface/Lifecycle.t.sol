// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SurfaceFixture} from "../../mocks/SurfaceFixture.sol";
import {IRealisedVolatility} from "../../../contracts/interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {SquareRoot} from "../../../contracts/math/SquareRoot.sol";
import {Curve} from "../../../contracts/types/Curve.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {SviParams, SviSlice, packSvi} from "../../../contracts/types/SviSlice.sol";
import {expiryHeader} from "../../../contracts/types/Book.sol";

/// @notice What accepted and pending reports do, block by block.
contract SurfaceLifecycleTest is SurfaceFixture {
  uint256 private realised;

  /// @dev This contract stands in for a realised volatility.
  function volatility() external view returns (uint256) {
    return realised;
  }

  // The first report

  function test_Absent_BeforeAnyReport() public {
    _is(SurfaceStatus.Absent);
    vm.expectRevert(IVolatilitySurface.SurfaceAbsent.selector);
    surface.curveOf(_expiry(7));
    vm.expectRevert(IVolatilitySurface.SurfaceAbsent.selector);
    surface.curvesFor(expiryHeader(_expiry(7), 1));
  }

  function test_A1_FirstReport_TakesEffectInTheNextBlock() public {
    _submit(_report(0.8e18));
    _is(SurfaceStatus.Absent);
    vm.expectRevert(IVolatilitySurface.SurfaceAbsent.selector);
    surface.curveOf(_expiry(7));
    _nextBlock();
    _is(SurfaceStatus.Fresh);
    assertApproxEqAbs(_atTheMoney(), 0.8e18, 1e10);
  }

  // Reading

  function test_Volatility_IsTheReportedOneAtEveryTenor() public {
    _deliver(0.8e18);
    uint256[5] memory ahead = [uint256(3), 7, 10, 28, 90];
    for (uint256 i = 0; i < 5; ++i) assertApproxEqAbs(surface.volatility(0, _expiry(ahead[i])), 0.8e18, 1e10);
    _pass(2 days);
    for (uint256 i = 0; i < 5; ++i) assertApproxEqAbs(surface.volatility(0, _expiry(ahead[i])), 0.8e18, 1e10);
    // The first reported expiry has passed, then all of them.
    _pass(6 days);
    assertApproxEqAbs(surface.volatility(0, _expiry(10)), 0.8e18, 1e10);
    _pass(40 days);
    assertApproxEqAbs(surface.volatility(0, _expiry(90)), 0.8e18, 1e10);
    _is(SurfaceStatus.Stale);
  }

  function test_Volatility_InterpolatesTotalVarianceInTime() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.slices[1] = _slice(1e18, report.expiries[1] - block.timestamp);
    report.slices[2] = _slice(1e18, report.expiries[2] - block.timestamp);
    _submit(report);
    _nextBlock();
    _pass(1 days);
    uint256 near = _expiry(7) - block.timestamp;
    uint256 far = _expiry(14) - block.timestamp;
    uint256 expiry = _expiry(9);
    // Two sevenths of the way from 0.8²·near to 1²·far.
    uint256 variance = (5 * 0.64e36 * near + 2 * 1e36 * far) / (7 * (expiry - block.timestamp));
    uint256 squared = surface.volatility(0, expiry) ** 2;
    assertApproxEqRel(squared, variance, 1e10);
    vm.expectRevert(
      abi.encodeWithSelector(IVolatilitySurface.ExpiryOutOfRange.selector, block.timestamp, block.timestamp)
    );
    surface.volatility(0, block.timestamp);
  }

  function test_CurvesFor_AgreesWithCurveOfEachExpiry() public {
    _deliver(0.8e18);
    _pass(1 hours);
    uint256[6] memory ahead = [uint256(0), 3, 7, 10, 28, 90];
    uint256 packed;
    for (uint256 i = 0; i < 6; ++i) packed |= expiryHeader(_expiry(ahead[i]), 4) << (32 * i);
    (Curve[] memory curves, uint256 confidence, SurfaceStatus status) = surface.curvesFor(packed);
    assertEq(curves.length, 6);
    assertEq(confidence, _confidence());
    assertEq(uint8(status), uint8(SurfaceStatus.Fresh));
    for (uint256 i = 0; i < 6; ++i) {
      assertEq(keccak256(abi.encode(curves[i])), keccak256(abi.encode(surface.curveOf(_expiry(ahead[i])))));
    }
    // Passed at 08:00 today.
    assertEq(curves[0].nearWeight + curves[0].farWeight, 0);
    // Reported expiries need one slice.
    assertEq(curves[2].farWeight, 0);
    assertGt(curves[3].farWeight, 0);
    assertEq(curves[4].farWeight, 0);
  }

  function test_Surface_IsWhatWasReported() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    _submit(report);
    _nextBlock();
    _submit(_laterReport(0.805e18));
    (uint256 observedAt, uint256[] memory expiries, ) = surface.surface();
    assertEq(observedAt, report.observedAt);
    assertEq(keccak256(abi.encode(expiries)), keccak256(abi.encode(report.expiries)));
    (uint64 latest, uint64 pending) = surface.rounds();
    assertEq(latest, 2);
    assertEq(pending, 0);
  }

  function _laterReport(uint256 level) private returns (IVolatilitySurface.Report memory) {
    vm.warp(block.timestamp + 1);
    return _report(level);
  }

  // Confidence and age

  function test_Confidence_IsTheLargestOfReportedFloorAndGrowth() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.confidence = 0.012e18;
    _submit(report);
    _nextBlock();
    assertEq(_confidence(), 0.012e18);
    // 2·√(1 h in years)
    _pass(1 hours);
    assertApproxEqAbs(_confidence(), 0.021368e18, 1e12);
    _deliver(0.8e18);
    assertEq(_confidence(), 0.01e18);
  }

  function test_O1_Stale_PastTheMaximumAge() public {
    _deliver(0.8e18);
    _pass(3 hours);
    _is(SurfaceStatus.Fresh);
    _pass(1);
    _is(SurfaceStatus.Stale);
  }

  // Steps

  function test_Step_WithinConfidenceTakesEffect() public {
    _deliver(0.8e18);
    _pass(10 minutes);
    _deliver(0.808e18);
    _is(SurfaceStatus.Fresh);
    assertApproxEqAbs(_atTheMoney(), 0.808e18, 1e10);
  }

  function test_A1_Step_IsNeverMoreThanWasCharged() public {
    _deliver(0.8e18);
    _pass(10 minutes);
    uint256 charged = _confidence();
    IVolatilitySurface.Report memory report = _report(0.8e18 + charged + 0.001e18);
    (bool admissible, uint256 step, uint256 drift, uint256 allowance) = surface.preview(report);
    assertFalse(admissible);
    assertGt(step, charged);
    assertEq(drift, step);
    assertEq(allowance, charged);
    vm.expectEmit(address(surface));
    emit IVolatilitySurface.SurfacePending(report.round, step, charged);
    _submit(report);
    // Nothing yet in this block.
    _is(SurfaceStatus.Fresh);
    assertEq(_confidence(), charged);
    _nextBlock();
    _is(SurfaceStatus.Pending);
    assertApproxEqAbs(_confidence(), step, 1e9);
    assertApproxEqAbs(_atTheMoney(), 0.8e18, 1e10);
  }

  function test_Step_CountsSkewAndNotOnlyTheMoney() public {
    _deliver(0.8e18);
    _pass(10 minutes);
    IVolatilitySurface.Report memory report = _report(0.8e18);
    for (uint256 i = 0; i < 3; ++i) {
      // Mirrored: the same at the money, the wings exchanged.
      SviParams memory p = report.slices[i].unpackSvi();
      (p.rho, p.m) = (-p.rho, -p.m);
      report.slices[i] = packSvi(p);
    }
    (bool admissible, uint256 step, , ) = surface.preview(report);
    assertFalse(admissible);
    assertGt(step, 0.1e18);
  }

  /// @dev θ·(α + β·√(x² + ς²)) with x in standard deviations, without skew: α + βς = 1, and 1.2 at x = 1. So all ς agree at
  /// the money and one standard deviation either side.
  function _symmetric(uint256 tenor, uint256 roundness) private pure returns (SviSlice) {
    uint256 theta = (0.64e12 * tenor) / 365 days;
    uint256 root = SquareRoot.sqrt(theta * 1e12);
    uint256 beta = 0.2e24 / (SquareRoot.sqrt(1e24 + roundness * roundness) - roundness);
    int256 alpha = 1e12 - int256((beta * roundness) / 1e12);
    return
      packSvi(
        SviParams({
          a: (alpha * int256(theta)) / 1e12,
          b: (beta * root) / 1e12,
          rho: 0,
          m: 0,
          sigma: (roundness * root) / 1e12
        })
      );
  }

  function _symmetricReport(uint256 roundness) private returns (IVolatilitySurface.Report memory report) {
    report = _report(0.8e18);
    for (uint256 i = 0; i < 3; ++i) report.slices[i] = _symmetric(report.expiries[i] - report.observedAt, roundness);
  }

  /// @dev The same at the money and one standard deviation either side, the wings turned up.
  function test_A1_Step_CountsTheWingsBeyondOneDeviation() public {
    _submit(_symmetricReport(0.5e12));
    _pass(10 minutes);
    IVolatilitySurface.Report memory report = _symmetricReport(2e12);
    (bool admissible, uint256 step, , ) = surface.preview(report);
    // Three standard deviations out a volatility of 1.229 against 1.080, and a third of that; what bounds everything between
    // the points measured adds less than a tenth.
    assertGt(step, 0.0495e18);
    assertLt(step, 0.0545e18);
    assertFalse(admissible);
    _submit(report);
    _nextBlock();
    _is(SurfaceStatus.Pending);
  }

  /// @dev Three standard deviations out a wing may move three times the charged confidence, and no more.
  function test_Step_InAWingMayBeThreeTimesTheConfidence() public {
    _submit(_symmetricReport(0.5e12));
    _pass(10 minutes);
    assertEq(_confidence(), 0.01e18);
    (bool admissible, , , ) = surface.preview(_symmetricReport(0.8e12));
    assertFalse(admissible);
    // 2.7 points at three, 1.3 at two, nothing within.
    uint256 step;
    uint256 drift;
    IVolatilitySurface.Report memory report = _symmetricReport(0.7e12);
    (admissible, step, drift, ) = surface.preview(report);
    assertTrue(admissible);
    assertGt(step, 0.0089e18);
    assertLt(step, 0.0099e18);
    assertEq(drift, step);
    _submit(report);
    _nextBlock();
    _is(SurfaceStatus.Fresh);
  }

  function test_Pending_IsReachedByARoundThatConfirmsIt() public {
    _deliver(0.8e18);
    _pass(10 minutes);
    _deliver(1e18);
    _is(SurfaceStatus.Pending);
    _pass(1 minutes);
    IVolatilitySurface.Report memory report = _report(0.998e18);
    vm.expectEmit(address(surface));
    emit IVolatilitySurface.PendingCleared(2);
    _submit(report);
    _nextBlock();
    _is(SurfaceStatus.Fresh);
    assertApproxEqAbs(_atTheMoney(), 0.998e18, 1e10);
    (uint256 hourLeft, uint256 dayLeft) = surface.allowances();
    assertLt(hourLeft, 0.102e18);
    assertLt(dayLeft, 0.602e18);
  }

  function test_Pending_IsReplacedByANewerReading() public {
    _deliver(0.8e18);
    _pass(10 minutes);
    _deliver(1e18);
    _pass(1 minutes);
    IVolatilitySurface.Report memory report = _report(1.2e18);
    vm.expectEmit(address(surface));
    emit IVolatilitySurface.PendingCleared(2);
    _submit(report);
    _nextBlock();
    _is(SurfaceStatus.Pending);
    (, uint64 pending) = surface.rounds();
    assertEq(pending, 3);
    assertGt(_confidence(), 0.39e18);
  }

  function test_Pending_IsOutlived() public {
    _deliver(0.8e18);
    _pass(10 minutes);
    _deliver(1e18);
    for (uint256 i = 0; i < 11; ++i) {
      _pass(10 minutes);
      _deliver(0.8e18);
      _is(SurfaceStatus.Pending);
    }
    _pass(10 minutes);
    _deliver(0.8e18);
    _is(SurfaceStatus.Fresh);
  }

  function test_Allowance_HoldsBackWhatTheHourHasNoRoomFor() public {
    _deliver(0.8e18);
    _pass(10 minutes);
    _deliver(1.4e18);
    // 60 points are confirmed, and still more than an hour may move.
    _pass(10 minutes);
    _deliver(1.4e18);
    _is(SurfaceStatus.Pending);
    assertApproxEqAbs(_atTheMoney(), 0.8e18, 1e10);
  }

  /// @dev 80 % to 150 %: the full reading each hour, and twice in it as large a step as is admissible, until the market
  /// reopens. What bounds everything between the points measured leaves a step of the money a sixth of the allowance less.
  function test_Crash_IsWalkedWithinTheAllowancesAndReopens() public {
    _deliver(0.8e18);
    uint256 level = 0.8e18;
    uint256 thirds;
    for (thirds = 1; thirds < 24 && (level < 1.48e18 || _status() != SurfaceStatus.Fresh); ++thirds) {
      _pass(20 minutes);
      if (thirds % 3 == 1) {
        _deliver(1.5e18);
        // Held back, until what is left to it is within reach.
        if (_status() == SurfaceStatus.Fresh) level = 1.5e18;
        else assertLt(_atTheMoney(), 1.49e18);
        continue;
      }
      (uint256 hourLeft, uint256 dayLeft) = surface.allowances();
      uint256 least = hourLeft < dayLeft ? hourLeft : dayLeft;
      if (_confidence() < least) least = _confidence();
      uint256 next = level + (least * 85) / 100;
      if (next > 1.5e18) next = 1.5e18;
      (bool admissible, , , ) = surface.preview(_report(next));
      if (!admissible) continue;
      level = next;
      _deliver(level);
    }
    emit log_named_uint("thirds of an hour to reopen", thirds);
    _is(SurfaceStatus.Fresh);
    assertApproxEqAbs(_atTheMoney(), 1.5e18, 0.02e18);
    assertGt(thirds, 6);
    assertLt(thirds, 24);
  }

  function test_Drift_NoiseWithinTheFloorDrawsNothing() public {
    _deliver(0.8e18);
    for (uint256 i = 0; i < 12; ++i) {
      _pass(10 minutes);
      _deliver(i % 2 == 0 ? 0.804e18 : 0.797e18);
      _is(SurfaceStatus.Fresh);
    }
    (uint256 hourLeft, uint256 dayLeft) = surface.allowances();
    assertEq(hourLeft, 0.3e18);
    assertEq(dayLeft, 0.8e18);
  }

  function test_Drift_AWalkInSmallStepsDrawsAllOfItsWay() public {
    _deliver(0.8e18);
    uint256 level = 0.8e18;
    for (uint256 i = 0; i < 60; ++i) {
      _pass(12);
      level += 0.008e18;
      _deliver(level);
      if (_status() == SurfaceStatus.Pending) break;
    }
    _is(SurfaceStatus.Pending);
    // The hour's allowance and the floor.
    assertLe(_atTheMoney(), 1.11e18);
    assertGt(_atTheMoney(), 1.05e18);
    // A quarter late it frees.
    _pass(75 minutes);
    (uint256 hourLeft, uint256 dayLeft) = surface.allowances();
    assertEq(hourLeft, 0.3e18);
    assertLt(dayLeft, 0.55e18);
    _pass(29 hours);
    (, dayLeft) = surface.allowances();
    assertEq(dayLeft, 0.8e18);
  }

  // The band

  function test_Band_HoldsBackWhatLeavesIt() public {
    surface.setRealisedVolatility(IRealisedVolatility(address(this)));
    _deliver(0.8e18);
    _pass(10 minutes);
    realised = 0.1e18;
    // Outside five times realised, but on the way back.
    _deliver(0.799e18);
    _is(SurfaceStatus.Fresh);
    _pass(10 minutes);
    _deliver(0.801e18);
    _is(SurfaceStatus.Pending);
    _pass(10 minutes);
    realised = 0;
    _deliver(0.801e18);
    _is(SurfaceStatus.Fresh);
    _pass(10 minutes);
    realised = 5e18;
    _deliver(0.8e18);
    _is(SurfaceStatus.Pending);
  }

  function test_Band_LeavesAloneWhatLiesWithin() public {
    surface.setRealisedVolatility(IRealisedVolatility(address(this)));
    realised = 0.8e18;
    _deliver(0.8e18);
    _pass(10 minutes);
    _deliver(0.795e18);
    _is(SurfaceStatus.Fresh);
    assertApproxEqAbs(_atTheMoney(), 0.795e18, 1e10);
  }

  /// @dev An expiry may pass between a report and its delivery: it says nothing any more, whatever was reported for it.
  function test_Band_IsNotAboutAnExpiryThatHasPassed() public {
    surface.setRealisedVolatility(IRealisedVolatility(address(this)));
    _deliver(0.8e18);
    _pass(10 minutes);
    realised = 0.8e18;
    IVolatilitySurface.Report memory report = _report(0.8e18);
    IVolatilitySurface.Report memory longer = _report(0.8e18);
    (longer.expiries, longer.slices) = (new uint256[](4), new SviSlice[](4));
    (longer.expiries[0], longer.slices[0]) = (block.timestamp + 60, _slice(8e18, 60));
    for (uint256 i = 0; i < 3; ++i) {
      (longer.expiries[i + 1], longer.slices[i + 1]) = (report.expiries[i], report.slices[i]);
    }
    (bool admissible, , , ) = surface.preview(longer);
    assertFalse(admissible);
    _pass(61);
    _submit(longer);
    _nextBlock();
    _is(SurfaceStatus.Fresh);
  }
}
