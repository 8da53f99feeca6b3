// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Exponential} from "../math/Exponential.sol";
import {Capital} from "../types/Capital.sol";

/// @title RiskCapital
/// @notice E: the capital against which risk is charged. It feels losses at once and gains slowly, so that no premium, price
/// move or settlement makes the charge jump in anyone's favour, and nobody can pump E to trade against a cheaper curve.
///
/// With A = C − Σ n·v (before R, or a falling E would feed on itself), once a block, before its first priced call:
/// A < E: E ← A. Otherwise E grows towards A with a half-life of a day, at most six hours' worth a step:
/// E ← A − (A − E)·2^(−Δ/1 d). Then E ← max(E, C/8). Within a block only providers' deposits and withdrawals move E.
library RiskCapital {
  uint256 internal constant HALF_LIFE = 1 days;
  uint256 internal constant MAX_STEP = 6 hours;
  /// @dev E is at least C/8: an insolvent vault still has a finite charge.
  uint256 internal constant FLOOR_DIVISOR = 8;

  uint256 private constant LN_2_WAD = 0.693147180559945309e18;
  uint256 private constant WAD = 1e18;

  /// @notice E after this block's step, WAD collateral, rounded down (a smaller E charges more).
  /// @dev Total: a value above the collateral counts as A = 0. A second call in a block, or a clock that stands still,
  /// changes nothing. Amounts below 2^128.
  /// @param value Σ n·v of the book, WAD collateral
  /// @param now_ block timestamp, unix seconds
  function step(Capital memory capital, uint256 value, uint256 now_) internal pure returns (uint256 riskCapital) {
    riskCapital = capital.riskCapital;
    if (now_ <= capital.updatedAt) return riskCapital;

    uint256 available = capital.collateral > value ? capital.collateral - value : 0;
    if (available <= riskCapital) {
      riskCapital = available;
    } else {
      uint256 elapsed = now_ - capital.updatedAt;
      if (elapsed > MAX_STEP) elapsed = MAX_STEP;
      uint256 remaining = Exponential.expNegWad((LN_2_WAD * elapsed) / HALF_LIFE);
      riskCapital += ((available - riskCapital) * (WAD - remaining)) / WAD;
    }

    uint256 floor = capital.collateral / FLOOR_DIVISOR;
    if (riskCapital < floor) riskCapital = floor;
  }
}
