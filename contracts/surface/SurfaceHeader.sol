// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SquareRoot} from "../math/SquareRoot.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";

/// @notice All that a reader of the surface needs besides expiries and slices, in one word, so that it costs one slot.
/// @dev Layout from the low end: observedAt 32 | delivered in block 40 | index 24 | reported confidence 32 |
/// pending distance 32 | suspended 8 | confidence floor 32 | confidence growth 32 | maximum age 24. Volatilities are in
/// units of 1e-9, rounded up; the largest is 4.29 (429 % a year), where a distance saturates.
type SurfaceHeader is uint256;

using {
  observedAt,
  deliveredIn,
  index,
  reportedConfidence,
  pendingDistance,
  confidenceFloor,
  confidenceGrowth,
  maxAge,
  withReport,
  withDelivery,
  withPendingDistance,
  withSuspension,
  withParameters,
  ownConfidence,
  confidence,
  status
} for SurfaceHeader global;

/// @dev WAD of volatility in one unit of the header.
uint256 constant HEADER_UNIT = 1e9;

uint256 constant DELIVERED_SHIFT = 32;
uint256 constant INDEX_SHIFT = 72;
uint256 constant CONFIDENCE_SHIFT = 96;
uint256 constant DISTANCE_SHIFT = 128;
uint256 constant SUSPENDED_SHIFT = 160;
uint256 constant FLOOR_SHIFT = 168;
uint256 constant GROWTH_SHIFT = 200;
uint256 constant MAX_AGE_SHIFT = 232;

/// @dev The root of a number in this scale is WAD.
uint256 constant WAD_SQUARED = 1e36;

/// @notice Unix seconds; zero where nothing is in effect.
function observedAt(SurfaceHeader header) pure returns (uint256) {
  return uint32(SurfaceHeader.unwrap(header));
}

function deliveredIn(SurfaceHeader header) pure returns (uint256) {
  return uint40(SurfaceHeader.unwrap(header) >> DELIVERED_SHIFT);
}

/// @notice Which of the stored surfaces is in effect (`StoredSurface`); zero where none is.
function index(SurfaceHeader header) pure returns (uint256) {
  return uint24(SurfaceHeader.unwrap(header) >> INDEX_SHIFT);
}

function _wadAt(SurfaceHeader header, uint256 shift) pure returns (uint256) {
  // < 2³² · 2³⁰.
  unchecked {
    return uint256(uint32(SurfaceHeader.unwrap(header) >> shift)) * HEADER_UNIT;
  }
}

function reportedConfidence(SurfaceHeader header) pure returns (uint256) {
  return _wadAt(header, CONFIDENCE_SHIFT);
}

/// @notice Distance to the pending report; zero where there is none.
function pendingDistance(SurfaceHeader header) pure returns (uint256) {
  return _wadAt(header, DISTANCE_SHIFT);
}

function confidenceFloor(SurfaceHeader header) pure returns (uint256) {
  return _wadAt(header, FLOOR_SHIFT);
}

function confidenceGrowth(SurfaceHeader header) pure returns (uint256) {
  return _wadAt(header, GROWTH_SHIFT);
}

function maxAge(SurfaceHeader header) pure returns (uint256) {
  return SurfaceHeader.unwrap(header) >> MAX_AGE_SHIFT;
}

/// @dev `field` must fit `bits`; callers bound it.
function _with(SurfaceHeader header, uint256 shift, uint256 bits, uint256 field) pure returns (SurfaceHeader) {
  uint256 mask = ((1 << bits) - 1) << shift;
  return SurfaceHeader.wrap((SurfaceHeader.unwrap(header) & ~mask) | (field << shift));
}

/// @dev WAD in header units, rounded up, at most the field's largest value.
function _units(uint256 wad) pure returns (uint256) {
  uint256 units = wad / HEADER_UNIT + (wad % HEADER_UNIT == 0 ? 0 : 1);
  return units > type(uint32).max ? type(uint32).max : units;
}

function withReport(SurfaceHeader header, uint256 time, uint256 stored, uint256 reported) pure returns (SurfaceHeader) {
  header = _with(header, 0, 32, time);
  header = _with(header, INDEX_SHIFT, 24, stored);
  return _with(header, CONFIDENCE_SHIFT, 32, _units(reported));
}

function withDelivery(SurfaceHeader header, uint256 blockNumber) pure returns (SurfaceHeader) {
  return _with(header, DELIVERED_SHIFT, 40, blockNumber);
}

function withPendingDistance(SurfaceHeader header, uint256 distance) pure returns (SurfaceHeader) {
  return _with(header, DISTANCE_SHIFT, 32, _units(distance));
}

function withSuspension(SurfaceHeader header, bool suspended) pure returns (SurfaceHeader) {
  return _with(header, SUSPENDED_SHIFT, 8, suspended ? 1 : 0);
}

function withParameters(SurfaceHeader header, uint256 floor, uint256 growth, uint256 age) pure returns (SurfaceHeader) {
  header = _with(header, FLOOR_SHIFT, 32, _units(floor));
  header = _with(header, GROWTH_SHIFT, 32, _units(growth));
  return _with(header, MAX_AGE_SHIFT, 24, age);
}

/// @notice max(reported, floor, z·ω·√age): what the surface's confidence would be with nothing pending.
/// @param time not before `observedAt`
function ownConfidence(SurfaceHeader header, uint256 time) pure returns (uint256) {
  uint256 reported = header.reportedConfidence();
  uint256 floor = header.confidenceFloor();
  uint256 larger = reported > floor ? reported : floor;
  // Ages < 2⁴⁰ times 1e36 < 2¹²⁰ make a root < 2⁶⁸ (of years); volatilities < 2⁶².
  unchecked {
    uint256 rootOfAge = SquareRoot.sqrt(((time - header.observedAt()) * WAD_SQUARED) / 365 days);
    uint256 growth = (header.confidenceGrowth() * rootOfAge) / 1e18;
    return larger > growth ? larger : growth;
  }
}

/// @notice c_σ as charged: `ownConfidence`, at least the distance to a pending report.
function confidence(SurfaceHeader header, uint256 time) pure returns (uint256) {
  uint256 own = header.ownConfidence(time);
  uint256 distance = header.pendingDistance();
  return own > distance ? own : distance;
}

/// @notice Stale comes before Pending, since it says more; a suspension reads as Pending, which is close-only too.
/// @param time not before `observedAt`
function status(SurfaceHeader header, uint256 time) pure returns (SurfaceStatus) {
  if (header.index() == 0) return SurfaceStatus.Absent;
  unchecked {
    if (time - header.observedAt() > header.maxAge()) return SurfaceStatus.Stale;
  }
  // Both fields in one look: the suspension lies just above the pending distance.
  if (uint40(SurfaceHeader.unwrap(header) >> DISTANCE_SHIFT) != 0) return SurfaceStatus.Pending;
  return SurfaceStatus.Fresh;
}
