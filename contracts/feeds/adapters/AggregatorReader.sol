// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPriceSource} from "../../interfaces/IPriceSource.sol";
import {AggregatorConfig} from "../../types/AggregatorConfig.sol";
import {AggregatorCall} from "../AggregatorCall.sol";
import {BoundedCall} from "../BoundedCall.sol";

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
    uint256 decimals
  ) internal view returns (uint256 answer, uint256 updatedAt) {
    address aggregator = config.aggregator;
    (bool answered, AggregatorCall.Round memory round) = AggregatorCall.latest(aggregator);
    if (!answered) revert IPriceSource.AggregatorFailed(aggregator, BoundedCall.lastReason());
    updatedAt = round.updatedAt;
    require(
      updatedAt != 0 && round.answeredInRound >= round.id,
      IPriceSource.IncompleteRound(aggregator, round.id, updatedAt, round.answeredInRound)
    );
    require(updatedAt <= block.timestamp, IPriceSource.FutureRound(aggregator, updatedAt, block.timestamp));
    uint256 age;
    // Not of the future.
    unchecked {
      age = block.timestamp - updatedAt;
    }
    require(age <= config.maxAge, IPriceSource.StaleAnswer(aggregator, updatedAt, config.maxAge));
    int256 signedAnswer = round.answer;
    require(signedAnswer > 0, IPriceSource.NonPositiveAnswer(aggregator, signedAnswer));
    require(
      signedAnswer > config.lowest && signedAnswer < config.highest,
      IPriceSource.AnswerClamped(aggregator, signedAnswer, config.lowest, config.highest)
    );
    (bool known, uint256 actual) = AggregatorCall.decimalsOf(aggregator);
    if (!known) revert IPriceSource.AggregatorFailed(aggregator, BoundedCall.lastReason());
    require(actual == decimals, IPriceSource.DecimalsChanged(aggregator, decimals, actual));
    answer = uint256(signedAnswer);
  }

  /// @notice `latest` without its reasons, for who asks elsewhere for them. The terms are `AggregatorConfig`'s.
  /// @param lowest zero at least
  /// @return ok whether `latest` has an answer; where not, the rest is undefined
  /// @return answer as `latest`
  /// @return updatedAt as `latest`
  function tryLatest(
    address aggregator,
    uint256 maxAge,
    int256 lowest,
    int256 highest,
    uint256 decimals
  ) internal view returns (bool ok, uint256 answer, uint256 updatedAt) {
    (bool answered, AggregatorCall.Round memory round) = AggregatorCall.latest(aggregator);
    if (!answered) return (false, 0, 0);
    updatedAt = round.updatedAt;
    // A time of zero turns into the largest number; an age is asked for only where the answer is not of the future.
    unchecked {
      if (updatedAt - 1 >= block.timestamp || block.timestamp - updatedAt > maxAge) return (false, 0, 0);
    }
    int256 signedAnswer = round.answer;
    if (round.answeredInRound < round.id || signedAnswer <= lowest || signedAnswer >= highest) return (false, 0, 0);
    (bool known, uint256 actual) = AggregatorCall.decimalsOf(aggregator);
    return (known && actual == decimals, uint256(signedAnswer), updatedAt);
  }
}
