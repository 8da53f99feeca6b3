// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Capital} from "./Capital.sol";
import {Greeks} from "./Greeks.sol";
import {RiskSums} from "./RiskSums.sol";
import {SurfaceStatus} from "./SurfaceStatus.sol";

/// @notice What one pass over a book says. Amounts in WAD collateral.
struct Assessment {
  /// Spot used, WAD quote per underlying.
  uint256 spot;
  /// c_S, WAD fraction: how uncertain spot is.
  uint256 spotConfidence;
  /// c_σ, WAD of annual volatility.
  uint256 volConfidence;
  SurfaceStatus surface;
  /// Σ n·v: what the vault owes at fair value; negative where what it holds is worth more.
  int256 value;
  /// Book totals from the vault's side (−Σ n·…).
  Greeks greeks;
  /// Worst case of the book over all settlement prices.
  uint256 lock;
  /// After this block's step.
  Capital capital;
  /// E_low = min(E, actual capital): what NAV, asks and departures are charged at.
  uint256 lowCapital;
  /// E_dep = max(E, actual capital before fresh deposits): what comers and rebates are charged at.
  uint256 depositCapital;
  /// R(E_low), its two parts: certainty equivalent of the book's move, and rent of the locked capacity.
  uint256 moveCharge;
  uint256 rentCharge;
  /// R(E_dep).
  uint256 depositCharge;
  /// C − Σ n·v − R(E_low); may be negative.
  int256 nav;
  /// |D|·c_S + |V|·c_σ.
  uint256 band;
  /// What of NAV redeem requests claim.
  uint256 claim;
  /// For R at another E.
  RiskSums sums;
}
