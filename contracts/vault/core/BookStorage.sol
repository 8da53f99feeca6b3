// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {
  Book,
  CLEARED_FLAG,
  ENTRIES_PER_QUAD,
  MAX_EXPIRIES,
  MAX_STRIKES,
  entryAt,
  expiryHeader,
  hasFlag,
  headerAt,
  withEntry
} from "../../types/Book.sol";

/// @notice A vault's book in storage: the packed headers, and for each expiry the four words that hold its strikes.
/// @dev Slot 0: `expiries` (see `Book`). Slot 1: root of the mapping. Words past an expiry's count are zero.
struct BookState {
  uint256 expiries;
  mapping(uint256 expiry => uint256[MAX_STRIKES / ENTRIES_PER_QUAD]) quads;
}

/// @notice Where a series lies in a loaded book, and what it holds.
struct Position {
  uint256 expiry;
  uint256 tick;
  /// Index of the expiry among the headers, and of its first quad in the book.
  uint256 index;
  uint256 firstQuad;
  /// Index of the quad within its expiry.
  uint256 quadIndex;
  /// Index of the entry within the quad.
  uint256 entryIndex;
  /// Net short amount, lots.
  int256 lots;
}

/// @title BookStorage
/// @notice Reads and writes a vault's live series. Every loop is bounded by MAX_EXPIRIES and MAX_STRIKES.
library BookStorage {
  uint256 private constant HEADER_BITS = 32;
  uint256 private constant FLAGS = 0xff000000;

  /// @notice Copies the whole book into memory: one storage word for the headers and one for every four series.
  function load(BookState storage state, uint256 tickSize, uint256 lotSize) internal view returns (Book memory book) {
    loadInto(state, book, tickSize, lotSize);
  }

  /// @notice `load` into a book that is there already.
  function loadInto(BookState storage state, Book memory book, uint256 tickSize, uint256 lotSize) internal view {
    uint256 packed = state.expiries;
    book.expiries = packed;
    book.tickSize = tickSize;
    book.lotSize = lotSize;
    uint256[] memory loaded = new uint256[](quadCount(packed));
    book.quads = loaded;
    uint256 next;
    assembly ("memory-safe") {
      next := add(loaded, 0x20)
    }
    // Eight expiries of four words at most: as many as there is room for.
    unchecked {
      for (; packed != 0; packed >>= HEADER_BITS) {
        (uint256 expiry, uint256 count) = headerAt(packed, 0);
        uint256[MAX_STRIKES / ENTRIES_PER_QUAD] storage words = state.quads[expiry];
        uint256 quads = _quadsFor(count);
        assembly ("memory-safe") {
          for {
            let end := add(words.slot, quads)
            let slot := words.slot
          } lt(slot, end) {
            slot := add(slot, 1)
          } {
            mstore(next, sload(slot))
            next := add(next, 0x20)
          }
        }
      }
    }
  }

  /// @notice Finds a series in a loaded book.
  /// @return isOpen whether the expiry is live
  /// @return isListed whether the strike is listed there
  function locate(
    Book memory book,
    uint256 expiry,
    uint256 tick
  ) internal pure returns (bool isOpen, bool isListed, Position memory position) {
    (isOpen, isListed) = locateInto(book, expiry, tick, position);
  }

  /// @notice `locate` into a position that is there already.
  function locateInto(
    Book memory book,
    uint256 expiry,
    uint256 tick,
    Position memory position
  ) internal pure returns (bool isOpen, bool isListed) {
    uint256 first;
    for (uint256 i; i < MAX_EXPIRIES; ++i) {
      (uint256 candidate, uint256 count) = headerAt(book.expiries, i);
      if (candidate == 0) break;
      if (candidate == expiry) {
        (position.expiry, position.index, position.firstQuad) = (expiry, i, first);
        return (true, _locateStrike(book, first, count, tick, position));
      }
      first += _quadsFor(count);
    }
  }

  /// @notice Stores a series' new net amount. Other entries of its word may have been stored since it was located.
  function setLots(BookState storage state, Position memory position, int256 lots) internal {
    uint256[MAX_STRIKES / ENTRIES_PER_QUAD] storage words = state.quads[position.expiry];
    uint256 index = position.quadIndex;
    uint256 quad;
    // A word at a time, as in `LedgerStorage`.
    assembly ("memory-safe") {
      quad := sload(add(words.slot, index))
    }
    quad = withEntry(quad, position.entryIndex, position.tick, lots);
    assembly ("memory-safe") {
      sstore(add(words.slot, index), quad)
    }
  }

  /// @notice An expiry's listed strikes and net amounts (lots), ascending.
  function strikes(
    BookState storage state,
    uint256 expiry,
    uint256 count
  ) internal view returns (uint256[] memory ticks, int256[] memory lots) {
    return entries(state.quads[expiry], count);
  }

  /// @notice An expiry's words.
  function quadsIn(
    BookState storage state,
    uint256 expiry,
    uint256 count
  ) internal view returns (uint256[] memory quads) {
    return wordsOf(state.quads[expiry], count);
  }

  /// @notice The words that hold `count` entries.
  function wordsOf(
    uint256[MAX_STRIKES / ENTRIES_PER_QUAD] storage words,
    uint256 count
  ) internal view returns (uint256[] memory quads) {
    quads = new uint256[](_quadsFor(count));
    for (uint256 i; i < quads.length; ++i) quads[i] = words[i];
  }

  /// @notice The first `count` entries of an expiry's words.
  function entries(
    uint256[MAX_STRIKES / ENTRIES_PER_QUAD] storage words,
    uint256 count
  ) internal view returns (uint256[] memory ticks, int256[] memory lots) {
    ticks = new uint256[](count);
    lots = new int256[](count);
    uint256 quad;
    for (uint256 i; i < count; ++i) {
      uint256 entry = i % ENTRIES_PER_QUAD;
      if (entry == 0) quad = words[i / ENTRIES_PER_QUAD];
      (ticks[i], lots[i]) = entryAt(quad, entry);
    }
  }

  /// @notice First quad and the one behind the last of a located expiry, in a loaded book.
  function quadsOf(Book memory book, Position memory position) internal pure returns (uint256 first, uint256 end) {
    (, uint256 count) = headerAt(book.expiries, position.index);
    return (position.firstQuad, position.firstQuad + _quadsFor(count));
  }

  /// @notice Puts a series' lots into a loaded book.
  function setLoaded(Book memory book, Position memory position, int256 lots) internal pure {
    uint256 quad = position.firstQuad + position.quadIndex;
    book.quads[quad] = withEntry(book.quads[quad], position.entryIndex, position.tick, lots);
  }

  /// @notice Whether an expiry's words have any negative net amount.
  function hasNegative(uint256[] memory quads, uint256 first, uint256 end) internal pure returns (bool) {
    for (uint256 i = first; i < end; ++i) {
      for (uint256 j; j < ENTRIES_PER_QUAD; ++j) {
        (, int256 lots) = entryAt(quads[i], j);
        if (lots < 0) return true;
      }
    }
    return false;
  }

  /// @notice Whether an expiry of a loaded book, whose first quad is `first`, has any open interest of its own.
  function hasOpenInterest(Book memory book, uint256 first, uint256 count) internal pure returns (bool) {
    for (uint256 i; i < count; ++i) {
      (, int256 lots) = entryAt(book.quads[first + i / ENTRIES_PER_QUAD], i % ENTRIES_PER_QUAD);
      if (lots != 0) return true;
    }
    return false;
  }

  /// @notice The earliest expiry at or before `until` that has open interest; zero where there is none.
  function firstWithInterest(Book memory book, uint256 until) internal pure returns (uint256) {
    uint256 first;
    for (uint256 i; i < MAX_EXPIRIES; ++i) {
      (uint256 expiry, uint256 count) = headerAt(book.expiries, i);
      if (expiry == 0 || expiry > until) break;
      if (hasFlag(book.expiries, i, CLEARED_FLAG) || hasOpenInterest(book, first, count)) return expiry;
      first += _quadsFor(count);
    }
    return 0;
  }

  /// @notice Lists a new expiry at its place in the order; the caller has checked that there is room.
  function insert(BookState storage state, uint256 expiry, uint256[] memory ticks, int256[] memory lots) internal {
    uint256 packed = state.expiries;
    uint256 index;
    for (; index < MAX_EXPIRIES; ++index) {
      (uint256 other, ) = headerAt(packed, index);
      if (other == 0 || other > expiry) break;
    }
    uint256 shift = index * HEADER_BITS;
    uint256 below = packed & ((1 << shift) - 1);
    uint256 above = (packed >> shift) << (shift + HEADER_BITS);
    state.expiries = below | (expiryHeader(expiry, ticks.length) << shift) | above;
    write(state.quads[expiry], ticks, lots);
  }

  /// @notice Replaces the strikes of the live expiry at `index`, whose flags stay.
  function replace(
    BookState storage state,
    uint256 index,
    uint256 expiry,
    uint256[] memory ticks,
    int256[] memory lots
  ) internal {
    uint256 shift = index * HEADER_BITS;
    uint256 packed = state.expiries;
    uint256 flags = ((packed >> shift) & uint256(type(uint32).max)) & FLAGS;
    packed &= ~(uint256(type(uint32).max) << shift);
    state.expiries = packed | ((expiryHeader(expiry, ticks.length) | flags) << shift);
    write(state.quads[expiry], ticks, lots);
  }

  /// @notice Removes the live expiry at `index` and clears its words.
  function remove(BookState storage state, uint256 index, uint256 expiry) internal {
    uint256 packed = state.expiries;
    uint256 shift = index * HEADER_BITS;
    uint256 below = packed & ((1 << shift) - 1);
    // A shift by 256, at the last place, leaves zero.
    uint256 above = (packed >> (shift + HEADER_BITS)) << shift;
    state.expiries = below | above;
    delete state.quads[expiry];
  }

  /// @notice The place of a live expiry among the headers, and its count of strikes.
  function find(uint256 packed, uint256 expiry) internal pure returns (bool found, uint256 index, uint256 count) {
    for (; index < MAX_EXPIRIES; ++index) {
      uint256 candidate;
      (candidate, count) = headerAt(packed, index);
      if (candidate == 0) break;
      if (candidate == expiry) return (true, index, count);
    }
    return (false, index, 0);
  }

  /// @notice How many expiries and series are live.
  function totals(uint256 packed) internal pure returns (uint256 expiries, uint256 series) {
    for (; expiries < MAX_EXPIRIES; ++expiries) {
      (uint256 expiry, uint256 count) = headerAt(packed, expiries);
      if (expiry == 0) break;
      series += count;
    }
  }

  /// @notice How many words the strikes of all live expiries take.
  function quadCount(uint256 packed) internal pure returns (uint256 quads) {
    // At most eight times 64.
    unchecked {
      for (; packed != 0; packed >>= HEADER_BITS) {
        (, uint256 count) = headerAt(packed, 0);
        quads += _quadsFor(count);
      }
    }
  }

  function _locateStrike(
    Book memory book,
    uint256 first,
    uint256 count,
    uint256 tick,
    Position memory position
  ) private pure returns (bool) {
    position.tick = tick;
    uint256 quad;
    // Four quads at most.
    unchecked {
      for (uint256 i; i < count; ++i) {
        if (i % ENTRIES_PER_QUAD == 0) quad = book.quads[first + i / ENTRIES_PER_QUAD];
        (uint256 candidate, int256 lots) = entryAt(quad, i % ENTRIES_PER_QUAD);
        if (candidate != tick) continue;
        position.quadIndex = i / ENTRIES_PER_QUAD;
        position.entryIndex = i % ENTRIES_PER_QUAD;
        position.lots = lots;
        return true;
      }
    }
    return false;
  }

  /// @notice Writes all four words of an expiry, so that a shorter list leaves nothing behind.
  function write(
    uint256[MAX_STRIKES / ENTRIES_PER_QUAD] storage words,
    uint256[] memory ticks,
    int256[] memory lots
  ) internal {
    uint256 count = ticks.length;
    for (uint256 j; j < MAX_STRIKES / ENTRIES_PER_QUAD; ++j) {
      uint256 quad;
      for (uint256 i = j * ENTRIES_PER_QUAD; i < count && i < (j + 1) * ENTRIES_PER_QUAD; ++i) {
        quad = withEntry(quad, i % ENTRIES_PER_QUAD, ticks[i], lots[i]);
      }
      words[j] = quad;
    }
  }

  /// @param count at most 255
  function _quadsFor(uint256 count) private pure returns (uint256) {
    unchecked {
      return (count + ENTRIES_PER_QUAD - 1) / ENTRIES_PER_QUAD;
    }
  }
}
