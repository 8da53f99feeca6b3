// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockSource} from "./MockSource.sol";
import {PriceReading} from "../../contracts/types/PriceReading.sol";

/// @title MockSignedSpot
/// @notice A signed spot that says whatever a test wants, in whatever way, to every number.
contract MockSignedSpot {
  MockSource private immutable SOURCE = new MockSource(0, 0);
  uint256 public maxAge = 30;

  function set(uint256 price, uint256 confidence, uint256 updatedAt) external {
    SOURCE.set(price, confidence, updatedAt);
  }

  function setBehaviour(MockSource.Behaviour behaviour) external {
    SOURCE.setBehaviour(behaviour);
  }

  function setMaxAge(uint256 maxAge_) external {
    maxAge = maxAge_;
  }

  /// @dev Passes on what the source does, bombs included.
  function readAt(uint256) external view returns (PriceReading memory) {
    bytes memory input = abi.encodeCall(MockSource.read, ());
    address source = address(SOURCE);
    assembly ("memory-safe") {
      let ok := staticcall(gas(), source, add(input, 0x20), mload(input), 0, 0)
      let to := mload(0x40)
      returndatacopy(to, 0, returndatasize())
      switch ok
      case 0 {
        revert(to, returndatasize())
      }
      default {
        return(to, returndatasize())
      }
    }
  }
}
