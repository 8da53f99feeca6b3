// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Assessment} from "../types/Assessment.sol";
import {MAX_EXPIRIES} from "../types/Book.sol";
import {EachQuote, SeriesPrice} from "../types/EachQuote.sol";
import {LegQuote} from "../types/LegQuote.sol";
import {OrderQuote} from "../types/OrderQuote.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {Blank} from "./Blank.sol";
import {WatchedSeries} from "./BookPass.sol";
import {NettedExpiries} from "./NettedExpiry.sol";
import {OrderContext, OrderPricing} from "./OrderPricing.sol";
import {RiskCharge} from "./RiskCharge.sol";

/// @title EachPricing
/// @notice Prices of many orders of one leg from one pass over the book, each as if it were the only one, to the last unit what
/// `OrderPricing` says. The book's sums stay as they are: what an order adds to them is looked at beside them, and only the
/// intervals until its own expiry are charged anew.
library EachPricing {
  /// @dev What the book is charged before any order at one capital.
  struct At {
    uint256 capital;
    uint256 move;
    uint256 rent;
    uint256[MAX_EXPIRIES] tails;
  }

  /// @dev What all orders share, and room for one.
  struct Run {
    OrderQuote quote;
    OrderPricing.Totals totals;
    LegQuote q;
    /// Where rent is dearest for sales, E_dep, and for purchases, E_low once the redeem requests' claim has left.
    At rebated;
    At claimed;
    /// Moves of the book after the order.
    RiskSums moved;
  }

  /// @notice Fills in every quantity of every series that the pass has watched.
  function price(OrderContext memory order, int256[] calldata quantities, EachQuote memory result) internal pure {
    Run memory run;
    Assessment memory book = order.book;
    OrderPricing.open(order, run.quote);
    (result.spot, result.surface, result.claim) = (order.market.spot, order.market.surface, book.claim);
    (result.riskCapital, result.actualCapital) = (book.capital.riskCapital, book.capital.actual);
    run.rebated = _at(order, book.depositCapital);
    uint256 claimed = OrderPricing.claimedCapital(book);
    run.claimed = claimed == book.depositCapital ? run.rebated : _at(order, claimed);
    uint256 count = order.legs.length;
    result.series = Blank.prices(count);
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
    SeriesPrice memory series = result.series[index];
    LegQuote memory q = run.q;
    (q.greeks, q.volatility) = (series.greeks, 0);
    OrderPricing.describe(order, leg, q);
    (series.fair, series.volatility, series.forward, series.spotDelta) = (
      leg.value,
      q.volatility,
      q.forward,
      q.spotDelta
    );
    (int256[] memory premiums, uint256[] memory fees) = (result.premiums, result.fees);
    // At most 256 trades.
    unchecked {
      uint256 next = index * quantities.length;
      for (uint256 j; j < quantities.length; ++j) {
        leg.quantity = quantities[j];
        _priceOne(order, run, leg);
        (premiums[next], fees[next]) = (run.quote.premium, run.quote.fee);
        ++next;
      }
    }
  }

  function _priceOne(OrderContext memory order, Run memory run, WatchedSeries memory leg) private pure {
    OrderPricing.Totals memory totals = run.totals;
    OrderQuote memory quote = run.quote;
    (totals.own, totals.least, totals.buys, totals.sells, quote.fee) = (0, 0, false, false, 0);
    int256 lock = int256(OrderPricing.priceLeg(order, leg, run.q, quote, totals));
    if (!totals.buys) lock = -lock;
    if (leg.netted.length != 0) lock = _netChange(leg);
    _moveSums(order.book.sums, run, leg);
    uint256 doubled = RiskCharge.doubledVariance(run.moved, order.params.spotVolCorrelation);
    // Where each part is dearest, see `OrderPricing`.
    quote.moveCharge = _moveChange(order, run, doubled, totals.buys);
    At memory base = totals.buys ? run.claimed : run.rebated;
    uint256 rent = RiskCharge.rentAfter(
      order.book.sums,
      base.tails,
      order.params.capacityRent,
      base.capital,
      leg.index,
      lock
    );
    quote.rentCharge = int256(rent) - int256(base.rent);
    OrderPricing.conclude(order.params, quote, totals);
  }

  /// @notice Change of the lock of an expiry whose series cover each other, which stays as it is, WAD collateral.
  function _netChange(WatchedSeries memory leg) private pure returns (int256 change) {
    change = NettedExpiries.move(leg.netted[0], leg.strike, leg.quantity);
    NettedExpiries.move(leg.netted[0], leg.strike, -leg.quantity);
  }

  /// @notice Change of the certainty equivalent where it is dearest, WAD collateral.
  function _moveChange(
    OrderContext memory order,
    Run memory run,
    uint256 doubled,
    bool buys
  ) private pure returns (int256) {
    Assessment memory book = order.book;
    (uint256 capital, uint256 before) = (run.rebated.capital, run.rebated.move);
    // As `OrderPricing.moveCapital` has it.
    if (doubled >= order.doubledVariance) {
      (capital, before) = buys ? (run.claimed.capital, run.claimed.move) : (book.lowCapital, book.moveCharge);
    }
    return int256(RiskCharge.moveChargeOf(doubled, order.params.riskAversion, capital)) - int256(before);
  }

  function _moveSums(RiskSums memory sums, Run memory run, WatchedSeries memory leg) private pure {
    (int256 spotMove, int256 volMove, int256 gammaMove) = OrderPricing.movesOf(leg);
    RiskSums memory moved = run.moved;
    unchecked {
      moved.spotMove = sums.spotMove + spotMove;
      moved.volMove = sums.volMove + volMove;
      moved.gammaMove = sums.gammaMove + gammaMove;
    }
  }

  function _at(OrderContext memory order, uint256 capital) private pure returns (At memory base) {
    RiskSums memory sums = order.book.sums;
    base.capital = capital;
    base.move = RiskCharge.moveChargeOf(order.doubledVariance, order.params.riskAversion, capital);
    base.rent = RiskCharge.rentCharge(sums, order.params.capacityRent, capital);
    base.tails = RiskCharge.rentTails(sums, capital);
  }
}
