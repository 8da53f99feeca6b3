// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {RawDivision} from "../math/RawDivision.sol";
import {Assessment} from "../types/Assessment.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {Quote} from "../types/Quote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {BookPass, WatchedSeries} from "./BookPass.sol";
import {ExpiryTerms} from "./ExpiryTerms.sol";
import {Intervals} from "./Intervals.sol";
import {Market, WAD} from "./Market.sol";
import {OptionPricing} from "./OptionPricing.sol";
import {RiskCharge} from "./RiskCharge.sol";
import {WadMath} from "./WadMath.sol";

/// @notice All that the price of one trade follows from.
struct TradeContext {
  Market market;
  RiskParams params;
  /// The book before the trade. Its sums are moved to those after it.
  Assessment book;
  /// The series, priced by the pass over the book.
  WatchedSeries watched;
  /// WAD options, positive where the vault writes.
  int256 quantity;
  /// WAD options a lot.
  uint256 lotSize;
  /// Realised volatility, WAD a year; zero where it is not asked for.
  uint256 realised;
}

/// @title TradePricing
/// @notice The price of one trade from what the pass over the book found:
/// ```
/// ask = max(q·v + ΔR (s·ΔR where positive) + fee, q·intrinsic, q·v(realised volatility), 1e-18)
/// bid = max(0, min(|q|·v − ΔR − fee, lock freed, |q|·discounted largest payoff))
/// fee = |q|·min(f·S', g·v) + ρ_f·|ΔR| + f_lock·|Δlock| + |q|·(c_S·|D| + c_σ·V)      S' = spot in collateral
/// ```
/// ΔR = R(after) − R(before) at one E, so that any way of slicing a trade costs the same but for rounding and fees; the
/// clamps are maxima and minima of terms that add up over slices, so that slicing cannot pay there either.
/// @dev Everything rounds for the vault.
library TradePricing {
  /// @notice Fills a quote's price and parts; its description of the series is there already.
  /// @param value of one option, WAD collateral, rounded up by at most two units
  function price(TradeContext memory trade, uint256 value, Quote memory quote) internal pure {
    bool isAsk = trade.quantity > 0;
    if (!isAsk && value != 0) --value;
    uint256 size = SignedMath.abs(trade.quantity);
    quote.fair = isAsk ? WadMath.mulUp(value, size) : WadMath.mulDown(value, size);
    _moveLock(trade, quote);
    int256 charge = _moveCharge(trade, quote);
    quote.fee = _fee(trade, quote, value, size, charge);
    if (isAsk) _ask(trade, quote, size);
    else _bid(trade, quote, size, charge);
  }

  /// @notice The lock of the book before and after; moves the sums' locks.
  function _moveLock(TradeContext memory trade, Quote memory quote) private pure {
    WatchedSeries memory watched = trade.watched;
    uint256[8] memory locked = trade.book.sums.locked;
    // Lots < 2^40, their size < 2^64, quantities < 2^97; a lock contains what the series adds to it.
    unchecked {
      int256 net = watched.lots * int256(trade.lotSize);
      uint256 before = _lockOf(trade, net);
      uint256 later = _lockOf(trade, net + trade.quantity);
      quote.lockBefore = trade.book.lock;
      quote.lockAfter = trade.book.lock - before + later;
      for (uint256 k; k <= watched.index; ++k) Intervals.set(locked, k, Intervals.get(locked, k) - before + later);
    }
  }

  /// @notice Worst case of a net short amount, WAD collateral, rounded up.
  function _lockOf(TradeContext memory trade, int256 net) private pure returns (uint256) {
    if (net <= 0) return 0;
    return trade.market.kind == OptionKind.Call ? uint256(net) : WadMath.mulUp(uint256(net), trade.watched.strike);
  }

  /// @notice Moves the sums and charges them at the same E. A positive change of an ask bears the stress multiplier.
  /// @return change R(after) − R(before) without stress
  function _moveCharge(TradeContext memory trade, Quote memory quote) private pure returns (int256 change) {
    Assessment memory book = trade.book;
    _addMoves(trade, quote);
    (uint256 move, uint256 rent) = RiskCharge.charge(book.sums, trade.params, book.riskCapital);
    quote.chargeBefore = book.moveCharge + book.rentCharge;
    quote.chargeAfter = move + rent;
    quote.moveCharge = int256(move) - int256(book.moveCharge);
    quote.rentCharge = int256(rent) - int256(book.rentCharge);
    change = quote.moveCharge + quote.rentCharge;
    if (trade.quantity > 0 && change > 0 && trade.params.stress > WAD) {
      int256 stressed = int256(WadMath.mulUp(uint256(change), trade.params.stress));
      quote.moveCharge = (quote.moveCharge * int256(trade.params.stress)) / int256(WAD);
      quote.rentCharge = stressed - quote.moveCharge;
    }
  }

  /// @notice The sums of the book's moves after the trade.
  function _addMoves(TradeContext memory trade, Quote memory quote) private pure {
    (int256 spotMove, int256 volMove, int256 gammaMove) = BookPass.moves(trade.watched.terms, quote.greeks);
    RiskSums memory sums = trade.book.sums;
    int256 quantity = -trade.quantity;
    int256 unit = int256(WAD);
    // Moves are below 2^152 and quantities below 2^97.
    unchecked {
      sums.spotMove += RawDivision.sdiv(spotMove * quantity, unit);
      sums.volMove += RawDivision.sdiv(volMove * quantity, unit);
      sums.gammaMove += RawDivision.sdiv(gammaMove * quantity, unit);
    }
  }

  function _fee(
    TradeContext memory trade,
    Quote memory quote,
    uint256 value,
    uint256 size,
    int256 charge
  ) private pure returns (uint256 fee) {
    RiskParams memory params = trade.params;
    uint256 notional = trade.market.kind == OptionKind.Call ? WAD : trade.market.spot;
    fee = Math.min(WadMath.mulUp(params.notionalFee, notional), WadMath.mulUp(params.premiumFeeCap, value));
    uint256 doubt = WadMath.mulUp(trade.book.spotConfidence, SignedMath.abs(quote.greeks.delta));
    if (!_isStaleBid(trade)) doubt += WadMath.mulUp(trade.book.volConfidence, SignedMath.abs(quote.greeks.vega));
    fee = WadMath.mulUp(fee + WadMath.mulUp(doubt, Math.max(params.confidenceFactor, WAD)), size);
    uint256 lockChange = Math.max(quote.lockAfter, quote.lockBefore) - Math.min(quote.lockAfter, quote.lockBefore);
    fee += WadMath.mulUp(params.chargeFee, SignedMath.abs(charge)) + WadMath.mulUp(params.lockFee, lockChange);
  }

  function _ask(TradeContext memory trade, Quote memory quote, uint256 size) private pure {
    int256 asked = int256(quote.fair + quote.fee) + quote.moveCharge + quote.rentCharge;
    uint256 least = Math.max(WadMath.mulUp(_intrinsic(trade), size), 1);
    ExpiryTerms memory terms = trade.watched.terms;
    if (trade.realised > quote.volatility && terms.tenor != 0) {
      least = Math.max(least, WadMath.mulUp(_valueAt(trade, trade.realised) + 1, size));
    }
    uint256 unclamped = asked > 0 ? uint256(asked) : 0;
    quote.premium = Math.max(unclamped, least);
    quote.clamp = quote.premium - unclamped;
  }

  function _bid(TradeContext memory trade, Quote memory quote, uint256 size, int256 charge) private pure {
    int256 deductions = int256(quote.fee) + charge;
    uint256 unclamped = _positive(int256(quote.fair) - deductions);
    uint256 paid = unclamped;
    if (_isStaleBid(trade) && trade.watched.terms.tenor != 0) {
      uint256 worst = _valueAt(trade, Math.saturatingSub(quote.volatility, trade.book.volConfidence));
      paid = Math.min(paid, _positive(int256(WadMath.mulDown(worst, size)) - deductions));
    }
    paid = Math.min(paid, quote.lockBefore - quote.lockAfter);
    quote.premium = Math.min(paid, WadMath.mulDown(_largestPayoff(trade), size));
    quote.clamp = unclamped - quote.premium;
  }

  function _isStaleBid(TradeContext memory trade) private pure returns (bool) {
    return trade.quantity <= 0 && trade.market.surface == SurfaceStatus.Stale;
  }

  /// @notice v of one option at a volatility of its own, WAD collateral, rounded down.
  function _valueAt(TradeContext memory trade, uint256 volatility) private pure returns (uint256) {
    ExpiryTerms memory terms = trade.watched.terms;
    uint256 root = Math.mulDiv(volatility * terms.rootTenor, 1 << 96, WAD * WAD);
    return OptionPricing.valueAt(terms, trade.market.kind == OptionKind.Call, trade.watched.strike, root);
  }

  /// @notice DF·(F − K)⁺/S of a call, DF·(K − F)⁺ of a put, WAD collateral, rounded up. DF·K = unit·K/F.
  function _intrinsic(TradeContext memory trade) private pure returns (uint256) {
    ExpiryTerms memory terms = trade.watched.terms;
    // Strike and unit are below 2^96, the forward is not zero.
    unchecked {
      uint256 strike = terms.unit * trade.watched.strike;
      if (trade.market.kind == OptionKind.Call) {
        return Math.saturatingSub(terms.unit, RawDivision.div(strike, terms.forward));
      }
      return Math.saturatingSub(RawDivision.div(strike + terms.forward - 1, terms.forward), terms.unit);
    }
  }

  /// @notice Discounted largest payoff of one option, WAD collateral, rounded down: one underlying, or K quote.
  function _largestPayoff(TradeContext memory trade) private pure returns (uint256) {
    ExpiryTerms memory terms = trade.watched.terms;
    if (trade.market.kind == OptionKind.Call) return terms.unit;
    unchecked {
      return RawDivision.div(terms.unit * trade.watched.strike, terms.forward);
    }
  }

  function _positive(int256 x) private pure returns (uint256) {
    return x > 0 ? uint256(x) : 0;
  }
}
