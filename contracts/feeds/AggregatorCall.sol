// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAggregatorV3} from "../interfaces/IAggregatorV3.sol";
import {BoundedCall} from "./BoundedCall.sol";

/// @title AggregatorCall
/// @notice Reads of an aggregator that may be broken, by `BoundedCall`.
library AggregatorCall {
  /// @dev A round as an aggregator returns it: five words, unchecked.
  struct Round {
    uint256 id;
    int256 answer;
    uint256 startedAt;
    uint256 updatedAt;
    uint256 answeredInRound;
  }

  /// @dev Gas of one read; Chainlink's proxies take about 15,000, all cold.
  uint256 private constant READ_GAS = 100_000;
  uint256 private constant ROUND_BYTES = 160;
  uint256 private constant WORD_BYTES = 32;

  /// @notice The latest round, complete or not.
  function latest(address aggregator) internal view returns (bool answered, Round memory round) {
    bytes4 selector = IAggregatorV3.latestRoundData.selector;
    answered = BoundedCall.readInto(aggregator, READ_GAS, selector, _pointer(round), ROUND_BYTES);
  }

  /// @notice One named round, existing or not.
  function roundOf(address aggregator, uint80 roundId) internal view returns (bool answered, Round memory round) {
    bytes4 selector = IAggregatorV3.getRoundData.selector;
    answered = BoundedCall.readInto(aggregator, READ_GAS, selector, roundId, _pointer(round), ROUND_BYTES);
  }

  /// @notice The decimals of the answers.
  function decimalsOf(address aggregator) internal view returns (bool answered, uint256 decimals) {
    uint256[1] memory word;
    uint256 pointer;
    assembly ("memory-safe") {
      pointer := word
    }
    answered = BoundedCall.readInto(aggregator, READ_GAS, IAggregatorV3.decimals.selector, pointer, WORD_BYTES);
    decimals = word[0];
  }

  /// @dev A struct of five words lies in memory as it is returned.
  function _pointer(Round memory round) private pure returns (uint256 pointer) {
    assembly ("memory-safe") {
      pointer := round
    }
  }
}
