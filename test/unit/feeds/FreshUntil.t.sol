// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {ChainlinkSource} from "../../../contracts/feeds/adapters/ChainlinkSource.sol";
import {RatioSource} from "../../../contracts/feeds/adapters/RatioSource.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {IPriceSource} from "../../../contracts/interfaces/IPriceSource.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";
import {MockSource} from "../../mocks/MockSource.sol";

// Behaviour tree
// a source: read answers at freshUntil, and not one second later
//   given one aggregator; given a ratio, whichever of its two is the first to turn stale
//   refused with the error of read where that has no answer
// a feed: the same
//   given one source; two, both needed; three, two needed; three that disagree once one has gone
//   given a source that does not know; given none usable
contract FreshUntilTest is Test {
  uint256 private constant START = 1_700_000_000;
  uint256 private constant SHORT = 1 hours;
  uint256 private constant MIDDLE = 5 hours;
  uint256 private constant LONG = 25 hours;

  function setUp() public {
    vm.warp(START);
  }

  function _terms(MockAggregator aggregator, uint256 maxAge) private pure returns (AggregatorConfig memory) {
    return AggregatorConfig(address(aggregator), maxAge, 0, type(int128).max);
  }

  function _direct(uint256 maxAge, int256 answer) private returns (address) {
    return address(new ChainlinkSource(_terms(new MockAggregator(8, answer), maxAge), 0.005e18));
  }

  function _feed(address[] memory list, uint256 quorum) private returns (PriceFeed) {
    return new PriceFeed(PriceFeed.Config(list, quorum, 0.02e18, 0.001e18, address(0), 0, address(0)));
  }

  function _three(int256 first, int256 second, int256 third) private returns (address[] memory list) {
    list = new address[](3);
    list[0] = _direct(SHORT, first);
    list[1] = _direct(LONG, second);
    list[2] = _direct(MIDDLE, third);
  }

  /// Both sides of the second.
  function _endsAt(IPriceSource source, uint256 until) private {
    assertEq(source.freshUntil(), until);
    vm.warp(until);
    source.read();
    assertEq(source.freshUntil(), until);
    vm.warp(until + 1);
    vm.expectPartialRevert(IPriceSource.StaleAnswer.selector);
    source.read();
    vm.expectPartialRevert(IPriceSource.StaleAnswer.selector);
    source.freshUntil();
  }

  function _endsAt(PriceFeed feed, uint256 until, bytes4 reason) private {
    assertEq(feed.freshUntil(), until);
    vm.warp(until);
    feed.read();
    assertEq(feed.freshUntil(), until);
    vm.warp(until + 1);
    vm.expectPartialRevert(reason);
    feed.read();
    vm.expectPartialRevert(reason);
    feed.freshUntil();
  }

  // a source

  function test_Source_GivenOneAggregator() public {
    MockAggregator aggregator = new MockAggregator(8, 2000e8);
    ChainlinkSource source = new ChainlinkSource(_terms(aggregator, SHORT), 0.005e18);
    assertEq(source.freshUntil(), START + SHORT);
    vm.warp(START + 100);
    aggregator.push(2001e8);
    _endsAt(source, START + 100 + SHORT);
  }

  function _ratio(MockAggregator underlying, MockAggregator quote) private returns (RatioSource) {
    return new RatioSource(_terms(underlying, SHORT), 0.005e18, _terms(quote, LONG), 0.0025e18);
  }

  function test_Source_GivenARatio_WhenTheUnderlyingIsTheFirst() public {
    RatioSource source = _ratio(new MockAggregator(8, 2000e8), new MockAggregator(8, 1e8));
    // By age and the longer of the two it would be a day later.
    assertEq(source.read().updatedAt + source.maxAge(), START + LONG);
    _endsAt(source, START + SHORT);
  }

  function test_Source_GivenARatio_WhenTheQuoteIsTheFirst() public {
    MockAggregator underlying = new MockAggregator(8, 2000e8);
    RatioSource source = _ratio(underlying, new MockAggregator(8, 1e8));
    vm.warp(START + LONG - SHORT + 1);
    underlying.push(2000e8);
    _endsAt(source, START + LONG);
  }

  // a feed

  function test_Feed_GivenOneSource() public {
    address[] memory list = new address[](1);
    list[0] = address(_ratio(new MockAggregator(8, 2000e8), new MockAggregator(8, 1e8)));
    _endsAt(_feed(list, 1), START + SHORT, IPriceFeed.SourceFailed.selector);
  }

  function test_Feed_GivenTwoSources_BothNeeded() public {
    address[] memory list = new address[](2);
    list[0] = _direct(LONG, 2000e8);
    list[1] = _direct(SHORT, 2010e8);
    _endsAt(_feed(list, 2), START + SHORT, IPriceFeed.TooFewSources.selector);
  }

  function test_Feed_GivenThreeSources_WhenTheQuorumIsLost() public {
    _endsAt(_feed(_three(2000e8, 2010e8, 2005e8), 2), START + MIDDLE, IPriceFeed.TooFewSources.selector);
  }

  function test_Feed_GivenThreeSources_AllNeeded() public {
    _endsAt(_feed(_three(2000e8, 2010e8, 2005e8), 3), START + SHORT, IPriceFeed.TooFewSources.selector);
  }

  /// 40 in 2015 are 1.99 %; once one of the upper two has gone, 40 in 1995 are 2.01 %.
  function test_Feed_GivenThreeSources_WhenThoseLeftDisagree() public {
    assertEq(_feed(_three(2015e8, 1976e8, 2015e8), 2).freshUntil(), START + MIDDLE);
    _endsAt(_feed(_three(2015e8, 1975e8, 2015e8), 2), START + SHORT, IPriceFeed.SourcesDisagree.selector);
  }

  function test_Feed_GivenTwoThatTurnStaleInTheSameSecond() public {
    address[] memory list = _three(2000e8, 2010e8, 2005e8);
    list[1] = _direct(SHORT, 2000e8);
    _endsAt(_feed(list, 2), START + SHORT, IPriceFeed.TooFewSources.selector);
  }

  function test_Feed_GivenASourceThatIsStaleAlready() public {
    PriceFeed feed = _feed(_three(2000e8, 2010e8, 2005e8), 2);
    vm.warp(START + SHORT + 1);
    _endsAt(feed, START + MIDDLE, IPriceFeed.TooFewSources.selector);
  }

  function test_O5_Feed_ASourceThatDoesNotKnow_IsFreshInThisSecondOnly() public {
    address[] memory list = _three(2000e8, 2010e8, 2005e8);
    MockSource mute = new MockSource(2002e18, 0.005e18);
    mute.setFreshUntilReverts(true);
    list[2] = address(mute);
    assertEq(_feed(list, 2).freshUntil(), START + SHORT);
    assertEq(_feed(list, 3).freshUntil(), START);
    address[] memory one = new address[](1);
    one[0] = address(mute);
    assertEq(_feed(one, 1).freshUntil(), START);
  }

  function test_O1_RevertWhen_TheFeedHasNoPrice() public {
    address[] memory list = _three(2000e8, 2100e8, 2200e8);
    PriceFeed feed = _feed(list, 2);
    vm.expectPartialRevert(IPriceFeed.SourcesDisagree.selector);
    feed.freshUntil();
  }
}
