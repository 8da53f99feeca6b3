// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SviSlice} from "./SviSlice.sol";

/// @notice Total variance from now to one expiry as a function of log-moneyness:
/// w(k) = nearWeight·near(k) + farWeight·far(k).
/// @dev Between two reported expiries total variance is linear in time; before the first and beyond the last, volatility
/// is flat, so one weight scales one slice and `farWeight` is zero. The decay of total variance since the report is in
/// the weights. At or after expiry both weights are zero.
struct Curve {
  SviSlice near;
  /// WAD
  uint256 nearWeight;
  SviSlice far;
  /// WAD
  uint256 farWeight;
}
