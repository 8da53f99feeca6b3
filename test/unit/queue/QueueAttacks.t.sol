// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {RedeemQueue} from "../../../contracts/queue/RedeemQueue.sol";
import {HostileToken} from "../../mocks/HostileToken.sol";
import {QueueFixture} from "./QueueFixture.sol";

/// @notice What somebody might do to a queue, to those in it, or with it to those outside.
contract QueueAttacksTest is QueueFixture {
  uint256 private constant SHARES = 10_000 * SHARE;
  uint256 private constant MANY = 300;

  // Dust (A13, A25)

  /// @dev S4: a fill of many costs what a fill of one costs.
  function test_S4_A25_DustRequests_DoNotMakeAFillDearer() public {
    uint256 one = _fillGas(1);
    uint256 many = _fillGas(MANY);
    assertApproxEqRel(many, one, 0.01e18);
  }

  /// @dev Gas of a fill of `count` people's requests, everything cold, and not kept.
  function _fillGas(uint256 count) private returns (uint256 used) {
    uint256 snapshot = vm.snapshotState();
    for (uint256 i; i < count; ++i) {
      address who = address(uint160(0x1000 + i));
      vm.prank(provider);
      putVault.transfer(who, MINIMUM);
      vm.startPrank(who);
      putVault.approve(address(queue), MINIMUM);
      queue.requestRedeem(MINIMUM, who, who);
      vm.stopPrank();
    }
    _nextEpoch();
    uint256 epoch = _lastEpoch();
    vm.cool(address(queue));
    vm.cool(address(putVault));
    uint256 before = gasleft();
    (uint256 shares, ) = queue.fill(epoch);
    used = before - gasleft();
    assertEq(shares, count * MINIMUM);
    vm.revertToState(snapshot);
  }

  /// @dev Others may add to a controller's list only what they give away: at least the minimum a time.
  function test_A25_AnUninvitedGiftDelaysNobodysClaim() public {
    uint256 ofAlice = _request(alice, SHARES);
    uint256 price = _price();
    for (uint256 percent = 99; percent > 90; --percent) {
      vm.prank(bob);
      queue.requestRedeem(MINIMUM, alice, bob, (price * percent) / 100);
    }
    _nextEpoch();
    _fill();
    (uint256 assets, ) = _claim(alice, ofAlice);
    assertGt(assets, 0);
    assertEq(queue.requestsOf(alice).length, 9);
    uint256 all = queue.maxRedeem(alice);
    assertEq(all, 9 * MINIMUM);
    vm.prank(alice);
    queue.redeem(all, alice, alice);
  }

  /// @dev A13: rounding is against the claim, by less than a token unit each; the rest stays in escrow.
  function test_I1_A13_ClaimsNeverExceedTheEscrow() public {
    uint256 odd = 333_333_333_333_337;
    uint256[3] memory ids = [_request(alice, odd), _request(bob, odd * 2 + 1), _request(carol, odd * 3 + 2)];
    address[3] memory people = [alice, bob, carol];
    _nextEpoch();
    (, uint256 set) = _fill();
    uint256 paid;
    for (uint256 i; i < 3; ++i) {
      (uint256 assets, ) = _claim(people[i], ids[i]);
      paid += assets;
    }
    assertLe(paid, set);
    assertLt(set - paid, 3);
    assertEq(putVault.accounts().escrow, set - paid);
  }

  // A whale that stands in the way

  function test_Whale_WhoRequestsEverything_LeavesOthersTheirPart() public {
    _lockUp();
    _request(provider, putVault.balanceOf(provider));
    uint256 ofAlice = _request(alice, 100_000 * SHARE);
    _nextEpoch();
    assertEq(putVault.maxRedeem(bob), 0, "the queue goes first");
    (uint256 shares, ) = _fill();
    // One in eleven of what could leave.
    assertApproxEqAbs(queue.claimableRedeemRequest(ofAlice, alice), shares / 11, 1);
    assertGt(shares, 0);
  }

  function test_Whale_WhoAsksForAPriceThatIsNeverPaid_ClaimsUntilTheFirstFill() public {
    _lockUp();
    uint256 before = putVault.maxRedeem(bob);
    assertGt(before, 0);
    _request(provider, putVault.balanceOf(provider), _price() * 2);
    assertEq(putVault.maxRedeem(bob), before, "nothing is claimed before the epoch closes");
    _nextEpoch();
    assertEq(putVault.maxRedeem(bob), 0);
    vm.prank(bob);
    _fill();
    assertGt(putVault.maxRedeem(bob), 0);
    assertEq(putVault.balanceOf(address(queue)), 0);
  }

  function test_Whale_ClaimsForOneEpochAtMost() public {
    uint256 before = putVault.maxRedeem(bob);
    uint256 whole = putVault.balanceOf(provider);
    _request(provider, whole, _price());
    assertGt(before, 0);
    uint256 epoch = queue.currentEpoch();
    _nextEpoch();
    _nextEpoch();
    // Nobody filled, and nobody has to do anything.
    assertEq(putVault.maxRedeem(bob), before);
    queue.close(epoch);
    assertEq(putVault.balanceOf(address(queue)), 0);
    assertEq(putVault.maxRedeem(bob), before);
  }

  function test_Whale_WhoseMinimumIsMissedIsOutOfTheWayWithTheFill() public {
    vm.prank(buyer);
    putVault.buy(id, 200e18, FOREVER, buyer, FOREVER);
    _request(provider, 600_000 * SHARE, _price());
    _request(alice, SHARES);
    _nextEpoch();
    _setSpot(1900e18);
    _tick();
    _fill();
    assertEq(putVault.balanceOf(address(queue)), 0);
    assertGt(putVault.maxRedeem(bob), 0);
  }

  /// @dev Shares that belong to no request would be set aside for ever.
  function test_Donation_OfSharesIsSweptAway() public {
    _request(alice, SHARES);
    vm.prank(bob);
    putVault.transfer(address(queue), 3 * SHARES);
    assertEq(queue.sweep(), 3 * SHARES);
    assertEq(putVault.balanceOf(address(queue)), SHARES);
    vm.expectRevert(IRedeemQueue.ZeroAmount.selector);
    queue.sweep();
    _nextEpoch();
    (uint256 shares, ) = _fill();
    assertEq(shares, SHARES);
  }

  /// @dev S2: nor do they get anybody a part that is not theirs.
  function test_S2_Donation_ChangesNoClaim() public {
    uint256 ofAlice = _request(alice, SHARES);
    vm.prank(bob);
    putVault.transfer(address(queue), 3 * SHARES);
    _nextEpoch();
    (uint256 shares, ) = _fill();
    assertEq(shares, SHARES);
    assertEq(queue.claimableRedeemRequest(ofAlice, alice), SHARES);
    assertEq(putVault.balanceOf(address(queue)), 3 * SHARES);
  }

  /// @dev A share sent ahead would have the vault refuse the queue (`SharesAboveLimit`).
  function test_Donation_CannotKeepAQueueFromBeingRegistered() public {
    RedeemQueue fresh = new RedeemQueue(IOptionVault(address(callVault)), EPOCH, MINIMUM);
    vm.prank(provider);
    callVault.transfer(address(fresh), 1);
    fresh.sweep();
    _governNow(callVault).registerQueue(address(fresh));
  }

  // Sandwiches (A1) and bad blocks

  function test_A1_FillBetweenTwoTradesIsRefused() public {
    _request(alice, SHARES);
    _nextEpoch();
    uint256 epoch = _lastEpoch();
    vm.prank(buyer);
    putVault.buy(id, 100e18, FOREVER, buyer, FOREVER);
    vm.expectRevert(IOptionVault.TradedThisBlock.selector);
    queue.fill(epoch);
    vm.prank(buyer);
    putVault.sell(id, 100e18, 0, buyer, buyer, FOREVER);
    vm.expectRevert(IOptionVault.TradedThisBlock.selector);
    queue.fill(epoch);
  }

  /// @dev Over several blocks: trades around a fill pay their own way, and take nothing from those who leave or stay.
  function test_A1_TradesInTheBlocksAroundAFillCostTheTrader() public {
    _request(alice, 100_000 * SHARE);
    _nextEpoch();
    uint256 snapshot = vm.snapshotState();
    (, uint256 undisturbed) = _fill();
    vm.revertToState(snapshot);

    vm.startPrank(buyer);
    uint256 premium = putVault.buy(id, 200e18, FOREVER, buyer, FOREVER);
    vm.stopPrank();
    _tick();
    (uint256 shares, uint256 assets) = _fill();
    _tick();
    vm.prank(buyer);
    uint256 payout = putVault.sell(id, 200e18, 0, buyer, buyer, FOREVER);
    assertLt(payout, premium);
    assertEq(shares, 100_000 * SHARE);
    // Who leaves bears the band and the charge of the larger book, and that is all that the attacker achieves.
    assertGt(assets, (undisturbed * 95) / 100);
    assertGt(premium - payout, undisturbed > assets ? undisturbed - assets : 0, "costs the attacker more");
  }

  /// @dev S3, A10: a fill pays the leavers no more than their part, so that who stays loses nothing.
  function test_S3_FillLeavesThoseWhoStayNoWorse() public {
    vm.prank(buyer);
    putVault.buy(id, 200e18, FOREVER, buyer, FOREVER);
    _request(alice, 100_000 * SHARE);
    _request(provider, 300_000 * SHARE);
    _nextEpoch();
    int256 before = _navPerShare(putVault);
    _fill();
    assertGe(_navPerShare(putVault), before);
  }

  function test_BadBlock_NoFillWithoutAFreshPrice() public {
    _request(alice, SHARES);
    _nextEpoch();
    uint256 epoch = _lastEpoch();
    _staleSurface();
    vm.expectRevert(IOptionVault.SurfaceForbids.selector);
    queue.fill(epoch);
    aggregator.push(0);
    vm.expectRevert();
    queue.fill(epoch);
    assertEq(queue.custody(), SHARES);
  }

  function test_BadBlock_NoFillWhileAnExpirySettles() public {
    RedeemQueue fast = new RedeemQueue(IOptionVault(address(callVault)), 1 hours, SHARE);
    _governNow(callVault).registerQueue(address(fast));
    vm.prank(buyer);
    callVault.buy(callId, 1e18, FOREVER, buyer, FOREVER);
    _passFresh(expiry - 90 minutes - vm.getBlockTimestamp());
    vm.startPrank(provider);
    callVault.approve(address(fast), FOREVER);
    fast.requestRedeem(1e24, provider, provider);
    vm.stopPrank();
    _pass(75 minutes);
    _setSpot(2000e18);
    _tick();
    uint256 epoch = fast.currentEpoch() - 1;
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SettlementPending.selector, expiry));
    fast.fill(epoch);
  }

  /// @dev The filler chooses the block; a minimum is what the requester says to that.
  function test_BadBlock_AMinimumIsKeptWhateverTheBlock() public {
    vm.prank(buyer);
    putVault.buy(id, 200e18, FOREVER, buyer, FOREVER);
    _tick();
    uint256 price = _price();
    uint256 ofAlice = _request(alice, SHARES, (price * 99) / 100);
    _request(bob, SHARES);
    _nextEpoch();
    _setSpot(1700e18);
    _tick();
    _fill();
    assertEq(queue.claimableRedeemRequest(ofAlice, alice), 0);
    (, uint256 back) = _claim(alice, ofAlice);
    assertEq(back, SHARES);
  }

  // Games with cancelling

  function test_Cancel_NothingComesBackBeforeTheBatchHasHadItsChance() public {
    uint256 requestId = _request(alice, SHARES);
    for (uint256 i; i < 2; ++i) {
      vm.startPrank(alice);
      vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, requestId, alice));
      queue.claim(requestId, alice, alice);
      vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToReturn.selector, requestId, alice));
      queue.renew(requestId, alice, 0);
      vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.SharesAboveClaimable.selector, SHARES, 0));
      queue.redeem(SHARES, alice, alice);
      vm.stopPrank();
      _nextEpoch();
    }
    _claim(alice, requestId);
  }

  function test_Cancel_TakingBackTwiceIsRefused() public {
    uint256 requestId = _request(alice, SHARES);
    _request(bob, SHARES);
    _nextEpoch();
    _nextEpoch();
    vm.startPrank(alice);
    queue.renew(requestId, alice, 0);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, requestId, alice));
    queue.claim(requestId, alice, alice);
    vm.stopPrank();
    assertEq(putVault.balanceOf(holder), SHARES, "bob's");
  }

  /// @dev The holder's shares are everybody's that came back: nobody gets at another's.
  function test_G1_HoldersSharesGoToTheirOwnersAlone() public {
    uint256 ofAlice = _request(alice, SHARES);
    uint256 ofBob = _request(bob, 2 * SHARES);
    _nextEpoch();
    _nextEpoch();
    uint256 before = putVault.balanceOf(alice);
    _claim(alice, ofAlice);
    assertEq(putVault.balanceOf(alice), before + SHARES);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, ofAlice, alice));
    _claim(alice, ofAlice);
    (, uint256 back) = _claim(bob, ofBob);
    assertEq(back, 2 * SHARES);
    assertEq(putVault.balanceOf(holder), 0);
  }

  // Hostile tokens and receivers (A7, A8, A26)

  function _hostile() private returns (HostileToken token, IOptionVault vault, RedeemQueue hostile, uint256 requestId) {
    token = new HostileToken();
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.collateral = IERC20(address(token));
    vault = _createVault(config);
    hostile = new RedeemQueue(IOptionVault(address(vault)), EPOCH, MINIMUM);
    vault.registerQueue(address(hostile));
    token.mint(alice, 1_000_000e6);
    vm.startPrank(alice);
    token.approve(address(vault), FOREVER);
    vault.deposit(1_000_000e6, alice);
    vault.approve(address(hostile), FOREVER);
    requestId = hostile.requestRedeem(SHARES, alice, alice);
    vm.stopPrank();
    _nextEpoch();
    hostile.fill(hostile.currentEpoch() - 1);
  }

  /// @dev Each would go through by itself, some without a call to the vault, whose own guard would stop the others.
  function test_A7_EveryEntryIsShutWhileAClaimIsPaid() public {
    (HostileToken token, IOptionVault vault, RedeemQueue hostile, uint256 requestId) = _hostile();
    vm.startPrank(alice);
    hostile.setOperator(address(token), true);
    uint256 late = hostile.requestRedeem(SHARES, alice, alice);
    vault.transfer(address(hostile), SHARES);
    vm.stopPrank();
    _nextEpoch();
    _nextEpoch();
    bytes[] memory calls = new bytes[](9);
    calls[0] = abi.encodeCall(hostile.claim, (requestId, alice, alice));
    calls[1] = abi.encodeCall(hostile.claim, (late, alice, alice));
    calls[2] = abi.encodeCall(hostile.renew, (late, alice, 0));
    calls[3] = abi.encodeCall(hostile.redeem, (1e12, alice, alice));
    calls[4] = abi.encodeCall(hostile.withdraw, (1, alice, alice));
    calls[5] = abi.encodeWithSignature("requestRedeem(uint256,address,address)", MINIMUM, alice, alice);
    calls[6] = abi.encodeWithSignature("requestRedeem(uint256,address,address,uint256)", MINIMUM, alice, alice, 0);
    calls[7] = abi.encodeCall(hostile.close, (hostile.currentEpoch() - 2));
    calls[8] = abi.encodeCall(hostile.sweep, ());
    for (uint256 i; i < calls.length; ++i) {
      token.setHook(address(hostile), calls[i]);
      vm.prank(alice);
      hostile.withdraw(1e6, alice, alice);
      assertTrue(token.called());
      assertFalse(token.callSucceeded());
      assertEq(bytes4(token.callResult()), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
    }
    // What was refused there goes through here.
    vm.startPrank(address(token));
    hostile.sweep();
    hostile.claim(late, alice, alice);
    hostile.claim(requestId, alice, alice);
    vm.stopPrank();
  }

  function test_A8_ABlockedReceiverStopsItselfAlone() public {
    (HostileToken token, , RedeemQueue hostile, uint256 requestId) = _hostile();
    token.setBehaviour(HostileToken.Behaviour.Blocklist);
    token.setBlocked(alice, true);
    vm.startPrank(alice);
    vm.expectRevert(abi.encodeWithSelector(HostileToken.Blocked.selector, alice));
    hostile.claim(requestId, alice, alice);
    (uint256 assets, ) = hostile.claim(requestId, bob, alice);
    vm.stopPrank();
    assertEq(token.balanceOf(bob), assets);
  }
}
