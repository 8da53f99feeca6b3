// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {Leg} from "../../types/Leg.sol";
import {OrderQuote} from "../../types/OrderQuote.sol";
import {SeriesId} from "../../types/SeriesId.sol";
import {SurfaceStatus} from "../../types/SurfaceStatus.sol";
import {VaultState} from "../../types/VaultState.sol";
import {TradingHours} from "../series/TradingHours.sol";
import {RulesState, RulesStorage} from "./RulesStorage.sol";
import {VaultLimits} from "./VaultLimits.sol";

/// @title OrderRules
/// @notice What an order must satisfy, in the order in which it is looked at, each with its named error.
library OrderRules {
  using RulesStorage for RulesState;

  /// @dev What a book's entry holds, in lots.
  int256 private constant MAX_LOTS = type(int40).max;
  uint256 private constant MAX_LEGS = 8;
  uint256 private constant WAD = 1e18;

  /// @dev What the lock of an order is held against, WAD collateral.
  struct Capacity {
    VaultState state;
    /// C after the order.
    uint256 collateral;
    /// a, actual capital as of this block's step.
    uint256 actual;
    /// What redeem requests claim of it.
    uint256 claim;
    uint256 lockBefore;
    uint256 lockAfter;
  }

  /// @dev Seconds, and WAD of the absolute spot delta.
  struct OpeningBounds {
    uint256 minTenor;
    uint256 maxTenor;
    uint256 minDelta;
    uint256 maxDelta;
  }

  /// @notice The legs by themselves, and what the vault's state allows.
  function checkState(Leg[] memory legs, VaultState state, uint256 supply, uint256 minOrder) internal view {
    require(legs.length != 0 && legs.length <= MAX_LEGS, IOptionVault.LegsOutOfRange(legs.length, MAX_LEGS));
    for (uint256 i; i < legs.length; ++i) {
      Leg memory leg = legs[i];
      if (leg.quantity > 0) {
        require(state < VaultState.CloseOnly, IOptionVault.StateForbids(state));
        require(supply != 0, IOptionVault.NoProviders());
        require(uint256(leg.quantity) >= minOrder, IOptionVault.OrderTooSmall(uint256(leg.quantity), minOrder));
      } else {
        require(state < VaultState.SettleOnly, IOptionVault.StateForbids(state));
        require(leg.quantity != 0, IOptionVault.ZeroAmount());
      }
      for (uint256 j; j < i; ++j) {
        require(SeriesId.unwrap(legs[j].id) != SeriesId.unwrap(leg.id), IOptionVault.DuplicateSeries(leg.id));
      }
      TradingHours.check(leg.id.expiryOf());
    }
  }

  /// @notice A series' net lots after a leg; whole lots, and no more than the series has or its entry holds.
  function lotsAfter(int256 lots, int256 quantity, uint256 lotSize) internal pure returns (int256) {
    uint256 size = SignedMath.abs(quantity);
    require(size % lotSize == 0, IOptionVault.NotWholeLots(size, lotSize));
    uint256 moved = size / lotSize;
    uint256 room = uint256(quantity > 0 ? MAX_LOTS - lots : lots);
    require(moved <= room, IOptionVault.OrderTooLarge(size, room * lotSize));
    return quantity > 0 ? lots + int256(moved) : lots - int256(moved);
  }

  /// @notice What may be opened: on a fresh surface, at a delta and a tenor within bounds.
  function checkOpening(Leg[] memory legs, OrderQuote memory quote, RulesState storage rules) internal view {
    for (uint256 i; i < legs.length; ++i) {
      if (legs[i].quantity <= 0) continue;
      OpeningBounds memory bounds;
      (bounds.minTenor, bounds.maxTenor) = (rules.minTenor, rules.maxTenor);
      (bounds.minDelta, bounds.maxDelta) = rules.deltas();
      checkOpeningOf(legs[i].id, quote.surface, quote.legs[i].spotDelta, bounds);
    }
  }

  /// @notice Whether one series may be opened.
  function checkOpeningOf(SeriesId id, SurfaceStatus surface, int256 delta, OpeningBounds memory bounds) internal view {
    require(surface == SurfaceStatus.Fresh, IOptionVault.SurfaceForbids());
    uint256 tenor = id.expiryOf() - block.timestamp;
    require(
      tenor >= bounds.minTenor && tenor <= bounds.maxTenor,
      IOptionVault.TenorOutOfBounds(tenor, bounds.minTenor, bounds.maxTenor)
    );
    uint256 size = SignedMath.abs(delta);
    require(
      size >= bounds.minDelta && size <= bounds.maxDelta,
      IOptionVault.DeltaOutOfBounds(delta, bounds.minDelta, bounds.maxDelta)
    );
  }

  /// @notice The lock must be covered by collateral, and where it grows fit what is left once redeem requests have had their
  /// claim: into collateral, and into its share of actual capital.
  function checkCapacity(Capacity memory c) internal pure {
    require(c.lockAfter <= c.collateral, IOptionVault.Insolvent(c.lockAfter, c.collateral));
    if (c.lockAfter <= c.lockBefore) return;
    uint256 collateral = Math.saturatingSub(c.collateral, c.claim);
    require(c.lockAfter <= collateral, IOptionVault.Insolvent(c.lockAfter, collateral));
    uint256 actual = Math.saturatingSub(c.actual, c.claim);
    uint256 allowed = allowedLock(c);
    require(
      c.lockAfter <= allowed,
      IOptionVault.UtilisationAboveLimit(c.lockAfter, actual, VaultLimits.OPENING_UTILISATION)
    );
    if (c.state != VaultState.Guarded) return;
    uint256 share = guardedShare(Math.min(allowed, collateral), c.lockBefore);
    uint256 added = c.lockAfter - c.lockBefore;
    require(added <= share, IOptionVault.LockGrowthAboveLimit(added, share));
  }

  /// @notice The most that may be locked, WAD collateral.
  function allowedLock(Capacity memory c) internal pure returns (uint256) {
    return Math.mulDiv(Math.saturatingSub(c.actual, c.claim), VaultLimits.OPENING_UTILISATION, WAD);
  }

  /// @notice What one order may add to the lock in `Guarded`, WAD collateral.
  function guardedShare(uint256 allowed, uint256 lockBefore) internal pure returns (uint256) {
    return Math.mulDiv(Math.saturatingSub(allowed, lockBefore), VaultLimits.GUARDED_ORDER_SHARE, WAD);
  }

  /// @notice An order of purchases alone costs something (an oracle that gives options away is broken), one of sales alone pays.
  /// @param premium token units
  function checkPremium(Leg[] memory legs, int256 premium) internal pure {
    (bool buys, bool sells) = (false, false);
    for (uint256 i; i < legs.length; ++i) {
      if (legs[i].quantity > 0) buys = true;
      else sells = true;
    }
    require(sells || premium > 0, IOptionVault.ZeroAmount());
    require(buys || premium < 0, IOptionVault.NothingToPay());
  }
}
