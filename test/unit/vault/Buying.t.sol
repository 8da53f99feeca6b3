// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IBuyCallback} from "../../../contracts/interfaces/IBuyCallback.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {MalformedSeriesId, SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice buy, tradeWithCallback and quoteTrade: what goes through, and every refusal by name.
contract BuyingTest is OpenVaultFixture, IBuyCallback {
  uint256 private _short;

  function onPremiumDue(uint256 amount, bytes calldata) external {
    usdc.mint(msg.sender, amount - _short);
  }

  function _buyAs(SeriesId series, uint256 quantity, uint256 limit, uint256 deadline) private returns (uint256) {
    vm.prank(buyer);
    return putVault.buy(series, quantity, limit, buyer, deadline);
  }

  function test_WhenOpen_PaysTheQuoteRoundedUp() public {
    Quote memory quote = putVault.quoteTrade(id, 5e18);
    uint256 before = usdc.balanceOf(buyer);
    uint256 premium = _buyAs(id, 5e18, FOREVER, FOREVER);
    assertEq(premium, (quote.premium + 1e12 - 1) / 1e12);
    assertEq(before - usdc.balanceOf(buyer), premium);
    assertEq(puts.balanceOf(buyer, SeriesId.unwrap(id)), 5e18);
    assertEq(putVault.accounts().lock, quote.lockAfter);
    assertEq(putVault.accounts().recentCharge, quote.chargeAfter);
    assertEq(putVault.accounts().held, PUT_ASSETS + premium);
  }

  function test_WhenOpen_AtExactlyTheLimitAndTheDeadline() public {
    uint256 premium = (putVault.quoteTrade(id, 5e18).premium + 1e12 - 1) / 1e12;
    assertEq(_buyAs(id, 5e18, premium, block.timestamp), premium);
  }

  function test_WhenOpen_GivesTheOptionsToTheReceiver() public {
    vm.prank(buyer);
    putVault.buy(id, 1e18, FOREVER, stranger, FOREVER);
    assertEq(puts.balanceOf(stranger, SeriesId.unwrap(id)), 1e18);
  }

  function test_WhenOpen_CallbackPays() public {
    uint256 premium = uint256(putVault.tradeWithCallback(_alone(id, 1e18), address(this), buyer, buyer, ""));
    assertEq(usdc.balanceOf(address(putVault)), PUT_ASSETS + premium);
    assertEq(putVault.accounts().held, PUT_ASSETS + premium);
  }

  function test_RevertWhen_CallbackPaysShort() public {
    _short = 1;
    uint256 premium = (putVault.quoteTrade(id, 1e18).premium + 1e12 - 1) / 1e12;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.TransferShort.selector, premium, premium - 1));
    putVault.tradeWithCallback(_alone(id, 1e18), address(this), buyer, buyer, "");
  }

  function test_RevertWhen_DeadlinePassed() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.DeadlinePassed.selector, block.timestamp - 1, block.timestamp));
    _buyAs(id, 1e18, FOREVER, block.timestamp - 1);
  }

  function test_RevertWhen_PremiumAboveLimit() public {
    uint256 premium = (putVault.quoteTrade(id, 1e18).premium + 1e12 - 1) / 1e12;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.PremiumAboveLimit.selector, premium, premium - 1));
    _buyAs(id, 1e18, premium - 1, FOREVER);
  }

  function test_RevertWhen_OrderTooSmall() public {
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    _buyAs(id, 0, FOREVER, FOREVER);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.OrderTooSmall.selector, 0.09e18, 0.1e18));
    _buyAs(id, 0.09e18, FOREVER, FOREVER);
  }

  function test_RevertWhen_NotWholeLots() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotWholeLots.selector, 1e18 + 1, 0.01e18));
    _buyAs(id, 1e18 + 1, FOREVER, FOREVER);
  }

  function test_A24_RevertWhen_QuantityBeyondTheField() public {
    uint256 limit = 0x7fffffffff * 0.01e18;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.OrderTooLarge.selector, limit + 0.01e18, limit));
    _buyAs(id, limit + 0.01e18, FOREVER, FOREVER);
  }

  function test_A24_RevertWhen_IdHasStrayBits() public {
    uint256 stray = SeriesId.unwrap(id) | (1 << 200);
    vm.expectRevert(abi.encodeWithSelector(MalformedSeriesId.selector, stray));
    _buyAs(SeriesId.wrap(stray), 1e18, FOREVER, FOREVER);
  }

  function test_RevertWhen_StrikeNotListed() public {
    SeriesId off = toSeriesId(expiry, 12340e18);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SeriesNotListed.selector, off));
    _buyAs(off, 1e18, FOREVER, FOREVER);
  }

  function test_RevertWhen_StrikeOffTheTick() public {
    SeriesId off = toSeriesId(expiry, id.strikeOf() + 1);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SeriesNotListed.selector, off));
    _buyAs(off, 1e18, FOREVER, FOREVER);
  }

  function test_RevertWhen_ExpiryNotOpen() public {
    SeriesId other = toSeriesId(_expiry(14), id.strikeOf());
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, _expiry(14)));
    _buyAs(other, 1e18, FOREVER, FOREVER);
  }

  function test_A11_RevertWhen_CutOffReached() public {
    _passFresh(expiry - 1 hours - 13 - block.timestamp);
    vm.warp(expiry - 1 hours);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryClosed.selector, expiry, expiry - 1 hours));
    _buyAs(id, 1e18, FOREVER, FOREVER);
  }

  function test_RevertWhen_TenorBelowMinimum() public {
    _passFresh(expiry - 90 minutes - block.timestamp);
    vm.expectRevert(
      abi.encodeWithSelector(IOptionVault.TenorOutOfBounds.selector, expiry - block.timestamp, 2 hours, 60 days)
    );
    _buyAs(id, 1e18, FOREVER, FOREVER);
  }

  function test_RevertWhen_DeltaAboveMaximum() public {
    _setSpot(800e18);
    Quote memory quote = putVault.quoteTrade(id, 1e18);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.DeltaOutOfBounds.selector, quote.spotDelta, 0.02e18, 0.95e18));
    _buyAs(id, 1e18, FOREVER, FOREVER);
  }

  function test_RevertWhen_DeltaBelowMinimum() public {
    _setSpot(5000e18);
    Quote memory quote = putVault.quoteTrade(id, 1e18);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.DeltaOutOfBounds.selector, quote.spotDelta, 0.02e18, 0.95e18));
    _buyAs(id, 1e18, FOREVER, FOREVER);
  }

  function test_RevertWhen_UtilisationAboveLimit() public {
    uint256 quantity = 480e18;
    uint256 lock = (quantity * id.strikeOf()) / WAD;
    uint256 riskCapital = PUT_ASSETS * 1e12;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.UtilisationAboveLimit.selector, lock, riskCapital, 0.9e18));
    _buyAs(id, quantity, FOREVER, FOREVER);
  }

  function test_RevertWhen_LockAboveCollateral() public {
    vm.prank(buyer);
    vm.expectPartialRevert(IOptionVault.Insolvent.selector);
    putVault.buy(id, 100_000e18, FOREVER, buyer, FOREVER);
  }

  function test_RevertWhen_NoProviders() public {
    putVaultTight.openExpiry(expiry);
    vm.prank(buyer);
    vm.expectRevert(IOptionVault.NoProviders.selector);
    putVaultTight.buy(id, 1e18, FOREVER, buyer, FOREVER);
  }

  function test_RevertWhen_CloseOnly() public {
    _shut(putVault, uint8(VaultState.CloseOnly));
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.CloseOnly));
    _buyAs(id, 1e18, FOREVER, FOREVER);
  }

  function test_WhenGuarded_CostsMoreAndTakesATenthOfTheFreeCapacityAtMost() public {
    uint256 open = putVault.quoteTrade(id, 1e18).premium;
    _shut(putVault, uint8(VaultState.Guarded));
    assertGt(putVault.quoteTrade(id, 1e18).premium, open);

    uint256 share = (PUT_ASSETS * 1e12 * 9) / 100;
    uint256 most = ((share * WAD) / id.strikeOf() / 0.01e18) * 0.01e18;
    uint256 tooMuch = most + 0.01e18;
    uint256 added = (tooMuch * id.strikeOf()) / WAD;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.LockGrowthAboveLimit.selector, added, share));
    _buyAs(id, tooMuch, FOREVER, FOREVER);
    _buyAs(id, most, FOREVER, FOREVER);
  }

  function test_O1_RevertWhen_SurfaceStale() public {
    _staleSurface();
    vm.expectRevert(IOptionVault.SurfaceForbids.selector);
    _buyAs(id, 1e18, FOREVER, FOREVER);
  }

  function test_O1_RevertWhen_FeedDead() public {
    _killFeed();
    vm.prank(buyer);
    vm.expectPartialRevert(IPriceFeed.SourceFailed.selector);
    putVault.buy(id, 1e18, FOREVER, buyer, FOREVER);
  }

  function test_ProtocolFee_IsPartOfThePremiumAndWaitsOutsideC() public {
    _governNow(putVault).setProtocolFee(0.05e18);
    Quote memory quote = putVault.quoteTrade(id, 10e18);
    uint256 premium = _buyAs(id, 10e18, FOREVER, FOREVER);
    uint256 fee = quote.fee / 20 / 1e12;
    assertGt(fee, 0);
    assertEq(putVault.accounts().feesOwed, fee);
    assertEq(putVault.capital().collateral, (PUT_ASSETS + premium - fee) * 1e12);
    assertEq(putVault.collectFees(), fee);
    assertEq(usdc.balanceOf(feeRecipient), fee);
    assertEq(putVault.accounts().feesOwed, 0);
    assertEq(putVault.collectFees(), 0);
  }
}
