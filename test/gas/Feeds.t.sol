// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedSpotFixture} from "../unit/feeds/SignedSpotFixture.sol";
import {PriceFeed} from "../../contracts/feeds/PriceFeed.sol";
import {ChainlinkSource} from "../../contracts/feeds/adapters/ChainlinkSource.sol";
import {RatioSource} from "../../contracts/feeds/adapters/RatioSource.sol";
import {AggregatorConfig} from "../../contracts/types/AggregatorConfig.sol";
import {NEWEST_SPOT} from "../../contracts/types/SpotReading.sol";
import {SettableAggregator} from "../../contracts/devnet/SettableAggregator.sol";

/// What a read of spot adds to every trade. Callee cost, with an aggregator whose rounds take one slot.
contract FeedsGasTest is SignedSpotFixture {
  SettableAggregator private aggregator;
  SettableAggregator private rate;
  ChainlinkSource private direct;
  RatioSource private ratio;
  PriceFeed private single;
  PriceFeed private stable;
  PriceFeed private beside;

  function setUp() public override {
    super.setUp();
    aggregator = new SettableAggregator(8, "ETH / USD", 2000e8, address(this));
    rate = new SettableAggregator(8, "USDC / USD", 1e8, address(this));
    AggregatorConfig memory underlying = AggregatorConfig(address(aggregator), 1 hours, 0, type(int128).max);
    AggregatorConfig memory quote = AggregatorConfig(address(rate), 1 days, 0, type(int128).max);
    direct = new ChainlinkSource(underlying, 0.005e18);
    ratio = new RatioSource(underlying, 0.005e18, quote, 0.0025e18);
    single = _feed(address(direct), address(0));
    stable = _feed(address(ratio), address(0));
    beside = _feed(address(direct), address(spot));
    _submit(PRICE, START);
  }

  function _feed(address source, address signedSpot) private returns (PriceFeed) {
    address[] memory list = new address[](1);
    list[0] = source;
    return new PriceFeed(PriceFeed.Config(list, 1, 0.02e18, 0.001e18, address(0), 0, signedSpot));
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

  /// A price's reader pays this where the market has signed prices; the transaction that brought one has it warm.
  function test_Gas_ReadSigned_Warm() public {
    beside.readAt(NEWEST_SPOT);
    assertEq(beside.readAt(NEWEST_SPOT).number, START);
    assertLe(_report("feeds.readSigned.warm"), 8_000);
  }

  function test_Gas_ReadSigned_Cold() public {
    _cool();
    beside.readAt(NEWEST_SPOT);
    assertLe(_report("feeds.readSigned.cold"), 21_500);
  }

  /// A market without signed prices pays nothing for the question.
  function test_Gas_ReadAt_GivenNoSignedSpot() public {
    single.readAt(NEWEST_SPOT);
    single.readAt(NEWEST_SPOT);
    assertLe(_report("feeds.readAt.warm"), 5_600);
  }

  function _cool() private {
    vm.cool(address(spot));
    vm.cool(address(beside));
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
