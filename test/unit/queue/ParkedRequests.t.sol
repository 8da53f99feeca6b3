// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {PriceLevels} from "../../../contracts/queue/PriceLevels.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {DeployedTermsFixture} from "./DeployedTermsFixture.sol";

// Behaviour tree
// requests of the open epoch claim nothing
// requests of the epoch that closed claim
//   until the first fill, and then nothing: neither what it left out for its minimum nor what it could not pay
//   at most until the next epoch ends, also where nobody fills
//   so that renewing them each epoch holds up nobody once somebody has called fill
// while nothing may leave the vault
//   a fill leaves out who asks for more than NAV less the band
//   who asks for less keeps the claim, and the fill after that is refused by name
//   a batch of those alone who ask for more ends
// the vault asks the queue while something claims or will, and stops once somebody came by after that
// dust in many levels costs its owner more than those who fill
// a dust trade in front of a fill puts it off by a block
contract ParkedRequestsTest is DeployedTermsFixture {
  uint256 private constant FIFTH = 200_000e6;

  SeriesId private sold;

  function setUp() public override {
    super.setUp();
    _deposit(vault, provider, 400_000e6);
    _deposit(vault, leaver, FIFTH);
    _deposit(vault, attacker, 400_000e6);
    vault.openExpiry(far);
    sold = _strike(far, 4);
    _tick();
  }

  function _lock(uint256 share) private {
    _buy(vault, buyer, sold, _quantityTo((vault.assess().capital.actual * share) / WAD, sold));
    _tick();
  }

  function _claimed() private view returns (uint256 shares) {
    (shares, ) = queue.activeClaim();
    assertEq(vault.capital().claimShare == 0, shares == 0, "the vault was not told");
    assertEq(vault.assess().claim == 0, shares == 0);
  }

  function _isTold() private returns (bool) {
    uint256 snapshot = vm.snapshotState();
    vm.mockCallRevert(address(queue), abi.encodeCall(IRedeemQueue.activeClaim, ()), "asked");
    (bool ok, ) = address(vault).staticcall(abi.encodeCall(IOptionVault.capital, ()));
    vm.clearMockedCalls();
    vm.revertToState(snapshot);
    return !ok;
  }

  // What claims, and how long

  function test_Claim_BeginsWithTheEpochsClose() public {
    uint256 shares = vault.balanceOf(leaver);
    _request(leaver, shares, 0);
    assertEq(_claimed(), 0);
    _nextEpoch();
    assertEq(_claimed(), shares);
  }

  function test_Claim_EndsWithTheFirstFill_ForWhatItLeftOut() public {
    _request(leaver, vault.balanceOf(leaver), _price() * 2);
    _request(attacker, 1_000 * SHARE, 0);
    _nextEpoch();
    assertGt(_claimed(), 1_000 * SHARE);
    (uint256 filled, ) = queue.fill(_lastEpoch());
    assertEq(filled, 1_000 * SHARE);
    assertEq(_claimed(), 0);
    assertFalse(_isTold());
  }

  function test_Claim_EndsWithTheFirstFill_ForWhatItCouldNotPay() public {
    _lock(0.75e18);
    _request(attacker, vault.balanceOf(attacker), 0);
    _nextEpoch();
    (uint256 filled, ) = queue.fill(_lastEpoch());
    assertGt(filled, 0);
    assertGt(queue.custody(), 0);
    assertEq(_claimed(), 0);
    assertFalse(_isTold());
  }

  function test_Claim_EndsWithTheNextEpoch_WhereNobodyFills() public {
    _request(leaver, vault.balanceOf(leaver), 0);
    _nextEpoch();
    _nextEpoch();
    assertEq(_claimed(), 0);
    // The vault still asks, for nothing, until somebody takes the batch apart.
    assertTrue(_isTold());
    queue.close(_lastEpoch() - 1);
    assertFalse(_isTold());
  }

  function test_Claim_OfTheOpenBatchIsNotForgottenByThoseBeforeIt() public {
    uint256 first = _request(leaver, vault.balanceOf(leaver) / 2, _price() * 2);
    _nextEpoch();
    _request(attacker, 1_000 * SHARE, 0);
    queue.fill(_lastEpoch());
    vm.prank(leaver);
    queue.claim(first, leaver, leaver);
    assertTrue(_isTold());
    _nextEpoch();
    assertEq(_claimed(), 1_000 * SHARE);
    uint256 parked = _request(leaver, vault.balanceOf(leaver), _price() * 2);
    assertTrue(_isTold());
    _nextEpoch();
    _nextEpoch();
    queue.giveBack(parked, leaver);
    assertFalse(_isTold());
    assertEq(_claimed(), 0);
  }

  function test_Claim_IsNotForgottenWhenAnOlderBatchIsTakenApart() public {
    uint256 older = _request(leaver, 2_000 * SHARE, 0);
    _nextEpoch();
    _request(attacker, 1_000 * SHARE, 0);
    _nextEpoch();
    assertEq(_claimed(), 1_000 * SHARE);
    uint256 snapshot = vm.snapshotState();
    queue.close(_lastEpoch() - 1);
    assertEq(_claimed(), 1_000 * SHARE);
    vm.revertToState(snapshot);
    snapshot = vm.snapshotState();
    queue.giveBack(older, leaver);
    assertEq(_claimed(), 1_000 * SHARE);
    vm.revertToState(snapshot);
    vm.prank(leaver);
    queue.claim(older, leaver, leaver);
    assertEq(_claimed(), 1_000 * SHARE);
  }

  function test_Parked_RenewedEachEpoch_HoldsUpNobodyAfterAFill() public {
    _lock(0.5e18);
    uint256 all = vault.balanceOf(attacker);
    uint256 id = _request(attacker, all, (_price() * 11) / 10);
    for (uint256 day; day < 5; ++day) {
      _nextEpoch();
      assertEq(_claimed(), all);
      uint256 held = vault.maxWithdraw(provider);
      // Anyone; who parks there can fill first and renew in the same block.
      (uint256 filled, ) = queue.fill(_lastEpoch());
      assertEq(filled, 0);
      uint256 minimum = (_price() * 11) / 10;
      vm.prank(attacker);
      id = queue.renew(id, attacker, minimum);
      assertEq(_claimed(), 0);
      assertGe(vault.maxWithdraw(provider), held);
      assertEq(vault.maxWithdraw(provider), vault.previewRedeem(vault.balanceOf(provider)), "held back");
      _buy(vault, buyer, sold, 1e18);
      _tick();
    }
  }

  // While nothing may leave

  /// @dev A fall takes what there was above the lock's part.
  function _fall() private {
    _setSpot(1600e18);
    _tick();
    assertEq(vault.maxRedeem(address(queue)), 0);
  }

  function test_NoCapacity_LeavesOutWhoAsksForMoreThanAnybodyWouldBePaid() public {
    _lock(0.89e18);
    uint256 shares = vault.balanceOf(leaver);
    uint256 price = _price();
    uint256 parked = _request(attacker, vault.balanceOf(attacker), price * 2);
    uint256 modest = _request(leaver, shares, price / 2);
    _nextEpoch();
    _fall();
    uint256 epoch = _lastEpoch();
    (uint256 filled, uint256 assets) = queue.fill(epoch);
    assertEq(filled + assets, 0);
    assertEq(queue.pendingRedeemRequest(parked, attacker), 0);
    assertEq(queue.pendingRedeemRequest(modest, leaver), shares);
    assertEq(_claimed(), shares, "whom only the lock keeps still claims");
    assertTrue(_isTold());
    vm.expectRevert(IRedeemQueue.NoCapacity.selector);
    queue.fill(epoch);
    // Options come back: the claim is paid first.
    _sell(vault, buyer, sold, 250e18);
    _tick();
    (filled, ) = queue.fill(epoch);
    assertEq(filled, shares);
    assertEq(_claimed(), 0);
  }

  function test_NoCapacity_EndsABatchOfThoseAloneWhoAskForMore() public {
    _lock(0.89e18);
    _request(attacker, vault.balanceOf(attacker), _price() * 2);
    _nextEpoch();
    _fall();
    queue.fill(_lastEpoch());
    assertEq(_claimed(), 0);
    assertEq(queue.custody(), 0);
    assertFalse(_isTold());
  }

  // Minimums

  function test_Minimum_IsTheSameWhateverTheMarketDoes() public {
    _lock(0.7e18);
    uint256 price = _price();
    (, uint256 level) = PriceLevels.parts(_request(leaver, 1_000 * SHARE, price));
    uint256[4] memory dips = [uint256(1900e18), 1700e18, 1400e18, 2000e18];
    for (uint256 i; i < dips.length; ++i) {
      _passFresh(10 minutes);
      _setSpot(dips[i]);
      _tick();
      (, uint256 same) = PriceLevels.parts(_request(attacker, 1_000 * SHARE, price));
      assertEq(same, level);
    }
  }

  function test_Minimum_IsTheSameWhateverAnybodyTrades() public {
    uint256 price = _price();
    _buy(vault, buyer, sold, 250e18);
    uint256 pushed = _request(leaver, 1_000 * SHARE, price);
    _sell(vault, buyer, sold, 250e18);
    assertEq(pushed, _request(leaver, 1_000 * SHARE, price));
    assertGe(queue.minimumPriceOf(pushed), price);
  }

  // Dust

  /// @dev The first level above the price costs a fill one more pass over the book; every other one a small part of what it cost to
  /// make the request, whether its neighbours are in use or not.
  function test_A13_DustInManyLevels_CostsItsOwnerMoreThanThoseWhoFill() public {
    uint256 above = PriceLevels.highestMet(_price()) + 1;
    _request(leaver, vault.balanceOf(leaver), 0);
    emit log_named_uint("fill", _fillGas());
    uint256 snapshot = vm.snapshotState();
    _park(above, 1, 1);
    uint256 one = _fillGas();
    emit log_named_uint("fill leaving out 1 level", one);
    vm.revertToState(snapshot);
    snapshot = vm.snapshotState();
    _checkDust(above, 190, 1, one);
    vm.revertToState(snapshot);
    _checkDust(above, (PriceLevels.HIGHEST - above) / 128, 128, one);
  }

  function _checkDust(uint256 level, uint256 count, uint256 stride, uint256 one) private {
    uint256 spent = _park(level, count, stride);
    uint256 many = _fillGas();
    emit log_named_uint("levels", count);
    emit log_named_uint("fill leaving them out", many);
    emit log_named_uint("requests there", spent);
    assertLt((many - one) * 20, spent);
  }

  /// @dev Dust at `count` levels from `level` on, `stride` apart.
  function _park(uint256 level, uint256 count, uint256 stride) private returns (uint256 spent) {
    vm.startPrank(attacker);
    vault.approve(address(queue), FOREVER);
    for (uint256 i; i < count; ++i) {
      uint256 minimum = PriceLevels.priceOf(level + i * stride);
      uint256 before = gasleft();
      queue.requestRedeem(100 * SHARE, attacker, attacker, minimum);
      spent += before - gasleft();
    }
    vm.stopPrank();
  }

  /// @dev Of filling what waits, everything cold, and not kept.
  function _fillGas() private returns (uint256 used) {
    uint256 snapshot = vm.snapshotState();
    _nextEpoch();
    uint256 epoch = _lastEpoch();
    vm.cool(address(queue));
    vm.cool(address(vault));
    uint256 before = gasleft();
    (uint256 shares, ) = queue.fill(epoch);
    used = before - gasleft();
    assertEq(shares, FIFTH * 1e6, "everybody without a minimum");
    vm.revertToState(snapshot);
  }

  function test_A1_ADustTradePutsAFillOffByABlock() public {
    _buy(vault, attacker, sold, 10e18);
    _tick();
    _request(leaver, vault.balanceOf(leaver), 0);
    _nextEpoch();
    uint256 epoch = _lastEpoch();
    uint256 paid = _buy(vault, attacker, sold, 0.1e18);
    vm.expectRevert(IOptionVault.TradedThisBlock.selector);
    queue.fill(epoch);
    _tick();
    uint256 got = _sell(vault, attacker, sold, 0.1e18);
    assertLt(got, paid, "each costs its fees");
    vm.expectRevert(IOptionVault.TradedThisBlock.selector);
    queue.fill(epoch);
    _tick();
    (uint256 shares, ) = queue.fill(epoch);
    assertGt(shares, 0);
  }
}
