// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPremiumOracle} from "../../interfaces/IPremiumOracle.sol";
import {Assessment} from "../../types/Assessment.sol";
import {Book} from "../../types/Book.sol";
import {Capital} from "../../types/Capital.sol";
import {EachQuote, SeriesPrice} from "../../types/EachQuote.sol";
import {Leg} from "../../types/Leg.sol";
import {OptionKind} from "../../types/OptionKind.sol";
import {OrderQuote} from "../../types/OrderQuote.sol";
import {RiskParams} from "../../types/RiskParams.sol";
import {SeriesId} from "../../types/SeriesId.sol";
import {SurfaceStatus} from "../../types/SurfaceStatus.sol";

/// @title OracleCall
/// @notice The caller's end of `IPremiumOracle.assess`, `quote` and `quoteEach`: word for word what the compiler's own encoding of the same calls
/// says, for a fraction of its gas. A struct of words lies in memory as it does in a call, so that arguments are copied whole,
/// and an answer is not copied out of itself but pointed into.
/// @dev Arguments: kind | where the book begins | capital | params | in quotes, where their lists begin. Behind them the book: expiries |
/// 0x80 | tick | lot | quads with their length; and the lists, each behind its length: expiry, strike, quantity of each trade; or
/// ids, and quantities.
///
/// An answer is refused where its size, its offsets or the surface's status are none that the types have. Its other words are plain
/// numbers: every one is a value of its type.
library OracleCall {
  /// @dev Bytes of the arguments before the book.
  uint256 private constant ASSESS_HEAD = 22 * 32;
  uint256 private constant QUOTE_HEAD = 23 * 32;
  uint256 private constant EACH_HEAD = 24 * 32;
  /// @dev Bytes of an `Assessment`, which is static.
  uint256 private constant ASSESSMENT_BYTES = 47 * 32;
  /// @dev Bytes of a quote without its legs: where it begins; its 21 words and where its legs begin; their number.
  uint256 private constant QUOTE_BYTES = (1 + 22 + 1) * 32;
  /// @dev Of one `LegQuote`.
  uint256 private constant LEG_BYTES = 12 * 32;
  /// @dev Bytes of an `EachQuote` without its prices: where it begins; five words and where its three lists begin; their lengths.
  uint256 private constant EACH_BYTES = (1 + 8 + 3) * 32;
  /// @dev Of one `SeriesPrice`.
  uint256 private constant SERIES_BYTES = 9 * 32;

  /// @notice The oracle returned something else than what was asked for.
  error MalformedAnswer();

  /// @notice `assess`, whose answer replaces all of `found`; where there is none, `found` stays as it is.
  /// @return ok whether there is an answer
  /// @return reason the oracle's error where there is none
  function tryAssessInto(
    Assessment memory found,
    IPremiumOracle oracle,
    OptionKind kind,
    Book memory book,
    Capital memory capital,
    RiskParams memory params
  ) internal view returns (bool ok, bytes memory reason) {
    (uint256 start, uint256 end) = _encode(IPremiumOracle.assess.selector, ASSESS_HEAD, kind, book, capital, params);
    uint256 size;
    (ok, size) = _ask(oracle, start, end);
    if (!ok) {
      assembly ("memory-safe") {
        // What `_ask` left behind the arguments, in front of which there is a word for its length.
        reason := end
        mstore(reason, size)
      }
      return (false, reason);
    }
    uint256 state;
    assembly ("memory-safe") {
      let answer := add(end, 0x20)
      state := mload(add(answer, 0x60))
      // Spot, its confidence, that of volatility, status, value; Greeks; lock; capital; E_low to claim; sums.
      mcopy(found, answer, 0xa0)
      mstore(add(found, 0xa0), add(answer, 0xa0))
      mstore(add(found, 0xc0), mload(add(answer, 0x140)))
      mstore(add(found, 0xe0), add(answer, 0x160))
      mcopy(add(found, 0x100), add(answer, 0x280), 0x100)
      // Of the sums: three moves, then two arrays of eight.
      let sums := mload(add(found, 0x200))
      mcopy(sums, add(answer, 0x380), 0x60)
      mstore(add(sums, 0x60), add(answer, 0x3e0))
      mstore(add(sums, 0x80), add(answer, 0x4e0))
    }
    require(size == ASSESSMENT_BYTES && state <= uint256(type(SurfaceStatus).max), MalformedAnswer());
  }

  /// @notice `quote` of an order's legs, whose answer replaces all of `found`. Reverts as the oracle does.
  function quoteInto(
    OrderQuote memory found,
    IPremiumOracle oracle,
    OptionKind kind,
    Book memory book,
    Capital memory capital,
    RiskParams memory params,
    Leg[] memory legs
  ) internal view {
    (uint256 start, uint256 end) = _encode(IPremiumOracle.quote.selector, QUOTE_HEAD, kind, book, capital, params);
    end = _addTrades(start, end, legs);
    (bool ok, uint256 size) = _ask(oracle, start, end);
    assembly ("memory-safe") {
      end := add(end, 0x20)
      if iszero(ok) {
        revert(end, size)
      }
    }
    _readQuote(found, end, size, legs.length);
  }

  /// @dev An answer becomes a quote of `count` legs.
  function _readQuote(OrderQuote memory found, uint256 answer, uint256 size, uint256 count) private pure {
    uint256 state;
    bool isWellFormed;
    assembly ("memory-safe") {
      isWellFormed := and(
        and(eq(mload(answer), 0x20), eq(mload(add(answer, 0x2c0)), 0x2c0)),
        and(eq(mload(add(answer, 0x2e0)), count), eq(size, add(QUOTE_BYTES, mul(count, LEG_BYTES))))
      )
      answer := add(answer, 0x20)
      state := mload(add(answer, 0xc0))
      // Premium to claim; capital; legs.
      mcopy(found, answer, 0x180)
      mstore(add(found, 0x180), add(answer, 0x180))
      // The array: its length, a pointer a leg, and then the legs themselves.
      let pointer := mload(0x40)
      mstore(add(found, 0x1a0), pointer)
      mstore(pointer, count)
      let leg := add(pointer, shl(5, add(count, 1)))
      let quoted := add(answer, 0x2e0)
      for {} count {
        count := sub(count, 1)
      } {
        pointer := add(pointer, 0x20)
        mstore(pointer, leg)
        // Amount to delta; Greeks.
        mcopy(leg, quoted, 0xe0)
        mstore(add(leg, 0xe0), add(quoted, 0xe0))
        leg := add(leg, 0x100)
        quoted := add(quoted, LEG_BYTES)
      }
      mstore(0x40, leg)
    }
    require(isWellFormed && state <= uint256(type(SurfaceStatus).max), MalformedAnswer());
  }

  /// @notice `quoteEach`, whose answer replaces all of `found`; where there is none, `found` stays as it is.
  /// @return ok whether there is an answer
  /// @return reason the oracle's error where there is none
  function tryQuoteEachInto(
    EachQuote memory found,
    IPremiumOracle oracle,
    OptionKind kind,
    Book memory book,
    Capital memory capital,
    RiskParams memory params,
    SeriesId[] memory ids,
    int256[] memory quantities
  ) internal view returns (bool ok, bytes memory reason) {
    (uint256 start, uint256 end) = _encode(IPremiumOracle.quoteEach.selector, EACH_HEAD, kind, book, capital, params);
    end = _addLists(start, end, ids, quantities);
    uint256 size;
    (ok, size) = _ask(oracle, start, end);
    if (ok) {
      _readEach(found, end + 32, size, ids.length, quantities.length);
      return (true, reason);
    }
    assembly ("memory-safe") {
      reason := end
      mstore(reason, size)
    }
  }

  /// @dev An answer becomes the prices of `count` series, of `each` trades a series.
  function _readEach(EachQuote memory found, uint256 answer, uint256 size, uint256 count, uint256 each) private pure {
    uint256 state;
    bool isWellFormed;
    // Sizes of what was just sent, which is far below 2^64.
    unchecked {
      each *= count;
      isWellFormed = size == EACH_BYTES + count * SERIES_BYTES + each * 64;
    }
    uint256 quote = answer + 32;
    uint256 series = quote + 8 * 32;
    assembly ("memory-safe") {
      let premiums := add(add(series, 0x20), mul(count, SERIES_BYTES))
      let fees := add(add(premiums, 0x20), shl(5, each))
      isWellFormed := and(isWellFormed, and(eq(mload(answer), 0x20), eq(add(quote, mload(add(quote, 0xa0))), series)))
      isWellFormed := and(isWellFormed, eq(add(quote, mload(add(quote, 0xc0))), premiums))
      isWellFormed := and(isWellFormed, eq(add(quote, mload(add(quote, 0xe0))), fees))
      isWellFormed := and(isWellFormed, eq(mload(series), count))
      isWellFormed := and(isWellFormed, and(eq(mload(premiums), each), eq(mload(fees), each)))
      state := mload(add(quote, 0x20))
      // Spot to claim; the last two lists are where they are.
      mcopy(found, quote, 0xa0)
      mstore(add(found, 0xc0), premiums)
      mstore(add(found, 0xe0), fees)
    }
    found.series = _readSeries(series, count);
    require(isWellFormed && state <= uint256(type(SurfaceStatus).max), MalformedAnswer());
  }

  /// @dev The array: its length, a pointer a series, and then the series themselves.
  function _readSeries(uint256 answer, uint256 count) private pure returns (SeriesPrice[] memory series) {
    assembly ("memory-safe") {
      let quoted := add(answer, 0x20)
      series := mload(0x40)
      mstore(series, count)
      let pointer := series
      let price := add(series, shl(5, add(count, 1)))
      for {} count {
        count := sub(count, 1)
      } {
        pointer := add(pointer, 0x20)
        mstore(pointer, price)
        // Fair value to delta; Greeks.
        mcopy(price, quoted, 0x80)
        mstore(add(price, 0x80), add(quoted, 0x80))
        price := add(price, 0xa0)
        quoted := add(quoted, SERIES_BYTES)
      }
      mstore(0x40, price)
    }
  }

  /// @dev Writes a call with all of its arguments but the lists behind the book.
  /// @param head bytes of the arguments before the book
  /// @return start where it begins
  /// @return end where those lists, if any, are written
  function _encode(
    bytes4 selector,
    uint256 head,
    OptionKind kind,
    Book memory book,
    Capital memory capital,
    RiskParams memory params
  ) private pure returns (uint256 start, uint256 end) {
    assembly ("memory-safe") {
      start := mload(0x40)
      mstore(start, selector)
      let words := add(start, 4)
      mstore(words, kind)
      mstore(add(words, 0x20), head)
      mcopy(add(words, 0x40), capital, 0x120)
      mcopy(add(words, 0x160), params, 0x160)
      words := add(words, head)
      mstore(words, mload(book))
      mstore(add(words, 0x20), 0x80)
      mcopy(add(words, 0x40), add(book, 0x40), 0x40)
      let quads := mload(add(book, 0x20))
      let size := shl(5, add(mload(quads), 1))
      mcopy(add(words, 0x80), quads, size)
      end := add(add(words, 0x80), size)
      mstore(0x40, end)
    }
  }

  /// @dev Writes the trades that an order's legs are.
  function _addTrades(uint256 start, uint256 end, Leg[] memory legs) private pure returns (uint256 newEnd) {
    assembly ("memory-safe") {
      // The last of the words before the book says where the trades begin.
      mstore(add(start, sub(add(4, QUOTE_HEAD), 0x20)), sub(end, add(start, 4)))
      let count := mload(legs)
      mstore(end, count)
      newEnd := add(end, 0x20)
      for {} count {
        count := sub(count, 1)
      } {
        legs := add(legs, 0x20)
        let leg := mload(legs)
        let id := mload(leg)
        mstore(newEnd, shr(128, id))
        mstore(add(newEnd, 0x20), shr(128, shl(128, id)))
        mstore(add(newEnd, 0x40), mload(add(leg, 0x20)))
        newEnd := add(newEnd, 0x60)
      }
      mstore(0x40, newEnd)
    }
  }

  /// @dev Writes ids and quantities.
  function _addLists(
    uint256 start,
    uint256 end,
    SeriesId[] memory ids,
    int256[] memory quantities
  ) private pure returns (uint256 newEnd) {
    assembly ("memory-safe") {
      let words := add(start, 4)
      // The last two of the words before the book.
      mstore(add(words, sub(EACH_HEAD, 0x40)), sub(end, words))
      let size := shl(5, add(mload(ids), 1))
      mcopy(end, ids, size)
      end := add(end, size)
      mstore(add(words, sub(EACH_HEAD, 0x20)), sub(end, words))
      size := shl(5, add(mload(quantities), 1))
      mcopy(end, quantities, size)
      newEnd := add(end, size)
      mstore(0x40, newEnd)
    }
  }

  /// @dev Sends the call, and leaves the answer, or the error, one word behind its end.
  function _ask(IPremiumOracle oracle, uint256 start, uint256 end) private view returns (bool ok, uint256 size) {
    assembly ("memory-safe") {
      ok := staticcall(gas(), oracle, start, sub(end, start), 0, 0)
      size := returndatasize()
      let answer := add(end, 0x20)
      returndatacopy(answer, 0, size)
      mstore(0x40, and(add(add(answer, size), 0x1f), not(0x1f)))
    }
  }
}
