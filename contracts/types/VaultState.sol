// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice How far a vault is shut, from least to most. A larger value only ever forbids more.
enum VaultState {
  /// Everything works.
  Open,
  /// Opening trades are smaller and dearer: confidence counts double, and one order may take at most
  /// `guardedOrderShare` of the free capacity.
  Guarded,
  /// No new options; selling back, withdrawals, settlement and redeeming work.
  CloseOnly,
  /// Only settlement, redeeming and the guaranteed exit work.
  SettleOnly
}
