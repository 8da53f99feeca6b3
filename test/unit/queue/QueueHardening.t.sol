// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {RedeemQueue} from "../../../contracts/queue/RedeemQueue.sol";
import {QueueFixture} from "./QueueFixture.sol";

// Behaviour tree
// a batch far beyond what may leave: filled as far as may leave, at a price that no big request of another spoils
//   nor does one who redeems at once go beyond `maxRedeem`
// a claim of assets for no share is booked like any other
// shares that were not filled: anyone sends them back to their controller, and nobody anywhere else
contract QueueHardeningTest is QueueFixture {
  uint256 private constant RENT = 0.45e18;
  uint256 private constant AVERSION = 24e18;
  /// Shares of a claim that leaving within the limits may cost, WAD: what the charge takes in a vault as dear as the bounds allow.
  uint256 private constant MOST_LOST = 0.18e18;

  address private eve = makeAddr("eve");
  IOptionVault private dear;
  RedeemQueue private dearQueue;

  /// @dev A vault as dear as the bounds allow, nine tenths of it eve's and one alice's, with 28-day options sold.
  function _openDear() private {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, AVERSION, RENT);
    dear = _createVault(config);
    _deposit(dear, eve, 900_000e6);
    _deposit(dear, alice, 100_000e6);
    uint256 monthly = _expiry(28);
    dear.openExpiry(monthly);
    SeriesId far = _atTheMoneySeries(dear, monthly);
    dearQueue = new RedeemQueue(IOptionVault(address(dear)), EPOCH, MINIMUM);
    _governNow(dear).registerQueue(address(dearQueue));
    _tick();
    usdc.mint(buyer, 10_000_000e6);
    vm.startPrank(buyer);
    usdc.approve(address(dear), FOREVER);
    dear.buy(far, 200e18, FOREVER, buyer, FOREVER);
    vm.stopPrank();
    _tick();
  }

  function _ask(address who, uint256 shares) private {
    vm.startPrank(who);
    dear.approve(address(dearQueue), FOREVER);
    dearQueue.requestRedeem(shares, who, who);
    vm.stopPrank();
  }

  function test_S4_ABigRequest_DoesNotSpoilAnothersPrice() public {
    _openDear();
    uint256 snapshot = vm.snapshotState();
    for (uint256 percent = 50; percent <= 100; percent += 10) {
      _ask(alice, dear.balanceOf(alice));
      _ask(eve, (dear.balanceOf(eve) * percent) / 100);
      _nextEpoch();
      dearQueue.fill(dearQueue.currentEpoch() - 1);
      uint256 fair = dear.convertToAssets(dearQueue.maxRedeem(alice));
      assertGt(dearQueue.maxWithdraw(alice), (fair * (1e18 - MOST_LOST)) / 1e18);
      assertLe(dear.accounts().lock, (dear.assess().capital.actual * 9) / 10);
      vm.revertToState(snapshot);
      snapshot = vm.snapshotState();
    }
  }

  function test_S1_RevertWhen_RedeemingFarMoreThanMayLeave() public {
    _openDear();
    uint256 all = dear.balanceOf(eve);
    uint256 most = dear.maxRedeem(eve);
    assertLt(most, (all * 7) / 10);
    vm.startPrank(eve);
    vm.expectPartialRevert(IOptionVault.NotEnoughFreeCollateral.selector);
    dear.redeem(all, eve, eve);
    vm.expectPartialRevert(IOptionVault.UtilisationAboveLimit.selector);
    dear.redeem((most * 101) / 100, eve, eve);
    dear.redeem(most, eve, eve);
    vm.stopPrank();
  }

  /// Where nearly everybody has left by the guaranteed exit, what the lock frees is the few shares' that stayed: one is then worth many
  /// token units, and some token units are worth no share.
  function test_S4_AssetsClaimedForNoShare_AreBooked() public {
    vm.prank(buyer);
    putVault.buy(id, 400e18, FOREVER, buyer, FOREVER);
    address[4] memory leavers = [provider, alice, bob, carol];
    for (uint256 i = 0; i < leavers.length; ++i) {
      uint256 leaving = putVault.balanceOf(leavers[i]);
      // One unit stays: nobody comes into a vault without providers while options are open.
      if (i == 0) --leaving;
      vm.prank(leavers[i]);
      putVault.guaranteedExit(leaving, leavers[i], leavers[i]);
    }
    _tick();
    // The registered queue, with requests as small as one unit.
    vm.etch(address(queue), address(new RedeemQueue(IOptionVault(address(putVault)), EPOCH, 1)).code);
    _join(bob, 1_000_000e6);
    _join(eve, 10e6);
    uint256 requestOfEve = _request(eve, putVault.balanceOf(eve));
    _request(bob, putVault.balanceOf(bob) / 2);
    _nextEpoch();
    _fill();

    (uint256 shares, uint256 claimable, , ) = _standing(requestOfEve, eve);
    assertGt(claimable, shares);
    vm.startPrank(eve);
    for (uint256 i = 0; i < shares; ++i) queue.withdraw(1, eve, eve);
    uint256 left = queue.maxWithdraw(eve);
    assertEq(left, claimable - shares);
    queue.withdraw(left - 1, eve, eve);
    vm.expectPartialRevert(IRedeemQueue.AssetsAboveClaimable.selector);
    queue.withdraw(left - 1, eve, eve);
    vm.stopPrank();
    uint256 ofBob = queue.maxRedeem(bob);
    vm.prank(bob);
    queue.redeem(ofBob, bob, bob);
  }

  function test_GiveBack_SendsUnfilledSharesToTheirController() public {
    uint256 shares = putVault.balanceOf(alice) / 2;
    uint256 requestId = _request(alice, shares);
    uint256 before = putVault.balanceOf(alice);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToReturn.selector, requestId, alice));
    queue.giveBack(requestId, alice);
    _nextEpoch();
    _nextEpoch();
    vm.prank(makeAddr("anyone"));
    assertEq(queue.giveBack(requestId, alice), shares);
    assertEq(putVault.balanceOf(alice), before + shares);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NothingToReturn.selector, requestId, alice));
    queue.giveBack(requestId, alice);
  }
}
