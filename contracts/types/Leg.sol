// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SeriesId} from "./SeriesId.sol";

/// @notice One leg of an order to one vault.
struct Leg {
  /// A listed series, at most once in an order.
  SeriesId id;
  /// Options, WAD: positive where the trader buys (the vault writes), negative where the trader sells back.
  int256 quantity;
  /// Token units: the most that the leg may cost, or the least that it must pay, by itself (without its part of the order's
  /// risk charge, which the order's own limit bounds).
  uint256 limit;
}
