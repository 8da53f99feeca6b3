// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {Quote} from "../types/Quote.sol";
import {SeriesId, parseSeriesId} from "../types/SeriesId.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {VaultState} from "../types/VaultState.sol";
import {VaultLimits} from "../vault/core/VaultLimits.sol";

/// @title TradeCheck
/// @notice A vault's answer to a trade, told from its views: the same checks in the same order with the same errors as in
/// `VaultTrading`. A test holds the two together: it sends what was quoted and compares.
library TradeCheck {
  uint256 private constant WAD = 1e18;
  uint256 private constant TOKEN_WAD_DECIMALS = 18;
  /// @dev What a book's entry holds, in lots.
  uint256 private constant MAX_LOTS = uint256(uint40(type(int40).max));

  /// @notice One trade, as it is looked at.
  struct Order {
    IOptionVault vault;
    SeriesId id;
    bool buying;
    uint256 quantity;
    IOptionVault.SeriesRules rules;
    IOptionVault.Accounts accounts;
    VaultState state;
  }

  /// @notice What the vault's views say once, for trades of any size.
  function load(IOptionVault vault, SeriesId id, int256 quantity) internal view returns (Order memory order) {
    order.vault = vault;
    order.id = id;
    order.buying = quantity > 0;
    order.quantity = SignedMath.abs(quantity);
    order.rules = vault.seriesRules();
    order.accounts = vault.accounts();
    order.state = vault.state();
  }

  /// @notice Reverts with the error that the trade would meet before it is priced.
  function requireAdmitted(Order memory order) internal view {
    uint256 quantity = order.quantity;
    if (order.buying) {
      require(order.state < VaultState.CloseOnly, IOptionVault.StateForbids(order.state));
      require(IERC20(address(order.vault)).totalSupply() != 0, IOptionVault.NoProviders());
      require(quantity >= order.rules.minOrder, IOptionVault.OrderTooSmall(quantity, order.rules.minOrder));
    } else {
      require(order.state < VaultState.SettleOnly, IOptionVault.StateForbids(order.state));
      require(quantity != 0, IOptionVault.ZeroAmount());
    }
    parseSeriesId(SeriesId.unwrap(order.id));
    uint256 expiry = order.id.expiryOf();
    uint256 cutOff = Math.saturatingSub(expiry, VaultLimits.TRADING_CUT_OFF);
    require(block.timestamp < cutOff, IOptionVault.ExpiryClosed(expiry, cutOff));
    uint256 lotSize = order.rules.lotSize;
    require(quantity % lotSize == 0, IOptionVault.NotWholeLots(quantity, lotSize));
    uint256 most = MAX_LOTS * lotSize;
    require(quantity <= most, IOptionVault.OrderTooLarge(quantity, most));
    // An unlisted series meets its own error in `quoteTrade`.
    if (!order.vault.isListed(order.id)) return;
    uint256 left = positionRoom(order);
    require(quantity <= left, IOptionVault.OrderTooLarge(quantity, left));
  }

  /// @notice Reverts with the error that the trade would meet once it is priced.
  function requireAccepted(Order memory order, Quote memory q) internal view {
    if (order.buying) _requireOpening(order, q);
    else _requireCovered(order, q);
  }

  /// @notice Options that the vault's book and capacity have room for at most in this direction, WAD; what the price of a
  /// trade of that size does, its premium included, is not looked at.
  /// @param q the price of any quantity: the book and the capital in it are those before the trade
  function room(Order memory order, Quote memory q) internal view returns (uint256) {
    uint256 most = positionRoom(order);
    if (!order.buying) return most;
    uint256 collateral = _collateral(order.accounts, scaleOf(order.vault));
    uint256 claim = _queueClaim(order.vault, collateral, q);
    uint256 free = Math.saturatingSub(_allowedLock(q, claim), order.accounts.lock);
    if (order.state == VaultState.Guarded) free = (free * VaultLimits.GUARDED_ORDER_SHARE) / WAD;
    uint256 lotSize = order.rules.lotSize;
    return Math.min(most, (free / _lockOf(order, lotSize)) * lotSize);
  }

  /// @notice Options that the series' entry in the book has room for, WAD.
  function positionRoom(Order memory order) internal view returns (uint256) {
    uint256 net = uint256(order.vault.netOf(order.id));
    return order.buying ? MAX_LOTS * order.rules.lotSize - net : net;
  }

  /// @notice WAD collateral in token units, rounded for the vault.
  function toUnits(IOptionVault vault, uint256 wad, bool buying) internal view returns (uint256) {
    uint256 scale = scaleOf(vault);
    return buying ? Math.ceilDiv(wad, scale) : wad / scale;
  }

  /// @notice WAD per token unit of the vault's collateral.
  function scaleOf(IOptionVault vault) internal view returns (uint256) {
    return 10 ** (TOKEN_WAD_DECIMALS - IERC20Metadata(address(vault.collateral())).decimals());
  }

  /// @dev A purchase: what may be opened, and whether its lock fits once the redeem queue has had its claim.
  function _requireOpening(Order memory order, Quote memory q) private view {
    IOptionVault.SeriesRules memory rules = order.rules;
    require(q.surface == SurfaceStatus.Fresh, IOptionVault.SurfaceForbids());
    uint256 tenor = order.id.expiryOf() - block.timestamp;
    require(
      tenor >= rules.minTenor && tenor <= rules.maxTenor,
      IOptionVault.TenorOutOfBounds(tenor, rules.minTenor, rules.maxTenor)
    );
    uint256 delta = SignedMath.abs(q.spotDelta);
    require(
      delta >= rules.minDelta && delta <= rules.maxDelta,
      IOptionVault.DeltaOutOfBounds(q.spotDelta, rules.minDelta, rules.maxDelta)
    );
    uint256 amount = toUnits(order.vault, q.premium, order.buying);
    require(amount != 0, IOptionVault.ZeroAmount());
    _requireCapacity(order, q, amount - Math.min(_protocolPart(order.vault, q.fee), amount));
  }

  /// @dev The protocol's part of a fee, token units.
  function _protocolPart(IOptionVault vault, uint256 fee) private view returns (uint256) {
    return Math.mulDiv(fee, vault.protocolFee(), WAD) / scaleOf(vault);
  }

  /// @param kept what of the premium is the providers', token units
  function _requireCapacity(Order memory order, Quote memory q, uint256 kept) private view {
    uint256 scale = scaleOf(order.vault);
    uint256 before = _collateral(order.accounts, scale);
    uint256 claim = _queueClaim(order.vault, before, q);
    uint256 added = _lockOf(order, order.quantity);
    uint256 lockAfter = order.accounts.lock + added;
    uint256 collateral = Math.saturatingSub(before + kept * scale, claim);
    require(lockAfter <= collateral, IOptionVault.Insolvent(lockAfter, collateral));
    uint256 allowed = _allowedLock(q, claim);
    require(
      lockAfter <= allowed,
      IOptionVault.UtilisationAboveLimit(
        lockAfter,
        Math.saturatingSub(q.riskCapital, claim),
        VaultLimits.OPENING_UTILISATION
      )
    );
    if (order.state != VaultState.Guarded) return;
    uint256 free = Math.saturatingSub(Math.min(allowed, collateral), order.accounts.lock);
    uint256 share = (free * VaultLimits.GUARDED_ORDER_SHARE) / WAD;
    require(added <= share, IOptionVault.OrderTooLarge(order.quantity, Math.mulDiv(order.quantity, share, added)));
  }

  /// @dev A sale: that it pays, and that what is left covers what stays written.
  function _requireCovered(Order memory order, Quote memory q) private view {
    uint256 amount = toUnits(order.vault, q.premium, order.buying);
    require(amount != 0, IOptionVault.NothingToPay());
    uint256 scale = scaleOf(order.vault);
    uint256 left = Math.saturatingSub(_collateral(order.accounts, scale), amount * scale);
    uint256 lockAfter = order.accounts.lock - _lockOf(order, order.quantity);
    require(lockAfter <= left, IOptionVault.Insolvent(lockAfter, left));
  }

  /// @dev The most that may be locked, WAD.
  function _allowedLock(Quote memory q, uint256 claim) private pure returns (uint256) {
    return (Math.saturatingSub(q.riskCapital, claim) * VaultLimits.OPENING_UTILISATION) / WAD;
  }

  /// @dev C, WAD.
  function _collateral(IOptionVault.Accounts memory a, uint256 scale) private pure returns (uint256) {
    return (a.held - a.reserve - a.feesOwed - a.escrow) * scale;
  }

  /// @dev What the redeem queue's shares are worth, WAD.
  function _queueClaim(IOptionVault vault, uint256 collateral, Quote memory q) private view returns (uint256) {
    address queue = vault.queue();
    int256 nav = int256(collateral) - int256(q.bookValue) - int256(q.chargeBefore);
    if (queue == address(0) || nav <= 0) return 0;
    uint256 shares = IERC20(address(vault)).balanceOf(queue);
    uint256 supply = IERC20(address(vault)).totalSupply() + VaultLimits.VIRTUAL_SHARES;
    return Math.mulDiv(shares, uint256(nav) + scaleOf(vault), supply, Math.Rounding.Ceil);
  }

  /// @dev What a quantity locks in the worst case, WAD.
  function _lockOf(Order memory order, uint256 quantity) private view returns (uint256) {
    if (order.vault.kind() == OptionKind.Call) return quantity;
    return (quantity * order.id.strikeOf()) / WAD;
  }
}
