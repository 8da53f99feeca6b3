// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAggregatorV3} from "../interfaces/IAggregatorV3.sol";
import {AggregatorConfig} from "../types/AggregatorConfig.sol";
import {ParameterBounds} from "./ParameterBounds.sol";

/// @title AggregatorTerms
/// @notice The hard bounds of the terms on which an aggregator's answers count.
library AggregatorTerms {
  /// @dev An answer of 18 decimals is a WAD already; none in use has more.
  uint256 private constant MAX_DECIMALS = 18;
  uint256 private constant MIN_AGE_SECONDS = 1 minutes;
  uint256 private constant MAX_AGE_SECONDS = 2 days;
  /// @dev Answers below 2¹²⁷ leave room for every scale in use.
  uint256 private constant MAX_ANSWER = uint128(type(int128).max);

  /// @notice Reverts with `ParameterOutOfRange` unless every term lies within its bounds.
  /// @return decimals of the aggregator's answers
  function validate(AggregatorConfig memory config) internal view returns (uint8 decimals) {
    ParameterBounds.requireWithin("maxAge", config.maxAge, MIN_AGE_SECONDS, MAX_AGE_SECONDS);
    // A negative bound turns into a number above every ceiling.
    ParameterBounds.requireWithin("lowest", uint256(config.lowest), 0, MAX_ANSWER - 1);
    ParameterBounds.requireWithin("highest", uint256(config.highest), uint256(config.lowest) + 1, MAX_ANSWER);
    decimals = IAggregatorV3(config.aggregator).decimals();
    ParameterBounds.requireWithin("decimals", decimals, 0, MAX_DECIMALS);
  }
}
