// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Exponential} from "./Exponential.sol";
import {Gaussian} from "./Gaussian.sol";
import {RawDivision} from "./RawDivision.sol";
import {SquareRoot} from "./SquareRoot.sol";

/// @title NormalisedBlack
/// @notice Black's formula for a forward of 1 and no discounting, out of one Gaussian and two Mills ratios.
/// With k = ln(K/F), v² the total variance, d1 = v/2 − k/v and d2 = d1 − v:
///   call c = Φ(d1) − e^k·Φ(d2),   put p = c − 1 + e^k = e^k·Φ(−d2) − Φ(−d1).
/// @dev φ(d1) = e^k·φ(d2), so with Φ(d) = [d ≥ 0] ∓ φ(d)·M(|d|) one density serves both:
///   c = [d1 ≥ 0] − [d2 ≥ 0]·e^k + φ(d1)·(∓M(|d1|) ± M(|d2|)).
/// Where d1 and d2 have one sign the out-of-the-money side is φ(d1)·(M − M') alone, and keeps its relative precision.
/// Everything but `w` and the density is Q96. Nothing here reverts: it runs over whole books.
library NormalisedBlack {
  int256 private constant ONE_Q96 = 1 << 96;
  /// @dev A score of 2³⁰ standard deviations in Q96, and the bits of twice that. Its square still fits a word.
  int256 private constant CERTAIN_Q96 = 1 << 126;
  uint256 private constant CERTAIN_BITS = 127;

  /// @notice Black's formula with its parts.
  /// @param k ln(K/F), Q96, |k| < 2¹⁵⁰, not checked: `lnRatioQ96` stays below 2¹⁰³; e^k is capped at k = ±48
  /// @param w total variance σ²τ, Q192, any value
  /// @return call c, Q96, 0 .. 1, at least 1 − e^k
  /// @return put p, Q96, 0 .. e^k, at least e^k − 1; call − put = 1 − e^k to the last bit
  /// @return n1 Φ(d1), Q96
  /// @return kn2 e^k·Φ(d2), Q96: n1 − call to the last bit
  /// @return density φ(d1), Q128
  /// @return root √w, Q96, rounded down
  /// @dev Where w = 0 the limits hold exactly: intrinsic values, n1 one or zero, density zero; at k = 0 itself the option
  /// counts as out of the money. Error of call and put ≤ 5e-18·max(1, e^k), most of it from e^k; of `priceAt` 2e-18.
  function price(
    int256 k,
    uint256 w
  ) internal pure returns (uint256 call, uint256 put, uint256 n1, uint256 kn2, uint256 density, uint256 root) {
    unchecked {
      root = SquareRoot.sqrt(w);
      (call, put, n1, kn2, density) = priceAt(k, Exponential.expQ96(k), root);
    }
  }

  /// @notice As `price`, for a caller that has K/F and √w already.
  /// @param k ln(K/F), Q96, |k| < 2¹⁵⁰, not checked
  /// @param moneyness e^k = K/F, Q96, below 2²⁵⁴, not checked; takes the place of e^k in the result's precision
  /// @param root √w, Q96, below 2¹²⁸, not checked
  function priceAt(
    int256 k,
    uint256 moneyness,
    uint256 root
  ) internal pure returns (uint256 call, uint256 put, uint256 n1, uint256 kn2, uint256 density) {
    unchecked {
      int256 c;
      (c, n1, density) = callAtScore(scoreAt(k, root), moneyness, root);
      call = uint256(c);
      put = uint256(c + int256(moneyness) - ONE_Q96);
      kn2 = n1 - call;
      // Rounding may leave n1 some units under the call where e^k·Φ(d2) is nothing.
      if (kn2 > n1) kn2 = 0;
    }
  }

  /// @notice d1 of `priceAt`, Q96, as `score` bounds it.
  /// @param k ln(K/F), Q96, |k| < 2¹⁵⁰, not checked
  /// @param root √w, Q96, below 2¹²⁸, not checked
  function scoreAt(int256 k, uint256 root) internal pure returns (int256) {
    unchecked {
      // Without variance the division answers 0, and `score` decides.
      return score(int256(root >> 1) - RawDivision.sdiv(k << 96, int256(root)), k, root);
    }
  }

  /// @notice The call of `priceAt`, with Φ(d1) and φ(d1), for a caller that has d1 from `scoreAt`. The put is
  /// call + moneyness − 1 to the last bit, and not below zero either.
  function callAtScore(
    int256 d1,
    uint256 moneyness,
    uint256 root
  ) internal pure returns (int256 call, uint256 n1, uint256 density) {
    unchecked {
      density = Gaussian.densityQ96(d1);
      int256 d2 = d1 - int256(root);
      (int256 mills1, int256 mills2) = Gaussian.signedMillsPairQ96(d1, d2);
      // `~d >> 255` is all ones where d ≥ 0. φ < 2¹²⁷ and |M| < 2⁹⁷ each: no product reaches 2²²⁵.
      d1 = ONE_Q96 & (~d1 >> 255);
      n1 = uint256(d1 + ((int256(density) * mills1) >> 128));
      call = ((int256(density) * (mills1 - mills2)) >> 128) + d1 - (int256(moneyness) & (~d2 >> 255));
      int256 put = call + int256(moneyness) - ONE_Q96;
      // The out-of-the-money side may round to a unit under zero: lift both, so that parity stays.
      if ((call | put) < 0) call -= call < put ? call : put;
    }
  }

  /// @notice d1 as the kernels can take it: where there is no variance, or so little that d1 is beyond 2³⁰ standard
  /// deviations, the outcome is certain, and a score of ±2³⁰ says so: its density is zero, and every formula in d1 gives
  /// its exact limit. At k = 0 without variance the option counts as out of the money.
  /// @param d1 Q96; without variance anything
  /// @param k ln(K/F), Q96
  /// @param root √w at any scale
  function score(int256 d1, int256 k, uint256 root) internal pure returns (int256 scored) {
    unchecked {
      uint256 beyond = uint256(d1 + CERTAIN_Q96) >> CERTAIN_BITS;
      assembly ("memory-safe") {
        beyond := or(beyond, iszero(root))
      }
      if (beyond != 0) d1 = k < 0 ? CERTAIN_Q96 : -CERTAIN_Q96;
      scored = d1;
    }
  }
}
