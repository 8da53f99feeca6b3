// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice Ways that once took, trapped or misstated money, and do no longer.
contract VaultHardeningTest is VaultFixture {
  address private attacker = makeAddr("attacker");

  function test_P4_BuyExitSell_InOneBlock_AfterARebound_GainsNothing() public {
    IOptionVault vault = putVault;
    uint256 expiry = _expiry(7);
    _deposit(vault, attacker, 800_000e6);
    _deposit(vault, provider, 200_000e6);
    vault.openExpiry(expiry);
    SeriesId id = _atTheMoneySeries(vault, expiry);
    _tick();
    _buy(vault, buyer, id, 390e18);
    _tick();
    _setSpot(800e18);
    _deposit(vault, provider, 1e6);
    _tick();
    _setSpot(2000e18);
    _fixExpiry(expiry, 2100e18);
    vault.settle(expiry);
    _passFresh(1 minutes);
    uint256 second = _expiry(14);
    vault.openExpiry(second);
    SeriesId id2 = _atTheMoneySeries(vault, second);
    uint256 fairAttacker = vault.convertToAssets(vault.balanceOf(attacker));
    uint256 fairProvider = vault.convertToAssets(vault.balanceOf(provider));
    // All of the rest in one block.
    uint256 premium = _buy(vault, attacker, id2, 100e18);
    uint256 shares = vault.balanceOf(attacker);
    vm.prank(attacker);
    uint256 exit = vault.guaranteedExit(shares, attacker, attacker);
    uint256 payout = _sell(vault, attacker, id2, 100e18);
    _tick();
    assertLe(exit + payout - premium, fairAttacker);
    assertGe(vault.convertToAssets(vault.balanceOf(provider)), fairProvider);
  }

  function test_O2_LastRiskCharge_IsReleasedWithTheLock() public {
    IOptionVault vault = putVault;
    uint256 expiry = _expiry(28);
    _deposit(vault, provider, 1_000_000e6);
    vault.openExpiry(expiry);
    SeriesId id = _atTheMoneySeries(vault, expiry);
    _tick();
    _buy(vault, buyer, id, 400e18);
    vault.tighten(VaultState.SettleOnly);
    _fixExpiry(expiry, 2500e18);
    vault.settle(expiry);
    uint256 shares = vault.balanceOf(provider);
    vm.prank(provider);
    uint256 exit = vault.guaranteedExit(shares, provider, provider);
    assertGt(exit, 0);
    assertLt(vault.accounts().held, 1e6);
  }

  function test_S1_StarvedOfGas_TotalAssetsAnswersRightOrNotAtAll() public {
    IOptionVault vault = putVault;
    uint256 expiry = _expiry(28);
    _deposit(vault, provider, 1_000_000e6);
    vault.openExpiry(expiry);
    SeriesId id = _atTheMoneySeries(vault, expiry);
    _tick();
    _buy(vault, buyer, id, 400e18);
    _tick();
    uint256 nav = vault.totalAssets();
    for (uint256 gas_ = 60_000; gas_ < 700_000; gas_ += 5_000) {
      try vault.totalAssets{gas: gas_}() returns (uint256 said) {
        assertEq(said, nav);
      } catch {}
    }
  }

  function test_A13_DustInEveryStrike_LeavesRoomForTheCalendar() public {
    IOptionVault vault = putVault;
    _deposit(vault, provider, 1_000_000e6);
    uint256[4] memory days_ = [uint256(7), 14, 21, 28];
    for (uint256 i; i < 4; ++i) {
      vault.openExpiry(_expiry(days_[i]));
      (uint256[] memory strikes, ) = vault.strikesOf(_expiry(days_[i]));
      for (uint256 j; j < strikes.length; ++j) _buy(vault, attacker, toSeriesId(_expiry(days_[i]), strikes[j]), 0.1e18);
    }
    _tick();
    _setSpot(2900e18);
    for (uint256 i; i < 4; ++i) {
      try vault.relist(_expiry(days_[i])) {} catch {}
    }
    assertEq(vault.openExpiry(_expiry(1)).length, 8);
    assertEq(vault.openExpiry(_expiry(2)).length, 8);
  }
}
