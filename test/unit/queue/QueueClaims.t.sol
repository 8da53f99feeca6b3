// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC7575} from "../../../contracts/interfaces/IERC7575.sol";
import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {QueueFixture} from "./QueueFixture.sol";

/// @notice Claims: by request, by shares, by assets; what comes back, and what is renewed.
contract QueueClaimsTest is QueueFixture {
  uint256 private constant SHARES = 10_000 * SHARE;

  /// @dev One request of alice's, filled.
  function _filled() private returns (uint256 requestId, uint256 assets) {
    requestId = _request(alice, SHARES);
    _nextEpoch();
    (, assets) = _fill();
  }

  /// @dev A tenth of what was asked for is alice's; only a part of it was filled.
  function _partly() private returns (uint256 requestId) {
    _lockUp();
    requestId = _request(alice, 100_000 * SHARE);
    _request(provider, 900_000 * SHARE);
    _nextEpoch();
    _fill();
  }

  // By request

  function test_Claim_PaysWhereTheControllerSays() public {
    (uint256 requestId, uint256 assets) = _filled();
    vm.expectEmit(address(queue));
    emit IERC7575.Withdraw(alice, stranger, alice, assets, SHARES);
    vm.prank(alice);
    (uint256 paid, uint256 back) = queue.claim(requestId, stranger, alice);
    assertEq(paid, assets);
    assertEq(back, 0);
    assertEq(usdc.balanceOf(stranger), assets);
    assertEq(putVault.accounts().escrow, 0);
    assertEq(queue.requestsOf(alice).length, 0);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, requestId, alice));
    _claim(alice, requestId);
  }

  function test_RevertWhen_NothingIsFilledYet() public {
    uint256 requestId = _request(alice, SHARES);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, requestId, alice));
    _claim(alice, requestId);
    _nextEpoch();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, requestId, alice));
    _claim(alice, requestId);
  }

  function test_RevertWhen_ThereIsNoSuchRequest() public {
    (uint256 requestId, ) = _filled();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, requestId + 1, alice));
    _claim(alice, requestId + 1);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, requestId, bob));
    _claim(bob, requestId);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToClaim.selector, 0, alice));
    _claim(alice, 0);
  }

  function test_G1_RevertWhen_CallerMayNotActForTheController() public {
    (uint256 requestId, ) = _filled();
    bytes memory refusal = abi.encodeWithSelector(IRedeemQueue.NotOperator.selector, alice, stranger);
    vm.startPrank(stranger);
    vm.expectRevert(refusal);
    queue.claim(requestId, stranger, alice);
    vm.expectRevert(refusal);
    queue.redeem(SHARES, stranger, alice);
    vm.expectRevert(refusal);
    queue.withdraw(1, stranger, alice);
    vm.expectRevert(refusal);
    queue.renew(requestId, alice, 0);
    vm.stopPrank();
    vm.prank(alice);
    queue.setOperator(stranger, true);
    vm.prank(stranger);
    queue.claim(requestId, stranger, alice);
  }

  function test_RevertWhen_TheReceiverWouldLoseIt() public {
    (uint256 requestId, ) = _filled();
    address[6] memory traps = _traps();
    vm.startPrank(alice);
    for (uint256 i; i < traps.length; ++i) {
      bytes memory refusal = abi.encodeWithSelector(IRedeemQueue.InvalidReceiver.selector, traps[i]);
      vm.expectRevert(refusal);
      queue.claim(requestId, traps[i], alice);
      vm.expectRevert(refusal);
      queue.redeem(SHARES, traps[i], alice);
      vm.expectRevert(refusal);
      queue.withdraw(1, traps[i], alice);
    }
    vm.stopPrank();
  }

  function test_O2_ClaimsArePaidInEveryStateWithoutAPrice() public {
    (uint256 requestId, uint256 assets) = _filled();
    _shut(putVault, uint8(VaultState.SettleOnly));
    _killFeed();
    (uint256 paid, ) = _claim(alice, requestId);
    assertEq(paid, assets);
  }

  function test_Claim_OfAPartWaitsForTheRest() public {
    uint256 requestId = _partly();
    (uint256 claimable, uint256 assets, uint256 pending, uint256 returnable) = _standing(requestId, alice);
    assertEq(returnable, 0);
    (uint256 paid, uint256 back) = _claim(alice, requestId);
    assertEq(paid, assets);
    assertEq(back, 0);
    assertEq(queue.claimableRedeemRequest(requestId, alice), 0);
    assertEq(queue.pendingRedeemRequest(requestId, alice), pending);
    _nextEpoch();
    (paid, back) = _claim(alice, requestId);
    assertEq(paid, 0);
    assertEq(back, pending);
    assertApproxEqAbs(claimable + pending, 100_000 * SHARE, 1);
    assertEq(queue.requestsOf(alice).length, 0);
    assertEq(putVault.balanceOf(alice), pending);
  }

  function test_Claim_PaysFilledAndUnfilledTogether() public {
    uint256 requestId = _partly();
    _nextEpoch();
    (, uint256 assets, , uint256 returnable) = _standing(requestId, alice);
    (uint256 paid, uint256 back) = _claim(alice, requestId);
    assertEq(paid, assets);
    assertEq(back, returnable);
    assertGt(paid, 0);
    assertGt(back, 0);
  }

  // By shares and by assets

  function test_Redeem_TakesTheOldestRequestsFirst() public {
    uint256 first = _request(alice, SHARES);
    _nextEpoch();
    (, uint256 firstAssets) = _fill();
    uint256 second = _request(alice, 2 * SHARES);
    _nextEpoch();
    (, uint256 secondAssets) = _fill();
    uint256 third = _request(alice, SHARES);
    assertEq(queue.maxRedeem(alice), 3 * SHARES);
    assertEq(queue.maxWithdraw(alice), firstAssets + secondAssets);

    vm.prank(alice);
    uint256 paid = queue.redeem(2 * SHARES, alice, alice);
    assertEq(paid, firstAssets + secondAssets / 2);
    uint256[] memory left = queue.requestsOf(alice);
    assertEq(left.length, 2);
    assertEq(left[0], second);
    assertEq(left[1], third);
    assertEq(queue.claimableRedeemRequest(first, alice), 0);

    vm.prank(alice);
    paid += queue.redeem(SHARES, alice, alice);
    assertEq(paid, firstAssets + secondAssets, "pieces are worth the whole");
    assertEq(usdc.balanceOf(alice), paid);
  }

  function test_Withdraw_PaysExactlyAndRoundsSharesUp() public {
    (uint256 requestId, uint256 assets) = _filled();
    vm.startPrank(alice);
    uint256 shares = queue.withdraw(assets / 3, alice, alice);
    assertEq(usdc.balanceOf(alice), assets / 3);
    assertGe(shares * assets, (assets / 3) * SHARES);
    shares += queue.withdraw(assets - assets / 3, alice, alice);
    vm.stopPrank();
    assertEq(usdc.balanceOf(alice), assets);
    assertEq(shares, SHARES);
    assertEq(queue.claimableRedeemRequest(requestId, alice), 0);
  }

  function test_RevertWhen_MoreIsAskedThanClaimable() public {
    (, uint256 assets) = _filled();
    vm.startPrank(alice);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.SharesAboveClaimable.selector, SHARES + 1, SHARES));
    queue.redeem(SHARES + 1, alice, alice);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.AssetsAboveClaimable.selector, assets + 1, assets));
    queue.withdraw(assets + 1, alice, alice);
    vm.expectRevert(IRedeemQueue.ZeroAmount.selector);
    queue.redeem(0, alice, alice);
    vm.expectRevert(IRedeemQueue.ZeroAmount.selector);
    queue.withdraw(0, alice, alice);
    vm.stopPrank();
  }

  // Renewal

  function test_Renew_PutsWhatWasNotFilledIntoTheOpenBatch() public {
    uint256 requestId = _partly();
    _nextEpoch();
    (uint256 claimable, uint256 assets, , uint256 returnable) = _standing(requestId, alice);
    vm.prank(alice);
    uint256 renewed = queue.renew(requestId, alice, 0);
    assertEq(queue.pendingRedeemRequest(renewed, alice), returnable);
    assertEq(queue.custody(), returnable);
    assertEq(putVault.balanceOf(address(queue)), returnable);
    // What was filled can still be claimed.
    assertEq(queue.claimableRedeemRequest(requestId, alice), claimable);
    (uint256 paid, uint256 back) = _claim(alice, requestId);
    assertEq(paid, assets);
    assertEq(back, 0);
    assertEq(queue.requestsOf(alice).length, 1);
  }

  function test_RevertWhen_ThereIsNothingToRenew() public {
    uint256 requestId = _partly();
    vm.startPrank(alice);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToReturn.selector, requestId, alice));
    queue.renew(requestId, alice, 0);
    vm.stopPrank();
    _nextEpoch();
    vm.startPrank(alice);
    queue.renew(requestId, alice, 0);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToReturn.selector, requestId, alice));
    queue.renew(requestId, alice, 0);
    vm.stopPrank();
  }

  function test_List_KeepsItsOrderWhereverARequestLeavesIt() public {
    uint256[3] memory ids;
    uint256 price = _price();
    ids[0] = _request(alice, SHARES);
    ids[1] = _request(alice, SHARES, (price * 90) / 100);
    ids[2] = _request(alice, SHARES, (price * 80) / 100);
    _nextEpoch();
    _fill();
    _claim(alice, ids[1]);
    uint256[] memory left = queue.requestsOf(alice);
    assertEq(left.length, 2);
    assertEq(left[0], ids[0]);
    assertEq(left[1], ids[2]);
    _claim(alice, ids[2]);
    uint256 later = _request(alice, SHARES);
    left = queue.requestsOf(alice);
    assertEq(left.length, 2);
    assertEq(left[0], ids[0]);
    assertEq(left[1], later);
    _claim(alice, ids[0]);
    assertEq(queue.requestsOf(alice)[0], later);
    _nextEpoch();
    _fill();
    _claim(alice, later);
    assertEq(queue.requestsOf(alice).length, 0);
    uint256 again = _request(alice, SHARES);
    assertEq(queue.requestsOf(alice)[0], again);
  }
}
