// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

/// @title IExpiryPrice
/// @notice The settlement price of each expiry: the time average of the step function P(t) = answer of the last round
/// with updatedAt ≤ t over the averaging window before expiry, fixed once, from a proof that anyone may bring.
interface IExpiryPrice {
  /// @notice An expiry's settlement price is fixed, for good.
  /// @param expiry unix seconds
  /// @param price WAD quote per underlying
  /// @param fallbackUsed true where the timelocked fallback fixed it
  event ExpiryPriceFixed(uint256 indexed expiry, uint256 price, bool fallbackUsed);

  /// @notice Length of the averaging window before expiry, seconds.
  function averagingWindow() external view returns (uint256);

  /// @notice The settlement price, WAD quote per underlying; zero while it is not fixed. Never changes once non-zero.
  function priceOf(uint256 expiry) external view returns (uint256);
}
