// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {BlackScholes} from "../../../contracts/math/BlackScholes.sol";
import {ImpliedVolatility} from "../../../contracts/math/ImpliedVolatility.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {MathHarness} from "../../mocks/MathHarness.sol";
import {MathTwin} from "../../twins/MathTwin.sol";

/// @notice P1, P2 and P6 over the stated domain, and the limits at no tenor and no volatility.
contract BlackScholesTest is Test {
  uint256 private constant MAX_PRICE = (1 << 96) - 1;

  MathHarness private math;

  struct Input {
    uint256 spot;
    uint256 strike;
    uint256 tenor;
    uint256 volatility;
    uint256 rate;
  }

  struct Output {
    uint256 call;
    uint256 put;
    uint256 delta;
    uint256 gamma;
    uint256 vega;
    int256 theta;
  }

  function setUp() public {
    math = new MathHarness();
  }

  function _price(Input memory i) private view returns (Output memory o) {
    (o.call, o.put, o.delta, o.gamma, o.vega, o.theta) = math.blackScholes(
      i.spot,
      i.strike,
      i.tenor,
      i.volatility,
      i.rate
    );
  }

  /// A market as one meets it: strikes within e^±3 of spot, up to 500 %, up to four years.
  function _usual(Input memory i) private pure {
    i.spot = bound(i.spot, 1e15, 1e24);
    i.strike = bound(i.strike, i.spot / 20, i.spot * 20);
    i.tenor = bound(i.tenor, 1, 4 * 365 days);
    i.volatility = bound(i.volatility, 0.01e18, 5e18);
    i.rate = bound(i.rate, 0, 0.5e18);
  }

  /// Everything the domain allows.
  function _any(Input memory i) private pure {
    i.spot = bound(i.spot, 1, MAX_PRICE);
    i.strike = bound(i.strike, 1, MAX_PRICE);
    i.tenor = bound(i.tenor, 0, (1 << 31) - 1);
    i.volatility = bound(i.volatility, 0, (1 << 67) - 1);
    i.rate = bound(i.rate, 0, (1 << 62) - 1);
  }

  /// 1e-17 of the larger price, and a unit.
  function _tolerance(Input memory i) private pure returns (uint256) {
    return (i.spot > i.strike ? i.spot : i.strike) / 1e17 + 2;
  }

  function testFuzz_P1_BoundsAndParity_TotalOnTheDomain(Input memory i) public view {
    _any(i);
    Output memory o = _price(i);
    assertLe(o.call, i.spot);
    assertLe(o.put, i.strike);
    assertLe(o.delta, 1e18 + 1);
    // Parity: the discounted strike that follows from both is one number, whatever the volatility.
    i.volatility = 0;
    Output memory limit = _price(i);
    assertEq(int256(o.call) - int256(o.put), int256(limit.call) - int256(limit.put));
    // Discounted intrinsic value is a lower bound.
    assertGe(o.call, limit.call);
    assertGe(o.put, limit.put);
    assertTrue(limit.call == 0 || limit.put == 0);
  }

  function testFuzz_P2_AsItsTwin(Input memory i) public view {
    _usual(i);
    i.tenor = bound(i.tenor, 1 hours, 4 * 365 days);
    i.volatility = bound(i.volatility, 0.1e18, 3e18);
    i.strike = bound(i.strike, i.spot / 2, i.spot * 2);
    (int256 call, int256 put, int256 delta) = MathTwin.blackScholes(
      int256(i.spot),
      int256(i.strike),
      int256(i.tenor),
      int256(i.volatility),
      int256(i.rate)
    );
    Output memory o = _price(i);
    // The twin's 18 decimals leave 1e-13 of its own.
    uint256 tolerance = i.spot / 1e13 + 100;
    assertApproxEqAbs(int256(o.call), call, tolerance);
    assertApproxEqAbs(int256(o.put), put, tolerance);
    assertApproxEqAbs(int256(o.delta), delta, 1e6);
  }

  function testFuzz_P2_MonotoneInStrike(Input memory i, uint256 step) public view {
    _usual(i);
    Output memory o = _price(i);
    i.strike += bound(step, 0, i.strike);
    Output memory higher = _price(i);
    assertLe(higher.call, o.call + _tolerance(i));
    assertGe(higher.put + _tolerance(i), o.put);
  }

  function testFuzz_P2_MonotoneInSpot(Input memory i, uint256 step) public view {
    _usual(i);
    Output memory o = _price(i);
    i.spot += bound(step, 0, i.spot);
    Output memory higher = _price(i);
    assertGe(higher.call + _tolerance(i), o.call);
    assertLe(higher.put, o.put + _tolerance(i));
  }

  function testFuzz_P2_MonotoneInVolatility(Input memory i, uint256 step) public view {
    _usual(i);
    Output memory o = _price(i);
    i.volatility += bound(step, 0, 5e18);
    assertGe(_price(i).call + _tolerance(i), o.call);
  }

  function testFuzz_P2_MonotoneInTimeAtZeroCarry(Input memory i, uint256 step) public view {
    _usual(i);
    i.rate = 0;
    Output memory o = _price(i);
    i.tenor += bound(step, 0, 365 days);
    Output memory longer = _price(i);
    assertGe(longer.call + _tolerance(i), o.call);
    assertGe(longer.put + _tolerance(i), o.put);
    assertLe(o.theta, 0);
  }

  function testFuzz_P2_ConvexInStrike(Input memory i, uint256 width) public view {
    _usual(i);
    width = bound(width, 0, i.strike - 1);
    Output memory middle = _price(i);
    i.strike -= width;
    Output memory low = _price(i);
    i.strike += 2 * width;
    Output memory high = _price(i);
    assertGe(low.call + high.call + 2 * _tolerance(i), 2 * middle.call);
    assertGe(low.put + high.put + 2 * _tolerance(i), 2 * middle.put);
  }

  function testFuzz_Limit_NoTenorIsIntrinsicValue(Input memory i) public view {
    _any(i);
    i.tenor = 0;
    Output memory o = _price(i);
    assertEq(o.call, i.spot > i.strike ? i.spot - i.strike : 0);
    assertEq(o.put, i.strike > i.spot ? i.strike - i.spot : 0);
    assertEq(o.delta, i.spot > i.strike ? 1e18 : 0);
    assertEq(o.gamma, 0);
    assertEq(o.vega, 0);
  }

  function testFuzz_Limit_NoVolatilityIsDiscountedIntrinsicValue(Input memory i) public view {
    _usual(i);
    i.volatility = 0;
    Output memory o = _price(i);
    assertEq(o.gamma, 0);
    assertEq(o.vega, 0);
    assertTrue(o.delta == 0 || o.delta == 1e18);
    // A volatility of one unit (1e-18 a year) changes nothing that can be seen.
    i.volatility = 1;
    assertApproxEqAbs(_price(i).call, o.call, _tolerance(i));
  }

  function testFuzz_RevertWhen_OutOfDomain(Input memory i, uint256 which, uint256 excess) public {
    _any(i);
    which = bound(which, 0, 5);
    if (which == 0) i.spot = bound(excess, MAX_PRICE + 1, type(uint256).max);
    else if (which == 1) i.strike = bound(excess, MAX_PRICE + 1, type(uint256).max);
    else if (which == 2) i.tenor = bound(excess, 1 << 31, type(uint256).max);
    else if (which == 3) i.volatility = bound(excess, 1 << 67, type(uint256).max);
    else if (which == 4) i.rate = bound(excess, 1 << 62, type(uint256).max);
    else i.spot = 0;
    vm.expectRevert(
      abi.encodeWithSelector(
        BlackScholes.BlackScholesOutOfDomain.selector,
        i.spot,
        i.strike,
        i.tenor,
        i.volatility,
        i.rate
      )
    );
    _price(i);
  }

  /// Seen elsewhere: rate not multiplied by time, time in hundredths of a day, strikes only within [0.2, 5] of spot, a
  /// revert where a tail price rounds below zero.
  function test_SeenElsewhere() public view {
    (uint256 call, , , , , ) = math.blackScholes(100e18, 100e18, 365 days / 2, 0.2e18, 0.1e18);
    assertApproxEqAbs(call, 8277803959445553878, 1e3);
    (uint256 minute, , , , , ) = math.blackScholes(100e18, 100e18, 60, 1e18, 0);
    (uint256 two, , , , , ) = math.blackScholes(100e18, 100e18, 120, 1e18, 0);
    assertApproxEqRel(two, (minute * 1414213562373095049) / 1e18, 1e12);
    (call, , , , , ) = math.blackScholes(1e18, 1000e18, 365 days, 3e18, 0);
    assertGt(call, 0);
    (uint256 worthless, uint256 put, , , , ) = math.blackScholes(1000e18, 1e18, 1 days, 0.5e18, 0);
    assertEq(worthless, 999e18);
    assertEq(put, 0);
  }

  function testFuzz_P6_ImpliedVolatilityInvertsThePrice(Input memory i, bool isCall) public view {
    _usual(i);
    i.tenor = bound(i.tenor, 1 hours, 4 * 365 days);
    Output memory o = _price(i);
    if (!_isTelling(i, o)) return;
    // 2e-12 of itself, and what the price's own error leaves open.
    uint256 tolerance = i.volatility / 5e11 + (_tolerance(i) * 2e18) / (o.vega + 1) + 2;
    assertApproxEqAbs(
      _solve(i, isCall ? OptionKind.Call : OptionKind.Put, isCall ? o.call : o.put),
      i.volatility,
      tolerance
    );
  }

  /// Whether the time value is worth 1e-12 of the smaller price, and at most half of it.
  function _isTelling(Input memory i, Output memory o) private view returns (bool) {
    uint256 timeValue = o.call - _price(Input(i.spot, i.strike, i.tenor, 0, i.rate)).call;
    uint256 smaller = i.spot < i.strike ? i.spot : i.strike;
    return timeValue >= smaller / 1e12 && timeValue <= (smaller / 10) * 3;
  }

  function _solve(Input memory i, OptionKind kind, uint256 price) private view returns (uint256) {
    return math.impliedVolatility(kind, price, i.spot, i.strike, i.tenor, i.rate);
  }

  function testFuzz_P6_AnswersOrNamesItsError(bool isCall, uint256 price, Input memory i) public view {
    _any(i);
    price = bound(price, 0, MAX_PRICE);
    OptionKind kind = isCall ? OptionKind.Call : OptionKind.Put;
    try math.impliedVolatility(kind, price, i.spot, i.strike, i.tenor, i.rate) returns (uint256 volatility) {
      if (price == 0) assertEq(volatility, 0);
    } catch (bytes memory reason) {
      bytes4 selector = bytes4(reason);
      assertTrue(
        selector == ImpliedVolatility.PriceBelowIntrinsic.selector ||
          selector == ImpliedVolatility.PriceNotBelowBound.selector ||
          selector == ImpliedVolatility.ImpliedVolatilityOutOfDomain.selector
      );
    }
  }

  function test_P6_RevertWhen_NoVolatilityGivesThePrice() public {
    vm.expectRevert(abi.encodeWithSelector(ImpliedVolatility.PriceNotBelowBound.selector, 100e18, 100e18));
    math.impliedVolatility(OptionKind.Call, 100e18, 100e18, 100e18, 1 days, 0);
    vm.expectRevert(abi.encodeWithSelector(ImpliedVolatility.PriceBelowIntrinsic.selector, 9e18, 10e18));
    math.impliedVolatility(OptionKind.Call, 9e18, 110e18, 100e18, 1 days, 0);
    vm.expectRevert(
      abi.encodeWithSelector(ImpliedVolatility.ImpliedVolatilityOutOfDomain.selector, 100e18, 100e18, 0, 0)
    );
    math.impliedVolatility(OptionKind.Put, 1e18, 100e18, 100e18, 0, 0);
    assertEq(math.impliedVolatility(OptionKind.Call, 10e18, 110e18, 100e18, 1 days, 0), 0);
  }
}
