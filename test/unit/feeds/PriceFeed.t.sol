// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {BoundedCall} from "../../../contracts/feeds/BoundedCall.sol";
import {ParameterBounds} from "../../../contracts/feeds/ParameterBounds.sol";
import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {PriceReading} from "../../../contracts/types/PriceReading.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";
import {MockSource} from "../../mocks/MockSource.sol";

// Behaviour tree
// read
//   given one source: its price, with the floor of confidence; or SourceFailed with the source's own reason
//   given several: median, largest confidence, oldest time; silent ones don't count; quorum; disagreement
//   given a sequencer feed: up beyond the grace, in it, down, undated, dead
//   starved of gas: never takes a source for broken
// tryRead: as read, without reverting
contract PriceFeedTest is Test {
  uint256 private constant START = 1_700_000_000;
  uint256 private constant GRACE = 1 hours;

  MockSource[] private mocks;
  MockAggregator private sequencer;

  function setUp() public {
    vm.warp(START);
    for (uint256 i = 0; i < 5; ++i) mocks.push(new MockSource(2000e18 + i * 1e18, 0.005e18));
    sequencer = new MockAggregator(0, 0);
    vm.warp(START + GRACE);
    for (uint256 i = 0; i < 5; ++i) mocks[i].set(2000e18 + i * 1e18, 0.005e18, block.timestamp);
  }

  function _config(uint256 count, uint256 quorum) private view returns (PriceFeed.Config memory config) {
    address[] memory list = new address[](count);
    for (uint256 i = 0; i < count; ++i) list[i] = address(mocks[i]);
    config = PriceFeed.Config(list, quorum, 0.02e18, 0.001e18, address(0), GRACE, address(0));
  }

  function _feed(uint256 count, uint256 quorum) private returns (PriceFeed) {
    return new PriceFeed(_config(count, quorum));
  }

  function _sequencerFeed() private returns (PriceFeed) {
    PriceFeed.Config memory config = _config(1, 1);
    config.sequencerFeed = address(sequencer);
    return new PriceFeed(config);
  }

  // read, given one source

  function test_Read_GivenOneSource() public {
    PriceReading memory reading = _feed(1, 1).read();
    assertEq(reading.price, 2000e18);
    assertEq(reading.confidence, 0.005e18);
    assertEq(reading.updatedAt, block.timestamp);
  }

  function test_Read_GivenOneSource_WhenItsConfidenceIsUnderTheFloor() public {
    mocks[0].set(2000e18, 1, block.timestamp);
    assertEq(_feed(1, 1).read().confidence, 0.001e18);
  }

  function test_A3_RevertWhen_TheOnlySourceReverts_WithItsReason() public {
    PriceFeed feed = _feed(1, 1);
    mocks[0].setBehaviour(MockSource.Behaviour.RevertWithReason);
    bytes memory reason = abi.encodeWithSelector(MockSource.Broken.selector, 42);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SourceFailed.selector, address(mocks[0]), reason));
    feed.read();
  }

  function test_A3_RevertWhen_TheOnlySourceBurnsItsGas() public {
    PriceFeed feed = _feed(1, 1);
    mocks[0].setBehaviour(MockSource.Behaviour.BurnGas);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SourceFailed.selector, address(mocks[0]), ""));
    feed.read();
  }

  function test_A3_RevertWhen_TheOnlySourceReturnsNoPrice() public {
    PriceFeed feed = _feed(1, 1);
    _expectUnusable(feed, 0, 0.005e18, block.timestamp);
    _expectUnusable(feed, uint256(type(uint112).max) + 1, 0.005e18, block.timestamp);
    _expectUnusable(feed, type(uint256).max, 0.005e18, block.timestamp);
    _expectUnusable(feed, 2000e18, 1e18, block.timestamp);
    _expectUnusable(feed, 2000e18, 0.005e18, block.timestamp + 1);
    _expectUnusable(feed, 2000e18, 0.005e18, block.timestamp - 1 hours - 1);
    mocks[0].set(type(uint112).max, 1e18 - 1, block.timestamp - 1 hours);
    assertEq(feed.read().price, type(uint112).max);
  }

  function _expectUnusable(PriceFeed feed, uint256 price, uint256 confidence, uint256 updatedAt) private {
    mocks[0].set(price, confidence, updatedAt);
    bytes memory reason = abi.encodeWithSelector(IPriceFeed.UnusableReading.selector, price, confidence, updatedAt);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SourceFailed.selector, address(mocks[0]), reason));
    feed.read();
  }

  function test_A26_ReasonIsCutOff_GivenARevertBomb() public {
    PriceFeed feed = _feed(1, 1);
    mocks[0].setBehaviour(MockSource.Behaviour.RevertBomb);
    uint256 before = gasleft();
    (bool ok, , bytes memory reason) = feed.tryRead();
    assertLt(before - gasleft(), 130_000, "95,000 make the bomb; as much again would copy it");
    assertFalse(ok);
    // Selector, address, offset, length, and the first 256 bytes of the bomb.
    assertEq(reason.length, 4 + 3 * 32 + 256);
  }

  // read, given several sources

  function test_Read_IsTheMiddle_GivenThree() public {
    mocks[0].set(2010e18, 0.001e18, block.timestamp);
    mocks[1].set(1990e18, 0.007e18, block.timestamp - 5);
    mocks[2].set(2001e18, 0.002e18, block.timestamp - 3);
    PriceReading memory reading = _feed(3, 2).read();
    assertEq(reading.price, 2001e18);
    assertEq(reading.updatedAt, block.timestamp - 5);
    // (2010 − 1990)/2001 = 0.0099950024…, above every source's own confidence, rounded up.
    assertEq(reading.confidence, 0.009995002498750625e18);
  }

  function test_Read_IsTheMeanOfTheMiddleTwo_GivenFour() public {
    assertEq(_feed(4, 3).read().price, 2001.5e18);
  }

  function test_O5_BrokenSourcesDoNotBlockTheOthers() public {
    PriceFeed feed = _feed(5, 3);
    for (uint256 how = 1; how <= uint256(MockSource.Behaviour.ReturnShort); ++how) {
      mocks[0].setBehaviour(MockSource.Behaviour(how));
      mocks[4].setBehaviour(MockSource.Behaviour(how));
      uint256 before = gasleft();
      PriceReading memory reading = feed.read();
      assertLt(before - gasleft(), 500_000, "two sources at their gas limit, no more");
      assertEq(reading.price, 2002e18);
    }
  }

  function test_A3_NonsenseCountsAsSilence_GivenSeveral() public {
    PriceFeed feed = _feed(3, 2);
    mocks[0].set(0, 0, block.timestamp);
    assertEq(feed.read().price, 2001.5e18);
    mocks[0].set(1e60, 0, block.timestamp);
    assertEq(feed.read().price, 2001.5e18);
    mocks[0].set(2000e18, 0, block.timestamp + 1);
    assertEq(feed.read().price, 2001.5e18);
  }

  function test_O1_RevertWhen_FewerThanTheQuorumAreUsable() public {
    PriceFeed feed = _feed(3, 2);
    mocks[0].setBehaviour(MockSource.Behaviour.Revert);
    feed.read();
    mocks[1].set(2000e18, 0, block.timestamp - 2 hours);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.TooFewSources.selector, 1, 2));
    feed.read();
  }

  function test_O1_RevertWhen_AllAreSilent() public {
    PriceFeed feed = _feed(2, 2);
    mocks[0].setBehaviour(MockSource.Behaviour.Revert);
    mocks[1].setBehaviour(MockSource.Behaviour.BurnGas);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.TooFewSources.selector, 0, 2));
    feed.read();
  }

  function test_O1_RevertWhen_SourcesDisagree() public {
    PriceFeed feed = _feed(3, 2);
    mocks[2].set(2040.02e18, 0.005e18, block.timestamp);
    feed.read();
    mocks[2].set(2040.03e18, 0.005e18, block.timestamp);
    // 40.03/2001 = 0.02000499…
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SourcesDisagree.selector, 0.020004997501249376e18, 0.02e18));
    feed.read();
  }

  // read, given a sequencer feed

  function test_A4_Read_WhenTheSequencerIsUpBeyondTheGrace() public {
    assertEq(_sequencerFeed().read().price, 2000e18);
  }

  function test_A4_RevertWhen_TheSequencerIsDown() public {
    PriceFeed feed = _sequencerFeed();
    sequencer.push(1);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SequencerDown.selector, block.timestamp));
    feed.read();
  }

  function test_A4_RevertWhen_TheSequencerIsInItsGrace() public {
    PriceFeed feed = _sequencerFeed();
    sequencer.push(0);
    uint256 since = block.timestamp;
    vm.warp(since + GRACE - 1);
    mocks[0].set(2000e18, 0, block.timestamp);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SequencerGracePeriod.selector, since, since + GRACE));
    feed.read();
    vm.warp(since + GRACE);
    feed.read();
  }

  function test_A4_RevertWhen_TheSequencerRoundIsUndatedOrOfTheFuture() public {
    PriceFeed feed = _sequencerFeed();
    sequencer.pushRaw(0, 0, block.timestamp, 2);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SequencerDown.selector, 0));
    feed.read();
    sequencer.pushRaw(0, block.timestamp + 1, block.timestamp, 3);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SequencerDown.selector, block.timestamp + 1));
    feed.read();
  }

  function test_A4_RevertWhen_TheSequencerFeedIsDead() public {
    PriceFeed feed = _sequencerFeed();
    sequencer.setBehaviour(MockAggregator.Behaviour.BurnGas);
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.SequencerFeedFailed.selector, address(sequencer), ""));
    feed.read();
  }

  // gas

  /// Whatever the gas, the answer is the one of all three sources or a failure of the whole transaction: a caller cannot
  /// choose which sources count by how much gas it brings.
  function test_A12_GasNeverChoosesTheSources() public {
    PriceFeed feed = _feed(3, 2);
    mocks[2].setSpend(120_000);
    uint256 refused;
    for (uint256 limit = 20_000; limit < 400_000; limit += 1_000) {
      try feed.read{gas: limit}() returns (PriceReading memory reading) {
        assertEq(reading.price, 2001e18);
      } catch {
        ++refused;
      }
      try feed.tryRead{gas: limit}() returns (bool ok, PriceReading memory reading, bytes memory) {
        assertTrue(ok, "starved, and taken for broken");
        assertEq(reading.price, 2001e18);
      } catch {}
    }
    assertGt(refused, 50);
    assertLt(refused, 370);
  }

  function test_RevertWhen_ASourceFailsForLackOfGas() public {
    PriceFeed feed = _feed(1, 1);
    mocks[0].setSpend(150_000);
    vm.expectPartialRevert(BoundedCall.InsufficientGas.selector);
    feed.read{gas: 120_000}();
  }

  // tryRead

  function test_TryRead() public {
    PriceFeed feed = _feed(1, 1);
    (bool ok, PriceReading memory reading, bytes memory reason) = feed.tryRead();
    assertTrue(ok);
    assertEq(reading.price, 2000e18);
    assertEq(reason.length, 0);

    mocks[0].setBehaviour(MockSource.Behaviour.Revert);
    (ok, reading, reason) = feed.tryRead();
    assertFalse(ok);
    assertEq(reading.price, 0);
    assertEq(reason, abi.encodeWithSelector(IPriceFeed.SourceFailed.selector, address(mocks[0]), ""));
  }

  // construction

  function test_Sources() public {
    PriceFeed feed = _feed(5, 3);
    address[] memory list = feed.sources();
    assertEq(list.length, 5);
    for (uint256 i = 0; i < 5; ++i) assertEq(list[i], address(mocks[i]));
    assertEq(feed.maxAge(), 1 hours);
  }

  function test_RevertWhen_ConfigIsOutOfBounds() public {
    PriceFeed.Config memory config = _config(0, 0);
    _expectOutOfRange("sources", 0, 1, 5);
    new PriceFeed(config);

    config = _config(3, 1);
    _expectOutOfRange("quorum", 1, 2, 3);
    new PriceFeed(config);

    config = _config(3, 4);
    _expectOutOfRange("quorum", 4, 2, 3);
    new PriceFeed(config);

    config = _config(1, 1);
    config.disagreementLimit = 0.1e18 + 1;
    _expectOutOfRange("disagreementLimit", 0.1e18 + 1, 0.0001e18, 0.1e18);
    new PriceFeed(config);

    config = _config(1, 1);
    config.confidenceFloor = 0;
    _expectOutOfRange("confidenceFloor", 0, 0.0001e18, 0.05e18);
    new PriceFeed(config);

    config = _config(1, 1);
    config.gracePeriod = 1 days + 1;
    _expectOutOfRange("gracePeriod", 1 days + 1, 0, 1 days);
    new PriceFeed(config);
  }

  function test_RevertWhen_ASourceComesTwice() public {
    PriceFeed.Config memory config = _config(2, 2);
    config.sources[1] = config.sources[0];
    vm.expectRevert(abi.encodeWithSelector(IPriceFeed.DuplicateSource.selector, config.sources[0]));
    new PriceFeed(config);
  }

  function _expectOutOfRange(bytes32 parameter, uint256 value, uint256 lowest, uint256 highest) private {
    vm.expectRevert(
      abi.encodeWithSelector(ParameterBounds.ParameterOutOfRange.selector, parameter, value, lowest, highest)
    );
  }
}
