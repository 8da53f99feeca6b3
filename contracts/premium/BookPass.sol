// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {RawDivision} from "../math/RawDivision.sol";
import {Assessment} from "../types/Assessment.sol";
import {Book, ENTRIES_PER_QUAD, LONG_FLAG, LONG_FLAGS, MAX_EXPIRIES, hasFlag, headerAt} from "../types/Book.sol";
import {Curve} from "../types/Curve.sol";
import {Greeks} from "../types/Greeks.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {Blank} from "./Blank.sol";
import {ExpiryPricing, ExpiryTerms} from "./ExpiryTerms.sol";
import {Intervals} from "./Intervals.sol";
import {MAX_LOT_SIZE, Market, MAX_PRICE, WAD} from "./Market.sol";
import {NettedExpiries, NettedExpiry} from "./NettedExpiry.sol";
import {Chain, OptionPricing, OptionTotals} from "./OptionPricing.sol";
import {Smiles} from "./Smile.sol";

/// @notice One leg of an order: its series is priced on the way through the book.
struct WatchedSeries {
  /// In: unix seconds and WAD.
  uint256 expiry;
  uint256 strike;
  /// In: WAD options, positive where the vault writes.
  int256 quantity;
  /// Out: whether the book has that expiry, and at which index.
  bool found;
  uint256 index;
  /// Out: where that expiry locks the worst case of all its series together, its series; else none.
  NettedExpiry[] netted;
  /// Shared by all legs of one expiry.
  ExpiryTerms terms;
  /// Of one option.
  OptionTotals totals;
  /// √w, Q96.
  uint256 root;
  /// Of one option, whatever the quantity, see `OrderPricing.describe`: value, rounded up by at most two units; g·v; the fee on
  /// notional; what spot's and volatility's uncertainty cost. WAD collateral.
  uint256 value;
  uint256 feeCap;
  uint256 notionalFee;
  uint256 spotDoubt;
  uint256 volDoubt;
  /// What one option held moves by over the horizon, WAD collateral.
  int256 spotMove;
  int256 volMove;
  int256 gammaMove;
}

/// @notice What the loop over one expiry's strikes needs, and room for what one expiry adds up to.
struct Cursor {
  Chain chain;
  ExpiryTerms terms;
  uint256 tickSize;
  uint256 lotSize;
  /// What a lot locks, at one tick of strike in a put vault: WAD collateral × WAD.
  uint256 lotLock;
  /// First word of `book.quads` of the expiry, and of the next.
  uint256 quad;
  uint256 endQuad;
  /// Of the options held, and what they lock one by one.
  Greeks held;
  uint256 lock;
  /// The first leg that is not found so far.
  uint256 leg;
}

/// @title BookPass
/// @notice The one pass over a book: value, Greeks, lock, and the sums of the risk charge.
/// @dev An expiry locks the sum of what its series lock, or, where any net amount is or becomes negative (`LONG_FLAG`), the worst case
/// of all of them together.
library BookPass {
  uint256 private constant TICK_BITS = 24;
  uint256 private constant TICK_MASK = (1 << TICK_BITS) - 1;
  uint256 private constant ENTRY_BITS = 64;
  /// @dev What one expiry's Greeks count for at most in the risk charge, WAD collateral: the charge itself saturates there.
  int256 private constant GREEK_LIMIT = 1 << 112;
  uint256 private constant GREEK_BITS = 112;

  /// @notice Fills an assessment's value, Greeks, lock and sums, and prices the series of an order's legs.
  /// @param curves one a header of `book.expiries`
  /// @param legs none where the book itself is asked about; then its theta and rho are filled in, too
  /// @return nearVolatility at-the-money volatility of the nearest expiry ahead, WAD a year; zero where there is none
  function run(
    Market memory market,
    Book calldata book,
    Curve[] memory curves,
    WatchedSeries[] memory legs,
    Assessment memory assessment
  ) internal pure returns (uint256 nearVolatility) {
    Cursor memory cursor = Blank.cursor()[0];
    _prepare(cursor, market, book);
    Chain memory chain = cursor.chain;
    int256 value;
    uint256 startsAt = market.timestamp;
    uint256 i;
    // Unix times below 2^33; values of one expiry below 2^168, see `OptionPricing.scale`; at most eight times 64 words of quads.
    unchecked {
      for (; i < MAX_EXPIRIES; ++i) {
        (uint256 expiry, uint256 count) = headerAt(book.expiries, i);
        if (expiry == 0) break;
        cursor.endQuad = cursor.quad + (count + ENTRIES_PER_QUAD - 1) / ENTRIES_PER_QUAD;
        Smiles.load(chain.smile, curves[i]);
        ExpiryTerms memory terms = cursor.terms;
        ExpiryPricing.load(terms, market, chain.smile, expiry);
        chain.forward = terms.forward;
        if (nearVolatility == 0) nearVolatility = ExpiryPricing.atmVolatility(terms);
        if (expiry > startsAt) {
          Intervals.set(assessment.sums.interval, i, expiry - startsAt);
          startsAt = expiry;
        }
        if (legs.length != 0) _watch(cursor, legs, expiry, i);
        cursor.lock = _walk(cursor, book.quads);
        Intervals.set(assessment.sums.locked, i, cursor.lock);
        value += _addExpiry(market, assessment, terms, cursor);
        // The price of a trade does not ask for the book's theta and rho.
        if (legs.length == 0) _addTimeGreeks(market, assessment.greeks, terms, cursor);
        OptionPricing.clear(chain.totals);
      }
    }
    assessment.value = value;
    if (book.expiries & LONG_FLAGS != 0) _net(cursor, book, legs, assessment.sums);
    _accumulateLocks(assessment, i);
  }

  function _prepare(Cursor memory cursor, Market memory market, Book calldata book) private pure {
    uint256 tickSize = book.tickSize;
    uint256 lotSize = book.lotSize;
    require(
      tickSize != 0 && tickSize <= MAX_PRICE >> TICK_BITS,
      IPremiumOracle.SizeOutOfRange(tickSize, MAX_PRICE >> TICK_BITS)
    );
    require(lotSize <= MAX_LOT_SIZE, IPremiumOracle.SizeOutOfRange(lotSize, MAX_LOT_SIZE));
    bool isCall = market.kind == OptionKind.Call;
    (cursor.tickSize, cursor.lotSize) = (tickSize, lotSize);
    cursor.lotLock = lotSize * (isCall ? WAD : tickSize);
    cursor.chain.putMask = isCall ? 0 : type(uint256).max;
  }

  /// @notice Prices one option of each leg of an expiry. Legs that came in the book's order are not looked at again.
  function _watch(Cursor memory cursor, WatchedSeries[] memory legs, uint256 expiry, uint256 index) private pure {
    Chain memory chain = cursor.chain;
    OptionTotals memory totals = chain.totals;
    // At most 256 legs.
    unchecked {
      uint256 next = cursor.leg;
      for (uint256 j = next; j < legs.length; ++j) {
        WatchedSeries memory leg = legs[j];
        if (leg.expiry != expiry) continue;
        (leg.found, leg.index) = (true, index);
        ExpiryPricing.copy(leg.terms, cursor.terms);
        chain.totals = leg.totals;
        leg.root = OptionPricing.add(chain, leg.strike, 1);
        if (j == next) ++next;
      }
      cursor.leg = next;
    }
    chain.totals = totals;
  }

  /// @notice Adds up the series of one expiry.
  /// @return lock worst case of the expiry, WAD collateral: Σ ⌈n·K⌉ or Σ n
  function _walk(Cursor memory cursor, uint256[] calldata quads) private pure returns (uint256 lock) {
    uint256 end = cursor.endQuad;
    // At most 256 series of 2^202.
    unchecked {
      for (uint256 i = cursor.quad; i < end; ++i) {
        for (uint256 quad = quads[i]; quad != 0; quad >>= ENTRY_BITS) {
          lock += _addSeries(cursor, quad);
        }
      }
    }
    cursor.quad = end;
  }

  /// @notice What those expiries lock whose series cover each other, which their legs get to change.
  function _net(
    Cursor memory cursor,
    Book calldata book,
    WatchedSeries[] memory legs,
    RiskSums memory sums
  ) private pure {
    uint256 first;
    for (uint256 i; i < MAX_EXPIRIES; ++i) {
      (uint256 expiry, uint256 count) = headerAt(book.expiries, i);
      if (expiry == 0) break;
      uint256 end = first + (count + ENTRIES_PER_QUAD - 1) / ENTRIES_PER_QUAD;
      if (hasFlag(book.expiries, i, LONG_FLAG)) {
        NettedExpiry[] memory netted = NettedExpiries.load(cursor, book.quads[first:end]);
        Intervals.set(sums.locked, i, NettedExpiries.lockOf(netted[0]));
        for (uint256 j; j < legs.length; ++j) {
          if (legs[j].found && legs[j].index == i) legs[j].netted = netted;
        }
      }
      first = end;
    }
  }

  /// @notice Adds one series.
  /// @param entry in its low 64 bits
  /// @return lock of the series, WAD collateral, rounded up
  function _addSeries(Cursor memory cursor, uint256 entry) private pure returns (uint256 lock) {
    // Ticks < 2^24 and tick sizes < 2^73; lots < 2^40 and lot sizes < 2^64: no product reaches 2^202.
    unchecked {
      int256 lots = int40(uint40(entry >> TICK_BITS));
      uint256 tick = entry & TICK_MASK;
      if (lots > 0) {
        // Times the tick in a put vault, times one in a call vault.
        uint256 ticks = ((tick ^ 1) & cursor.chain.putMask) ^ 1;
        lock = RawDivision.div(uint256(lots) * ticks * cursor.lotLock + (WAD - 1), WAD);
      } else if (lots == 0) {
        return 0;
      }
      OptionPricing.add(cursor.chain, tick * cursor.tickSize, lots);
    }
  }

  /// @notice Takes one expiry's totals, of options held, into the book's, from the vault's side.
  /// @return value Σ n·v, WAD collateral, rounded up
  function _addExpiry(
    Market memory market,
    Assessment memory assessment,
    ExpiryTerms memory terms,
    Cursor memory cursor
  ) private pure returns (int256 value) {
    Greeks memory held = cursor.held;
    value = OptionPricing.scale(cursor.chain.totals, market, terms, cursor.lotSize, held);
    Greeks memory greeks = assessment.greeks;
    RiskSums memory sums = assessment.sums;
    (int256 spotMove, int256 volMove, int256 gammaMove) = moves(terms, held);
    // Greeks of one expiry are below 2^224, moves below 2^152.
    unchecked {
      greeks.delta -= held.delta;
      greeks.gamma -= held.gamma;
      greeks.vega -= held.vega;
      sums.spotMove -= spotMove;
      sums.volMove -= volMove;
      sums.gammaMove -= gammaMove;
    }
  }

  /// @notice Takes one expiry's theta and rho likewise.
  function _addTimeGreeks(
    Market memory market,
    Greeks memory greeks,
    ExpiryTerms memory terms,
    Cursor memory cursor
  ) private pure {
    (int256 theta, int256 rho) = OptionPricing.timeGreeks(cursor.chain.totals, market, terms, cursor.lotSize);
    // Below 2^224 each.
    unchecked {
      greeks.theta -= theta;
      greeks.rho -= rho;
    }
  }

  /// @notice What Greeks of one expiry move by over the horizon, WAD collateral, each below 2^152 either way.
  function moves(
    ExpiryTerms memory terms,
    Greeks memory held
  ) internal pure returns (int256 spotMove, int256 volMove, int256 gammaMove) {
    int256 move = int256(terms.spotMove);
    (int256 delta, int256 vega, int256 gamma) = (held.delta, held.vega, held.gamma);
    // σ̂√h < 2^115 in Q96 and ω√h < 2^100 in WAD, so that no product of a Greek of 2^112 reaches 2^247.
    unchecked {
      // Where all three are far within, none needs a look of its own.
      uint256 half = uint256(GREEK_LIMIT >> 1);
      if (((uint256(delta) + half) | (uint256(vega) + half) | (uint256(gamma) + half)) >> GREEK_BITS != 0) {
        (delta, vega, gamma) = (_limited(delta), _limited(vega), _limited(gamma));
      }
      spotMove = (delta * move) >> 96;
      volMove = RawDivision.sdiv(vega * int256(terms.volMove), int256(WAD));
      gammaMove = (((gamma * move) >> 96) * move) >> 96;
    }
  }

  /// @notice Turns what each of `count` expiries locks into what stays locked until each.
  function _accumulateLocks(Assessment memory assessment, uint256 count) private pure {
    uint256[MAX_EXPIRIES] memory locked = assessment.sums.locked;
    uint256 total;
    // Eight times 255 series of 2^202 at most.
    unchecked {
      while (count != 0) {
        --count;
        total += Intervals.get(locked, count);
        Intervals.set(locked, count, total);
      }
    }
    assessment.lock = total;
  }

  function _limited(int256 greek) private pure returns (int256) {
    // The sum wraps where the Greek is far outside, and is then large as an unsigned number.
    unchecked {
      if (uint256(greek + GREEK_LIMIT) <= uint256(2 * GREEK_LIMIT)) return greek;
    }
    return greek < 0 ? -GREEK_LIMIT : GREEK_LIMIT;
  }
}
