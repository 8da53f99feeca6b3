// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {Logarithm} from "../math/Logarithm.sol";
import {RawDivision} from "../math/RawDivision.sol";
import {MAX_EXPIRIES} from "../types/Book.sol";
import {Greeks} from "../types/Greeks.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {Intervals} from "./Intervals.sol";
import {WadMath} from "./WadMath.sol";

/// @title RiskCharge
/// @notice R(E): what a book's risk and the capacity it locks are worth, as one potential. The premium of a trade is fair
/// value plus the change of R, so that round trips cannot profit and splitting an order cannot help.
///
/// ```
/// Var  = X² + 2·r_sv·X·Y + Y² + ½·Z²                     X, Y, Z: spotMove, volMove, gammaMove of the book
/// move = ½·λ·Var/E                                       certainty equivalent of the horizon's profit and loss
/// rent = β·Σ_k E·φ(L_k/E)·(t_{k+1} − t_k)                what stays locked rents for until each expiry
/// φ(u) = −ln(1−u) − u for u ≤ 0.9, its tangent beyond    slope u/(1−u): a lending market's utilisation curve
/// ```
///
/// Var is a positive semidefinite form, Var/E its perspective, E·φ(L/E) the perspective of a convex φ: R is jointly convex
/// in the book's linear sums and E, and falls as E rises.
///
/// Total: nothing reverts. Moves, capital and locks saturate at 2^112 (5.2e15 whole units of collateral). At
/// E = 0 (only an empty vault has it, since E ≥ C/8) the tangent branch leaves rent = 9·β·Σ L_k·(t_{k+1} − t_k), and
/// the move is charged as at E = 1e-18.
/// @dev Rounded up, both parts: the vault's NAV never shows more than it has.
library RiskCharge {
  uint256 internal constant WAD = 1e18;
  uint256 internal constant SECONDS_PER_YEAR = 365 days;
  /// @dev Nothing is larger; the logarithm's domain, and keeps every product below 2^256.
  uint256 internal constant AMOUNT_LIMIT = (1 << AMOUNT_BITS) - 1;
  uint256 private constant AMOUNT_BITS = 112;

  /// @dev Utilisation from which the tangent continues φ, WAD, and the tangent's slope there: 0.9/(1 − 0.9).
  uint256 internal constant TANGENT_FROM = 0.9e18;
  uint256 internal constant TANGENT_SLOPE = 9;
  /// @dev 9·0.9 − φ(0.9) = 9 − ln 10, rounded down, WAD: E·φ(L/E) = 9·L − that·E on the tangent.
  uint256 internal constant TANGENT_OFFSET = 6.697414907005954315e18;

  /// @notice The two parts of R at risk capital `riskCapital`, WAD collateral, each rounded up.
  function charge(
    RiskSums memory sums,
    RiskParams memory params,
    uint256 riskCapital
  ) internal pure returns (uint256 move, uint256 rent) {
    move = moveCharge(sums, params, riskCapital);
    rent = rentCharge(sums, params.capacityRent, riskCapital);
  }

  /// @notice ½·λ·Var/E, WAD collateral, rounded up.
  function moveCharge(
    RiskSums memory sums,
    RiskParams memory params,
    uint256 riskCapital
  ) internal pure returns (uint256) {
    return moveChargeOf(doubledVariance(sums, params.spotVolCorrelation), params.riskAversion, riskCapital);
  }

  /// @notice `moveCharge` of a variance that is known.
  /// @param doubled 2·Var, see `doubledVariance`
  function moveChargeOf(uint256 doubled, uint256 riskAversion, uint256 riskCapital) internal pure returns (uint256) {
    if (doubled == 0 || riskAversion == 0) return 0;
    // 4·WAD·E < 2^175. The quotient is below 2^229·λ/(4·WAD), so that it fits for any λ up to 2^83.
    unchecked {
      uint256 divisor = 4 * WAD * (riskCapital == 0 ? 1 : _amount(riskCapital));
      return WadMath.mulDivUp(doubled, riskAversion, divisor);
    }
  }

  /// @notice β·Σ E·φ(L_k/E)·interval_k, WAD collateral, rounded up.
  function rentCharge(RiskSums memory sums, uint256 capacityRent, uint256 riskCapital) internal pure returns (uint256) {
    (uint256 total, ) = _potentialTime(sums, _amount(riskCapital), 0, MAX_EXPIRIES, 0);
    return _rentOf(total, capacityRent);
  }

  /// @notice What each interval and all later ones add to the rent's sum, E·φ(L_k/E)·interval_k, WAD collateral seconds; for
  /// `rentAfter`.
  function rentTails(
    RiskSums memory sums,
    uint256 riskCapital
  ) internal pure returns (uint256[MAX_EXPIRIES] memory tails) {
    uint256 capital = _amount(riskCapital);
    uint256 total;
    unchecked {
      for (uint256 k = MAX_EXPIRIES; k != 0;) {
        (uint256 added, ) = _potentialTime(sums, capital, k - 1, k, 0);
        --k;
        total += added;
        Intervals.set(tails, k, total);
      }
    }
  }

  /// @notice `rentCharge` once `lock` more is locked, or that much less, until the end of interval `index`.
  /// @param tails of the sums at the same capital
  function rentAfter(
    RiskSums memory sums,
    uint256[MAX_EXPIRIES] memory tails,
    uint256 capacityRent,
    uint256 riskCapital,
    uint256 index,
    int256 lock
  ) internal pure returns (uint256) {
    unchecked {
      ++index;
      (uint256 total, uint256 reached) = _potentialTime(sums, _amount(riskCapital), 0, index, lock);
      if (reached == index && index != MAX_EXPIRIES) total += Intervals.get(tails, index);
      return _rentOf(total, capacityRent);
    }
  }

  function _rentOf(uint256 total, uint256 capacityRent) private pure returns (uint256) {
    if (total == 0) return 0;
    return WadMath.mulDivUp(total, capacityRent, WAD * SECONDS_PER_YEAR);
  }

  /// @notice Σ E·φ(L_k/E)·interval_k, WAD collateral seconds.
  /// @param capital WAD collateral, at most `AMOUNT_LIMIT`
  /// @param next first interval
  /// @param end the one behind the last
  /// @param lock added to what each of them locks, WAD collateral
  /// @return total of the intervals before the first one that locks nothing: what is locked in one contains what is locked in any
  /// later one
  /// @return reached that one, or `end`
  function _potentialTime(
    RiskSums memory sums,
    uint256 capital,
    uint256 next,
    uint256 end,
    int256 lock
  ) private pure returns (uint256 total, uint256 reached) {
    // Locks are sums below 2^210. Potentials are below 2^116 and intervals, differences of unix times, below 2^64.
    unchecked {
      for (; next < end; ++next) {
        int256 locked = int256(Intervals.get(sums.locked, next)) + lock;
        if (locked <= 0) break;
        total += _potential(uint256(locked), capital) * Intervals.get(sums.interval, next);
      }
      return (total, next);
    }
  }

  /// @notice E·φ(L/E), WAD collateral: to within E·2e-19, rounded up.
  /// @param locked WAD collateral, not zero
  /// @param capital WAD collateral, at most `AMOUNT_LIMIT`
  function _potential(uint256 locked, uint256 capital) private pure returns (uint256 potential) {
    // Capital < 2^112 and φ < 2^97 in Q96: no product reaches 2^209. On the tangent L > 0.9·E: 9·L > 6.7·E.
    unchecked {
      if (locked > RawDivision.div(capital * TANGENT_FROM, WAD)) {
        potential = TANGENT_SLOPE * _amount(locked) - RawDivision.div(capital * TANGENT_OFFSET, WAD);
      } else {
        // 1 − u ≥ 0.1, so −ln(1 − u) = ln(E/(E − L)) is defined, and at least u but for the last bits.
        uint256 minusLog = uint256(Logarithm.lnRatioUncheckedQ96(capital, capital - locked));
        uint256 utilisation = RawDivision.div(locked << 96, capital);
        potential = minusLog > utilisation ? ((capital * (minusLog - utilisation)) >> 96) + 1 : 1;
      }
    }
  }

  /// @notice What spot may be worth more or less by where it is in doubt by `confidence` (WAD fraction): |D|·c + ½·|G|·c², WAD
  /// collateral, rounded up. Near an expiry the second order is as large as the first.
  function spotDoubt(Greeks memory greeks, uint256 confidence) internal pure returns (uint256) {
    uint256 curved = WadMath.mulUp(SignedMath.abs(greeks.gamma), confidence);
    return WadMath.mulUp(SignedMath.abs(greeks.delta) + ((curved + 1) >> 1), confidence);
  }

  /// @notice 2·Var as a sum of squares, 2·(X + r·Y)² + 2·(1 − r²)·Y² + Z²: never negative, whatever the rounding.
  function doubledVariance(RiskSums memory sums, int256 correlation) internal pure returns (uint256) {
    int256 unit = int256(WAD);
    if (correlation > unit) correlation = unit;
    if (correlation < -unit) correlation = -unit;
    (int256 x, int256 y, int256 z) = (sums.spotMove, sums.volMove, sums.gammaMove);
    // |aligned| < 2^113 and |y|, |z| < 2^112: the sum stays below 2^229.
    unchecked {
      // Where all three are far within, none needs a look of its own.
      uint256 half = AMOUNT_LIMIT >> 1;
      if (((uint256(x) + half) | (uint256(y) + half) | (uint256(z) + half)) >> AMOUNT_BITS != 0) {
        (x, y, z) = (_clamped(x), _clamped(y), _clamped(z));
      }
      int256 aligned = x + RawDivision.sdiv(correlation * y, unit);
      int256 orthogonal = RawDivision.sdiv(unit * unit - correlation * correlation, unit) * y;
      return uint256(2 * (aligned * aligned + RawDivision.sdiv(orthogonal, unit) * y) + z * z);
    }
  }

  function _amount(uint256 amount) private pure returns (uint256) {
    return amount >> AMOUNT_BITS == 0 ? amount : AMOUNT_LIMIT;
  }

  function _clamped(int256 move) private pure returns (int256) {
    int256 limit = int256(AMOUNT_LIMIT);
    // The sum wraps where the move is far outside, and is then large as an unsigned number.
    unchecked {
      if (uint256(move + limit) <= uint256(2 * limit)) return move;
    }
    return move < 0 ? -limit : limit;
  }
}
