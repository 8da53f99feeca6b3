// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PriceLevels} from "../../contracts/queue/PriceLevels.sol";

/// @notice The grid of minimum prices as calls.
contract PriceLevelsHarness {
  /// @notice What `count` levels from `first` on ask for.
  function pricesFrom(uint256 first, uint256 count) external pure returns (uint256[] memory prices) {
    prices = new uint256[](count);
    for (uint256 i; i < count; ++i) prices[i] = PriceLevels.priceOf(first + i);
  }

  function levelsOf(uint256[] calldata minimums) external pure returns (uint256[] memory levels) {
    levels = new uint256[](minimums.length);
    for (uint256 i; i < minimums.length; ++i) levels[i] = PriceLevels.levelOf(minimums[i]);
  }

  function highestMet(uint256[] calldata prices) external pure returns (uint256[] memory levels) {
    levels = new uint256[](prices.length);
    for (uint256 i; i < prices.length; ++i) levels[i] = PriceLevels.highestMet(prices[i]);
  }
}
