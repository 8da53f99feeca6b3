// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {ReporterSet} from "../feeds/ReporterSet.sol";
import {IRealisedVolatility} from "../interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";
import {ArbitrageChecks} from "./ArbitrageChecks.sol";
import {ReportDigest} from "./ReportDigest.sol";
import {ReportShape} from "./ReportShape.sol";
import {StepLedger} from "./StepLedger.sol";
import {StoredSurface} from "./StoredSurface.sol";
import {Step, Surface, SurfaceDistance} from "./SurfaceDistance.sol";
import {SurfaceHeader} from "./SurfaceHeader.sol";
import {SurfaceParameters} from "./SurfaceParameters.sol";
import {SurfaceStore} from "./SurfaceStore.sol";

/// @title VolatilitySurface
/// @notice A market's implied volatility surface: takes signed reports, refuses what is malformed or arbitrageable, holds
/// back what steps too far.
/// @dev The rules of steps, allowances and pending reports are `IVolatilitySurface`'s. Assumptions: at least one of any
/// threshold of reporters is honest, or else the published bound on what they gain applies; the block clock is right to
/// some seconds. The contract calls nobody but reporters that are contracts (static) and the realised volatility (view).
contract VolatilitySurface is ReporterSet, ReportDigest, SurfaceStore {
  /// @notice Seconds after which an accepted report outlives a pending one.
  uint256 public constant PENDING_LIFETIME = 2 hours;
  /// @notice Seconds within which a report must be delivered: nobody keeps signed reports to pick one later.
  uint256 public constant MAX_DELIVERY_DELAY = 15 minutes;
  /// @notice Most that a round may be above the latest: one signed mistake must not use the numbers up.
  uint256 public constant MAX_ROUND_JUMP = 2 ** 32;

  uint256 private constant WAD = 1e18;
  /// @dev WAD of volatility in one unit of the anchor's confidence: 24 bits hold 1.67, above the largest floor.
  uint256 private constant ANCHOR_UNIT = 1e11;

  /// @dev What a report is held against besides the surface in effect: one slot. Times fit until 2106, as expiries do.
  struct Progress {
    uint64 latestRound;
    uint32 latestObservedAt;
    uint64 pendingRound;
    /// Stored surfaces: the pending one, the anchor, and how many there are.
    uint24 pendingIndex;
    uint24 anchorIndex;
    uint24 storedCount;
    uint24 anchorConfidence;
  }

  struct Verdict {
    bool admissible;
    /// Takes the drift from the allowances and becomes the anchor.
    bool draws;
    /// Has expiries that no accepted report had.
    bool arrives;
    uint256 step;
    uint256 drift;
    uint256 allowance;
  }

  Progress private _progress;
  StepLedger private _ledger;
  /// @dev Expiries of accepted reports.
  mapping(uint256 expiry => bool) private _named;

  /// @notice The realised volatility that bounds reports; zero for none.
  IRealisedVolatility public realisedVolatility;

  /// @notice Another realised volatility bounds reports.
  event RealisedVolatilityChanged(IRealisedVolatility realisedVolatility);

  constructor(
    address authority,
    SurfaceParameters memory initialParameters,
    address[] memory initialReporters,
    uint256 initialThreshold,
    IRealisedVolatility initialRealisedVolatility
  ) AccessManaged(authority) ReporterSet(initialReporters, initialThreshold) {
    _setParameters(initialParameters);
    _setRealisedVolatility(initialRealisedVolatility);
  }

  /// @notice Names the realised volatility that bounds reports; zero for none.
  function setRealisedVolatility(IRealisedVolatility newRealisedVolatility) external restricted {
    _setRealisedVolatility(newRealisedVolatility);
  }

  /// @inheritdoc IVolatilitySurface
  function submit(Report calldata report, bytes[] calldata signatures) external {
    SurfaceHeader header = _current;
    require(header.deliveredIn() != block.number, AlreadyReportedInBlock(block.number));
    Progress memory progress = _progress;
    _checkOrder(report, progress);
    Surface memory next = ReportShape.toSurface(report, _parameters.minExpiries);
    _checkSignatures(_digest(report), signatures);
    ArbitrageChecks.check(report.observedAt, report.expiries, report.slices);

    Verdict memory verdict = _judge(header, progress, next, report.confidence);
    progress.latestRound = report.round;
    progress.latestObservedAt = uint32(report.observedAt);
    if (verdict.admissible) _accept(report, header, progress, next, verdict);
    else _hold(header, progress, next, verdict);
    _progress = progress;
  }

  /// @inheritdoc IVolatilitySurface
  function preview(
    Report calldata report
  ) external view returns (bool admissible, uint256 step, uint256 drift, uint256 allowance) {
    SurfaceHeader header = _current;
    require(header.deliveredIn() != block.number, AlreadyReportedInBlock(block.number));
    Progress memory progress = _progress;
    _checkOrder(report, progress);
    Surface memory next = ReportShape.toSurface(report, _parameters.minExpiries);
    ArbitrageChecks.check(report.observedAt, report.expiries, report.slices);
    Verdict memory verdict = _judge(header, progress, next, report.confidence);
    return (verdict.admissible, verdict.step, verdict.drift, verdict.allowance);
  }

  /// @inheritdoc IVolatilitySurface
  function rounds() external view returns (uint64 latest, uint64 pending) {
    return (_progress.latestRound, _progress.pendingRound);
  }

  /// @notice What accepted drifts may still draw now, WAD of volatility: in this hour, in this day.
  function allowances() external view returns (uint256 hourLeft, uint256 dayLeft) {
    return _allowancesLeft();
  }

  /// @inheritdoc IVolatilitySurface
  function digestOf(Report calldata report) external view returns (bytes32) {
    return _digest(report);
  }

  function _checkOrder(Report calldata report, Progress memory progress) private view {
    uint256 latest = progress.latestRound;
    require(report.round > latest && report.round - latest <= MAX_ROUND_JUMP, RoundOutOfOrder(report.round, latest));
    uint256 observedAt = report.observedAt;
    require(observedAt <= block.timestamp, ObservedInFuture(observedAt, block.timestamp));
    require(
      observedAt + MAX_DELIVERY_DELAY >= block.timestamp,
      ObservedTooLongAgo(observedAt, block.timestamp - MAX_DELIVERY_DELAY)
    );
    require(observedAt > progress.latestObservedAt, ObservedOutOfOrder(observedAt, progress.latestObservedAt));
  }

  /// @dev Rules 1 to 3 of `IVolatilitySurface`. The very first report has nothing to be held against.
  function _judge(
    SurfaceHeader header,
    Progress memory progress,
    Surface memory next,
    uint256 confidence
  ) private view returns (Verdict memory verdict) {
    if (header.index() == 0) {
      (verdict.admissible, verdict.arrives) = (true, true);
      return verdict;
    }
    uint256 floor = header.confidenceFloor();
    if (confidence < floor) confidence = floor;
    Surface memory inEffect = StoredSurface.load(header.index());
    Step memory step = SurfaceDistance.measure(inEffect, next, block.timestamp, _named);
    verdict.arrives = step.arrives;
    verdict.step = _whole(step, confidence, header.reportedConfidence(), floor);
    if (progress.anchorIndex != header.index()) {
      Surface memory anchor = StoredSurface.load(progress.anchorIndex);
      step = SurfaceDistance.measure(anchor, next, block.timestamp, _named);
    }
    verdict.drift = _whole(step, confidence, progress.anchorConfidence * ANCHOR_UNIT, floor);
    // With an arrival the anchor has to be another one, or that expiry could walk unmeasured; then it draws all of its drift.
    verdict.draws = verdict.drift > floor || verdict.arrives;
    (uint256 hourLeft, uint256 dayLeft) = _allowancesLeft();
    uint256 left = hourLeft < dayLeft ? hourLeft : dayLeft;
    uint256 charged = header.confidence(block.timestamp);
    verdict.admissible =
      verdict.step <= charged &&
      (!verdict.draws || verdict.drift <= left) &&
      !_leavesBand(inEffect, next);
    if (left < floor) left = floor;
    verdict.allowance = charged < left ? charged : left;
  }

  /// @dev The largest of what counts: distances; an arrival that is further from what held before than an hour may move;
  /// and what confidence grows by, both not below the floor.
  function _whole(
    Step memory step,
    uint256 confidence,
    uint256 before,
    uint256 floor
  ) private view returns (uint256 whole) {
    whole = step.counted;
    if (step.arrival > _parameters.hourlyAllowance && step.arrival > whole) whole = step.arrival;
    if (before < floor) before = floor;
    if (confidence > before && confidence - before > whole) whole = confidence - before;
  }

  function _leavesBand(Surface memory inEffect, Surface memory next) private view returns (bool) {
    if (address(realisedVolatility) == address(0)) return false;
    uint256 realised = realisedVolatility.volatility();
    // Zero is no estimate yet.
    if (realised == 0) return false;
    uint256 low = (realised * _parameters.bandLow) / WAD;
    uint256 high = (realised * _parameters.bandHigh) / WAD;
    return SurfaceDistance.leavesBand(inEffect, next, block.timestamp, low, high);
  }

  function _allowancesLeft() private view returns (uint256 hourLeft, uint256 dayLeft) {
    (uint256 hour, uint256 day) = _ledger.drawn(block.timestamp);
    hourLeft = _parameters.hourlyAllowance;
    dayLeft = _parameters.dailyAllowance;
    // What was drawn may exceed an allowance that has been lowered since.
    hourLeft = hourLeft > hour ? hourLeft - hour : 0;
    dayLeft = dayLeft > day ? dayLeft - day : 0;
  }

  /// @dev The report takes effect in the next block.
  function _accept(
    Report calldata report,
    SurfaceHeader header,
    Progress memory progress,
    Surface memory next,
    Verdict memory verdict
  ) private {
    bool first = header.index() == 0;
    header = header.withReport(report.observedAt, _store(progress, next), report.confidence);
    _deliver(_withPendingRemeasured(header, progress, next));
    // Rounded down: growth from it is never understated.
    uint24 confidence = uint24(report.confidence / ANCHOR_UNIT);
    if (verdict.draws || first) {
      progress.anchorIndex = progress.storedCount;
      progress.anchorConfidence = confidence;
    } else if (confidence < progress.anchorConfidence) {
      // Shrinking draws nothing; growing again does.
      progress.anchorConfidence = confidence;
    }
    if (verdict.arrives) {
      for (uint256 i = 0; i < report.expiries.length; ++i) _named[report.expiries[i]] = true;
    }
    if (verdict.draws) _ledger = _ledger.withDraw(block.timestamp, verdict.drift);
    emit SurfaceReported(report.round, report.observedAt, report.confidence, report.expiries, report.slices);
  }

  /// @dev The new header with the distance that is left to the pending report, which it may have reached or outlived.
  function _withPendingRemeasured(
    SurfaceHeader header,
    Progress memory progress,
    Surface memory next
  ) private returns (SurfaceHeader) {
    if (progress.pendingRound == 0) return header;
    Surface memory pending = StoredSurface.load(progress.pendingIndex);
    if (next.observedAt < pending.observedAt + PENDING_LIFETIME) {
      Step memory step = SurfaceDistance.measure(next, pending, block.timestamp, _named);
      uint256 distance = step.counted > step.arrival ? step.counted : step.arrival;
      if (distance > header.ownConfidence(block.timestamp)) return header.withPendingDistance(distance);
    }
    emit PendingCleared(progress.pendingRound);
    progress.pendingRound = 0;
    return header.withPendingDistance(0);
  }

  /// @dev The surface stays; from the next block on it is close-only with a confidence of at least the step.
  function _hold(SurfaceHeader header, Progress memory progress, Surface memory next, Verdict memory verdict) private {
    progress.pendingIndex = _store(progress, next);
    if (progress.pendingRound != 0) emit PendingCleared(progress.pendingRound);
    progress.pendingRound = progress.latestRound;
    // A step of zero can be inadmissible where the floor was lowered; a distance of zero would mean nothing pending.
    _deliver(header.withPendingDistance(verdict.step == 0 ? 1 : verdict.step));
    emit SurfacePending(progress.latestRound, verdict.step, verdict.allowance);
  }

  /// @dev Stores a surface under the next index.
  function _store(Progress memory progress, Surface memory next) private returns (uint24 index) {
    index = ++progress.storedCount;
    StoredSurface.save(index, next);
  }

  function _setRealisedVolatility(IRealisedVolatility newRealisedVolatility) private {
    realisedVolatility = newRealisedVolatility;
    emit RealisedVolatilityChanged(newRealisedVolatility);
  }
}
