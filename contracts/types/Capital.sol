// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A vault's capital as its ledger holds it, and what else a price depends on that only the vault knows. WAD collateral.
/// @dev Before this block's step where `updatedAt` is before now; a quote or an assessment returns it after that step.
struct Capital {
  /// C: tokens held less settled reserve, fees owed and escrow.
  uint256 collateral;
  /// E: the capital against which risk is charged. Only time moves it, once it has started.
  uint256 riskCapital;
  /// a: actual capital, C less the book's fair value (at least C/8), as of the last step, with the flows since.
  uint256 actual;
  /// p: net flow of providers that E has not followed yet; negative after withdrawals.
  int256 fresh;
  /// Rb: the largest risk charge lately; halves each day.
  uint256 recentCharge;
  /// m: E starts from 100 times this at most, and doubles from at least this in six hours. Constant.
  uint256 doublingBase;
  /// The part of NAV to which redeem requests have a claim, WAD, rounded up.
  uint256 claimShare;
  /// Unix seconds of the last step.
  uint256 updatedAt;
  /// Number of the spot price to use (see `IPriceFeed.readAt`); zero for whatever counts now. After the step: the one used.
  uint256 priceNumber;
}
