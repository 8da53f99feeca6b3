// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IBuyCallback} from "../interfaces/IBuyCallback.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {Book} from "../types/Book.sol";
import {Quote} from "../types/Quote.sol";
import {SeriesId, parseSeriesId} from "../types/SeriesId.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {Trade} from "../types/Trade.sol";
import {VaultState} from "../types/VaultState.sol";
import {BookState, BookStorage, Position} from "./BookStorage.sol";
import {RiskParamsState, RiskParamsStorage} from "./RiskParamsStorage.sol";
import {RulesState, RulesStorage} from "./RulesStorage.sol";
import {TradingHours} from "./TradingHours.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {VaultPricing} from "./VaultPricing.sol";
import {Ledger, LedgerState, LedgerStorage} from "./LedgerStorage.sol";

/// @title VaultTrading
/// @notice Writing options and buying them back. Checks, then all effects, then tokens.
abstract contract VaultTrading is VaultPricing {
  using LedgerStorage for LedgerState;
  using BookStorage for BookState;
  using RiskParamsStorage for RiskParamsState;
  using RulesStorage for RulesState;
  /// @dev One order against one listed series, as it goes through its checks.
  struct Order {
    SeriesId id;
    bool isPurchase;
    uint256 quantity;
    uint256 strike;
    Position position;
    Ledger ledger;
    Quote quote;
    /// Of the whole book, WAD: before and after.
    uint256 lockBefore;
    uint256 lockAfter;
    /// C before the order, WAD.
    uint256 collateralBefore;
  }

  /// @inheritdoc IOptionVault
  function buy(
    SeriesId id,
    uint256 quantity,
    uint256 maxPremium,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (uint256 premium) {
    _checkDeadline(deadline);
    premium = _write(id, quantity, receiver);
    require(premium <= maxPremium, PremiumAboveLimit(premium, maxPremium));
    _pull(msg.sender, premium);
  }

  /// @inheritdoc IOptionVault
  function buyWithCallback(
    SeriesId id,
    uint256 quantity,
    address receiver,
    bytes calldata data
  ) external nonReentrant returns (uint256 premium) {
    premium = _write(id, quantity, receiver);
    uint256 before = _balance();
    IBuyCallback(msg.sender).onPremiumDue(premium, data);
    _checkArrived(before, premium);
  }

  /// @inheritdoc IOptionVault
  function sell(
    SeriesId id,
    uint256 quantity,
    uint256 minPayout,
    address owner,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (uint256 payout) {
    _checkDeadline(deadline);
    payout = _buyBack(id, quantity, owner, receiver);
    require(payout >= minPayout, PayoutBelowLimit(payout, minPayout));
    _push(receiver, payout);
  }

  /// @inheritdoc IOptionVault
  function quoteTrade(SeriesId id, int256 quantity) external view nonReentrantView returns (Quote memory quote) {
    id = parseSeriesId(SeriesId.unwrap(id));
    Book memory loaded = _loadBook();
    Position memory position;
    _locateInto(position, loaded, id);
    _quoteInto(
      quote,
      _ledger.load(),
      loaded,
      Trade({expiry: position.expiry, strike: id.strikeOf(), quantity: quantity})
    );
  }

  /// @dev Everything of a purchase but the premium's arrival.
  function _write(SeriesId id, uint256 quantity, address receiver) private returns (uint256 premium) {
    Order memory order;
    _ledger.loadInto(order.ledger);
    require(order.ledger.state < VaultState.CloseOnly, StateForbids(order.ledger.state));
    require(totalSupply() != 0, NoProviders());
    uint256 minimum = _rules.minOrder;
    require(quantity >= minimum, OrderTooSmall(quantity, minimum));
    order.isPurchase = true;
    _price(order, id, quantity);
    _checkOpening(order);

    Quote memory quote = order.quote;
    premium = _toUnitsUp(quote.premium);
    // An oracle that gives options away is broken.
    require(premium != 0, ZeroAmount());
    uint256 fee = Math.min(_protocolPart(quote.fee), premium);
    order.ledger.held += premium;
    order.ledger.feesOwed += fee;
    _checkCapacity(order);

    _settleOrder(order, quote.bookValue + quote.fair);
    OPTION_TOKEN.mint(receiver, SeriesId.unwrap(order.id), quantity);
    emit OptionsBought(order.id, msg.sender, receiver, quantity, premium, quote.fee);
  }

  /// @dev Everything of a sale but the payout's transfer.
  function _buyBack(SeriesId id, uint256 quantity, address owner, address receiver) private returns (uint256 payout) {
    Order memory order;
    _ledger.loadInto(order.ledger);
    require(order.ledger.state < VaultState.SettleOnly, StateForbids(order.ledger.state));
    require(quantity != 0, ZeroAmount());
    _price(order, id, quantity);

    Quote memory quote = order.quote;
    payout = _toUnitsDown(quote.premium);
    require(payout != 0, NothingToPay());
    order.ledger.held -= payout;
    uint256 left = _collateralWad(order.ledger);
    require(order.lockAfter <= left, Insolvent(order.lockAfter, left));
    // The fee is part of what the seller does not get; the protocol's part of it waits where the lock would need it.
    uint256 fee = Math.min(_protocolPart(quote.fee), _toUnitsDown(left - order.lockAfter));
    order.ledger.feesOwed += fee;

    _settleOrder(order, quote.bookValue - Math.min(quote.fair, quote.bookValue));
    OPTION_TOKEN.burn(owner, SeriesId.unwrap(order.id), quantity, msg.sender);
    emit OptionsSold(order.id, owner, receiver, quantity, payout, quote.fee);
  }

  /// @dev Finds the series, applies what both directions share, and asks for the price.
  function _price(Order memory order, SeriesId id, uint256 quantity) private view {
    order.id = parseSeriesId(SeriesId.unwrap(id));
    order.quantity = quantity;
    order.strike = order.id.strikeOf();
    TradingHours.check(order.id.expiryOf());
    require(quantity % LOT_SIZE == 0, NotWholeLots(quantity, LOT_SIZE));
    uint256 limit = uint256(uint40(type(int40).max)) * LOT_SIZE;
    require(quantity <= limit, OrderTooLarge(quantity, limit));

    Book memory loaded = _loadBook();
    _locateInto(order.position, loaded, order.id);
    _moveLots(order);
    order.collateralBefore = _collateralWad(order.ledger);
    _quoteInto(
      order.quote,
      order.ledger,
      loaded,
      Trade({
        expiry: order.position.expiry,
        strike: order.strike,
        quantity: order.isPurchase ? int256(quantity) : -int256(quantity)
      })
    );
  }

  /// @dev Sets `lockAfter`, and the position's `lots` to what they will be.
  function _moveLots(Order memory order) private view {
    uint256 lots = uint256(order.position.lots);
    uint256 moved = order.quantity / LOT_SIZE;
    uint256 lock = _lockOf(order.quantity, order.strike);
    order.lockBefore = order.ledger.lock;
    if (order.isPurchase) {
      uint256 room = uint256(uint40(type(int40).max)) - lots;
      require(moved <= room, OrderTooLarge(order.quantity, room * LOT_SIZE));
      order.position.lots = int256(lots + moved);
      order.lockAfter = order.lockBefore + lock;
    } else {
      require(moved <= lots, OrderTooLarge(order.quantity, lots * LOT_SIZE));
      order.position.lots = int256(lots - moved);
      order.lockAfter = order.lockBefore - lock;
    }
  }

  /// @dev What may be opened: a fresh surface, a delta and a tenor within bounds.
  function _checkOpening(Order memory order) private view {
    require(order.quote.surface == SurfaceStatus.Fresh, SurfaceForbids());
    uint256 tenor = order.position.expiry - block.timestamp;
    (uint256 minimum, uint256 maximum) = (_rules.minTenor, _rules.maxTenor);
    require(tenor >= minimum && tenor <= maximum, TenorOutOfBounds(tenor, minimum, maximum));
    int256 delta = order.quote.spotDelta;
    uint256 size = uint256(delta < 0 ? -delta : delta);
    (minimum, maximum) = _rules.deltas();
    require(size >= minimum && size <= maximum, DeltaOutOfBounds(delta, minimum, maximum));
  }

  /// @dev The lock must fit what is left once the redeem queue has had its claim: into collateral, and into its share of E.
  function _checkCapacity(Order memory order) private view {
    Quote memory quote = order.quote;
    int256 nav = int256(order.collateralBefore) - int256(quote.bookValue) - int256(quote.chargeBefore);
    uint256 claim = _queueClaim(order.ledger, nav);
    uint256 collateral = Math.saturatingSub(_collateralWad(order.ledger), claim);
    require(order.lockAfter <= collateral, Insolvent(order.lockAfter, collateral));
    uint256 riskCapital = Math.saturatingSub(quote.riskCapital, claim);
    uint256 allowed = _shareOf(riskCapital, VaultLimits.OPENING_UTILISATION);
    require(
      order.lockAfter <= allowed,
      UtilisationAboveLimit(order.lockAfter, riskCapital, VaultLimits.OPENING_UTILISATION)
    );
    if (order.ledger.state == VaultState.Guarded) {
      uint256 free = Math.saturatingSub(Math.min(allowed, collateral), order.lockBefore);
      uint256 share = _shareOf(free, VaultLimits.GUARDED_ORDER_SHARE);
      uint256 added = order.lockAfter - order.lockBefore;
      require(added <= share, OrderTooLarge(order.quantity, Math.mulDiv(order.quantity, share, added)));
    }
  }

  /// @dev Stores the ledger and the series.
  function _settleOrder(Order memory order, uint256 value) private {
    Ledger memory ledger = order.ledger;
    Quote memory quote = order.quote;
    ledger.lock = order.lockAfter;
    ledger.lastTradeBlock = block.number;
    _mark(ledger, quote.riskCapital, quote.chargeAfter);
    _ledger.store(ledger);
    _book.setLots(order.position, order.position.lots);
    emit BookMarked(_collateralWad(ledger), value, quote.riskCapital, quote.chargeAfter, order.lockAfter, quote.spot);
  }

  function _protocolPart(uint256 fee) private view returns (uint256) {
    return _toUnitsDown(_shareOf(fee, _params.protocolFee()));
  }

  /// @dev Strikes off the tick grid are listed nowhere.
  function _locateInto(Position memory position, Book memory loaded, SeriesId id) private view {
    uint256 strike = id.strikeOf();
    (bool open, bool listed) = BookStorage.locateInto(loaded, id.expiryOf(), strike / TICK_SIZE, position);
    require(open, ExpiryNotOpen(id.expiryOf()));
    require(listed && strike % TICK_SIZE == 0, SeriesNotListed(id));
  }
}
