// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BoundedCall} from "../../../contracts/feeds/BoundedCall.sol";
import {ParameterBounds} from "../../../contracts/feeds/ParameterBounds.sol";
import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {PriceReading} from "../../../contracts/types/PriceReading.sol";
import {SpotReading, NEWEST_SPOT, PUSH_ONLY} from "../../../contracts/types/SpotReading.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";
import {MockSignedSpot} from "../../mocks/MockSignedSpot.sol";
import {MockSource} from "../../mocks/MockSource.sol";
import {SignedSpotFixture} from "./SignedSpotFixture.sol";

// Behaviour tree
// readAt
//   no signed spot: the push price, whatever the number
//   a signed price that is young and within the band: it, its own floor, time, number and age
//   silent, old, outside the band (both sides, to the wei), suspended, unknown number: the push price
//   a number while newer prices come; a number that is evicted
//   a signed spot that fails in whatever way: the push price; starved of gas: never
//   no push price: no price at all, with the push feed's own reason
// read: as if there were no signed spot
contract PriceFeedSignedTest is SignedSpotFixture {
  uint256 private constant CONFIDENCE = 0.005e18;
  /// @dev 0.5 % of `PRICE`.
  uint256 private constant BAND = 10e18;

  MockSource private source;
  MockAggregator private sequencer;
  PriceFeed private feed;

  function setUp() public override {
    super.setUp();
    source = new MockSource(PRICE, CONFIDENCE);
    sequencer = new MockAggregator(0, 0);
    _pass(100);
    feed = _feed(address(spot));
  }

  function _feed(address signedSpot) private returns (PriceFeed) {
    address[] memory list = new address[](1);
    list[0] = address(source);
    return new PriceFeed(PriceFeed.Config(list, 1, 0.02e18, 0.001e18, address(sequencer), 50, signedSpot));
  }

  function _now() private view returns (uint256) {
    return vm.getBlockTimestamp();
  }

  function _isPush(PriceFeed of_, uint256 number) private view {
    PriceReading memory push = of_.read();
    SpotReading memory reading = of_.readAt(number);
    assertEq(reading.price, push.price);
    assertEq(reading.confidence, push.confidence);
    assertEq(reading.updatedAt, push.updatedAt);
    assertEq(reading.number, PUSH_ONLY);
    assertEq(reading.age, 0);
  }

  function _isSigned(uint256 number, uint256 price, uint256 seenAt) private view {
    SpotReading memory reading = feed.readAt(number);
    assertEq(reading.price, price);
    assertEq(reading.confidence, FLOOR);
    assertEq(reading.updatedAt, seenAt);
    assertEq(reading.number, seenAt);
    assertEq(reading.age, _now() - seenAt);
  }

  /// The push price with a doubt of its own.
  function _isDoubted(uint256 number, uint256 confidence) private view {
    SpotReading memory reading = feed.readAt(number);
    assertEq(reading.price, feed.read().price);
    assertEq(reading.confidence, confidence);
    assertEq(reading.number, PUSH_ONLY);
    assertEq(reading.age, 0);
  }

  /// A2: the market has left the push price by more than its doubt, and whoever trades on the push price pays for that.
  function test_A2_AYoungSignedPriceBeyondTheBandIsThePushPricesDoubt() public {
    uint256 seenAt = _now();
    _submit((PRICE * 102) / 100, seenAt);
    _isDoubted(NEWEST_SPOT, 0.02e18);
    _pass(1);
    _submit((PRICE * 96) / 100, seenAt + 1);
    _isDoubted(NEWEST_SPOT, 0.04e18);
    _pass(1);
    _submit((PRICE * 3) / 2, seenAt + 2);
    _isDoubted(NEWEST_SPOT, 0.05e18);
    vm.warp(seenAt + 2 + MAX_AGE + 1);
    _isPush(feed, NEWEST_SPOT);
  }

  function test_ReadAt_IsThePushPrice_GivenNoSignedSpot() public {
    PriceFeed plain = _feed(address(0));
    assertEq(plain.signedSpot(), address(0));
    _submit(PRICE, _now());
    _isPush(plain, NEWEST_SPOT);
    _isPush(plain, PUSH_ONLY);
    _isPush(plain, _now());
  }

  function test_ReadAt_GivenAPriceThatCounts() public {
    uint256 seenAt = _now() - 4;
    _submit(PRICE + 1e18, seenAt);
    _isSigned(NEWEST_SPOT, PRICE + 1e18, seenAt);
    _isSigned(seenAt, PRICE + 1e18, seenAt);
    _isPush(feed, PUSH_ONLY);
    _pass(7);
    _isSigned(NEWEST_SPOT, PRICE + 1e18, seenAt);
  }

  function test_Read_IsThePushPrice_GivenAPriceThatCounts() public {
    _submit(PRICE + 1e18, _now());
    PriceReading memory push = feed.read();
    assertEq(push.price, PRICE);
    assertEq(push.confidence, CONFIDENCE);
    assertEq(push.updatedAt, START);
    (bool ok, PriceReading memory tried, ) = feed.tryRead();
    assertTrue(ok);
    assertEq(tried.price, PRICE);
  }

  function test_A36_ReadAt_IsThePushPrice_WhenReportersAreSilent() public {
    _isPush(feed, NEWEST_SPOT);
    _isPush(feed, _now());
    uint256 seenAt = _now();
    _submit(PRICE + 1, seenAt);
    vm.warp(seenAt + MAX_AGE);
    _isSigned(NEWEST_SPOT, PRICE + 1, seenAt);
    vm.warp(seenAt + MAX_AGE + 1);
    _isPush(feed, NEWEST_SPOT);
    _isPush(feed, seenAt);
  }

  function test_A36_ReadAt_IsThePushPrice_WhenReportersLie() public {
    uint256 seenAt = _now();
    _submit(PRICE + BAND, seenAt);
    _isSigned(NEWEST_SPOT, PRICE + BAND, seenAt);
    _pass(1);
    _submit(PRICE + BAND + 1, seenAt + 1);
    _isDoubted(NEWEST_SPOT, CONFIDENCE + 1);
    _isDoubted(seenAt + 1, CONFIDENCE + 1);
    _pass(1);
    _submit(PRICE - BAND - 1, seenAt + 2);
    _isDoubted(NEWEST_SPOT, CONFIDENCE + 1);
    _pass(1);
    _submit(PRICE - BAND, seenAt + 3);
    _isSigned(NEWEST_SPOT, PRICE - BAND, seenAt + 3);
  }

  /// Where price times confidence is no whole number, the band ends before it.
  function test_A36_TheBandIsNotRoundedUp() public {
    // 1e15 · 0.005000000000000999 = 5_000_000_000_000.999
    source.set(1e15, 0.005000000000000999e18, START);
    uint256 seenAt = _now();
    _submit(1e15 + 5_000_000_000_000, seenAt);
    _isSigned(NEWEST_SPOT, 1e15 + 5_000_000_000_000, seenAt);
    _pass(1);
    _submit(1e15 + 5_000_000_000_001, seenAt + 1);
    _isDoubted(NEWEST_SPOT, 0.005000000000001e18);
  }

  /// A1: the push price moves away from what was signed before, and what was signed counts no more.
  function test_A1_ReadAt_IsThePushPrice_OnceThatHasMovedAway() public {
    uint256 seenAt = _now();
    _submit(PRICE, seenAt);
    uint256 moved = 1990.0498e18;
    source.set(moved, CONFIDENCE, seenAt);
    assertGt((moved * CONFIDENCE) / 1e18, PRICE - moved, "still within");
    _isSigned(NEWEST_SPOT, PRICE, seenAt);
    source.set(1990e18, CONFIDENCE, seenAt);
    // 10 of 1990, rounded up.
    _isDoubted(NEWEST_SPOT, 0.005025125628140704e18);
  }

  /// A newest price that does not count says that the one before it is no good either.
  function test_A36_AnOlderPriceDoesNotStandInForTheNewest() public {
    uint256 seenAt = _now();
    _submit(PRICE, seenAt);
    _pass(1);
    _submit(PRICE + BAND + 1, seenAt + 1);
    _isDoubted(NEWEST_SPOT, CONFIDENCE + 1);
    _isSigned(seenAt, PRICE, seenAt);
  }

  /// A vault's first price of a block stays to be had while others bring newer ones.
  function test_A36_ANumberIsKeptUntilTheBlockEnds() public {
    uint256 seenAt = _now();
    _submit(PRICE, seenAt);
    _pass(12);
    uint256 used = feed.readAt(NEWEST_SPOT).number;
    _submit(PRICE + 1e18, seenAt + 6);
    spot.trySubmit(_signed(PRICE + 2e18, seenAt + 7));
    _isSigned(used, PRICE, seenAt);
    _isSigned(NEWEST_SPOT, PRICE + 1e18, seenAt + 6);
    _pass(12);
    _submit(PRICE + 3e18, seenAt + 13);
    _isPush(feed, used);
  }

  function test_G3_ReadAt_IsThePushPrice_GivenASuspension() public {
    uint256 seenAt = _now();
    _submit(PRICE + 1, seenAt);
    vm.prank(guardian);
    spot.suspend();
    _isPush(feed, NEWEST_SPOT);
    _isPush(feed, seenAt);
  }

  // no push price, no price

  function test_O1_RevertWhen_ThereIsNoPushPrice() public {
    uint256 seenAt = _now();
    _submit(PRICE, seenAt);
    source.setBehaviour(MockSource.Behaviour.RevertWithReason);
    bytes memory reason = abi.encodeWithSelector(
      IPriceFeed.SourceFailed.selector,
      address(source),
      abi.encodeWithSelector(MockSource.Broken.selector, 42)
    );
    uint256[3] memory numbers = [NEWEST_SPOT, PUSH_ONLY, seenAt];
    for (uint256 i = 0; i < 3; ++i) {
      vm.expectRevert(reason);
      feed.readAt(numbers[i]);
    }
  }

  function test_A4_RevertWhen_TheSequencerIsDown() public {
    _submit(PRICE, _now());
    sequencer.push(1);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SequencerDown.selector, _now()));
    feed.readAt(NEWEST_SPOT);
  }

  // a signed spot that fails

  function test_O5_ReadAt_IsThePushPrice_WhateverTheSignedSpotDoes() public {
    MockSignedSpot mock = new MockSignedSpot();
    feed = _feed(address(mock));
    uint256 seenAt = _now() - 1;
    mock.set(PRICE, FLOOR, seenAt);
    _isSigned(NEWEST_SPOT, PRICE, seenAt);
    _isSigned(seenAt, PRICE, seenAt);

    _ignored(mock, 0, FLOOR, seenAt);
    _ignored(mock, uint256(type(uint112).max) + 1, FLOOR, seenAt);
    _ignored(mock, type(uint256).max, FLOOR, seenAt);
    _ignored(mock, PRICE, 1e18, seenAt);
    _ignored(mock, PRICE, FLOOR, _now() + 1);
    _ignored(mock, PRICE, FLOOR, PUSH_ONLY);
    _ignored(mock, PRICE, FLOOR, 0);

    mock.set(PRICE, FLOOR, seenAt);
    for (uint256 how = 1; how <= uint256(MockSource.Behaviour.ReturnShort); ++how) {
      mock.setBehaviour(MockSource.Behaviour(how));
      uint256 before = gasleft();
      _isPush(feed, NEWEST_SPOT);
      assertLt(before - gasleft(), 300_000, "no more than its gas limit");
    }
  }

  function _ignored(MockSignedSpot mock, uint256 price, uint256 confidence, uint256 updatedAt) private {
    mock.set(price, confidence, updatedAt);
    _isPush(feed, NEWEST_SPOT);
  }

  /// A number that was asked for gets its own price or none.
  function test_ReadAt_IsThePushPrice_WhenAnotherNumberIsAnswered() public {
    MockSignedSpot mock = new MockSignedSpot();
    feed = _feed(address(mock));
    mock.set(PRICE, FLOOR, _now() - 1);
    _isPush(feed, _now() - 2);
  }

  function test_ReadAt_KeepsTheHardFloorOfConfidence() public {
    MockSignedSpot mock = new MockSignedSpot();
    feed = _feed(address(mock));
    mock.set(PRICE, 0, _now());
    assertEq(feed.readAt(NEWEST_SPOT).confidence, 0.0001e18);
  }

  /// Whatever the gas, the answer is the signed price or a failure of the whole transaction.
  function test_A12_GasNeverChoosesThePrice() public {
    _submit(PRICE + 1e18, _now());
    uint256 refused;
    for (uint256 limit = 3_000; limit < 320_000; limit = (limit * 51) / 50) {
      try feed.readAt{gas: limit}(NEWEST_SPOT) returns (SpotReading memory reading) {
        assertEq(reading.price, PRICE + 1e18, "starved, and taken for silent");
      } catch {
        ++refused;
      }
    }
    assertGt(refused, 50);
    assertLt(refused, 230);
  }

  function test_RevertWhen_TheSignedSpotFailsForLackOfGas() public {
    MockSignedSpot mock = new MockSignedSpot();
    feed = _feed(address(mock));
    mock.setBehaviour(MockSource.Behaviour.BurnGas);
    vm.expectPartialRevert(BoundedCall.InsufficientGas.selector);
    feed.readAt{gas: 60_000}(NEWEST_SPOT);
  }

  // construction

  function test_G2_RevertWhen_TheSignedSpotKeepsPricesForTooLong() public {
    MockSignedSpot mock = new MockSignedSpot();
    mock.setMaxAge(5 minutes + 1);
    bytes4 selector = ParameterBounds.ParameterOutOfRange.selector;
    vm.expectRevert(abi.encodeWithSelector(selector, bytes32("signedMaxAge"), 301, 1, 300));
    _feed(address(mock));
  }

  function test_RevertWhen_TheSignedSpotIsNone() public {
    vm.expectRevert();
    _feed(makeAddr("nobody"));
  }
}
