// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {Book, CLEARED_FLAG, LONG_FLAG, LONG_FLAGS, hasFlag, withFlag} from "../../types/Book.sol";
import {Leg} from "../../types/Leg.sol";
import {LegQuote} from "../../types/LegQuote.sol";
import {OrderQuote} from "../../types/OrderQuote.sol";
import {RiskParams} from "../../types/RiskParams.sol";
import {SeriesId, parseSeriesId} from "../../types/SeriesId.sol";
import {BookState, BookStorage, Position} from "./BookStorage.sol";
import {Ledger, LedgerState, LedgerStorage} from "./Ledger.sol";
import {Order, Orders} from "./Order.sol";
import {OrderRules} from "./OrderRules.sol";
import {Payoff} from "./Payoff.sol";
import {RiskParamsState, RiskParamsStorage} from "./RiskParamsStorage.sol";
import {VaultPricing} from "./VaultPricing.sol";

/// @title VaultTrading
/// @notice An order of signed legs, priced in one pass: checks, then all effects, then tokens. The checks themselves are
/// `OrderRules`', the same for an order that is sent and one that is only asked about.
abstract contract VaultTrading is VaultPricing {
  using BookStorage for BookState;
  using LedgerStorage for LedgerState;
  using LedgerStorage for Ledger;
  using RiskParamsStorage for RiskParamsState;

  /// @notice The smallest purchase, WAD options, and what may be opened.
  function _minOrder() internal view virtual returns (uint256);
  function _openingBounds() internal view virtual returns (OrderRules.OpeningBounds memory);

  /// @notice Everything of an order but the tokens: prices it, checks it, stores it, mints and burns.
  /// @param owner whose options are sold
  /// @param receiver of options that are bought
  /// @return premium token units: to be paid in (positive) or out (negative)
  function _trade(Leg[] memory legs, address owner, address receiver) internal returns (int256 premium) {
    Order memory order = Orders.blank(legs)[0];
    _price(order);
    OrderRules.checkPremium(order.legs, order.premium);
    _checkLegLimits(order);
    _settleOrder(order);
    _moveOptions(order, owner, receiver);
    return order.premium;
  }

  /// @notice Gives a blank order its price and what it would leave behind, all checks made.
  function _price(Order memory order) internal view {
    Leg[] memory legs = order.legs;
    _ledger.loadInto(order.ledger);
    _checkLegs(order);
    Book memory loaded = _loadBook();
    (order.lockBefore, order.lockAfter) = (order.ledger.lock, order.ledger.lock);
    order.expiriesBefore = loaded.expiries;
    for (uint256 i; i < legs.length; ++i) _locate(order, loaded, i);
    order.expiriesAfter = loaded.expiries;

    (order.claimShares, order.claimEpoch) = _claimShares(order.ledger);
    _quoteInto(order.quote, order.ledger, loaded, order.claimShares, _paramsOf(order), legs);
    _checkOpening(order);
    if (loaded.expiries & LONG_FLAGS != 0) _net(order, loaded);
    _bookPremium(order);
    _checkCapacity(order);
  }

  /// @notice What the legs, the state and the hour allow.
  function _checkLegs(Order memory order) internal view virtual {
    OrderRules.checkState(order.legs, order.ledger.state, order.ledger.hasShares, _minOrder());
  }

  /// @notice The tier that an order is priced by.
  function _paramsOf(Order memory order) internal view virtual returns (RiskParams memory) {
    return _riskParams(order.ledger.state);
  }

  /// @notice What may be opened.
  function _checkOpening(Order memory order) internal view virtual {
    OrderRules.checkOpening(order.legs, order.quote, _openingBounds());
  }

  /// @notice What the order's lock is held against.
  function _checkCapacity(Order memory order) internal view virtual {
    OrderRules.checkCapacity(_capacityOf(order));
  }

  function _capacityOf(Order memory order) internal view returns (OrderRules.Capacity memory) {
    return
      OrderRules.Capacity({
        state: order.ledger.state,
        collateral: _collateralWad(order.ledger),
        actual: order.quote.capital.actual,
        claim: order.quote.claim,
        lockBefore: order.lockBefore,
        lockAfter: order.lockAfter
      });
  }

  /// @dev The premium in token units: what is paid out leaves the lock covered, so that whoever holds an option can always sell it
  /// back. What is owed to the protocol of it waits where the lock would need it.
  function _bookPremium(Order memory order) private view {
    Ledger memory ledger = order.ledger;
    int256 wad = order.quote.premium;
    if (wad > 0) {
      uint256 cost = _toUnitsUp(uint256(wad));
      order.premium = int256(cost);
      ledger.held += cost;
    } else {
      uint256 free = Math.saturatingSub(_collateralWad(ledger), order.lockAfter);
      uint256 payout = _toUnitsDown(Math.min(uint256(-wad), free));
      order.premium = -int256(payout);
      ledger.held -= payout;
    }
    uint256 left = _collateralWad(ledger);
    order.protocolFee = Math.min(
      _toUnitsDown(_shareOf(order.quote.fee, _params.protocolFee())),
      _toUnitsDown(Math.saturatingSub(left, order.lockAfter))
    );
    ledger.others += order.protocolFee;
  }

  /// @dev The lock after an order that touches expiries whose series cover each other: there legs change the worst case of all of them
  /// together, one after another, so that the changes add up.
  function _net(Order memory order, Book memory loaded) private view {
    (uint256 lock, uint256 expiries) = (order.lockBefore, loaded.expiries);
    for (uint256 i; i < order.legs.length; ++i) {
      Position memory position = order.positions[i];
      if (hasFlag(loaded.expiries, position.index, LONG_FLAG)) {
        (uint256 first, uint256 end) = BookStorage.quadsOf(loaded, position);
        lock -= _worstOf(loaded.quads, first, end);
        BookStorage.setLoaded(loaded, position, position.lots);
        lock += _worstOf(loaded.quads, first, end);
        bool isLong = BookStorage.hasNegative(loaded.quads, first, end);
        expiries = withFlag(expiries, position.index, LONG_FLAG, isLong);
      } else {
        lock = _lockAfter(order.legs[i], lock);
      }
    }
    (order.lockAfter, order.expiriesAfter) = (lock, expiries);
  }

  /// @dev The lock after a leg whose series covers no other and is covered by none.
  function _lockAfter(Leg memory leg, uint256 lock) private view returns (uint256) {
    uint256 own = Payoff.lockOf(_kind(), SignedMath.abs(leg.quantity), leg.id.strikeOf());
    // Of a series in which holders have more than the vault owes, more can be sold than is locked; then it is netted.
    return leg.quantity > 0 ? lock + own : Math.saturatingSub(lock, own);
  }

  /// @dev Finds a leg's series, moves its lots, and marks its expiry where the vault becomes long there.
  function _locate(Order memory order, Book memory loaded, uint256 index) private view {
    Leg memory leg = order.legs[index];
    SeriesId id = parseSeriesId(SeriesId.unwrap(leg.id));
    uint256 strike = id.strikeOf();
    Position memory position = order.positions[index];
    (bool open, bool listed) = BookStorage.locateInto(loaded, id.expiryOf(), strike / _tickSize(), position);
    require(open, IOptionVault.ExpiryNotOpen(id.expiryOf()));
    // Strikes off the tick grid are listed nowhere.
    require(listed && strike % _tickSize() == 0, IOptionVault.SeriesNotListed(id));
    bool cleared = order.ledger.hasCleared && hasFlag(loaded.expiries, position.index, CLEARED_FLAG);
    int256 lots = _lotsAfter(leg, position.lots, cleared);
    if (lots < 0) loaded.expiries = withFlag(loaded.expiries, position.index, LONG_FLAG, true);
    position.lots = lots;
    order.lockAfter = _lockAfter(leg, order.lockAfter);
  }

  /// @notice A leg's net lots after the order.
  /// @param cleared whether accounts have lots in its expiry
  function _lotsAfter(Leg memory leg, int256 lots, bool cleared) internal view virtual returns (int256) {
    return OrderRules.lotsAfter(lots, leg.quantity, _lotSize(), cleared);
  }

  /// @dev Bounds on the legs' own parts; an order of one leg is bounded as a whole.
  function _checkLegLimits(Order memory order) internal view {
    if (order.legs.length == 1) return;
    for (uint256 i; i < order.legs.length; ++i) {
      Leg memory leg = order.legs[i];
      uint256 amount = _ownAmount(order, i);
      bool within = leg.quantity > 0 ? amount <= leg.limit : amount >= leg.limit;
      require(within, IOptionVault.LegLimitMissed(i, amount, leg.limit));
    }
  }

  /// @dev Stores the ledger and the series.
  function _settleOrder(Order memory order) internal {
    Ledger memory ledger = order.ledger;
    OrderQuote memory quote = order.quote;
    _noteLeastLock(order.claimShares != 0, order.claimEpoch, order.lockBefore, order.lockAfter);
    ledger.lock = order.lockAfter;
    ledger.traded = true;
    ledger.bookStep(quote.capital);
    ledger.bookCharge(quote.chargeAfter);
    _ledger.store(ledger);
    if (order.expiriesAfter != order.expiriesBefore) _book.expiries = order.expiriesAfter;
    for (uint256 i; i < order.positions.length; ++i) _book.setLots(order.positions[i], order.positions[i].lots);
    emit IOptionVault.BookMarked(
      _collateralWad(ledger),
      quote.valueAfter,
      ledger.riskCapital,
      quote.chargeAfter,
      ledger.lock,
      quote.spot
    );
  }

  /// @dev Mints what is bought, burns what is sold, and says so.
  function _moveOptions(Order memory order, address owner, address receiver) private {
    bool alone = order.legs.length == 1;
    for (uint256 i; i < order.legs.length; ++i) {
      Leg memory leg = order.legs[i];
      uint256 size = SignedMath.abs(leg.quantity);
      uint256 amount = alone ? SignedMath.abs(order.premium) : _ownAmount(order, i);
      uint256 fee = alone ? order.quote.fee : order.quote.legs[i].fee;
      if (leg.quantity > 0) {
        _optionToken().mint(receiver, SeriesId.unwrap(leg.id), size);
        emit IOptionVault.OptionsBought(leg.id, msg.sender, receiver, size, amount, fee);
      } else {
        _optionToken().burn(owner, SeriesId.unwrap(leg.id), size, msg.sender);
        emit IOptionVault.OptionsSold(leg.id, owner, receiver, size, amount, fee);
      }
    }
    if (!alone) emit IOptionVault.OrderTraded(msg.sender, receiver, order.premium, order.quote.fee);
  }

  /// @dev A leg's own part in token units, rounded for the vault.
  function _ownAmount(Order memory order, uint256 index) internal view returns (uint256) {
    LegQuote memory q = order.quote.legs[index];
    return order.legs[index].quantity > 0 ? _toUnitsUp(q.amount) : _toUnitsDown(q.amount);
  }
}
