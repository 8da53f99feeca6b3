// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Greeks} from "./Greeks.sol";
import {SurfaceStatus} from "./SurfaceStatus.sol";

/// @notice What one series is worth, whatever the trade.
struct SeriesPrice {
  /// Fair value of one option, WAD collateral, rounded up.
  uint256 fair;
  /// Fair volatility of the series, WAD a year.
  uint256 volatility;
  /// WAD quote per underlying.
  uint256 forward;
  /// Black-Scholes spot delta of one option at fixed volatility, WAD: 0 .. 1 for a call, −1 .. 0 for a put.
  int256 spotDelta;
  /// Of one option held, WAD collateral.
  Greeks greeks;
}

/// @notice Prices of many trades, each an order of its own against the same book: every quantity of every series. WAD collateral.
/// @dev The trade of quantity j of series i stands at i·quantities + j.
struct EachQuote {
  /// WAD quote per underlying.
  uint256 spot;
  SurfaceStatus surface;
  /// E and a after this block's step.
  uint256 riskCapital;
  uint256 actualCapital;
  /// What of NAV redeem requests claim.
  uint256 claim;
  /// One a series.
  SeriesPrice[] series;
  /// As `OrderQuote.premium`: paid (positive, rounded up) or received (negative, rounded down). One a trade.
  int256[] premiums;
  /// As `OrderQuote.fee`, one a trade.
  uint256[] fees;
}
