// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {MarketFeed} from "../../../contracts/feeds/MarketFeed.sol";
import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {RealisedVolatility} from "../../../contracts/feeds/RealisedVolatility.sol";
import {ChainlinkSource} from "../../../contracts/feeds/adapters/ChainlinkSource.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";

/// Feed and estimator at one address say what the two contracts apart say.
contract MarketFeedTest is Test {
  MockAggregator private aggregator;
  PriceFeed private feed;
  RealisedVolatility private realised;
  MarketFeed private market;

  function setUp() public {
    vm.warp(1_700_000_000);
    vm.roll(100);
    aggregator = new MockAggregator(8, 2000e8);
    address[] memory list = new address[](1);
    list[0] = address(
      new ChainlinkSource(AggregatorConfig(address(aggregator), 1 days, 0, type(int128).max), 0.005e18)
    );
    PriceFeed.Config memory config = PriceFeed.Config(list, 1, 0.02e18, 0.001e18, address(0), 0, address(0));
    feed = new PriceFeed(config);
    realised = new RealisedVolatility(_estimator(address(feed)));
    market = new MarketFeed(config, _estimator(address(0)));
  }

  function _estimator(address observed) private pure returns (RealisedVolatility.EstimatorConfig memory) {
    return RealisedVolatility.EstimatorConfig(observed, 0.8e18, 3 days, 1 hours, 6e18);
  }

  function test_ObservesItself() public view {
    assertEq(market.feed(), address(market));
  }

  function testFuzz_SaysWhatTheTwoApartSay(uint64[8] calldata moves) public {
    for (uint256 i = 0; i < moves.length; ++i) {
      vm.warp(block.timestamp + (moves[i] % 3 hours));
      vm.roll(block.number + 1);
      aggregator.push(int256(1500e8 + ((uint256(moves[i]) >> 16) % 1000e8)));
      realised.update();
      market.update();
      assertEq(abi.encode(market.read()), abi.encode(feed.read()));
      assertEq(market.volatility(), realised.volatility());
    }
    vm.roll(block.number + 1);
    assertEq(market.volatility(), realised.volatility());
    (uint256 price, uint256 observedAt) = market.lastObservation();
    (uint256 expected, uint256 expectedAt) = realised.lastObservation();
    assertEq(price, expected);
    assertEq(observedAt, expectedAt);
  }

  function test_RevertGiven_AFeedOfItsOwn() public {
    PriceFeed.Config memory config;
    config.sources = feed.sources();
    (config.quorum, config.disagreementLimit, config.confidenceFloor) = (1, 0.02e18, 0.001e18);
    vm.expectRevert(abi.encodeWithSelector(MarketFeed.FeedGiven.selector, address(feed)));
    new MarketFeed(config, _estimator(address(feed)));
  }
}
