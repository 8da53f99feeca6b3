// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {EachQuote} from "../types/EachQuote.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {VaultState} from "../types/VaultState.sol";
import {OrderRules} from "../vault/core/OrderRules.sol";
import {Payoff} from "../vault/core/Payoff.sol";

/// @title PricedOrder
/// @notice Whether a vault would take an order of one leg that is priced already: its own rules (`OrderRules`), in the order in
/// which it looks at them, without another pass over its book. For whoever asks about many at once; one alone is the
/// vault's to answer (`checkOrder`), and a test holds the two together.
library PricedOrder {
  uint256 private constant WAD = 1e18;

  /// @notice What a vault's views say once, for all orders. Amounts in WAD collateral.
  struct Books {
    OptionKind kind;
    VaultState state;
    SurfaceStatus surface;
    /// WAD per token unit.
    uint256 scale;
    bool hasShares;
    uint256 protocolFee;
    uint256 lotSize;
    uint256 minOrder;
    OrderRules.OpeningBounds opening;
    /// C.
    uint256 collateral;
    uint256 lock;
    /// a after this block's step, and what redeem requests claim of it.
    uint256 actual;
    uint256 claim;
    /// Room for what one order is held against.
    OrderRules.Capacity capacity;
  }

  /// @notice One order.
  /// @param quantity WAD; positive buys, negative sells back
  /// @param lots of the series that the book is short of
  /// @param cleared whether accounts have lots in its expiry
  /// @param premium token units (see `toUnits`), paid (positive) or received
  /// @param fee of it, WAD collateral
  struct Order {
    SeriesId id;
    int256 quantity;
    int256 lots;
    bool cleared;
    int256 spotDelta;
    int256 premium;
    uint256 fee;
  }

  /// @notice What a vault's views say; `heed` adds what only a price says.
  function load(IOptionVault vault) internal view returns (Books memory books) {
    IOptionVault.SeriesRules memory rules = vault.seriesRules();
    (books.kind, books.state, books.scale) = (vault.kind(), vault.state(), vault.scale());
    (books.hasShares, books.protocolFee) = (vault.totalSupply() != 0, vault.protocolFee());
    (books.lotSize, books.minOrder) = (rules.lotSize, rules.minOrder);
    books.opening = OrderRules.OpeningBounds({
      minTenor: rules.minTenor,
      maxTenor: rules.maxTenor,
      minDelta: rules.minDelta,
      maxDelta: rules.maxDelta
    });
    books.lock = vault.accounts().lock;
  }

  /// @notice Takes in what the prices came with.
  function heed(Books memory books, EachQuote memory quote) internal pure {
    (books.surface, books.actual, books.claim) = (quote.surface, quote.actualCapital, quote.claim);
    OrderRules.Capacity memory c = books.capacity;
    (c.state, c.actual, c.claim, c.lockBefore) = (books.state, books.actual, books.claim, books.lock);
  }

  /// @notice Selector of the error that the order would meet; zero where the vault would take it.
  function reasonOf(Books memory books, Order memory order) internal view returns (bytes4) {
    return bytes4(_problemOf(books, order));
  }

  /// @notice The largest quantity that the vault's capacity leaves room for in a purchase, WAD; what the purchase's own premium and
  /// fee do to it is not looked at.
  function roomFor(Books memory books, SeriesId id) internal pure returns (uint256) {
    OrderRules.Capacity memory capacity = books.capacity;
    (capacity.actual, capacity.claim) = (books.actual, books.claim);
    uint256 allowed = OrderRules.allowedLock(capacity);
    uint256 free =
      books.state == VaultState.Guarded
        ? OrderRules.guardedShare(allowed, books.lock)
        : Math.saturatingSub(allowed, books.lock);
    return (free / Payoff.lockOf(books.kind, books.lotSize, id.strikeOf())) * books.lotSize;
  }

  /// @notice WAD collateral in token units, rounded for the vault: what is paid up, what is received (negative) down.
  function toUnits(int256 premium, uint256 scale) internal pure returns (int256) {
    return premium > 0 ? int256(Math.ceilDiv(uint256(premium), scale)) : -int256(uint256(-premium) / scale);
  }

  /// @dev The vault's own rules, in the vault's own order.
  function _problemOf(Books memory books, Order memory order) private view returns (bytes memory problem) {
    bool buys = order.quantity > 0;
    problem = OrderRules.stateProblem(order.quantity, books.state, books.hasShares, books.minOrder);
    if (problem.length == 0) problem = OrderRules.hoursProblem(order.id);
    if (problem.length == 0) problem = OrderRules.lotsProblem(order.lots, order.quantity, books.lotSize, order.cleared);
    if (problem.length == 0 && buys) {
      problem = OrderRules.openingProblem(order.id, books.surface, order.spotDelta, books.opening);
    }
    if (problem.length != 0) return problem;
    _heedCapacity(books, order);
    problem = OrderRules.capacityProblem(books.capacity);
    if (problem.length == 0) problem = OrderRules.premiumProblem(buys, !buys, order.premium);
  }

  /// @dev What the order's lock is held against, but for what `heed` has of it.
  function _heedCapacity(Books memory books, Order memory order) private pure {
    OrderRules.Capacity memory c = books.capacity;
    uint256 moved = Payoff.lockOf(books.kind, SignedMath.abs(order.quantity), order.id.strikeOf());
    // Where series cover each other a sale frees less than its own lock.
    c.lockAfter = order.quantity > 0 ? books.lock + moved : Math.saturatingSub(books.lock, moved);
    uint256 left = uint256(int256(books.collateral) + order.premium * int256(books.scale));
    c.collateral = left;
    if (books.protocolFee == 0) return;
    // The protocol's part of the fee waits where the lock would need it.
    uint256 protocolFee = Math.min(
      Math.mulDiv(order.fee, books.protocolFee, WAD) / books.scale,
      Math.saturatingSub(left, c.lockAfter) / books.scale
    );
    c.collateral = left - protocolFee * books.scale;
  }
}
