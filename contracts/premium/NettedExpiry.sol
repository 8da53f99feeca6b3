// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PackedEnvelope} from "../math/PackedEnvelope.sol";
import {ENTRIES_PER_QUAD, entryAt, withEntry} from "../types/Book.sol";
import {Cursor} from "./BookPass.sol";

/// @notice The series of one expiry of a book, to be moved by legs.
struct NettedExpiry {
  uint256[] quads;
  uint256 tickSize;
  uint256 lotSize;
  bool isPut;
}

/// @title NettedExpiries
/// @notice What an expiry locks whose series cover each other: the worst case of all of them together, and how legs change it.
library NettedExpiries {
  /// @notice Copies the words of the expiry that a cursor is at.
  /// @return list of one
  function load(Cursor memory cursor, uint256[] calldata quads) internal pure returns (NettedExpiry[] memory list) {
    list = new NettedExpiry[](1);
    NettedExpiry memory netted = list[0];
    netted.quads = quads;
    (netted.tickSize, netted.lotSize) = (cursor.tickSize, cursor.lotSize);
    netted.isPut = cursor.chain.putMask != 0;
  }

  /// @notice WAD collateral, rounded up.
  function lockOf(NettedExpiry memory netted) internal pure returns (uint256) {
    uint256[] memory quads = netted.quads;
    return PackedEnvelope.worstOf(quads, 0, quads.length, netted.isPut, netted.lotSize, netted.tickSize);
  }

  /// @notice Adds options to a series, or takes them (negative).
  /// @param strike WAD, listed
  /// @param quantity WAD, whole lots
  /// @return change of the lock, WAD collateral
  function move(NettedExpiry memory netted, uint256 strike, int256 quantity) internal pure returns (int256 change) {
    change = -int256(lockOf(netted));
    uint256[] memory quads = netted.quads;
    uint256 moved = strike / netted.tickSize;
    for (uint256 i; i < quads.length * ENTRIES_PER_QUAD; ++i) {
      uint256 quad = quads[i / ENTRIES_PER_QUAD];
      (uint256 tick, int256 lots) = entryAt(quad, i % ENTRIES_PER_QUAD);
      if (tick != moved) continue;
      lots += quantity / int256(netted.lotSize);
      quads[i / ENTRIES_PER_QUAD] = withEntry(quad, i % ENTRIES_PER_QUAD, tick, lots);
      break;
    }
    change += int256(lockOf(netted));
  }
}
