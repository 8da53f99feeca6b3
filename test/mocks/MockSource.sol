// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPriceSource} from "../../contracts/interfaces/IPriceSource.sol";
import {PriceReading} from "../../contracts/types/PriceReading.sol";

/// @title MockSource
/// @notice A price source that says whatever a test wants, in whatever way.
contract MockSource is IPriceSource {
  enum Behaviour {
    Honest,
    Revert,
    RevertWithReason,
    BurnGas,
    RevertBomb,
    ReturnBomb,
    ReturnShort
  }

  error Broken(uint256 code);

  uint256 private constant BOMB_BYTES = 200_000;

  uint256 public maxAge = 1 hours;
  Behaviour public behaviour;
  uint256 public spend;
  PriceReading private reading;

  constructor(uint256 price, uint256 confidence) {
    set(price, confidence, block.timestamp);
  }

  function set(uint256 price, uint256 confidence, uint256 updatedAt) public {
    reading = PriceReading(price, confidence, updatedAt);
  }

  function setBehaviour(Behaviour behaviour_) external {
    behaviour = behaviour_;
  }

  /// @notice Gas that an honest answer takes.
  function setSpend(uint256 spend_) external {
    spend = spend_;
  }

  bool public freshUntilReverts;

  /// @notice The source answers `read` and not `freshUntil`, as one made for an older interface would.
  function setFreshUntilReverts(bool reverts) external {
    freshUntilReverts = reverts;
  }

  function freshUntil() external view returns (uint256) {
    if (freshUntilReverts) revert Broken(7);
    return reading.updatedAt + maxAge;
  }

  function setMaxAge(uint256 maxAge_) external {
    maxAge = maxAge_;
  }

  function read() external view returns (PriceReading memory) {
    Behaviour how = behaviour;
    uint256 start = gasleft();
    while (start - gasleft() < spend) {}
    if (how == Behaviour.Honest) return reading;
    if (how == Behaviour.RevertWithReason) revert Broken(42);
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
      case 6 {
        return(0, 64)
      }
      default {
        revert(0, 0)
      }
    }
  }
}
