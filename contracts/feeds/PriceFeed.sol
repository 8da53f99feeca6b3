// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IAggregatorSource} from "../interfaces/IAggregatorSource.sol";
import {IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {IPriceSource} from "../interfaces/IPriceSource.sol";
import {ISignedSpot} from "../interfaces/ISignedSpot.sol";
import {PriceReading} from "../types/PriceReading.sol";
import {NEWEST_SPOT, PUSH_ONLY, SpotReading} from "../types/SpotReading.sol";
import {AggregatorReader} from "./adapters/AggregatorReader.sol";
import {AggregatorCall} from "./AggregatorCall.sol";
import {BoundedCall} from "./BoundedCall.sol";
import {ParameterBounds} from "./ParameterBounds.sol";

/// @title PriceFeed
/// @notice The median of one to five sources. Nothing in it can be changed: another set of sources is another feed.
/// @dev Assumes that a majority of the sources is honest (the quorum is a majority) and bounds what the rest can do: a source
/// that reverts, burns its gas, returns too much, too little or nonsense counts as silent; one that lies by more than the
/// limit stops the feed rather than moving it past the limit.
///
/// A feed with one source that is one aggregator's answers (`IAggregatorSource`) reads that aggregator itself, on the terms that the
/// source had when the feed was built: one contract less for each price. Where it finds none, it asks the source as ever.
contract PriceFeed is IPriceFeed {
  /// @dev What a feed is built from.
  struct Config {
    /// `IPriceSource`s, 1 to 5, distinct.
    address[] sources;
    /// Usable sources needed, a majority.
    uint256 quorum;
    /// Largest (highest − lowest)/median, WAD.
    uint256 disagreementLimit;
    /// Smallest confidence ever reported, WAD fraction.
    uint256 confidenceFloor;
    /// Uptime feed of the L2 sequencer; zero on a chain without one.
    address sequencerFeed;
    /// Seconds after the sequencer's return in which the feed stays silent.
    uint256 gracePeriod;
    /// `ISignedSpot` that is read beside the sources; zero for none.
    address signedSpot;
  }

  /// @dev What `IAggregatorSource.directTerms` returns, as it lies in memory.
  struct DirectTerms {
    /// Zero where the source has no such terms.
    address aggregator;
    uint256 maxAge;
    int256 lowest;
    int256 highest;
    uint256 decimals;
    uint256 deviation;
  }

  /// @dev Answer of a Chainlink uptime feed while the sequencer is up.
  int256 private constant SEQUENCER_UP = 0;
  uint256 private constant MAX_SOURCES = 5;
  /// @dev Gas of one source: a Uniswap v3 `observe` over the longest observation array is about 70,000, all cold.
  uint256 private constant SOURCE_GAS = 200_000;
  /// @dev Gas of the signed spot: one cold slot and what is around it; room for a pull oracle's adapter.
  uint256 private constant SIGNED_GAS = 50_000;
  uint256 private constant MAX_SIGNED_AGE_SECONDS = 5 minutes;
  uint256 private constant MAX_DISAGREEMENT_WAD = 0.1e18;
  uint256 private constant MIN_CONFIDENCE_WAD = 0.0001e18;
  /// @dev The most that a young signed price beyond the push price's doubt makes that doubt: its distance, up to this.
  uint256 private constant MAX_STRAY_WAD = 0.05e18;
  uint256 private constant MAX_CONFIDENCE_FLOOR_WAD = 0.05e18;
  uint256 private constant MAX_GRACE_SECONDS = 1 days;
  /// @dev The domain of the logarithm that prices go into.
  uint256 private constant MAX_PRICE = type(uint112).max;
  uint256 private constant WAD = 1e18;
  uint256 private constant READING_BYTES = 96;
  uint256 private constant WORD_BYTES = 32;
  uint256 private constant DIRECT_TERMS_BYTES = 192;
  uint256 private constant WAD_DECIMALS = 18;

  /// @notice How many of the sources have to be usable.
  uint256 public immutable quorum;
  /// @notice Largest (highest − lowest)/median, WAD.
  uint256 public immutable disagreementLimit;
  /// @notice Smallest confidence ever reported, WAD fraction.
  uint256 public immutable confidenceFloor;
  /// @notice Uptime feed of the L2 sequencer; zero on a chain without one.
  address public immutable sequencerFeed;
  /// @notice Seconds after the sequencer's return in which the feed stays silent.
  uint256 public immutable gracePeriod;
  /// @inheritdoc IPriceFeed
  uint256 public immutable maxAge;
  /// @inheritdoc IPriceFeed
  address public immutable signedSpot;

  uint256 private immutable SOURCE_COUNT;
  address private immutable SOURCE_0;
  address private immutable SOURCE_1;
  address private immutable SOURCE_2;
  address private immutable SOURCE_3;
  address private immutable SOURCE_4;

  /// @dev `DirectTerms` of the only source, the confidence not below the floor; and from the answer's decimals to WAD.
  address private immutable AGGREGATOR;
  int256 private immutable LOWEST_ANSWER;
  int256 private immutable HIGHEST_ANSWER;
  uint256 private immutable DECIMALS;
  uint256 private immutable SCALE;
  uint256 private immutable DIRECT_CONFIDENCE;

  constructor(Config memory config) {
    uint256 count = config.sources.length;
    ParameterBounds.requireWithin("sources", count, 1, MAX_SOURCES);
    ParameterBounds.requireWithin("quorum", config.quorum, count / 2 + 1, count);
    ParameterBounds.requireWithin(
      "disagreementLimit",
      config.disagreementLimit,
      MIN_CONFIDENCE_WAD,
      MAX_DISAGREEMENT_WAD
    );
    ParameterBounds.requireWithin(
      "confidenceFloor",
      config.confidenceFloor,
      MIN_CONFIDENCE_WAD,
      MAX_CONFIDENCE_FLOOR_WAD
    );
    ParameterBounds.requireWithin("gracePeriod", config.gracePeriod, 0, MAX_GRACE_SECONDS);
    uint256 longest;
    for (uint256 i = 0; i < count; ++i) {
      for (uint256 j = 0; j < i; ++j) {
        require(config.sources[i] != config.sources[j], DuplicateSource(config.sources[i]));
      }
      longest = Math.max(longest, IPriceSource(config.sources[i]).maxAge());
    }
    quorum = config.quorum;
    disagreementLimit = config.disagreementLimit;
    confidenceFloor = config.confidenceFloor;
    sequencerFeed = config.sequencerFeed;
    gracePeriod = config.gracePeriod;
    maxAge = longest;
    signedSpot = config.signedSpot;
    if (config.signedSpot != address(0)) {
      ParameterBounds.requireWithin("signedMaxAge", ISignedSpot(config.signedSpot).maxAge(), 1, MAX_SIGNED_AGE_SECONDS);
    }
    SOURCE_COUNT = count;
    SOURCE_0 = config.sources[0];
    SOURCE_1 = count > 1 ? config.sources[1] : address(0);
    SOURCE_2 = count > 2 ? config.sources[2] : address(0);
    SOURCE_3 = count > 3 ? config.sources[3] : address(0);
    SOURCE_4 = count > 4 ? config.sources[4] : address(0);
    DirectTerms memory direct = _directTermsOf(config.sources, longest);
    AGGREGATOR = direct.aggregator;
    LOWEST_ANSWER = direct.lowest;
    HIGHEST_ANSWER = direct.highest;
    DECIMALS = direct.decimals;
    SCALE = 10 ** (WAD_DECIMALS - direct.decimals);
    DIRECT_CONFIDENCE = Math.max(direct.deviation, config.confidenceFloor);
  }

  /// @inheritdoc IPriceFeed
  function read() public view returns (PriceReading memory reading) {
    if (sequencerFeed != address(0)) _requireSequencerUp();
    if (SOURCE_COUNT == 1) _readSingle(reading);
    else _readMedian(reading);
  }

  /// @inheritdoc IPriceFeed
  function tryRead() external view returns (bool ok, PriceReading memory reading, bytes memory reason) {
    try this.read() returns (PriceReading memory result) {
      return (true, result, "");
    } catch (bytes memory data) {
      // `read` has a name for every failure but one: its own lack of gas, which says nothing about the feed.
      bool named = data.length >= 4 && bytes4(data) != BoundedCall.InsufficientGas.selector;
      require(named, BoundedCall.InsufficientGas(SOURCE_GAS));
      return (false, reading, data);
    }
  }

  /// @inheritdoc IPriceFeed
  /// @dev Takes the sources away in the order in which they turn stale, until those left have no price. A median of fewer
  /// can lie lower, and the same spread be more of it, so disagreement is looked at each time.
  function freshUntil() external view returns (uint256 until) {
    PriceReading memory reading = this.read();
    if (SOURCE_COUNT == 1) return _freshUntil(SOURCE_0);
    uint256[MAX_SOURCES] memory untils;
    uint256[MAX_SOURCES] memory prices;
    uint256 usable;
    for (uint256 i = 0; i < SOURCE_COUNT; ++i) {
      if (!_ask(_source(i), reading) || !_isUsable(reading)) continue;
      (prices[usable], untils[usable]) = (reading.price, _freshUntil(_source(i)));
      ++usable;
    }
    do {
      until = _earliest(untils, usable);
      usable = _withoutStale(prices, untils, usable, until);
    } while (_agree(prices, usable));
  }

  /// @inheritdoc IPriceFeed
  function sources() external view returns (address[] memory list) {
    list = new address[](SOURCE_COUNT);
    for (uint256 i = 0; i < SOURCE_COUNT; ++i) list[i] = _source(i);
  }

  /// @inheritdoc IPriceFeed
  function readAt(uint256 number) external view returns (SpotReading memory) {
    PriceReading memory push = read();
    uint256 confidence = push.confidence;
    if (signedSpot != address(0) && number != PUSH_ONLY) {
      (bool isSound, PriceReading memory signed) = _readSigned(number);
      if (isSound) {
        // Prices are below 2¹¹² and confidences below 2⁶⁰: no product overflows.
        uint256 distance = signed.price > push.price ? signed.price - push.price : push.price - signed.price;
        if (distance * WAD <= push.price * confidence) {
          uint256 seenAt = signed.updatedAt;
          return SpotReading(signed.price, signed.confidence, seenAt, seenAt, block.timestamp - seenAt);
        }
        confidence = Math.max(confidence, Math.min(Math.ceilDiv(distance * WAD, push.price), MAX_STRAY_WAD));
      }
    }
    return SpotReading(push.price, confidence, push.updatedAt, PUSH_ONLY, 0);
  }

  /// @dev A signed price, and whether it is one. Whatever the signed spot does, it can but be ignored.
  function _readSigned(uint256 number) private view returns (bool isSound, PriceReading memory signed) {
    uint256 output;
    // A struct of three words lies in memory as it is returned.
    assembly ("memory-safe") {
      output := signed
    }
    if (!BoundedCall.readInto(signedSpot, SIGNED_GAS, ISignedSpot.readAt.selector, number, output, READING_BYTES)) {
      return (false, signed);
    }
    uint256 seenAt = signed.updatedAt;
    if (signed.price == 0 || signed.price > MAX_PRICE || signed.confidence >= WAD) return (false, signed);
    if (seenAt <= PUSH_ONLY || seenAt > block.timestamp) return (false, signed);
    // A number that was asked for gets its own price or none.
    if (number != NEWEST_SPOT && number != seenAt) return (false, signed);
    signed.confidence = Math.max(signed.confidence, MIN_CONFIDENCE_WAD);
    isSound = true;
  }

  /// @dev What the only source is read by without asking it; zeros where it has to be asked.
  /// @param longest the source's largest age, seconds
  function _directTermsOf(address[] memory list, uint256 longest) private view returns (DirectTerms memory terms) {
    if (list.length != 1) return terms;
    uint256 output;
    // A struct of six words lies in memory as it is returned.
    assembly ("memory-safe") {
      output := terms
    }
    bytes4 selector = IAggregatorSource.directTerms.selector;
    bool isDirect = BoundedCall.readInto(list[0], SOURCE_GAS, selector, output, DIRECT_TERMS_BYTES);
    // One age, no confidence of 100 %, no scale that would overflow, no answer below zero.
    if (
      !isDirect ||
      terms.maxAge != longest ||
      terms.deviation >= WAD ||
      terms.decimals > WAD_DECIMALS ||
      terms.lowest < 0
    ) delete terms;
  }

  function _readSingle(PriceReading memory reading) private view {
    if (AGGREGATOR == address(0) || !_readAggregator(reading)) _readSource(reading);
  }

  /// @dev The only source's reading without the source; false where that has no price, or none that can be used.
  function _readAggregator(PriceReading memory reading) private view returns (bool ok) {
    uint256 answer;
    (ok, answer, reading.updatedAt) = AggregatorReader.tryLatest(
      AGGREGATOR,
      maxAge,
      LOWEST_ANSWER,
      HIGHEST_ANSWER,
      DECIMALS
    );
    // The scale is below 2⁶⁰; what overflows is not within the bound either.
    unchecked {
      if (!ok || answer > MAX_PRICE) return false;
      uint256 price = answer * SCALE;
      (reading.price, reading.confidence) = (price, DIRECT_CONFIDENCE);
      return price <= MAX_PRICE;
    }
  }

  function _readSource(PriceReading memory reading) private view {
    if (!_ask(SOURCE_0, reading)) revert SourceFailed(SOURCE_0, BoundedCall.lastReason());
    if (!_isUsable(reading)) revert SourceFailed(SOURCE_0, _unusable(reading));
    if (reading.confidence < confidenceFloor) reading.confidence = confidenceFloor;
  }

  function _readMedian(PriceReading memory median) private view {
    uint256[MAX_SOURCES] memory prices;
    PriceReading memory reading;
    uint256 usable;
    median.confidence = confidenceFloor;
    median.updatedAt = block.timestamp;
    for (uint256 i = 0; i < SOURCE_COUNT; ++i) {
      if (!_ask(_source(i), reading) || !_isUsable(reading)) continue;
      _insert(prices, usable++, reading.price);
      median.confidence = Math.max(median.confidence, reading.confidence);
      median.updatedAt = Math.min(median.updatedAt, reading.updatedAt);
    }
    require(usable >= quorum, TooFewSources(usable, quorum));
    uint256 spread;
    (median.price, spread) = _middle(prices, usable);
    require(spread <= disagreementLimit, SourcesDisagree(spread, disagreementLimit));
    median.confidence = Math.max(median.confidence, spread);
  }

  /// @dev What a source that is usable now says of itself, now at least.
  function _freshUntil(address source) private view returns (uint256 until) {
    uint256[1] memory word;
    uint256 output;
    assembly ("memory-safe") {
      output := word
    }
    if (BoundedCall.readInto(source, SOURCE_GAS, IPriceSource.freshUntil.selector, output, WORD_BYTES)) until = word[0];
    if (until < block.timestamp) until = block.timestamp;
  }

  function _earliest(uint256[MAX_SOURCES] memory untils, uint256 count) private pure returns (uint256 until) {
    until = untils[0];
    for (uint256 i = 1; i < count; ++i) until = Math.min(until, untils[i]);
  }

  /// @dev Keeps those that are fresh for longer than `until`, in place.
  function _withoutStale(
    uint256[MAX_SOURCES] memory prices,
    uint256[MAX_SOURCES] memory untils,
    uint256 count,
    uint256 until
  ) private pure returns (uint256 left) {
    for (uint256 i = 0; i < count; ++i) {
      if (untils[i] == until) continue;
      (prices[left], untils[left]) = (prices[i], untils[i]);
      ++left;
    }
  }

  /// @dev Whether the first `count` prices, in any order, are a quorum within the limit.
  function _agree(uint256[MAX_SOURCES] memory prices, uint256 count) private view returns (bool) {
    if (count < quorum) return false;
    uint256[MAX_SOURCES] memory sorted;
    for (uint256 i = 0; i < count; ++i) _insert(sorted, i, prices[i]);
    (, uint256 spread) = _middle(sorted, count);
    return spread <= disagreementLimit;
  }

  /// @dev The median of sorted prices and their spread, rounded up: uncertainty is never understated.
  function _middle(
    uint256[MAX_SOURCES] memory sorted,
    uint256 count
  ) private pure returns (uint256 median, uint256 spread) {
    median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    spread = Math.ceilDiv((sorted[count - 1] - sorted[0]) * WAD, median);
  }

  /// @dev Puts `price` among the `count` sorted ones.
  function _insert(uint256[MAX_SOURCES] memory sorted, uint256 count, uint256 price) private pure {
    while (count > 0 && sorted[count - 1] > price) {
      sorted[count] = sorted[count - 1];
      --count;
    }
    sorted[count] = price;
  }

  /// @dev Overwrites `reading`, with nothing of use where the source did not answer.
  function _ask(address source, PriceReading memory reading) private view returns (bool answered) {
    uint256 output;
    // A struct of three words lies in memory as it is returned.
    assembly ("memory-safe") {
      output := reading
    }
    answered = BoundedCall.readInto(source, SOURCE_GAS, IPriceSource.read.selector, output, READING_BYTES);
  }

  function _isUsable(PriceReading memory reading) private view returns (bool) {
    // A price of zero turns into the largest number; an age is asked for only where the reading is not of the future.
    unchecked {
      return
        reading.price - 1 < MAX_PRICE &&
        reading.confidence < WAD &&
        reading.updatedAt <= block.timestamp &&
        block.timestamp - reading.updatedAt <= maxAge;
    }
  }

  function _unusable(PriceReading memory reading) private pure returns (bytes memory) {
    return abi.encodeWithSelector(UnusableReading.selector, reading.price, reading.confidence, reading.updatedAt);
  }

  function _requireSequencerUp() private view {
    (bool answered, AggregatorCall.Round memory round) = AggregatorCall.latest(sequencerFeed);
    if (!answered) revert SequencerFeedFailed(sequencerFeed, BoundedCall.lastReason());
    (int256 answer, uint256 since) = (round.answer, round.startedAt);
    // A change dated zero or later than now is no statement that the sequencer is up.
    require(answer == SEQUENCER_UP && since != 0 && since <= block.timestamp, SequencerDown(since));
    require(block.timestamp - since >= gracePeriod, SequencerGracePeriod(since, since + gracePeriod));
  }

  function _source(uint256 i) private view returns (address) {
    if (i == 0) return SOURCE_0;
    if (i == 1) return SOURCE_1;
    if (i == 2) return SOURCE_2;
    if (i == 3) return SOURCE_3;
    return SOURCE_4;
  }
}
