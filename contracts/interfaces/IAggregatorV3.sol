// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IAggregatorV3
/// @notice What Bulkhead reads of a Chainlink price aggregator, or of anything that answers like one.
/// @dev A Chainlink proxy puts its phase (the count of aggregators it has had) into the upper 16 bits of a round id:
/// `roundId = phase << 64 | aggregatorRoundId`. An aggregator without a proxy has phase 0.
interface IAggregatorV3 {
  /// @notice Decimals of every answer.
  function decimals() external view returns (uint8);

  /// @notice What is priced in what, for people.
  function description() external view returns (string memory);

  /// @notice One named round. A round that does not exist reverts on some aggregators and is all zeros on others.
  /// @param roundId phase and round
  /// @return id the round asked for
  /// @return answer price, in `decimals`
  /// @return startedAt unix seconds
  /// @return updatedAt unix seconds of the block that brought the answer; zero while the round is incomplete
  /// @return answeredInRound the round whose answer this is; below `id` where an old answer was carried over
  function getRoundData(
    uint80 roundId
  ) external view returns (uint80 id, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);

  /// @notice The latest round, in the same terms as `getRoundData`.
  /// @dev An L2 sequencer uptime feed answers 0 for up and 1 for down, `startedAt` being the time of the last change.
  function latestRoundData()
    external
    view
    returns (uint80 id, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
}
