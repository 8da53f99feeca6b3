// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AggregatorConfig} from "../types/AggregatorConfig.sol";
import {IPriceSource} from "./IPriceSource.sol";

/// @title IAggregatorSource
/// @notice A source whose readings are one aggregator's latest answers and nothing else: a feed that has no other may read the
/// aggregator itself, and asks the source only where there is no price, for the reason.
interface IAggregatorSource is IPriceSource {
  /// @notice All that `read` follows from besides the aggregator's answer. Fixed at construction.
  /// @return config the aggregator and the terms on which its answers count
  /// @return decimals of the answers, at most 18: an aggregator that has others now has no price
  /// @return deviation confidence of every reading, WAD fraction
  function directTerms() external view returns (AggregatorConfig memory config, uint256 decimals, uint256 deviation);
}
