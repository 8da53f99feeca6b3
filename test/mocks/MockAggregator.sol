// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SettableAggregator} from "../../contracts/devnet/SettableAggregator.sol";

/// @title MockAggregator
/// @notice `SettableAggregator` for tests: anyone sets it, and it can misbehave in every way that attack A3 names.
contract MockAggregator is SettableAggregator {
  /// How `latestRoundData` and `getRoundData` answer.
  enum Behaviour {
    Honest,
    Revert,
    RevertWithReason,
    BurnGas,
    RevertBomb,
    ReturnBomb,
    ReturnShort
  }

  /// How a round that does not exist answers.
  enum AbsentRound {
    Zeros,
    Revert
  }

  uint256 private constant BOMB_BYTES = 200_000;

  Behaviour public behaviour;
  AbsentRound public absentRound;

  constructor(
    uint8 decimals_,
    int256 initialAnswer
  ) SettableAggregator(decimals_, "mock", initialAnswer, address(0xdead)) {}

  function setBehaviour(Behaviour behaviour_) external {
    behaviour = behaviour_;
  }

  function setAbsentRound(AbsentRound absentRound_) external {
    absentRound = absentRound_;
  }

  /// @notice Changes the decimals within the phase.
  function setDecimals(uint8 decimals_) external {
    decimals = decimals_;
  }

  /// @notice The proxy points at its next aggregator, which has no round yet.
  function newPhase() external returns (uint16) {
    latestRound = 0;
    return ++phaseId;
  }

  /// @notice Goes to any phase; 0 is an aggregator without a proxy. The phase has no round yet.
  function setPhase(uint16 phaseId_) external {
    phaseId = phaseId_;
    latestRound = 0;
  }

  /// @notice Goes to a phase that has rounds already.
  function setLatest(uint16 phaseId_, uint40 latestRound_) external {
    phaseId = phaseId_;
    latestRound = latestRound_;
  }

  /// @notice The next round, with whatever in it, in order or not.
  function pushRaw(
    int256 answer,
    uint256 startedAt,
    uint256 updatedAt,
    uint40 answeredInRound
  ) external returns (uint80 roundId) {
    roundId = roundIdOf(phaseId, ++latestRound);
    rounds[roundId] = Round(int128(answer), uint40(startedAt), uint40(updatedAt), answeredInRound);
  }

  /// @notice Any round of any phase, with whatever in it; the latest round stays.
  function setRound(uint80 roundId, int256 answer, uint256 updatedAt, uint40 answeredInRound) external {
    rounds[roundId] = Round(int128(answer), uint40(updatedAt), uint40(updatedAt), answeredInRound);
  }

  /// @notice Forgets a round: it is absent afterwards.
  function removeRound(uint80 roundId) external {
    delete rounds[roundId];
  }

  function getRoundData(uint80 roundId) public view override returns (uint80, int256, uint256, uint256, uint80) {
    _misbehave();
    if (absentRound == AbsentRound.Revert && rounds[roundId].updatedAt == 0) revert("No data present");
    return super.getRoundData(roundId);
  }

  function _checkOwner() internal view override {}

  function _misbehave() private view {
    Behaviour how = behaviour;
    if (how == Behaviour.Honest) return;
    if (how == Behaviour.Revert) {
      assembly ("memory-safe") {
        revert(0, 0)
      }
    }
    if (how == Behaviour.RevertWithReason) revert("feed is down");
    if (how == Behaviour.BurnGas) {
      assembly ("memory-safe") {
        invalid()
      }
    }
    assembly ("memory-safe") {
      switch how
      case 4 {
        revert(0, BOMB_BYTES)
      }
      case 5 {
        return(0, BOMB_BYTES)
      }
      default {
        return(0, 64)
      }
    }
  }
}
