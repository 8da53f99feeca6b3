// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {Ledger, LedgerState, LedgerStorage} from "../core/Ledger.sol";
import {NO_SHARES, Shares} from "../core/ShareMath.sol";
import {VaultDepartures} from "../core/VaultDepartures.sol";
import {ModuleContext} from "./ModuleContext.sol";

/// @title QueueEntry
/// @notice The redeem queue's entry: it takes its turn before instant withdrawals and new options.
abstract contract QueueEntry is VaultDepartures, ModuleContext {
  using LedgerStorage for LedgerState;
  using LedgerStorage for Ledger;

  modifier onlyQueue() {
    require(msg.sender == _queue, IOptionVault.NotQueue(msg.sender));
    _;
  }

  /// @notice See `IOptionVault`.
  function setRequestsWaiting(bool waiting) external onlyDelegated nonReentrant onlyQueue {
    uint8 flags = _ledger.flags;
    _ledger.flags = waiting ? flags | LedgerStorage.HAS_REQUESTS : flags & ~LedgerStorage.HAS_REQUESTS;
  }

  /// @notice See `IOptionVault`.
  function fillRedeem(
    uint256 shares,
    uint256 epoch
  ) external onlyDelegated nonReentrant onlyQueue returns (uint256 assets) {
    Valuation memory v = _valueAll(Side.Leaver);
    require(!v.ledger.traded, IOptionVault.TradedThisBlock());
    _checkWithdrawalOpen(v);
    _checkBalance(msg.sender, shares);
    uint256 gross = _grossOf(v, Shares.wrap(shares));
    // The queue does not stand behind itself.
    _checkInstant(v, _toUnitsDown(gross), 0);
    uint256 leastLock = _ledger.leastLockEpoch == epoch ? _ledger.leastLock : v.ledger.lock;
    uint256 charge;
    (assets, charge) = _assetsForFill(v, gross, leastLock);
    _ledger.escrow += uint128(assets);
    v.ledger.others += assets;
    _bookDeparture(v, assets, Shares.wrap(shares), charge, msg.sender);
    emit IOptionVault.RedeemFilled(shares, assets);
  }

  /// @notice See `IOptionVault`.
  function releaseEscrow(address receiver, uint256 assets) external onlyDelegated nonReentrant onlyQueue {
    _checkReceiver(receiver);
    uint256 escrow = _ledger.escrow;
    require(assets <= escrow, IOptionVault.NotEnoughFreeCollateral(assets, escrow));
    // Within the escrow, and so within its field.
    _ledger.escrow -= uint128(assets);
    _ledger.others -= uint96(assets);
    _ledger.held -= uint96(assets);
    emit IOptionVault.EscrowReleased(receiver, assets);
    _push(receiver, assets);
  }

  /// @notice Burns the shares and books what leaves; the caller has moved the tokens in the ledger.
  /// @param charge R(E_low) once they have left, WAD
  function _bookDeparture(Valuation memory v, uint256 assets, Shares shares, uint256 charge, address owner) internal {
    require(assets != 0 && shares != NO_SHARES, IOptionVault.ZeroAmount());
    Ledger memory ledger = v.ledger;
    ledger.bookStep(v.found.capital);
    ledger.flowOut(assets * _scale());
    ledger.bookCharge(charge);
    ledger.hasShares = shares != v.supply;
    _ledger.store(ledger);
    _burn(owner, Shares.unwrap(shares));
    _emitMarked(v, charge);
  }

  /// @dev Named here, before the sums that a number far beyond any balance would overflow.
  function _checkBalance(address owner, uint256 shares) internal view {
    uint256 balance = balanceOf(owner);
    require(shares <= balance, IOptionVault.SharesAboveLimit(shares, balance));
  }
}
