// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {RampRule} from "../governance/RampRule.sol";
import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";
import {Svi} from "../math/Svi.sol";
import {HEADER_BITS, firstExpiry} from "../types/Book.sol";
import {Curve} from "../types/Curve.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {SviSlice} from "../types/SviSlice.sol";
import {CurvesAnswer} from "./CurvesAnswer.sol";
import {Surface} from "./SurfaceDistance.sol";
import {SurfaceHeader} from "./SurfaceHeader.sol";
import {SurfaceInterpolation} from "./SurfaceInterpolation.sol";
import {ParametersTooSoon, SurfaceParameters} from "./SurfaceParameters.sol";

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
  /// @dev Unix seconds.
  uint40 private _restUntil;

  /// @notice The parameters changed.
  event ParametersChanged(SurfaceParameters parameters);
  /// @notice The surface was made close-only by hand, or released again.
  event SuspensionChanged(bool suspended);

  /// @notice Changes the parameters, at once, by one step of `RampRule` at most; then they rest for a week.
  function setParameters(SurfaceParameters calldata newParameters) external restricted {
    require(block.timestamp >= _restUntil, ParametersTooSoon(_restUntil));
    _restUntil = uint40(block.timestamp + RampRule.REST);
    SurfaceParameters memory current = _parameters;
    _setParameters(newParameters);
    current.checkStep(newParameters);
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
  /// @dev Every trade and every look at a book comes here, so it takes one walk up both lists, one slot and one division for
  /// a reported expiry, and writes the answer as it leaves. Curve by curve that equals `curveOf`.
  function curvesFor(uint256 packedExpiries) external view returns (Curve[] memory, uint256, SurfaceStatus) {
    SurfaceHeader header = _inEffect();
    uint256 start = CurvesAnswer.begin(header.confidence(block.timestamp), header.status(block.timestamp));
    uint256 observedAt = header.observedAt();
    // What is ahead of the walk: reported expiries, and the slot of the first one's slice.
    (uint256 reported, uint256 slot) = _liveFrom(_buffers[header.buffer()]);
    uint256 end = start;
    for (; packedExpiries != 0; packedExpiries >>= HEADER_BITS) {
      uint256 expiry = firstExpiry(packedExpiries);
      if (expiry <= block.timestamp) {
        end = CurvesAnswer.add(end, SviSlice.wrap(0), 0);
        continue;
      }
      uint256 here = uint32(reported);
      while (here < expiry) {
        if (!SurfaceInterpolation.isNextReached(reported, expiry)) break;
        reported >>= SurfaceInterpolation.EXPIRY_BITS;
        here = uint32(reported);
        // At most seven times.
        unchecked {
          ++slot;
        }
      }
      if (here == expiry) {
        end = CurvesAnswer.add(end, _sliceAt(slot), SurfaceInterpolation.decay(observedAt, expiry, block.timestamp));
      } else {
        end = _addBetween(end, reported, slot, observedAt, expiry);
      }
    }
    CurvesAnswer.reply(start, end);
  }

  /// @inheritdoc IVolatilitySurface
  function curveOf(uint256 expiry) public view returns (Curve memory curve) {
    require(expiry <= MAX_TIME, ExpiryOutOfRange(expiry, block.timestamp));
    SurfaceHeader header = _inEffect();
    Buffer storage source = _buffers[header.buffer()];
    uint256 reported = source.expiries;
    if (expiry <= block.timestamp) return curve;
    uint256 near = SurfaceInterpolation.firstLive(reported, block.timestamp);
    (near, curve.nearWeight, curve.farWeight) = SurfaceInterpolation.place(
      reported,
      header.observedAt(),
      near,
      expiry,
      block.timestamp
    );
    curve.near = source.slices[near];
    if (curve.farWeight != 0) curve.far = source.slices[near + 1];
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

  /// @dev The packed expiries from the first live one on, and the slot of its slice.
  function _liveFrom(Buffer storage source) private view returns (uint256 reported, uint256 slot) {
    reported = source.expiries;
    SviSlice[8] storage slices = source.slices;
    assembly ("memory-safe") {
      slot := slices.slot
    }
    uint256 near = SurfaceInterpolation.firstLive(reported, block.timestamp);
    unchecked {
      return (reported >> (near * SurfaceInterpolation.EXPIRY_BITS), slot + near);
    }
  }

  /// @dev A slice of a buffer by its slot, which spares its index and the check of that.
  function _sliceAt(uint256 slot) private view returns (SviSlice slice) {
    assembly ("memory-safe") {
      slice := sload(slot)
    }
  }

  /// @dev Adds the curve of an expiry that was not reported.
  function _addBetween(
    uint256 end,
    uint256 reported,
    uint256 slot,
    uint256 observedAt,
    uint256 expiry
  ) private view returns (uint256) {
    (uint256 nearWeight, uint256 farWeight) = SurfaceInterpolation.weights(
      reported,
      observedAt,
      expiry,
      block.timestamp
    );
    end = CurvesAnswer.add(end, _sliceAt(slot), nearWeight);
    if (farWeight != 0) CurvesAnswer.addFar(end, _sliceAt(slot + 1), farWeight);
    return end;
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
