// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Sensitivities in the vault's collateral (WAD), of one option or of a whole book.
/// @dev All are taken with the surface sticky in moneyness: when spot moves, volatility at a strike moves along the smile.
struct Greeks {
  /// D = ∂v/∂ln S, WAD collateral per unit of ln S. For a call vault this is the premium-adjusted delta Δ − v.
  int256 delta;
  /// G = ∂²v/∂(ln S)², WAD collateral.
  int256 gamma;
  /// V = ∂v/∂σ, WAD collateral per 1.0 (100 points) of annual volatility.
  int256 vega;
  /// Θ = ∂v/∂t, WAD collateral a year (negative for an option held, as time is lost).
  int256 theta;
  /// ρ = ∂v/∂r, WAD collateral per 1.0 of the annual rate.
  int256 rho;
}
