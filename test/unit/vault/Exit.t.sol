// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice The guaranteed exit, and the redeem queue's entry with its escrow.
contract ExitTest is OpenVaultFixture {
  address internal queue = makeAddr("queue");

  function setUp() public override {
    super.setUp();
    vm.etch(queue, hex"00");
    vm.prank(buyer);
    putVault.buy(id, 100e18, FOREVER, buyer, FOREVER);
    _tick();
  }

  // Guaranteed exit

  function test_O2_PaysInEveryStateWithoutAPrice() public {
    uint256 shares = putVault.balanceOf(provider) / 10;
    for (uint8 state = 1; state <= uint8(VaultState.SettleOnly); ++state) {
      _shut(putVault, state);
      vm.prank(provider);
      putVault.guaranteedExit(shares, provider, provider);
    }
    vm.warp(expiry - 5 minutes);
    vm.prank(provider);
    putVault.guaranteedExit(shares, provider, provider);
    _killFeed();
    vm.mockCallRevert(address(oracle), bytes(""), bytes(""));
    vm.prank(provider);
    putVault.guaranteedExit(shares, provider, provider);
  }

  function test_PaysItsShareOfWhatIsLeftAfterLockAndCharge() public {
    IOptionVault.Accounts memory books = putVault.accounts();
    uint256 shares = putVault.balanceOf(provider) / 4;
    uint256 free = putVault.capital().collateral - books.lock - books.recentCharge;
    uint256 expected = (shares * free) / (putVault.totalSupply() + 1e6) / 1e12;
    assertEq(putVault.previewGuaranteedExit(shares), expected);
    vm.prank(provider);
    assertEq(putVault.guaranteedExit(shares, stranger, provider), expected);
    assertEq(usdc.balanceOf(stranger), expected);
    assertEq(putVault.accounts().riskCapital, books.riskCapital, "E moves with time alone");
    assertEq(putVault.accounts().lock, books.lock);
  }

  function test_NeverPaysMoreThanRedeeming() public view {
    uint256 shares = putVault.balanceOf(provider) / 10;
    assertLt(putVault.previewGuaranteedExit(shares), putVault.previewRedeem(shares));
  }

  function test_S3_WhoStaysGetsWhatTheLeaverLeaves() public {
    address other = makeAddr("other");
    _deposit(putVault, other, PUT_ASSETS);
    Assessment memory before = putVault.assess();
    int256 perShare = _navPerShare(putVault);
    vm.startPrank(provider);
    putVault.guaranteedExit(putVault.balanceOf(provider), provider, provider);
    vm.stopPrank();
    assertGt(_navPerShare(putVault), perShare);
    assertLt(putVault.assess().nav, before.nav);
  }

  function test_RevertWhen_NothingToGet() public {
    vm.startPrank(provider);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    putVault.guaranteedExit(0, provider, provider);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    putVault.guaranteedExit(1, provider, provider);
    vm.stopPrank();
  }

  function test_G1_RevertWhen_NotAllowed() public {
    vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, stranger, 0, 1e12));
    vm.prank(stranger);
    putVault.guaranteedExit(1e12, stranger, provider);
  }

  // Redeem queue

  function _withQueue(uint256 shares) private {
    _governNow(putVault).registerQueue(queue);
    vm.prank(provider);
    putVault.transfer(queue, shares);
    vm.mockCall(queue, abi.encodeCall(IRedeemQueue.activeClaim, ()), abi.encode(shares, 1));
    vm.prank(queue);
    putVault.setRequestsWaiting(shares != 0);
  }

  function test_RegisterQueue_Once() public {
    _withQueue(0);
    assertEq(putVault.queue(), queue);
    vm.etch(stranger, hex"00");
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.QueueAlreadyRegistered.selector, queue));
    putVault.registerQueue(stranger);
  }

  function test_RevertWhen_QueueIsZero() public {
    _governNow(putVault);
    vm.expectRevert(IOptionVault.ZeroAddress.selector);
    putVault.registerQueue(address(0));
    vm.expectRevert(IOptionVault.ZeroAddress.selector);
    putVault.registerQueue(stranger);
  }

  function test_RevertWhen_TheQueueAlreadyHoldsShares() public {
    vm.prank(provider);
    putVault.transfer(queue, 5);
    _governNow(putVault);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SharesAboveLimit.selector, 5, 0));
    putVault.registerQueue(queue);
  }

  function test_RevertWhen_NotTheQueue() public {
    vm.startPrank(stranger);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotQueue.selector, stranger));
    putVault.fillRedeem(1e12, 1);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotQueue.selector, stranger));
    putVault.releaseEscrow(stranger, 1);
    vm.stopPrank();
  }

  function test_FillRedeem_SetsAssetsAsideAtNav() public {
    uint256 shares = putVault.balanceOf(provider) / 10;
    _withQueue(shares);
    uint256 expected = putVault.previewRedeem(shares);
    uint256 collateral = putVault.capital().collateral;
    uint256 held = putVault.accounts().held;
    vm.prank(queue);
    assertEq(putVault.fillRedeem(shares, 1), expected);
    assertEq(putVault.balanceOf(queue), 0);
    assertEq(putVault.accounts().escrow, expected);
    assertEq(putVault.accounts().held, held, "still in the vault");
    assertEq(putVault.capital().collateral, collateral - expected * 1e12, "outside C");

    vm.startPrank(queue);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotEnoughFreeCollateral.selector, expected + 1, expected));
    putVault.releaseEscrow(provider, expected + 1);
    putVault.releaseEscrow(provider, expected);
    vm.stopPrank();
    assertEq(usdc.balanceOf(provider), expected);
    assertEq(putVault.accounts().escrow, 0);
    assertEq(putVault.accounts().held, held - expected);
  }

  function test_RevertWhen_TheVaultTradedInThisBlock() public {
    _withQueue(putVault.balanceOf(provider) / 10);
    vm.prank(buyer);
    putVault.buy(id, 1e18, FOREVER, buyer, FOREVER);
    vm.expectRevert(IOptionVault.TradedThisBlock.selector);
    vm.prank(queue);
    putVault.fillRedeem(1e12, 1);
  }

  function test_O2_EscrowIsPaidInEveryStateWithoutAPrice() public {
    uint256 shares = putVault.balanceOf(provider) / 10;
    _withQueue(shares);
    vm.prank(queue);
    uint256 assets = putVault.fillRedeem(shares, 1);
    _shut(putVault, uint8(VaultState.SettleOnly));
    _killFeed();
    vm.prank(queue);
    putVault.releaseEscrow(provider, assets);
  }

  function test_Claim_GoesBeforeInstantWithdrawals() public {
    uint256 before = putVault.maxWithdraw(provider);
    uint256 shares = putVault.balanceOf(provider) / 2;
    _withQueue(shares);
    uint256 claim = putVault.assess().claim;
    assertApproxEqRel(claim, (shares * uint256(putVault.assess().nav)) / putVault.totalSupply(), 1e9);
    assertLt(putVault.maxWithdraw(provider), before);
    uint256 free = (putVault.capital().collateral - putVault.accounts().lock - claim) / 1e12;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotEnoughFreeCollateral.selector, free + 1, free));
    vm.prank(provider);
    putVault.withdraw(free + 1, provider, provider);
    assertGt(putVault.maxRedeem(queue), putVault.maxRedeem(provider), "the queue does not wait for itself");
  }

  function test_Claim_GoesBeforeNewOptions() public {
    _withQueue((putVault.balanceOf(provider) * 9) / 10);
    vm.prank(buyer);
    vm.expectPartialRevert(IOptionVault.Insolvent.selector);
    putVault.buy(id, 10e18, FOREVER, buyer, FOREVER);
  }
}
