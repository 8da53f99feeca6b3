// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {PriceFeed} from "../../contracts/feeds/PriceFeed.sol";
import {ChainlinkSource} from "../../contracts/feeds/adapters/ChainlinkSource.sol";
import {RatioSource} from "../../contracts/feeds/adapters/RatioSource.sol";
import {AggregatorConfig} from "../../contracts/types/AggregatorConfig.sol";
import {SettableAggregator} from "../../contracts/devnet/SettableAggregator.sol";

/// What a read of spot adds to every trade. Callee cost, with an aggregator whose rounds take one slot.
contract FeedsGasTest is Test {
  SettableAggregator private aggregator;
  SettableAggregator private rate;
  ChainlinkSource private direct;
  RatioSource private ratio;
  PriceFeed private single;
  PriceFeed private stable;

  function setUp() public {
    vm.warp(1_700_000_000);
    aggregator = new SettableAggregator(8, "ETH / USD", 2000e8, address(this));
    rate = new SettableAggregator(8, "USDC / USD", 1e8, address(this));
    AggregatorConfig memory underlying = AggregatorConfig(address(aggregator), 1 hours, 0, type(int128).max);
    AggregatorConfig memory quote = AggregatorConfig(address(rate), 1 days, 0, type(int128).max);
    direct = new ChainlinkSource(underlying, 0.005e18);
    ratio = new RatioSource(underlying, 0.005e18, quote, 0.0025e18);
    single = _feed(address(direct));
    stable = _feed(address(ratio));
  }

  function _feed(address source) private returns (PriceFeed) {
    address[] memory list = new address[](1);
    list[0] = source;
    return new PriceFeed(PriceFeed.Config(list, 1, 0.02e18, 0.001e18, address(0), 0, address(0)));
  }

  function test_Gas_Read_Warm() public {
    single.read();
    single.read();
    assertLe(_report("feeds.read.warm"), 5_000);
  }

  function test_Gas_Read_Cold() public {
    _cool();
    single.read();
    assertLe(_report("feeds.read.cold"), 14_200);
  }

  function test_Gas_ReadRatio_Warm() public {
    stable.read();
    stable.read();
    assertLe(_report("feeds.readRatio.warm"), 8_600);
  }

  function test_Gas_ReadRatio_Cold() public {
    _cool();
    stable.read();
    assertLe(_report("feeds.readRatio.cold"), 24_200);
  }

  function _cool() private {
    vm.cool(address(aggregator));
    vm.cool(address(rate));
    vm.cool(address(direct));
    vm.cool(address(ratio));
    vm.cool(address(single));
    vm.cool(address(stable));
  }

  function _report(string memory key) private returns (uint256 gasUsed) {
    gasUsed = vm.lastCallGas().gasTotalUsed;
    emit log_named_uint(key, gasUsed);
  }
}
