// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

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
    // All differences are positive: observedAt ≤ time < expiry < 2⁴⁰, and reported expiries ascend.
    unchecked {
      near = start;
      uint256 rest = expiries >> (start << EXPIRY_SHIFT);
      while (uint32(rest >> 32) != 0 && uint32(rest >> 32) <= expiry) {
        rest >>= 32;
        ++near;
      }
      uint256 here = uint32(rest);
      uint256 next = uint32(rest >> 32);
      if (expiry <= here || next == 0) return (near, ((expiry - time) * WAD) / (here - observedAt), 0);
      nearWeight = ((next - expiry) * (here - time) * WAD) / ((next - here) * (here - observedAt));
      farWeight = ((expiry - here) * (next - time) * WAD) / ((next - here) * (next - observedAt));
    }
  }
}
