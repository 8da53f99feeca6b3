// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {Svi} from "../../../contracts/math/Svi.sol";
import {Curve} from "../../../contracts/types/Curve.sol";
import {SviParams, SviSlice, packSvi} from "../../../contracts/types/SviSlice.sol";
import {SviHarness} from "../../mocks/SviHarness.sol";
import {SviTwin} from "../../twins/SviTwin.sol";

/// @notice `Svi` against its plain twin and against its own definition, on random slices.
contract SviFuzzTest is Test {
  uint256 private constant WAD = 1e18;

  SviHarness private harness;

  function setUp() public {
    harness = new SviHarness();
  }

  /// @dev A slice with the parameters an accepted surface can have.
  function _slice(uint256 seed) private pure returns (SviSlice) {
    uint256[5] memory x;
    for (uint256 i = 0; i < 5; i++) x[i] = uint256(keccak256(abi.encode(seed, i)));
    int256 rho = int256(x[2] % 1.998e12) - 0.999e12;
    // Lee's bound: b(1 + |ρ|) ≤ 2.
    uint256 b = 1 + (x[1] % (2e24 / (1e12 + uint256(rho < 0 ? -rho : rho))));
    return
      packSvi(
        SviParams({
          a: int256(1 + (x[0] % 1e12)),
          b: b,
          rho: rho,
          m: int256(x[3] % 4e12) - 2e12,
          sigma: 1e9 + (x[4] % 4e12)
        })
      );
  }

  function _q96(int256 k) private pure returns (int256) {
    return (k << 96) / 1e18;
  }

  function testFuzz_TotalVariance_AgreesWithTwin(uint256 seed, int256 k) public view {
    k = bound(k, -8e18, 8e18);
    (int256 w, int256 slope, int256 curvature) = SviTwin.withDerivatives(_slice(seed), k);
    (uint256 wKernel, int256 slopeKernel, uint256 curvatureKernel) = harness.withDerivatives(_slice(seed), _q96(k));
    assertEq(wKernel, harness.totalVariance(_slice(seed), _q96(k)));
    assertApproxEqAbs(((wKernel >> 32) * WAD) >> 160, uint256(w), 100);
    assertApproxEqAbs((slopeKernel * 1e18) / 2 ** 96, slope, 1e5);
    // The twin's σ/r carries 18 digits, and b·s²/r divides by r ≥ 1e-3.
    assertApproxEqAbs(((curvatureKernel >> 16) * WAD) >> 80, uint256(curvature), 1e7);
  }

  function testFuzz_Volatility_AgreesWithTwin(uint256 seed, int256 k, uint256 tenor) public view {
    k = bound(k, -8e18, 8e18);
    tenor = bound(tenor, 1 hours, 730 days);
    uint256 twin = SviTwin.volatility(_slice(seed), k, tenor);
    assertApproxEqRel(harness.volatility(_slice(seed), k, tenor), twin, 1e8);
  }

  function testFuzz_Curve_OfOneSliceIsTheSlice(uint256 seed, int256 k, uint256 tenor) public view {
    k = bound(k, -8e18, 8e18);
    tenor = bound(tenor, 1, 730 days);
    Curve memory curve;
    curve.near = _slice(seed);
    curve.nearWeight = WAD;
    Derivatives memory whole = _derivatives(curve.near, _q96(k));
    (uint256 w, int256 slope, uint256 curvature) = harness.curveWithDerivatives(curve, _q96(k));
    assertApproxEqAbs(w, whole.w, 2 ** 66);
    assertEq(w, harness.curveTotalVariance(curve, _q96(k)));
    assertEq(slope, whole.slope);
    assertEq(curvature, whole.curvature);
    assertApproxEqAbs(harness.curveVolatility(curve, k, tenor), harness.volatility(curve.near, k, tenor), 1);
  }

  function testFuzz_Curve_IsTheWeightedSum(uint256 seed, int256 k, uint256 nearWeight, uint256 farWeight) public view {
    k = _q96(bound(k, -8e18, 8e18));
    Curve memory curve = Curve({
      near: _slice(seed),
      nearWeight: bound(nearWeight, 0, 4e18),
      far: _slice(~seed),
      farWeight: bound(farWeight, 0, 4e18)
    });
    Derivatives memory near = _derivatives(curve.near, k);
    Derivatives memory far = _derivatives(curve.far, k);
    (uint256 w, int256 slope, uint256 curvature) = harness.curveWithDerivatives(curve, k);
    assertApproxEqAbs(w, (near.w / WAD) * curve.nearWeight + (far.w / WAD) * curve.farWeight, 2 ** 66);
    assertEq(slope, (near.slope * int256(curve.nearWeight) + far.slope * int256(curve.farWeight)) / 1e18);
    assertEq(curvature, (near.curvature * curve.nearWeight + far.curvature * curve.farWeight) / WAD);
  }

  struct Derivatives {
    uint256 w;
    int256 slope;
    uint256 curvature;
  }

  function _derivatives(SviSlice slice, int256 k) private view returns (Derivatives memory out) {
    (out.w, out.slope, out.curvature) = harness.withDerivatives(slice, k);
  }

  /// @dev Any word is a slice somebody may send: nothing wraps and nothing reverts.
  function testFuzz_A24_AnyWordIsTotal(uint256 word, int256 k, uint256 nearWeight, uint256 farWeight) public view {
    k = bound(k, -256e18, 256e18);
    SviSlice slice = SviSlice.wrap(word & ~uint256(0xff));
    SviParams memory p = slice.unpackSvi();
    // The same sum in units that cannot overflow, from a root of its own: |W| < 2²¹⁰ keeps its sign.
    int256 d = ((_q96(k) * 1e12) >> 32) - (p.m << 64);
    uint256 r = _root(uint256(d * d) + (p.sigma << 64) ** 2);
    int256 expected = p.a * 1e24 * 2 ** 64 + int256(p.b) * (p.rho * d + 1e12 * int256(r));
    int256 tolerance = int256(p.b) * 1e12 * (int256(r >> 78) + 2);
    assertApproxEqAbs(harness.signedVariance(slice, _q96(k)), expected, uint256(tolerance));
    Curve memory curve = Curve({
      near: slice,
      nearWeight: bound(nearWeight, 0, 2 ** 86 - 1),
      far: SviSlice.wrap(~word),
      farWeight: bound(farWeight, 0, 2 ** 86 - 1)
    });
    harness.curveVolatility(curve, k, 1);
    harness.curveWithDerivatives(curve, _q96(k));
  }

  function _root(uint256 x) private pure returns (uint256 root) {
    uint256 high = 2 ** 128 - 1;
    while (root < high) {
      uint256 middle = (root + high + 1) / 2;
      if (middle <= x / middle) root = middle;
      else high = middle - 1;
    }
  }

  function testFuzz_RevertWhen_MoneynessIsOutOfRange(int256 k) public {
    if (k >= -256e18 && k <= 256e18) k = 256e18 + 1;
    vm.expectRevert(abi.encodeWithSelector(Svi.MoneynessOutOfRange.selector, k));
    harness.volatility(_slice(1), k, 1);
  }

  function test_RevertWhen_TenorIsZero() public {
    vm.expectRevert(Svi.ZeroTenor.selector);
    harness.volatility(_slice(1), 0, 0);
    Curve memory curve;
    vm.expectRevert(Svi.ZeroTenor.selector);
    harness.curveVolatility(curve, 0, 0);
  }

  function test_NegativeVariance_IsZero() public view {
    SviSlice slice = packSvi(SviParams({a: -1e12, b: 0.1e12, rho: 0, m: 0, sigma: 0.1e12}));
    assertEq(harness.totalVariance(slice, 0), 0);
    assertEq(harness.volatility(slice, 0, 1 days), 0);
    assertLt(harness.signedVariance(slice, 0), 0);
  }

  function test_ZeroSigma_HasAKinkWithoutCurvature() public view {
    SviSlice slice = packSvi(SviParams({a: 1e12, b: 0.5e12, rho: 0.25e12, m: 0, sigma: 0}));
    (uint256 w, int256 slope, uint256 curvature) = harness.withDerivatives(slice, 0);
    assertApproxEqAbs(w, 2 ** 192, 2 ** 90);
    assertEq(slope, int256(2 ** 96) / 8);
    assertEq(curvature, 0);
  }
}
