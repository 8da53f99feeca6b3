// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {
  CLEARED_FLAG,
  ENTRIES_PER_QUAD,
  MAX_EXPIRIES,
  MAX_STRIKES,
  entryAt,
  hasFlag,
  headerAt
} from "../../types/Book.sol";
import {BookStorage} from "../core/BookStorage.sol";
import {OrderRules} from "../core/OrderRules.sol";
import {Payoff} from "../core/Payoff.sol";
import {RulesState, RulesStorage} from "../core/RulesStorage.sol";
import {VaultTrading} from "../core/VaultTrading.sol";
import {ModuleContext} from "./ModuleContext.sol";

/// @title OrderTerms
/// @notice What orders, and the cleared book, are held against, for modules that price or show them.
abstract contract OrderTerms is VaultTrading, ModuleContext {
  using BookStorage for uint256[MAX_STRIKES / ENTRIES_PER_QUAD];
  using RulesStorage for RulesState;

  function _minOrder() internal view override returns (uint256) {
    return _rules.minOrder;
  }

  function _openingBounds() internal view override returns (OrderRules.OpeningBounds memory bounds) {
    (bounds.minTenor, bounds.maxTenor) = (_rules.minTenor, _rules.maxTenor);
    (bounds.minDelta, bounds.maxDelta) = _rules.deltas();
  }

  /// @notice What the cleared book can cost at worst.
  /// @param expiries the book's headers
  /// @return needed Q: the worst case of each expiry, added up, token units
  /// @return short Σ over series in which accounts are short of each one's own worst case, WAD collateral
  function _clearedLocks(uint256 expiries) internal view returns (uint256 needed, uint256 short) {
    for (uint256 i; i < MAX_EXPIRIES; ++i) {
      (uint256 expiry, uint256 count) = headerAt(expiries, i);
      if (expiry == 0) break;
      if (!hasFlag(expiries, i, CLEARED_FLAG)) continue;
      uint256[] memory quads = _clearing.quads[expiry].wordsOf(count);
      needed += _worstOf(quads, 0, quads.length) / _scale();
      short += _shortIn(quads);
    }
  }

  function _shortIn(uint256[] memory quads) private pure returns (uint256 short) {
    for (uint256 i; i < quads.length * ENTRIES_PER_QUAD; ++i) {
      (uint256 tick, int256 lots) = entryAt(quads[i / ENTRIES_PER_QUAD], i % ENTRIES_PER_QUAD);
      if (lots > 0) short += Payoff.lockOf(_kind(), uint256(lots) * _lotSize(), tick * _tickSize());
    }
  }
}
