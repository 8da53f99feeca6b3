// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {OperationsBase} from "./OperationsBase.sol";

/// @title ClaimPayment
/// @notice Pays what was set aside for others: the protocol's fees to where it was fixed at construction, by anyone, and the
/// escrow of filled redeem requests, by the queue.
abstract contract ClaimPayment is OperationsBase {
  using SafeERC20 for IERC20;

  /// @notice See `IOptionVault`.
  function collectFees() external nonReentrant returns (uint256 amount) {
    uint128 owed = _ledger.feesOwed;
    if (owed == 0) return 0;
    _ledger.held -= owed;
    _ledger.feesOwed = 0;
    address recipient = _vault().feeRecipient();
    emit IOptionVault.FeesCollected(recipient, owed);
    _vault().collateral().safeTransfer(recipient, owed);
    return owed;
  }

  /// @notice See `IOptionVault`.
  function releaseEscrow(address receiver, uint256 assets) external nonReentrant {
    require(msg.sender == _queue, IOptionVault.NotQueue(msg.sender));
    uint256 escrow = _ledger.escrow;
    require(assets <= escrow, IOptionVault.NotEnoughFreeCollateral(assets, escrow));
    // Below 2^128, as the escrow is.
    _ledger.escrow -= uint128(assets);
    _ledger.held -= uint128(assets);
    emit IOptionVault.EscrowReleased(receiver, assets);
    _vault().collateral().safeTransfer(receiver, assets);
  }
}
