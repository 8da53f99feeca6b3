// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {PackedEnvelope} from "../math/PackedEnvelope.sol";
import {ENTRIES_PER_QUAD} from "../types/Book.sol";
import {Holdings, Position} from "./AccountStorage.sol";
import {VaultTerms} from "./VaultListing.sol";

/// @title AccountRisk
/// @notice What an account can owe a vault at most, and what it owes at a price. Exact but for one rounding a result,
/// against the account.
/// @dev Lots are below 2^39, lots' sizes below 2^64, strikes below 2^94, prices below 2^112: sums of eight products
/// stay below 2^219.
library AccountRisk {
  uint256 private constant WAD = 1e18;
  /// @dev As many as eight positions take.
  uint256 private constant MAX_QUADS = 2;

  /// @notice Worst case of an account's positions at one vault, Σ_expiries ⌈max(0, sup_P Σ lots·payoff(P))⌉.
  /// @dev Rounded up a single expiry, so that what is left of a share when one of them is settled still covers the
  /// others.
  /// @param slot the vault's, among the account's
  /// @return needed token units
  function neededAt(Holdings memory held, uint256 slot, VaultTerms terms) internal pure returns (uint256 needed) {
    uint256 i;
    uint256 count = held.count;
    while (i < count && held.positions[i].slotOf() < slot) ++i;
    if (i == count) return 0;
    uint256[] memory quads = new uint256[](MAX_QUADS);
    while (i < count && held.positions[i].slotOf() == slot) {
      uint256 group = held.positions[i].groupOf();
      uint256 entries;
      (quads[0], quads[1]) = (0, 0);
      for (; i < count && held.positions[i].groupOf() == group; ++i) {
        quads[entries / ENTRIES_PER_QUAD] |= held.positions[i].entryOf() << ((entries % ENTRIES_PER_QUAD) * 64);
        ++entries;
      }
      uint256 end = (entries + ENTRIES_PER_QUAD - 1) / ENTRIES_PER_QUAD;
      uint256 worst = PackedEnvelope.worstOf(quads, 0, end, terms.isPut(), terms.lotSizeOf(), terms.tickSizeOf());
      needed += Math.ceilDiv(worst, terms.scaleOf());
    }
  }

  /// @notice What an account's positions of one vault and expiry come to at a price: ⌈Σ lots·payoff(P)⌉, one rounding
  /// for the sum.
  /// @param group see `Position`
  /// @param price P > 0, WAD quote per underlying
  /// @return owed token units: by the account (positive, rounded up) or to it (negative, rounded down)
  /// @return found whether it has any
  function owedAt(
    Holdings memory held,
    uint256 group,
    VaultTerms terms,
    uint256 price
  ) internal pure returns (int256 owed, bool found) {
    bool puts = terms.isPut();
    uint256 tickSize = terms.tickSizeOf();
    int256 sum;
    for (uint256 i; i < held.count; ++i) {
      Position position = held.positions[i];
      if (position.groupOf() != group) continue;
      found = true;
      uint256 strike = position.tickOf() * tickSize;
      uint256 inside = puts ? Math.saturatingSub(strike, price) : Math.saturatingSub(price, strike);
      sum += position.lotsOf() * int256(inside);
    }
    sum *= int256(terms.lotSizeOf());
    uint256 unit = (puts ? WAD : price) * terms.scaleOf();
    owed = sum > 0 ? int256(Math.ceilDiv(uint256(sum), unit)) : -int256(uint256(-sum) / unit);
  }
}
