// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";
import {Test} from "forge-std/Test.sol";

import {SurfaceHarness} from "../../mocks/SurfaceHarness.sol";
import {Curve} from "../../../contracts/types/Curve.sol";
import {SviParams, SviSlice, packSvi} from "../../../contracts/types/SviSlice.sol";

/// @notice Nothing hides between the points at which two smiles are compared: random search for a point that does.
/// @dev Slices of every shape in the domain, kinks of the least width next to any strike among them; total variances from that
/// of an hour's calm to that of years' storm.
contract SmileDistanceTest is Test {
  uint256 private constant SEARCHES = 24;
  /// @dev Of roots in Q96, whose own rounding is 2⁻⁹⁶: 1e-15 of volatility over a day.
  uint256 private constant ROUNDING = 1 << 42;

  SurfaceHarness private harness = new SurfaceHarness();

  function _draw(uint256 seed, string memory name, uint256 low, uint256 high) private pure returns (uint256) {
    return low + (uint256(keccak256(abi.encode(seed, name))) % (high - low + 1));
  }

  /// @dev Uniform in the logarithm.
  function _scaled(uint256 seed, string memory name, uint256 low, uint256 doublings) private pure returns (uint256) {
    uint256 bits = _draw(seed, name, 0, doublings * 64);
    return ((low << (bits / 64)) * (64 + (bits % 64))) / 64;
  }

  /// @dev A total variance in pico: 1e-7 to 2.
  function _level(uint256 seed) private pure returns (uint256) {
    return _scaled(seed, "level", 1e5, 24);
  }

  /// @dev Around a total variance at the money, pico: any width from the least to ten deviations, placed within four, slopes
  /// up to where butterflies begin and beyond, down to the least minimum.
  function _slice(uint256 seed, uint256 level) private pure returns (SviParams memory p) {
    uint256 deviation = _root(level * 1e12);
    p.sigma = (_scaled(seed, "sigma", 1e7, 40) % (10 * deviation + 1e7)) + 1e7;
    p.m = int256(_draw(seed, "m", 0, 8 * deviation)) - int256(4 * deviation);
    p.rho = int256(_draw(seed, "rho", 0, 1.99e12)) - 0.995e12;
    p.b = _draw(seed, "b", 0, 3 * deviation);
    if (p.b > 0.9e12) p.b = 0.9e12;
    // The level at k = 0, or as low as the least total variance lets it be.
    int256 wings = (p.rho * -p.m) / 1e12 + int256(_root(uint256(p.m * p.m) + p.sigma * p.sigma));
    p.a = int256(level) - (int256(p.b) * wings) / 1e12;
    _lift(p);
  }

  /// @dev To the least total variance that a slice may have.
  function _lift(SviParams memory p) private pure {
    uint256 complement = _root(1e24 - uint256(p.rho * p.rho));
    int256 least = 200 - int256((((p.b * p.sigma) / 1e12) * complement) / 1e12);
    if (p.a < least) p.a = least;
  }

  function _root(uint256 square) private pure returns (uint256 root) {
    root = 1;
    for (uint256 i = 0; i < 128 && root * root < square; ++i) root <<= 1;
    for (uint256 i = 0; i < 60; ++i) root = (root + square / root) / 2;
  }

  function _curve(SviParams memory p, uint256 weight) private pure returns (Curve memory) {
    return Curve(packSvi(p), weight, SviSlice.wrap(0), 0);
  }

  /// @dev The largest that a search finds, weighed as `between` does it: evenly, and around both slices' own places.
  function _found(uint256 seed, Curve memory base, Curve memory other) private view returns (uint256 most) {
    int256 deviation = int256(harness.rootAt(base, 0));
    for (uint256 i = 0; i < SEARCHES; ++i) {
      uint256 here = _differenceAt(base, other, deviation, _place(seed, i, base, other, deviation));
      if (here > most) most = here;
    }
  }

  function _place(
    uint256 seed,
    uint256 i,
    Curve memory base,
    Curve memory other,
    int256 deviation
  ) private pure returns (int256 k) {
    uint256 word = uint256(keccak256(abi.encode(seed, i)));
    if (i % 3 == 0) return (deviation * (int256(word % 6001) - 3000)) / 1000;
    (, , , int256 m, uint256 sigma) = (i % 3 == 1 ? base : other).near.fields();
    // The place itself, or some widths beside it.
    int256 beside = i % 2 == 0 ? int256(0) : (int256(sigma) * (int256(word % 2001) - 1000)) / 250;
    return ((m + beside) << 96) / 1e12;
  }

  function _differenceAt(
    Curve memory base,
    Curve memory other,
    int256 deviation,
    int256 k
  ) private view returns (uint256 difference) {
    if (SignedMath.abs(k) > 3 * uint256(deviation)) return 0;
    difference = SignedMath.abs(int256(harness.rootAt(base, k)) - int256(harness.rootAt(other, k)));
    if (SignedMath.abs(k) > uint256(deviation)) difference = (difference * uint256(deviation)) / SignedMath.abs(k);
  }

  function testFuzz_P7_NothingHidesBetweenPoints(uint256 seed) public view {
    uint256 level = _level(seed);
    Curve memory base = _curve(_slice(seed, level), 1e18);
    uint256 otherLevel = (level * _draw(seed, "shift", 0.8e18, 1.25e18)) / 1e18;
    Curve memory other = _curve(_slice(seed ^ 1, otherLevel), _draw(seed, "weight", 0.9e18, 1e18));
    assertGe(harness.between(base, other) + ROUNDING, _found(seed, base, other));
  }

  /// @dev Two that differ little, as reports do: one parameter moved.
  function testFuzz_P7_NothingHidesBetweenPoints_OfNeighbours(uint256 seed) public view {
    SviParams memory p = _slice(seed, _level(seed));
    Curve memory base = _curve(p, 1e18);
    uint256 which = seed % 4;
    uint256 share = _draw(seed, "share", 0.95e18, 1.05e18);
    if (which == 0) p.b = (p.b * share) / 1e18;
    if (which == 1) p.m = (p.m * int256(share)) / 1e18;
    if (which == 2) p.sigma = (p.sigma * share) / 1e18 + 1;
    if (which == 3) p.rho = (p.rho * int256(share)) / 1.06e18;
    _lift(p);
    Curve memory other = _curve(p, 1e18);
    assertGe(harness.between(base, other) + ROUNDING, _found(seed, base, other));
  }

  /// @dev A curve between two expiries has two hyperbolas.
  function testFuzz_P7_NothingHidesBetweenPoints_OfAMixture(uint256 seed) public view {
    uint256 level = _level(seed);
    Curve memory base = _curve(_slice(seed, level), 1e18);
    Curve memory other = _curve(_slice(seed ^ 1, level), _draw(seed, "near", 0.1e18, 0.9e18));
    other.far = packSvi(_slice(seed ^ 2, level));
    other.farWeight = 1e18 - other.nearWeight;
    assertGe(harness.between(base, other) + ROUNDING, _found(seed, base, other));
    assertGe(harness.between(other, base) + ROUNDING, _found(seed, other, base));
  }

  /// @dev SSVI: what markets show. `between` exceeds the largest difference by what the smile changes between points.
  function _smile(uint256 theta, int256 rho) private pure returns (SviParams memory p) {
    uint256 root = _root(theta * 1e12);
    uint256 complement = _root(1e24 - uint256(rho * rho));
    p.a = int256((theta * complement * complement) / 2e24);
    p.b = root / 2;
    (p.rho, p.m) = (rho, (-rho * int256(root)) / 1e12);
    p.sigma = (complement * root) / 1e12;
  }

  function testFuzz_Between_IsNotMuchMoreThanTheDifference(uint256 seed) public view {
    uint256 theta = _scaled(seed, "theta", 1e8, 13);
    int256 rho = int256(_draw(seed, "rho", 0, 1e12)) - 0.5e12;
    Curve memory base = _curve(_smile(theta, rho), 1e18);
    theta = (theta * _draw(seed, "shift", 0.9e18, 1.1e18)) / 1e18;
    Curve memory other = _curve(_smile(theta, rho + int256(_draw(seed, "turn", 0, 0.2e12)) - 0.1e12), 1e18);
    int256 deviation = int256(harness.rootAt(base, 0));
    uint256 most;
    for (int256 i = -30; i <= 30; ++i) {
      uint256 here = _differenceAt(base, other, deviation, (i * deviation) / 10);
      if (here > most) most = here;
    }
    uint256 bound = harness.between(base, other);
    assertGe(bound + ROUNDING, most);
    // A seventh at most, where the base's own smile is steepest, and 1e-4 of a deviation.
    assertLe(bound, (most * 8) / 7 + uint256(deviation) / 10_000);
  }

  function testFuzz_Between_IsZero_GivenTheSame(uint256 seed) public view {
    Curve memory base = _curve(_slice(seed, _level(seed)), 1e18);
    assertEq(harness.between(base, base), 0);
  }
}
