// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Greeks} from "./Greeks.sol";
import {RiskSums} from "./RiskSums.sol";
import {SurfaceStatus} from "./SurfaceStatus.sol";

/// @notice What one pass over a book says. Amounts in WAD collateral.
struct Assessment {
  /// Spot used, WAD quote per underlying.
  uint256 spot;
  /// c_S, WAD fraction: the feed's confidence plus one minute of volatility.
  uint256 spotConfidence;
  /// c_σ, WAD of annual volatility.
  uint256 volConfidence;
  SurfaceStatus surface;
  /// Σ n·v: what the vault owes at fair value.
  uint256 value;
  /// Book totals from the vault's side (−Σ n·…).
  Greeks greeks;
  /// Worst case of the book over all settlement prices.
  uint256 lock;
  /// E after this block's rule.
  uint256 riskCapital;
  /// R(E), its two parts: certainty equivalent of the book's move, and rent of the locked capacity.
  uint256 moveCharge;
  uint256 rentCharge;
  /// C − Σ n·v − R; may be negative.
  int256 nav;
  /// |D|·c_S + |V|·c_σ.
  uint256 band;
  /// For R at another E.
  RiskSums sums;
}
