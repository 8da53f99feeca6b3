// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {MAX_EXPIRIES} from "./Book.sol";

/// @notice All that the risk charge R(E) needs to know of a book: three moves over the horizon, and what stays locked until when.
struct RiskSums {
  /// D·σ̂·√h summed over expiries with their fading, WAD collateral.
  int256 spotMove;
  /// V·ω·√h likewise, WAD collateral.
  int256 volMove;
  /// G·σ̂²·h likewise, WAD collateral.
  int256 gammaMove;
  /// Collateral locked from the end of interval k − 1 to the end of interval k (k = 0 starts now), WAD collateral.
  uint256[MAX_EXPIRIES] locked;
  /// Length of interval k, seconds; zero past the last expiry.
  uint256[MAX_EXPIRIES] interval;
}
