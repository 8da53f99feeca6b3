// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IBuyCallback
/// @notice What a contract implements to pay a vault during `tradeWithCallback`, so that tokens go from the buyer to the vault
/// in one transfer.
interface IBuyCallback {
  /// @notice Send `amount` of the vault's collateral to the vault (the caller) before returning.
  /// @dev Implementations must check that the caller is a vault they know.
  /// @param amount token units of the vault's collateral
  /// @param data as handed to `tradeWithCallback`
  function onPremiumDue(uint256 amount, bytes calldata data) external;
}
