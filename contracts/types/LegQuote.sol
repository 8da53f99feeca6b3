// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Greeks} from "./Greeks.sol";

/// @notice One leg of an order: what it costs or pays by itself, without its part of the order's risk charge. WAD collateral.
struct LegQuote {
  /// Buying: q·v + fee, at least its floor. Selling: what q·v − fee leaves, at most its ceiling.
  uint256 amount;
  /// q·v at the fair volatility.
  uint256 fair;
  /// The leg's own fees: f or g, lock, and the feeds' uncertainty.
  uint256 fee;
  /// What the clamps in the vault's favour added to an ask or took from a bid.
  uint256 clamp;
  /// Fair volatility of the series, WAD a year.
  uint256 volatility;
  /// WAD quote per underlying.
  uint256 forward;
  /// Black-Scholes spot delta of one option at fixed volatility, WAD: 0 .. 1 for a call, −1 .. 0 for a put.
  int256 spotDelta;
  /// Of one option held, WAD collateral.
  Greeks greeks;
}
