// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RampRule} from "../../../contracts/governance/RampRule.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice G2, G4: how far and how fast a vault's parameters move.
contract RampsTest is OpenVaultFixture {
  uint256 private begun;

  function setUp() public override {
    super.setUp();
    _governNow(putVault);
    // A new vault's parameters hold for a week.
    _passFresh(7 days);
    putVault.openExpiry(_expiry(14));
    _tick();
    begun = vm.getBlockTimestamp();
  }

  function test_S3_ParametersRampOverTheDuration() public {
    RiskParams memory target = _tier(10e18, 0.18e18);
    target.spotVolCorrelation = -0.36e18;
    target.horizon = 20 hours;
    target.notionalFee = 0.0005e18;
    int256 before = _navPerShare(putVault);
    putVault.scheduleRiskParams(target, 2 days);
    assertEq(_navPerShare(putVault), before, "no jump");
    assertEq(putVault.riskParams().notionalFee, 0.0005e18, "what does not move NAV changes at once");

    _pass(1 days);
    RiskParams memory half = putVault.riskParams();
    assertEq(half.riskAversion, 9e18);
    assertEq(half.capacityRent, 0.165e18);
    assertEq(half.spotVolCorrelation, -0.33e18);
    assertEq(half.horizon, 22 hours);
    _pass(1 days);
    assertEq(putVault.riskParams().riskAversion, 10e18);
    assertEq(putVault.riskParams().spotVolCorrelation, -0.36e18);
    _pass(100 days);
    assertEq(putVault.riskParams().horizon, 20 hours);
  }

  /// @dev Each parameter to the edge of its step, and a billionth (of the horizon, a second) beyond it.
  function test_G4_RevertWhen_ARampIsTooSteep() public {
    RiskParams memory t = _tier(10e18 + 1e12, 0.1875e18);
    _refused(t, "riskAversion", 8e18, int256(t.riskAversion));
    t.riskAversion = 6.4e18 - 1e12;
    _refused(t, "riskAversion", 8e18, int256(t.riskAversion));
    t = _tier(8e18, 0.1875e18 + 1e12);
    _refused(t, "capacityRent", 0.15e18, int256(t.capacityRent));
    t = _tier(8e18, 0.12e18 - 1e12);
    _refused(t, "capacityRent", 0.15e18, int256(t.capacityRent));
    t = _tier(8e18, 0.15e18);
    t.volOfVol = 1.25e18 + 1e12;
    _refused(t, "volOfVol", 1e18, int256(t.volOfVol));
    t.volOfVol = 0.8e18 - 1e12;
    _refused(t, "volOfVol", 1e18, int256(t.volOfVol));
    t = _tier(8e18, 0.15e18);
    t.spotVolCorrelation = -0.375e18 - 1e12;
    _refused(t, "spotVolCorrelation", -0.3e18, t.spotVolCorrelation);
    t.spotVolCorrelation = -0.24e18 + 1e12;
    _refused(t, "spotVolCorrelation", -0.3e18, t.spotVolCorrelation);
    t.spotVolCorrelation = 0.3e18;
    _refused(t, "spotVolCorrelation", -0.3e18, t.spotVolCorrelation);
    t = _tier(8e18, 0.15e18);
    t.horizon = 69_120 - 1;
    _refused(t, "horizon", 1 days, int256(t.horizon));
    t = _tier(8e18, 0.15e18);
    // A fortieth of the hard bound of 1 % is more than a quarter of 3 basis points.
    t.notionalFee = 0.00055e18 + 1e12;
    _refused(t, "notionalFee", 0.0003e18, int256(t.notionalFee));
    t = _tier(8e18, 0.15e18);
    t.premiumFeeCap = 0.15625e18 + 1e12;
    _refused(t, "premiumFeeCap", 0.125e18, int256(t.premiumFeeCap));
    t = _tier(8e18, 0.15e18);
    t.chargeFee = 0.125e18 + 1e12;
    _refused(t, "chargeFee", 0.1e18, int256(t.chargeFee));
    t = _tier(8e18, 0.15e18);
    t.lockFee = 0.00055e18 + 1e12;
    _refused(t, "lockFee", 0.0003e18, int256(t.lockFee));
  }

  function test_G4_TheEdgesOfAStepAreAllowed() public {
    RiskParams memory t = _tier(10e18, 0.1875e18);
    (t.volOfVol, t.spotVolCorrelation, t.horizon) = (0.8e18, -0.24e18, 69_120);
    (t.notionalFee, t.premiumFeeCap, t.chargeFee, t.lockFee) = (0.00055e18, 0.15625e18, 0.125e18, 0.00005e18);
    putVault.scheduleRiskParams(t, 1 days);
    _pass(8 days);
    assertEq(keccak256(abi.encode(putVault.riskParams())), keccak256(abi.encode(t)));
    // And back, by the same step.
    t = _tier(8e18, 0.15e18);
    (t.horizon, t.spotVolCorrelation, t.premiumFeeCap, t.chargeFee) = (1 days, -0.3e18, 0.125e18, 0.1e18);
    putVault.scheduleRiskParams(t, 1 days);
  }

  /// @dev Two ramps of a day each would make half as much again in a week.
  function test_G4_RevertWhen_TheLastRampEndedLessThanSevenDaysAgo() public {
    putVault.scheduleRiskParams(_tier(10e18, 0.18e18), 30 days);
    uint256 earliest = begun + 37 days;
    uint256[4] memory after_ = [uint256(0), 15 days, 30 days, 37 days - 1];
    for (uint256 i; i < after_.length; ++i) {
      vm.warp(begun + after_[i]);
      vm.expectRevert(abi.encodeWithSelector(IOptionVault.RampTooSoon.selector, earliest));
      putVault.scheduleRiskParams(_tier(10e18, 0.18e18), 1 days);
    }
    vm.warp(earliest);
    putVault.scheduleRiskParams(_tier(12e18, 0.2e18), 1 days);
  }

  function test_G4_RevertWhen_TheVaultIsYoungerThanSevenDays() public {
    uint256 made = begun;
    IOptionVault young = _createVault(putVaultConfig());
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.RampTooSoon.selector, made + 7 days));
    young.scheduleRiskParams(_tier(8e18, 0.15e18), 1 days);
    vm.warp(made + 7 days);
    young.scheduleRiskParams(_tier(8e18, 0.15e18), 1 days);
  }

  /// @dev Whatever the governor tries over sixty days, no window of seven days sees more than one step.
  function testFuzz_G4_NoSevenDaysSeeMoreThanOneStep(uint256 seed) public {
    uint256[61] memory seen;
    for (uint256 day; day <= 60; ++day) {
      vm.warp(begun + day * 1 days);
      seen[day] = putVault.riskParams().riskAversion;
      seed = uint256(keccak256(abi.encode(seed)));
      uint256 wanted = bound(seed, 0, 24e6) * 1e12;
      // As far as one step leads in that direction.
      uint256 current = seen[day];
      uint256 highest = current + (current / 4 > 0.6e18 ? current / 4 : 0.6e18);
      uint256 fall = current / 5 > 0.6e18 ? current / 5 : 0.6e18;
      uint256 lowest = current > fall ? current - fall : 0;
      if (seed % 2 == 0)
        wanted =
          wanted > highest
            ? highest
            : wanted < lowest
              ? lowest
              : wanted;
      wanted -= wanted % 1e12;
      // What the rent allows.
      if (wanted > 14.4e18) wanted = 14.4e18;
      try putVault.scheduleRiskParams(_tier(wanted, 0.18e18), 1 days + ((seed >> 8) % 20 days)) {} catch {}
    }
    for (uint256 day; day + 7 <= 60; ++day) {
      for (uint256 later = day + 1; later <= day + 7; ++later) {
        (uint256 low, uint256 high) = seen[day] < seen[later] ? (seen[day], seen[later]) : (seen[later], seen[day]);
        assertTrue(4 * high <= 5 * low + 10e12 || high - low <= 0.6e18, "further than one step");
      }
    }
  }

  function testFuzz_G4_RampRule(int256 current, int256 target, uint256 hardBound) public pure {
    hardBound = bound(hardBound, 0, 1 << 200);
    current = bound(current, -int256(hardBound), int256(hardBound));
    target = bound(target, -int256(hardBound), int256(hardBound));
    bool allowed = RampRule.allows(current, target, hardBound);
    assertEq(allowed, RampRule.allows(-current, -target, hardBound), "signs do not matter");
    int256 distance = target > current ? target - current : current - target;
    bool isNear = distance <= int256(hardBound / 40);
    (int256 a, int256 b) = current < 0 ? (-current, -target) : (current, target);
    assertEq(allowed, isNear || (4 * b <= 5 * a && 5 * b >= 4 * a), "a quarter up, a fifth down, or the step");
  }

  function putVaultConfig() private view returns (IOptionVault.Config memory config) {
    config = _config(putVault.kind(), usdc, 8e18, 0.15e18);
  }

  function _refused(RiskParams memory tier, bytes32 name, int256 current, int256 target) private {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.RampTooSteep.selector, name, current, target));
    putVault.scheduleRiskParams(tier, 1 days);
  }
}
