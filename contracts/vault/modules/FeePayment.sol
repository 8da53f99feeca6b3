// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {LedgerState, LedgerStorage} from "../core/Ledger.sol";
import {ModuleContext} from "./ModuleContext.sol";

/// @title FeePayment
/// @notice Pays the protocol's fees to where it was fixed at construction. Anyone.
abstract contract FeePayment is ModuleContext {
  using LedgerStorage for LedgerState;

  /// @notice See `IOptionVault`.
  function collectFees() external onlyDelegated nonReentrant returns (uint256 amount) {
    amount = _ledger.feesOwed();
    if (amount == 0) return 0;
    // Below 2^96, as all that is held is.
    _ledger.held -= uint96(amount);
    _ledger.others -= uint96(amount);
    emit IOptionVault.FeesCollected(_feeRecipient(), amount);
    _push(_feeRecipient(), amount);
  }
}
