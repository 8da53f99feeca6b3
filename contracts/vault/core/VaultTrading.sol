// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {Book} from "../../types/Book.sol";
import {Leg} from "../../types/Leg.sol";
import {LegQuote} from "../../types/LegQuote.sol";
import {OrderQuote} from "../../types/OrderQuote.sol";
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
    OrderRules.checkState(legs, order.ledger.state, order.ledger.hasShares, _minOrder());
    Book memory loaded = _loadBook();
    (order.lockBefore, order.lockAfter) = (order.ledger.lock, order.ledger.lock);
    for (uint256 i; i < legs.length; ++i) _locate(order, loaded, i);

    (order.claimShares, order.claimEpoch) = _claimShares(order.ledger);
    _quoteInto(order.quote, order.ledger, loaded, order.claimShares, legs);
    OrderRules.checkOpening(order.legs, order.quote, _openingBounds());

    int256 wad = order.quote.premium;
    order.premium = wad > 0 ? int256(_toUnitsUp(uint256(wad))) : -int256(_toUnitsDown(uint256(-wad)));
    Ledger memory ledger = order.ledger;
    if (order.premium > 0) ledger.held += uint256(order.premium);
    else ledger.held -= uint256(-order.premium);
    uint256 left = _collateralWad(ledger);
    // The fee is part of what the trader pays or does not get; the protocol's part of it waits where the lock would need it.
    order.protocolFee = Math.min(
      _toUnitsDown(_shareOf(order.quote.fee, _params.protocolFee())),
      _toUnitsDown(Math.saturatingSub(left, order.lockAfter))
    );
    ledger.others += order.protocolFee;
    OrderRules.checkCapacity(
      OrderRules.Capacity({
        state: ledger.state,
        collateral: _collateralWad(ledger),
        actual: order.quote.capital.actual,
        claim: order.quote.claim,
        lockBefore: order.lockBefore,
        lockAfter: order.lockAfter
      })
    );
  }

  /// @dev Finds a leg's series, and moves its lots and the lock.
  function _locate(Order memory order, Book memory loaded, uint256 index) private view {
    Leg memory leg = order.legs[index];
    SeriesId id = parseSeriesId(SeriesId.unwrap(leg.id));
    uint256 strike = id.strikeOf();
    Position memory position = order.positions[index];
    (bool open, bool listed) = BookStorage.locateInto(loaded, id.expiryOf(), strike / _tickSize(), position);
    require(open, IOptionVault.ExpiryNotOpen(id.expiryOf()));
    // Strikes off the tick grid are listed nowhere.
    require(listed && strike % _tickSize() == 0, IOptionVault.SeriesNotListed(id));
    position.lots = OrderRules.lotsAfter(position.lots, leg.quantity, _lotSize());
    uint256 lock = Payoff.lockOf(_kind(), SignedMath.abs(leg.quantity), strike);
    order.lockAfter = leg.quantity > 0 ? order.lockAfter + lock : order.lockAfter - lock;
  }

  /// @dev Bounds on the legs' own parts; an order of one leg is bounded as a whole.
  function _checkLegLimits(Order memory order) private view {
    if (order.legs.length == 1) return;
    for (uint256 i; i < order.legs.length; ++i) {
      Leg memory leg = order.legs[i];
      uint256 amount = _ownAmount(order, i);
      bool within = leg.quantity > 0 ? amount <= leg.limit : amount >= leg.limit;
      require(within, IOptionVault.LegLimitMissed(i, amount, leg.limit));
    }
  }

  /// @dev Stores the ledger and the series.
  function _settleOrder(Order memory order) private {
    Ledger memory ledger = order.ledger;
    OrderQuote memory quote = order.quote;
    _noteLeastLock(order.claimShares != 0, order.claimEpoch, order.lockBefore, order.lockAfter);
    ledger.lock = order.lockAfter;
    ledger.traded = true;
    ledger.bookStep(quote.capital);
    ledger.bookCharge(quote.chargeAfter);
    _ledger.store(ledger);
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
  function _ownAmount(Order memory order, uint256 index) private view returns (uint256) {
    LegQuote memory q = order.quote.legs[index];
    return order.legs[index].quantity > 0 ? _toUnitsUp(q.amount) : _toUnitsDown(q.amount);
  }
}
