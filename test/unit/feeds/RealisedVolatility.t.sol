// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Test} from "forge-std/Test.sol";

import {ParameterBounds} from "../../../contracts/feeds/ParameterBounds.sol";
import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {RealisedVolatility} from "../../../contracts/feeds/RealisedVolatility.sol";
import {ChainlinkSource} from "../../../contracts/feeds/adapters/ChainlinkSource.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";

// Behaviour tree
// volatility: the seed before two observations; what an update brings, from the next block on
// update: nothing within the spacing; weighs by elapsed time; clamps outliers, however often it is called; stays within its bounds; refused without a price
contract RealisedVolatilityTest is Test {
  uint256 private constant HALF_LIFE = 3 days;
  uint256 private constant SPACING = 1 hours;

  MockAggregator private aggregator;
  PriceFeed private feed;
  RealisedVolatility private realised;

  function setUp() public {
    vm.warp(1_700_000_000);
    vm.roll(100);
    aggregator = new MockAggregator(8, 2000e8);
    address[] memory list = new address[](1);
    list[0] = address(
      new ChainlinkSource(AggregatorConfig(address(aggregator), 1 days, 0, type(int128).max), 0.005e18)
    );
    feed = new PriceFeed(PriceFeed.Config(list, 1, 0.02e18, 0.001e18, address(0), 0, address(0)));
    realised = new RealisedVolatility(_config());
  }

  function _config() private view returns (RealisedVolatility.EstimatorConfig memory) {
    return RealisedVolatility.EstimatorConfig(address(feed), 0.8e18, HALF_LIFE, SPACING, 6e18);
  }

  function _observe(int256 answer, uint256 elapsed) private {
    vm.warp(block.timestamp + elapsed);
    vm.roll(block.number + 1);
    aggregator.push(answer);
    realised.update();
  }

  function _settled() private returns (uint256) {
    vm.roll(block.number + 1);
    return realised.volatility();
  }

  function test_Volatility_IsTheSeed_BeforeTwoObservations() public {
    assertEq(realised.volatility(), 0.8e18);
    realised.update();
    assertEq(realised.volatility(), 0.8e18);
    assertEq(_settled(), 0.8e18);
    (uint256 price, uint256 observedAt) = realised.lastObservation();
    assertEq(price, 2000e18);
    assertEq(observedAt, block.timestamp);
  }

  function test_Update_TakesEffectInTheNextBlock() public {
    realised.update();
    _observe(2100e8, SPACING);
    assertEq(realised.volatility(), 0.8e18);
    vm.roll(block.number + 1);
    assertGt(realised.volatility(), 0.8e18);
  }

  function test_Update_OfOneHour() public {
    realised.update();
    vm.warp(block.timestamp + SPACING);
    aggregator.push(2020e8);
    realised.update();
    // By 50 digits: variance 0.64·d + (1 − d)·ln(1.01)²·8760 with d = 2^(−1/72), and its root.
    assertApproxEqAbs(_settled(), 801360041018624222, 20);
  }

  function test_Update_SaysWhatItDid() public {
    realised.update();
    vm.warp(block.timestamp + SPACING);
    vm.recordLogs();
    realised.update();
    (uint256 price, uint256 variance, uint256 volatility) = abi.decode(
      vm.getRecordedLogs()[0].data,
      (uint256, uint256, uint256)
    );
    assertEq(price, 2000e18);
    assertEq(volatility, _settled());
    assertApproxEqAbs(variance, (volatility * volatility) / 1e18, 2);
  }

  function test_Update_DoesNothing_WithinTheSpacing() public {
    realised.update();
    _observe(3000e8, SPACING - 1);
    assertEq(_settled(), 0.8e18);
    (uint256 price, ) = realised.lastObservation();
    assertEq(price, 2000e18);
    vm.warp(block.timestamp + 1);
    realised.update();
    assertGt(_settled(), 0.8e18);
  }

  /// Moves of 1 % an hour, up and down, are 0.01·√8760 = 93.1 % a year (as logarithms), whatever the seed.
  function test_Volatility_ConvergesToTheMovesMade() public {
    realised.update();
    for (uint256 i = 0; i < 72 * 12; ++i) _observe(i % 2 == 0 ? int256(2020e8) : int256(2000e8), 1 hours);
    assertApproxEqRel(_settled(), 0.93131e18, 0.001e18);
  }

  /// The same path looked at half as often gives the same volatility: steps weigh by the time that they cover.
  function test_Volatility_DoesNotDependOnTheSpacing_GivenAFlatPrice() public {
    RealisedVolatility other = new RealisedVolatility(_config());
    realised.update();
    other.update();
    for (uint256 i = 0; i < 48; ++i) {
      _observe(2000e8, 1 hours);
      if (i % 12 == 11) other.update();
    }
    vm.roll(block.number + 1);
    assertApproxEqRel(realised.volatility(), other.volatility(), 1e6);
    // Four half-lives of variance in twelve days are two of volatility; here two days.
    assertApproxEqRel(realised.volatility(), 0.634960420787280e18, 1e6);
  }

  function test_A5_OneOutlierMovesItByABoundedFactor() public {
    realised.update();
    _observe(2_000_000e8, SPACING);
    // d + (1 − d)·(36 + 0.01²·8760/0.64), d = 2^(−1/72): variance grows by a third, volatility by less than a sixth.
    assertLt(_settled(), (0.8e18 * 1163) / 1000);
  }

  /// A feed of 0.5 % steps, eight a day: 27 % a year, however often it is looked at.
  function _steady(uint256 seed, uint256 spacing) private returns (uint256) {
    RealisedVolatility.EstimatorConfig memory config = _config();
    (config.seed, config.halfLife, config.minSpacing, config.outlier) = (seed, 1 days, 1 minutes, 5e18);
    realised = new RealisedVolatility(config);
    aggregator.push(2000e8);
    realised.update();
    uint256 start = vm.getBlockTimestamp();
    for (uint256 time = spacing; time <= 12 hours; time += spacing) {
      vm.warp(start + time);
      vm.roll(vm.getBlockNumber() + 1);
      if (time % 3 hours == 0) aggregator.push(time % 6 hours == 0 ? int256(2000e8) : int256(2010e8));
      realised.update();
    }
    return _settled();
  }

  function test_A5_FrequentUpdatesDoNotPinIt() public {
    // Right after a step: up to a twentieth of variance above the mean of 26.95 %.
    assertApproxEqRel(_steady(0.27e18, 5 minutes), 0.2695e18, 0.03e18);
  }

  function test_A5_UpdatesAtEveryRoundSayTheSame() public {
    assertApproxEqRel(_steady(0.27e18, 3 hours), 0.2695e18, 0.03e18);
  }

  /// From a seed that is far too low it is half way there, in variance, after a half-life; here after half of one.
  function test_A5_FrequentUpdatesDoNotHoldItDown() public {
    uint256 expected = Math.sqrt((0.0004e36 * 7071 + 0.07264e36 * 2929) / 10_000);
    assertApproxEqRel(_steady(0.02e18, 5 minutes), expected, 0.05e18);
    assertApproxEqRel(_steady(0.02e18, 3 hours), expected, 0.05e18);
  }

  /// The clamp is the same after a minute and after an hour.
  function test_A5_AnOutlierCountsAlike_HoweverSoonAfterTheLastPrice() public {
    RealisedVolatility.EstimatorConfig memory config = _config();
    config.minSpacing = 1 minutes;
    RealisedVolatility other = new RealisedVolatility(config);
    realised.update();
    vm.warp(block.timestamp + SPACING - 1 minutes);
    other.update();
    vm.warp(block.timestamp + 1 minutes);
    aggregator.push(4000e8);
    realised.update();
    other.update();
    vm.roll(block.number + 1);
    assertApproxEqRel(realised.volatility(), other.volatility(), 0.005e18);
  }

  /// Twice the feed's deviation threshold is no outlier, however low the estimate: a market that wakes up is seen at once.
  function test_A5_TheFeedsGrainCountsInFull() public {
    RealisedVolatility.EstimatorConfig memory config = _config();
    config.seed = 0.01e18;
    realised = new RealisedVolatility(config);
    realised.update();
    _observe(2020e8, SPACING);
    // (1 − d)·ln(1.01)²·8760 with d = 2^(−1/72), and what is left of the seed.
    assertApproxEqRel(_settled(), 0.0916e18, 0.01e18);
  }

  function test_Volatility_StaysWithinItsBounds() public {
    realised.update();
    for (uint256 i = 0; i < 60; ++i) _observe(2000e8, 20 hours);
    assertEq(_settled(), 0.01e18);
    for (uint256 i = 0; i < 60; ++i) _observe(i % 2 == 0 ? int256(20_000_000e8) : int256(2000e8), 20 hours);
    assertEq(_settled(), 10e18);
  }

  function test_O1_RevertWhen_ThereIsNoPrice() public {
    vm.warp(block.timestamp + 1 days + 1);
    vm.expectPartialRevert(IPriceFeed.SourceFailed.selector);
    realised.update();
  }

  function test_RevertWhen_ConfigIsOutOfBounds() public {
    RealisedVolatility.EstimatorConfig memory config = _config();
    config.seed = 0;
    _expectOutOfRange("seed", 0, 0.01e18, 10e18);
    new RealisedVolatility(config);
    config = _config();
    config.halfLife = 91 days;
    _expectOutOfRange("halfLife", 91 days, 1 hours, 90 days);
    new RealisedVolatility(config);
    config = _config();
    config.minSpacing = 59;
    _expectOutOfRange("minSpacing", 59, 60, HALF_LIFE);
    new RealisedVolatility(config);
    config = _config();
    config.outlier = 21e18;
    _expectOutOfRange("outlier", 21e18, 3e18, 20e18);
    new RealisedVolatility(config);
  }

  function _expectOutOfRange(bytes32 parameter, uint256 value, uint256 lowest, uint256 highest) private {
    vm.expectRevert(
      abi.encodeWithSelector(ParameterBounds.ParameterOutOfRange.selector, parameter, value, lowest, highest)
    );
  }
}
