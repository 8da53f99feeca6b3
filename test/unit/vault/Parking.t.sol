// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {ISolvencyLens} from "../../../contracts/interfaces/ISolvencyLens.sol";
import {SolvencyLens} from "../../../contracts/risk/SolvencyLens.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice Parked series: where their lock goes, what holders get, what nobody gains by it.
contract ParkingTest is FarExpiryFixture {
  uint256 private constant DUST = 0.1e18;
  /// @dev What a party may gain of a vault by parking others' or its own dust, WAD.
  uint256 private constant MOST_GAIN = 0.0025e18;

  uint256 private expiry;

  function setUp() public override {
    super.setUp();
    _deposit(vault, provider, STAKE);
    expiry = _expiry(21);
    vault.openExpiry(expiry);
    _tick();
  }

  /// @dev `quantity` of every listed strike that can be bought.
  function _buyAll(uint256 quantity) private returns (uint256 count) {
    (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(expiry);
    usdc.mint(attacker, STAKE);
    vm.startPrank(attacker);
    usdc.approve(address(vault), FOREVER);
    for (uint256 i; i < strikes.length; ++i) {
      if (nets[i] != 0) continue;
      try vault.buy(toSeriesId(expiry, strikes[i]), quantity, FOREVER, attacker, FOREVER) {
        ++count;
      } catch {}
    }
    vm.stopPrank();
    _tick();
  }

  function _relistAt(uint256 spot) private {
    _spotAt(spot);
    vault.relist(expiry);
  }

  function _parkedCount() private view returns (uint256) {
    (uint256[] memory strikes, ) = vault.parkedOf(expiry);
    return strikes.length;
  }

  /// @dev Token units.
  function _parkedLock() private view returns (uint256 lock) {
    (uint256[] memory strikes, int256[] memory nets) = vault.parkedOf(expiry);
    for (uint256 i; i < strikes.length; ++i) lock += (strikes[i] * uint256(nets[i])) / 1e30;
  }

  function _checkLens() private {
    IOptionVault[] memory vaults = new IOptionVault[](1);
    vaults[0] = vault;
    SolvencyLens lens = new SolvencyLens();
    ISolvencyLens.VaultSolvency memory s = lens.solvencyOf(vaults, new ISolvencyLens.SettledSeries[](0))[0];
    assertTrue(s.lockCovered && s.reserveCovers && s.balanceCovers && s.supplyMatches);
    assertEq(s.worstCase, s.accounts.lock);
    assertEq(s.parked, _parkedLock());
  }

  // Where it goes

  function test_I1_I6_Parking_MovesTheFullLockIntoTheReserve() public {
    assertGt(_buyAll(DUST), 4);
    _spotAt(2900e18);
    IOptionVault.Accounts memory before = vault.accounts();
    uint256 free = vault.capital().collateral - before.lock;
    (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(expiry);
    SeriesId lowest;
    for (uint256 i; i < strikes.length && SeriesId.unwrap(lowest) == 0; ++i) {
      if (nets[i] != 0) lowest = toSeriesId(expiry, strikes[i]);
    }
    vm.expectEmit(address(vault));
    emit IOptionVault.SeriesParked(lowest, DUST);
    vault.relist(expiry);

    IOptionVault.Accounts memory books = vault.accounts();
    uint256 parked = _parkedLock();
    assertGt(_parkedCount(), 3);
    assertEq(books.reserve, before.reserve + parked);
    assertEq(books.lock, before.lock - parked * 1e12);
    assertEq(books.held, before.held);
    assertEq(books.feesOwed, before.feesOwed);
    assertEq(vault.capital().collateral - books.lock, free, "the guaranteed exit's part");
    assertFalse(vault.isListed(lowest));
    assertEq(vault.netOf(lowest), 0);
    _checkLens();
  }

  function test_RevertWhen_SellingAParkedSeries() public {
    _buyAll(DUST);
    _relistAt(2900e18);
    (uint256[] memory strikes, ) = vault.parkedOf(expiry);
    SeriesId id = toSeriesId(expiry, strikes[0]);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SeriesNotListed.selector, id));
    vm.prank(attacker);
    vault.sell(id, DUST, 0, attacker, attacker, FOREVER);
  }

  /// @dev The market comes back: the ladder has the strikes again, with what is held.
  function test_I1_I6_BackInTheLadder_IsListedAndTradesAgain() public {
    _buyAll(DUST);
    IOptionVault.Accounts memory before = vault.accounts();
    _relistAt(2900e18);
    (uint256[] memory strikes, ) = vault.parkedOf(expiry);
    SeriesId id = toSeriesId(expiry, strikes[strikes.length - 1]);
    uint256 count = strikes.length;
    _spotAt(2000e18);
    vm.expectEmit(true, false, false, false, address(vault));
    emit IOptionVault.SeriesUnparked(id, DUST);
    vault.relist(expiry);
    assertLt(_parkedCount(), count);
    assertEq(vault.netOf(id), int256(DUST));
    IOptionVault.Accounts memory books = vault.accounts();
    assertEq(books.lock / 1e12 + books.reserve, before.lock / 1e12 + before.reserve);
    assertEq(books.reserve, before.reserve + _parkedLock());
    _checkLens();
    _sell(vault, attacker, id, DUST);
    _checkLens();
  }

  function test_OpenInterestAboveDust_StaysListed() public {
    _buyAll(4 * DUST + 0.01e18);
    (, int256[] memory nets) = vault.strikesOf(expiry);
    uint256 held;
    for (uint256 i; i < nets.length; ++i) if (nets[i] != 0) ++held;
    _relistAt(2900e18);
    assertEq(_parkedCount(), 0);
    uint256 kept;
    (, nets) = vault.strikesOf(expiry);
    for (uint256 i; i < nets.length; ++i) if (nets[i] != 0) ++kept;
    assertEq(kept, held);
  }

  /// @dev In a small vault the smallest order is no dust.
  function test_ASmallVaultsOrders_StayListed() public {
    IOptionVault small = _deployed(OptionKind.Put, usdc, 8e18, 0.15e18);
    _deposit(small, provider, 100_000e6);
    small.openExpiry(expiry);
    _tick();
    (uint256[] memory strikes, ) = small.strikesOf(expiry);
    for (uint256 i = 2; i < 6; ++i) _buy(small, attacker, toSeriesId(expiry, strikes[i]), DUST);
    _spotAt(2900e18);
    small.relist(expiry);
    (strikes, ) = small.parkedOf(expiry);
    assertEq(strikes.length, 0);
  }

  /// @dev Through a market that runs away, with as much in each series as still is dust.
  function test_A25_Parking_StaysWithinItsBounds() public {
    uint256[4] memory path = [uint256(2700e18), 3600e18, 4800e18, 6400e18];
    for (uint256 i; i < 4; ++i) {
      _buyAll(0.3e18);
      _relistAt(path[i]);
      assertLe(_parkedCount(), 16);
      assertLe(_parkedLock() * 1e12, (vault.assess().capital.actual * 15) / 1000);
      _checkLens();
    }
    assertEq(_parkedCount(), 16, "the bound was reached");
    (, int256[] memory nets) = vault.strikesOf(expiry);
    assertNotEq(nets[0], 0, "the rest stays listed");
  }

  // What holders get

  function testFuzz_I2_SettlesAndPaysAsIfListed(uint256 price) public {
    price = bound(price, 100e18, 6000e18);
    price -= price % 1e10;
    _buyAll(DUST);
    _relistAt(2900e18);
    _buyAll(DUST);
    (uint256[] memory strikes, ) = vault.parkedOf(expiry);
    (uint256[] memory listed, int256[] memory nets) = vault.strikesOf(expiry);
    uint256 lock = vault.accounts().lock / 1e12 + vault.accounts().reserve;
    _fixExpiry(expiry, price);
    uint256 owed = vault.settle(expiry);
    assertLe(owed, lock);
    assertEq(vault.accounts().reserve, owed);
    assertEq(vault.accounts().lock, 0);
    assertEq(_parkedCount(), 0);
    vm.startPrank(attacker);
    for (uint256 i; i < strikes.length; ++i) {
      uint256 due = strikes[i] > price ? ((strikes[i] - price) * DUST) / 1e30 : 0;
      assertEq(vault.redeemOptions(toSeriesId(expiry, strikes[i]), DUST, attacker, attacker), due);
    }
    for (uint256 i; i < listed.length; ++i) {
      if (nets[i] != 0) vault.redeemOptions(toSeriesId(expiry, listed[i]), uint256(nets[i]), attacker, attacker);
    }
    vm.stopPrank();
    assertLe(vault.accounts().reserve, strikes.length + listed.length, "rounding");
  }

  /// @dev Nothing is held in the book, something is parked: the expiry needs its price all the same.
  function test_RevertWhen_OnlyParkedSeriesWaitForThePrice() public {
    _buyAll(DUST);
    _relistAt(2900e18);
    _sellListed();
    assertEq(vault.accounts().lock, 0);
    assertGt(_parkedCount(), 0);
    vm.warp(expiry + 1);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryPriceNotFixed.selector, expiry));
    vault.settle(expiry);
  }

  function test_I2_OnlyParkedSeries_AreSettledAndPaid() public {
    _buyAll(DUST);
    _relistAt(1450e18);
    _sellListed();
    (uint256[] memory strikes, ) = vault.parkedOf(expiry);
    SeriesId id = toSeriesId(expiry, strikes[0]);
    _fixExpiry(expiry, 1500e18);
    uint256 owed = vault.settle(expiry);
    assertEq(vault.accounts().reserve, owed);
    vm.prank(attacker);
    assertEq(vault.redeemOptions(id, DUST, attacker, attacker), (strikes[0] - 1500e18) / 1e13);
  }

  function _sellListed() private {
    (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(expiry);
    for (uint256 i; i < strikes.length; ++i) {
      if (nets[i] != 0) _sell(vault, attacker, toSeriesId(expiry, strikes[i]), uint256(nets[i]));
    }
  }

  // What nobody gains

  function test_S3_ParkingMovesNoSharePrice() public {
    uint256[2] memory spots = [uint256(2900e18), 1450e18];
    _buyAll(DUST);
    for (uint256 i; i < 2; ++i) {
      uint256 snapshot = vm.snapshotState();
      _spotAt(spots[i]);
      Assessment memory before = vault.assess();
      uint256 leaving = vault.previewRedeem(vault.balanceOf(provider) / 4);
      vault.relist(expiry);
      Assessment memory found = vault.assess();
      assertGt(_parkedLock(), STAKE / 2000);
      // What is parked has no risk charge any more, nor any part in how risks add up.
      assertApproxEqRel(found.nav, before.nav, 0.0001e18);
      assertApproxEqRel(vault.previewRedeem(vault.balanceOf(provider) / 4), leaving, 0.0001e18);
      assertGe(found.band + 1e18, before.band);
      vm.revertToState(snapshot);
    }
  }

  /// @dev All parked dust ends worthless: that is when most comes back.
  function test_S2_WhoComesWhileSeriesAreParked_GainsNothing() public {
    _buyAll(0.3e18);
    _relistAt(2900e18);
    uint256 parked = _parkedLock();
    assertGt(parked, STAKE / 250);
    _sellListed();
    _tick();
    uint256 shares = _deposit(vault, victim, STAKE);
    _fixExpiry(expiry, 2900e18);
    vault.settle(expiry);
    _deliver(VOLATILITY);
    assertLe(vault.convertToAssets(shares), STAKE);
    // At most what the band and the options' value came to: they paid nearly what it was worth.
    assertGe(vault.convertToAssets(shares), (STAKE * 999) / 1000);
  }

  /// @dev Half of the vault leaves, with dust parked just before or not. What those who stay gain by it in the end.
  function test_A13_WhoParksBeforeOthersLeave_GainsUnderAQuarterPerCent() public {
    uint256[2] memory spots = [uint256(2900e18), 1450e18];
    uint256 shares = _deposit(vault, victim, STAKE);
    _tick();
    _buyAll(0.3e18);
    for (uint256 i; i < 2; ++i) {
      (uint256 stayed, uint256 left) = (_stayersWorth(spots[i], false, shares), _stayersWorth(spots[i], true, shares));
      emit log_named_decimal_uint("not parked", stayed, 6);
      emit log_named_decimal_uint("parked", left, 6);
      assertLe(left, stayed + (2 * STAKE * MOST_GAIN) / WAD);
    }
  }

  function _stayersWorth(uint256 spot, bool parks, uint256 shares) private returns (uint256 worth) {
    uint256 snapshot = vm.snapshotState();
    _spotAt(spot);
    if (parks) {
      vault.relist(expiry);
      assertGt(_parkedLock(), STAKE / 250);
    }
    vm.prank(victim);
    vault.redeem(shares, victim, victim);
    _fixExpiry(expiry, spot);
    vault.settle(expiry);
    _deliver(VOLATILITY);
    worth = vault.convertToAssets(vault.balanceOf(provider));
    vm.revertToState(snapshot);
  }

  /// @dev Dust that ends far in the money is parked; somebody as large as the vault comes. What the holders gain by his coming then.
  function test_A13_WhoParksBeforeOthersCome_GainsUnderAQuarterPerCent() public {
    uint256[2] memory spots = [uint256(2900e18), 1350e18];
    _buyAll(0.3e18);
    for (uint256 i; i < 2; ++i) {
      (uint256 plain, uint256 parked) = (_holdersWorth(spots[i], false), _holdersWorth(spots[i], true));
      emit log_named_decimal_uint("not parked", plain, 6);
      emit log_named_decimal_uint("parked", parked, 6);
      assertLe(parked, plain + (STAKE * MOST_GAIN) / WAD);
    }
  }

  function _holdersWorth(uint256 spot, bool parks) private returns (uint256 worth) {
    uint256 snapshot = vm.snapshotState();
    _spotAt(spot);
    if (parks) {
      vault.relist(expiry);
      assertGt(_parkedLock(), STAKE / 250);
    }
    _deposit(vault, victim, STAKE);
    _fixExpiry(expiry, spot);
    vault.settle(expiry);
    _deliver(VOLATILITY);
    worth = vault.convertToAssets(vault.balanceOf(provider));
    vm.revertToState(snapshot);
  }

  /// @dev From the averaging window on nobody leaves at NAV, as with open interest in the book.
  function test_A10_RevertWhen_LeavingWhileOnlyParkedSeriesAreBeingSettled() public {
    _buyAll(DUST);
    _relistAt(2900e18);
    _sellListed();
    _passFresh(expiry - 30 minutes - block.timestamp);
    assertEq(vault.maxRedeem(provider), 0);
    uint256 shares = vault.balanceOf(provider) / 2;
    vm.prank(provider);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SettlementPending.selector, expiry));
    vault.redeem(shares, provider, provider);
  }

  /// @dev All providers leave while series are parked: nobody deposits until they are settled, and what comes free is the fees'.
  function test_S5_WhatParkedSeriesFreeAfterTheLastProvider_IsNobodys() public {
    _buyAll(DUST);
    _relistAt(2900e18);
    _sellListed();
    uint256 shares = vault.balanceOf(provider);
    vm.prank(provider);
    vault.guaranteedExit(shares, provider, provider);
    usdc.mint(victim, STAKE);
    vm.startPrank(victim);
    usdc.approve(address(vault), STAKE);
    vm.expectRevert(IOptionVault.NoProviders.selector);
    vault.deposit(STAKE, victim);
    vm.stopPrank();
    uint256 parked = _parkedLock();
    _fixExpiry(expiry, 2900e18);
    uint256 owed = vault.settle(expiry);
    assertEq(owed, 0);
    assertGe(vault.accounts().feesOwed, parked);
    assertEq(vault.capital().collateral, 0);
    assertEq(IERC20(address(usdc)).balanceOf(address(vault)), vault.accounts().held);
  }

  // Call vaults

  function test_I1_I2_Calls_AreParkedAndPaidInUnderlying() public {
    IOptionVault calls = _deployed(OptionKind.Call, weth, 8e18, 0.15e18);
    _deposit(calls, provider, 500e18);
    calls.openExpiry(expiry);
    _tick();
    (uint256[] memory strikes, ) = calls.strikesOf(expiry);
    for (uint256 i = 2; i < 6; ++i) _buy(calls, attacker, toSeriesId(expiry, strikes[i]), DUST);
    IOptionVault.Accounts memory before = calls.accounts();
    _spotAt(2900e18);
    calls.relist(expiry);
    (strikes, ) = calls.parkedOf(expiry);
    assertGt(strikes.length, 0);
    assertEq(calls.accounts().reserve, before.reserve + strikes.length * DUST);
    _fixExpiry(expiry, 3000e18);
    calls.settle(expiry);
    vm.prank(attacker);
    uint256 paid = calls.redeemOptions(toSeriesId(expiry, strikes[0]), DUST, attacker, attacker);
    assertEq(paid, (DUST * (3000e18 - strikes[0])) / 3000e18);
  }
}
