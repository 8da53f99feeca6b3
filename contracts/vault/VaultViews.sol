// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IExpiryPrice} from "../interfaces/IExpiryPrice.sol";
import {IOptionToken} from "../interfaces/IOptionToken.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {Assessment} from "../types/Assessment.sol";
import {Book, headerAt} from "../types/Book.sol";
import {Capital} from "../types/Capital.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {VaultState} from "../types/VaultState.sol";
import {BookState, BookStorage, Position} from "./BookStorage.sol";
import {RiskParamsState, RiskParamsStorage} from "./RiskParamsStorage.sol";
import {RulesState, RulesStorage} from "./RulesStorage.sol";
import {VaultPricing} from "./VaultPricing.sol";
import {Ledger, LedgerState, LedgerStorage} from "./LedgerStorage.sol";

/// @title VaultViews
/// @notice The vault's books, for anyone. Those that count tokens on their way refuse to answer inside one of its own calls.
abstract contract VaultViews is VaultPricing {
  using LedgerStorage for LedgerState;
  using BookStorage for BookState;
  using RiskParamsStorage for RiskParamsState;
  using RulesStorage for RulesState;

  /// @inheritdoc IOptionVault
  function kind() external view returns (OptionKind) {
    return KIND;
  }

  /// @inheritdoc IOptionVault
  function collateral() external view returns (IERC20) {
    return COLLATERAL;
  }

  /// @inheritdoc IOptionVault
  function scale() external view returns (uint256) {
    return SCALE;
  }

  /// @inheritdoc IOptionVault
  function operations() external view returns (address) {
    return address(OPERATIONS);
  }

  /// @inheritdoc IOptionVault
  function oracle() external view returns (IPremiumOracle) {
    return ORACLE;
  }

  /// @inheritdoc IOptionVault
  function expiryPrice() external view returns (IExpiryPrice) {
    return EXPIRY_PRICE;
  }

  /// @inheritdoc IOptionVault
  function optionToken() external view returns (IOptionToken) {
    return OPTION_TOKEN;
  }

  /// @inheritdoc IOptionVault
  function feeRecipient() external view returns (address) {
    return FEE_RECIPIENT;
  }

  /// @inheritdoc IOptionVault
  function queue() external view returns (address) {
    return _queue;
  }

  /// @inheritdoc IOptionVault
  function seriesRules() external view returns (SeriesRules memory rules) {
    rules = _rules.load();
    rules.tickSize = TICK_SIZE;
    rules.lotSize = LOT_SIZE;
  }

  /// @inheritdoc IOptionVault
  function riskParams() external view returns (RiskParams memory) {
    return _riskParams(_ledger.state);
  }

  /// @inheritdoc IOptionVault
  function protocolFee() external view returns (uint256) {
    return _params.protocolFee();
  }

  /// @inheritdoc IOptionVault
  function state() external view returns (VaultState) {
    return _ledger.state;
  }

  /// @inheritdoc IOptionVault
  function book() external view returns (Book memory) {
    return _loadBook();
  }

  /// @inheritdoc IOptionVault
  function capital() external view nonReentrantView returns (Capital memory) {
    return _capital(_ledger.load());
  }

  /// @inheritdoc IOptionVault
  function assess() external view nonReentrantView returns (Assessment memory found) {
    Ledger memory ledger = _ledger.load();
    (bool priced, bytes memory reason) = _tryAssess(ledger, _loadBook(), _riskParams(ledger.state), found);
    if (!priced) _bubble(reason);
  }

  /// @inheritdoc IOptionVault
  function accounts() external view nonReentrantView returns (Accounts memory) {
    Ledger memory ledger = _ledger.load();
    return
      Accounts({
        held: ledger.held,
        reserve: ledger.reserve,
        feesOwed: ledger.feesOwed,
        escrow: ledger.escrow,
        lock: ledger.lock,
        riskCapital: ledger.riskCapital,
        lastRiskCharge: ledger.lastRiskCharge
      });
  }

  /// @inheritdoc IOptionVault
  function netOf(SeriesId id) external view returns (int256 net) {
    (, net) = _lookUp(id);
  }

  /// @inheritdoc IOptionVault
  function isListed(SeriesId id) external view returns (bool listed) {
    (listed, ) = _lookUp(id);
  }

  /// @inheritdoc IOptionVault
  function expiries() external view returns (uint256[] memory live) {
    uint256 packed = _book.expiries;
    (uint256 count, ) = BookStorage.totals(packed);
    live = new uint256[](count);
    for (uint256 i; i < count; ++i) (live[i], ) = headerAt(packed, i);
  }

  /// @inheritdoc IOptionVault
  function strikesOf(uint256 expiry) external view returns (uint256[] memory strikes, int256[] memory nets) {
    (bool open, , uint256 count) = BookStorage.find(_book.expiries, expiry);
    require(open, ExpiryNotOpen(expiry));
    (strikes, nets) = _book.strikes(expiry, count);
    for (uint256 i; i < count; ++i) {
      strikes[i] *= TICK_SIZE;
      nets[i] *= int256(LOT_SIZE);
    }
  }

  function _lookUp(SeriesId id) private view returns (bool listed, int256 net) {
    uint256 strike = id.strikeOf();
    if (SeriesId.unwrap(id) >> 168 != 0 || strike % TICK_SIZE != 0) return (false, 0);
    Position memory position;
    (, listed, position) = BookStorage.locate(_loadBook(), id.expiryOf(), strike / TICK_SIZE);
    net = position.lots * int256(LOT_SIZE);
  }
}
