// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice settle and redeemOptions: once, in full, for everyone, at any later time, in every state.
contract SettlementTest is OpenVaultFixture {
  function setUp() public override {
    super.setUp();
    _buyLadder(putVault, 3e18);
    _buyLadder(callVault, 3e18);
  }

  function _buyLadder(IOptionVault vault, uint256 quantity) private {
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    for (uint256 i = 1; i + 1 < strikes.length; ++i) {
      vm.prank(buyer);
      vault.buy(toSeriesId(expiry, strikes[i]), quantity, FOREVER, buyer, FOREVER);
    }
  }

  function test_RevertWhen_PriceNotFixed() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryPriceNotFixed.selector, expiry));
    putVault.settle(expiry);
    vm.warp(expiry + 1 days);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryPriceNotFixed.selector, expiry));
    putVault.settle(expiry);
  }

  function test_RevertWhen_NotLive() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, expiry + 1));
    putVault.settle(expiry + 1);
  }

  function test_RevertWhen_SettledTwice() public {
    _fixExpiry(expiry, 1800e18);
    putVault.settle(expiry);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, expiry));
    putVault.settle(expiry);
  }

  function test_T1_RevertWhen_RedeemedBeforeSettlement() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotSettled.selector, expiry));
    vm.prank(buyer);
    putVault.redeemOptions(id, 1e18, buyer, buyer);
  }

  function test_RevertWhen_NothingRedeemedOrMoreThanHeld() public {
    _fixExpiry(expiry, 1800e18);
    putVault.settle(expiry);
    vm.startPrank(buyer);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    putVault.redeemOptions(id, 0, buyer, buyer);
    vm.expectRevert(
      abi.encodeWithSelector(ERC6909.ERC6909InsufficientBalance.selector, buyer, 3e18, 4e18, SeriesId.unwrap(id))
    );
    putVault.redeemOptions(id, 4e18, buyer, buyer);
    vm.stopPrank();
  }

  function test_G1_RevertWhen_RedeemedByAStranger() public {
    _fixExpiry(expiry, 1800e18);
    putVault.settle(expiry);
    vm.expectPartialRevert(ERC6909.ERC6909InsufficientAllowance.selector);
    vm.prank(stranger);
    putVault.redeemOptions(id, 1e18, buyer, stranger);
  }

  function test_S3_SettlementMovesNeitherRiskCapitalNorFreeCollateral() public {
    _fixExpiry(expiry, 1800e18);
    IOptionVault.Accounts memory before = putVault.accounts();
    uint256 owed = putVault.settle(expiry);
    IOptionVault.Accounts memory books = putVault.accounts();
    assertEq(books.riskCapital, before.riskCapital);
    assertEq(books.held, before.held);
    assertEq(books.reserve, before.reserve + owed);
    assertEq(books.lock, 0);
    assertEq(putVault.settledPrice(expiry), 1800e18);
    assertEq(putVault.expiries().length, 0);
  }

  /// @dev Redemptions round down, each, so that one rounding of the sum covers them all.
  function test_Settle_RoundsTheSumUp() public {
    uint256 price = 2100.00000007e18;
    (uint256[] memory strikes, int256[] memory nets) = callVault.strikesOf(expiry);
    uint256 sum;
    for (uint256 i; i < strikes.length; ++i) {
      if (strikes[i] < price) sum += uint256(nets[i]) * (price - strikes[i]);
    }
    _fixExpiry(expiry, price);
    assertEq(callVault.settle(expiry), (sum + price - 1) / price);
  }

  function test_S3_SettlementMovesNoSharePrice() public {
    _fixExpiry(expiry, 1800e18);
    _setSpot(1800e18);
    _deliver(VOLATILITY);
    int256 before = _navPerShare(putVault);
    putVault.settle(expiry);
    // What the sum rounded up: one unit a series.
    assertApproxEqAbs(_navPerShare(putVault), before, (8 * 1e24) / putVault.totalSupply() + 1);
  }

  function test_O2_SettlesAndRedeemsInEveryStateWithADeadFeed() public {
    _shut(putVault, uint8(VaultState.SettleOnly));
    _fixExpiry(expiry, 1500e18);
    _killFeed();
    putVault.settle(expiry);
    vm.prank(buyer);
    assertEq(putVault.redeemOptions(id, 3e18, buyer, buyer), (3 * (id.strikeOf() - 1500e18)) / 1e12);
  }

  function test_Redeem_OutOfTheMoneyBurnsForNothing() public {
    _fixExpiry(expiry, 3000e18);
    assertEq(putVault.settle(expiry), 0);
    vm.prank(buyer);
    assertEq(putVault.redeemOptions(id, 3e18, buyer, buyer), 0);
    assertEq(puts.totalSupply(SeriesId.unwrap(id)), 0);
  }

  function testFuzz_I1_I2_PutLadderPaidInFull(uint256 price, uint256 split) public {
    _checkPaidInFull(putVault, price, split);
  }

  function testFuzz_I1_I2_CallLadderPaidInFull(uint256 price, uint256 split) public {
    _checkPaidInFull(callVault, price, split);
  }

  /// @dev At any price: owed ≤ lock freed, every claim paid in any slices, and at most a unit a claim left over.
  function _checkPaidInFull(IOptionVault vault, uint256 price, uint256 split) private {
    price = bound(price, 1, 1_000_000e8) * 1e10;
    split = bound(split, 1, 299);
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    uint256 lock = vault.accounts().lock;
    _fixExpiry(expiry, price);
    uint256 owed = vault.settle(expiry);
    assertLe(owed * vault.scale(), lock, "I1");

    uint256 paid;
    vm.startPrank(buyer);
    for (uint256 i = 1; i + 1 < strikes.length; ++i) {
      SeriesId series = toSeriesId(expiry, strikes[i]);
      paid += vault.redeemOptions(series, split * 0.01e18, buyer, buyer);
      paid += vault.redeemOptions(series, 3e18 - split * 0.01e18, buyer, buyer);
    }
    vm.stopPrank();
    assertLe(paid, owed, "I2");
    assertLe(owed - paid, 2 * strikes.length, "rounding");
    assertEq(vault.accounts().reserve, owed - paid);
  }
}
