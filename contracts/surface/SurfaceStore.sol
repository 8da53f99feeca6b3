// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";
import {Svi} from "../math/Svi.sol";
import {headerAt} from "../types/Book.sol";
import {Curve} from "../types/Curve.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {SviSlice} from "../types/SviSlice.sol";
import {Surface} from "./SurfaceDistance.sol";
import {SurfaceHeader} from "./SurfaceHeader.sol";
import {SurfaceInterpolation} from "./SurfaceInterpolation.sol";
import {SurfaceParameters} from "./SurfaceParameters.sol";

/// @title SurfaceStore
/// @notice Where the surfaces lie, what is in effect in a block, and every read of it.
/// @dev A reader touches the header, the packed expiries and the slices it needs, one slot each. Everything that a report
/// changes goes into a new header and another buffer, and is read from the next block on; until then readers are sent to the
/// header before. What governance changes holds at once, so it is written to both.
abstract contract SurfaceStore is IVolatilitySurface, AccessManaged {
  struct Buffer {
    /// Eight 32-bit unix times, ascending from the low end; zero past the last.
    uint256 expiries;
    SviSlice[8] slices;
  }

  /// @dev Buffers 0 .. 2 hold the surface in effect, the anchor (which may be the same) and room for the next.
  uint256 internal constant ROTATING_BUFFERS = 3;
  uint256 internal constant PENDING_BUFFER = 3;

  uint256 private constant MAX_TIME = type(uint40).max;

  SurfaceHeader internal _current;
  SurfaceHeader private _previous;
  Buffer[4] private _buffers;
  SurfaceParameters internal _parameters;

  /// @notice The parameters changed.
  event ParametersChanged(SurfaceParameters parameters);
  /// @notice The surface was made close-only by hand, or released again.
  event SuspensionChanged(bool suspended);

  /// @notice Changes the parameters, at once.
  function setParameters(SurfaceParameters calldata newParameters) external restricted {
    _setParameters(newParameters);
  }

  /// @notice Makes the surface read as Pending (close-only) until it is released. For the guardian: it only tightens.
  function suspend() external restricted {
    _setSuspension(true);
  }

  /// @notice Ends a suspension. For the governor.
  function resume() external restricted {
    _setSuspension(false);
  }

  function parameters() external view returns (SurfaceParameters memory) {
    return _parameters;
  }

  /// @inheritdoc IVolatilitySurface
  function curvesFor(
    uint256 packedExpiries
  ) external view returns (Curve[] memory curves, uint256 confidence, SurfaceStatus state) {
    SurfaceHeader header = _inEffect();
    confidence = header.confidence(block.timestamp);
    state = header.status(block.timestamp);
    Buffer storage source = _buffers[header.buffer()];
    uint256 reported = source.expiries;
    uint256 near = SurfaceInterpolation.firstLive(reported, block.timestamp);
    curves = new Curve[](_length(packedExpiries));
    for (uint256 i = 0; i < curves.length; ++i) {
      (uint256 expiry, ) = headerAt(packedExpiries, i);
      near = _fill(curves[i], source, reported, header.observedAt(), near, expiry);
    }
  }

  /// @inheritdoc IVolatilitySurface
  function curveOf(uint256 expiry) public view returns (Curve memory curve) {
    require(expiry <= MAX_TIME, ExpiryOutOfRange(expiry, block.timestamp));
    SurfaceHeader header = _inEffect();
    Buffer storage source = _buffers[header.buffer()];
    uint256 reported = source.expiries;
    uint256 near = SurfaceInterpolation.firstLive(reported, block.timestamp);
    _fill(curve, source, reported, header.observedAt(), near, expiry);
  }

  /// @inheritdoc IVolatilitySurface
  function volatility(int256 k, uint256 expiry) external view returns (uint256) {
    require(expiry > block.timestamp, ExpiryOutOfRange(expiry, block.timestamp));
    return Svi.volatility(curveOf(expiry), k, expiry - block.timestamp);
  }

  /// @inheritdoc IVolatilitySurface
  function status() external view returns (SurfaceStatus state, uint256 confidence) {
    SurfaceHeader header = _latestHeader();
    state = header.status(block.timestamp);
    if (state != SurfaceStatus.Absent) confidence = header.confidence(block.timestamp);
  }

  /// @inheritdoc IVolatilitySurface
  function surface() external view returns (uint256 observedAt, uint256[] memory expiries, SviSlice[] memory slices) {
    SurfaceHeader header = _inEffect();
    Buffer storage source = _buffers[header.buffer()];
    uint256 count = header.sliceCount();
    observedAt = header.observedAt();
    expiries = new uint256[](count);
    slices = new SviSlice[](count);
    for (uint256 i = 0; i < count; ++i) {
      expiries[i] = SurfaceInterpolation.expiryAt(source.expiries, i);
      slices[i] = source.slices[i];
    }
  }

  /// @dev The header that holds in this block, which may be an empty one.
  function _latestHeader() private view returns (SurfaceHeader header) {
    header = _current;
    if (header.deliveredIn() == block.number) header = _previous;
  }

  function _inEffect() private view returns (SurfaceHeader header) {
    header = _latestHeader();
    require(header.sliceCount() != 0, SurfaceAbsent());
  }

  /// @dev How many headers a packed list holds.
  function _length(uint256 packedExpiries) private pure returns (uint256 count) {
    for (; packedExpiries != 0; packedExpiries >>= 32) ++count;
  }

  /// @dev Writes an expiry's curve, reading no slice without weight, and says where to look for the next expiry.
  function _fill(
    Curve memory curve,
    Buffer storage source,
    uint256 reported,
    uint256 observedAt,
    uint256 start,
    uint256 expiry
  ) private view returns (uint256) {
    if (expiry <= block.timestamp) return start;
    (uint256 near, uint256 nearWeight, uint256 farWeight) = SurfaceInterpolation.place(
      reported,
      observedAt,
      start,
      expiry,
      block.timestamp
    );
    curve.near = source.slices[near];
    curve.nearWeight = nearWeight;
    if (farWeight != 0) {
      curve.far = source.slices[near + 1];
      curve.farWeight = farWeight;
    }
    return near;
  }

  /// @dev Makes `next` the header from the next block on.
  function _deliver(SurfaceHeader next) internal {
    _previous = _current;
    _current = next.withDelivery(block.number);
  }

  function _load(uint256 index, uint256 observedAt) internal view returns (Surface memory loaded) {
    Buffer storage source = _buffers[index];
    loaded.observedAt = observedAt;
    loaded.expiries = source.expiries;
    uint256 i = 0;
    for (uint256 expiries = loaded.expiries; expiries != 0; expiries >>= 32) {
      loaded.slices[i] = source.slices[i];
      ++i;
    }
  }

  /// @dev Slices past the last expiry keep what they held: nothing reads them.
  function _save(uint256 index, Surface memory saved) internal {
    Buffer storage target = _buffers[index];
    target.expiries = saved.expiries;
    uint256 i = 0;
    for (uint256 expiries = saved.expiries; expiries != 0; expiries >>= 32) {
      target.slices[i] = saved.slices[i];
      ++i;
    }
  }

  function _setParameters(SurfaceParameters memory p) internal {
    p.checkBounds();
    _parameters = p;
    _current = _current.withParameters(p.confidenceFloor, p.confidenceGrowth, p.maxAge);
    _previous = _previous.withParameters(p.confidenceFloor, p.confidenceGrowth, p.maxAge);
    emit ParametersChanged(p);
  }

  function _setSuspension(bool suspended) private {
    _current = _current.withSuspension(suspended);
    _previous = _previous.withSuspension(suspended);
    emit SuspensionChanged(suspended);
  }
}
