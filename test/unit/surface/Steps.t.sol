// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SurfaceFixture} from "../../mocks/SurfaceFixture.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {SquareRoot} from "../../../contracts/math/SquareRoot.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {SviParams, SviSlice, packSvi} from "../../../contracts/types/SviSlice.sol";

// Behaviour tree
// a step
//   between the points measured: counts, to either side, at every tenor
//   of confidence: counts where it grows, at once or in small steps; not where it shrinks
//   of the calendar: an expiry that goes in its last day is none, nor one that comes for the first time
//     unless: it has a day left, it comes back, it is further off than an hour may move, it walks afterwards
//   in the last day: counts √(τ/1 day)
contract SurfaceStepsTest is SurfaceFixture {
  function _preview(IVolatilitySurface.Report memory report) private view returns (bool admissible, uint256 step) {
    (admissible, step, , ) = surface.preview(report);
  }

  function _drawn() private view returns (uint256 hour) {
    (hour, ) = surface.allowances();
    return _parameters().hourlyAllowance - hour;
  }

  // between the points measured

  /// @dev 40 % at the money and at every whole standard deviation (to a point), 5 points less at 0.46 of one.
  function _kinked(uint256 tenor) private pure returns (SviSlice) {
    uint256 q = SquareRoot.sqrt((tenor * 1e18) / 1 days);
    return
      packSvi(
        SviParams({
          a: int256((303_881_864 * q * q) / 1e18),
          b: (9_927_635_237 * q) / 1e9,
          rho: -192_529_991_094,
          m: int256((9_548_451_015 * q) / 1e9),
          sigma: (10_000_001 * q) / 1e9
        })
      );
  }

  function test_A1_Step_CountsADipBetweenStandardDeviations() public {
    _deliver(0.4e18);
    uint256 deviation = (0.4e18 * SquareRoot.sqrt((uint256(_expiry(14) - START) * 1e36) / 365 days)) / 1e18;
    int256 place = int256((deviation * 46) / 100);
    uint256 before = surface.volatility(place, _expiry(14));
    for (uint256 only = 0; only < 3; ++only) {
      _pass(12);
      IVolatilitySurface.Report memory report = _report(0.4e18);
      report.slices[only] = _kinked(report.expiries[only] - report.observedAt);
      (bool admissible, uint256 step) = _preview(report);
      assertFalse(admissible);
      assertGt(step, 0.049e18);
      assertLt(step, 0.08e18);
      _submit(report);
      _pass(12);
      _is(SurfaceStatus.Pending);
      assertApproxEqAbs(surface.volatility(place, _expiry(14)), before, 0.0001e18);
      // Nobody confirms it: outlived.
      _pass(2 hours);
      _deliver(0.4e18);
      _is(SurfaceStatus.Fresh);
    }
  }

  /// The way back is as long.
  function test_A1_Step_CountsTheEndOfADip() public {
    IVolatilitySurface.Report memory report = _report(0.4e18);
    for (uint256 i = 0; i < 3; ++i) report.slices[i] = _kinked(report.expiries[i] - report.observedAt);
    _submit(report);
    _pass(12);
    (bool admissible, uint256 step) = _preview(_report(0.4e18));
    assertFalse(admissible);
    assertGt(step, 0.049e18);
  }

  // confidence

  function _confident(uint256 confidence) private returns (IVolatilitySurface.Report memory report) {
    report = _report(0.8e18);
    report.confidence = uint128(confidence);
  }

  function test_A20_Confidence_CountsAsAStepWhereItGrows() public {
    _deliver(0.8e18);
    _pass(10 minutes);
    uint256 charged = _confidence();
    // From the floor, which is charged already, by what is charged, and by more.
    (bool admissible, uint256 step) = _preview(_confident(0.01e18 + charged));
    assertTrue(admissible);
    assertApproxEqAbs(step, charged, 1e12);
    (admissible, step) = _preview(_confident(0.15e18));
    assertFalse(admissible);
    assertApproxEqAbs(step, 0.14e18, 1e12);
    _submit(_confident(0.15e18));
    _nextBlock();
    _is(SurfaceStatus.Pending);
    assertApproxEqAbs(_confidence(), 0.14e18, 1e12);
    assertEq(_drawn(), 0);
    // One honest round ends it.
    _pass(12);
    _deliver(0.8e18);
    _is(SurfaceStatus.Fresh);
    assertEq(_confidence(), 0.01e18);
  }

  function test_A20_Confidence_DrawsItsWay_WhenARoundConfirmsIt() public {
    _deliver(0.8e18);
    for (uint256 i = 0; i < 2; ++i) {
      _pass(10 minutes);
      _submit(_confident(0.15e18));
    }
    _nextBlock();
    _is(SurfaceStatus.Fresh);
    assertEq(_confidence(), 0.15e18);
    assertApproxEqAbs(_drawn(), 0.14e18, 1e13);
    // Shrinking is no step, and draws nothing.
    _pass(10 minutes);
    (bool admissible, uint256 step) = _preview(_confident(0.005e18));
    assertTrue(admissible);
    assertLt(step, 1e15);
    _submit(_confident(0.005e18));
    assertApproxEqAbs(_drawn(), 0.14e18, 1e13);
  }

  function test_A20_Confidence_DrawsAllOfItsWay_InSmallSteps() public {
    _deliver(0.8e18);
    for (uint256 confidence = 0.018e18; confidence <= 0.15e18; confidence += 0.008e18) {
      _pass(12);
      _submit(_confident(confidence));
      _nextBlock();
      _is(SurfaceStatus.Fresh);
    }
    assertGt(_confidence(), 0.142e18);
    // All but what is within the floor.
    assertGt(_drawn(), 0.12e18);
  }

  function test_Confidence_OfTheFirstReportIsCappedAndNoStep() public {
    _submit(_confident(0.15e18));
    _nextBlock();
    assertEq(_confidence(), 0.15e18);
    assertEq(_drawn(), 0);
  }

  // the calendar

  /// @dev A report of four expiries at most; zero hours for none.
  function _reportOf(
    uint256[4] memory hoursAhead,
    uint256[4] memory levels
  ) private returns (IVolatilitySurface.Report memory report) {
    report = _report(0.8e18);
    uint256 count;
    while (count < 4 && hoursAhead[count] != 0) ++count;
    (report.expiries, report.slices) = (new uint256[](count), new SviSlice[](count));
    for (uint256 i = 0; i < count; ++i) {
      report.expiries[i] = START + hoursAhead[i] * 1 hours;
      report.slices[i] = _slice(levels[i], report.expiries[i] - report.observedAt);
    }
  }

  /// @dev The front expiry, dear, in its last day; then a week, two, three.
  function _beginFront() private {
    _submit(_reportOf([uint256(22), 168, 336, 0], [uint256(1.2e18), 0.8e18, 0.8e18, 0]));
    _nextBlock();
    _pass(10 minutes);
  }

  function test_Step_IsNone_GivenACalendarThatMovesOn() public {
    _beginFront();
    // The first goes, and an expiry comes that is 9 points below what held there.
    IVolatilitySurface.Report memory report = _reportOf(
      [uint256(168), 336, 504, 0],
      [uint256(0.8e18), 0.8e18, 0.71e18, 0]
    );
    (bool admissible, uint256 step) = _preview(report);
    assertTrue(admissible);
    assertLt(step, 0.002e18);
    _submit(report);
    _nextBlock();
    _is(SurfaceStatus.Fresh);
    assertLt(_drawn(), 0.002e18);
    assertApproxEqAbs(surface.volatility(0, report.expiries[2]), 0.71e18, 1e12);
  }

  function test_A1_Step_CountsAnExpiryThatGoesWithADayLeft() public {
    _submit(_reportOf([uint256(26), 168, 336, 0], [uint256(1.2e18), 0.8e18, 0.8e18, 0]));
    _nextBlock();
    _pass(10 minutes);
    (bool admissible, uint256 step) = _preview(_reportOf([uint256(168), 336, 0, 0], [uint256(0.8e18), 0.8e18, 0, 0]));
    assertFalse(admissible);
    assertGt(step, 0.39e18);
    // Three hours later it is in its last day.
    _pass(2 hours);
    (admissible, step) = _preview(_reportOf([uint256(168), 336, 0, 0], [uint256(0.8e18), 0.8e18, 0, 0]));
    assertTrue(admissible);
    assertLt(step, 0.002e18);
  }

  /// So that one cannot go and come back at another volatility.
  function test_A1_Step_CountsAnExpiryThatComesBack() public {
    _beginFront();
    _submit(_reportOf([uint256(168), 336, 0, 0], [uint256(0.8e18), 0.8e18, 0, 0]));
    _nextBlock();
    _pass(10 minutes);
    (bool admissible, uint256 step) = _preview(
      _reportOf([uint256(22), 168, 336, 0], [uint256(1.2e18), 0.8e18, 0.8e18, 0])
    );
    assertFalse(admissible);
    // 40 points, 22 hours less 20 minutes of a day.
    assertGt(step, (0.4e18 * 94) / 100);
  }

  function test_A1_Step_CountsAnArrival_FurtherOffThanAnHourMayMove() public {
    _beginFront();
    IVolatilitySurface.Report memory report = _reportOf(
      [uint256(22), 168, 336, 504],
      [uint256(1.2e18), 0.8e18, 0.8e18, 1.05e18]
    );
    (bool admissible, uint256 step) = _preview(report);
    assertTrue(admissible);
    assertLt(step, 0.002e18);
    report = _reportOf([uint256(22), 168, 336, 504], [uint256(1.2e18), 0.8e18, 0.8e18, 1.15e18]);
    (admissible, step) = _preview(report);
    assertFalse(admissible);
    assertGt(step, 0.35e18);
    // What is held back names nothing: it may arrive later, nearer.
    _submit(report);
    _nextBlock();
    _is(SurfaceStatus.Pending);
    _pass(2 hours + 1);
    _submit(_reportOf([uint256(22), 168, 336, 0], [uint256(1.2e18), 0.8e18, 0.8e18, 0]));
    _nextBlock();
    _is(SurfaceStatus.Fresh);
    _pass(12);
    report = _reportOf([uint256(22), 168, 336, 504], [uint256(1.2e18), 0.8e18, 0.8e18, 1.05e18]);
    (admissible, step) = _preview(report);
    assertTrue(admissible);
    assertLt(step, 0.002e18);
  }

  function test_A1_Drift_AnArrivalDrawsItsWayAfterwards() public {
    _beginFront();
    uint256 level = 0.8e18;
    for (uint256 i = 0; i < 12; ++i) {
      _pass(12);
      _submit(_reportOf([uint256(22), 168, 336, 504], [uint256(1.2e18), 0.8e18, 0.8e18, level]));
      _nextBlock();
      _is(SurfaceStatus.Fresh);
      level += 0.008e18;
    }
    assertGt(_drawn(), 0.075e18);
  }

  /// Nor do small steps go undrawn because an expiry comes with each of them.
  function test_A1_Drift_IsDrawnWithEveryArrival() public {
    _submit(_reportOf([uint256(168), 336, 0, 0], [uint256(0.8e18), 0.8e18, 0, 0]));
    _nextBlock();
    _pass(12);
    _submit(_reportOf([uint256(168), 336, 504, 0], [uint256(0.808e18), 0.808e18, 0.808e18, 0]));
    _nextBlock();
    _pass(12);
    _submit(_reportOf([uint256(168), 336, 504, 672], [uint256(0.816e18), 0.816e18, 0.816e18, 0.816e18]));
    _nextBlock();
    _is(SurfaceStatus.Fresh);
    assertGt(_drawn(), 0.0159e18);
  }

  // the last day

  function test_Step_CountsLessInTheLastDay_AsVegaFalls() public {
    _submit(_reportOf([uint256(6), 168, 336, 0], [uint256(0.8e18), 0.8e18, 0.8e18, 0]));
    _nextBlock();
    _pass(12);
    (, uint256 step) = _preview(_reportOf([uint256(6), 168, 336, 0], [uint256(0.84e18), 0.8e18, 0.8e18, 0]));
    // Half of 4 points, and what the bound adds in the wings.
    assertGt(step, 0.0199e18);
    assertLt(step, 0.025e18);
    // Not nothing: the first may not leave where the others are by so much.
    bool admissible;
    (admissible, step) = _preview(_reportOf([uint256(6), 168, 336, 0], [uint256(2e18), 0.8e18, 0.8e18, 0]));
    assertFalse(admissible);
    assertGt(step, 0.59e18);
  }
}
