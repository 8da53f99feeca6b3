// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";

/// @notice settleAccount: what an account owes at the vault's price, once, by anyone, in any order.
contract SettlementTest is MarginFixture {
  uint256 internal later;

  function setUp() public override {
    super.setUp();
    later = _expiry(14);
    putVault.openExpiry(later);
    _pledge(hers, putVault, 200_000e6);
    _pledge(his, putVault, 200_000e6);
    _pledge(hers, callVault, 100e18);
  }

  function _settleVault(IOptionVault vault, uint256 price) private {
    _fixExpiry(expiry, price);
    vault.settle(expiry);
  }

  function test_Settle_ShortOwesAndLongGets() public {
    _write(hers, putVault, id, 10e18);
    _purchase(his, putVault, id, 4e18);
    (uint256 her, uint256 his_) = (_shareOf(hers, putVault), _shareOf(his, putVault));
    uint256 price = id.strikeOf() - 150e18;
    _settleVault(putVault, price);
    vm.expectEmit();
    emit IMarginEngine.PositionsSettled(hers, putVault, expiry, 1_500e6);
    vm.prank(stranger);
    assertEq(engine.settleAccount(hers, putVault, expiry), 1_500e6);
    vm.prank(stranger);
    assertEq(engine.settleAccount(his, putVault, expiry), -600e6);
    assertEq(_shareOf(hers, putVault), her - 1_500e6);
    assertEq(_shareOf(his, putVault), his_ + 600e6);
    assertEq(engine.accountOf(hers).positions.length, 0);
    assertEq(putVault.accounts().pledged, her + his_ - 900e6);
    _assertSound(putVault);
  }

  function test_Settle_InTheOtherOrder_TheSame() public {
    _write(hers, putVault, id, 10e18);
    _purchase(his, putVault, id, 4e18);
    _settleVault(putVault, id.strikeOf() - 150e18);
    assertEq(engine.settleAccount(his, putVault, expiry), -600e6);
    uint256 share = _shareOf(his, putVault);
    vm.prank(bob);
    assertEq(engine.withdraw(his, putVault, type(uint256).max, bob), share);
    assertEq(engine.settleAccount(hers, putVault, expiry), 1_500e6);
    uint256 left = _shareOf(hers, putVault);
    vm.prank(alice);
    assertEq(engine.withdraw(hers, putVault, type(uint256).max, alice), left);
    assertEq(putVault.accounts().pledged, 0);
  }

  /// Until the account itself is settled, its share covers what it owes: nobody withdraws what has left the pledge.
  function test_M5_Settle_WhatIsOwedCannotBeWithdrawnBefore() public {
    _write(hers, putVault, id, 10e18);
    uint256 needed = _neededOf(hers, putVault);
    _settleVault(putVault, 1e18);
    (uint256 share, uint256 still) = _pledgeOf(hers, putVault);
    assertEq(still, needed);
    _refused(
      hers,
      abi.encodeCall(engine.withdraw, (hers, putVault, share - needed + 1, alice)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, putVault, needed - 1, needed)
    );
    vm.prank(alice);
    engine.withdraw(hers, putVault, share - needed, alice);
    assertEq(engine.settleAccount(hers, putVault, expiry), int256(needed - 10e6));
  }

  function test_Settle_CallsPayInTheUnderlying() public {
    _write(hers, callVault, callId, 10e18);
    uint256 strike = callId.strikeOf();
    uint256 price = strike + 333e18;
    _fixExpiry(expiry, price);
    callVault.settle(expiry);
    uint256 owed = (10e18 * 333e18 + price - 1) / price;
    assertEq(engine.settleAccount(hers, callVault, expiry), int256(owed));
    _assertSound(callVault);
  }

  function test_Settle_OneRoundingForTheSum() public {
    SeriesId low = _series(putVault, 3);
    _trade(hers, putVault, _two(_leg(id, -1.01e18), _leg(low, 0.57e18)));
    // Eight decimals of the aggregator: 1.01·(strike − P) and 0.57·(low − P) are no whole millionths.
    uint256 price = low.strikeOf() - 12.34567891e18;
    _settleVault(putVault, price);
    uint256 exact = 101 * (id.strikeOf() - price) - 57 * (low.strikeOf() - price);
    assertEq(engine.settleAccount(hers, putVault, expiry), int256((exact + 1e14 - 1) / 1e14));
  }

  function test_Settle_LeavesOtherExpiriesAndVaults() public {
    _write(hers, putVault, id, 10e18);
    SeriesId next = _seriesAt(putVault, later, 3);
    _write(hers, putVault, next, 5e18);
    _write(hers, callVault, callId, 5e18);
    _settleVault(putVault, 1e18);
    engine.settleAccount(hers, putVault, expiry);
    assertEq(_positionOf(hers, next), 5e18);
    assertEq(_positionOf(hers, callId), 5e18);
    assertEq(_neededOf(hers, putVault), (5 * next.strikeOf()) / 1e12);
    assertGe(_shareOf(hers, putVault), _neededOf(hers, putVault));
  }

  /// With nothing to spare the rest still covers the other expiry: nothing that settles is ever refused.
  function test_Settle_WithNothingToSpare() public {
    _write(hers, putVault, id, 10e18);
    _trade(
      hers,
      putVault,
      _two(_leg(_seriesAt(putVault, later, 3), -7.77e18), _leg(_seriesAt(putVault, later, 2), 3.33e18))
    );
    vm.prank(alice);
    engine.withdraw(hers, putVault, type(uint256).max, alice);
    _settleVault(putVault, 1e16);
    engine.settleAccount(hers, putVault, expiry);
    (uint256 share, uint256 needed) = _pledgeOf(hers, putVault);
    assertGe(share, needed);
    assertLe(share - needed, 0.2e6);
    _assertSound(putVault);
  }

  function test_Settle_AnEmptiedAccountVanishes() public {
    _write(hers, putVault, id, 10e18);
    vm.prank(alice);
    engine.withdraw(hers, putVault, type(uint256).max, alice);
    _settleVault(putVault, 0.01e18);
    engine.settleAccount(hers, putVault, expiry);
    vm.prank(alice);
    engine.withdraw(hers, putVault, type(uint256).max, alice);
    assertEq(engine.accountOf(hers).pledges.length, 1);
    assertEq(address(engine.accountOf(hers).pledges[0].vault), address(callVault));
  }

  function test_M4_SettleNeedsNoOracle() public {
    _write(hers, putVault, id, 10e18);
    _settleVault(putVault, 1500e18);
    _killFeed();
    _shut(putVault, uint8(VaultState.SettleOnly));
    engine.settleAccount(hers, putVault, expiry);
    vm.prank(alice);
    engine.withdraw(hers, putVault, type(uint256).max, alice);
  }

  /// What all accounts hold cancels out and nobody else holds any: the vault makes room without a price, accounts end
  /// at the market's.
  function test_Settle_WhereTheVaultNeededNoPrice() public {
    _write(hers, putVault, id, 10e18);
    _purchase(his, putVault, id, 10e18);
    uint256 pledged = putVault.accounts().pledged;
    vm.warp(expiry - 30 minutes);
    _setSpot(1500e18);
    uint80 start = aggregator.latestRoundId();
    vm.warp(expiry + 1);
    vm.roll(block.number + 100);
    bytes memory notSettled = abi.encodeWithSelector(IMarginEngine.NotSettled.selector, putVault, expiry);
    _refused(hers, abi.encodeCall(engine.settleAccount, (hers, putVault, expiry)), notSettled);
    putVault.settle(expiry);
    assertEq(putVault.settledPrice(expiry), 0);
    _refused(hers, abi.encodeCall(engine.settleAccount, (hers, putVault, expiry)), notSettled);
    expiryPrice.prove(expiry, start, 0, 512);
    int256 owed = engine.settleAccount(hers, putVault, expiry);
    assertEq(owed, int256((10 * (id.strikeOf() - 1500e18)) / 1e12));
    assertEq(engine.settleAccount(his, putVault, expiry), -owed);
    assertEq(putVault.accounts().pledged, pledged);
    assertEq(_shareOf(hers, putVault) + _shareOf(his, putVault), pledged);
    _assertSound(putVault);
  }

  function test_Settle_RevertWhen_TheVaultHasNotSettled() public {
    _write(hers, putVault, id, 10e18);
    bytes memory notSettled = abi.encodeWithSelector(IMarginEngine.NotSettled.selector, putVault, expiry);
    _refused(hers, abi.encodeCall(engine.settleAccount, (hers, putVault, expiry)), notSettled);
    _fixExpiry(expiry, 1500e18);
    // The market's price is fixed, but the pledge has not moved yet.
    _refused(hers, abi.encodeCall(engine.settleAccount, (hers, putVault, expiry)), notSettled);
  }

  function test_Settle_RevertWhen_NothingIsLeftToSettle() public {
    _write(hers, putVault, id, 10e18);
    _settleVault(putVault, 1500e18);
    engine.settleAccount(hers, putVault, expiry);
    bytes memory nothing = abi.encodeWithSelector(IMarginEngine.NothingToSettle.selector, hers, putVault, expiry);
    _refused(hers, abi.encodeCall(engine.settleAccount, (hers, putVault, expiry)), nothing);
    nothing = abi.encodeWithSelector(IMarginEngine.NothingToSettle.selector, his, putVault, expiry);
    _refused(his, abi.encodeCall(engine.settleAccount, (his, putVault, expiry)), nothing);
  }

  function test_Settle_RevertWhen_ItIsNoExpiry() public {
    _write(hers, putVault, id, 10e18);
    _settleVault(putVault, 1500e18);
    uint256[2] memory strange = [expiry - 1, expiry % 1 days];
    for (uint256 i; i < 2; ++i) {
      _refused(
        hers,
        abi.encodeCall(engine.settleAccount, (hers, putVault, strange[i])),
        abi.encodeWithSelector(IMarginEngine.NotSettled.selector, putVault, strange[i])
      );
    }
  }

  /// Past its expiry and not settled yet, tokens still come and go, and positions still move; then nothing does.
  function test_AfterExpiry_TokensComeAndGoUntilTheVaultSettles() public {
    _write(hers, putVault, id, 10e18);
    _purchase(hers, putVault, _series(putVault, 2), 10e18);
    vm.warp(expiry - 30 minutes);
    _setSpot(1500e18);
    uint80 start = aggregator.latestRoundId();
    vm.warp(expiry + 1);
    vm.roll(block.number + 100);
    vm.startPrank(alice);
    engine.issue(hers, putVault, _series(putVault, 2), 4e18, alice);
    puts.setOperator(address(engine), true);
    engine.surrender(hers, putVault, _series(putVault, 2), 4e18);
    vm.stopPrank();
    expiryPrice.prove(expiry, start, 0, 512);
    SeriesId low = _series(putVault, 2);
    putVault.settle(expiry);
    _refused(
      hers,
      abi.encodeCall(engine.issue, (hers, putVault, low, 4e18, alice)),
      abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, expiry)
    );
    engine.settleAccount(hers, putVault, expiry);
    _assertSound(putVault);
  }

  /// A series that leaves the ladder and comes back is the same to an account.
  function test_ARelistedSeriesIsTheSameToAnAccount() public {
    _write(hers, putVault, id, 1e18);
    _purchase(his, putVault, id, 1e18);
    _moveSpot(900e18);
    putVault.relist(expiry);
    assertFalse(putVault.isListed(id));
    _refused(
      hers,
      abi.encodeCall(engine.trade, (hers, putVault, _one(_leg(id, 1e18)), type(int256).max, FOREVER)),
      abi.encodeWithSelector(IOptionVault.SeriesNotListed.selector, id)
    );
    _moveSpot(2000e18);
    putVault.relist(expiry);
    assertTrue(putVault.isListed(id));
    _purchase(hers, putVault, id, 1e18);
    _write(his, putVault, id, 1e18);
    assertEq(engine.accountOf(hers).positions.length, 0);
    _assertSound(putVault);
  }

  function _moveSpot(uint256 price) private {
    _pass(1 hours);
    _setSpot(price);
    _deliver(VOLATILITY);
  }
}
