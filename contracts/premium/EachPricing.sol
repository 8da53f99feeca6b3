// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MAX_EXPIRIES} from "../types/Book.sol";
import {EachQuote, SeriesPrice} from "../types/EachQuote.sol";
import {LegQuote} from "../types/LegQuote.sol";
import {OrderQuote} from "../types/OrderQuote.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {WatchedSeries} from "./BookPass.sol";
import {Intervals} from "./Intervals.sol";
import {OrderContext, OrderPricing} from "./OrderPricing.sol";

/// @title EachPricing
/// @notice Prices of many orders of one leg from one pass over the book, each as if it were the only one: `OrderPricing`'s own
/// steps, with the book's sums put back after every order.
library EachPricing {
  /// @dev What all orders share, and room for one.
  struct Run {
    OrderQuote quote;
    OrderPricing.Before before;
    OrderPricing.Totals totals;
    /// The book's, as before any order.
    RiskSums sums;
  }

  /// @notice Fills in every quantity of every series that the pass has watched.
  function price(OrderContext memory order, int256[] calldata quantities, EachQuote memory result) internal pure {
    Run memory run;
    OrderQuote memory quote = run.quote;
    OrderPricing.open(order, quote);
    (result.spot, result.surface, result.claim) = (quote.spot, quote.surface, quote.claim);
    (result.riskCapital, result.actualCapital) = (quote.capital.riskCapital, quote.capital.actual);
    run.before = OrderPricing.chargesBefore(order);
    _restore(run.sums, order.book.sums);
    uint256 count = order.legs.length;
    result.series = new SeriesPrice[](count);
    result.premiums = new int256[](count * quantities.length);
    result.fees = new uint256[](count * quantities.length);
    for (uint256 i; i < count; ++i) _priceSeries(order, run, i, quantities, result);
  }

  function _priceSeries(
    OrderContext memory order,
    Run memory run,
    uint256 index,
    int256[] calldata quantities,
    EachQuote memory result
  ) private pure {
    WatchedSeries memory leg = order.legs[index];
    LegQuote memory q;
    uint256 value = OrderPricing.describe(order.market, leg, q);
    result.series[index] = SeriesPrice(value, q.volatility, q.forward, q.spotDelta, q.greeks);
    uint256 next = index * quantities.length;
    for (uint256 j; j < quantities.length; ++j) {
      leg.quantity = quantities[j];
      _priceOne(order, run, leg, q, value);
      (result.premiums[next], result.fees[next]) = (run.quote.premium, run.quote.fee);
      ++next;
    }
  }

  /// @dev One order, after which the book's sums are as they were.
  function _priceOne(
    OrderContext memory order,
    Run memory run,
    WatchedSeries memory leg,
    LegQuote memory q,
    uint256 value
  ) private pure {
    OrderPricing.Totals memory totals = run.totals;
    (totals.own, totals.least, totals.buys, run.quote.fee) = (0, 0, false, 0);
    OrderPricing.priceLeg(order, leg, value, q, run.quote, totals);
    OrderPricing.conclude(order, run.quote, totals, run.before);
    _restore(order.book.sums, run.sums);
  }

  /// @dev Copies what an order moves: intervals stay.
  function _restore(RiskSums memory sums, RiskSums memory from) private pure {
    (sums.spotMove, sums.volMove, sums.gammaMove) = (from.spotMove, from.volMove, from.gammaMove);
    for (uint256 k; k < MAX_EXPIRIES; ++k) Intervals.set(sums.locked, k, Intervals.get(from.locked, k));
  }
}
