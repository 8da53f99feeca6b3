// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Exponential} from "../math/Exponential.sol";
import {Capital} from "../types/Capital.sol";

/// @title RiskCapital
/// @notice E: the capital against which risk is charged. One slow number that no trade and no flow moves, only time: once a
/// block, before anything is priced, halfway to actual capital a day. Whoever adds risk is charged at the smaller of E and actual
/// capital, whoever removes it is rebated at the larger, so that nobody gains from another's coming or going between two
/// trades, from a dip, or from E's way back.
///
/// ```
/// start    E' = min(a', 100·m), p' = a' − E'          a first deposit, or one into an empty book of less than m
/// step     d = min(Δ, 6 h);  A = max(C − Σn·v, C/8);  k = 1 − 2^(−d / 1 day)
///          E' = min(E + k·(A − E), max(E, m)·2^(d / 6 h));  k' = (E' − E)/(A − E);  p' = p·(1 − k');  a' = A
///          Rb' = Rb·2^(−Δ / 1 day)
/// E_low(w) = min(E, max(a − w, (C − w)/8))            what remains when w leaves; E_low = E_low(0)
/// E_dep    = max(E, max(a, C/8) − max(p, 0))          the larger one, for comers and for rebates
/// ```
/// A is taken before R, or a falling E would feed on itself. The doubling bound starts from E or a constant, never from what a
/// deposit can lift, and the start is bound by the same constant (`LedgerStorage.startCapital`). Every subtraction saturates;
/// nothing reverts because a vault did badly.
library RiskCapital {
  uint256 internal constant HALF_LIFE = 1 days;
  uint256 internal constant MAX_STEP = 6 hours;
  /// @dev Actual capital is at least C/8: an insolvent vault still has a finite charge.
  uint256 internal constant FLOOR_DIVISOR = 8;

  uint256 private constant LN_2_WAD = 0.693147180559945309e18;
  uint256 private constant WAD = 1e18;

  /// @notice This block's step, in place. A second one in a block, or a clock that stands still, changes nothing.
  /// @dev Amounts below 2^128. E is rounded down (a smaller E charges more), p towards zero.
  /// @param value Σ n·v of the book, WAD collateral
  /// @param now_ block timestamp, unix seconds
  function step(Capital memory capital, int256 value, uint256 now_) internal pure {
    if (now_ <= capital.updatedAt) return;
    uint256 elapsed = now_ - capital.updatedAt;
    uint256 counted = Math.min(elapsed, MAX_STEP);
    uint256 remaining = _halved(counted, HALF_LIFE);
    capital.recentCharge =
      (capital.recentCharge * (counted == elapsed ? remaining : _halved(elapsed, HALF_LIFE))) / WAD;
    capital.updatedAt = now_;

    uint256 target = capital.collateral / FLOOR_DIVISOR;
    // C is below 2^128, and so is what options are worth.
    int256 actual;
    unchecked {
      actual = int256(capital.collateral) - value;
    }
    if (actual > int256(target)) target = uint256(actual);
    uint256 current = capital.riskCapital;
    capital.actual = target;
    if (target > current) {
      uint256 risen = current + ((target - current) * (WAD - remaining)) / WAD;
      uint256 bound = (Math.max(current, capital.doublingBase) * WAD) / _halved(counted, MAX_STEP);
      if (risen > bound) {
        risen = bound;
        remaining = ((target - bound) * WAD) / (target - current);
      }
      capital.riskCapital = risen;
    } else {
      capital.riskCapital = target + ((current - target) * remaining) / WAD;
    }
    capital.fresh = (capital.fresh * int256(remaining)) / int256(WAD);
  }

  /// @notice E_low once `leaving` has left, WAD collateral.
  function low(Capital memory capital, uint256 leaving) internal pure returns (uint256) {
    uint256 actual = Math.max(
      Math.saturatingSub(capital.actual, leaving),
      Math.saturatingSub(capital.collateral, leaving) / FLOOR_DIVISOR
    );
    return Math.min(capital.riskCapital, actual);
  }

  /// @notice E_dep, WAD collateral; never below E_low.
  function forDeposits(Capital memory capital) internal pure returns (uint256) {
    uint256 actual = Math.max(capital.actual, capital.collateral / FLOOR_DIVISOR);
    uint256 settled = capital.fresh > 0 ? Math.saturatingSub(actual, uint256(capital.fresh)) : actual;
    return Math.max(capital.riskCapital, settled);
  }

  /// @dev 2^(−elapsed/halfLife), WAD.
  function _halved(uint256 elapsed, uint256 halfLife) private pure returns (uint256) {
    return Exponential.expNegWad((LN_2_WAD * elapsed) / halfLife);
  }
}
