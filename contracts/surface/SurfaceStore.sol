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
import {StoredSurface} from "./StoredSurface.sol";
import {Surface} from "./SurfaceDistance.sol";
import {SurfaceHeader} from "./SurfaceHeader.sol";
import {SurfaceInterpolation} from "./SurfaceInterpolation.sol";
import {ParametersTooSoon, SurfaceParameters} from "./SurfaceParameters.sol";

/// @title SurfaceStore
/// @notice Where the surfaces lie, what is in effect in a block, and every read of it.
/// @dev A reader touches the header, one slot, and the account that holds the surface (`StoredSurface`). Everything that a report
/// changes goes into a new header and another account, and is read from the next block on; until then readers are sent to the
/// header before. What governance changes holds at once, so it is written to both.
abstract contract SurfaceStore is IVolatilitySurface, AccessManaged {
  uint256 private constant MAX_TIME = type(uint40).max;
  uint256 private constant WORD_BYTES = 32;

  SurfaceHeader internal _current;
  SurfaceHeader private _previous;
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
  /// @dev Every trade and every look at a book comes here, so it takes one walk up both lists and one division for a
  /// reported expiry, and writes the answer as it leaves. Curve by curve that equals `curveOf`.
  function curvesFor(uint256 packedExpiries) external view returns (Curve[] memory, uint256, SurfaceStatus) {
    SurfaceHeader header = _inEffect();
    // What is ahead of the walk: reported expiries, and where the first one's slice is.
    (uint256 reported, uint256 slice) = _liveFrom(StoredSurface.read(header.index()));
    uint256 start = CurvesAnswer.begin(header.confidence(block.timestamp), header.status(block.timestamp));
    uint256 observedAt = header.observedAt();
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
          slice += WORD_BYTES;
        }
      }
      if (here == expiry) {
        end = CurvesAnswer.add(end, _sliceAt(slice), SurfaceInterpolation.decay(observedAt, expiry, block.timestamp));
      } else {
        end = _addBetween(end, reported, slice, observedAt, expiry);
      }
    }
    CurvesAnswer.reply(start, end);
  }

  /// @inheritdoc IVolatilitySurface
  function curveOf(uint256 expiry) public view returns (Curve memory curve) {
    require(expiry <= MAX_TIME, ExpiryOutOfRange(expiry, block.timestamp));
    SurfaceHeader header = _inEffect();
    if (expiry <= block.timestamp) return curve;
    Surface memory source = StoredSurface.load(header.index());
    uint256 reported = source.expiries;
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
    Surface memory source = StoredSurface.load(header.index());
    uint256 count;
    for (uint256 rest = source.expiries; rest != 0; rest >>= SurfaceInterpolation.EXPIRY_BITS) ++count;
    observedAt = source.observedAt;
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
    require(header.index() != 0, SurfaceAbsent());
  }

  /// @dev The packed expiries from the first live one on, and where its slice is.
  /// @param stored a surface as `StoredSurface.read` copied it
  function _liveFrom(uint256 stored) private view returns (uint256 reported, uint256 slice) {
    assembly ("memory-safe") {
      reported := mload(stored)
    }
    uint256 near = SurfaceInterpolation.firstLive(reported, block.timestamp);
    unchecked {
      reported >>= near * SurfaceInterpolation.EXPIRY_BITS;
      slice = StoredSurface.slicesOf(stored) + near * WORD_BYTES;
    }
  }

  /// @dev A slice of the copied surface by its place, which spares an index and the check of that.
  function _sliceAt(uint256 place) private pure returns (SviSlice slice) {
    assembly ("memory-safe") {
      slice := mload(place)
    }
  }

  /// @dev Adds the curve of an expiry that was not reported.
  function _addBetween(
    uint256 end,
    uint256 reported,
    uint256 slice,
    uint256 observedAt,
    uint256 expiry
  ) private view returns (uint256) {
    (uint256 nearWeight, uint256 farWeight) = SurfaceInterpolation.weights(
      reported,
      observedAt,
      expiry,
      block.timestamp
    );
    end = CurvesAnswer.add(end, _sliceAt(slice), nearWeight);
    if (farWeight != 0) CurvesAnswer.addFar(end, _sliceAt(slice + WORD_BYTES), farWeight);
    return end;
  }

  /// @dev Makes `next` the header from the next block on.
  function _deliver(SurfaceHeader next) internal {
    _previous = _current;
    _current = next.withDelivery(block.number);
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
