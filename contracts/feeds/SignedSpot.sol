// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {ISignedSpot} from "../interfaces/ISignedSpot.sol";
import {PriceReading} from "../types/PriceReading.sol";
import {SignedPrice} from "../types/SignedPrice.sol";
import {NEWEST_SPOT, PUSH_ONLY} from "../types/SpotReading.sol";
import {ParameterBounds} from "./ParameterBounds.sol";
import {ReporterSet} from "./ReporterSet.sol";

/// @title SignedSpot
/// @notice Keeps a market's last two signed prices: see the interface for what is signed and what is taken.
/// @dev Assumptions: at least one of any threshold of reporters is honest, or else the bound published in
/// docs/architecture.md applies; the block clock never goes back. The contract calls nobody but reporters that are contracts
/// (static). All that a trade touches here lies in one slot.
contract SignedSpot is ISignedSpot, ReporterSet, EIP712 {
  /// @dev What a signed spot is built from, besides its authority and its reporters.
  struct Config {
    /// The market's name, as reporters sign it.
    string market;
    /// Seconds after which a price is neither taken nor read, 1 to 240.
    uint256 maxAge;
    /// Confidence of a signed price of age zero, WAD fraction.
    uint256 confidenceFloor;
  }

  /// @dev One slot. `observedAt` starts at `PUSH_ONLY`, so that every signed price's number is above that.
  struct Kept {
    uint96 price;
    uint96 previousPrice;
    /// When `price` was seen, its number.
    uint40 observedAt;
    /// Seconds by which `previousPrice` was seen earlier; `NOT_KEPT` where there is none that could still count.
    uint8 gap;
    /// Seconds after `observedAt` at which `price` was taken.
    uint8 delay;
    bool suspended;
  }

  bytes32 private constant SPOT_TYPEHASH = keccak256("SpotPrice(string market,uint256 price,uint256 observedAt)");
  uint256 private constant MAX_PRICE = type(uint96).max;
  uint256 private constant MAX_AGE_SECONDS = 240;
  /// @dev Above the largest age: a price with such a gap to the next one is too old whatever the time.
  uint256 private constant NOT_KEPT = type(uint8).max;
  uint256 private constant MIN_CONFIDENCE_FLOOR_WAD = 0.0001e18;
  uint256 private constant MAX_CONFIDENCE_FLOOR_WAD = 0.05e18;

  /// @inheritdoc ISignedSpot
  uint256 public immutable maxAge;
  /// @inheritdoc ISignedSpot
  uint256 public immutable confidenceFloor;
  bytes32 private immutable MARKET_HASH;

  /// @inheritdoc ISignedSpot
  string public market;
  Kept private _kept;

  constructor(
    address authority,
    Config memory config,
    address[] memory initialReporters,
    uint256 initialThreshold
  ) AccessManaged(authority) ReporterSet(initialReporters, initialThreshold) EIP712("Bulkhead Signed Spot", "1") {
    ParameterBounds.requireWithin("maxAge", config.maxAge, 1, MAX_AGE_SECONDS);
    ParameterBounds.requireWithin(
      "confidenceFloor",
      config.confidenceFloor,
      MIN_CONFIDENCE_FLOOR_WAD,
      MAX_CONFIDENCE_FLOOR_WAD
    );
    market = config.market;
    MARKET_HASH = keccak256(bytes(config.market));
    maxAge = config.maxAge;
    confidenceFloor = config.confidenceFloor;
    (_kept.observedAt, _kept.gap) = (uint40(PUSH_ONLY), uint8(NOT_KEPT));
  }

  /// @inheritdoc ISignedSpot
  function submit(SignedPrice calldata signed) external returns (uint256 number) {
    Kept memory kept = _kept;
    uint256 seenAt = signed.observedAt;
    require(!kept.suspended, SignedSpotSuspended());
    require(seenAt > kept.observedAt, ObservedOutOfOrder(seenAt, kept.observedAt));
    require(seenAt <= block.timestamp, ObservedInFuture(seenAt, block.timestamp));
    require(block.timestamp - seenAt <= maxAge, ObservedTooLongAgo(seenAt, block.timestamp - maxAge));
    require(!_tookOneNow(kept), AlreadySubmittedInBlock(kept.observedAt));
    return _take(kept, signed);
  }

  /// @inheritdoc ISignedSpot
  function trySubmit(SignedPrice calldata signed) external returns (uint256 latest) {
    Kept memory kept = _kept;
    uint256 seenAt = signed.observedAt;
    bool timely =
      !kept.suspended &&
        seenAt > kept.observedAt &&
        seenAt <= block.timestamp &&
        block.timestamp - seenAt <= maxAge &&
        !_tookOneNow(kept);
    return timely ? _take(kept, signed) : kept.observedAt;
  }

  /// @inheritdoc ISignedSpot
  function suspend() external restricted {
    _setSuspension(true);
  }

  /// @inheritdoc ISignedSpot
  function resume() external restricted {
    _setSuspension(false);
  }

  /// @inheritdoc ISignedSpot
  function readAt(uint256 number) external view returns (PriceReading memory reading) {
    Kept memory kept = _kept;
    if (kept.suspended) return reading;
    uint256 price = kept.price;
    uint256 seenAt = kept.observedAt;
    if (number != NEWEST_SPOT && number != seenAt) {
      if (kept.gap == NOT_KEPT || number != seenAt - kept.gap) return reading;
      (price, seenAt) = (kept.previousPrice, number);
    }
    // Nothing is kept that was seen later than its block.
    if (price == 0 || block.timestamp - seenAt > maxAge) return reading;
    return PriceReading({price: price, confidence: confidenceFloor, updatedAt: seenAt});
  }

  /// @inheritdoc ISignedSpot
  function numbers() external view returns (uint256 latest, uint256 previous) {
    latest = _kept.observedAt;
    previous = _kept.gap == NOT_KEPT ? PUSH_ONLY : latest - _kept.gap;
  }

  /// @inheritdoc ISignedSpot
  function suspended() external view returns (bool) {
    return _kept.suspended;
  }

  /// @inheritdoc ISignedSpot
  function digestOf(uint256 price, uint256 observedAt) public view returns (bytes32) {
    return _hashTypedDataV4(keccak256(abi.encode(SPOT_TYPEHASH, MARKET_HASH, price, observedAt)));
  }

  /// @dev Takes a price that time allows, once price and signatures have been looked at.
  function _take(Kept memory kept, SignedPrice calldata signed) private returns (uint256 number) {
    uint256 price = signed.price;
    number = signed.observedAt;
    require(price != 0 && price <= MAX_PRICE, PriceOutOfRange(price, MAX_PRICE));
    _checkSignatures(digestOf(price, number), signed.signatures);
    // Casts: the price was checked, the time is a block's at most, the gap is capped, and the delay is at most `maxAge`.
    _kept = Kept({
      price: uint96(price),
      previousPrice: kept.price,
      observedAt: uint40(number),
      gap: uint8(Math.min(number - kept.observedAt, NOT_KEPT)),
      delay: uint8(block.timestamp - number),
      suspended: false
    });
    emit SpotSigned(number, price);
  }

  function _setSuspension(bool shut) private {
    _kept.suspended = shut;
    emit SuspensionChanged(shut);
  }

  /// @dev Whether the newest price was taken at this very time.
  function _tookOneNow(Kept memory kept) private view returns (bool) {
    return uint256(kept.observedAt) + kept.delay == block.timestamp;
  }
}
