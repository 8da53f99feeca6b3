// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {SurfaceFixture} from "../../mocks/SurfaceFixture.sol";
import {SurfaceHarness} from "../../mocks/SurfaceHarness.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {Step, Surface} from "../../../contracts/surface/SurfaceDistance.sol";
import {CurvesAnswer} from "../../../contracts/surface/CurvesAnswer.sol";
import {expiryHeader} from "../../../contracts/types/Book.sol";
import {Curve} from "../../../contracts/types/Curve.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {SviParams, SviSlice, packSvi} from "../../../contracts/types/SviSlice.sol";

/// @notice Random slices, times and draws against what the surface promises.
contract SurfaceFuzzTest is SurfaceFixture {
  uint256 private constant STORAGE_SLOTS = 64;
  /// @dev 1e-17 in Q192.
  uint256 private constant ROUNDING = uint256(2 ** 192) / 1e17;

  SurfaceHarness private harness = new SurfaceHarness();

  /// @dev Uniform in [low, high] from a seed and a name.
  function _draw(uint256 seed, string memory name, uint256 low, uint256 high) private pure returns (uint256) {
    return low + (uint256(keccak256(abi.encode(seed, name))) % (high - low + 1));
  }

  /// @dev Near what a market shows: minimum variance and skew of any size, some with arbitrage.
  function _wild(uint256 seed, uint256 tenor) private pure returns (SviSlice) {
    uint256 volatility = _draw(seed, "volatility", 0.1e12, 3e12);
    uint256 theta = (((volatility * volatility) / 1e12) * tenor) / 365 days;
    return
      packSvi(
        SviParams({
          a: int256((theta * _draw(seed, "a", 0, 1.5e12)) / 1e12),
          b: _draw(seed, "b", 0, 0.6e12),
          rho: int256(_draw(seed, "rho", 0, 1.8e12)) - 0.9e12,
          m: int256(_draw(seed, "m", 0, 0.6e12)) - 0.3e12,
          sigma: _draw(seed, "sigma", 0.01e12, 0.8e12)
        })
      );
  }

  function testFuzz_P7_AcceptedSliceHasNoButterflyOffTheGrid(uint256 seed) public view {
    uint256[] memory expiries = new uint256[](1);
    SviSlice[] memory slices = new SviSlice[](1);
    uint256 tenor = _draw(seed, "tenor", 1 days, 365 days);
    expiries[0] = START + tenor;
    slices[0] = _wild(seed, tenor);
    try harness.check(START, expiries, slices) {} catch {
      return;
    }
    // Between grid points: what slips through is at most a grazing dip.
    int256 tolerance = -0.02e18;
    for (uint256 i = 0; i < 40; ++i) {
      int256 k = ((int256(_draw(seed, vm.toString(i), 0, 6e18)) - 3e18) << 96) / 1e18;
      assertGt((harness.durrleman(slices[0], k) * 1e18) >> 96, tolerance);
    }
  }

  /// @dev Kinks next to any strike, at the tenors at which the whole smile lies between two grid points. Before slices were
  /// looked at by their own measure g went down to −2.9 here, over a million of them; now to −0.13.
  function testFuzz_P7_AKinkHidesNoButterflyBetweenGridPoints(uint256 seed) public view {
    SviParams memory p;
    uint256 deviation = _draw(seed, "deviation", 0.004e12, 0.1e12);
    p.sigma = 1e7 + (deviation * _draw(seed, "sigma", 0, 100)) / _draw(seed, "narrow", 50, 50_000);
    p.m = int256(_draw(seed, "m", 0, 4 * deviation)) - int256(2 * deviation);
    p.rho = int256(_draw(seed, "rho", 0, 1.98e12)) - 0.99e12;
    p.b = (deviation * _draw(seed, "b", 0, 2e12)) / 1e12;
    uint256[] memory expiries = new uint256[](1);
    SviSlice[] memory slices = new SviSlice[](1);
    expiries[0] = START + 1 days;
    p.a =
      int256((deviation * deviation) / 1e12) -
      (p.rho * -p.m * int256(p.b)) / 1e24 -
      int256((p.b * SignedMath.abs(p.m)) / 1e12);
    slices[0] = packSvi(p);
    try harness.check(START, expiries, slices) {} catch {
      return;
    }
    for (uint256 i = 0; i < 40; ++i) {
      uint256 word = uint256(keccak256(abi.encode(seed, i)));
      int256 k =
        i % 2 == 0
          ? (int256(deviation) * (int256(word % 6001) - 3000)) / 1000
          : p.m + ((int256(p.sigma) * (int256(word % 2001) - 1000)) << (word % 5)) / 400;
      if (SignedMath.abs(k) > 3e12) continue;
      assertGt((harness.durrleman(slices[0], (k << 96) / 1e12) * 1e18) >> 96, -0.15e18);
    }
  }

  function testFuzz_P7_RefusedReportChangesNothing(uint256 seed) public {
    _deliver(0.8e18);
    _pass(10 minutes);
    IVolatilitySurface.Report memory report = _report(0.8e18);
    uint256 index = seed % 3;
    report.slices[index] = _wild(seed, report.expiries[index] - block.timestamp);
    bytes[] memory signatures = _signatures(report, THRESHOLD);
    bytes32 before = _storageDigest();
    try surface.submit(report, signatures) {
      (uint64 latest, ) = surface.rounds();
      assertEq(latest, report.round);
    } catch {
      assertEq(_storageDigest(), before);
    }
  }

  function _storageDigest() private view returns (bytes32 digest) {
    for (uint256 i = 0; i < STORAGE_SLOTS; ++i) {
      digest = keccak256(abi.encode(digest, vm.load(address(surface), bytes32(i))));
    }
  }

  /// @dev The proof in `SurfaceInterpolation`, tried: total variance never falls with expiry, at any later time, any k.
  function testFuzz_P7_CalendarOrderSurvivesTime(uint256 seed) public view {
    uint256[] memory expiries = new uint256[](3);
    SviSlice[] memory slices = new SviSlice[](3);
    uint256 packed;
    uint256 tenor;
    uint256 level = _draw(seed, "level", 0.2e18, 2e18);
    for (uint256 i = 0; i < 3; ++i) {
      tenor += _draw(seed, vm.toString(i), 1 days, 60 days);
      expiries[i] = START + tenor;
      packed |= expiries[i] << (32 * i);
      slices[i] = _slice(level, tenor);
      // A falling term structure, short of arbitrage.
      level = (level * _draw(seed, vm.toString(i + 9), 0.8e18, 1.2e18)) / 1e18;
    }
    try harness.check(START, expiries, slices) {} catch {
      return;
    }
    // On the grid, where the order was checked.
    int256 k = (int256(_draw(seed, "k", 0, 6)) - 3) << 92;
    uint256 time = START + _draw(seed, "time", 0, tenor + 10 days);
    uint256 last;
    for (uint256 expiry = time; expiry < START + tenor + 90 days; expiry += _draw(seed ^ expiry, "step", 1, 9 days)) {
      uint256 w = harness.totalVarianceAt(packed, START, slices, expiry, time, k);
      // Weights are rounded to 1e-18, total variances are below 4.
      assertGe(w + ROUNDING, last);
      last = w;
    }
  }

  /// @dev `curvesFor` walks, and writes its answer by hand: it says what `curveOf` says one by one, in Solidity's own encoding.
  function testFuzz_CurvesFor_IsCurveOfEachExpiryEncoded(uint256 seed) public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    _submit(report);
    _pass(_draw(seed, "time", 12, 40 days));
    uint256 count = _draw(seed, "count", 0, 8);
    Curve[] memory expected = new Curve[](count);
    uint256 packed;
    uint256 ahead;
    for (uint256 i = 0; i < count; ++i) {
      // On reported days and between, before the first and beyond the last, passed ones too.
      ahead += seed % 2 == 0 ? 7 : _draw(seed, vm.toString(i), 1, 12);
      packed |= expiryHeader(_expiry(ahead), _draw(seed, vm.toString(i + 8), 0, 16)) << (32 * i);
      expected[i] = surface.curveOf(_expiry(ahead));
    }
    (SurfaceStatus status, uint256 confidence) = surface.status();
    (bool done, bytes memory answer) = address(surface).call(abi.encodeCall(surface.curvesFor, (packed)));
    assertTrue(done);
    assertEq(answer, abi.encode(expected, confidence, status));
    (Curve[] memory curves, uint256 read, SurfaceStatus state) = CurvesAnswer.ask(surface, packed);
    // The encoding is allocated after the curves, and must not lie over them.
    assertEq(answer, abi.encode(curves, read, state));
  }

  function _wildSurface(uint256 seed) private pure returns (Surface memory made) {
    made.observedAt = START;
    uint256 count = _draw(seed, "count", 1, 4);
    uint256 tenor;
    for (uint256 i = 0; i < count; ++i) {
      // Few days to choose from, so that two surfaces often share one.
      tenor += _draw(seed, vm.toString(i), 1, 4) * 7 days;
      made.expiries |= (START + tenor) << (32 * i);
      made.slices[i] = _wild(uint256(keccak256(abi.encode(seed, i))), tenor);
    }
  }

  /// @dev The definition in `IVolatilitySurface`, without its walk: every expiry of both, each by itself.
  function testFuzz_Measure_IsTheLargestOverTheExpiriesThatCount(uint256 seed) public {
    Surface memory base = _wildSurface(seed);
    Surface memory other = _wildSurface(seed ^ 1);
    uint256 time = START + _draw(seed, "time", 0, 20 days);
    if (seed % 3 == 0) time = uint32(base.expiries) - _draw(seed, "left", 1, 2 days);
    Step memory expected;
    for (uint256 i = 0; i < 8; ++i) {
      uint256 expiry = uint32((i < 4 ? base : other).expiries >> (32 * (i % 4)));
      if (expiry <= time) continue;
      uint256 distance = harness.distanceAt(base, other, expiry, time);
      bool isNew = i >= 4 && !_has(base, expiry);
      if (isNew && seed % 2 == 0) harness.name(expiry);
      if (isNew && seed % 2 == 1) {
        expected.arrives = true;
        if (distance > expected.arrival) expected.arrival = distance;
      } else if (isNew || _has(other, expiry) || expiry - time >= 1 days) {
        if (distance > expected.counted) expected.counted = distance;
      }
    }
    Step memory step = harness.measure(base, other, time);
    assertEq(abi.encode(step), abi.encode(expected));
  }

  function _has(Surface memory of_, uint256 expiry) private pure returns (bool has) {
    for (uint256 expiries = of_.expiries; expiries != 0; expiries >>= 32) has = has || uint32(expiries) == expiry;
  }

  /// @dev Draws that respect the ledger's own sums never exceed the allowance over *any* interval of the length.
  function testFuzz_Ledger_BoundsEveryInterval(uint256 seed) public {
    uint256 count = 40;
    uint256[] memory times = new uint256[](count);
    uint256[] memory amounts = new uint256[](count);
    uint256 time = START;
    for (uint256 i = 0; i < count; ++i) {
      time += _draw(seed, vm.toString(i), 1, seed % 2 == 0 ? 40 minutes : 8 hours);
      (uint256 hour, uint256 day) = harness.drawn(time);
      uint256 left = hour < 0.3e18 ? 0.3e18 - hour : 0;
      if (day + left > 0.8e18) left = day < 0.8e18 ? 0.8e18 - day : 0;
      times[i] = time;
      amounts[i] = _draw(seed, vm.toString(i + 100), 0, left);
      harness.draw(time, amounts[i]);
    }
    for (uint256 i = 0; i < count; ++i) {
      uint256 inHour;
      uint256 inDay;
      for (uint256 j = i; j < count && times[j] <= times[i] + 1 days; ++j) {
        inDay += amounts[j];
        if (times[j] <= times[i] + 1 hours) inHour += amounts[j];
      }
      assertLe(inHour, 0.3e18);
      assertLe(inDay, 0.8e18);
    }
    (uint256 hourLater, uint256 dayLater) = harness.drawn(time + 75 minutes);
    assertEq(hourLater, 0);
    (, dayLater) = harness.drawn(time + 30 hours);
    assertEq(dayLater, 0);
  }
}
