// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";

/// @notice How series are laid out, without the tick and the lot (immutables, since every pass over the book needs them).
/// Deltas and the ladder's step in units of 1e-9. Written once, at construction.
/// @dev One word for what every purchase asks, one for what listing asks.
struct RulesState {
  uint96 minOrder;
  uint32 minDelta;
  uint32 maxDelta;
  uint32 minTenor;
  uint32 maxTenor;
  uint8 dailies;
  uint8 weeklies;
  uint8 monthlies;
  uint8 strikesPerExpiry;
  uint40 ladderStep;
}

/// @title RulesStorage
/// @notice Packs series rules into two words. Bounds have been checked (`ParamBounds`).
library RulesStorage {
  using SafeCast for uint256;

  uint256 internal constant NANO = 1e9;

  function set(RulesState storage state, IOptionVault.SeriesRules memory rules) internal {
    state.minOrder = rules.minOrder.toUint96();
    state.minDelta = (rules.minDelta / NANO).toUint32();
    state.maxDelta = (rules.maxDelta / NANO).toUint32();
    state.minTenor = rules.minTenor.toUint32();
    state.maxTenor = rules.maxTenor.toUint32();
    state.dailies = rules.dailies;
    state.weeklies = rules.weeklies;
    state.monthlies = rules.monthlies;
    state.strikesPerExpiry = rules.strikesPerExpiry;
    state.ladderStep = (rules.ladderStep / NANO).toUint40();
  }

  /// @notice The rules, without tick and lot.
  function load(RulesState storage state) internal view returns (IOptionVault.SeriesRules memory rules) {
    rules.minOrder = state.minOrder;
    (rules.minDelta, rules.maxDelta) = deltas(state);
    rules.minTenor = state.minTenor;
    rules.maxTenor = state.maxTenor;
    rules.dailies = state.dailies;
    rules.weeklies = state.weeklies;
    rules.monthlies = state.monthlies;
    rules.strikesPerExpiry = state.strikesPerExpiry;
    // Below 2^40·1e9.
    unchecked {
      rules.ladderStep = state.ladderStep * NANO;
    }
  }

  /// @notice Bounds of the absolute spot delta for opening, WAD.
  function deltas(RulesState storage state) internal view returns (uint256 minimum, uint256 maximum) {
    // Below 2^32·1e9 each.
    unchecked {
      return (state.minDelta * NANO, state.maxDelta * NANO);
    }
  }
}
