// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PriceReading} from "../types/PriceReading.sol";

/// @title IPriceSource
/// @notice One provider's price of one market, in WAD quote per underlying. One adapter a file, under `feeds/adapters`.
/// @dev `read` reverts by a named error where the provider's answer cannot be trusted; `PriceFeed` bounds the gas and the
/// return data of the call and decides by quorum, so that one broken source cannot block the others.
interface IPriceSource {
  /// @notice The aggregator reverted, burned its gas or returned too little.
  /// @param reason the first 256 bytes of what it returned or reverted with
  error AggregatorFailed(address aggregator, bytes reason);
  /// @notice The answer is zero or negative.
  error NonPositiveAnswer(address aggregator, int256 answer);
  /// @notice The answer is at or beyond the aggregator's own clamp: the true price may be anywhere past it.
  /// @param lowest in the aggregator's decimals
  /// @param highest in the aggregator's decimals
  error AnswerClamped(address aggregator, int256 answer, int256 lowest, int256 highest);
  /// @notice The round has no answer yet, or carries over an older round's.
  error IncompleteRound(address aggregator, uint256 roundId, uint256 updatedAt, uint256 answeredInRound);
  /// @notice The round is dated later than this block.
  error FutureRound(address aggregator, uint256 updatedAt, uint256 timestamp);
  /// @notice The answer is older than heartbeat and grace allow.
  error StaleAnswer(address aggregator, uint256 updatedAt, uint256 maxAge);
  /// @notice The aggregator's decimals are not what they were at construction: the answer would be read a power of ten off.
  error DecimalsChanged(address aggregator, uint256 expected, uint256 actual);

  /// @notice The provider's current price.
  /// @return reading price (WAD), the provider's own deviation threshold as confidence (WAD fraction), and the time of
  /// the oldest observation used (unix seconds).
  function read() external view returns (PriceReading memory reading);

  /// @notice Seconds after which a reading of this source is stale.
  function maxAge() external view returns (uint256);

  /// @notice The last second at which `read` still answers if the provider brings nothing new until then.
  /// @dev A source that cannot know that second names one before it. Reverts with the error of `read` where that has no
  /// answer now. Nothing that moves tokens asks for it.
  /// @return unix seconds, not before now; the largest number where only something new ends it
  function freshUntil() external view returns (uint256);
}
