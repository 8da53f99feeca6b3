// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {PriceReading} from "../../../contracts/types/PriceReading.sol";
import {MockSource} from "../../mocks/MockSource.sol";

/// The median against a plain sort, over any number of sources, any of which may be broken.
contract PriceFeedFuzzTest is Test {
  struct Expected {
    uint256[] prices;
    uint256 confidence;
    uint256 updatedAt;
  }

  function setUp() public {
    vm.warp(1_700_000_000);
  }

  function testFuzz_Read_AsAPlainSort(uint256 seed, uint256 count, uint256 quorum, uint256 spreadBps) public {
    count = bound(count, 2, 5);
    quorum = bound(quorum, count / 2 + 1, count);
    spreadBps = bound(spreadBps, 0, 400);
    Expected memory expected;
    expected.prices = new uint256[](0);
    expected.confidence = 0.001e18;
    expected.updatedAt = block.timestamp;
    address[] memory list = new address[](count);
    for (uint256 i = 0; i < count; ++i)
      list[i] = address(_source(uint256(keccak256(abi.encode(seed, i))), spreadBps, expected));
    PriceFeed feed = new PriceFeed(PriceFeed.Config(list, quorum, 0.02e18, 0.001e18, address(0), 0, address(0)));

    uint256[] memory prices = expected.prices;
    _sort(prices);
    uint256 n = prices.length;
    (bool ok, PriceReading memory reading, bytes memory reason) = feed.tryRead();
    if (n < quorum) {
      assertEq(reason, abi.encodeWithSelector(IPriceFeed.TooFewSources.selector, n, quorum));
      return;
    }
    uint256 median = n % 2 == 1 ? prices[n / 2] : (prices[n / 2 - 1] + prices[n / 2]) / 2;
    uint256 numerator = (prices[n - 1] - prices[0]) * 1e18;
    uint256 spread = numerator / median + (numerator % median == 0 ? 0 : 1);
    if (spread > 0.02e18) {
      assertEq(reason, abi.encodeWithSelector(IPriceFeed.SourcesDisagree.selector, spread, 0.02e18));
      return;
    }
    assertTrue(ok);
    assertEq(reading.price, median);
    assertEq(reading.updatedAt, expected.updatedAt);
    assertEq(reading.confidence, spread > expected.confidence ? spread : expected.confidence);
    assertLe(prices[0], reading.price);
    assertLe(reading.price, prices[n - 1]);
  }

  function _source(uint256 seed, uint256 spreadBps, Expected memory expected) private returns (MockSource source) {
    uint256 price = 2000e18 + (2000e18 * (seed % (spreadBps + 1))) / 10_000;
    uint256 confidence = (seed >> 16) % 0.02e18;
    uint256 updatedAt = block.timestamp - ((seed >> 96) % 2 hours);
    source = new MockSource(price, confidence);
    source.set(price, confidence, updatedAt);
    uint256 how = (seed >> 128) % 12;
    if (how > uint256(MockSource.Behaviour.ReturnShort)) how = 0;
    source.setBehaviour(MockSource.Behaviour(how));
    if (how != 0 || block.timestamp - updatedAt > 1 hours) return source;

    uint256[] memory longer = new uint256[](expected.prices.length + 1);
    for (uint256 i = 0; i < expected.prices.length; ++i) longer[i] = expected.prices[i];
    longer[expected.prices.length] = price;
    expected.prices = longer;
    if (confidence > expected.confidence) expected.confidence = confidence;
    if (updatedAt < expected.updatedAt) expected.updatedAt = updatedAt;
  }

  function _sort(uint256[] memory values) private pure {
    for (uint256 i = 0; i < values.length; ++i) {
      for (uint256 j = i + 1; j < values.length; ++j) {
        if (values[j] < values[i]) (values[i], values[j]) = (values[j], values[i]);
      }
    }
  }
}
