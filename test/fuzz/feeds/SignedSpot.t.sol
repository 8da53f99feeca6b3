// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {ISignedSpot} from "../../../contracts/interfaces/ISignedSpot.sol";
import {PriceReading} from "../../../contracts/types/PriceReading.sol";
import {SignedPrice} from "../../../contracts/types/SignedPrice.sol";
import {NEWEST_SPOT, PUSH_ONLY, SpotReading} from "../../../contracts/types/SpotReading.sol";
import {MockSource} from "../../mocks/MockSource.sol";
import {SignedSpotFixture} from "../../unit/feeds/SignedSpotFixture.sol";

/// The packed slot against a plain history of all that was taken, over random waits, delays, repetitions and lies.
contract SignedSpotFuzzTest is SignedSpotFixture {
  struct Taken {
    uint256 price;
    uint256 seenAt;
    uint256 takenAt;
  }

  uint256 private constant STEPS = 10;
  /// @dev Numbers of the distant past that are asked for, too.
  uint256 private constant LOOK_BACK = 8;

  Taken[] private history;
  MockSource private source;
  PriceFeed private feed;

  function setUp() public override {
    super.setUp();
    source = new MockSource(PRICE, 0.005e18);
    address[] memory list = new address[](1);
    list[0] = address(source);
    feed = new PriceFeed(PriceFeed.Config(list, 1, 0.02e18, 0.001e18, address(0), 0, address(spot)));
  }

  function testFuzz_A36_KeepsAndReads_AsAPlainHistory(uint256 seed) public {
    for (uint256 i = 0; i < STEPS; ++i) {
      uint256 step = uint256(keccak256(abi.encode(seed, i)));
      uint256 now_ = vm.getBlockTimestamp() + _wait(step);
      vm.warp(now_);
      _bring(step, now_);
      _compare(NEWEST_SPOT, now_);
      for (uint256 j = history.length; j > 0 && history.length - j < LOOK_BACK; --j) {
        _compare(history[j - 1].seenAt, now_);
        _compare(history[j - 1].seenAt + 1, now_);
      }
    }
  }

  /// @dev None, some seconds, or about as long as an age or a gap can be.
  function _wait(uint256 step) private pure returns (uint256) {
    uint256 kind = step % 8;
    if (kind == 0) return 0;
    if (kind < 6) return 1 + ((step >> 8) % 20);
    return kind == 6 ? 28 + ((step >> 8) % 5) : 250 + ((step >> 8) % 10);
  }

  function _bring(uint256 step, uint256 now_) private {
    // Two seconds ahead to some past the largest age.
    uint256 seenAt = now_ + 2 - ((step >> 32) % (MAX_AGE + 5));
    // Up to 0.75 % either side, where 0.5 % is the band.
    uint256 price = PRICE - 15e18 + ((step >> 64) % 30e18);
    bytes4 obstacle = _obstacle(seenAt, now_);
    SignedPrice memory signed = _signed(price, seenAt);
    uint256 latest = history.length == 0 ? PUSH_ONLY : history[history.length - 1].seenAt;
    if (obstacle != 0) {
      assertEq(spot.trySubmit(signed), latest);
      vm.expectPartialRevert(obstacle);
      spot.submit(signed);
      return;
    }
    assertEq((step >> 16) % 2 == 0 ? spot.submit(signed) : spot.trySubmit(signed), seenAt);
    history.push(Taken(price, seenAt, now_));
  }

  function _obstacle(uint256 seenAt, uint256 now_) private view returns (bytes4) {
    Taken memory last = history.length == 0 ? Taken(0, 0, 0) : history[history.length - 1];
    if (seenAt <= last.seenAt) return ISignedSpot.ObservedOutOfOrder.selector;
    if (seenAt > now_) return ISignedSpot.ObservedInFuture.selector;
    if (seenAt + MAX_AGE < now_) return ISignedSpot.ObservedTooLongAgo.selector;
    if (last.takenAt == now_) return ISignedSpot.AlreadySubmittedInBlock.selector;
    return 0;
  }

  /// @dev What a number answers: the last two that were taken, while they are young.
  function _expected(uint256 number, uint256 now_) private view returns (Taken memory) {
    uint256 count = history.length;
    for (uint256 i = 1; i <= 2 && i <= count; ++i) {
      Taken memory taken = history[count - i];
      if (number == NEWEST_SPOT || number == taken.seenAt) {
        return now_ - taken.seenAt <= MAX_AGE ? taken : Taken(0, 0, 0);
      }
    }
    return Taken(0, 0, 0);
  }

  function _compare(uint256 number, uint256 now_) private view {
    Taken memory taken = _expected(number, now_);
    PriceReading memory kept = spot.readAt(number);
    assertEq(kept.price, taken.price);
    assertEq(kept.updatedAt, taken.seenAt);
    SpotReading memory reading = feed.readAt(number);
    bool counts = taken.price >= PRICE - 10e18 && taken.price <= PRICE + 10e18;
    assertEq(reading.number, counts ? taken.seenAt : PUSH_ONLY);
    assertEq(reading.price, counts ? taken.price : PRICE);
    // At most 0.75 % away: nothing beyond what a stray price may make of the doubt.
    uint256 distance = taken.price > PRICE ? taken.price - PRICE : PRICE - taken.price;
    uint256 doubt = taken.price == 0 ? 0.005e18 : Math.ceilDiv(distance * 1e18, PRICE);
    assertEq(reading.confidence, counts ? FLOOR : doubt);
    assertEq(reading.age, counts ? now_ - taken.seenAt : 0);
  }

  /// What is gained from signed prices is bounded by the push feed's band, whatever anybody signs.
  function testFuzz_A36_NoPriceOutsideTheBandIsEverRead(uint256 push, uint256 signedPrice, uint256 confidence) public {
    push = bound(push, 1, type(uint96).max);
    confidence = bound(confidence, 0.001e18, 0.1e18);
    // Around the band's edge: half of it to twice of it, on either side.
    uint256 distance = bound(signedPrice >> 1, 0, (2 * push * confidence) / 1e18 + 1);
    uint256 price = signedPrice % 2 == 0 ? push + distance : push - (distance < push ? distance : push - 1);
    if (price > type(uint96).max) price = type(uint96).max;
    source.set(push, confidence, START);
    _submit(price, START);
    SpotReading memory reading = feed.readAt(NEWEST_SPOT);
    uint256 off = price > push ? price - push : push - price;
    assertEq(reading.number == START, off * 1e18 <= push * confidence);
    assertEq(reading.price, reading.number == START ? price : push);
  }
}
