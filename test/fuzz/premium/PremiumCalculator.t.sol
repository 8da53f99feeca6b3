// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {IPremiumCalculator} from "../../../contracts/interfaces/IPremiumCalculator.sol";
import {PremiumCalculator} from "../../../contracts/premium/PremiumCalculator.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";

/// @notice Greeks against differences of the calculator's own prices, whose error the differential tests of `math/` bound.
contract PremiumCalculatorFuzz is Test {
  PremiumCalculator private immutable calculator = new PremiumCalculator();

  function _terms(uint256 seed) private pure returns (IPremiumCalculator.Terms memory t) {
    t.spot = 2000e18;
    t.strike = bound(uint256(keccak256(abi.encode(seed, 1))), 1400e18, 2800e18);
    t.tenor = bound(uint256(keccak256(abi.encode(seed, 2))), 10 days, 500 days);
    t.volatility = bound(uint256(keccak256(abi.encode(seed, 3))), 0.3e18, 1.5e18);
    t.rate = bound(uint256(keccak256(abi.encode(seed, 4))), 0, 0.2e18);
    // Every fourth underlying pays nothing.
    t.yield = seed % 4 == 0 ? 0 : bound(uint256(keccak256(abi.encode(seed, 5))), 0, 0.2e18);
  }

  function _prices(IPremiumCalculator.Terms memory t) private view returns (int256 call, int256 put) {
    (uint256 c, uint256 p) = calculator.prices(t);
    return (int256(c), int256(p));
  }

  function testFuzz_Greeks_AreDifferencesOfPrices(uint256 seed) public view {
    IPremiumCalculator.Terms memory t = _terms(seed);
    IPremiumCalculator.Valuation memory v = calculator.evaluate(t);
    (int256 call, int256 put) = _prices(t);
    assertEq(int256(v.call), call);
    assertEq(int256(v.put), put);

    int256 step = 1e15;
    t.spot += uint256(step);
    (int256 callUp, int256 putUp) = _prices(t);
    t.spot -= 2 * uint256(step);
    (int256 callDown, int256 putDown) = _prices(t);
    t.spot += uint256(step);
    assertApproxEqAbs(((callUp - callDown) * 1e18) / (2 * step), v.callDelta, 1e9, "call delta");
    assertApproxEqAbs(((putUp - putDown) * 1e18) / (2 * step), v.putDelta, 1e9, "put delta");

    t.volatility += 1e12;
    (callUp, ) = _prices(t);
    t.volatility -= 2e12;
    (callDown, ) = _prices(t);
    t.volatility += 1e12;
    assertApproxEqAbs(((callUp - callDown) * 1e18) / 2e12, int256(v.vega), 1e12, "vega");

    t.rate += 1e12;
    (callUp, putUp) = _prices(t);
    t.rate -= 1e12;
    assertApproxEqAbs(((callUp - call) * 1e18) / 1e12, v.callRho, 1e16, "call rho");
    assertApproxEqAbs(((putUp - put) * 1e18) / 1e12, v.putRho, 1e16, "put rho");

    t.tenor -= 10;
    (callUp, putUp) = _prices(t);
    t.tenor += 20;
    (callDown, putDown) = _prices(t);
    t.tenor -= 10;
    assertApproxEqAbs(((callUp - callDown) * 365 days) / 20, v.callTheta, 1e13, "call theta");
    assertApproxEqAbs(((putUp - putDown) * 365 days) / 20, v.putTheta, 1e13, "put theta");
  }

  function testFuzz_Gamma_IsTheDifferenceOfDeltas(uint256 seed) public view {
    IPremiumCalculator.Terms memory t = _terms(seed);
    uint256 gamma = calculator.evaluate(t).gamma;
    t.spot += 1e15;
    int256 up = calculator.evaluate(t).callDelta;
    t.spot -= 2e15;
    assertApproxEqAbs(((up - calculator.evaluate(t).callDelta) * 1e18) / 2e15, int256(gamma), 1e9);
  }

  function testFuzz_P6_ImpliedVolatility_IsTheInverse(uint256 seed) public view {
    IPremiumCalculator.Terms memory t = _terms(seed);
    (uint256 call, uint256 put) = calculator.prices(t);
    uint256 volatility = t.volatility;
    t.volatility = 0;
    assertApproxEqRel(calculator.impliedVolatility(OptionKind.Call, call, t), volatility, 1e8);
    assertApproxEqRel(calculator.impliedVolatility(OptionKind.Put, put, t), volatility, 1e8);
  }

  function test_RevertWhen_YieldIsOutOfDomain() public {
    IPremiumCalculator.Terms memory t = _terms(1);
    t.yield = 4e18 + 1;
    vm.expectRevert(abi.encodeWithSelector(IPremiumCalculator.TermsOutOfDomain.selector, t.spot, t.tenor, t.yield));
    calculator.prices(t);
  }
}
