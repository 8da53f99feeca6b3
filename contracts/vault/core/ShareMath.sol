// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {VaultLimits} from "./VaultLimits.sol";

/// @title ShareMath
/// @notice Shares ↔ value at a net asset value, with one virtual token unit and 10^offset virtual shares beside the real ones.
/// They make the first deposit's price fixed and a donation's price hopeless, and they own what is left behind at zero
/// supply (invariants S2 and S5). The direction of rounding is in the name.
library ShareMath {
  /// @notice Shares for `value`, rounded down. `value` and `nav` in WAD, `unit` WAD per token unit.
  function toSharesDown(uint256 value, uint256 nav, uint256 unit, uint256 supply) internal pure returns (uint256) {
    return Math.mulDiv(value, supply + VaultLimits.VIRTUAL_SHARES, nav + unit);
  }

  /// @notice Shares for `value`, rounded up.
  function toSharesUp(uint256 value, uint256 nav, uint256 unit, uint256 supply) internal pure returns (uint256) {
    return Math.mulDiv(value, supply + VaultLimits.VIRTUAL_SHARES, nav + unit, Math.Rounding.Ceil);
  }

  /// @notice Value of `shares`, WAD, rounded down.
  function toValueDown(uint256 shares, uint256 nav, uint256 unit, uint256 supply) internal pure returns (uint256) {
    return Math.mulDiv(shares, nav + unit, supply + VaultLimits.VIRTUAL_SHARES);
  }

  /// @notice Value of `shares`, WAD, rounded up.
  function toValueUp(uint256 shares, uint256 nav, uint256 unit, uint256 supply) internal pure returns (uint256) {
    return Math.mulDiv(shares, nav + unit, supply + VaultLimits.VIRTUAL_SHARES, Math.Rounding.Ceil);
  }

  /// @notice As `toSharesDown`, and still an underestimate where the product does not fit 256 bits. Never reverts.
  function toSharesDownSaturating(
    uint256 value,
    uint256 nav,
    uint256 unit,
    uint256 supply
  ) internal pure returns (uint256) {
    return Math.saturatingMul(value, supply + VaultLimits.VIRTUAL_SHARES) / (nav + unit);
  }
}
