// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IExpiryPrice} from "../interfaces/IExpiryPrice.sol";
import {AggregatorConfig} from "../types/AggregatorConfig.sol";
import {AggregatorCall} from "./AggregatorCall.sol";
import {AggregatorTerms} from "./AggregatorTerms.sol";
import {BoundedCall} from "./BoundedCall.sol";
import {PhaseLog} from "./PhaseLog.sol";
import {RoundWalk} from "./RoundWalk.sol";

/// @title ExpiryPrice
/// @notice Settlement prices of one market, each proven from the rounds of its aggregators.
/// @dev Trusts the aggregators' own history: that rounds are numbered in the order of their time, and that a round is dated
/// with the block that brought it. Trusts nobody else, and in particular not the caller; the governor has a say only about
/// an expiry that nobody could prove for a day, announced a day ahead, within a band that is narrow at first.
contract ExpiryPrice is IExpiryPrice, AccessManaged {
  using PhaseLog for PhaseLog.Log;
  using RoundWalk for RoundWalk.Walk;

  /// @dev Where an unfinished proof stands. Rounds and time in one slot; the sum stays below 2¹¹² · 1800.
  struct Cursor {
    uint80 roundId;
    uint80 quoteRoundId;
    uint64 provenUntil;
    uint128 integral;
  }

  struct Fallback {
    uint128 price;
    uint64 executableAt;
  }

  /// @dev The proof at work, in memory.
  struct Proof {
    RoundWalk.Walk underlying;
    RoundWalk.Walk quote;
    uint256 time;
    uint256 integral;
  }

  uint256 private constant AVERAGING_WINDOW_SECONDS = 30 minutes;
  /// @notice How long after expiry a proof has the field to itself, seconds.
  uint256 public constant FALLBACK_DELAY_SECONDS = 24 hours;
  /// @notice From the announcement of a fallback to the moment it can be executed, seconds.
  uint256 public constant FALLBACK_NOTICE_SECONDS = 24 hours;
  /// @notice How far a fallback may lie from the aggregators' latest price, as a factor either way (WAD): so much with every
  /// day since the expiry on top of 1, since the latest price may have moved that far meanwhile ...
  uint256 public constant FALLBACK_FACTOR_A_DAY = 0.5e18;
  /// @notice ... and no more than this.
  uint256 public constant MAX_FALLBACK_FACTOR = 4e18;
  /// @notice How long after expiry gaps count as late heartbeats, seconds.
  uint256 public constant WIDER_GAP_DELAY_SECONDS = 24 hours;
  /// @notice By how much the largest gap between rounds is multiplied from then on.
  uint256 public constant WIDER_GAP_FACTOR = 2;
  /// @notice Rounds that one call walks at most.
  uint256 public constant MAX_ROUNDS_PER_CALL = 512;

  uint256 private constant MAX_PRICE = type(uint112).max;
  uint256 private constant WAD = 1e18;
  uint256 private constant WAD_DECIMALS = 18;

  /// @inheritdoc IExpiryPrice
  address public immutable underlyingAggregator;
  /// @inheritdoc IExpiryPrice
  address public immutable quoteAggregator;

  uint256 private immutable UNDERLYING_MAX_AGE;
  int256 private immutable UNDERLYING_LOWEST;
  int256 private immutable UNDERLYING_HIGHEST;
  uint8 private immutable UNDERLYING_DECIMALS;
  uint256 private immutable QUOTE_MAX_AGE;
  int256 private immutable QUOTE_LOWEST;
  int256 private immutable QUOTE_HIGHEST;
  uint8 private immutable QUOTE_DECIMALS;
  /// @dev 10^(18 + quote decimals − underlying decimals), at most 1e36.
  uint256 private immutable SCALE;

  /// @inheritdoc IExpiryPrice
  mapping(uint256 expiry => uint256 price) public priceOf;

  mapping(uint256 expiry => Cursor cursor) private cursors;
  mapping(uint256 expiry => Fallback proposed) private fallbacks;
  PhaseLog.Log private underlyingPhases;
  PhaseLog.Log private quotePhases;

  /// @param authority_ the AccessManager
  /// @param underlying aggregator of the underlying and its terms
  /// @param quote aggregator of the quote asset and its terms; a zero address where the first quotes the market directly
  constructor(
    address authority_,
    AggregatorConfig memory underlying,
    AggregatorConfig memory quote
  ) AccessManaged(authority_) {
    UNDERLYING_DECIMALS = AggregatorTerms.validate(underlying);
    underlyingAggregator = underlying.aggregator;
    UNDERLYING_MAX_AGE = underlying.maxAge;
    UNDERLYING_LOWEST = underlying.lowest;
    UNDERLYING_HIGHEST = underlying.highest;
    if (quote.aggregator != address(0)) QUOTE_DECIMALS = AggregatorTerms.validate(quote);
    quoteAggregator = quote.aggregator;
    QUOTE_MAX_AGE = quote.maxAge;
    QUOTE_LOWEST = quote.lowest;
    QUOTE_HIGHEST = quote.highest;
    SCALE = 10 ** (WAD_DECIMALS + QUOTE_DECIMALS - UNDERLYING_DECIMALS);
    _seePhases();
  }

  /// @inheritdoc IExpiryPrice
  function prove(
    uint256 expiry,
    uint80 roundId,
    uint80 quoteRoundId,
    uint256 maxRounds
  ) external returns (uint256 price) {
    // Later than the expiry, not at it: a round of this very block may still be dated with it.
    require(block.timestamp > expiry, NotExpired(expiry, block.timestamp));
    require(expiry > AVERAGING_WINDOW_SECONDS, ExpiryOutOfRange(expiry));
    _requireOpen(expiry);
    (uint80 latestId, uint80 latestQuoteId) = _seePhases();

    Proof memory proof;
    uint256 gapFactor = block.timestamp < expiry + WIDER_GAP_DELAY_SECONDS ? 1 : WIDER_GAP_FACTOR;
    proof.underlying.config = _underlyingConfig(gapFactor);
    (proof.underlying.expiry, proof.underlying.latestId) = (expiry, latestId);
    proof.quote.config = _quoteConfig(gapFactor);
    (proof.quote.expiry, proof.quote.latestId) = (expiry, latestQuoteId);

    if (cursors[expiry].provenUntil == 0) _begin(proof, roundId, quoteRoundId);
    else _resume(proof, cursors[expiry]);

    if (_walk(proof, Math.min(maxRounds, MAX_ROUNDS_PER_CALL))) {
      price = proof.integral / AVERAGING_WINDOW_SECONDS;
      delete cursors[expiry];
      _fix(expiry, price, false);
    } else {
      _save(expiry, proof);
    }
  }

  /// @inheritdoc IExpiryPrice
  function checkpoint() external {
    _seePhases();
  }

  /// @inheritdoc IExpiryPrice
  function proposeFallback(uint256 expiry, uint256 price) external restricted {
    uint256 earliest = Math.saturatingAdd(expiry, FALLBACK_DELAY_SECONDS);
    require(block.timestamp >= earliest, FallbackTooEarly(expiry, earliest, block.timestamp));
    _requireOpen(expiry);
    _requirePrice(expiry, price);
    _requireWithinBand(expiry, price);
    uint256 executableAt = block.timestamp + FALLBACK_NOTICE_SECONDS;
    fallbacks[expiry] = Fallback(uint128(price), uint64(executableAt));
    emit FallbackProposed(expiry, price, executableAt);
  }

  /// @inheritdoc IExpiryPrice
  function cancelFallback(uint256 expiry) external restricted {
    uint256 price = fallbacks[expiry].price;
    require(price != 0, NoFallback(expiry));
    delete fallbacks[expiry];
    emit FallbackCancelled(expiry, price);
  }

  /// @inheritdoc IExpiryPrice
  function executeFallback(uint256 expiry) external {
    _requireOpen(expiry);
    Fallback memory proposed = fallbacks[expiry];
    require(proposed.price != 0, NoFallback(expiry));
    require(block.timestamp >= proposed.executableAt, FallbackTooEarly(expiry, proposed.executableAt, block.timestamp));
    _fix(expiry, proposed.price, true);
  }

  /// @inheritdoc IExpiryPrice
  function averagingWindow() external pure returns (uint256) {
    return AVERAGING_WINDOW_SECONDS;
  }

  /// @inheritdoc IExpiryPrice
  function cursorOf(uint256 expiry) external view returns (uint80, uint80, uint256) {
    Cursor memory cursor = cursors[expiry];
    return (cursor.roundId, cursor.quoteRoundId, cursor.provenUntil);
  }

  /// @inheritdoc IExpiryPrice
  function fallbackOf(uint256 expiry) external view returns (uint256, uint256) {
    return (fallbacks[expiry].price, fallbacks[expiry].executableAt);
  }

  /// @dev Opens both walks at the rounds named, which have to be those in effect at the window's start.
  function _begin(Proof memory proof, uint80 roundId, uint80 quoteRoundId) private view {
    uint256 windowStart = proof.underlying.expiry - AVERAGING_WINDOW_SECONDS;
    proof.time = windowStart;
    _open(proof, roundId, quoteRoundId);
    _requireStart(proof.underlying, windowStart);
    underlyingPhases.requireLiveAt(underlyingAggregator, RoundWalk.phaseOf(roundId), windowStart);
    if (quoteAggregator == address(0)) return;
    _requireStart(proof.quote, windowStart);
    quotePhases.requireLiveAt(quoteAggregator, RoundWalk.phaseOf(quoteRoundId), windowStart);
  }

  function _resume(Proof memory proof, Cursor memory cursor) private view {
    (proof.time, proof.integral) = (cursor.provenUntil, cursor.integral);
    _open(proof, cursor.roundId, cursor.quoteRoundId);
  }

  /// @dev A market quoted directly has a quote of 1 that never changes.
  function _open(Proof memory proof, uint80 roundId, uint80 quoteRoundId) private view {
    proof.underlying.roundId = roundId;
    proof.underlying.open();
    if (quoteAggregator == address(0)) {
      (proof.quote.answer, proof.quote.until) = (1, proof.quote.expiry);
    } else {
      proof.quote.roundId = quoteRoundId;
      proof.quote.open();
    }
  }

  /// @dev Sums price · time over the merged steps. Each step's price is rounded down by itself and no step is ever cut in
  /// two, so the sum does not depend on where calls end.
  /// @return ended true once the expiry is reached
  function _walk(Proof memory proof, uint256 maxRounds) private view returns (bool ended) {
    (RoundWalk.Walk memory underlying, RoundWalk.Walk memory quote) = (proof.underlying, proof.quote);
    uint256 expiry = underlying.expiry;
    for (uint256 rounds = 0; ; ++rounds) {
      uint256 until = Math.min(underlying.until, quote.until);
      // Below 2¹²⁷ · 10³⁶ < 2²⁴⁷.
      uint256 price = (underlying.answer * SCALE) / quote.answer;
      _requirePrice(expiry, price);
      proof.integral += price * (until - proof.time);
      proof.time = until;
      if (until == expiry) return true;
      if (rounds >= maxRounds) return false;
      bool quoteSteps = quote.until == until;
      if (underlying.until == until) underlying.next();
      if (quoteSteps) quote.next();
    }
  }

  function _save(uint256 expiry, Proof memory proof) private {
    (uint80 roundId, uint80 quoteRoundId) = (proof.underlying.roundId, proof.quote.roundId);
    cursors[expiry] = Cursor(roundId, quoteRoundId, uint64(proof.time), uint128(proof.integral));
    emit ExpiryProofAdvanced(expiry, roundId, quoteRoundId, proof.time);
  }

  function _fix(uint256 expiry, uint256 price, bool fallbackUsed) private {
    _requirePrice(expiry, price);
    delete fallbacks[expiry];
    priceOf[expiry] = price;
    emit ExpiryPriceFixed(expiry, price, fallbackUsed);
  }

  /// @dev Notes the live phases, and returns the latest round of each aggregator.
  function _seePhases() private returns (uint80 latestId, uint80 latestQuoteId) {
    latestId = _latestId(underlyingAggregator, UNDERLYING_DECIMALS);
    underlyingPhases.see(RoundWalk.phaseOf(latestId));
    if (quoteAggregator == address(0)) return (latestId, 0);
    latestQuoteId = _latestId(quoteAggregator, QUOTE_DECIMALS);
    quotePhases.see(RoundWalk.phaseOf(latestQuoteId));
  }

  function _latestId(address aggregator, uint256 expectedDecimals) private view returns (uint80) {
    (bool answered, AggregatorCall.Round memory round) = AggregatorCall.latest(aggregator);
    if (!answered) revert AggregatorFailed(aggregator, BoundedCall.lastReason());
    (bool known, uint256 decimals) = AggregatorCall.decimalsOf(aggregator);
    if (!known) revert AggregatorFailed(aggregator, BoundedCall.lastReason());
    require(decimals == expectedDecimals, DecimalsChanged(aggregator, expectedDecimals, decimals));
    return uint80(round.id);
  }

  /// @dev An aggregator that is dead or has changed its decimals says nothing; then the announcement alone protects. The
  /// expiry has passed; answers and factor are far below 2¹²⁷ · 10³⁶ and 2⁶³.
  function _requireWithinBand(uint256 expiry, uint256 price) private view {
    (bool known, uint256 answer) = _latestAnswer(underlyingAggregator, UNDERLYING_DECIMALS);
    if (!known) return;
    uint256 quoteAnswer = 1;
    if (quoteAggregator != address(0)) (known, quoteAnswer) = _latestAnswer(quoteAggregator, QUOTE_DECIMALS);
    if (!known) return;
    uint256 current = (answer * SCALE) / quoteAnswer;
    uint256 factor = WAD + (FALLBACK_FACTOR_A_DAY * (block.timestamp - expiry)) / 1 days;
    factor = Math.min(factor, MAX_FALLBACK_FACTOR);
    (uint256 lowest, uint256 highest) = (Math.mulDiv(current, WAD, factor), Math.mulDiv(current, factor, WAD));
    require(price >= lowest && price <= highest, FallbackOutOfBand(price, lowest, highest));
  }

  function _latestAnswer(address aggregator, uint256 expectedDecimals) private view returns (bool, uint256) {
    (bool answered, AggregatorCall.Round memory round) = AggregatorCall.latest(aggregator);
    (bool known, uint256 decimals) = AggregatorCall.decimalsOf(aggregator);
    bool usable = answered && known && decimals == expectedDecimals;
    usable = usable && round.answer > 0 && round.answer < type(int128).max;
    return (usable, uint256(round.answer));
  }

  function _underlyingConfig(uint256 gapFactor) private view returns (AggregatorConfig memory) {
    uint256 maxGap = gapFactor * UNDERLYING_MAX_AGE;
    return AggregatorConfig(underlyingAggregator, maxGap, UNDERLYING_LOWEST, UNDERLYING_HIGHEST);
  }

  function _quoteConfig(uint256 gapFactor) private view returns (AggregatorConfig memory) {
    return AggregatorConfig(quoteAggregator, gapFactor * QUOTE_MAX_AGE, QUOTE_LOWEST, QUOTE_HIGHEST);
  }

  function _requireOpen(uint256 expiry) private view {
    uint256 price = priceOf[expiry];
    require(price == 0, AlreadyFixed(expiry, price));
  }

  function _requirePrice(uint256 expiry, uint256 price) private pure {
    require(price != 0 && price <= MAX_PRICE, ExpiryPriceOutOfRange(expiry, price));
  }

  function _requireStart(RoundWalk.Walk memory walk, uint256 windowStart) private pure {
    require(
      walk.since <= windowStart && windowStart < walk.until,
      NotTheStartRound(walk.roundId, walk.since, walk.until, windowStart)
    );
  }
}
