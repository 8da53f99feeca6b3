// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OptionKind} from "../types/OptionKind.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";

/// @notice What a pricing call reads of the world, once: everything but the book and the smile.
struct Market {
  OptionKind kind;
  /// WAD quote per underlying, `MIN_SPOT` .. `MAX_PRICE`.
  uint256 spot;
  /// Of the feed alone, WAD fraction.
  uint256 feedConfidence;
  /// Which spot price that is, and the seconds since it was signed (see `SpotReading`).
  uint256 priceNumber;
  uint256 priceAge;
  /// c_σ, WAD of annual volatility.
  uint256 volConfidence;
  SurfaceStatus surface;
  /// r and y, WAD a year.
  uint256 rate;
  uint256 yield;
  /// Unix seconds.
  uint256 timestamp;
  /// h, the horizon of the risk charge, seconds, and √h in years, WAD.
  uint256 horizon;
  uint256 rootHorizon;
  /// ω, WAD a year, at most `MAX_VOL_OF_VOL`, and ω·√h, WAD.
  uint256 volOfVol;
  uint256 volMove;
}

/// @dev Bounds of what the arithmetic of this stage is proven for. Spot and strikes, WAD quote per underlying: 7.9e10.
uint256 constant MAX_PRICE = type(uint96).max;
/// @dev Least spot, WAD: 1e-12.
uint256 constant MIN_SPOT = 1e6;
/// @dev One lot, WAD options: 18.4.
uint256 constant MAX_LOT_SIZE = type(uint64).max;
/// @dev One order, WAD options: 7.9e10.
uint256 constant MAX_QUANTITY = type(uint96).max;
/// @dev Furthest expiry, seconds.
uint256 constant MAX_TENOR = 20 * 365 days;
/// @dev Hard bound of each rate, WAD a year.
uint256 constant MAX_RATE = 0.5e18;

/// @dev Beyond it ω counts as this, WAD a year: 7.9e10.
uint256 constant MAX_VOL_OF_VOL = type(uint96).max;

uint256 constant SECONDS_PER_YEAR = 365 days;
uint256 constant WAD = 1e18;
