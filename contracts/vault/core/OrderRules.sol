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
import {VaultLimits} from "./VaultLimits.sol";

/// @title OrderRules
/// @notice What an order must satisfy, in the order in which it is looked at, each with its named error: to revert with, or to
/// be told by whoever looks at many orders at once.
library OrderRules {
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

  /// @notice Reverts with a problem that was found, if any was.
  function requireNone(bytes memory problem) internal pure {
    if (problem.length == 0) return;
    assembly ("memory-safe") {
      revert(add(problem, 0x20), mload(problem))
    }
  }

  /// @notice The legs by themselves, and what the vault's state allows.
  function checkState(Leg[] memory legs, VaultState state, bool hasShares, uint256 minOrder) internal view {
    require(legs.length != 0 && legs.length <= MAX_LEGS, IOptionVault.LegsOutOfRange(legs.length, MAX_LEGS));
    for (uint256 i; i < legs.length; ++i) {
      Leg memory leg = legs[i];
      requireNone(stateProblem(leg.quantity, state, hasShares, minOrder));
      for (uint256 j; j < i; ++j) {
        require(SeriesId.unwrap(legs[j].id) != SeriesId.unwrap(leg.id), IOptionVault.DuplicateSeries(leg.id));
      }
      requireNone(hoursProblem(leg.id));
    }
  }

  /// @notice One leg by itself: what the vault's state allows, and the smallest purchase.
  /// @return problem the error's revert data, as of every other such function here; empty where there is none
  function stateProblem(
    int256 quantity,
    VaultState state,
    bool hasShares,
    uint256 minOrder
  ) internal pure returns (bytes memory problem) {
    bool allowed = quantity > 0 ? state < VaultState.CloseOnly : state < VaultState.SettleOnly;
    if (!allowed) return abi.encodeWithSelector(IOptionVault.StateForbids.selector, state);
    if (quantity > 0) {
      if (!hasShares) return abi.encodeWithSelector(IOptionVault.NoProviders.selector);
      if (uint256(quantity) < minOrder) {
        return abi.encodeWithSelector(IOptionVault.OrderTooSmall.selector, quantity, minOrder);
      }
    } else if (quantity == 0) {
      return abi.encodeWithSelector(IOptionVault.ZeroAmount.selector);
    }
    return problem;
  }

  /// @notice Whether the series still trades.
  function hoursProblem(SeriesId id) internal view returns (bytes memory problem) {
    uint256 cutOff = TradingHours.cutOffOf(id.expiryOf());
    if (block.timestamp < cutOff) return problem;
    return abi.encodeWithSelector(IOptionVault.ExpiryClosed.selector, id.expiryOf(), cutOff);
  }

  /// @notice A series' net lots after a leg: whole lots, and no more than its entry holds. Sales are bounded by what the series has, or,
  /// where accounts have lots in its expiry, by what its holders have.
  function lotsAfter(int256 lots, int256 quantity, uint256 lotSize, bool cleared) internal pure returns (int256) {
    requireNone(lotsProblem(lots, quantity, lotSize, cleared));
    return
      quantity > 0 ? lots + int256(uint256(quantity) / lotSize) : lots - int256(SignedMath.abs(quantity) / lotSize);
  }

  /// @param cleared whether accounts have lots in the series' expiry
  function lotsProblem(
    int256 lots,
    int256 quantity,
    uint256 lotSize,
    bool cleared
  ) internal pure returns (bytes memory problem) {
    uint256 size = SignedMath.abs(quantity);
    if (size % lotSize != 0) return abi.encodeWithSelector(IOptionVault.NotWholeLots.selector, size, lotSize);
    uint256 room = uint256(
      quantity > 0
        ? MAX_LOTS - lots
        : cleared
          ? MAX_LOTS + lots
          : lots
    );
    if (size / lotSize <= room) return problem;
    return abi.encodeWithSelector(IOptionVault.OrderTooLarge.selector, size, room * lotSize);
  }

  /// @notice What may be opened: on a fresh surface, at a delta and a tenor within bounds.
  function checkOpening(Leg[] memory legs, OrderQuote memory quote, OpeningBounds memory bounds) internal view {
    for (uint256 i; i < legs.length; ++i) {
      if (legs[i].quantity <= 0) continue;
      requireNone(openingProblem(legs[i].id, quote.surface, quote.legs[i].spotDelta, bounds));
    }
  }

  /// @notice Whether one series may be opened.
  function openingProblem(
    SeriesId id,
    SurfaceStatus surface,
    int256 delta,
    OpeningBounds memory bounds
  ) internal view returns (bytes memory problem) {
    if (surface != SurfaceStatus.Fresh) return abi.encodeWithSelector(IOptionVault.SurfaceForbids.selector);
    uint256 tenor = id.expiryOf() - block.timestamp;
    (uint256 minimum, uint256 maximum) = (bounds.minTenor, bounds.maxTenor);
    if (tenor < minimum || tenor > maximum) {
      return abi.encodeWithSelector(IOptionVault.TenorOutOfBounds.selector, tenor, minimum, maximum);
    }
    uint256 size = SignedMath.abs(delta);
    (minimum, maximum) = (bounds.minDelta, bounds.maxDelta);
    if (size >= minimum && size <= maximum) return problem;
    return abi.encodeWithSelector(IOptionVault.DeltaOutOfBounds.selector, delta, minimum, maximum);
  }

  /// @notice The lock must be covered by collateral, and where it grows fit what is left once redeem requests have had their
  /// claim: into collateral, and into its share of actual capital.
  function checkCapacity(Capacity memory c) internal pure {
    requireNone(capacityProblem(c));
  }

  function capacityProblem(Capacity memory c) internal pure returns (bytes memory problem) {
    uint256 collateral = c.collateral;
    bool grows = c.lockAfter > c.lockBefore;
    if (grows && c.lockAfter <= collateral) collateral = Math.saturatingSub(collateral, c.claim);
    if (c.lockAfter > collateral) {
      return abi.encodeWithSelector(IOptionVault.Insolvent.selector, c.lockAfter, collateral);
    }
    if (!grows) return problem;
    uint256 allowed = allowedLock(c);
    if (c.lockAfter > allowed) {
      return
        abi.encodeWithSelector(
          IOptionVault.UtilisationAboveLimit.selector,
          c.lockAfter,
          Math.saturatingSub(c.actual, c.claim),
          VaultLimits.OPENING_UTILISATION
        );
    }
    if (c.state != VaultState.Guarded) return problem;
    uint256 share = guardedShare(Math.min(allowed, collateral), c.lockBefore);
    uint256 added = c.lockAfter - c.lockBefore;
    if (added <= share) return problem;
    return abi.encodeWithSelector(IOptionVault.LockGrowthAboveLimit.selector, added, share);
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
    requireNone(premiumProblem(buys, sells, premium));
  }

  function premiumProblem(bool buys, bool sells, int256 premium) internal pure returns (bytes memory problem) {
    if (!sells && premium <= 0) return abi.encodeWithSelector(IOptionVault.ZeroAmount.selector);
    if (!buys && premium >= 0) return abi.encodeWithSelector(IOptionVault.NothingToPay.selector);
    return problem;
  }
}
