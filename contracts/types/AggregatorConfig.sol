// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice One aggregator and the terms on which its answers count.
struct AggregatorConfig {
  /// An `IAggregatorV3`.
  address aggregator;
  /// Heartbeat plus grace, seconds: an answer older than this is stale, and so is a round that stood for longer.
  uint256 maxAge;
  /// The aggregator's own clamp, in its decimals; an answer at or below it is refused. Zero where there is none.
  int256 lowest;
  /// The aggregator's own clamp, in its decimals; an answer at or above it is refused. The largest int128 where there is none.
  int256 highest;
}
