// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A price with what is known about how good it is.
struct PriceReading {
  /// Quote per underlying, WAD.
  uint256 price;
  /// Half-width of what the true price may be, as a WAD fraction of `price`.
  uint256 confidence;
  /// Unix seconds of the oldest observation that entered the price.
  uint256 updatedAt;
}
