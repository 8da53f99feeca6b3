// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice One order against one series of a vault.
struct Trade {
  /// Unix seconds.
  uint256 expiry;
  /// WAD quote per underlying.
  uint256 strike;
  /// Options, WAD: positive where the trader buys (the vault writes), negative where the trader sells back.
  int256 quantity;
}
