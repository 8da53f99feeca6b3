// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAggregatorSource} from "../../interfaces/IAggregatorSource.sol";
import {IPriceSource} from "../../interfaces/IPriceSource.sol";
import {AggregatorConfig} from "../../types/AggregatorConfig.sol";
import {PriceReading} from "../../types/PriceReading.sol";
import {AggregatorTerms} from "../AggregatorTerms.sol";
import {ParameterBounds} from "../ParameterBounds.sol";
import {AggregatorReader} from "./AggregatorReader.sol";

/// @title ChainlinkSource
/// @notice The price of a market that one aggregator quotes directly.
contract ChainlinkSource is IAggregatorSource {
  uint256 private constant WAD_DECIMALS = 18;
  /// @dev Above this an aggregator says too little about the price to trade options on it.
  uint256 private constant MAX_DEVIATION_WAD = 0.1e18;

  /// @notice The aggregator read.
  address public immutable aggregator;
  /// @inheritdoc IPriceSource
  uint256 public immutable maxAge;
  /// @notice The move that makes the aggregator report, WAD fraction: until then the price may be that far off (attack A2).
  uint256 public immutable deviationThreshold;

  int256 private immutable LOWEST;
  int256 private immutable HIGHEST;
  uint8 private immutable DECIMALS;
  /// @dev From the aggregator's decimals to WAD.
  uint256 private immutable SCALE;

  /// @param config the aggregator and the terms on which its answers count
  /// @param deviationThreshold_ WAD fraction, at most 10 %
  constructor(AggregatorConfig memory config, uint256 deviationThreshold_) {
    ParameterBounds.requireWithin("deviationThreshold", deviationThreshold_, 0, MAX_DEVIATION_WAD);
    DECIMALS = AggregatorTerms.validate(config);
    SCALE = 10 ** (WAD_DECIMALS - DECIMALS);
    aggregator = config.aggregator;
    maxAge = config.maxAge;
    LOWEST = config.lowest;
    HIGHEST = config.highest;
    deviationThreshold = deviationThreshold_;
  }

  /// @inheritdoc IPriceSource
  function read() external view returns (PriceReading memory) {
    (uint256 answer, uint256 updatedAt) = _latest();
    // Below 2¹²⁷ · 10¹⁸ < 2¹⁸⁷.
    unchecked {
      return PriceReading({price: answer * SCALE, confidence: deviationThreshold, updatedAt: updatedAt});
    }
  }

  /// @inheritdoc IPriceSource
  function freshUntil() external view returns (uint256) {
    (, uint256 updatedAt) = _latest();
    return updatedAt + maxAge;
  }

  /// @inheritdoc IAggregatorSource
  function directTerms() external view returns (AggregatorConfig memory, uint256 decimals, uint256 deviation) {
    return (_config(), DECIMALS, deviationThreshold);
  }

  function _latest() private view returns (uint256 answer, uint256 updatedAt) {
    return AggregatorReader.latest(_config(), DECIMALS);
  }

  function _config() private view returns (AggregatorConfig memory) {
    return AggregatorConfig(aggregator, maxAge, LOWEST, HIGHEST);
  }
}
