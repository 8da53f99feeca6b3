// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {VaultLimits} from "../core/VaultLimits.sol";

/// @title TradingHours
/// @notice Tradable until one hour before expiry, closed until its price is fixed, settleable from then on: at every moment
/// exactly one of them, in this order (invariant T1).
library TradingHours {
  /// @notice Reverts `ExpiryClosed` from the cut-off on.
  function check(uint256 expiry) internal view {
    uint256 cutOff = expiry < VaultLimits.TRADING_CUT_OFF ? 0 : expiry - VaultLimits.TRADING_CUT_OFF;
    require(block.timestamp < cutOff, IOptionVault.ExpiryClosed(expiry, cutOff));
  }
}
