// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IExpiryPrice} from "../../interfaces/IExpiryPrice.sol";
import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {IPremiumOracle} from "../../interfaces/IPremiumOracle.sol";
import {Book, CLEARED_FLAGS, LONG_FLAG, headerAt, withFlag} from "../../types/Book.sol";
import {Capital} from "../../types/Capital.sol";
import {EachQuote} from "../../types/EachQuote.sol";
import {Leg} from "../../types/Leg.sol";
import {OptionKind} from "../../types/OptionKind.sol";
import {OrderQuote} from "../../types/OrderQuote.sol";
import {Quote, toQuote} from "../../types/Quote.sol";
import {RiskParams} from "../../types/RiskParams.sol";
import {SeriesId, parseSeriesId} from "../../types/SeriesId.sol";
import {VaultState} from "../../types/VaultState.sol";
import {BookState, BookStorage, Position} from "../core/BookStorage.sol";
import {Ledger, LedgerState, LedgerStorage} from "../core/Ledger.sol";
import {Order, Orders} from "../core/Order.sol";
import {OrderRules} from "../core/OrderRules.sol";
import {Payoff} from "../core/Payoff.sol";
import {RiskParamsState, RiskParamsStorage} from "../core/RiskParamsStorage.sol";
import {RulesState, RulesStorage} from "../core/RulesStorage.sol";
import {OrderTerms} from "./OrderTerms.sol";

/// @title VaultViews
/// @notice The module that shows a vault's books to anyone, the last to be asked (see `VaultShares`). Those that count tokens on their way refuse to answer inside one of its own calls.
contract VaultViews is OrderTerms {
  using LedgerStorage for LedgerState;
  using BookStorage for BookState;
  using RiskParamsStorage for RiskParamsState;
  using RulesStorage for RulesState;

  /// @notice No module serves this selector.
  error UnknownSelector(bytes4 selector);

  fallback() external {
    revert UnknownSelector(msg.sig);
  }

  /// @notice See `IOptionVault`.
  function kind() external pure returns (OptionKind) {
    return _kind();
  }

  /// @notice See `IOptionVault`.
  function scale() external pure returns (uint256) {
    return _scale();
  }

  /// @notice See `IOptionVault`.
  function oracle() external pure returns (IPremiumOracle) {
    return _oracle();
  }

  /// @notice See `IOptionVault`.
  function expiryPrice() external pure returns (IExpiryPrice) {
    return _expiryPrice();
  }

  /// @notice See `IOptionVault`.
  function feeRecipient() external pure returns (address) {
    return _feeRecipient();
  }

  /// @notice See `IOptionVault`.
  function leastDeposit() external pure returns (uint256) {
    return _leastDeposit();
  }

  /// @notice See `IOptionVault`.
  function queue() external view returns (address) {
    return _queue;
  }

  /// @notice See `IOptionVault`.
  function seriesRules() external view returns (IOptionVault.SeriesRules memory rules) {
    rules = _rules.load();
    (rules.tickSize, rules.lotSize) = (_tickSize(), _lotSize());
  }

  /// @notice See `IOptionVault`.
  function riskParams() external view returns (RiskParams memory) {
    return _riskParams(_ledger.state);
  }

  /// @notice See `IOptionVault`.
  function protocolFee() external view returns (uint256) {
    return _params.protocolFee();
  }

  /// @notice See `IOptionVault`.
  function state() external view returns (VaultState) {
    return _ledger.state;
  }

  /// @notice See `IOptionVault`.
  function book() external view returns (Book memory) {
    return _loadBook();
  }

  /// @notice See `IOptionVault`.
  function capital() external view nonReentrantView returns (Capital memory) {
    Ledger memory ledger = _ledger.load();
    (uint256 claimShares, ) = _claimShares(ledger);
    return _capital(ledger, claimShares);
  }

  /// @notice See `IOptionVault`.
  function quoteTrade(SeriesId id, int256 quantity) external view nonReentrantView returns (Quote memory quote) {
    Leg[] memory legs = new Leg[](1);
    (legs[0].id, legs[0].quantity) = (id, quantity);
    quote = toQuote(_quoteUnchecked(legs), quantity > 0);
    uint256 lock = Payoff.lockOf(_kind(), SignedMath.abs(quantity), id.strikeOf());
    quote.lockBefore = _ledger.lock;
    quote.lockAfter = quantity > 0 ? quote.lockBefore + lock : Math.saturatingSub(quote.lockBefore, lock);
  }

  /// @notice See `IOptionVault`.
  function quoteOrder(Leg[] calldata legs) external view nonReentrantView returns (OrderQuote memory) {
    return _quoteUnchecked(legs);
  }

  /// @notice See `IOptionVault`.
  function quoteEach(
    SeriesId[] calldata ids,
    int256[] calldata quantities
  ) external view nonReentrantView returns (EachQuote memory) {
    Ledger memory ledger = _ledger.load();
    Book memory loaded = _loadBook();
    for (uint256 i; i < ids.length; ++i) _requireListed(loaded, ids[i]);
    // Where accounts have lots, a sale may make the vault long: the worst case of all series together is then right, as it is where
    // none does. One flag is the next bit of the other.
    loaded.expiries |= (loaded.expiries & CLEARED_FLAGS) << 1;
    (uint256 claimShares, ) = _claimShares(ledger);
    Capital memory known = _capital(ledger, claimShares);
    return _oracle().quoteEach(_kind(), loaded, known, _riskParams(ledger.state), ids, quantities);
  }

  /// @notice See `IOptionVault`.
  function checkOrder(
    Leg[] calldata legs
  ) external view nonReentrantView returns (int256 premium, OrderQuote memory quote) {
    Order memory order = Orders.blank(legs)[0];
    _price(order);
    OrderRules.checkPremium(order.legs, order.premium);
    return (order.premium, order.quote);
  }

  /// @notice See `IOptionVault`.
  function accounts() external view nonReentrantView returns (IOptionVault.Accounts memory) {
    Ledger memory ledger = _ledger.load();
    return
      IOptionVault.Accounts({
        held: ledger.held,
        reserve: _ledger.reserve,
        feesOwed: _ledger.feesOwed(),
        escrow: _ledger.escrow,
        pledged: _ledger.pledged,
        lock: ledger.lock,
        riskCapital: ledger.riskCapital,
        recentCharge: ledger.recentCharge
      });
  }

  /// @notice See `IOptionVault`.
  function netOf(SeriesId id) external view returns (int256 net) {
    (, net) = _lookUp(id);
  }

  /// @notice See `IOptionVault`.
  function isListed(SeriesId id) external view returns (bool listed) {
    (listed, ) = _lookUp(id);
  }

  /// @notice See `IOptionVault`.
  function expiries() external view returns (uint256[] memory live) {
    uint256 packed = _book.expiries;
    (uint256 count, ) = BookStorage.totals(packed);
    live = new uint256[](count);
    for (uint256 i; i < count; ++i) (live[i], ) = headerAt(packed, i);
  }

  /// @notice See `IOptionVault`.
  function strikesOf(uint256 expiry) external view returns (uint256[] memory strikes, int256[] memory nets) {
    (bool open, , uint256 count) = BookStorage.find(_book.expiries, expiry);
    require(open, IOptionVault.ExpiryNotOpen(expiry));
    return _inWad(_book, expiry, count);
  }

  /// @notice See `IOptionVault`.
  function parkedOf(uint256 expiry) external view returns (uint256[] memory strikes, int256[] memory nets) {
    (, , uint256 count) = BookStorage.find(_parked.series.expiries, expiry);
    return _inWad(_parked.series, expiry, count);
  }

  /// @notice See `IVaultClearing`.
  function engine() external view returns (address) {
    return _clearing.engine;
  }

  /// @notice See `IVaultClearing`.
  function clearedOf(uint256 expiry) external view returns (uint256[] memory strikes, int256[] memory cleared) {
    (bool open, , uint256 count) = BookStorage.find(_book.expiries, expiry);
    require(open, IOptionVault.ExpiryNotOpen(expiry));
    (strikes, ) = _inWad(_book, expiry, count);
    (, cleared) = BookStorage.entries(_clearing.quads[expiry], count);
    for (uint256 i; i < count; ++i) cleared[i] *= int256(_lotSize());
  }

  /// @notice See `IVaultClearing`.
  function clearedLock() external view returns (uint256 needed) {
    (needed, ) = _clearedLocks(_book.expiries);
  }

  /// @notice See `IOptionVault`.
  function settledPrice(uint256 expiry) external view returns (uint256) {
    return _settledPrices[expiry];
  }

  /// @dev The price of legs that are listed, whether or not the vault would trade them.
  function _quoteUnchecked(Leg[] memory legs) private view returns (OrderQuote memory quote) {
    Ledger memory ledger = _ledger.load();
    Book memory loaded = _loadBook();
    // Only for accounts can a sale make the vault long.
    bool clears = _clearing.engine != address(0);
    for (uint256 i; i < legs.length; ++i) {
      Position memory position = _requireListed(loaded, legs[i].id);
      bool isLong = clears && position.lots + legs[i].quantity / int256(_lotSize()) < 0;
      if (isLong) loaded.expiries = withFlag(loaded.expiries, position.index, LONG_FLAG, true);
    }
    (uint256 claimShares, ) = _claimShares(ledger);
    _quoteInto(quote, ledger, loaded, claimShares, _riskParams(ledger.state), legs);
  }

  function _requireListed(Book memory loaded, SeriesId id) private pure returns (Position memory position) {
    parseSeriesId(SeriesId.unwrap(id));
    (bool open, bool listed) = BookStorage.locateInto(loaded, id.expiryOf(), id.strikeOf() / _tickSize(), position);
    require(open, IOptionVault.ExpiryNotOpen(id.expiryOf()));
    require(listed && id.strikeOf() % _tickSize() == 0, IOptionVault.SeriesNotListed(id));
  }

  function _inWad(
    BookState storage series,
    uint256 expiry,
    uint256 count
  ) private view returns (uint256[] memory strikes, int256[] memory nets) {
    (strikes, nets) = series.strikes(expiry, count);
    for (uint256 i; i < count; ++i) {
      strikes[i] *= _tickSize();
      nets[i] *= int256(_lotSize());
    }
  }

  function _lookUp(SeriesId id) private view returns (bool listed, int256 net) {
    uint256 strike = id.strikeOf();
    if (SeriesId.unwrap(id) >> 168 != 0 || strike % _tickSize() != 0) return (false, 0);
    Position memory position;
    (, listed, position) = BookStorage.locate(_loadBook(), id.expiryOf(), strike / _tickSize());
    net = position.lots * int256(_lotSize());
  }
}
