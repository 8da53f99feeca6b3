// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Capital} from "./Capital.sol";
import {LegQuote} from "./LegQuote.sol";
import {SurfaceStatus} from "./SurfaceStatus.sol";

/// @notice The price of an order: its legs' own amounts, and one risk charge for all of them together. WAD collateral.
struct OrderQuote {
  /// What the trader pays (positive, rounded up) or gets (negative, rounded down).
  int256 premium;
  /// Change of the certainty-equivalent part of R, as charged: the dearer of its changes at E_low and E_dep, and with the
  /// stress multiplier where the total change is positive and a leg buys.
  int256 moveCharge;
  /// Change of the rent part of R, likewise.
  int256 rentCharge;
  /// ρ_f·|ΔR| and the legs' own fees.
  uint256 fee;
  /// What the order's clamp in the vault's favour added, beyond those of the legs.
  uint256 clamp;
  /// WAD quote per underlying.
  uint256 spot;
  SurfaceStatus surface;
  /// Σ n·v before the order, and after it at the same market.
  int256 valueBefore;
  int256 valueAfter;
  /// R(E_low) before and after the order, without stress.
  uint256 chargeBefore;
  uint256 chargeAfter;
  /// What of NAV redeem requests claim.
  uint256 claim;
  /// After this block's step; an order moves none of it but C.
  Capital capital;
  LegQuote[] legs;
}
