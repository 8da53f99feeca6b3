// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RawDivision} from "./RawDivision.sol";

/// @title PackedEnvelope
/// @notice The exact worst case of one expiry over every settlement price, sup_P Σ nᵢ·payoffᵢ(P), on words as they lie in a book
/// (see `Book`): entries of a tick and signed lots, ascending, positive where short. `PayoffEnvelope` is the same on lists.
/// @dev A book of puts pays a line in P between two strikes, a book of calls A − B/P, which is monotone: so the supremum is at a
/// strike, or at P → 0 or ∞. In lots and ticks every sum is a small whole number: 16 entries of 2^39 lots and 2^24 ticks are below 2^67.
library PackedEnvelope {
  uint256 private constant WAD = 1e18;
  uint256 private constant ENTRY_BITS = 64;
  uint256 private constant TICK_BITS = 24;
  uint256 private constant TICK_MASK = (1 << TICK_BITS) - 1;

  /// @notice Worst case of the entries of `quads[first .. end)`.
  /// @param lotSize WAD options, below 2^64
  /// @param tickSize WAD quote per underlying, below 2^73
  /// @return worst WAD collateral, rounded up, never negative: for a put nothing is paid far above all strikes, for a call far below
  function worstOf(
    uint256[] memory quads,
    uint256 first,
    uint256 end,
    bool isPut,
    uint256 lotSize,
    uint256 tickSize
  ) internal pure returns (uint256 worst) {
    return isPut ? _worstPuts(quads, first, end, lotSize * tickSize) : _worstCalls(quads, first, end, lotSize);
  }

  /// @param unit what a lot pays for one tick, WAD × WAD
  function _worstPuts(
    uint256[] memory quads,
    uint256 first,
    uint256 end,
    uint256 unit
  ) private pure returns (uint256 worst) {
    unchecked {
      // Downwards in P: at tick T the puts struck above it pay Σn·T' − T·Σn.
      int256 paid;
      int256 slope;
      int256 best;
      while (end != first) {
        uint256 quad = quads[--end];
        for (uint256 left = ENTRY_BITS * 4; left != 0;) {
          left -= ENTRY_BITS;
          (int256 tick, int256 lots) = _entry(quad >> left);
          if (lots == 0) continue;
          int256 value = paid - slope * tick;
          if (value > best) best = value;
          paid += lots * tick;
          slope += lots;
        }
      }
      // P = 0.
      if (paid > best) best = paid;
      return RawDivision.div(uint256(best) * unit + (WAD - 1), WAD);
    }
  }

  function _worstCalls(
    uint256[] memory quads,
    uint256 first,
    uint256 end,
    uint256 lotSize
  ) private pure returns (uint256 worst) {
    unchecked {
      // Upwards in P: at tick T the calls struck below it pay Σn − Σn·T'/T of a lot.
      int256 notional;
      int256 slope;
      for (; first != end; ++first) {
        for (uint256 quad = quads[first]; quad != 0; quad >>= ENTRY_BITS) {
          (int256 tick, int256 lots) = _entry(quad);
          if (lots == 0) continue;
          int256 paid = slope * tick - notional;
          if (paid > 0) {
            uint256 value = RawDivision.div(uint256(paid) * lotSize + uint256(tick) - 1, uint256(tick));
            if (value > worst) worst = value;
          }
          notional += lots * tick;
          slope += lots;
        }
      }
      // P → ∞: the supremum is approached, not reached, where Σn·T > 0.
      if (slope > 0 && uint256(slope) * lotSize > worst) worst = uint256(slope) * lotSize;
    }
  }

  function _entry(uint256 entry) private pure returns (int256 tick, int256 lots) {
    return (int256(entry & TICK_MASK), int40(uint40(entry >> TICK_BITS)));
  }
}
