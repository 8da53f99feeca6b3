// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {Capital} from "../../../contracts/types/Capital.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice The ERC-4626 face: previews are exact, limits true, and every refusal has its name.
contract SharesTest is OpenVaultFixture {
  address internal second = makeAddr("second provider");

  function setUp() public override {
    super.setUp();
    _fund(second);
    vm.prank(buyer);
    putVault.buy(id, 100e18, FOREVER, buyer, FOREVER);
    _tick();
  }

  // Metadata

  function test_Metadata_SharesHaveSixMoreDecimals() public view {
    assertEq(putVault.decimals(), 12);
    assertEq(callVault.decimals(), 24);
    assertEq(putVault.asset(), address(usdc));
    assertEq(putVault.name(), "Bulkhead WETH/USDC");
  }

  // Deposits

  function test_S1_PreviewDepositIsWhatDepositMints() public {
    uint256 expected = putVault.previewDeposit(1234e6);
    vm.prank(second);
    assertEq(putVault.deposit(1234e6, second), expected);
  }

  function test_S1_PreviewMintIsWhatMintTakes() public {
    uint256 expected = putVault.previewMint(1234e12);
    uint256 before = usdc.balanceOf(second);
    vm.prank(second);
    assertEq(putVault.mint(1234e12, second), expected);
    assertEq(before - usdc.balanceOf(second), expected);
  }

  function test_Deposit_PaysNavPlusBand() public view {
    Assessment memory found = putVault.assess();
    // What comes pays the risk charge at the larger capital.
    uint256 price = found.capital.collateral - uint256(found.value) - found.depositCharge + found.band + 1e12;
    uint256 expected = (1000e18 * (putVault.totalSupply() + 1e6)) / price;
    assertEq(putVault.previewDeposit(1000e6), expected);
  }

  function test_Deposit_MovesActualCapital_ButNotTheRiskCapital() public {
    Capital memory before = putVault.assess().capital;
    vm.prank(second);
    putVault.deposit(1000e6, second);
    Capital memory books = putVault.capital();
    assertEq(books.riskCapital, before.riskCapital, "E moves with time alone");
    assertEq(books.actual, before.actual + 1000e18);
    assertEq(books.fresh, before.fresh + 1000e18);
    assertEq(books.updatedAt, block.timestamp);
  }

  function test_DepositWithLimits_AtExactlyTheLimit() public {
    uint256 expected = putVault.previewDeposit(1000e6);
    vm.prank(second);
    assertEq(putVault.deposit(1000e6, second, expected, block.timestamp), expected);
  }

  function test_RevertWhen_SharesBelowLimitOrDeadlinePassed() public {
    uint256 expected = putVault.previewDeposit(1000e6);
    vm.startPrank(second);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SharesBelowLimit.selector, expected, expected + 1));
    putVault.deposit(1000e6, second, expected + 1, FOREVER);
    vm.expectPartialRevert(IOptionVault.DeadlinePassed.selector);
    putVault.deposit(1000e6, second, 0, block.timestamp - 1);
    vm.stopPrank();
  }

  function test_A13_RevertWhen_NothingDepositedOrNothingMinted() public {
    vm.startPrank(second);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    putVault.deposit(0, second);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    putVault.mint(0, second);
    vm.stopPrank();
  }

  function test_RevertWhen_BeyondTheCollateralBound() public {
    uint256 room = putVault.maxDeposit(second);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.AssetsAboveLimit.selector, room + 1, room));
    vm.prank(second);
    putVault.deposit(room + 1, second);
  }

  function test_RevertWhen_DepositInAShutVault() public {
    _shut(putVault, uint8(VaultState.CloseOnly));
    assertEq(putVault.maxDeposit(second), 0);
    assertEq(putVault.maxMint(second), 0);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.CloseOnly));
    vm.prank(second);
    putVault.deposit(1000e6, second);
  }

  // Withdrawals

  function test_S1_PreviewRedeemIsWhatRedeemPays() public {
    uint256 shares = putVault.balanceOf(provider) / 3;
    uint256 expected = putVault.previewRedeem(shares);
    vm.prank(provider);
    assertEq(putVault.redeem(shares, provider, provider), expected);
    assertEq(usdc.balanceOf(provider), expected);
  }

  function test_S1_PreviewWithdrawIsWhatWithdrawBurns() public {
    uint256 expected = putVault.previewWithdraw(100_000e6);
    uint256 before = putVault.balanceOf(provider);
    vm.prank(provider);
    assertEq(putVault.withdraw(100_000e6, provider, provider), expected);
    assertEq(before - putVault.balanceOf(provider), expected);
  }

  function test_Redeem_BearsTheRiseOfTheRiskCharge() public {
    Assessment memory before = putVault.assess();
    uint256 stays = (uint256(before.nav) * 1e12) / putVault.totalSupply();
    uint256 shares = putVault.balanceOf(provider) / 2;
    vm.prank(provider);
    uint256 assets = putVault.redeem(shares, provider, provider);
    Assessment memory afterwards = putVault.assess();
    assertGt(
      afterwards.moveCharge + afterwards.rentCharge,
      before.moveCharge + before.rentCharge,
      "a smaller vault charges more"
    );
    assertGe((uint256(afterwards.nav) * 1e12) / putVault.totalSupply(), stays, "S3");
    assertEq(putVault.capital().riskCapital, before.capital.riskCapital, "E moves with time alone");
    assertEq(putVault.capital().actual, before.capital.actual - assets * 1e12);
  }

  function test_Redeem_ForTheOwnerWithAllowance() public {
    uint256 shares = putVault.balanceOf(provider) / 10;
    vm.prank(provider);
    putVault.approve(stranger, shares);
    vm.prank(stranger);
    putVault.redeem(shares, stranger, provider);
    assertGt(usdc.balanceOf(stranger), 0);
    vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, stranger, 0, 1e12));
    vm.prank(stranger);
    putVault.redeem(1e12, stranger, provider);
  }

  function test_RevertWhen_AssetsBelowLimitOrDeadlinePassed() public {
    uint256 expected = putVault.previewRedeem(1e12);
    vm.startPrank(provider);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.AssetsBelowLimit.selector, expected, expected + 1));
    putVault.redeem(1e12, provider, provider, expected + 1, FOREVER);
    vm.expectPartialRevert(IOptionVault.DeadlinePassed.selector);
    putVault.redeem(1e12, provider, provider, 0, block.timestamp - 1);
    vm.stopPrank();
  }

  function test_A13_RevertWhen_RedeemingDust() public {
    vm.startPrank(provider);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    putVault.redeem(1, provider, provider);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    putVault.redeem(0, provider, provider);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    putVault.withdraw(0, provider, provider);
    vm.stopPrank();
  }

  function test_RevertWhen_UtilisationWouldPassTheLimit() public {
    uint256 most = putVault.maxWithdraw(provider);
    uint256 lock = putVault.accounts().lock;
    assertLt(most, putVault.previewRedeem(putVault.balanceOf(provider)), "the lock holds some back");
    vm.startPrank(provider);
    vm.expectPartialRevert(IOptionVault.UtilisationAboveLimit.selector);
    putVault.withdraw(most + 1, provider, provider);
    putVault.withdraw(most, provider, provider);
    vm.stopPrank();
    assertLe(lock * WAD, putVault.capital().actual * 0.85e18);
    assertEq(putVault.maxWithdraw(provider), 0);
    assertEq(putVault.maxRedeem(provider), 0);
  }

  function test_RevertWhen_MoreThanIsFree() public {
    uint256 free = (putVault.capital().collateral - putVault.accounts().lock) / 1e12;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotEnoughFreeCollateral.selector, free + 1, free));
    vm.prank(provider);
    putVault.withdraw(free + 1, provider, provider);
  }

  function test_MaxRedeem_GoesThrough() public {
    uint256 most = putVault.maxRedeem(provider);
    vm.prank(provider);
    putVault.redeem(most, provider, provider);
  }

  function test_MaxDepositAndMint_GoThrough() public {
    uint256 most = callVault.maxMint(second);
    weth.mint(second, callVault.maxDeposit(second));
    vm.prank(second);
    callVault.mint(most, second);
  }

  function test_WhenCloseOnly_WithdrawalsWork() public {
    _shut(putVault, uint8(VaultState.CloseOnly));
    vm.prank(provider);
    putVault.withdraw(1000e6, provider, provider);
  }

  function test_RevertWhen_WithdrawalInSettleOnly() public {
    _shut(putVault, uint8(VaultState.SettleOnly));
    assertEq(putVault.maxWithdraw(provider), 0);
    assertEq(putVault.maxRedeem(provider), 0);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.SettleOnly));
    vm.prank(provider);
    putVault.withdraw(1000e6, provider, provider);
  }

  // Feeds

  function test_O1_RevertWhen_SurfaceStale() public {
    _staleSurface();
    _expectAllZero();
    vm.expectRevert(IOptionVault.SurfaceForbids.selector);
    vm.prank(second);
    putVault.deposit(1000e6, second);
    vm.expectRevert(IOptionVault.SurfaceForbids.selector);
    vm.prank(provider);
    putVault.withdraw(1000e6, provider, provider);
  }

  function test_O1_RevertWhen_FeedDead() public {
    _killFeed();
    _expectAllZero();
    vm.expectPartialRevert(IPriceFeed.SourceFailed.selector);
    vm.prank(second);
    putVault.deposit(1000e6, second);
    vm.expectPartialRevert(IPriceFeed.SourceFailed.selector);
    putVault.previewRedeem(1e12);
  }

  function test_O1_TotalAssetsWithoutAPriceIsTheFloor() public {
    _killFeed();
    IOptionVault.Accounts memory books = putVault.accounts();
    uint256 floor = putVault.capital().collateral - books.lock - books.recentCharge;
    assertEq(putVault.totalAssets(), floor / 1e12);
    assertEq(putVault.convertToAssets(1e18), (1e18 * (floor + 1e12)) / (putVault.totalSupply() + 1e6) / 1e12);
    assertGt(putVault.convertToShares(1e6), 0);
  }

  // Settlement window

  function test_A9_RevertWhen_AnAveragingWindowHasBegun() public {
    _passFresh(expiry - 30 minutes - 2 - block.timestamp);
    assertGt(putVault.maxDeposit(second), 0);
    vm.warp(expiry - 30 minutes);
    _expectAllZero();
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SettlementPending.selector, expiry));
    vm.prank(second);
    putVault.deposit(1000e6, second);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SettlementPending.selector, expiry));
    vm.prank(provider);
    putVault.withdraw(1000e6, provider, provider);
  }

  function test_A9_WhenSettled_OpensAgain() public {
    _passFresh(expiry - 1 hours - block.timestamp);
    _fixExpiry(expiry, 2000e18);
    assertEq(putVault.maxDeposit(second), 0);
    putVault.settle(expiry);
    assertGt(putVault.maxDeposit(second), 0);
  }

  function test_WhenTheExpiryIsEmpty_NothingIsPending() public {
    _passFresh(expiry - 10 minutes - block.timestamp);
    assertEq(putVault.maxDeposit(second), 0);
    assertGt(callVault.maxDeposit(second), 0);
  }

  function test_RevertWhen_NavTooLow() public {
    _ruin();
    Assessment memory found = putVault.assess();
    uint256 minimum = putVault.capital().collateral / 10;
    assertLt(found.nav, int256(minimum));
    assertEq(putVault.maxDeposit(second), 0);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NavTooLow.selector, found.nav, minimum));
    vm.prank(second);
    putVault.deposit(1000e6, second);
  }

  function _expectAllZero() private view {
    assertEq(putVault.maxDeposit(second), 0);
    assertEq(putVault.maxMint(second), 0);
    assertEq(putVault.maxWithdraw(provider), 0);
    assertEq(putVault.maxRedeem(provider), 0);
  }
}
