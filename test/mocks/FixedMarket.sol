// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPriceFeed} from "../../contracts/interfaces/IPriceFeed.sol";
import {IRealisedVolatility} from "../../contracts/interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../../contracts/interfaces/IVolatilitySurface.sol";
import {headerAt} from "../../contracts/types/Book.sol";
import {Curve} from "../../contracts/types/Curve.sol";
import {PriceReading} from "../../contracts/types/PriceReading.sol";
import {PUSH_ONLY, SpotReading} from "../../contracts/types/SpotReading.sol";
import {SurfaceStatus} from "../../contracts/types/SurfaceStatus.sol";
import {SviParams, SviSlice, packSvi} from "../../contracts/types/SviSlice.sol";

/// @notice Feed, surface and realised volatility of one market, set at will: the world around a premium oracle, for fuzz
/// tests that move it thousands of times. The real ones are run by the integration tests.
contract FixedMarket {
  PriceReading private _reading;
  uint256 private _signedAge;
  uint256 private _signedFloor;
  SurfaceStatus private _status;
  uint256 private _volConfidence;
  uint256 public volatility;
  mapping(uint256 expiry => Curve curve) private _curves;

  /// @notice Sets spot and the feed's confidence, WAD.
  function setSpot(uint256 spot, uint256 confidence) external {
    _reading = PriceReading(spot, confidence, block.timestamp);
  }

  function setSurface(SurfaceStatus status_, uint256 confidence) external {
    (_status, _volConfidence) = (status_, confidence);
  }

  function setRealised(uint256 realised) external {
    volatility = realised;
  }

  function setCurve(uint256 expiry, Curve calldata curve) external {
    _curves[expiry] = curve;
  }

  /// @notice One slice, weight 1: total variance itself to `expiry`.
  function setSlice(uint256 expiry, SviParams calldata params) external {
    _curves[expiry] = Curve(packSvi(params), 1e18, SviSlice.wrap(0), 0);
  }

  /// @notice From now on spot is a signed price of an age, in doubt by `floor` (WAD) at least; an age of zero ends that.
  function setSigned(uint256 age, uint256 floor) external {
    (_signedAge, _signedFloor) = (age, floor);
  }

  function read() external view returns (PriceReading memory) {
    return _reading;
  }

  function readAt(uint256 number) external view returns (SpotReading memory reading) {
    reading = SpotReading(_reading.price, _reading.confidence, _reading.updatedAt, PUSH_ONLY, 0);
    if (_signedAge == 0 || number == PUSH_ONLY) return reading;
    (reading.confidence, reading.number, reading.age) = (_signedFloor, block.timestamp - _signedAge, _signedAge);
  }

  function curveOf(uint256 expiry) public view returns (Curve memory curve) {
    if (expiry > block.timestamp) curve = _curves[expiry];
  }

  function curvesFor(
    uint256 packed
  ) external view returns (Curve[] memory curves, uint256 confidence, SurfaceStatus status_) {
    uint256 count;
    while (count < 8 && uint32(packed >> (32 * count)) != 0) ++count;
    curves = new Curve[](count);
    for (uint256 i; i < count; ++i) {
      (uint256 expiry, ) = headerAt(packed, i);
      curves[i] = curveOf(expiry);
    }
    return (curves, _volConfidence, _status);
  }

  /// @notice The time that views see.
  function clock() external view returns (uint256) {
    return block.timestamp;
  }

  /// @notice This contract in its three parts: it has the functions of each that pricing reads.
  function parts() external view returns (IPriceFeed, IVolatilitySurface, IRealisedVolatility) {
    return (IPriceFeed(address(this)), IVolatilitySurface(address(this)), IRealisedVolatility(address(this)));
  }
}
