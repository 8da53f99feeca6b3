// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Panic} from "@openzeppelin/contracts/utils/Panic.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {RawDivision} from "../math/RawDivision.sol";
import {Assessment} from "../types/Assessment.sol";
import {Greeks} from "../types/Greeks.sol";
import {LegQuote} from "../types/LegQuote.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {OrderQuote} from "../types/OrderQuote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {Blank} from "./Blank.sol";
import {BookPass, WatchedSeries} from "./BookPass.sol";
import {ExpiryPricing, ExpiryTerms} from "./ExpiryTerms.sol";
import {Intervals} from "./Intervals.sol";
import {Market, WAD} from "./Market.sol";
import {NettedExpiries} from "./NettedExpiry.sol";
import {OptionPricing} from "./OptionPricing.sol";
import {RiskCapital} from "./RiskCapital.sol";
import {RiskCharge} from "./RiskCharge.sol";
import {WadMath} from "./WadMath.sol";

/// @notice All that the price of an order follows from.
struct OrderContext {
  Market market;
  RiskParams params;
  /// The book before the order. Its sums are moved to those after it.
  Assessment book;
  /// The legs, each priced by the pass over the book.
  WatchedSeries[] legs;
  /// Realised volatility, WAD a year; zero where no leg buys.
  uint256 realised;
  /// 2·Var of the book before the order, see `RiskCharge`.
  uint256 doubledVariance;
}

/// @title OrderPricing
/// @notice The price of an order from what the pass over the book found. Each leg has a part of its own, and all legs together
/// one change of the risk charge:
/// ```
/// buys     own = max(q·v + fee, q·intrinsic, q·v(realised volatility), 1e-18)
/// sells    own = max(0, min(q·v − fee, own lock, q·discounted largest payoff))
/// fee      = q·min(f·S', g·v) + min(f_lock·(own lock), g·q·v) + q·(c_S·|D| + ½·c_S²·|G| + c_σ·V)
///          S' = spot in collateral
/// Δmove    = the larger of its changes at E_low and at E_dep; Δrent likewise; ΔR = Δmove + Δrent
/// net      = Σ buys' own − Σ sells' own + ΔR (s·ΔR where positive and a leg buys) + ρ_f·|ΔR|,
///            at least Σ buys' floors − Σ sells' ceilings
/// ```
/// ΔR = R(after) − R(before) at one E, so that any way of slicing an order costs the same but for rounding and fees; each clamp
/// is a maximum or minimum of terms that add up over slices, so that slicing cannot pay there either. While redeem requests
/// wait, an order with a purchase in it is charged at E_low once their claim has left.
/// Which of two capitals is dearer is known beforehand: Var/E falls with E, and so does the slope of E·φ(L/E) in L. What adds to
/// variance or lock is dearest at the smaller capital, what takes from it at the larger. Only where legs lock and free
/// is rent looked at on both sides.
/// @dev Everything rounds for the vault.
library OrderPricing {
  /// @dev No amount of a leg, and no charge, is larger: sums of eight legs and their charges then stay below 2^255, and one look at
  /// all of them stands for one at every sum.
  uint256 private constant SUMMAND_BITS = 250;

  /// @dev Sums of one order, WAD collateral.
  struct Totals {
    /// Σ buys' own parts − Σ sells' own parts.
    int256 own;
    /// Σ buys' floors − Σ sells' ceilings.
    int256 least;
    bool buys;
    bool sells;
  }

  /// @dev The book before the order, wherever its charge is not at E_low.
  struct Before {
    /// Rent at E_dep, and at E_low once the redeem requests' claim has left, WAD collateral.
    uint256 rebatedRent;
    uint256 claimedCapital;
    uint256 claimedRent;
  }

  /// @notice Fills a quote with the order's price and parts.
  function price(OrderContext memory order, OrderQuote memory quote) internal pure {
    open(order, quote);
    Assessment memory book = order.book;
    uint256 count = order.legs.length;
    bool sells;
    for (uint256 i; i < count; ++i) if (order.legs[i].quantity <= 0) sells = true;
    // Before the legs move the book's sums.
    Before memory before = _before(order, sells);
    Totals memory totals;
    quote.legs = Blank.quotes(count);
    for (uint256 i; i < count; ++i) {
      WatchedSeries memory leg = order.legs[i];
      LegQuote memory q = quote.legs[i];
      describe(order, leg, q);
      uint256 lock = priceLeg(order, leg, q, quote, totals);
      _moveSums(book.sums, leg, lock);
    }
    _charge(order, quote, totals, before);
    conclude(order.params, quote, totals);
  }

  /// @notice What a quote says whatever the legs.
  function open(OrderContext memory order, OrderQuote memory quote) internal pure {
    Assessment memory book = order.book;
    (quote.spot, quote.surface, quote.claim) = (order.market.spot, order.market.surface, book.claim);
    quote.capital = book.capital;
    (quote.valueBefore, quote.valueAfter) = (book.value, book.value);
  }

  /// @notice E_low once the redeem requests' claim has left, at which purchases are charged.
  function claimedCapital(Assessment memory book) internal pure returns (uint256) {
    return book.claim == 0 ? book.lowCapital : RiskCapital.low(book.capital, book.claim);
  }

  /// @notice What an order costs, once its legs' own parts and its charges are there.
  function conclude(RiskParams memory params, OrderQuote memory quote, Totals memory totals) internal pure {
    int256 charge = quote.moveCharge + quote.rentCharge;
    uint256 chargeFee = WadMath.mulUp(params.chargeFee, SignedMath.abs(charge));
    if (totals.buys && charge > 0) charge = _stress(quote, charge, params.stress);
    _requireSummands(chargeFee | SignedMath.abs(charge));
    unchecked {
      quote.fee += chargeFee;
      int256 net = totals.own + charge + int256(chargeFee);
      int256 premium = SignedMath.max(net, totals.least);
      quote.premium = premium;
      quote.clamp = uint256(premium - net);
    }
  }

  /// @notice Prices one leg, which is described, by itself.
  /// @return lock its own, which it locks or frees where nothing covers it, WAD collateral
  function priceLeg(
    OrderContext memory order,
    WatchedSeries memory leg,
    LegQuote memory q,
    OrderQuote memory quote,
    Totals memory totals
  ) internal pure returns (uint256 lock) {
    bool buys = leg.quantity > 0;
    uint256 size = SignedMath.abs(leg.quantity);
    uint256 value = leg.value;
    if (!buys && value != 0) --value;
    q.fair = buys ? WadMath.mulUp(value, size) : WadMath.mulDown(value, size);
    lock = order.market.kind == OptionKind.Call ? size : WadMath.mulUp(size, leg.strike);
    uint256 fair = q.fair;
    uint256 fee = _fee(order, leg, size, lock);
    q.fee = fee;
    // The book's value is below 2^252.
    unchecked {
      if (buys) {
        uint256 floor = _floor(order, leg, q, size);
        _requireSummands(fair | fee | floor);
        totals.buys = true;
        quote.valueAfter += int256(fair);
        uint256 cost = fair + fee;
        uint256 amount = Math.max(cost, floor);
        q.amount = amount;
        q.clamp = amount - cost;
        totals.own += int256(amount);
        totals.least += int256(floor);
      } else {
        _requireSummands(fair | fee | lock);
        totals.sells = true;
        quote.valueAfter -= int256(fair);
        uint256 ceiling = Math.min(lock, WadMath.mulDown(_largestPayoff(order.market, leg), size));
        int256 own = SignedMath.min(int256(_saleValue(order, leg, q, size)) - int256(fee), int256(ceiling));
        q.clamp = uint256(int256(fair) - int256(fee) - own);
        q.amount = own > 0 ? uint256(own) : 0;
        totals.own -= own;
        totals.least -= int256(ceiling);
      }
      quote.fee += fee;
    }
  }

  /// @notice What a quote says about a leg's series, and the leg's parts of a price, whatever its quantity.
  function describe(OrderContext memory order, WatchedSeries memory leg, LegQuote memory q) internal pure {
    Market memory market = order.market;
    ExpiryTerms memory terms = leg.terms;
    Greeks memory greeks = q.greeks;
    q.forward = terms.forward;
    if (terms.tenor != 0) q.volatility = ExpiryPricing.toVolatility(leg.root, terms.rootTenor);
    q.spotDelta = OptionPricing.spotDelta(leg.totals, market, terms);
    uint256 value = uint256(OptionPricing.scale(leg.totals, market, terms, WAD, greeks));
    (greeks.theta, greeks.rho) = OptionPricing.timeGreeks(leg.totals, market, terms, WAD);
    uint256 cap = WadMath.mulUp(order.params.premiumFeeCap, value);
    uint256 unit = market.kind == OptionKind.Call ? WAD : market.spot;
    (leg.value, leg.feeCap) = (value, cap);
    leg.notionalFee = Math.min(WadMath.mulUp(order.params.notionalFee, unit), cap);
    leg.spotDoubt = RiskCharge.spotDoubt(greeks, order.book.spotConfidence);
    leg.volDoubt = WadMath.mulUp(order.book.volConfidence, SignedMath.abs(greeks.vega));
    (leg.spotMove, leg.volMove, leg.gammaMove) = BookPass.moves(terms, greeks);
  }

  /// @notice The leg's own fees, WAD collateral.
  /// @param lock the leg's own, which it locks or frees where nothing covers it, WAD collateral
  function _fee(
    OrderContext memory order,
    WatchedSeries memory leg,
    uint256 size,
    uint256 lock
  ) private pure returns (uint256 fee) {
    RiskParams memory params = order.params;
    uint256 doubt = leg.spotDoubt;
    if (!_isStaleBid(order, leg)) doubt += leg.volDoubt;
    // Doubled doubt makes opening dearer and nobody's way out.
    if (leg.quantity > 0) doubt = WadMath.mulUp(doubt, Math.max(params.confidenceFactor, WAD));
    fee = WadMath.mulUp(leg.notionalFee + doubt, size);
    fee += Math.min(WadMath.mulUp(params.lockFee, lock), WadMath.mulUp(leg.feeCap, size));
  }

  /// @notice The least that a purchase costs, WAD collateral: discounted intrinsic value, or value at realised volatility.
  function _floor(
    OrderContext memory order,
    WatchedSeries memory leg,
    LegQuote memory q,
    uint256 size
  ) private pure returns (uint256 floor) {
    floor = Math.max(WadMath.mulUp(_intrinsic(order.market, leg), size), 1);
    if (order.realised > q.volatility && leg.terms.tenor != 0) {
      floor = Math.max(floor, WadMath.mulUp(_valueAt(order.market, leg, order.realised) + 1, size));
    }
  }

  /// @notice What the vault takes options back at, before fees, WAD collateral: fair value, on a stale surface at most that at
  /// the volatility less its uncertainty.
  function _saleValue(
    OrderContext memory order,
    WatchedSeries memory leg,
    LegQuote memory q,
    uint256 size
  ) private pure returns (uint256) {
    if (!_isStaleBid(order, leg) || leg.terms.tenor == 0) return q.fair;
    uint256 volatility = Math.saturatingSub(q.volatility, order.book.volConfidence);
    return Math.min(q.fair, WadMath.mulDown(_valueAt(order.market, leg, volatility), size));
  }

  /// @notice Moves the book's sums by a leg: what it locks until its expiry, and its moves over the horizon.
  function _moveSums(RiskSums memory sums, WatchedSeries memory leg, uint256 lock) private pure {
    uint256[8] memory locked = sums.locked;
    (int256 spotMove, int256 volMove, int256 gammaMove) = movesOf(leg);
    int256 change = _lockChange(leg, lock);
    // What the book locks is below 2^213 and a leg's lock below 2^133, eight of them below 2^136.
    unchecked {
      for (uint256 k; k <= leg.index; ++k) {
        int256 left = int256(Intervals.get(locked, k)) + change;
        Intervals.set(locked, k, left > 0 ? uint256(left) : 0);
      }
      sums.spotMove += spotMove;
      sums.volMove += volMove;
      sums.gammaMove += gammaMove;
    }
  }

  /// @notice What a leg locks of the book's collateral, or frees (negative), WAD. In an expiry that locks the worst case of its series
  /// together the leg is then among them, so that the changes of several legs add up.
  /// @param lock the leg's own
  function _lockChange(WatchedSeries memory leg, uint256 lock) private pure returns (int256) {
    if (leg.netted.length != 0) return NettedExpiries.move(leg.netted[0], leg.strike, leg.quantity);
    return leg.quantity > 0 ? int256(lock) : -int256(lock);
  }

  /// @notice What a leg adds to the book's moves over the horizon.
  function movesOf(WatchedSeries memory leg) internal pure returns (int256 spotMove, int256 volMove, int256 gammaMove) {
    int256 unit = int256(WAD);
    // Moves are below 2^152 and quantities below 2^97.
    unchecked {
      int256 quantity = -leg.quantity;
      spotMove = RawDivision.sdiv(leg.spotMove * quantity, unit);
      volMove = RawDivision.sdiv(leg.volMove * quantity, unit);
      gammaMove = RawDivision.sdiv(leg.gammaMove * quantity, unit);
    }
  }

  /// @notice What the change of the risk charge is counted from; at E_low the pass has it already.
  /// @param sells whether any leg does: only then can rent be dearest at E_dep
  function _before(OrderContext memory order, bool sells) private pure returns (Before memory before) {
    Assessment memory book = order.book;
    RiskParams memory params = order.params;
    before.claimedCapital = claimedCapital(book);
    before.rebatedRent = book.rentCharge;
    before.claimedRent = book.rentCharge;
    if (sells && book.depositCapital != book.lowCapital) {
      before.rebatedRent = RiskCharge.rentCharge(book.sums, params.capacityRent, book.depositCapital);
    }
    if (before.claimedCapital != book.lowCapital) {
      before.claimedRent = RiskCharge.rentCharge(book.sums, params.capacityRent, before.claimedCapital);
    }
  }

  /// @notice The order's change of the risk charge, each part where it is dearest.
  function _charge(
    OrderContext memory order,
    OrderQuote memory quote,
    Totals memory totals,
    Before memory before
  ) private pure {
    Assessment memory book = order.book;
    RiskParams memory params = order.params;
    uint256 doubled = RiskCharge.doubledVariance(book.sums, params.spotVolCorrelation);
    uint256 move = RiskCharge.moveChargeOf(doubled, params.riskAversion, book.lowCapital);
    uint256 rent = RiskCharge.rentCharge(book.sums, params.capacityRent, book.lowCapital);
    quote.chargeBefore = book.moveCharge + book.rentCharge;
    quote.chargeAfter = move + rent;
    uint256 capital = moveCapital(book, totals.buys, doubled >= order.doubledVariance);
    if (capital == book.lowCapital) {
      quote.moveCharge = int256(move) - int256(book.moveCharge);
    } else {
      quote.moveCharge =
        int256(RiskCharge.moveChargeOf(doubled, params.riskAversion, capital)) -
        int256(RiskCharge.moveChargeOf(order.doubledVariance, params.riskAversion, capital));
    }
    quote.rentCharge = int256(rent) - int256(book.rentCharge);
    if (totals.sells) _raiseRent(order, quote, book.depositCapital, before.rebatedRent, totals.buys);
    if (totals.buys) _raiseRent(order, quote, before.claimedCapital, before.claimedRent, totals.sells);
  }

  /// @notice Where a change of the variance is dearest: at the smallest capital where it rises, else at the largest.
  function moveCapital(Assessment memory book, bool buys, bool rises) internal pure returns (uint256) {
    if (!rises) return book.depositCapital;
    return buys ? claimedCapital(book) : book.lowCapital;
  }

  /// @notice Takes the change of rent at another capital, where that is the dearer one.
  /// @param isMixed whether the other side's capital can be dearer
  function _raiseRent(
    OrderContext memory order,
    OrderQuote memory quote,
    uint256 capital,
    uint256 before,
    bool isMixed
  ) private pure {
    if (capital == order.book.lowCapital) return;
    int256 rent = int256(RiskCharge.rentCharge(order.book.sums, order.params.capacityRent, capital)) - int256(before);
    quote.rentCharge = isMixed ? SignedMath.max(quote.rentCharge, rent) : rent;
  }

  /// @notice Multiplies a positive change, which both parts add up to, by the stress multiplier.
  /// @return stressed what both parts add up to then
  function _stress(OrderQuote memory quote, int256 charge, uint256 stress) private pure returns (int256 stressed) {
    if (stress <= WAD) return charge;
    stressed = int256(WadMath.mulUp(uint256(charge), stress));
    quote.moveCharge = (quote.moveCharge * int256(stress)) / int256(WAD);
    quote.rentCharge = stressed - quote.moveCharge;
  }

  /// @param amounts any number of them, or-ed
  function _requireSummands(uint256 amounts) private pure {
    if (amounts >> SUMMAND_BITS != 0) Panic.panic(Panic.UNDER_OVERFLOW);
  }

  function _isStaleBid(OrderContext memory order, WatchedSeries memory leg) private pure returns (bool) {
    return order.market.surface == SurfaceStatus.Stale && leg.quantity <= 0;
  }

  /// @notice v of one option at a volatility of its own, WAD collateral, rounded down.
  function _valueAt(Market memory market, WatchedSeries memory leg, uint256 volatility) private pure returns (uint256) {
    ExpiryTerms memory terms = leg.terms;
    uint256 root = Math.mulDiv(volatility * terms.rootTenor, 1 << 96, WAD * WAD);
    return OptionPricing.valueAt(terms, market.kind == OptionKind.Call, leg.strike, root);
  }

  /// @notice DF·(F − K)⁺/S of a call, DF·(K − F)⁺ of a put, WAD collateral, rounded up. DF·K = unit·K/F.
  function _intrinsic(Market memory market, WatchedSeries memory leg) private pure returns (uint256) {
    ExpiryTerms memory terms = leg.terms;
    // Strike and unit are below 2^96, the forward is not zero.
    unchecked {
      uint256 strike = terms.unit * leg.strike;
      if (market.kind == OptionKind.Call) {
        return Math.saturatingSub(terms.unit, RawDivision.div(strike, terms.forward));
      }
      return Math.saturatingSub(RawDivision.div(strike + terms.forward - 1, terms.forward), terms.unit);
    }
  }

  /// @notice Discounted largest payoff of one option, WAD collateral, rounded down: one underlying, or K quote.
  function _largestPayoff(Market memory market, WatchedSeries memory leg) private pure returns (uint256) {
    ExpiryTerms memory terms = leg.terms;
    if (market.kind == OptionKind.Call) return terms.unit;
    unchecked {
      return RawDivision.div(terms.unit * leg.strike, terms.forward);
    }
  }
}
