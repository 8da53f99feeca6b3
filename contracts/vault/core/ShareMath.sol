// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {VaultLimits} from "./VaultLimits.sol";

/// @notice Share units. Token units, and WAD collateral, are plain numbers: what takes one for the other does not compile.
type Shares is uint256;

using {_equal as ==, _differ as !=} for Shares global;

Shares constant NO_SHARES = Shares.wrap(0);

function _equal(Shares a, Shares b) pure returns (bool) {
  return Shares.unwrap(a) == Shares.unwrap(b);
}

function _differ(Shares a, Shares b) pure returns (bool) {
  return Shares.unwrap(a) != Shares.unwrap(b);
}

/// @title ShareMath
/// @notice Shares ↔ value at a net asset value, with one virtual token unit and 10^offset virtual shares beside the real ones.
/// They make the first deposit's price fixed and a donation's price hopeless, and they own what is left behind at zero
/// supply (invariants S2 and S5). The direction of rounding is in the name.
library ShareMath {
  /// @notice Shares for `value`, rounded down. `value` and `nav` in WAD, `unit` WAD per token unit.
  function toSharesDown(uint256 value, uint256 nav, uint256 unit, Shares supply) internal pure returns (Shares) {
    return Shares.wrap(Math.mulDiv(value, _withVirtual(supply), nav + unit));
  }

  /// @notice Shares for `value`, rounded up.
  function toSharesUp(uint256 value, uint256 nav, uint256 unit, Shares supply) internal pure returns (Shares) {
    return Shares.wrap(Math.mulDiv(value, _withVirtual(supply), nav + unit, Math.Rounding.Ceil));
  }

  /// @notice Value of `shares`, WAD, rounded down.
  function toValueDown(Shares shares, uint256 nav, uint256 unit, Shares supply) internal pure returns (uint256) {
    return Math.mulDiv(Shares.unwrap(shares), nav + unit, _withVirtual(supply));
  }

  /// @notice Value of `shares`, WAD, rounded up.
  function toValueUp(Shares shares, uint256 nav, uint256 unit, Shares supply) internal pure returns (uint256) {
    return Math.mulDiv(Shares.unwrap(shares), nav + unit, _withVirtual(supply), Math.Rounding.Ceil);
  }

  /// @notice As `toSharesDown`, and still an underestimate where the product does not fit 256 bits. Never reverts.
  function toSharesDownSaturating(
    uint256 value,
    uint256 nav,
    uint256 unit,
    Shares supply
  ) internal pure returns (Shares) {
    return Shares.wrap(Math.saturatingMul(value, _withVirtual(supply)) / (nav + unit));
  }

  function _withVirtual(Shares supply) private pure returns (uint256) {
    return Shares.unwrap(supply) + VaultLimits.VIRTUAL_SHARES;
  }
}
