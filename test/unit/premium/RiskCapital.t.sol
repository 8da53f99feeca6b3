// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {RiskCapital} from "../../../contracts/premium/RiskCapital.sol";
import {Capital} from "../../../contracts/types/Capital.sol";

contract RiskCapitalTest is Test {
  uint256 private constant NOW = 1_800_000_000;

  function test_Loss_IsFeltAtOnce() public pure {
    assertEq(RiskCapital.step(Capital(1000e18, 900e18, NOW - 1), 400e18, NOW), 600e18);
  }

  function test_Gain_ClosesHalfTheGapInADayOfSteps() public pure {
    uint256 e = 200e18;
    for (uint256 i; i < 4; ++i)
      e = RiskCapital.step(Capital(1000e18, e, NOW + i * 6 hours), 0, NOW + (i + 1) * 6 hours);
    assertApproxEqAbs(e, 600e18, 1e4);
  }

  function test_Gain_IsAtMostSixHoursWorthAStep() public pure {
    uint256 sixHours = RiskCapital.step(Capital(1000e18, 200e18, NOW), 0, NOW + 6 hours);
    assertEq(RiskCapital.step(Capital(1000e18, 200e18, NOW), 0, NOW + 300 days), sixHours);
    // 200 + 800·(1 − 2^(−1/4))
    assertApproxEqAbs(sixHours, 327.282867797028365602e18, 1e6);
    assertEq(RiskCapital.step(Capital(1000e18, 200e18, 0), 0, NOW), sixHours);
  }

  function test_SecondCallInABlock_ChangesNothing() public pure {
    assertEq(RiskCapital.step(Capital(1000e18, 900e18, NOW), 999e18, NOW), 900e18);
    assertEq(RiskCapital.step(Capital(1000e18, 1, NOW), 0, NOW), 1);
  }

  function test_Insolvent_KeepsAnEighthOfTheCollateral() public pure {
    assertEq(RiskCapital.step(Capital(1000e18, 900e18, NOW - 1), 5000e18, NOW), 125e18);
    assertEq(RiskCapital.step(Capital(0, 900e18, NOW - 1), 5000e18, NOW), 0);
  }

  function testFuzz_StaysBetweenFloorAndAvailable(
    uint128 collateral,
    uint128 riskCapital,
    uint128 value,
    uint32 elapsed
  ) public pure {
    vm.assume(elapsed != 0);
    uint256 e = RiskCapital.step(Capital(collateral, riskCapital, NOW), value, NOW + elapsed);
    uint256 available = collateral > value ? collateral - value : 0;
    uint256 floor = collateral / 8;
    uint256 most = available > floor ? available : floor;
    assertGe(e, floor);
    if (available <= riskCapital) assertEq(e, most);
    else assertLe(e, most);
  }

  function testFuzz_Step_IsMonotoneInItsPast(
    uint128 collateral,
    uint128 lower,
    uint128 higher,
    uint32 elapsed
  ) public pure {
    if (lower > higher) (lower, higher) = (higher, lower);
    uint256 now_ = NOW + elapsed;
    assertLe(
      RiskCapital.step(Capital(collateral, lower, NOW), 0, now_),
      RiskCapital.step(Capital(collateral, higher, NOW), 0, now_) + 1
    );
  }
}
