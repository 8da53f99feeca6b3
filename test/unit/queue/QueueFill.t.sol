// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {PriceLevels} from "../../../contracts/queue/PriceLevels.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {QueueFixture} from "./QueueFixture.sol";

/// @notice Filling: when, at what price, for whom, how much, and what happens to the rest.
contract QueueFillTest is QueueFixture {
  uint256 private constant SHARES = 10_000 * SHARE;

  // When

  function test_RevertWhen_TheEpochIsNotTheOneBefore() public {
    _request(alice, SHARES);
    uint256 epoch = queue.currentEpoch();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.EpochNotFillable.selector, epoch, epoch));
    queue.fill(epoch);
    _nextEpoch();
    _nextEpoch();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.EpochNotFillable.selector, epoch, epoch + 2));
    queue.fill(epoch);
  }

  function test_RevertWhen_NobodyAsked() public {
    _nextEpoch();
    uint256 epoch = _lastEpoch();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToFill.selector, epoch));
    queue.fill(epoch);
  }

  function test_RevertWhen_FilledAlready() public {
    _request(alice, SHARES);
    _nextEpoch();
    _fill();
    uint256 epoch = _lastEpoch();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.FilledThisBlock.selector, block.number));
    queue.fill(epoch);
    _tick();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToFill.selector, epoch));
    queue.fill(epoch);
  }

  function test_RevertWhen_CallerIsNotTheQueueItself() public {
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NotSelf.selector, address(this)));
    queue.fillAtLeast(1, 0, 0);
  }

  function test_TheVaultsRefusalsComeThrough() public {
    _request(alice, SHARES);
    _nextEpoch();
    uint256 epoch = _lastEpoch();
    vm.prank(buyer);
    putVault.buy(id, 1e18, FOREVER, buyer, FOREVER);
    vm.expectRevert(IOptionVault.TradedThisBlock.selector);
    queue.fill(epoch);
    _tick();
    vm.warp(vm.getBlockTimestamp() + 4 hours);
    _setSpot(2000e18);
    vm.expectRevert(IOptionVault.SurfaceForbids.selector);
    queue.fill(epoch);
    _shut(putVault, uint8(VaultState.SettleOnly));
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.SettleOnly));
    queue.fill(epoch);
  }

  // At what price

  function test_Fill_RedeemsTheBatchAtTheVaultsPrice() public {
    uint256 ofAlice = _request(alice, SHARES);
    uint256 ofBob = _request(bob, 3 * SHARES);
    _nextEpoch();
    uint256 expected = putVault.previewRedeem(4 * SHARES);
    (uint256 shares, uint256 assets) = _fill();
    assertEq(shares, 4 * SHARES);
    assertEq(assets, expected);
    assertEq(putVault.accounts().escrow, expected);
    assertEq(queue.custody(), 0);
    assertEq(putVault.balanceOf(address(queue)), 0);
    assertEq(queue.claimableRedeemRequest(ofAlice, alice), SHARES);
    assertEq(queue.pendingRedeemRequest(ofAlice, alice), 0);
    assertEq(queue.maxRedeem(bob), 3 * SHARES);
    assertEq(queue.maxWithdraw(bob), (expected * 3) / 4);
    (, uint256 ofAliceAssets, , ) = _standing(ofAlice, alice);
    assertEq(ofAliceAssets, expected / 4);
    assertEq(ofBob, ofAlice, "one batch, one level: one id, told apart by controller");
  }

  function test_Fill_OfTheOpenEpochsRequestsTakesNothing() public {
    _request(alice, SHARES);
    _nextEpoch();
    _request(bob, SHARES);
    (uint256 shares, ) = _fill();
    assertEq(shares, SHARES);
    assertEq(putVault.balanceOf(address(queue)), SHARES);
    assertEq(queue.custody(), SHARES);
  }

  // For whom

  function test_Fill_LeavesOutWhoAsksForMore() public {
    uint256 price = _price();
    uint256 none = _request(alice, SHARES);
    uint256 low = _request(bob, SHARES, (price * 80) / 100);
    uint256 high = _request(carol, SHARES, price);
    vm.prank(buyer);
    putVault.buy(id, 200e18, FOREVER, buyer, FOREVER);
    _nextEpoch();
    _setSpot(1700e18);
    _tick();
    uint256 now_ = _price();
    assertLt(now_, price);
    assertGt(now_, (price * 82) / 100);

    (uint256 shares, uint256 assets) = _fill();
    assertEq(shares, 2 * SHARES);
    assertEq(queue.claimableRedeemRequest(none, alice), SHARES);
    assertEq(queue.claimableRedeemRequest(low, bob), SHARES);
    (, , uint256 pending, uint256 returnable) = _standing(high, carol);
    assertEq(pending, 0);
    assertEq(returnable, SHARES);
    assertEq(putVault.balanceOf(holder), SHARES, "out of the vault's way at once");
    assertEq(queue.custody(), 0);
    assertEq(putVault.accounts().escrow, assets);
    IRedeemQueue.BatchInfo memory batch = _batch(_lastEpoch());
    assertEq(batch.excludedFrom, PriceLevels.highestMet((assets * 1e12 * SHARE) / shares) + 1);
    (, uint256 level) = PriceLevels.parts(low);
    assertEq(batch.highestLevel, level);
  }

  function test_Fill_MeetsEveryMinimumOfThoseItTakes() public {
    uint256 price = _price();
    vm.prank(buyer);
    putVault.buy(id, 200e18, FOREVER, buyer, FOREVER);
    for (uint256 percent = 100; percent >= 80; percent -= 2) _request(alice, MINIMUM, (price * percent) / 100);
    _nextEpoch();
    _setSpot(1850e18);
    _tick();
    (uint256 shares, uint256 assets) = _fill();
    uint256 paid = (assets * 1e12 * SHARE) / shares;
    uint256[] memory ids = queue.requestsOf(alice);
    uint256 left;
    for (uint256 i; i < ids.length; ++i) {
      bool isTaken = queue.claimableRedeemRequest(ids[i], alice) != 0;
      assertEq(isTaken, queue.minimumPriceOf(ids[i]) <= paid);
      if (!isTaken) ++left;
    }
    assertGt(left, 0);
    assertLt(left, ids.length);
    assertEq(shares, (ids.length - left) * MINIMUM);
  }

  function test_Fill_EndsUnfilledWhereThePriceSuitsNobody() public {
    // Who waits for a price that only better days bring, however far above today's.
    uint256 high = _request(alice, SHARES, _price());
    _request(bob, SHARES, 3 * _price());
    vm.prank(buyer);
    putVault.buy(id, 200e18, FOREVER, buyer, FOREVER);
    _nextEpoch();
    _setSpot(1700e18);
    _tick();
    (uint256 shares, uint256 assets) = _fill();
    assertEq(shares + assets, 0);
    assertEq(putVault.balanceOf(address(queue)), 0);
    assertEq(putVault.accounts().escrow, 0);
    (uint256 paid, uint256 back) = _claim(alice, high);
    assertEq(paid, 0);
    assertEq(back, SHARES);
    uint256 epoch = _lastEpoch();
    _tick();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToFill.selector, epoch));
    queue.fill(epoch);
  }

  // How much

  function test_S4_InAShortageAllGetTheSamePart() public {
    _lockUp();
    uint256 ofAlice = _request(alice, 100_000 * SHARE);
    uint256 ofProvider = _request(provider, 900_000 * SHARE);
    _nextEpoch();
    uint256 capacity = putVault.maxRedeem(address(queue));
    assertGt(capacity, 0);
    assertLt(capacity, 1_000_000 * SHARE);
    (uint256 shares, uint256 assets) = _fill();
    assertEq(shares, capacity);
    assertEq(queue.claimableRedeemRequest(ofAlice, alice), capacity / 10);
    assertEq(queue.claimableRedeemRequest(ofProvider, provider), (capacity * 9) / 10);
    assertApproxEqAbs(queue.maxWithdraw(alice) * 9, queue.maxWithdraw(provider), 9);
    assertLe(queue.maxWithdraw(alice) + queue.maxWithdraw(provider), assets);
    assertApproxEqAbs(queue.pendingRedeemRequest(ofAlice, alice), 100_000 * SHARE - capacity / 10, 1);
  }

  function test_Fill_AgainWhenTheVaultCanPayMore() public {
    _lockUp();
    uint256 ofAlice = _request(alice, 100_000 * SHARE);
    uint256 ofProvider = _request(provider, 900_000 * SHARE);
    _nextEpoch();
    (uint256 first, uint256 firstAssets) = _fill();
    _tick();
    // Options come back: the lock falls.
    vm.prank(buyer);
    putVault.sell(id, 300e18, 0, buyer, buyer, FOREVER);
    _tick();
    (uint256 second, uint256 secondAssets) = _fill();
    assertGt(second, 0);
    uint256 filled = first + second;
    assertEq(_batch(_lastEpoch()).filled, filled);
    assertEq(queue.claimableRedeemRequest(ofAlice, alice), filled / 10);
    assertEq(queue.claimableRedeemRequest(ofProvider, provider), (filled * 9) / 10);
    assertEq(queue.maxWithdraw(alice), (firstAssets + secondAssets) / 10);
    assertEq(putVault.accounts().escrow, firstAssets + secondAssets);
  }

  function test_RevertWhen_NothingMayLeave() public {
    _lockUp();
    _request(provider, 900_000 * SHARE);
    _nextEpoch();
    _fill();
    uint256 epoch = _lastEpoch();
    _tick();
    // A fall takes what there was above the lock's part.
    _setSpot(1900e18);
    _tick();
    vm.expectRevert(IRedeemQueue.NoCapacity.selector);
    queue.fill(epoch);
  }

  function test_Fill_LaterWaitsWhileThePriceIsBelowAMinimum() public {
    _lockUp();
    uint256 price = _price();
    uint256 ofProvider = _request(provider, 900_000 * SHARE, (price * 97) / 100);
    _nextEpoch();
    _fill();
    uint256 epoch = _lastEpoch();
    assertGt(queue.claimableRedeemRequest(ofProvider, provider), 0);
    _tick();
    vm.prank(buyer);
    putVault.sell(id, 400e18, 0, buyer, buyer, FOREVER);
    _setSpot(1500e18);
    _tick();
    uint256 minimum = queue.minimumPriceOf(ofProvider);
    assertLt(_price(), minimum);
    vm.expectPartialRevert(IRedeemQueue.PriceBelowMinimum.selector);
    queue.fill(epoch);
    _setSpot(2000e18);
    _tick();
    (uint256 shares, ) = queue.fill(epoch);
    assertGt(shares, 0);
  }

  // The rest

  function test_Close_TakesWhatTimeRanOutFor() public {
    uint256 id_ = _request(alice, SHARES);
    uint256 epoch = queue.currentEpoch();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.EpochNotOver.selector, epoch, epoch));
    queue.close(epoch);
    _nextEpoch();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.EpochNotOver.selector, epoch, epoch + 1));
    queue.close(epoch);
    _nextEpoch();
    assertEq(queue.pendingRedeemRequest(id_, alice), 0);
    assertEq(queue.close(epoch), SHARES);
    assertEq(putVault.balanceOf(address(queue)), 0);
    assertEq(putVault.balanceOf(holder), SHARES);
    assertEq(queue.custody(), 0);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.AlreadyClosed.selector, epoch));
    queue.close(epoch);
    (, uint256 back) = _claim(alice, id_);
    assertEq(back, SHARES);
  }

  function test_Close_OfAFilledBatchHasNothingToTake() public {
    _request(alice, SHARES);
    uint256 epoch = queue.currentEpoch();
    _nextEpoch();
    _fill();
    _nextEpoch();
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.AlreadyClosed.selector, epoch));
    queue.close(epoch);
  }
}
