// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IAggregatorV3} from "../../interfaces/IAggregatorV3.sol";
import {IPriceSource} from "../../interfaces/IPriceSource.sol";
import {AggregatorConfig} from "../../types/AggregatorConfig.sol";

/// @title AggregatorReader
/// @notice An aggregator's latest answer, after every check that it has to pass to be a price.
/// @dev Decimals are asked for at every read. Chainlink's own aggregators cannot change theirs within a phase, but a proxy can
/// be pointed at one with others, and look-alikes can do as they please: the answer would be a power of ten off, and no
/// other check here would see it (attack A3). It costs some 500 gas, warm, since latestRoundData has touched the same
/// accounts.
library AggregatorReader {
  /// @notice The latest answer, or the source's named error.
  /// @param decimals as read at construction
  /// @return answer in the aggregator's decimals, below 2¹²⁷
  /// @return updatedAt unix seconds
  function latest(
    AggregatorConfig memory config,
    uint8 decimals
  ) internal view returns (uint256 answer, uint256 updatedAt) {
    address aggregator = config.aggregator;
    int256 signedAnswer;
    {
      uint80 roundId;
      uint80 answeredInRound;
      (roundId, signedAnswer, , updatedAt, answeredInRound) = IAggregatorV3(aggregator).latestRoundData();
      require(
        updatedAt != 0 && answeredInRound >= roundId,
        IPriceSource.IncompleteRound(aggregator, roundId, updatedAt, answeredInRound)
      );
    }
    require(updatedAt <= block.timestamp, IPriceSource.FutureRound(aggregator, updatedAt, block.timestamp));
    require(
      block.timestamp - updatedAt <= config.maxAge,
      IPriceSource.StaleAnswer(aggregator, updatedAt, config.maxAge)
    );
    require(signedAnswer > 0, IPriceSource.NonPositiveAnswer(aggregator, signedAnswer));
    require(
      signedAnswer > config.lowest && signedAnswer < config.highest,
      IPriceSource.AnswerClamped(aggregator, signedAnswer, config.lowest, config.highest)
    );
    uint8 actual = IAggregatorV3(aggregator).decimals();
    require(actual == decimals, IPriceSource.DecimalsChanged(aggregator, decimals, actual));
    answer = uint256(signedAnswer);
  }
}
