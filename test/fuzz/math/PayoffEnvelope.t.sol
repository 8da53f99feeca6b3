// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {PayoffEnvelope} from "../../../contracts/math/PayoffEnvelope.sol";
import {MathHarness} from "../../mocks/MathHarness.sol";

/// @notice The envelope against brute force: no settlement price pays more, and one pays as much.
contract PayoffEnvelopeTest is Test {
  uint256 private constant SAMPLES = 40;

  MathHarness private math;

  function setUp() public {
    math = new MathHarness();
  }

  function _book(uint256 seed) private pure returns (uint256[] memory strikes, int256[] memory quantities) {
    uint256 count = bound(seed, 1, 16);
    strikes = new uint256[](count);
    quantities = new int256[](count);
    uint256 strike;
    for (uint256 i; i < count; ++i) {
      uint256 word = uint256(keccak256(abi.encode(seed, i)));
      strike += 1e18 + (word % 500e18);
      strikes[i] = strike;
      quantities[i] = int256((word >> 128) % 200e18) - 100e18;
    }
  }

  /// Σ n·max(0, K − P), WAD.
  function _puts(
    uint256[] memory strikes,
    int256[] memory quantities,
    uint256 price
  ) private pure returns (int256 sum) {
    for (uint256 i; i < strikes.length; ++i) if (strikes[i] > price) sum += quantities[i] * int256(strikes[i] - price);
    return sum / 1e18;
  }

  /// Σ n·max(0, P − K)/P, WAD.
  function _calls(
    uint256[] memory strikes,
    int256[] memory quantities,
    uint256 price
  ) private pure returns (int256 sum) {
    for (uint256 i; i < strikes.length; ++i) if (strikes[i] < price) sum += quantities[i] * int256(price - strikes[i]);
    return sum / int256(price);
  }

  function testFuzz_I1_NoSettlementPricePaysMore(uint256 seed, uint256 start) public view {
    (uint256[] memory strikes, int256[] memory quantities) = _book(seed);
    int256 puts = int256(math.worstPuts(strikes, quantities));
    int256 calls = int256(math.worstCalls(strikes, quantities));
    uint256 top = strikes[strikes.length - 1];
    for (uint256 i; i < SAMPLES; ++i) {
      uint256 price = (uint256(keccak256(abi.encode(start, i))) % (2 * top)) + 1;
      assertLe(_puts(strikes, quantities, price), puts);
      assertLe(_calls(strikes, quantities, price), calls);
    }
  }

  function testFuzz_I1_OneSettlementPricePaysAsMuch(uint256 seed) public view {
    (uint256[] memory strikes, int256[] memory quantities) = _book(seed);
    int256 puts = _puts(strikes, quantities, 0);
    int256 calls = _calls(strikes, quantities, strikes[strikes.length - 1] * 1e24);
    if (puts < 0) puts = 0;
    if (calls < 0) calls = 0;
    for (uint256 i; i < strikes.length; ++i) {
      int256 put = _puts(strikes, quantities, strikes[i]);
      int256 call = _calls(strikes, quantities, strikes[i]);
      if (put > puts) puts = put;
      if (call > calls) calls = call;
    }
    assertApproxEqAbs(int256(math.worstPuts(strikes, quantities)), puts, 2);
    assertApproxEqAbs(int256(math.worstCalls(strikes, quantities)), calls, 2);
  }

  function test_ShortOnlyIsTheSumOfLocks() public view {
    uint256[] memory strikes = new uint256[](2);
    int256[] memory quantities = new int256[](2);
    (strikes[0], strikes[1]) = (1800e18, 2000e18);
    (quantities[0], quantities[1]) = (2e18, 3e18);
    assertEq(math.worstPuts(strikes, quantities), 9600e18);
    assertEq(math.worstCalls(strikes, quantities), 5e18);
    // A bull spread of puts: short 2000, long 1800 risks the difference.
    (quantities[0], quantities[1]) = (-1e18, 1e18);
    assertEq(math.worstPuts(strikes, quantities), 200e18);
    // A bear spread of calls, short 1800 and long 2000, is worst at 2000: 200/2000.
    (quantities[0], quantities[1]) = (1e18, -1e18);
    assertEq(math.worstCalls(strikes, quantities), 0.1e18);
  }

  function test_EmptyBookPaysNothing() public view {
    assertEq(math.worstPuts(new uint256[](0), new int256[](0)), 0);
    assertEq(math.worstCalls(new uint256[](0), new int256[](0)), 0);
  }

  function test_RevertWhen_Malformed() public {
    uint256[] memory strikes = new uint256[](2);
    int256[] memory quantities = new int256[](2);
    (strikes[0], strikes[1]) = (2e18, 2e18);
    vm.expectRevert(abi.encodeWithSelector(PayoffEnvelope.StrikesNotAscending.selector, 1));
    math.worstPuts(strikes, quantities);
    strikes[0] = 0;
    vm.expectRevert(abi.encodeWithSelector(PayoffEnvelope.StrikesNotAscending.selector, 0));
    math.worstCalls(strikes, quantities);
    strikes[0] = 1e18;
    quantities[1] = type(int256).min;
    vm.expectRevert(abi.encodeWithSelector(PayoffEnvelope.QuantityOutOfDomain.selector, 1));
    math.worstPuts(strikes, quantities);
    vm.expectRevert(abi.encodeWithSelector(PayoffEnvelope.LengthsDiffer.selector, 2, 1));
    math.worstPuts(strikes, new int256[](1));
    vm.expectRevert(abi.encodeWithSelector(PayoffEnvelope.TooManyStrikes.selector, 65));
    math.worstCalls(new uint256[](65), new int256[](65));
  }
}
