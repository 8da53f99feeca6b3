// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevToken} from "../../../contracts/devnet/DevToken.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice A29, A31: who leaves, and who trades or deposits around it.
contract ExitFairnessTest is FarExpiryFixture {
  // Trades around a redeem or a withdrawal

  /// @dev A trader without shares buys to the withdrawal limit, somebody redeems, the trader sells, in one block.
  function _aroundARedeem(
    uint256 standing,
    uint256 index,
    uint256 theirs
  ) private returns (int256 cash, uint256 got, uint256 undisturbed) {
    uint256 snapshot = vm.snapshotState();
    _deposit(vault, provider, STAKE - theirs);
    _deposit(vault, victim, theirs);
    vault.openExpiry(far);
    _tick();
    SeriesId id = _series(far, 3);
    if (standing != 0) _buy(vault, buyer, id, standing);
    _passFresh(1 hours);
    uint256 shares = vault.balanceOf(victim);
    uint256 inner = vm.snapshotState();
    vm.prank(victim);
    undisturbed = vault.redeem(shares, victim, victim);
    vm.revertToState(inner);

    uint256 left = vault.capital().collateral - uint256(vault.assess().value) - theirs * 1e12;
    uint256 room = (left * 84) / 100;
    uint256 lock = vault.accounts().lock;
    SeriesId pump = _series(far, index);
    uint256 n = room > lock ? _locking(pump, room - lock) : 0.1e18;
    cash -= int256(_buy(vault, attacker, pump, n));
    vm.prank(victim);
    (bool ok, bytes memory answer) = address(vault).call(
      abi.encodeWithSignature("redeem(uint256,address,address)", shares, victim, victim)
    );
    got = ok ? abi.decode(answer, (uint256)) : undisturbed;
    cash += int256(_sell(vault, attacker, pump, n));
    vm.revertToState(snapshot);
  }

  function test_A29_TradesAroundARedeem_GainNothing() public {
    uint256[3] memory theirs = [uint256(50_000e6), 200_000e6, 400_000e6];
    for (uint256 i; i < 3; ++i) {
      for (uint256 index = 1; index < 6; index += 2) {
        (int256 cash, , ) = _aroundARedeem(150e18, index, theirs[i]);
        assertLe(cash, 0);
      }
    }
  }

  /// @dev Whoever leaves without a limit bears what the purchase before him added to the charge: hence limits on every way out.
  function test_A29_EveryWayOutHasALimitAndADeadline() public {
    _open();
    SeriesId id = _series(far, 3);
    uint256 tenth = vault.balanceOf(provider) / 10;
    uint256 fair = vault.previewRedeem(tenth);
    uint256 sharesNow = vault.previewWithdraw(fair / 2);
    uint256 exitNow = vault.previewGuaranteedExit(tenth);
    uint256 mintNow = vault.previewMint(tenth);
    usdc.mint(provider, STAKE);
    _buy(vault, attacker, id, _locking(id, 600_000e18));
    vm.startPrank(provider);
    usdc.approve(address(vault), FOREVER);
    vm.expectPartialRevert(IOptionVault.AssetsBelowLimit.selector);
    vault.redeem(tenth, provider, provider, (fair * 9995) / 10_000, FOREVER);
    vm.expectPartialRevert(IOptionVault.SharesAboveLimit.selector);
    vault.withdraw(fair / 2, provider, provider, sharesNow, FOREVER);
    vm.expectPartialRevert(IOptionVault.AssetsBelowLimit.selector);
    vault.guaranteedExit(tenth, provider, provider, (exitNow * 98) / 100, FOREVER);
    vm.expectPartialRevert(IOptionVault.DeadlinePassed.selector);
    vault.withdraw(1e6, provider, provider, FOREVER, block.timestamp - 1);
    vm.expectPartialRevert(IOptionVault.DeadlinePassed.selector);
    vault.guaranteedExit(tenth, provider, provider, 0, block.timestamp - 1);
    vm.expectPartialRevert(IOptionVault.DeadlinePassed.selector);
    vault.mint(tenth, provider, FOREVER, block.timestamp - 1);
    vm.expectPartialRevert(IOptionVault.AssetsAboveLimit.selector);
    vault.mint(tenth, provider, mintNow / 2, FOREVER);
    vault.guaranteedExit(tenth, provider, provider, 1, FOREVER);
    vm.stopPrank();
  }

  /// @dev Buys to the limit and deposits in front of somebody's guaranteed exit, then undoes both: his minimum stops it.
  function test_A29_PumpAroundAGuaranteedExit_IsStoppedByItsMinimum() public {
    _open();
    SeriesId id = _series(far, 3);
    uint256 half = vault.balanceOf(provider) / 2;
    uint256 fair = vault.previewGuaranteedExit(half);
    _deposit(vault, attacker, 3_000_000e6);
    _buy(vault, attacker, id, _locking(id, 3_000_000e18));
    vm.prank(provider);
    vm.expectPartialRevert(IOptionVault.AssetsBelowLimit.selector);
    vault.guaranteedExit(half, provider, provider, (fair * 98) / 100, FOREVER);
  }

  /// @dev What a purchase that is undone leaves of R in everybody's exit: at most 5 %, and halved a day.
  function test_A29_BuyAndUndo_LowersTheExitByAFewPerCent_ForADay() public {
    _open();
    SeriesId id = _series(far, 3);
    uint256 shares = vault.balanceOf(provider);
    uint256 before = vault.previewGuaranteedExit(shares);
    uint256 n = _locking(id, 880_000e18);
    _buy(vault, attacker, id, n);
    _sell(vault, attacker, id, n - 0.1e18);
    assertGe(vault.previewGuaranteedExit(shares), (before * 95) / 100);
    _sell(vault, attacker, id, 0.1e18);
    assertGe(vault.previewGuaranteedExit(shares), before, "an empty book charges nothing");
  }

  // Deposit and guaranteed exit

  function _pumpedExit(IOptionVault target, uint256 amount) private returns (int256 gain) {
    DevToken token = DevToken(address(target.collateral()));
    token.mint(attacker, amount + amount / 1e6);
    vm.startPrank(attacker);
    token.approve(address(target), type(uint256).max);
    uint256 shares = target.deposit(amount, attacker);
    shares += target.deposit(amount / 1e6, attacker);
    uint256 got = target.guaranteedExit(shares, attacker, attacker);
    vm.stopPrank();
    gain = int256(got) - int256(amount + amount / 1e6);
  }

  function _fillUp(IOptionVault target, SeriesId id, uint256 step) private {
    DevToken token = DevToken(address(target.collateral()));
    token.mint(buyer, 1e9 * 10 ** token.decimals());
    vm.startPrank(buyer);
    token.approve(address(target), type(uint256).max);
    for (uint256 i; i < 24 && step > 0.1e18; ++i) {
      try target.buy(id, step, FOREVER, buyer, FOREVER) {} catch {
        step = (step / 2 / 0.1e18) * 0.1e18;
      }
    }
    vm.stopPrank();
  }

  function _exitPump(
    OptionKind kind,
    DevToken token,
    uint256 riskAversion,
    uint256 capacityRent,
    uint256 spot,
    uint256 stake
  ) private {
    vault = _deployed(kind, token, riskAversion, capacityRent);
    _deposit(vault, provider, stake);
    vault.openExpiry(far);
    _tick();
    (uint256[] memory strikes, ) = vault.strikesOf(far);
    SeriesId id = toSeriesId(far, strikes[strikes.length / 2]);
    _fillUp(vault, id, 50e18);
    _passFresh(6 hours);
    _fillUp(vault, id, 10e18);
    _setSpot(spot);
    _tick();
    try this.pumpedExit(vault, stake * 1000) returns (int256 gain) {
      assertLe(gain, 0);
    } catch (bytes memory reason) {
      assertEq(bytes4(reason), IOptionVault.NavTooLow.selector, "refused by name, or no gain");
    }
  }

  function pumpedExit(IOptionVault target, uint256 amount) external returns (int256) {
    return _pumpedExit(target, amount);
  }

  function test_A31_DepositThenExit_DefaultTier_CallsTimesTwelve() public {
    _exitPump(OptionKind.Call, weth, 8e18, 0.15e18, 24_000e18, 100e18);
  }

  function test_A31_DepositThenExit_ThirtyPercentRent_PutsDown83() public {
    _exitPump(OptionKind.Put, usdc, 8e18, 0.3e18, 340e18, 200_000e6);
  }

  function test_A31_DepositThenExit_ThreeTimesTheTier_PutsDown60() public {
    _exitPump(OptionKind.Put, usdc, 24e18, 0.45e18, 800e18, 200_000e6);
  }

  // Trips

  function test_A27_Guarded_IsNotTrippedByATradeOfItsOwnBlock() public {
    _open();
    SeriesId id = _series(far, 3);
    _buy(vault, attacker, id, _locking(id, 870_000e18));
    vm.expectRevert(IOptionVault.TradedThisBlock.selector);
    vault.trip(_guarded());
  }

  function test_A27_Guarded_LapsesAfterADayOnceItsConditionIsGone() public {
    _open();
    SeriesId id = _series(far, 3);
    uint256 n = _locking(id, 899_000e18);
    _buy(vault, attacker, id, n);
    _tick();
    vault.trip(_guarded());
    uint256 until = block.timestamp + 1 days;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.TripLasts.selector, until));
    vault.lapse();
    vm.warp(until - 1);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.TripLasts.selector, until));
    vault.lapse();
    _passFresh(1);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.TripConditionHolds.selector, _guarded()));
    vault.lapse();
    _sell(vault, attacker, id, n - 1e18);
    _tick();
    vault.lapse();
    assertEq(uint8(vault.state()), 0);
    vm.expectRevert(IOptionVault.NothingTripped.selector);
    vault.lapse();
  }

  function _guarded() private pure returns (VaultState) {
    return VaultState.Guarded;
  }

  // A vault that all have left

  function test_S5_AVaultThatAllHaveLeft_WorksAgain() public {
    _open();
    vault.openExpiry(_expiry(15));
    SeriesId id = _series(_expiry(15), 4);
    _tick();
    _buy(vault, buyer, id, 400e18);
    uint256 shares = vault.balanceOf(provider);
    vm.prank(provider);
    vault.guaranteedExit(shares, provider, provider);
    DevToken(address(vault.collateral())).mint(victim, 1e12);
    vm.startPrank(victim);
    usdc.approve(address(vault), FOREVER);
    vm.expectRevert(IOptionVault.NoProviders.selector);
    vault.deposit(STAKE, victim);
    vm.stopPrank();
    assertEq(vault.maxDeposit(victim), 0);

    _fixExpiry(_expiry(15), 2500e18);
    vault.settle(_expiry(15));
    _passFresh(1 minutes);
    assertEq(vault.capital().collateral, 0, "what was left went to the fees");
    assertGt(vault.accounts().feesOwed, 0);
    vm.startPrank(victim);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.AssetsBelowLimit.selector, 10_000e6 - 1, 10_000e6));
    vault.deposit(10_000e6 - 1, victim);
    uint256 got = vault.deposit(STAKE, victim);
    vm.stopPrank();
    assertApproxEqAbs(vault.convertToAssets(got), STAKE, 1, "a whole vault for a whole stake");
    assertEq(vault.capital().riskCapital, STAKE * 1e12);

    vault.openExpiry(_expiry(21));
    SeriesId next = _series(_expiry(21), 4);
    _tick();
    uint256 premium = _buy(vault, buyer, next, 300e18);
    _fixExpiry(_expiry(21), 3000e18);
    vault.settle(_expiry(21));
    _passFresh(1 minutes);
    assertApproxEqRel(vault.convertToAssets(got), STAKE + premium, 0.01e18, "its earnings are its provider's");
  }
}
