// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {RiskCharge} from "../../../contracts/premium/RiskCharge.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {RiskSums} from "../../../contracts/types/RiskSums.sol";

contract RiskChargeTest is Test {
  RiskParams private params;

  function setUp() public {
    params.riskAversion = 6e18;
    params.capacityRent = 0.1e18;
    params.spotVolCorrelation = -0.5e18;
  }

  function test_Move_IsHalfLambdaVarianceOverCapital() public view {
    RiskSums memory sums;
    sums.spotMove = 3000e18;
    sums.volMove = -4000e18;
    sums.gammaMove = 2000e18;
    // Var = 9e6 + 2·(−0.5)·3000·(−4000) + 16e6 + ½·4e6 = 39e6; ½·6·39e6/1e6 = 117
    (uint256 move, uint256 rent) = RiskCharge.charge(sums, params, 1_000_000e18);
    assertEq(move, 117e18);
    assertEq(rent, 0);
  }

  function test_Move_WhenMovesCancelPerfectly_IsZero() public view {
    RiskParams memory perfect = params;
    perfect.spotVolCorrelation = 1e18;
    RiskSums memory sums;
    sums.spotMove = 3000e18 + 1;
    sums.volMove = -3000e18 - 1;
    assertEq(RiskCharge.moveCharge(sums, perfect, 1e18), 0);
  }

  function test_Rent_BelowTheTangent() public view {
    RiskSums memory sums;
    sums.locked[0] = 800_000e18;
    sums.interval[0] = 365 days / 2;
    sums.locked[1] = 500_000e18;
    sums.interval[1] = 365 days;
    // 0.1·1e6·(½·(−ln 0.2 − 0.8) + (−ln 0.5 − 0.5)), 50 digits
    assertApproxEqAbs(RiskCharge.rentCharge(sums, 0.1e18, 1_000_000e18), 59786.613677699549750098e18, 1e7);
  }

  function test_Rent_BeyondTheTangent_HasSlopeNine() public pure {
    RiskSums memory sums;
    sums.interval[0] = 365 days;
    sums.locked[0] = 950_000e18;
    uint256 near = RiskCharge.rentCharge(sums, 1e18, 1_000_000e18);
    // φ(0.9) + 9·0.05 = 1.402585092994045684 + 0.45
    assertApproxEqAbs(near, 1_852_585.092994045684e18, 1e7);
    sums.locked[0] = 1_950_000e18;
    assertEq(RiskCharge.rentCharge(sums, 1e18, 1_000_000e18) - near, 9_000_000e18);
  }

  function test_Rent_IsContinuousWhereTheTangentStarts() public pure {
    RiskSums memory sums;
    sums.interval[0] = 365 days;
    sums.locked[0] = 900_000e18;
    uint256 below = RiskCharge.rentCharge(sums, 1e18, 1_000_000e18);
    sums.locked[0] = 900_000e18 + 1;
    assertApproxEqAbs(RiskCharge.rentCharge(sums, 1e18, 1_000_000e18), below, 1e7);
    assertApproxEqAbs(below, 1_402_585.092994045684e18, 1e7);
  }

  function test_Rent_AtZeroCapital_IsNineTimesTheLock() public pure {
    RiskSums memory sums;
    sums.locked[0] = 100e18;
    sums.interval[0] = 365 days;
    assertEq(RiskCharge.rentCharge(sums, 0.1e18, 0), 90e18);
  }

  function test_AtZeroCapital_IsTotal() public view {
    RiskSums memory sums;
    (uint256 move, uint256 rent) = RiskCharge.charge(sums, params, 0);
    assertEq(move + rent, 0);
    sums.spotMove = 1e18;
    assertEq(RiskCharge.moveCharge(sums, params, 0), RiskCharge.moveCharge(sums, params, 1));
  }

  function test_AtTheExtremes_NeverReverts() public view {
    RiskParams memory extreme = params;
    extreme.riskAversion = 100e18;
    extreme.capacityRent = type(uint64).max;
    extreme.spotVolCorrelation = type(int256).min;
    RiskSums memory sums;
    sums.spotMove = type(int256).min;
    sums.volMove = type(int256).max;
    sums.gammaMove = type(int256).min;
    for (uint256 k; k < 8; ++k) (sums.locked[k], sums.interval[k]) = (type(uint256).max, type(uint32).max);
    RiskCharge.charge(sums, extreme, 0);
    RiskCharge.charge(sums, extreme, 1);
    RiskCharge.charge(sums, extreme, type(uint256).max);
  }
}
