// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IExpiryPrice} from "../interfaces/IExpiryPrice.sol";
import {AggregatorConfig} from "../types/AggregatorConfig.sol";
import {AggregatorCall} from "./AggregatorCall.sol";

/// @title RoundWalk
/// @notice Walks one aggregator's rounds in their order up to an expiry, as the steps of P(t) = answer of the last round with
/// updatedAt ≤ t.
/// @dev To be used after the expiry only: a round that is absent then will be dated later than it.
library RoundWalk {
  /// @dev The step that the walk stands in: P(t) = `answer` for since ≤ t < until.
  struct Walk {
    AggregatorConfig config;
    uint256 expiry;
    /// The latest round of all, phase bits included.
    uint80 latestId;
    uint80 roundId;
    uint256 answer;
    /// Unix seconds of the round.
    uint256 since;
    /// Unix seconds of the next round, the expiry at most.
    uint256 until;
  }

  /// @dev Position of the phase inside a round id.
  uint256 private constant PHASE_OFFSET = 64;

  /// @notice The phase in a round id.
  function phaseOf(uint80 roundId) internal pure returns (uint16) {
    return uint16(roundId >> PHASE_OFFSET);
  }

  /// @notice Stands in the step of `walk.roundId`; the first three fields of `walk` and that one are given.
  function open(Walk memory walk) internal view {
    (bool exists, AggregatorCall.Round memory round) = _find(walk.config.aggregator, walk.roundId);
    require(exists, IExpiryPrice.RoundMissing(walk.config.aggregator, walk.roundId));
    _stand(walk, round);
  }

  /// @notice Goes on to the next round. Only where `until` lies before the expiry.
  function next(Walk memory walk) internal view {
    ++walk.roundId;
    open(walk);
  }

  function _stand(Walk memory walk, AggregatorCall.Round memory round) private view {
    AggregatorConfig memory config = walk.config;
    (address aggregator, uint80 roundId) = (config.aggregator, walk.roundId);
    require(
      round.answeredInRound >= roundId,
      IExpiryPrice.RoundIncomplete(aggregator, roundId, uint80(round.answeredInRound))
    );
    require(
      round.answer > 0 && round.answer > config.lowest && round.answer < config.highest,
      IExpiryPrice.AnswerUnusable(aggregator, roundId, round.answer)
    );
    walk.answer = uint256(round.answer);
    walk.since = round.updatedAt;
    walk.until = _end(walk);
    // `maxAge` is the largest gap here. A round later than the expiry has no step; it is nobody's start round either.
    uint256 gap = Math.saturatingSub(walk.until, walk.since);
    require(gap <= config.maxAge, IExpiryPrice.RoundGap(aggregator, roundId, gap, config.maxAge));
  }

  /// @dev Where the step ends: with the next round, or with the expiry where that one is later or absent.
  function _end(Walk memory walk) private view returns (uint256) {
    address aggregator = walk.config.aggregator;
    uint80 nextId = walk.roundId + 1;
    (bool exists, AggregatorCall.Round memory round) = _find(aggregator, nextId);
    if (exists) {
      require(
        round.updatedAt >= walk.since,
        IExpiryPrice.RoundsOutOfOrder(aggregator, nextId, round.updatedAt, walk.since)
      );
      return round.updatedAt < walk.expiry ? round.updatedAt : walk.expiry;
    }
    // In the live phase a round that is absent while later ones exist is a hole in the data, not the end of it.
    require(
      phaseOf(nextId) != phaseOf(walk.latestId) || nextId > walk.latestId,
      IExpiryPrice.RoundMissing(aggregator, nextId)
    );
    return walk.expiry;
  }

  /// @dev An absent round reverts on some aggregators and is zeros on others; one that is begun and not answered has no
  /// `updatedAt`. A call that fails for the caller's lack of gas is neither: `BoundedCall` reverts.
  function _find(
    address aggregator,
    uint80 roundId
  ) private view returns (bool exists, AggregatorCall.Round memory round) {
    (exists, round) = AggregatorCall.roundOf(aggregator, roundId);
    exists = exists && round.updatedAt != 0 && round.id == roundId;
  }
}
