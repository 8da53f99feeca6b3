// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IAggregatorV3} from "../interfaces/IAggregatorV3.sol";

/// @title SettableAggregator
/// @notice A price aggregator whose owner sets the answers, with Chainlink's rounds and phases.
/// @dev For local and test networks only: never a source of a market that holds value. A round that does not exist is
/// all zeros, as on Chainlink's current aggregators.
contract SettableAggregator is IAggregatorV3, Ownable {
  /// @dev One slot up to `answeredInRound`; an answer fits 128 bits at any decimals in use.
  struct Round {
    int128 answer;
    uint40 startedAt;
    uint40 updatedAt;
    uint40 answeredInRound;
  }

  /// @dev Position of the phase inside a round id.
  uint80 internal constant PHASE_OFFSET = 64;

  /// @notice A round was added; the field names are those of Chainlink's own event.
  event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

  /// @notice Rounds are brought in the order of their time.
  error RoundOutOfOrder(uint256 updatedAt, uint256 latest);

  /// @inheritdoc IAggregatorV3
  uint8 public decimals;
  /// @notice The current phase.
  uint16 public phaseId = 1;
  /// @notice The latest round of the current phase, without the phase bits; zero before the first.
  uint40 public latestRound;
  /// @inheritdoc IAggregatorV3
  string public description;

  mapping(uint80 roundId => Round round) internal rounds;

  /// @param decimals_ decimals of every answer
  /// @param description_ what is priced in what
  /// @param initialAnswer answer of round 1, dated now
  /// @param owner_ who may set answers
  constructor(uint8 decimals_, string memory description_, int256 initialAnswer, address owner_) Ownable(owner_) {
    decimals = decimals_;
    description = description_;
    _add(initialAnswer, block.timestamp);
  }

  /// @notice Adds a round dated now.
  function push(int256 answer) external onlyOwner returns (uint80 roundId) {
    return _add(answer, block.timestamp);
  }

  /// @notice Adds a round with a date of its own, not before the latest one's.
  /// @param answer price, in `decimals`
  /// @param updatedAt unix seconds
  function pushAt(int256 answer, uint256 updatedAt) external onlyOwner returns (uint80 roundId) {
    return _add(answer, updatedAt);
  }

  /// @inheritdoc IAggregatorV3
  function getRoundData(uint80 roundId) public view virtual returns (uint80, int256, uint256, uint256, uint80) {
    Round memory round = rounds[roundId];
    if (round.updatedAt == 0 && round.startedAt == 0) return (roundId, 0, 0, 0, 0);
    uint80 phaseBits = (roundId >> PHASE_OFFSET) << PHASE_OFFSET;
    return (roundId, round.answer, round.startedAt, round.updatedAt, phaseBits | round.answeredInRound);
  }

  /// @inheritdoc IAggregatorV3
  function latestRoundData() external view virtual returns (uint80, int256, uint256, uint256, uint80) {
    return getRoundData(latestRoundId());
  }

  /// @notice The latest round, phase bits included.
  function latestRoundId() public view returns (uint80) {
    return roundIdOf(phaseId, latestRound);
  }

  /// @notice A round id from its parts.
  function roundIdOf(uint16 phase, uint64 round) public pure returns (uint80) {
    return (uint80(phase) << PHASE_OFFSET) | round;
  }

  function _add(int256 answer, uint256 updatedAt) internal returns (uint80 roundId) {
    uint256 latest = rounds[latestRoundId()].updatedAt;
    require(updatedAt >= latest, RoundOutOfOrder(updatedAt, latest));
    uint40 round = ++latestRound;
    roundId = roundIdOf(phaseId, round);
    rounds[roundId] = Round(SafeCast.toInt128(answer), SafeCast.toUint40(updatedAt), uint40(updatedAt), round);
    emit AnswerUpdated(answer, roundId, updatedAt);
  }
}
