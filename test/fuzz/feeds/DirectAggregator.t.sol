// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {ChainlinkSource} from "../../../contracts/feeds/adapters/ChainlinkSource.sol";
import {IPriceSource} from "../../../contracts/interfaces/IPriceSource.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {PriceReading} from "../../../contracts/types/PriceReading.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";

/// @notice A source that says what another says and names no terms: a feed over it has to ask.
contract AskedSource is IPriceSource {
  IPriceSource private immutable INNER;

  constructor(IPriceSource inner) {
    INNER = inner;
  }

  function read() external view returns (PriceReading memory) {
    return INNER.read();
  }

  function maxAge() external view returns (uint256) {
    return INNER.maxAge();
  }

  function freshUntil() external view returns (uint256) {
    return INNER.freshUntil();
  }
}

/// @notice Names terms that its readings need not follow.
contract ClaimedTerms is IPriceSource {
  AggregatorConfig public config;
  uint256 private immutable DECIMALS;
  uint256 private immutable DEVIATION;

  constructor(AggregatorConfig memory config_, uint256 decimals, uint256 deviation) {
    (config, DECIMALS, DEVIATION) = (config_, decimals, deviation);
  }

  function maxAge() external pure returns (uint256) {
    return 1 hours;
  }

  function directTerms() external view returns (AggregatorConfig memory, uint256, uint256) {
    return (config, DECIMALS, DEVIATION);
  }

  function read() external view returns (PriceReading memory) {
    return PriceReading(1234e18, 0.005e18, block.timestamp);
  }

  function freshUntil() external view returns (uint256) {
    return block.timestamp;
  }
}

/// @notice An aggregator whose answers take gas, and which may have no price.
contract CostlyAggregator {
  uint256 private immutable LATEST_GAS;
  uint256 private immutable DECIMALS_GAS;
  bool public isDown;

  constructor(uint256 latestGas, uint256 decimalsGas) {
    (LATEST_GAS, DECIMALS_GAS) = (latestGas, decimalsGas);
  }

  function setDown(bool down) external {
    isDown = down;
  }

  function decimals() external view returns (uint8) {
    _spend(DECIMALS_GAS);
    return 8;
  }

  function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
    _spend(LATEST_GAS);
    require(!isDown, "down");
    return (1, 2000e8, block.timestamp, block.timestamp, 1);
  }

  function _spend(uint256 amount) private view {
    uint256 start = gasleft();
    while (start - gasleft() < amount) {}
  }
}

/// What a feed reads of an aggregator itself is what its source would have said, whatever the aggregator does; where there is no
/// price, the source says why.
contract DirectAggregatorFuzzTest is Test {
  uint256 private constant MAX_AGE = 1 hours;
  int256 private constant LOWEST = 10e8;
  int256 private constant HIGHEST = 1_000_000e8;

  function setUp() public {
    vm.warp(1_700_000_000);
  }

  function _feed(IPriceSource source) private returns (PriceFeed) {
    address[] memory list = new address[](1);
    list[0] = address(source);
    return new PriceFeed(PriceFeed.Config(list, 1, 0.02e18, 0.001e18, address(0), 0, address(0)));
  }

  function testFuzz_Read_AsTheSourceWould(
    uint256 kind,
    int256 answer,
    uint256 ages,
    uint256 decimals,
    uint256 deviation
  ) public {
    deviation = bound(deviation, 0, 0.1e18);
    decimals = bound(decimals, 0, 18);
    MockAggregator aggregator = new MockAggregator(uint8(decimals), 2000e8);
    bool isClamped = kind % 2 == 0;
    AggregatorConfig memory config = AggregatorConfig(
      address(aggregator),
      MAX_AGE,
      isClamped ? LOWEST : int256(0),
      isClamped ? HIGHEST : int256(type(int128).max)
    );
    ChainlinkSource source = new ChainlinkSource(config, deviation);
    IPriceSource asked = new AskedSource(source);
    PriceFeed direct = _feed(source);
    PriceFeed plain = _feed(asked);

    _stir(aggregator, kind >> 8, answer, ages, decimals);
    (bool ok, PriceReading memory reading, bytes memory reason) = direct.tryRead();
    (bool plainOk, PriceReading memory expected, ) = plain.tryRead();
    assertEq(ok, plainOk);
    assertEq(abi.encode(reading), abi.encode(expected));
    if (ok) {
      assertEq(direct.freshUntil(), source.freshUntil());
      return;
    }
    // As a feed over a source that is asked says it, but for who was asked.
    (, , bytes memory plainReason) = plain.tryRead();
    assertEq(reason.length, plainReason.length);
    assertEq(keccak256(_after(reason, 36)), keccak256(_after(plainReason, 36)));
    assertEq(abi.decode(_after(reason, 4), (address)), address(source));
  }

  /// @dev Sets the aggregator up in one of the ways of attack A3, or in none.
  function _stir(MockAggregator aggregator, uint256 how, int256 answer, uint256 ages, uint256 decimals) private {
    if (how % 3 == 0) answer = bound(answer, LOWEST - 1, HIGHEST + 1);
    else answer = bound(answer, type(int128).min, type(int128).max);
    uint256 updatedAt = block.timestamp - MAX_AGE - 1 + (ages % (MAX_AGE + 4));
    if (ages >> 250 == 0) updatedAt = 0;
    uint40 round = uint40(aggregator.latestRound()) + 1;
    aggregator.pushRaw(answer, updatedAt, updatedAt, (ages >> 128) % 8 == 0 ? round - 1 : round);
    how >>= 8;
    if (how % 4 == 0) aggregator.setDecimals(uint8((decimals + 1) % 19));
    how >>= 8;
    uint256 behaviour = how % 20;
    if (behaviour <= uint256(MockAggregator.Behaviour.ReturnShort))
      aggregator.setBehaviour(MockAggregator.Behaviour(behaviour));
  }

  function _after(bytes memory data, uint256 start) private pure returns (bytes memory rest) {
    rest = new bytes(data.length - start);
    for (uint256 i = 0; i < rest.length; ++i) rest[i] = data[start + i];
  }

  // gas

  /// Whatever the gas, the answer is the one that all of it would have brought, or a failure of the whole call: nobody makes a feed that
  /// has a price seem down, or one that is down give another reason.
  function test_A12_GasNeverChoosesTheAnswer() public {
    for (uint256 i = 0; i < 8; ++i) {
      CostlyAggregator aggregator = new CostlyAggregator(i & 1 == 0 ? 0 : 60_000, i & 2 == 0 ? 0 : 90_000);
      AggregatorConfig memory config = AggregatorConfig(address(aggregator), MAX_AGE, 0, type(int128).max);
      PriceFeed feed = _feed(new ChainlinkSource(config, 0.005e18));
      aggregator.setDown(i & 4 != 0);
      (bool expectedOk, PriceReading memory expected, bytes memory expectedReason) = feed.tryRead();
      assertEq(expectedOk, i & 4 == 0);
      uint256 answered;
      for (uint256 limit = 2_000; limit < 600_000; limit += 2_000) {
        try feed.tryRead{gas: limit}() returns (bool ok, PriceReading memory reading, bytes memory reason) {
          ++answered;
          assertEq(ok, expectedOk, "starved, and another answer");
          assertEq(abi.encode(reading), abi.encode(expected));
          assertEq(reason, expectedReason);
        } catch {}
      }
      assertGt(answered, 100);
      assertLt(answered, 299);
    }
  }

  // terms that a feed does not read by: it asks

  function test_Read_AsksTheSource_GivenTermsBeyondTheirBounds() public {
    address aggregator = address(new MockAggregator(8, 2000e8));
    AggregatorConfig memory sound = AggregatorConfig(aggregator, 1 hours, 0, type(int128).max);
    assertEq(_readOf(sound, 8, 0.005e18), 2000e18, "read directly");
    assertEq(_readOf(AggregatorConfig(aggregator, 2 hours, 0, type(int128).max), 8, 0.005e18), 1234e18, "age");
    assertEq(_readOf(AggregatorConfig(aggregator, 1 hours, -1, type(int128).max), 8, 0.005e18), 1234e18, "lowest");
    assertEq(_readOf(sound, 19, 0.005e18), 1234e18, "decimals");
    assertEq(_readOf(sound, 8, 1e18), 1234e18, "deviation");
    assertEq(_readOf(AggregatorConfig(address(0), 1 hours, 0, type(int128).max), 8, 0.005e18), 1234e18, "none");
  }

  function _readOf(AggregatorConfig memory config, uint256 decimals, uint256 deviation) private returns (uint256) {
    return _feed(new ClaimedTerms(config, decimals, deviation)).read().price;
  }
}
