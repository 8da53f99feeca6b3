// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {RiskCapital} from "../../../contracts/premium/RiskCapital.sol";
import {Capital} from "../../../contracts/types/Capital.sol";

/// @notice E moves with time alone, halfway to actual capital a day; E_low and E_dep are the smaller and the larger of it and
/// actual capital.
contract RiskCapitalTest is Test {
  uint256 private constant NOW = 1_800_000_000;

  function _capital(uint256 collateral, uint256 riskCapital) private pure returns (Capital memory c) {
    (c.collateral, c.riskCapital, c.actual, c.updatedAt) = (collateral, riskCapital, collateral, NOW);
    c.doublingBase = 10e18;
  }

  function _stepped(Capital memory c, uint256 value, uint256 elapsed) private pure returns (Capital memory) {
    RiskCapital.step(c, int256(uint256(value)), NOW + elapsed);
    return c;
  }

  function test_Loss_IsFollowedHalfwayADay_NotAtOnce() public pure {
    Capital memory c = _capital(1000e18, 900e18);
    assertEq(_stepped(c, 400e18, 1).riskCapital / 1e16, 89_999);
    assertEq(c.actual, 600e18, "a feels it at once");
    assertEq(RiskCapital.low(c, 0), 600e18, "and so does whoever adds risk");
    for (uint256 i = 1; i <= 4; ++i) {
      c.updatedAt = NOW;
      RiskCapital.step(c, 400e18, NOW + 6 hours);
    }
    assertApproxEqRel(c.riskCapital, 750e18, 1e14);
  }

  function test_Gain_ClosesHalfTheGapInADayOfSteps() public pure {
    Capital memory c = _capital(1000e18, 600e18);
    for (uint256 i = 1; i <= 4; ++i) {
      c.updatedAt = NOW;
      RiskCapital.step(c, 0, NOW + 6 hours);
    }
    assertApproxEqAbs(c.riskCapital, 800e18, 1e4);
  }

  function test_Step_IsAtMostSixHoursWorth() public pure {
    uint256 sixHours = _stepped(_capital(1000e18, 600e18), 0, 6 hours).riskCapital;
    assertEq(_stepped(_capital(1000e18, 600e18), 0, 300 days).riskCapital, sixHours);
    // 600 + 400·(1 − 2^(−1/4))
    assertApproxEqAbs(sixHours, 663.641433898514183199e18, 1e6);
  }

  /// @dev A deposit of a hundred times what is there must not lift E within minutes.
  function test_Gain_AtMostDoublesInSixHours_FromEOrTheConstant() public pure {
    Capital memory c = _capital(10_000e18, 100e18);
    c.fresh = 9_900e18;
    assertApproxEqAbs(_stepped(c, 0, 6 hours).riskCapital, 200e18, 1e3);
    // k' = 100/9,900: the flow that E has not followed yet fades by as much.
    assertApproxEqRel(uint256(c.fresh), 9_800e18, 1e12);
    // From next to nothing it starts at the constant.
    assertApproxEqAbs(_stepped(_capital(10_000e18, 1), 0, 6 hours).riskCapital, 20e18, 1e3);
  }

  function test_Flow_FadesAsEFollows() public pure {
    Capital memory c = _capital(1000e18, 800e18);
    c.fresh = -200e18;
    RiskCapital.step(c, 0, NOW + 6 hours);
    assertApproxEqAbs(c.fresh, -168.179283050742908606e18, 1e6, "p' = p*2^(-1/4)");
  }

  function test_RecentCharge_HalvesADay() public pure {
    Capital memory c = _capital(1000e18, 1000e18);
    c.recentCharge = 80e18;
    RiskCapital.step(c, 0, NOW + 2 days);
    assertApproxEqAbs(c.recentCharge, 20e18, 1e3, "over more than a step, too");
  }

  function test_SecondCallInABlock_ChangesNothing() public pure {
    Capital memory c = _capital(1000e18, 900e18);
    c.fresh = 5e18;
    _stepped(c, 999e18, 0);
    assertEq(c.riskCapital, 900e18);
    assertEq(c.fresh, 5e18);
    assertEq(c.actual, 1000e18);
  }

  function test_Insolvent_KeepsAnEighthOfTheCollateral() public pure {
    Capital memory c = _stepped(_capital(1000e18, 900e18), 5000e18, 1);
    assertEq(c.actual, 125e18);
    assertEq(RiskCapital.low(c, 0), 125e18);
    assertEq(RiskCapital.low(_stepped(_capital(0, 900e18), 5000e18, 1), 0), 0);
  }

  function test_Low_AfterALeaving_IsWhatRemains() public pure {
    Capital memory c = _capital(1000e18, 900e18);
    assertEq(RiskCapital.low(c, 0), 900e18);
    assertEq(RiskCapital.low(c, 50e18), 900e18);
    assertEq(RiskCapital.low(c, 300e18), 700e18);
    assertEq(RiskCapital.low(c, 5000e18), 0);
    c.actual = 100e18;
    assertEq(RiskCapital.low(c, 100e18), 112.5e18, "an eighth of what remains");
  }

  function test_ForDeposits_LeavesOutWhatIsFresh() public pure {
    Capital memory c = _capital(1000e18, 500e18);
    assertEq(RiskCapital.forDeposits(c), 1000e18);
    c.fresh = 400e18;
    assertEq(RiskCapital.forDeposits(c), 600e18);
    c.fresh = 800e18;
    assertEq(RiskCapital.forDeposits(c), 500e18);
    c.fresh = -800e18;
    assertEq(RiskCapital.forDeposits(c), 1000e18, "what left raises nothing");
  }

  function testFuzz_E_StaysBetweenItselfAndActualCapital(
    uint120 collateral,
    uint120 riskCapital,
    uint120 value,
    int120 fresh,
    uint32 elapsed
  ) public pure {
    vm.assume(elapsed != 0);
    Capital memory c = _capital(collateral, riskCapital);
    c.fresh = fresh;
    RiskCapital.step(c, int256(uint256(value)), NOW + elapsed);
    uint256 least = riskCapital < c.actual ? riskCapital : c.actual;
    uint256 most = riskCapital < c.actual ? c.actual : riskCapital;
    assertGe(c.riskCapital, least);
    assertLe(c.riskCapital, most);
    assertLe(c.fresh < 0 ? -c.fresh : c.fresh, fresh < 0 ? -int256(fresh) : int256(fresh), "p only fades");
    assertLe(RiskCapital.low(c, 0), c.riskCapital);
    assertGe(RiskCapital.forDeposits(c), c.riskCapital);
  }

  function testFuzz_Step_IsMonotoneInItsPast(
    uint120 collateral,
    uint120 lower,
    uint120 higher,
    uint32 elapsed
  ) public pure {
    if (lower > higher) (lower, higher) = (higher, lower);
    assertLe(
      _stepped(_capital(collateral, lower), 0, elapsed).riskCapital,
      _stepped(_capital(collateral, higher), 0, elapsed).riskCapital + 1e6
    );
  }
}
