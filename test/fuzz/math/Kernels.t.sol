// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {Exponential} from "../../../contracts/math/Exponential.sol";
import {Logarithm} from "../../../contracts/math/Logarithm.sol";
import {MathHarness} from "../../mocks/MathHarness.sol";
import {MathTwin} from "../../twins/MathTwin.sol";

/// @notice Root, logarithm, exponential, Mills ratio and Φ against their twins and their own laws.
contract KernelsTest is Test {
  MathHarness private math;

  function setUp() public {
    math = new MathHarness();
  }

  function testFuzz_Sqrt_FloorToAUnitBelow2Pow160(uint160 a) public view {
    uint256 root = math.sqrt(a);
    uint256 floor = MathTwin.sqrt(a);
    assertGe(root, floor);
    assertLe(root, floor + 1);
  }

  function testFuzz_Sqrt_WithinItsRelativeErrorAnywhere(uint256 a) public view {
    uint256 root = math.sqrt(a);
    uint256 floor = MathTwin.sqrt(a);
    assertGe(root, floor);
    assertLe(root, floor + (floor >> 80) + 1);
  }

  function testFuzz_RoughSqrt_WithinItsRelativeErrorAnywhere(uint256 a) public view {
    uint256 root = math.roughSqrt(a);
    uint256 floor = MathTwin.sqrt(a);
    assertGe(root, floor);
    // 1.7e-6.
    assertLe(root, floor + floor / 588_235 + 1);
  }

  function test_Sqrt_Edges() public view {
    assertEq(math.roughSqrt(0), 0);
    assertEq(math.sqrt(0), 0);
    assertEq(math.sqrt(1), 1);
    assertEq(math.sqrt(4), 2);
    assertApproxEqAbs(math.sqrt(type(uint256).max), 1 << 128, 1 << 48);
  }

  function testFuzz_Ln_AsItsTwin(uint256 x) public view {
    x = bound(x, 1, (1 << 112) - 1);
    assertApproxEqAbs(math.lnWad(x), MathTwin.lnWad(x), 60);
  }

  function testFuzz_Ln_Antisymmetric(uint256 a, uint256 b) public view {
    a = bound(a, 1e9, (1 << 96) - 1);
    // Where neither ratio is below 2^-60.
    b = bound(b, a >> 60 > 1e9 ? a >> 60 : 1e9, a < 1 << 36 ? a << 60 : (1 << 96) - 1);
    // 1e-19 in Q96, twice.
    assertApproxEqAbs(math.lnRatioQ96(a, b), -math.lnRatioQ96(b, a), 16_000_000_000);
    assertEq(math.lnRatioQ96(a, a), 0);
  }

  function testFuzz_RoughLn_WithinItsErrorAnywhere(uint256 a, uint256 b) public view {
    a = bound(a, 1e9, (1 << 96) - 1);
    b = bound(b, a >> 60 > 1e9 ? a >> 60 : 1e9, a < 1 << 36 ? a << 60 : (1 << 96) - 1);
    // 2.1e-7 in Q96.
    assertApproxEqAbs(math.lnRatioRoughQ96(a, b), math.lnRatioQ96(a, b), uint256(21 << 96) / 1e8);
    assertEq(math.lnRatioRoughQ96(a, a), 0);
  }

  function testFuzz_RoughLn_ExactNearARatioOfOne(uint256 a, uint256 b) public view {
    a = bound(a, 1e18, (1 << 96) - 1);
    b = bound(b, a - a / 100, a);
    // 3.6e-4·0.01⁷ = 4e-18 in Q96, and what `lnRatioQ96` has of its own.
    assertApproxEqAbs(math.lnRatioRoughQ96(a, b), math.lnRatioQ96(a, b), uint256(42 << 96) / 1e19);
  }

  function testFuzz_Ln_RevertWhen_ATermIsOutOfDomain(uint256 a) public {
    a = bound(a, (1 << 112) + 1, type(uint256).max);
    vm.expectRevert(abi.encodeWithSelector(Logarithm.LogarithmOutOfDomain.selector, a, 1e18));
    math.lnRatioQ96(a, 1e18);
    vm.expectRevert(abi.encodeWithSelector(Logarithm.LogarithmOutOfDomain.selector, 1e18, a));
    math.lnRatioQ96(1e18, a);
    vm.expectRevert(abi.encodeWithSelector(Logarithm.LogarithmOutOfDomain.selector, 0, 1e18));
    math.lnRatioQ96(0, 1e18);
    vm.expectRevert(abi.encodeWithSelector(Logarithm.LogarithmOutOfDomain.selector, 1e18, 0));
    math.lnRatioQ96(1e18, 0);
  }

  function testFuzz_ExpNeg_AsItsTwin(uint256 z) public view {
    z = bound(z, 0, 60e18);
    assertApproxEqAbs(math.expNegWad(z), MathTwin.expNegWad(z), 5);
  }

  function testFuzz_ExpNeg_ZeroFarOutAndNeverAbove1(uint128 z) public view {
    uint256 y = math.expNegWad(z);
    assertLe(y, 1e18);
    if (z > 42e18) assertEq(y, 0);
    if (z == 0) assertEq(y, 1e18);
  }

  function test_ExpNeg_RevertWhen_OutOfDomain() public {
    uint256 z = 1 << 128;
    vm.expectRevert(abi.encodeWithSelector(Exponential.ExponentOutOfDomain.selector, z));
    math.expNegWad(z);
  }

  /// x² + 1 > x·(1/M) > x²: 1/(x + 1/x) < M(x) < 1/x.
  function testFuzz_Mills_BetweenItsBounds(uint256 x) public view {
    x = bound(x, 1 << 96, 200 << 96);
    uint256 m = math.millsQ96(x);
    uint256 inverse = (1 << 192) / x;
    // Its absolute error out there is 2e-12; 2⁵⁸ is 3.6e-12.
    assertLt(m, inverse + (1 << 58));
    assertGt(m + (1 << 58), (1 << 192) / (x + inverse));
  }

  function testFuzz_P2_CdfSymmetric(int256 x) public view {
    vm.assume(x != type(int256).min);
    assertEq(math.cdf(x) + math.cdf(-x), 1e18);
  }

  function testFuzz_Cdf_AsItsTwin(int256 x) public view {
    x = bound(x, -10e18, 10e18);
    assertApproxEqAbs(int256(math.cdf(x)), MathTwin.cdf(x), 1_000);
    assertApproxEqAbs(int256(math.pdf(x)), MathTwin.pdf(x), 10);
  }

  function testFuzz_Cdf_Monotone(int256 x, uint256 step) public view {
    x = bound(x, -11e18, 11e18);
    step = bound(step, 0, 1e18);
    assertGe(math.cdf(x + int256(step)) + 1, math.cdf(x));
  }

  /// Seen elsewhere: a sign test on a truncated integer took (−1, 0) for positive; a tail that answered 0 far right.
  function test_Cdf_SignsAndTails() public view {
    assertEq(math.cdf(0), 0.5e18);
    assertLt(math.cdf(-0.5e18), 0.5e18);
    assertLt(math.cdf(-1e15), 0.5e18);
    assertEq(math.cdf(40e18), 1e18);
    assertEq(math.cdf(type(int256).max), 1e18);
    assertEq(math.cdf(-40e18), 0);
    assertEq(math.cdf(type(int256).min), 0);
    assertEq(math.pdf(type(int256).min), 0);
    assertApproxEqAbs(math.cdf(1e18), 841344746068542949, 1);
    assertApproxEqAbs(math.cdf(-2.5e18), 6209665325776135, 1);
  }
}
