// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IRealisedVolatility
/// @notice Exponentially weighted realised volatility of a market's spot, updated by anyone.
/// @dev An update takes effect in the next block. It may raise an ask and bound reports; it never enters fair value, NAV or bids.
///
/// With r = ln(P/P₀) over dt seconds and d = 2^(−dt/half-life), the yearly variance goes to
/// d·variance + (1 − d)·min(r², (outlier·σ)²·max(dt, 1 hour)/365 days + (2·c)²)·365 days/dt, c being the feed's confidence.
/// Irregular steps weigh by the time that they cover, so the estimate does not depend on how often it is updated, while
/// the time between two updates is short beside the half-life; and one observation, however wild, moves it by a bounded
/// amount. What it cannot see is a price that goes and comes back between two updates: an honest keeper looks at least a few
/// times in the time in which the feed's price moves by its own deviation twice.
interface IRealisedVolatility {
  /// @notice The estimate moved.
  /// @param price the observation, WAD quote per underlying
  /// @param variance WAD a year
  /// @param volatility WAD a year, in effect from the next block on
  event VolatilityUpdated(uint256 price, uint256 variance, uint256 volatility);

  /// @notice The estimate in effect in this block, WAD a year: the constructor's seed before the first two observations, which
  /// the deployer takes from the market as it is then.
  function volatility() external view returns (uint256);

  /// @notice Takes the feed's price as the next observation; does nothing within the minimum spacing.
  /// @dev Reverts with the feed's named error where there is no price (invariant O1).
  function update() external;

  /// @notice The last observation.
  /// @return price WAD quote per underlying; zero before the first
  /// @return observedAt unix seconds
  function lastObservation() external view returns (uint256 price, uint256 observedAt);
}
