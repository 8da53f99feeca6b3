// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {VaultLimits} from "../core/VaultLimits.sol";

/// @title TradingHours
/// @notice Tradable until one hour before expiry, closed until its price is fixed, settleable from then on: at every moment
/// exactly one of them, in this order (invariant T1).
library TradingHours {
  /// @notice The second from which an expiry is closed.
  function cutOffOf(uint256 expiry) internal pure returns (uint256) {
    return expiry < VaultLimits.TRADING_CUT_OFF ? 0 : expiry - VaultLimits.TRADING_CUT_OFF;
  }

  /// @notice Reverts `ExpiryClosed` from the cut-off on.
  function check(uint256 expiry) internal view {
    uint256 cutOff = cutOffOf(expiry);
    require(block.timestamp < cutOff, IOptionVault.ExpiryClosed(expiry, cutOff));
  }
}
