// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RawDivision} from "../math/RawDivision.sol";

/// @title SurfaceInterpolation
/// @notice From slices observed at a time o, for expiries T₁ < T₂ < …, to total variance from now (t) to any expiry T.
///
/// @dev A slice's variance rate w(k)/(Tᵢ − o) stays as time passes, so that its total variance from now on is
/// wᵢ(k)·(Tᵢ − t)/(Tᵢ − o). Between two unexpired reported expiries these totals are interpolated linearly in T; before the
/// first and beyond the last the rate is that of the nearest slice; a slice whose expiry has passed is skipped, which is
/// the limit of what held before: as t → T₁ its total goes to 0 and the line from it to T₂ becomes T₂'s rate. Once all
/// have passed, the last one's rate holds.
///
/// No calendar arbitrage comes in. Let total variance rise with expiry at the time of observation, w₁ ≤ w₂ at some k, with
/// rates v₁, v₂. If v₁ ≤ v₂, then v₁(T₁ − t) ≤ v₂(T₂ − t) as T₁ < T₂. If v₁ > v₂, then v₂(T₂ − t) = w₂ − v₂(t − o) ≥
/// w₁ − v₁(t − o) = v₁(T₁ − t). Lines between rising points rise, and so do the two rays. At a reported expiry no butterfly
/// arbitrage comes in either: with θ = (T − t)/(T − o) ≤ 1, Durrleman's g of θw is
/// (1 − θ)(1 − kw'/2w)² + θ·g(w) + (θ − θ²)·w'²/16, no less than θ·g(w). Between reported expiries, and beyond the last,
/// it is not checked.
library SurfaceInterpolation {
  uint256 private constant WAD = 1e18;
  /// @dev Bits of one expiry in the packed list, a power of two.
  uint256 private constant EXPIRY_SHIFT = 5;
  uint256 internal constant EXPIRY_BITS = 1 << EXPIRY_SHIFT;

  /// @notice The expiry (unix seconds) at `index` of eight 32-bit ones, ascending from the low end; zero past the end.
  function expiryAt(uint256 expiries, uint256 index) internal pure returns (uint256) {
    return uint32(expiries >> (index << EXPIRY_SHIFT));
  }

  /// @notice Index of the first reported expiry later than `time`; of the last one where there is none.
  function firstLive(uint256 expiries, uint256 time) internal pure returns (uint256 index) {
    unchecked {
      while (expiryAt(expiries, index) <= time) {
        if (expiryAt(expiries, index + 1) == 0) return index;
        ++index;
      }
    }
  }

  /// @notice Where `expiry` lies, searched upwards from `start`, so that an ascending list costs one walk.
  /// @param expiries packed reported expiries, at least one
  /// @param observedAt when they were observed, before each of them and not after `time`
  /// @param start `firstLive`, or `near` of an earlier expiry
  /// @param expiry unix seconds < 2⁴⁰, later than `time`
  /// @return near index of the slice that counts; where `farWeight` is not zero the one after it counts too
  /// @return nearWeight WAD, rounded down
  /// @return farWeight WAD, rounded down
  function place(
    uint256 expiries,
    uint256 observedAt,
    uint256 start,
    uint256 expiry,
    uint256 time
  ) internal pure returns (uint256 near, uint256 nearWeight, uint256 farWeight) {
    unchecked {
      near = start;
      uint256 rest = expiries >> (start << EXPIRY_SHIFT);
      while (isNextReached(rest, expiry)) {
        rest >>= EXPIRY_BITS;
        ++near;
      }
      (nearWeight, farWeight) = weights(rest, observedAt, expiry, time);
    }
  }

  /// @notice Whether the second of the packed expiries is one, and no later than `expiry`.
  function isNextReached(uint256 expiries, uint256 expiry) internal pure returns (bool) {
    uint256 next = uint32(expiries >> EXPIRY_BITS);
    // Zero, for none, turns into the largest number.
    unchecked {
      return next - 1 < expiry;
    }
  }

  /// @notice The weights of the slices of the first two packed expiries in the total variance from `time` to `expiry`.
  /// @param expiries packed from the near one on, as far as `place` goes up
  /// @return nearWeight WAD, rounded down
  /// @return farWeight WAD, rounded down; zero where the far slice does not count
  function weights(
    uint256 expiries,
    uint256 observedAt,
    uint256 expiry,
    uint256 time
  ) internal pure returns (uint256 nearWeight, uint256 farWeight) {
    // All differences are positive: observedAt ≤ time < expiry < 2⁴⁰, and reported expiries ascend. Products are < 2¹⁴⁰.
    unchecked {
      uint256 here = uint32(expiries);
      uint256 next = uint32(expiries >> EXPIRY_BITS);
      if (expiry <= here || next == 0) return (_share(expiry - time, here - observedAt), 0);
      nearWeight = ((next - expiry) * (here - time) * WAD) / ((next - here) * (here - observedAt));
      farWeight = ((expiry - here) * (next - time) * WAD) / ((next - here) * (next - observedAt));
    }
  }

  /// @notice The weight of a slice in the total variance from `time` to its own expiry: what is left of its life.
  /// @param observedAt not after `time`
  /// @param expiry unix seconds < 2⁴⁰, later than `time`
  /// @return WAD, rounded down
  function decay(uint256 observedAt, uint256 expiry, uint256 time) internal pure returns (uint256) {
    unchecked {
      return _share(expiry - time, expiry - observedAt);
    }
  }

  /// @dev Times < 2⁴⁰ and a WAD < 2⁶⁰; no life is zero long.
  function _share(uint256 left, uint256 life) private pure returns (uint256) {
    unchecked {
      return RawDivision.div(left * WAD, life);
    }
  }
}
