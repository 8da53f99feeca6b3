// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

/// @title IRealisedVolatility
/// @notice Exponentially weighted realised volatility of a market's spot, updated by anyone.
/// @dev An update takes effect in the next block. It may raise an ask and bound reports; it never enters fair value, NAV or bids.
interface IRealisedVolatility {
  /// @notice The estimate moved.
  event VolatilityUpdated(uint256 price, uint256 variance, uint256 volatility);

  /// @notice The estimate in effect in this block, WAD a year; zero before the first two observations.
  function volatility() external view returns (uint256);

  /// @notice Takes the feed's price as the next observation; does nothing within the minimum spacing.
  function update() external;
}
