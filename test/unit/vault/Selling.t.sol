// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice sell: what goes through, for whom, in which state, and every refusal by name.
contract SellingTest is OpenVaultFixture {
  function setUp() public override {
    super.setUp();
    vm.prank(buyer);
    putVault.buy(id, 20e18, FOREVER, buyer, FOREVER);
    _tick();
  }

  function _sellAs(address who, uint256 quantity, uint256 limit, uint256 deadline) private returns (uint256) {
    vm.prank(who);
    return putVault.sell(id, quantity, limit, buyer, buyer, deadline);
  }

  function test_WhenOpen_PaysTheQuoteRoundedDown() public {
    Quote memory quote = putVault.quoteTrade(id, -5e18);
    uint256 before = usdc.balanceOf(buyer);
    uint256 payout = _sellAs(buyer, 5e18, 0, FOREVER);
    assertEq(payout, quote.premium / 1e12);
    assertEq(usdc.balanceOf(buyer) - before, payout);
    assertEq(puts.totalSupply(SeriesId.unwrap(id)), 15e18);
    assertEq(putVault.accounts().lock, quote.lockAfter);
  }

  function test_WhenOpen_LessThanTheMinimumOrderAndTheWholeOfIt() public {
    _sellAs(buyer, 0.01e18, 0, FOREVER);
    _sellAs(buyer, 19.99e18, 0, FOREVER);
    assertEq(putVault.netOf(id), 0);
    assertEq(putVault.accounts().lock, 0);
  }

  function test_WhenCloseOnly_StillBuysBack() public {
    _shut(putVault, uint8(VaultState.CloseOnly));
    assertGt(_sellAs(buyer, 5e18, 0, FOREVER), 0);
  }

  function test_WhenSurfaceStale_PaysLess() public {
    uint256 fresh = putVault.quoteTrade(id, -5e18).premium;
    _staleSurface();
    uint256 payout = _sellAs(buyer, 5e18, 0, FOREVER);
    assertLt(payout, fresh / 1e12);
    assertGt(payout, 0);
  }

  function test_WhenOperatorOrAllowed_SellsForTheOwner() public {
    vm.prank(buyer);
    puts.setOperator(stranger, true);
    _sellAs(stranger, 1e18, 0, FOREVER);
    vm.startPrank(buyer);
    puts.setOperator(stranger, false);
    puts.approve(stranger, SeriesId.unwrap(id), 2e18);
    vm.stopPrank();
    _sellAs(stranger, 2e18, 0, FOREVER);
    assertEq(puts.allowance(buyer, stranger, SeriesId.unwrap(id)), 0);
  }

  function test_G1_RevertWhen_NotAllowed() public {
    vm.expectRevert(
      abi.encodeWithSelector(ERC6909.ERC6909InsufficientAllowance.selector, stranger, 0, 1e18, SeriesId.unwrap(id))
    );
    _sellAs(stranger, 1e18, 0, FOREVER);
  }

  function test_RevertWhen_PayoutBelowLimit() public {
    uint256 payout = putVault.quoteTrade(id, -5e18).premium / 1e12;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.PayoutBelowLimit.selector, payout, payout + 1));
    _sellAs(buyer, 5e18, payout + 1, FOREVER);
  }

  function test_RevertWhen_DeadlinePassed() public {
    vm.expectPartialRevert(IOptionVault.DeadlinePassed.selector);
    _sellAs(buyer, 5e18, 0, block.timestamp - 1);
  }

  function test_RevertWhen_ZeroOrNotWholeLots() public {
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    _sellAs(buyer, 0, 0, FOREVER);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotWholeLots.selector, 1, 0.01e18));
    _sellAs(buyer, 1, 0, FOREVER);
  }

  function test_RevertWhen_MoreThanIsShort() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.OrderTooLarge.selector, 20.01e18, 20e18));
    _sellAs(buyer, 20.01e18, 0, FOREVER);
  }

  function test_RevertWhen_NothingToPay() public {
    // A vault that charges for no risk has nothing to give back either: fees are more than a worthless option's value.
    putVault = _createVault(_config(OptionKind.Put, usdc, 0, 0));
    _deposit(putVault, provider, PUT_ASSETS);
    putVault.openExpiry(expiry);
    _buy(putVault, buyer, id, 20e18);
    _setSpot(20_000e18);
    vm.expectRevert(IOptionVault.NothingToPay.selector);
    _sellAs(buyer, 0.01e18, 0, FOREVER);
  }

  function test_A11_RevertWhen_CutOffReached() public {
    vm.warp(expiry - 1 hours);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryClosed.selector, expiry, expiry - 1 hours));
    _sellAs(buyer, 1e18, 0, FOREVER);
  }

  function test_RevertWhen_SettleOnly() public {
    _shut(putVault, uint8(VaultState.SettleOnly));
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.SettleOnly));
    _sellAs(buyer, 1e18, 0, FOREVER);
  }

  function test_O1_RevertWhen_FeedDead() public {
    _killFeed();
    vm.expectPartialRevert(IPriceFeed.SourceFailed.selector);
    _sellAs(buyer, 1e18, 0, FOREVER);
  }

  function test_ProtocolFee_IsKeptFromThePayoutAndNeverUncoversTheLock() public {
    _governNow(putVault).setProtocolFee(0.05e18);
    Quote memory quote = putVault.quoteTrade(id, -5e18);
    uint256 payout = _sellAs(buyer, 5e18, 0, FOREVER);
    assertEq(payout, quote.premium / 1e12);
    assertEq(putVault.accounts().feesOwed, quote.fee / 20 / 1e12);
    assertLe(putVault.accounts().lock, putVault.capital().collateral);
  }

  /// @dev P4, S3: round trips lose, and what is lost stays with the providers.
  function testFuzz_P4_RoundTripLoses(uint256 quantity, uint256 legs) public {
    quantity = bound(quantity, 10, 5_000) * 0.01e18;
    legs = bound(legs, 1, 5);
    int256 before = _navPerShare(putVault);
    uint256 wallet = usdc.balanceOf(buyer);
    vm.startPrank(buyer);
    putVault.buy(id, quantity, FOREVER, buyer, FOREVER);
    uint256 left = quantity;
    for (uint256 i = 1; i <= legs && left != 0; ++i) {
      uint256 part = i == legs ? left : ((left / 2) / 0.01e18) * 0.01e18;
      if (part == 0) continue;
      putVault.sell(id, part, 0, buyer, buyer, FOREVER);
      left -= part;
    }
    vm.stopPrank();
    assertLt(usdc.balanceOf(buyer), wallet, "P4");
    assertGe(_navPerShare(putVault), before, "S3");
  }
}
