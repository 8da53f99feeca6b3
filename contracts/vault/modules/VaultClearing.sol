// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {IVaultClearing} from "../../interfaces/IVaultClearing.sol";
import {Assessment} from "../../types/Assessment.sol";
import {
  Book,
  CLEARED_FLAG,
  CLEARED_FLAGS,
  LONG_FLAGS,
  ENTRIES_PER_QUAD,
  MAX_EXPIRIES,
  MAX_STRIKES,
  entryAt,
  headerAt,
  withEntry,
  withFlag
} from "../../types/Book.sol";
import {Leg} from "../../types/Leg.sol";
import {RiskParams} from "../../types/RiskParams.sol";
import {SeriesId, parseSeriesId} from "../../types/SeriesId.sol";
import {SurfaceStatus} from "../../types/SurfaceStatus.sol";
import {VaultState} from "../../types/VaultState.sol";
import {BookState, BookStorage, Position} from "../core/BookStorage.sol";
import {Ledger, LedgerState, LedgerStorage} from "../core/Ledger.sol";
import {Order, Orders} from "../core/Order.sol";
import {OrderRules} from "../core/OrderRules.sol";
import {VaultLimits} from "../core/VaultLimits.sol";
import {ExpirySettlement} from "../series/ExpirySettlement.sol";

/// @title VaultClearing
/// @notice The module behind the margin engine's door (`IVaultClearing`), and settlement, which ends what accounts owe with all else. Whatever
/// the engine does, the pledge covers the worst case of the cleared book afterwards.
contract VaultClearing is ExpirySettlement {
  using BookStorage for BookState;
  using BookStorage for uint256[MAX_STRIKES / ENTRIES_PER_QUAD];
  using LedgerStorage for LedgerState;
  using SafeCast for uint256;

  int256 private constant MAX_LOTS = type(int40).max;

  modifier onlyEngine() {
    require(msg.sender == _clearing.engine, IVaultClearing.NotEngine(msg.sender));
    _;
  }

  /// @notice See `IVaultClearing`.
  function registerEngine(address engine) external onlyDelegated restricted nonReentrant {
    require(engine.code.length != 0, IOptionVault.ZeroAddress());
    address registered = _clearing.engine;
    require(registered == address(0), IVaultClearing.EngineAlreadyRegistered(registered));
    _clearing.engine = engine;
    emit IVaultClearing.EngineRegistered(engine);
  }

  // Orders

  /// @notice See `IVaultClearing`.
  function clear(
    Leg[] calldata legs,
    uint256 closing,
    int256 maxPremium
  ) external onlyDelegated nonReentrant onlyEngine returns (int256 premium) {
    Order memory order = Orders.blank(Orders.copied(legs))[0];
    order.closing = closing;
    _price(order);
    premium = order.premium;
    OrderRules.checkPremium(order.legs, premium);
    require(premium <= maxPremium, IOptionVault.OrderAboveLimit(premium, maxPremium));
    _checkLegLimits(order);
    for (uint256 i; i < legs.length; ++i) _moveCleared(order, i);
    order.ledger.hasCleared = order.expiriesAfter & CLEARED_FLAGS != 0;
    _settleOrder(order);
    _movePledge(premium);
    uint256 short = _checkPledge(order.expiriesAfter);
    if (_writes(order)) _checkLongs(order.ledger, order.expiriesAfter, short);
    emit IVaultClearing.OrderCleared(premium, order.quote.fee);
  }

  /// @dev What opens, whichever its sign, is looked at as a purchase; what closes as a sale.
  function _checkLegs(Order memory order) internal view override {
    Leg[] memory asked = _asPurchases(order);
    OrderRules.checkState(asked, order.ledger.state, order.ledger.hasShares, _minOrder());
    // A guarded vault buys back and takes on nothing new.
    bool isOpen = order.ledger.state == VaultState.Open;
    require(isOpen || !_writes(order), IOptionVault.StateForbids(order.ledger.state));
  }

  /// @dev Doubled doubt makes nobody's way out dearer. Stress does: whoever is covered can wait.
  function _paramsOf(Order memory order) internal view override returns (RiskParams memory params) {
    params = _riskParams(order.ledger.state);
    if (!_opens(order)) params.confidenceFactor = WAD;
  }

  function _checkOpening(Order memory order) internal view override {
    OrderRules.checkOpening(_asPurchases(order), order.quote, _openingBounds());
    if (order.quote.surface != SurfaceStatus.Stale) return;
    // A closing purchase on a stale surface has no price that anybody vouches for.
    for (uint256 i; i < order.legs.length; ++i) require(order.legs[i].quantity < 0, IOptionVault.SurfaceForbids());
  }

  /// @dev What closes may lock as much as what opens, or a hedge for a moment would make room beyond it; a guarded vault's bound on one
  /// order is for what opens. What is paid for what accounts write is nobody's who waits to leave.
  function _checkCapacity(Order memory order) internal view override {
    OrderRules.Capacity memory capacity = _capacityOf(order);
    if (!_opens(order)) capacity.state = VaultState.Open;
    OrderRules.checkCapacity(capacity);
    uint256 kept = capacity.lockAfter + capacity.claim;
    if (!_writes(order) || order.premium >= 0 || capacity.collateral >= kept) return;
    uint256 free = _toUnitsDown(Math.saturatingSub(capacity.collateral + uint256(-order.premium) * _scale(), kept));
    revert IOptionVault.NotEnoughFreeCollateral(uint256(-order.premium), free);
  }

  /// @dev Accounts may write what the vault has not: then it is long.
  function _lotsAfter(Leg memory leg, int256 lots, bool) internal pure override returns (int256) {
    return OrderRules.lotsAfter(lots, leg.quantity, _lotSize(), true);
  }

  /// @dev A leg's lots leave what accounts owe where they buy, and join it where they sell.
  function _moveCleared(Order memory order, uint256 index) private {
    (Leg memory leg, Position memory position) = (order.legs[index], order.positions[index]);
    bool closes = (order.closing >> index) & 1 != 0;
    int256 lots = _addCleared(position, -leg.quantity / int256(_lotSize()), closes ? leg.quantity : int256(0), leg.id);
    order.expiriesAfter = _marked(order.expiriesAfter, position, lots);
    uint256 fee = order.legs.length == 1 ? order.quote.fee : order.quote.legs[index].fee;
    uint256 amount = order.legs.length == 1 ? SignedMath.abs(order.premium) : _ownAmount(order, index);
    emit IVaultClearing.LegCleared(leg.id, leg.quantity, amount, fee);
  }

  // Pledge

  /// @notice See `IVaultClearing`.
  function pledge(uint256 amount) external onlyDelegated nonReentrant onlyEngine {
    require(amount != 0, IOptionVault.ZeroAmount());
    uint256 counted = uint256(_ledger.held) + _ledger.pledged;
    uint256 balance = _balance();
    uint256 arrived = Math.saturatingSub(balance, counted);
    require(arrived >= amount, IOptionVault.TransferShort(amount, arrived));
    _ledger.pledged += amount.toUint128();
    emit IVaultClearing.Pledged(amount);
  }

  /// @notice See `IVaultClearing`.
  function unpledge(uint256 amount, address receiver) external onlyDelegated nonReentrant onlyEngine {
    require(amount != 0, IOptionVault.ZeroAmount());
    _checkReceiver(receiver);
    _movePledge(amount.toInt256());
    _checkPledge(_book.expiries);
    emit IVaultClearing.Unpledged(receiver, amount);
    _push(receiver, amount);
  }

  // Option tokens

  /// @notice See `IVaultClearing`.
  function surrender(SeriesId id, uint256 quantity, address owner) external onlyDelegated nonReentrant onlyEngine {
    Position memory position = _listed(id);
    _storeMarks(position, _addCleared(position, -_wholeLots(quantity), 0, id));
    emit IVaultClearing.OptionsSurrendered(id, owner, quantity);
    _optionToken().burn(owner, SeriesId.unwrap(id), quantity, msg.sender);
  }

  /// @notice See `IVaultClearing`.
  function issue(SeriesId id, uint256 quantity, address receiver) external onlyDelegated nonReentrant onlyEngine {
    _checkReceiver(receiver);
    Position memory position = _listed(id);
    int256 lots = _addCleared(position, _wholeLots(quantity), 0, id);
    uint256 expiries = _storeMarks(position, lots);
    uint256 short = _checkPledge(expiries);
    if (lots > 0) _checkLongs(_ledger.load(), expiries, short);
    emit IVaultClearing.OptionsIssued(id, receiver, quantity);
    _optionToken().mint(receiver, SeriesId.unwrap(id), quantity);
  }

  // The cleared book

  /// @dev Adds to what accounts owe in a series.
  /// @param added lots
  /// @param closing WAD options that accounts trade to close, positive where they buy; zero where nothing is said to close
  /// @return lots what accounts owe in it afterwards
  function _addCleared(
    Position memory position,
    int256 added,
    int256 closing,
    SeriesId id
  ) private returns (int256 lots) {
    uint256[MAX_STRIKES / ENTRIES_PER_QUAD] storage words = _clearing.quads[position.expiry];
    uint256 quad = words[position.quadIndex];
    (, int256 before) = entryAt(quad, position.entryIndex);
    lots = before + added;
    // What closes leaves what was owed on the same side of zero.
    bool stays = closing == 0 || (closing > 0 ? lots >= 0 : lots <= 0);
    require(stays, IVaultClearing.NotClosing(id, closing, before * int256(_lotSize())));
    uint256 size = SignedMath.abs(lots);
    require(size <= uint256(MAX_LOTS), IOptionVault.OrderTooLarge(size * _lotSize(), uint256(MAX_LOTS) * _lotSize()));
    words[position.quadIndex] = withEntry(quad, position.entryIndex, lots == 0 ? 0 : position.tick, lots);
  }

  /// @dev Headers in which the flag of a series' expiry says whether accounts have lots there.
  function _marked(uint256 expiries, Position memory position, int256 lots) private view returns (uint256) {
    bool any = lots != 0;
    for (uint256 i; i < MAX_STRIKES / ENTRIES_PER_QUAD && !any; ++i) any = _clearing.quads[position.expiry][i] != 0;
    return withFlag(expiries, position.index, CLEARED_FLAG, any);
  }

  function _storeMarks(Position memory position, int256 lots) private returns (uint256 expiries) {
    expiries = _marked(_book.expiries, position, lots);
    _book.expiries = expiries;
    uint8 flags = _ledger.flags;
    bool any = expiries & CLEARED_FLAGS != 0;
    _ledger.flags = any ? flags | LedgerStorage.HAS_CLEARED : flags & ~LedgerStorage.HAS_CLEARED;
    // An empty book charges nothing, as after a settlement.
    if (!any && _ledger.lock == 0) (_ledger.recentChargeHigh, _ledger.recentChargeLow) = (0, 0);
  }

  /// @dev Takes token units from the pledge, or adds them (negative).
  function _movePledge(int256 amount) private {
    uint256 pledged = _ledger.pledged;
    if (amount > 0) {
      require(uint256(amount) <= pledged, IVaultClearing.PledgeExceeded(uint256(amount), pledged));
      _ledger.pledged = (pledged - uint256(amount)).toUint128();
    } else {
      _ledger.pledged = (pledged + uint256(-amount)).toUint128();
    }
  }

  /// @dev Invariant I7.
  /// @return short see `_clearedLocks`
  function _checkPledge(uint256 expiries) private view returns (uint256 short) {
    uint256 needed;
    (needed, short) = _clearedLocks(expiries);
    uint256 pledged = _ledger.pledged;
    require(pledged >= needed, IVaultClearing.PledgeTooSmall(pledged, needed));
  }

  // Bounds on being long

  /// @dev If every holder sold back, the vault would be long what accounts are short: its value, its delta over ten per cent and its vega
  /// over ten points are bounded by capital. An option is worth no more than its own worst case, neither is its delta, nor a tenth
  /// of its vega: where these fit, nothing needs a price.
  /// @param ledger with capital as of the last step
  /// @param short see `_clearedLocks`
  function _checkLongs(Ledger memory ledger, uint256 expiries, uint256 short) private view {
    uint256 capital = Math.min(ledger.riskCapital, ledger.actual);
    uint256 most = _shareOf(capital, VaultLimits.LONG_VALUE);
    if (short <= most) return;
    Assessment memory found;
    (bool priced, ) = _tryAssessInto(found, ledger, _shortBook(expiries), _riskParams(ledger.state), 0);
    if (!priced) revert IVaultClearing.LongAboveLimit(short, most);
    _requireLong(uint256(found.value), most);
    _requireLong(SignedMath.abs(found.greeks.delta) / VaultLimits.LONG_MOVES, most);
    _requireLong(SignedMath.abs(found.greeks.vega) / VaultLimits.LONG_MOVES, _shareOf(capital, VaultLimits.LONG_VEGA));
  }

  function _requireLong(uint256 amount, uint256 maximum) private pure {
    require(amount <= maximum, IVaultClearing.LongAboveLimit(amount, maximum));
  }

  /// @dev What accounts are short, as if it were a book of its own.
  function _shortBook(uint256 expiries) private view returns (Book memory book) {
    book.quads = new uint256[](MAX_EXPIRIES * (MAX_STRIKES / ENTRIES_PER_QUAD));
    uint256 next;
    for (uint256 i; i < MAX_EXPIRIES; ++i) {
      (uint256 expiry, uint256 count) = headerAt(expiries, i);
      if (expiry == 0) break;
      uint256[] memory quads = _clearing.quads[expiry].wordsOf(count);
      for (uint256 j; j < quads.length; ++j) book.quads[next++] = _positive(quads[j]);
    }
    uint256[] memory used = book.quads;
    assembly ("memory-safe") {
      mstore(used, next)
    }
    // Without flags: nothing in it is negative.
    book.expiries = expiries & ~(CLEARED_FLAGS | LONG_FLAGS);
    (book.tickSize, book.lotSize) = (_tickSize(), _lotSize());
  }

  function _positive(uint256 quad) private pure returns (uint256 kept) {
    for (uint256 i; i < ENTRIES_PER_QUAD; ++i) {
      (uint256 tick, int256 lots) = entryAt(quad, i);
      if (lots > 0) kept = withEntry(kept, i, tick, lots);
    }
  }

  // Legs

  function _asPurchases(Order memory order) private pure returns (Leg[] memory asked) {
    asked = new Leg[](order.legs.length);
    for (uint256 i; i < asked.length; ++i) {
      (Leg memory leg, bool closes) = (order.legs[i], (order.closing >> i) & 1 != 0);
      int256 size = int256(SignedMath.abs(leg.quantity));
      (asked[i].id, asked[i].quantity) = (leg.id, closes ? -size : size);
    }
  }

  function _opens(Order memory order) private pure returns (bool) {
    uint256 all = (1 << order.legs.length) - 1;
    return order.closing & all != all;
  }

  /// @dev Whether any leg opens a sale: an account writes.
  function _writes(Order memory order) private pure returns (bool) {
    for (uint256 i; i < order.legs.length; ++i) {
      if (order.legs[i].quantity < 0 && (order.closing >> i) & 1 == 0) return true;
    }
    return false;
  }

  function _listed(SeriesId id) private view returns (Position memory position) {
    parseSeriesId(SeriesId.unwrap(id));
    bool open;
    bool listed;
    (open, listed, position) = BookStorage.locate(_loadBook(), id.expiryOf(), id.strikeOf() / _tickSize());
    require(open, IOptionVault.ExpiryNotOpen(id.expiryOf()));
    require(listed && id.strikeOf() % _tickSize() == 0, IOptionVault.SeriesNotListed(id));
  }

  function _wholeLots(uint256 quantity) private pure returns (int256) {
    require(quantity != 0, IOptionVault.ZeroAmount());
    require(quantity % _lotSize() == 0, IOptionVault.NotWholeLots(quantity, _lotSize()));
    uint256 lots = quantity / _lotSize();
    require(lots <= uint256(MAX_LOTS), IOptionVault.OrderTooLarge(quantity, uint256(MAX_LOTS) * _lotSize()));
    return int256(lots);
  }
}
