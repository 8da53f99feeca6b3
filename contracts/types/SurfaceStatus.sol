// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice What a volatility surface can be used for now.
enum SurfaceStatus {
  /// Never reported: nothing can be priced.
  Absent,
  /// Reported, within its maximum age, nothing pending.
  Fresh,
  /// A report beyond the allowed step is pending: close-only until signed steps converge.
  Pending,
  /// Past its maximum age: close-only.
  Stale
}
