// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IPriceSource} from "../../interfaces/IPriceSource.sol";
import {RawDivision} from "../../math/RawDivision.sol";
import {AggregatorConfig} from "../../types/AggregatorConfig.sol";
import {PriceReading} from "../../types/PriceReading.sol";
import {AggregatorTerms} from "../AggregatorTerms.sol";
import {ParameterBounds} from "../ParameterBounds.sol";
import {AggregatorReader} from "./AggregatorReader.sol";

/// @title RatioSource
/// @notice The price of a market whose underlying and quote are each quoted in a third unit: underlying/USD over quote/USD.
/// A stablecoin enters at its real rate, never at an assumed 1.
contract RatioSource is IPriceSource {
  uint256 private constant WAD = 1e18;
  uint256 private constant WAD_DECIMALS = 18;
  /// @dev Above this an aggregator says too little about the price to trade options on it.
  uint256 private constant MAX_DEVIATION_WAD = 0.1e18;

  /// @notice Aggregator of the underlying.
  address public immutable underlyingAggregator;
  /// @notice Aggregator of the quote asset, in the same unit.
  address public immutable quoteAggregator;
  /// @notice Half-width of the ratio while both are within their deviation thresholds u and q: (1 + u)/(1 − q) − 1, rounded
  /// up, WAD.
  uint256 public immutable deviationThreshold;

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

  /// @param underlying aggregator of the underlying and its terms
  /// @param underlyingDeviation its deviation threshold, WAD fraction, at most 10 %
  /// @param quote aggregator of the quote asset and its terms
  /// @param quoteDeviation its deviation threshold, WAD fraction, at most 10 %
  constructor(
    AggregatorConfig memory underlying,
    uint256 underlyingDeviation,
    AggregatorConfig memory quote,
    uint256 quoteDeviation
  ) {
    ParameterBounds.requireWithin("underlyingDeviation", underlyingDeviation, 0, MAX_DEVIATION_WAD);
    ParameterBounds.requireWithin("quoteDeviation", quoteDeviation, 0, MAX_DEVIATION_WAD);
    UNDERLYING_DECIMALS = AggregatorTerms.validate(underlying);
    QUOTE_DECIMALS = AggregatorTerms.validate(quote);
    SCALE = 10 ** (WAD_DECIMALS + QUOTE_DECIMALS - UNDERLYING_DECIMALS);
    underlyingAggregator = underlying.aggregator;
    UNDERLYING_MAX_AGE = underlying.maxAge;
    UNDERLYING_LOWEST = underlying.lowest;
    UNDERLYING_HIGHEST = underlying.highest;
    quoteAggregator = quote.aggregator;
    QUOTE_MAX_AGE = quote.maxAge;
    QUOTE_LOWEST = quote.lowest;
    QUOTE_HIGHEST = quote.highest;
    deviationThreshold = Math.ceilDiv((underlyingDeviation + quoteDeviation) * WAD, WAD - quoteDeviation);
  }

  /// @inheritdoc IPriceSource
  /// @dev The older of the two answers dates the price.
  function read() external view returns (PriceReading memory) {
    (uint256 underlying, uint256 underlyingAt) = _latestUnderlying();
    (uint256 quote, uint256 quoteAt) = _latestQuote();
    uint256 price;
    // Below 2¹²⁷ · 10³⁶ < 2²⁴⁷; both are positive.
    unchecked {
      price = RawDivision.div(underlying * SCALE, quote);
    }
    uint256 updatedAt = underlyingAt < quoteAt ? underlyingAt : quoteAt;
    return PriceReading({price: price, confidence: deviationThreshold, updatedAt: updatedAt});
  }

  /// @inheritdoc IPriceSource
  /// @dev The earlier of the two: each answer has an age of its own that it may reach, and need not be the older one to
  /// reach it first.
  function freshUntil() external view returns (uint256) {
    (, uint256 underlyingAt) = _latestUnderlying();
    (, uint256 quoteAt) = _latestQuote();
    return Math.min(underlyingAt + UNDERLYING_MAX_AGE, quoteAt + QUOTE_MAX_AGE);
  }

  /// @inheritdoc IPriceSource
  function maxAge() external view returns (uint256) {
    return Math.max(UNDERLYING_MAX_AGE, QUOTE_MAX_AGE);
  }

  function _latestUnderlying() private view returns (uint256 answer, uint256 updatedAt) {
    AggregatorConfig memory config = AggregatorConfig(
      underlyingAggregator,
      UNDERLYING_MAX_AGE,
      UNDERLYING_LOWEST,
      UNDERLYING_HIGHEST
    );
    return AggregatorReader.latest(config, UNDERLYING_DECIMALS);
  }

  function _latestQuote() private view returns (uint256 answer, uint256 updatedAt) {
    AggregatorConfig memory config = AggregatorConfig(quoteAggregator, QUOTE_MAX_AGE, QUOTE_LOWEST, QUOTE_HIGHEST);
    return AggregatorReader.latest(config, QUOTE_DECIMALS);
  }
}
