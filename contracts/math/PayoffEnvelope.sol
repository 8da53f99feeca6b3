// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title PayoffEnvelope
/// @notice The exact worst case of a book at one expiry over every settlement price: sup over P of Σ nᵢ·payoffᵢ(P), with
/// n positive where the vault is short and negative where it holds the option.
/// @dev Between two neighbouring strikes a book of puts pays a line in P and a book of calls, paid in the underlying,
/// A − B/P, which is monotone: so the supremum is at a strike, at the end of the last segment, or at P → 0 or ∞. Running
/// sums make it one pass.
library PayoffEnvelope {
  /// @notice There are not as many quantities as strikes.
  error LengthsDiffer(uint256 strikes, uint256 quantities);
  /// @notice More strikes than a book can list.
  error TooManyStrikes(uint256 strikes);
  /// @notice Strikes must rise strictly from above zero and stay below 2⁹⁶.
  error StrikesNotAscending(uint256 index);
  /// @notice A quantity's magnitude is not below 2⁹⁶.
  error QuantityOutOfDomain(uint256 index);

  /// @dev As many as a book can list.
  uint256 internal constant MAX_STRIKES = 64;
  uint256 private constant TERM_BITS = 96;
  int256 private constant WAD = 1e18;

  /// @notice Worst case of puts, sup over P ≥ 0 of Σ nᵢ·max(0, Kᵢ − P).
  /// @param strikes WAD quote per underlying, strictly ascending, at most 64
  /// @param quantities WAD options, positive where short
  /// @return worst WAD quote, rounded up, never negative (far above all strikes nothing is paid)
  function worstPuts(uint256[] memory strikes, int256[] memory quantities) internal pure returns (uint256 worst) {
    _requireDomain(strikes, quantities);
    // Terms are below 2¹⁹², 64 of them below 2¹⁹⁸: no sum overflows.
    unchecked {
      // Downwards in P: at strike K the puts struck above it pay Σn·K' − K·Σn.
      int256 paid;
      int256 slope;
      int256 best;
      for (uint256 i = strikes.length; i != 0; --i) {
        int256 strike = int256(strikes[i - 1]);
        int256 value = paid - slope * strike;
        if (value > best) best = value;
        paid += quantities[i - 1] * strike;
        slope += quantities[i - 1];
      }
      // P = 0.
      if (paid > best) best = paid;
      return uint256((best + WAD - 1) / WAD);
    }
  }

  /// @notice Worst case of calls, in the underlying, sup over P > 0 of Σ nᵢ·max(0, P − Kᵢ)/P.
  /// @param strikes WAD quote per underlying, strictly ascending, at most 64
  /// @param quantities WAD options, positive where short
  /// @return worst WAD underlying, rounded up, never negative (below all strikes nothing is paid)
  function worstCalls(uint256[] memory strikes, int256[] memory quantities) internal pure returns (uint256 worst) {
    _requireDomain(strikes, quantities);
    unchecked {
      // Upwards in P: at strike K the calls struck below it pay Σn − Σn·K'/K.
      int256 notional;
      int256 slope;
      int256 best;
      for (uint256 i; i < strikes.length; ++i) {
        int256 strike = int256(strikes[i]);
        int256 value = _ceilDivide(slope * strike - notional, strike);
        if (value > best) best = value;
        notional += quantities[i] * strike;
        slope += quantities[i];
      }
      // P → ∞: the supremum is approached, not reached, where Σn·K > 0.
      if (slope > best) best = slope;
      return uint256(best);
    }
  }

  /// @dev ⌈a/b⌉ for b > 0.
  function _ceilDivide(int256 a, int256 b) private pure returns (int256) {
    unchecked {
      return a > 0 ? (a + b - 1) / b : a / b;
    }
  }

  function _requireDomain(uint256[] memory strikes, int256[] memory quantities) private pure {
    unchecked {
      require(strikes.length == quantities.length, LengthsDiffer(strikes.length, quantities.length));
      require(strikes.length <= MAX_STRIKES, TooManyStrikes(strikes.length));
      uint256 last;
      for (uint256 i; i < strikes.length; ++i) {
        require(strikes[i] > last && strikes[i] >> TERM_BITS == 0, StrikesNotAscending(i));
        last = strikes[i];
        int256 quantity = quantities[i];
        require(uint256(quantity < 0 ? -quantity : quantity) >> TERM_BITS == 0, QuantityOutOfDomain(i));
      }
    }
  }
}
