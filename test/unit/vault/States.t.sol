// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice States and parameters: who, how far, how fast, and never past a hard bound.
contract StatesTest is OpenVaultFixture {
  // States

  function test_G3_GuardianTightensAtOnce() public {
    vm.prank(guardian);
    putVault.tighten(VaultState.CloseOnly);
    assertEq(uint8(putVault.state()), uint8(VaultState.CloseOnly));
  }

  function test_G3_RevertWhen_TighteningLoosens() public {
    _shut(putVault, uint8(VaultState.CloseOnly));
    vm.expectRevert(
      abi.encodeWithSelector(IOptionVault.NotTightening.selector, VaultState.CloseOnly, VaultState.Guarded)
    );
    vm.prank(guardian);
    putVault.tighten(VaultState.Guarded);
    vm.expectRevert(
      abi.encodeWithSelector(IOptionVault.NotTightening.selector, VaultState.CloseOnly, VaultState.CloseOnly)
    );
    vm.prank(guardian);
    putVault.tighten(VaultState.CloseOnly);
  }

  function test_A22_G3_RevertWhen_GuardianLoosens() public {
    _shut(putVault, uint8(VaultState.CloseOnly));
    vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardian));
    vm.prank(guardian);
    putVault.loosen(VaultState.Open);
  }

  function test_A22_G3_RevertWhen_GovernorDoesNotWait() public {
    _shut(putVault, uint8(VaultState.CloseOnly));
    vm.expectPartialRevert(IAccessManaged.AccessManagedRequiredDelay.selector);
    vm.prank(governor);
    (bool ok, ) = address(putVault).call(abi.encodeCall(IOptionVault.loosen, (VaultState.Open)));
    ok;
  }

  function test_G3_GovernorLoosensAfterItsDelay() public {
    _shut(putVault, uint8(VaultState.CloseOnly));
    _govern(putVault, abi.encodeCall(IOptionVault.loosen, (VaultState.Open)));
    assertEq(uint8(putVault.state()), uint8(VaultState.Open));
  }

  function test_RevertWhen_LooseningTightens() public {
    _governNow(putVault);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotLoosening.selector, VaultState.Open, VaultState.SettleOnly));
    putVault.loosen(VaultState.SettleOnly);
  }

  function test_RevertWhen_AStrangerCallsWhatIsRestricted() public {
    bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
    RiskParams memory tier = _tier(1e18, 0.1e18);
    vm.startPrank(stranger);
    vm.expectRevert(refusal);
    putVault.tighten(VaultState.Guarded);
    vm.expectRevert(refusal);
    putVault.raiseStress(2e18);
    vm.expectRevert(refusal);
    putVault.lowerStress(1e18);
    vm.expectRevert(refusal);
    putVault.setProtocolFee(0);
    vm.expectRevert(refusal);
    putVault.registerQueue(stranger);
    vm.expectRevert(refusal);
    putVault.scheduleRiskParams(tier, 1 days);
    vm.stopPrank();
  }

  // Tripping

  function test_A14_A27_RevertWhen_TrippedWithoutCause() public {
    for (uint8 i; i < 4; ++i) {
      vm.expectRevert(abi.encodeWithSelector(IOptionVault.TripConditionNotMet.selector, VaultState(i)));
      vm.prank(stranger);
      putVault.trip(VaultState(i));
    }
  }

  function test_Trip_GuardedWhenUtilised() public {
    vm.prank(buyer);
    putVault.buy(id, 430e18, FOREVER, buyer, FOREVER);
    Assessment memory found = putVault.assess();
    assertGe(found.lock * WAD, found.capital.actual * 0.85e18);
    vm.expectRevert(IOptionVault.TradedThisBlock.selector);
    vm.prank(stranger);
    putVault.trip(VaultState.Guarded);
    _tick();
    vm.prank(stranger);
    putVault.trip(VaultState.Guarded);
    assertEq(uint8(putVault.state()), uint8(VaultState.Guarded));
    vm.expectRevert(
      abi.encodeWithSelector(IOptionVault.NotTightening.selector, VaultState.Guarded, VaultState.Guarded)
    );
    putVault.trip(VaultState.Guarded);
  }

  function test_A27_WhenTripped_NobodyIsTrapped() public {
    vm.prank(buyer);
    putVault.buy(id, 430e18, FOREVER, buyer, FOREVER);
    _tick();
    putVault.trip(VaultState.Guarded);
    vm.prank(buyer);
    putVault.sell(id, 300e18, 0, buyer, buyer, FOREVER);
    vm.prank(provider);
    putVault.withdraw(1000e6, provider, provider);
  }

  function test_Trip_CloseOnlyWhenNavIsLow() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.TripConditionNotMet.selector, VaultState.CloseOnly));
    putVault.trip(VaultState.CloseOnly);
    _ruin();
    _tick();
    putVault.trip(VaultState.CloseOnly);
    assertEq(uint8(putVault.state()), uint8(VaultState.CloseOnly));
  }

  // Parameters

  function test_RevertWhen_RampTooShortOrTooLong() public {
    _governNow(putVault);
    RiskParams memory tier = _tier(1e18, 0.1e18);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.RampTooShort.selector, 1 days - 1, 1 days));
    putVault.scheduleRiskParams(tier, 1 days - 1);
    _expectOutOfBounds("duration", 90 days + 1);
    putVault.scheduleRiskParams(tier, 90 days + 1);
  }

  function test_G2_RevertWhen_ATierLeavesItsBounds() public {
    _governNow(putVault);
    RiskParams memory tier = _tier(8e18, 0.1e18);
    tier.riskAversion = 24e18 + 1e12;
    _refused(tier, "riskAversion", tier.riskAversion);
    tier = _tier(8e18, 0.45e18 + 1e12);
    _refused(tier, "capacityRent", tier.capacityRent);
    tier = _tier(8e18, 0.1e18);
    tier.volOfVol = 3e18 + 1e12;
    _refused(tier, "volOfVol", tier.volOfVol);
    tier = _tier(8e18, 0.1e18);
    tier.spotVolCorrelation = -1e18 - 1e12;
    _refused(tier, "spotVolCorrelation", 1e18 + 1e12);
    tier.spotVolCorrelation = type(int256).min;
    _refused(tier, "spotVolCorrelation", 1 << 255);
    tier = _tier(8e18, 0.1e18);
    tier.horizon = 1 days + 1;
    _refused(tier, "horizon", tier.horizon);
    tier = _tier(8e18, 0.1e18);
    tier.notionalFee = 0.01e18 + 1e12;
    _refused(tier, "notionalFee", tier.notionalFee);
    tier = _tier(8e18, 0.1e18);
    tier.premiumFeeCap = 0.5e18 + 1e12;
    _refused(tier, "premiumFeeCap", tier.premiumFeeCap);
    tier = _tier(8e18, 0.1e18);
    tier.chargeFee = 0.5e18 + 1e12;
    _refused(tier, "chargeFee", tier.chargeFee);
    tier.chargeFee = 0.05e18 - 1e12;
    _refused(tier, "chargeFee", tier.chargeFee);
    // Rent far below risk aversion invites whoever would fill the vault for a block.
    tier = _tier(8e18, 0.1e18 - 1e12);
    _refused(tier, "capacityRent", tier.capacityRent);
    tier = _tier(8e18, 0.1e18);
    tier.lockFee = 0.01e18 + 1e12;
    _refused(tier, "lockFee", tier.lockFee);
    tier = _tier(8e18 + 1, 0.1e18);
    _refused(tier, "riskAversion", tier.riskAversion);
  }

  function test_Stress_RaisesAsksAlone() public {
    uint256 ask = putVault.quoteTrade(id, 50e18).premium;
    vm.prank(buyer);
    putVault.buy(id, 50e18, FOREVER, buyer, FOREVER);
    uint256 bid = putVault.quoteTrade(id, -50e18).premium;
    int256 nav = putVault.assess().nav;
    vm.prank(guardian);
    putVault.raiseStress(3e18);
    assertGt(putVault.quoteTrade(id, 50e18).premium, ask);
    assertEq(putVault.quoteTrade(id, -50e18).premium, bid);
    assertEq(putVault.assess().nav, nav);
    _govern(putVault, abi.encodeCall(IOptionVault.lowerStress, (1e18)));
    assertEq(putVault.riskParams().stress, 1e18);
  }

  function test_G3_RevertWhen_StressMovesTheWrongWayOrTooFar() public {
    _governNow(putVault);
    vm.startPrank(guardian);
    _expectOutOfBounds("stress", 1e18);
    putVault.raiseStress(1e18);
    _expectOutOfBounds("stress", 5e18 + 1e12);
    putVault.raiseStress(5e18 + 1e12);
    putVault.raiseStress(5e18);
    vm.stopPrank();
    _expectOutOfBounds("stress", 5e18);
    putVault.lowerStress(5e18);
    _expectOutOfBounds("stress", 1e18 - 1e12);
    putVault.lowerStress(1e18 - 1e12);
  }

  function test_G2_RevertWhen_ProtocolFeeAboveItsBound() public {
    _governNow(putVault);
    _expectOutOfBounds("protocolFee", 0.5e18 + 1e12);
    putVault.setProtocolFee(0.5e18 + 1e12);
    IOptionVault empty = _governNow(_createVault(_config(putVault.kind(), usdc, 8e18, 0.15e18)));
    empty.setProtocolFee(0.5e18);
    assertEq(empty.protocolFee(), 0.5e18, "while there is nobody to share with");
    putVault.setProtocolFee(0.05e18);
    assertEq(putVault.protocolFee(), 0.05e18);
    assertEq(putVault.riskParams().stress, 1e18, "its neighbours stay");
    assertEq(putVault.riskParams().lockFee, 0.0003e18);
  }

  function test_G4_TheProtocolFeeRisesByFivePointsAWeekAndFallsAtOnce() public {
    _governNow(putVault);
    vm.expectRevert(
      abi.encodeWithSelector(
        IOptionVault.RampTooSteep.selector,
        bytes32("protocolFee"),
        int256(0),
        int256(0.05e18 + 1e12)
      )
    );
    putVault.setProtocolFee(0.05e18 + 1e12);
    uint256 begun = vm.getBlockTimestamp();
    putVault.setProtocolFee(0.05e18);
    vm.warp(begun + 7 days - 1);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.RampTooSoon.selector, begun + 7 days));
    putVault.setProtocolFee(0.1e18);
    putVault.setProtocolFee(0.02e18);
    assertEq(putVault.protocolFee(), 0.02e18, "down at once");
    vm.warp(begun + 7 days);
    putVault.setProtocolFee(0.07e18);
    assertEq(putVault.protocolFee(), 0.07e18);
  }

  function _refused(RiskParams memory tier, bytes32 name, uint256 value) private {
    _expectOutOfBounds(name, value);
    putVault.scheduleRiskParams(tier, 1 days);
  }

  function _expectOutOfBounds(bytes32 name, uint256 value) private {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ParamOutOfBounds.selector, name, value));
  }
}
