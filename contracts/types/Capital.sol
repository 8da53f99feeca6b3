// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A vault's capital as its books hold it, before the rule of this block is applied.
struct Capital {
  /// C: tokens held − settled reserve − fees owed − escrow, WAD collateral.
  uint256 collateral;
  /// E as last stored, WAD collateral.
  uint256 riskCapital;
  /// Unix seconds at which E's rule was last applied.
  uint256 updatedAt;
}
