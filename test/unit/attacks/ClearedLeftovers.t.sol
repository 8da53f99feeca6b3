// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CLEARED_FLAGS} from "../../../contracts/types/Book.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";

/// @notice What stays behind where accounts have closed, and what of one account's stands in another's way.
contract ClearedLeftoversTest is MarginFixture {
  function _everybodyLeaves() private {
    uint256 shares = putVault.balanceOf(provider);
    vm.prank(provider);
    putVault.redeem(shares, provider, provider);
  }

  // Flags

  function _writeRelistClose() private {
    _pledge(hers, putVault, 100_000e6);
    _write(hers, putVault, id, 1e18);
    _setSpot(2400e18);
    _tick();
    putVault.relist(expiry);
    _setSpot(2000e18);
    _tick();
    _purchase(hers, putVault, id, 1e18);
    _tick();
    assertEq(_clearing(putVault).clearedLock(), 0);
    assertEq(putVault.accounts().lock, 0);
  }

  function test_AfterRelisting_AClosedBookSaysThatItIsEmpty() public {
    _writeRelistClose();
    assertEq(putVault.book().expiries & CLEARED_FLAGS, 0, "the flag stays where accounts have no lots");
  }

  function test_AfterRelisting_AnEmptyVaultTakesItsNextFirstDeposit() public {
    _writeRelistClose();
    _everybodyLeaves();
    _tick();
    assertEq(putVault.totalSupply(), 0);
    assertGt(_deposit(putVault, stranger, 20_000e6), 0);
  }

  function test_AfterRelisting_AnEmptyExpiryMakesRoomWithoutAPrice_Calls() public {
    _pledge(hers, callVault, 100e18);
    _write(hers, callVault, callId, 1e18);
    _setSpot(2400e18);
    _tick();
    callVault.relist(expiry);
    _setSpot(2000e18);
    _tick();
    _purchase(hers, callVault, callId, 1e18);
    assertEq(callVault.accounts().lock, 0);
    vm.warp(expiry + 1);
    // Nobody has proven a price, and nobody has anything in it.
    callVault.settle(expiry);
  }

  // What the last charge held back

  function test_AnEmptyBookHoldsNothingBack_WhereTokensEndedIt() public {
    _buy(putVault, buyer, id, 100e18);
    _pledge(hers, putVault, 300_000e6);
    _write(hers, putVault, id, 100e18);
    vm.prank(buyer);
    puts.transfer(alice, SeriesId.unwrap(id), 100e18);
    vm.startPrank(alice);
    puts.setOperator(address(engine), true);
    engine.surrender(hers, putVault, id, 100e18);
    vm.stopPrank();
    (uint256 held, uint256 lock) = (putVault.accounts().recentCharge, putVault.accounts().lock);
    assertEq(lock, 0);
    assertEq(putVault.totalSupply() - putVault.balanceOf(provider), 0);
    assertEq(held, 0, "an empty book's exit still holds back a charge");
  }

  // Ways out

  /// @dev What an account closes makes the vault no longer than it could become; others' shorts are no reason to refuse it.
  function test_ALongAccountSells_WhateverOthersAreShort() public {
    _pledge(hers, putVault, 100_000e6);
    _pledge(his, putVault, 9_000_000e6);
    SeriesId low = _series(putVault, 2);
    _purchase(hers, putVault, low, 10e18);
    for (uint256 i; i < 40; ++i) {
      vm.prank(bob);
      try engine.trade(his, putVault, _one(_leg(id, -100e18)), type(int256).max, FOREVER) {} catch {
        break;
      }
    }
    _tick();
    _setSpot(1960e18);
    _tick();
    _write(hers, putVault, low, 10e18);
  }

  /// @dev A holder of tokens sells back in every state but the last; whoever has brought his into an account gets them out again to do so.
  function test_ALongAccountGetsOut_WhereOthersAreShortInTheSameSeries() public {
    _pledge(his, putVault, 2_000_000e6);
    _write(his, putVault, id, 300e18);
    _buy(putVault, alice, id, 10e18);
    vm.startPrank(alice);
    puts.setOperator(address(engine), true);
    engine.surrender(hers, putVault, id, 10e18);
    vm.stopPrank();
    _shut(putVault, uint8(VaultState.CloseOnly));
    _tick();
    vm.prank(alice);
    try engine.trade(hers, putVault, _one(_leg(id, -10e18)), type(int256).max, FOREVER) {
      return;
    } catch (bytes memory reason) {}
    vm.prank(alice);
    try engine.issue(hers, putVault, id, 10e18, alice) {
      _sell(putVault, alice, id, 10e18);
      return;
    } catch (bytes memory reason) {}
    assertTrue(false, "neither sold nor issued");
  }
}
