// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {RiskCharge} from "../../../contracts/premium/RiskCharge.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {RiskSums} from "../../../contracts/types/RiskSums.sol";

contract RiskChargeFuzz is Test {
  struct Point {
    int96 spotMove;
    int96 volMove;
    int96 gammaMove;
    uint96[4] locked;
    uint96 capital;
  }

  /// @dev Rounding of each charge, WAD collateral.
  uint256 private constant SLACK = 64;

  function _params(int256 correlation) private pure returns (RiskParams memory params) {
    params.riskAversion = 6e18;
    params.capacityRent = 0.1e18;
    params.spotVolCorrelation = bound(correlation, -1e18, 1e18);
  }

  /// @dev Even amounts, so that the midpoint of two is exact; locks fall from interval to interval.
  function _sums(Point memory p) private pure returns (RiskSums memory sums) {
    sums.spotMove = int256(p.spotMove / 2) * 2;
    sums.volMove = int256(p.volMove / 2) * 2;
    sums.gammaMove = int256(p.gammaMove / 2) * 2;
    uint256 locked;
    for (uint256 i = 4; i > 0; --i) {
      locked += (p.locked[i - 1] / 2) * 2;
      sums.locked[i - 1] = locked;
      sums.interval[i - 1] = i * 3 days + 12_345;
    }
  }

  function testFuzz_JointlyConvexInBookAndCapital(Point memory a, Point memory b, int256 correlation) public pure {
    RiskParams memory params = _params(correlation);
    RiskSums memory sumsA = _sums(a);
    RiskSums memory sumsB = _sums(b);
    uint256 capitalA = (uint256(a.capital) / 2 + 1) * 2;
    uint256 capitalB = (uint256(b.capital) / 2 + 1) * 2;
    RiskSums memory middle;
    middle.spotMove = (sumsA.spotMove + sumsB.spotMove) / 2;
    middle.volMove = (sumsA.volMove + sumsB.volMove) / 2;
    middle.gammaMove = (sumsA.gammaMove + sumsB.gammaMove) / 2;
    for (uint256 i; i < 4; ++i) {
      middle.locked[i] = (sumsA.locked[i] + sumsB.locked[i]) / 2;
      middle.interval[i] = sumsA.interval[i];
    }
    uint256 ends = _charge(sumsA, params, capitalA) + _charge(sumsB, params, capitalB);
    uint256 mid = _charge(middle, params, (capitalA + capitalB) / 2);
    assertLe(2 * mid, ends + ends / 1e15 + SLACK);
  }

  function testFuzz_FallsAsCapitalRises(Point memory a, uint96 more, int256 correlation) public pure {
    RiskParams memory params = _params(correlation);
    RiskSums memory sums = _sums(a);
    assertGe(_charge(sums, params, a.capital) + SLACK, _charge(sums, params, uint256(a.capital) + more));
  }

  function testFuzz_Move_IsEvenInTheBook(Point memory a, int256 correlation) public pure {
    RiskParams memory params = _params(correlation);
    RiskSums memory sums = _sums(a);
    uint256 long = RiskCharge.moveCharge(sums, params, a.capital);
    (sums.spotMove, sums.volMove, sums.gammaMove) = (-sums.spotMove, -sums.volMove, -sums.gammaMove);
    assertEq(RiskCharge.moveCharge(sums, params, a.capital), long);
  }

  function testFuzz_AnyInput_NeverReverts(
    int256[3] memory moves,
    uint256[8] memory locked,
    uint32[8] memory intervals,
    uint256 capital,
    int256 correlation
  ) public pure {
    RiskParams memory params;
    params.riskAversion = 100e18;
    params.capacityRent = 10e18;
    params.spotVolCorrelation = correlation;
    RiskSums memory sums;
    (sums.spotMove, sums.volMove, sums.gammaMove) = (moves[0], moves[1], moves[2]);
    sums.locked = locked;
    for (uint256 i; i < 8; ++i) sums.interval[i] = intervals[i];
    RiskCharge.charge(sums, params, capital);
  }

  function _charge(RiskSums memory sums, RiskParams memory params, uint256 capital) private pure returns (uint256) {
    (uint256 move, uint256 rent) = RiskCharge.charge(sums, params, capital);
    return move + rent;
  }
}
