// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A market's spot price as its reporters sign it, with their signatures: what an order brings along.
struct SignedPrice {
  /// Quote per underlying, WAD.
  uint256 price;
  /// Unix seconds at which the reporters saw it; also the price's number.
  uint256 observedAt;
  /// At least the threshold's, ascending by signer.
  bytes[] signatures;
}
