// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A tier: the parameters by which a vault charges for risk, capacity and its feeds' uncertainty.
/// @dev The first five move NAV and therefore ramp; the rest act on trades only and change at once. All are held to the step of a
/// ramp (`RampRule`), stress apart, which the guardian raises and the governor lowers. All but the horizon are whole multiples of 1e-6.
struct RiskParams {
  /// λ, risk aversion, WAD, 0 .. 24.
  uint256 riskAversion;
  /// β, rent of capacity, WAD a year, λ/80 .. 0.45.
  uint256 capacityRent;
  /// ω, volatility of volatility, WAD a year, 0 .. 3.
  uint256 volOfVol;
  /// r_sv, correlation of spot and volatility, WAD, −1 .. 1.
  int256 spotVolCorrelation;
  /// h, horizon of the risk charge, seconds, an hour to a day.
  uint256 horizon;
  /// f, fee on notional, WAD of spot per option.
  uint256 notionalFee;
  /// g, cap of that fee, WAD of the option's fair value.
  uint256 premiumFeeCap;
  /// ρ_f, fee on the absolute change of the risk charge, WAD.
  uint256 chargeFee;
  /// f_lock, fee on the absolute change of the lock, WAD.
  uint256 lockFee;
  /// s ≥ 1, scales a positive change of the risk charge of asks, WAD. Neither NAV nor bids see it.
  uint256 stress;
  /// ≥ 1, scales the feeds' confidence in the prices of what is bought, WAD: 1 while the vault is Open, 2 while it is Guarded.
  /// Whatever is below 1 counts as 1. Sales and NAV's band never see it.
  uint256 confidenceFactor;
}
