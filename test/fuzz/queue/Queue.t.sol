// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {PriceLevels} from "../../../contracts/queue/PriceLevels.sol";
import {QueueFixture} from "../../unit/queue/QueueFixture.sol";

/// @notice Any requests at any minimums, any fill, any claims: to the last unit.
contract QueueFuzzTest is QueueFixture {
  uint256 private constant PEOPLE = 12;

  struct Made {
    address who;
    uint256 requestId;
    uint256 shares;
    uint256 paid;
    uint256 back;
  }

  function testFuzz_S4_FillsAreProRataAndNeverOwedMoreThanSetAside(
    uint256 seed,
    uint256 locked,
    uint256 spot,
    bool twice
  ) public {
    _lock(bound(locked, 0, 540));
    Made[] memory made = _requests(seed);
    _nextEpoch();
    _setSpot(bound(spot, 1700, 2300) * 1e18);
    _tick();
    uint256 epoch = _lastEpoch();
    (bool ok, uint256 total) = _tryFill(epoch);
    if (!ok) return;
    _checkMinimums(made, total);
    uint256 shares;
    if (twice) {
      _claimAll(made, seed);
      vm.prank(buyer);
      try putVault.sell(id, 20e18, 0, buyer, buyer, FOREVER) {} catch {}
      _tick();
      (, shares) = _tryFill(epoch);
    }
    _checkProRata(made, epoch);
    _nextEpoch();
    _claimAll(made, seed >> 8);
    _checkSums(made, epoch);
  }

  function _lock(uint256 options) private {
    if (options == 0) return;
    vm.prank(buyer);
    putVault.buy(id, options * 1e18, FOREVER, buyer, FOREVER);
    _tick();
  }

  function _requests(uint256 seed) private returns (Made[] memory made) {
    made = new Made[](PEOPLE);
    uint256 price = _price();
    for (uint256 i; i < PEOPLE; ++i) {
      uint256 random = uint256(keccak256(abi.encode(seed, i)));
      address who = address(uint160(0x2000 + i));
      uint256 shares = bound(random, MINIMUM, 60_000 * SHARE);
      // Every third without a minimum, the others anywhere between 0.6 and 1.2 of the price.
      uint256 minimum = random % 3 == 0 ? 0 : (price * bound(random >> 128, 600, 1200)) / 1000;
      vm.prank(provider);
      putVault.transfer(who, shares);
      vm.startPrank(who);
      putVault.approve(address(queue), shares);
      made[i] = Made(who, queue.requestRedeem(shares, who, who, minimum), shares, 0, 0);
      vm.stopPrank();
      assertGe(queue.minimumPriceOf(made[i].requestId), minimum);
    }
  }

  function _tryFill(uint256 epoch) private returns (bool, uint256) {
    try queue.fill(epoch) returns (uint256, uint256 assets) {
      return (true, assets);
    } catch (bytes memory reason) {
      // A shortage or, the second time, a price that does not suit those who take part.
      bytes4 why = bytes4(reason);
      assertTrue(
        why == IRedeemQueue.NoCapacity.selector ||
          why == IRedeemQueue.NothingToFill.selector ||
          why == IRedeemQueue.PriceBelowMinimum.selector
      );
      return (false, 0);
    }
  }

  /// @dev Who took part got at least what was asked for.
  function _checkMinimums(Made[] memory made, uint256 assets) private view {
    uint256 filled = _batch(_lastEpoch()).filled;
    if (filled == 0) return;
    uint256 paid = (assets * 1e12 * SHARE) / filled;
    for (uint256 i; i < made.length; ++i) {
      if (queue.claimableRedeemRequest(made[i].requestId, made[i].who) == 0) continue;
      assertGe(paid, queue.minimumPriceOf(made[i].requestId));
    }
  }

  /// @dev Everybody's claimed and claimable part is the batch's, within a unit.
  function _checkProRata(Made[] memory made, uint256 epoch) private view {
    IRedeemQueue.BatchInfo memory batch = _batch(epoch);
    for (uint256 i; i < made.length; ++i) {
      (, uint256 level) = PriceLevels.parts(made[i].requestId);
      bool takesPart = batch.excludedFrom == 0 || level < batch.excludedFrom;
      (, uint256 assets, , ) = queue.standingOf(made[i].requestId, made[i].who);
      uint256 expected = takesPart ? (made[i].shares * batch.assets) / batch.requested : 0;
      assertEq(made[i].paid + assets, expected);
    }
  }

  function _claimAll(Made[] memory made, uint256 seed) private {
    for (uint256 k; k < made.length; ++k) {
      Made memory m = made[(k + (seed % PEOPLE)) % PEOPLE];
      (uint256 claimable, uint256 assets, , uint256 returnable) = queue.standingOf(m.requestId, m.who);
      if (assets == 0 && returnable == 0) continue;
      vm.startPrank(m.who);
      // Half of them in two pieces.
      if ((seed >> (k + 16)) & 1 == 0 && claimable > 1e12 && assets > 2) {
        m.paid += queue.redeem(claimable / 3, m.who, m.who);
      }
      (uint256 paid, uint256 back) = queue.claim(m.requestId, m.who, m.who);
      vm.stopPrank();
      (m.paid, m.back) = (m.paid + paid, m.back + back);
    }
  }

  /// @dev I1, S4: all claims together are what was set aside and what came back, but for less than a unit each.
  function _checkSums(Made[] memory made, uint256 epoch) private view {
    IRedeemQueue.BatchInfo memory batch = _batch(epoch);
    (uint256 paid, uint256 back, uint256 asked) = (0, 0, 0);
    for (uint256 i; i < made.length; ++i) {
      paid += made[i].paid;
      back += made[i].back;
      asked += made[i].shares;
      assertEq(usdc.balanceOf(made[i].who), made[i].paid);
      assertEq(queue.requestsOf(made[i].who).length, 0, "settled requests go");
    }
    assertLe(paid, batch.assets);
    assertLt(batch.assets - paid, PEOPLE);
    assertEq(putVault.accounts().escrow, batch.assets - paid);
    assertLe(back, asked - batch.filled);
    assertLt(asked - batch.filled - back, PEOPLE);
    assertEq(putVault.balanceOf(holder), asked - batch.filled - back);
    assertEq(queue.custody(), 0);
    assertEq(putVault.balanceOf(address(queue)), 0);
  }

  function testFuzz_PriceLevels_RoundUpByLessThanOnePerCent(uint256 minimum) public pure {
    minimum = bound(minimum, 1, PriceLevels.priceOf(PriceLevels.HIGHEST));
    uint256 level = PriceLevels.levelOf(minimum);
    uint256 kept = PriceLevels.priceOf(level);
    assertGe(kept, minimum);
    assertLe(kept, (minimum * 101) / 100 + 1);
    assertLt(PriceLevels.priceOf(level - 1), minimum);
  }

  function testFuzz_PriceLevels_HighestMetIsTheLastThatAsksForNoMore(uint256 price) public pure {
    uint256 level = PriceLevels.highestMet(price);
    assertLe(PriceLevels.priceOf(level), price);
    if (level != PriceLevels.HIGHEST) assertGt(PriceLevels.priceOf(level + 1), price);
  }
}
