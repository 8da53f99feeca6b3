// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IVaultClearing} from "../interfaces/IVaultClearing.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {AccountId} from "../types/AccountId.sol";
import {EXPIRY_SECOND} from "../types/Book.sol";
import {Leg} from "../types/Leg.sol";
import {SeriesId, parseSeriesId, toSeriesId} from "../types/SeriesId.sol";
import {AccountBatch} from "./AccountBatch.sol";
import {AccountRights} from "./AccountRights.sol";
import {AccountRisk} from "./AccountRisk.sol";
import {AccountState, AccountStorage, Holdings, Position as PackedPosition} from "./AccountStorage.sol";
import {VaultListing, VaultTerms} from "./VaultListing.sol";

/// @title MarginEngine
/// @notice Accounts without debt over the vaults of one factory. See `IMarginEngine`. No owner, no role, no parameter:
/// what is here is all there is.
///
/// The engine holds no token. Collateral lies with the vaults, as the pledge that each keeps for all accounts together;
/// an account's share of it is a number here. What must hold, and why it does:
///
/// - A share covers the worst case of the account's own positions at that vault, expiry by expiry (`AccountRisk`),
///   after every call and
///   at the end of every batch. It depends on nothing else: on no price, no time, no other vault, no other account.
/// - Lots of all accounts in a series add up to what the vault has cleared there: both move by the same calls.
/// - Shares of all accounts, less what each owes at expiries that its vault has settled and it has not, add up to the
///   vault's pledge at
///   most: each call moves both by the same amount, and at settlement ⌈Σ a⌉ ≤ Σ ⌈a⌉. What that rounding leaves in a
/// pledge, some units an
///   expiry, is nobody's.
///
/// So the vault's own test of the pledge never stands in the way of an account that satisfies its own.
contract MarginEngine is AccountBatch, AccountRights, VaultListing {
  using AccountRisk for Holdings;
  using AccountStorage for AccountState;
  using AccountStorage for Holdings;
  using SafeERC20 for IERC20;

  /// @dev Bytes of `IVaultClearing.NotClosing`: a selector and three words.
  uint256 private constant NOT_CLOSING_BYTES = 4 + 3 * 32;

  mapping(AccountId account => AccountState state) private _accounts;

  constructor(IVaultFactory factory_) VaultListing(factory_) {}

  // Pledges

  /// @inheritdoc IMarginEngine
  function deposit(AccountId account, IOptionVault vault, uint256 amount) external entry {
    require(amount != 0, ZeroAmount());
    uint256 index = _listed(vault).indexOf();
    Holdings memory held = _accounts[account].load(account);
    (bool found, uint256 slot) = held.find(index);
    if (!found) {
      // Else a stranger's deposit could take the last place that an account has for a vault.
      _requireAuthorised(account);
      slot = held.open(index);
    }
    held.shares[slot] += amount;
    // What only adds needs no check.
    _accounts[account].store(held);
    emit Deposited(account, vault, msg.sender, amount);
    _collateralOf(vault).safeTransferFrom(msg.sender, address(vault), amount);
    IVaultClearing(address(vault)).pledge(amount);
  }

  /// @inheritdoc IMarginEngine
  function withdraw(
    AccountId account,
    IOptionVault vault,
    uint256 amount,
    address receiver
  ) external entry returns (uint256 paid) {
    require(amount != 0, ZeroAmount());
    _requireReceiver(receiver, vault);
    _requireAuthorised(account);
    VaultTerms terms = _termsOf(vault);
    Holdings memory held = _accounts[account].load(account);
    (bool found, uint256 slot) = held.find(terms.indexOf());
    uint256 share = found ? held.shares[slot] : 0;
    paid = amount;
    if (amount == type(uint256).max) {
      paid = found ? Math.saturatingSub(share, held.neededAt(slot, terms)) : 0;
      if (paid == 0) return 0;
    }
    require(paid <= share, PledgeTooSmall(account, vault, share, paid));
    held.shares[slot] = share - paid;
    _store(held, vault, terms);
    emit Withdrawn(account, vault, receiver, paid);
    IVaultClearing(address(vault)).unpledge(paid, receiver);
  }

  // Positions

  /// @inheritdoc IMarginEngine
  function trade(
    AccountId account,
    IOptionVault vault,
    Leg[] calldata legs,
    int256 maxPremium,
    uint256 deadline
  ) external entry returns (int256 premium) {
    require(block.timestamp <= deadline, DeadlinePassed(deadline, block.timestamp));
    _requireAuthorised(account);
    VaultTerms terms = _listed(vault);
    Holdings memory held = _accounts[account].load(account);
    uint256 slot = held.open(terms.indexOf());
    uint256 closing = _addLegs(held, slot, terms, legs);
    premium = _clear(vault, legs, closing, maxPremium);
    _charge(held, slot, vault, premium);
    _store(held, vault, terms);
    emit Traded(account, vault, msg.sender, legs, premium);
  }

  /// @inheritdoc IMarginEngine
  function surrender(AccountId account, IOptionVault vault, SeriesId id, uint256 quantity) external entry {
    _requireAuthorised(account);
    VaultTerms terms = _listed(vault);
    Holdings memory held = _accounts[account].load(account);
    held.add(_keyOf(id, held.open(terms.indexOf()), terms), -_toLots(account, quantity, terms));
    // More of what is long never owes more.
    _accounts[account].store(held);
    emit Surrendered(account, vault, id, quantity);
    IVaultClearing(address(vault)).surrender(id, quantity, msg.sender);
  }

  /// @inheritdoc IMarginEngine
  function issue(
    AccountId account,
    IOptionVault vault,
    SeriesId id,
    uint256 quantity,
    address receiver
  ) external entry {
    _requireReceiver(receiver, vault);
    _requireAuthorised(account);
    VaultTerms terms = _termsOf(vault);
    Holdings memory held = _accounts[account].load(account);
    _takeOut(held, terms, id, -_toLots(account, quantity, terms));
    _store(held, vault, terms);
    emit Issued(account, vault, id, quantity, receiver);
    IVaultClearing(address(vault)).issue(id, quantity, receiver);
  }

  /// @inheritdoc IMarginEngine
  function move(AccountId from, AccountId to, IOptionVault vault, Leg[] calldata legs, uint256 amount) external entry {
    // Each is read, changed and written by itself.
    require(AccountId.unwrap(from) != AccountId.unwrap(to), SameAccount(from));
    require(legs.length != 0 || amount != 0, ZeroAmount());
    _requireAuthorised(from);
    _requireAuthorised(to);
    VaultTerms terms = _termsOf(vault);
    Holdings memory giver = _accounts[from].load(from);
    Holdings memory taker = _accounts[to].load(to);
    _moveLegs(giver, taker, terms, legs);
    _movePledge(giver, taker, vault, terms, amount);
    _store(giver, vault, terms);
    _store(taker, vault, terms);
    emit Moved(from, to, vault, amount, legs);
  }

  /// @inheritdoc IMarginEngine
  function settleAccount(AccountId account, IOptionVault vault, uint256 expiry) external entry returns (int256 owed) {
    VaultTerms terms = _termsOf(vault);
    Holdings memory held = _accounts[account].load(account);
    (bool found, uint256 slot) = held.find(terms.indexOf());
    uint256 price = _settledPrice(vault, expiry);
    uint256 group = _groupOf(slot, expiry);
    if (found) (owed, found) = held.owedAt(group, terms, price);
    require(found, NothingToSettle(account, vault, expiry));
    held.removeGroup(group);
    // No more than the worst case of this expiry; what is left covers the others, so that nothing is to be checked.
    _charge(held, slot, vault, owed);
    _accounts[account].store(held);
    emit PositionsSettled(account, vault, expiry, owed);
  }

  // Views

  /// @inheritdoc IMarginEngine
  function accountOf(
    AccountId account
  ) public view override(IMarginEngine, AccountBatch) nonReentrantView returns (Account memory found) {
    Holdings memory held = _accounts[account].load(account);
    found.positions = new Position[](held.count);
    for (uint256 i; i < held.count; ++i) found.positions[i] = _described(held, held.positions[i]);
    uint256 count;
    for (uint256 slot; slot < AccountStorage.MAX_VAULTS; ++slot) if (held.indexes[slot] != 0) ++count;
    found.pledges = new Pledge[](count);
    count = 0;
    for (uint256 slot; slot < AccountStorage.MAX_VAULTS; ++slot) {
      if (held.indexes[slot] == 0) continue;
      IOptionVault vault = _vaultAt(held.indexes[slot]);
      found.pledges[count++] = Pledge(vault, held.shares[slot], held.neededAt(slot, _termsOf(vault)));
    }
  }

  /// @inheritdoc IMarginEngine
  function nonces(address owner) public view override(IMarginEngine, AccountRights) returns (uint256) {
    return super.nonces(owner);
  }

  function _described(Holdings memory held, PackedPosition position) private view returns (Position memory) {
    IOptionVault vault = _vaultAt(held.indexes[position.slotOf()]);
    VaultTerms terms = _termsOf(vault);
    SeriesId id = toSeriesId(position.expiryOf(), position.tickOf() * terms.tickSizeOf());
    return Position(vault, id, position.lotsOf() * int256(terms.lotSizeOf()));
  }

  // Checks

  /// @dev Writes an account that may need more at a vault than it did, and checks it, now or at the end of the batch.
  /// At other vaults nothing changed.
  function _store(Holdings memory held, IOptionVault vault, VaultTerms terms) private {
    _accounts[held.id].store(held);
    if (_isDeferred(held.id)) return;
    (bool found, uint256 slot) = held.find(terms.indexOf());
    if (found) _check(held, slot, vault, terms);
  }

  /// @inheritdoc AccountBatch
  function _checkAccount(AccountId account) internal view override {
    Holdings memory held = _accounts[account].load(account);
    for (uint256 slot; slot < AccountStorage.MAX_VAULTS; ++slot) {
      if (held.indexes[slot] == 0) continue;
      IOptionVault vault = _vaultAt(held.indexes[slot]);
      _check(held, slot, vault, _termsOf(vault));
    }
  }

  function _check(Holdings memory held, uint256 slot, IOptionVault vault, VaultTerms terms) private pure {
    (uint256 share, uint256 needed) = (held.shares[slot], held.neededAt(slot, terms));
    require(share >= needed, PledgeTooSmall(held.id, vault, share, needed));
  }

  /// @dev Whom nothing could be got back from. The vault refuses its own tokens and its queue besides, by the same
  /// error.
  function _requireReceiver(address receiver, IOptionVault vault) private view {
    bool isLost = receiver == address(0) || receiver == address(this) || receiver == address(vault);
    require(!isLost, BadReceiver(receiver));
  }

  // Inside

  /// @dev Books an order's legs.
  /// @return closing bit i: leg i only makes smaller what the account holds
  function _addLegs(
    Holdings memory held,
    uint256 slot,
    VaultTerms terms,
    Leg[] calldata legs
  ) private pure returns (uint256 closing) {
    for (uint256 i; i < legs.length; ++i) {
      Leg calldata leg = legs[i];
      int256 lots = _toLots(held.id, SignedMath.abs(leg.quantity), terms);
      int256 before = held.add(_keyOf(leg.id, slot, terms), leg.quantity > 0 ? -lots : lots);
      // What it holds the other way.
      int256 opposite = leg.quantity > 0 ? before : -before;
      if (opposite < lots) continue;
      closing |= 1 << i;
      bool enough = lots == opposite || uint256(lots) >= terms.minLotsOf();
      require(enough, OrderTooSmall(uint256(lots) * terms.lotSizeOf(), terms.minLotsOf() * terms.lotSizeOf()));
    }
  }

  /// @dev Where others hold the other way what this account closes, it is no closing to the vault, which sees all
  /// accounts as one: then that leg is traded as one that opens, as far as the vault lets it.
  function _clear(
    IOptionVault vault,
    Leg[] calldata legs,
    uint256 closing,
    int256 maxPremium
  ) private returns (int256) {
    try IVaultClearing(address(vault)).clear(legs, closing, maxPremium) returns (int256 premium) {
      return premium;
    } catch (bytes memory reason) {
      // Once for each leg at most.
      return _clear(vault, legs, _withoutRefused(legs, closing, reason), maxPremium);
    }
  }

  /// @dev Reverts with the reason where it is another than that a leg does not close.
  function _withoutRefused(Leg[] calldata legs, uint256 closing, bytes memory reason) private pure returns (uint256) {
    if (reason.length == NOT_CLOSING_BYTES && bytes4(reason) == IVaultClearing.NotClosing.selector) {
      uint256 refused;
      assembly ("memory-safe") {
        refused := mload(add(reason, 0x24))
      }
      for (uint256 i; i < legs.length; ++i) {
        if (SeriesId.unwrap(legs[i].id) == refused && (closing >> i) & 1 != 0) return closing & ~(1 << i);
      }
    }
    assembly ("memory-safe") {
      revert(add(reason, 0x20), mload(reason))
    }
  }

  /// @dev Takes token units out of a share, or adds them where negative.
  function _charge(Holdings memory held, uint256 slot, IOptionVault vault, int256 amount) private pure {
    uint256 share = held.shares[slot];
    if (amount > 0) {
      require(uint256(amount) <= share, PledgeTooSmall(held.id, vault, share, uint256(amount)));
      held.shares[slot] = share - uint256(amount);
    } else {
      held.shares[slot] = share + uint256(-amount);
    }
  }

  /// @dev Takes lots out of an account that has as many of that sign.
  function _takeOut(Holdings memory held, VaultTerms terms, SeriesId id, int256 lots) private pure {
    (bool found, uint256 slot) = held.find(terms.indexOf());
    uint256 key = _keyOf(id, slot, terms);
    int256 before = found ? held.lotsAt(key) : int256(0);
    bool enough = lots > 0 ? before >= lots : before <= lots;
    int256 lotSize = int256(terms.lotSizeOf());
    require(enough, PositionTooSmall(held.id, id, SignedMath.abs(lots * lotSize), before * lotSize));
    held.add(key, -lots);
  }

  function _moveLegs(Holdings memory giver, Holdings memory taker, VaultTerms terms, Leg[] calldata legs) private pure {
    uint256 slot = taker.open(terms.indexOf());
    for (uint256 i; i < legs.length; ++i) {
      Leg calldata leg = legs[i];
      int256 lots = _toLots(giver.id, SignedMath.abs(leg.quantity), terms);
      if (leg.quantity < 0) lots = -lots;
      _takeOut(giver, terms, leg.id, lots);
      taker.add(_keyOf(leg.id, slot, terms), lots);
    }
  }

  function _movePledge(
    Holdings memory giver,
    Holdings memory taker,
    IOptionVault vault,
    VaultTerms terms,
    uint256 amount
  ) private pure {
    if (amount == 0) return;
    (bool found, uint256 slot) = giver.find(terms.indexOf());
    uint256 share = found ? giver.shares[slot] : 0;
    require(amount <= share, PledgeTooSmall(giver.id, vault, share, amount));
    giver.shares[slot] = share - amount;
    taker.shares[taker.open(terms.indexOf())] += amount;
  }

  /// @dev The price at which accounts end: the vault's own. Where all that accounts held of an expiry cancelled out and
  /// nobody else held any, the vault may have made room for it without a price; then it is the one that is fixed for
  /// the market, and no pledge has moved.
  function _settledPrice(IOptionVault vault, uint256 expiry) private view returns (uint256 price) {
    price = vault.settledPrice(expiry);
    if (price != 0) return price;
    require(block.timestamp >= expiry, NotSettled(vault, expiry));
    uint256[] memory live = vault.expiries();
    for (uint256 i; i < live.length; ++i) require(live[i] != expiry, NotSettled(vault, expiry));
    price = vault.expiryPrice().priceOf(expiry);
    require(price != 0, NotSettled(vault, expiry));
  }

  /// @dev Key of a position (see `Position`) in a series that a vault can list: an expiry at 08:00 UTC, a strike on its
  /// grid.
  function _keyOf(SeriesId id, uint256 slot, VaultTerms terms) private pure returns (uint256) {
    id = parseSeriesId(SeriesId.unwrap(id));
    (uint256 expiry, uint256 strike, uint256 tickSize) = (id.expiryOf(), id.strikeOf(), terms.tickSizeOf());
    bool listable =
      expiry % 1 days == EXPIRY_SECOND &&
        expiry / 1 days <= type(uint16).max &&
        strike % tickSize == 0 &&
        strike / tickSize <= type(uint24).max;
    require(listable, IOptionVault.SeriesNotListed(id));
    return (_groupOf(slot, expiry) << 64) | (strike / tickSize);
  }

  /// @dev Vault and expiry of a position; of none where the expiry is not one.
  function _groupOf(uint256 slot, uint256 expiry) private pure returns (uint256) {
    bool isExpiry = expiry % 1 days == EXPIRY_SECOND && expiry / 1 days <= type(uint16).max;
    return isExpiry ? (slot << 16) | (expiry / 1 days) : type(uint256).max;
  }

  /// @dev Options to lots, WAD.
  function _toLots(AccountId account, uint256 quantity, VaultTerms terms) private pure returns (int256) {
    require(quantity != 0, ZeroAmount());
    uint256 lotSize = terms.lotSizeOf();
    require(quantity % lotSize == 0, NotWholeLots(quantity, lotSize));
    uint256 lots = quantity / lotSize;
    uint256 maximum = uint256(AccountStorage.MAX_LOTS);
    require(lots <= maximum, PositionTooLarge(account, lots, maximum));
    return int256(lots);
  }
}
