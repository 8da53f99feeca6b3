// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Greeks} from "./Greeks.sol";
import {LegQuote} from "./LegQuote.sol";
import {OrderQuote} from "./OrderQuote.sol";
import {SurfaceStatus} from "./SurfaceStatus.sol";

/// @notice The price of one trade and what it is made of: an `OrderQuote` of one leg, flat. Amounts in WAD collateral.
struct Quote {
  /// Buying: what the trader pays, rounded up. Selling: what the trader gets, rounded down, zero where fees exceed value.
  uint256 premium;
  /// q·v at the fair volatility, before any clamp.
  uint256 fair;
  /// Change of the certainty-equivalent part of R, as charged (see `OrderQuote`).
  int256 moveCharge;
  /// Change of the rent part of R, likewise.
  int256 rentCharge;
  /// All fees (see `IPremiumOracle`), before clamps.
  uint256 fee;
  /// What the clamps in the vault's favour added to an ask or took from a bid.
  uint256 clamp;
  /// Fair volatility of the series, WAD a year.
  uint256 volatility;
  /// Spot and forward, WAD quote per underlying.
  uint256 spot;
  uint256 forward;
  /// Black-Scholes spot delta of one option at fixed volatility, WAD: 0 .. 1 for a call, −1 .. 0 for a put.
  int256 spotDelta;
  /// Of one option held, WAD collateral.
  Greeks greeks;
  SurfaceStatus surface;
  /// Σ n·v before the trade.
  int256 bookValue;
  /// E and a after this block's step (the trade itself does not move them).
  uint256 riskCapital;
  uint256 actualCapital;
  /// What of NAV redeem requests claim.
  uint256 claim;
  /// R(E_low) before and after the trade, without stress.
  uint256 chargeBefore;
  uint256 chargeAfter;
  /// Worst case of the whole book before and after.
  uint256 lockBefore;
  uint256 lockAfter;
}

/// @notice An order of one leg as a `Quote`; the locks, which are the vault's own sums, stay zero.
/// @param buys whether the leg buys
function toQuote(OrderQuote memory order, bool buys) pure returns (Quote memory q) {
  LegQuote memory leg = order.legs[0];
  if (buys) q.premium = order.premium > 0 ? uint256(order.premium) : 0;
  else q.premium = order.premium < 0 ? uint256(-order.premium) : 0;
  (q.fair, q.moveCharge, q.rentCharge) = (leg.fair, order.moveCharge, order.rentCharge);
  (q.fee, q.clamp) = (order.fee, order.clamp + leg.clamp);
  (q.volatility, q.spot, q.forward, q.spotDelta) = (leg.volatility, order.spot, leg.forward, leg.spotDelta);
  (q.greeks, q.surface, q.bookValue) = (leg.greeks, order.surface, order.valueBefore);
  (q.riskCapital, q.actualCapital) = (order.capital.riskCapital, order.capital.actual);
  (q.claim, q.chargeBefore, q.chargeAfter) = (order.claim, order.chargeBefore, order.chargeAfter);
}
