// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {OperationsBase} from "./OperationsBase.sol";

/// @title FeeCollection
/// @notice Pays what the protocol has earned to where it was fixed at construction. Anyone.
abstract contract FeeCollection is OperationsBase {
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
}
