// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {RiskCapital} from "../premium/RiskCapital.sol";
import {ShareMath} from "./ShareMath.sol";
import {Ledger, LedgerState, LedgerStorage} from "./LedgerStorage.sol";
import {VaultShares} from "./VaultShares.sol";

/// @title VaultExit
/// @notice The two ways out that wait for nobody: the guaranteed exit, which asks for no price, no oracle and no permission,
/// and the redeem queue's entry, which takes its turn before instant withdrawals.
abstract contract VaultExit is VaultShares {
  using LedgerStorage for LedgerState;
  /// @inheritdoc IOptionVault
  /// @dev E falls by what leaves, but not below what is left over the lock (A is at least that at any price) nor below its
  /// floor: within a block nothing else would lift it, and at an E of nothing the next sale would be paid any rebate. R is
  /// left as booked: it is not known here, and those who stay get what the leaver leaves.
  function guaranteedExit(
    uint256 shares,
    address receiver,
    address owner
  ) external nonReentrant returns (uint256 assets) {
    _checkBalance(owner, shares);
    Ledger memory ledger = _ledger.load();
    assets = _exitAssets(ledger, shares);
    require(assets != 0, ZeroAmount());
    if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
    ledger.held -= assets;
    ledger.riskCapital = _riskCapitalAfterExit(ledger, assets * SCALE);
    _ledger.store(ledger);
    _burn(owner, shares);
    emit GuaranteedExit(owner, receiver, shares, assets);
    emit Withdraw(msg.sender, receiver, owner, assets, shares);
    _push(receiver, assets);
  }

  /// @inheritdoc IOptionVault
  function previewGuaranteedExit(uint256 shares) external view nonReentrantView returns (uint256 assets) {
    return _exitAssets(_ledger.load(), shares);
  }

  /// @inheritdoc IOptionVault
  function fillRedeem(uint256 shares) external nonReentrant returns (uint256 assets) {
    _checkQueue();
    Valuation memory v = _value();
    require(v.ledger.lastTradeBlock != block.number, TradedThisBlock());
    _checkWithdrawalOpen(v);
    _checkBalance(msg.sender, shares);
    assets = _redemption(v, shares, msg.sender);
    v.ledger.escrow += assets;
    _bookDeparture(v, assets, shares, msg.sender);
    emit RedeemFilled(shares, assets);
  }

  function _checkQueue() private view {
    require(msg.sender == _queue, NotQueue(msg.sender));
  }

  /// @param ledger after the exit
  /// @param leaving WAD
  function _riskCapitalAfterExit(Ledger memory ledger, uint256 leaving) private view returns (uint256) {
    uint256 left = _collateralWad(ledger);
    uint256 certain = Math.min(ledger.riskCapital, Math.saturatingSub(left, ledger.lock));
    uint256 floor = Math.max(certain, left / RiskCapital.FLOOR_DIVISOR);
    return Math.max(Math.saturatingSub(ledger.riskCapital, leaving), floor);
  }

  function _exitAssets(Ledger memory ledger, uint256 shares) private view returns (uint256) {
    uint256 free = _freeOfPrice(ledger, _collateralWad(ledger));
    if (free == 0) return 0;
    // shares/(supply + virtual shares) × free: without the virtual unit, which nobody put in.
    return _toUnitsDown(ShareMath.toValueDown(shares, free, 0, totalSupply()));
  }
}
