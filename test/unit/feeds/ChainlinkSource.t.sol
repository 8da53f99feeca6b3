// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {ParameterBounds} from "../../../contracts/feeds/ParameterBounds.sol";
import {ChainlinkSource} from "../../../contracts/feeds/adapters/ChainlinkSource.sol";
import {IPriceSource} from "../../../contracts/interfaces/IPriceSource.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {PriceReading} from "../../../contracts/types/PriceReading.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";

// Behaviour tree
// read: the answer in WAD with the deviation threshold; a named error for each fault of attack A3
contract ChainlinkSourceTest is Test {
  uint256 private constant MAX_AGE = 1 hours + 5 minutes;

  MockAggregator private aggregator;
  ChainlinkSource private source;

  function setUp() public {
    vm.warp(1_700_000_000);
    aggregator = new MockAggregator(8, 2000e8);
    source = new ChainlinkSource(_config(), 0.005e18);
  }

  function _config() private view returns (AggregatorConfig memory) {
    return AggregatorConfig(address(aggregator), MAX_AGE, 1e8, 1_000_000e8);
  }

  function test_Read() public view {
    PriceReading memory reading = source.read();
    assertEq(reading.price, 2000e18);
    assertEq(reading.confidence, 0.005e18);
    assertEq(reading.updatedAt, block.timestamp);
    assertEq(source.maxAge(), MAX_AGE);
  }

  function testFuzz_Read_GivenAnyDecimals(uint8 decimals, uint64 answer) public {
    decimals = uint8(bound(decimals, 0, 18));
    aggregator = new MockAggregator(decimals, int256(uint256(answer) + 1));
    source = new ChainlinkSource(AggregatorConfig(address(aggregator), MAX_AGE, 0, type(int128).max), 0);
    assertEq(source.read().price, (uint256(answer) + 1) * 10 ** (18 - decimals));
  }

  function test_A3_RevertWhen_AnswerIsNotPositive() public {
    aggregator.push(0);
    vm.expectRevert(abi.encodeWithSelector(IPriceSource.NonPositiveAnswer.selector, address(aggregator), int256(0)));
    source.read();
    aggregator.push(-2000e8);
    vm.expectRevert(
      abi.encodeWithSelector(IPriceSource.NonPositiveAnswer.selector, address(aggregator), -int256(2000e8))
    );
    source.read();
  }

  function test_A3_RevertWhen_AnswerIsAtOrBeyondTheClamp() public {
    _expectClamped(1e8);
    _expectClamped(1e8 - 1);
    _expectClamped(1_000_000e8);
    _expectClamped(type(int128).max);
    aggregator.push(1e8 + 1);
    source.read();
    aggregator.push(1_000_000e8 - 1);
    source.read();
  }

  function _expectClamped(int256 answer) private {
    aggregator.push(answer);
    vm.expectRevert(
      abi.encodeWithSelector(IPriceSource.AnswerClamped.selector, address(aggregator), answer, 1e8, 1_000_000e8)
    );
    source.read();
  }

  function test_A3_RevertWhen_RoundIsIncomplete() public {
    uint80 id = aggregator.pushRaw(2000e8, block.timestamp, 0, 2);
    vm.expectRevert(abi.encodeWithSelector(IPriceSource.IncompleteRound.selector, address(aggregator), id, 0, id));
    source.read();
    id = aggregator.pushRaw(2000e8, block.timestamp, block.timestamp, 1);
    vm.expectRevert(
      abi.encodeWithSelector(
        IPriceSource.IncompleteRound.selector,
        address(aggregator),
        id,
        block.timestamp,
        (uint80(1) << 64) | 1
      )
    );
    source.read();
  }

  function test_A3_RevertWhen_RoundIsOfTheFuture() public {
    aggregator.pushAt(2000e8, block.timestamp + 1);
    vm.expectRevert(
      abi.encodeWithSelector(
        IPriceSource.FutureRound.selector,
        address(aggregator),
        block.timestamp + 1,
        block.timestamp
      )
    );
    source.read();
  }

  function test_O1_RevertWhen_AnswerIsStale() public {
    uint256 updatedAt = block.timestamp;
    vm.warp(updatedAt + MAX_AGE);
    source.read();
    vm.warp(updatedAt + MAX_AGE + 1);
    vm.expectRevert(abi.encodeWithSelector(IPriceSource.StaleAnswer.selector, address(aggregator), updatedAt, MAX_AGE));
    source.read();
  }

  function test_A3_RevertWhen_DecimalsChange_WithinAPhaseOrWithOne() public {
    aggregator.setDecimals(18);
    _expectDecimalsChanged(18);
    aggregator.newPhase();
    aggregator.push(2000e18);
    // At 18 decimals the answer lies beyond the clamp of 8 too; an answer that does not is what the check is for.
    aggregator.push(2000e8);
    _expectDecimalsChanged(18);
    aggregator.setDecimals(8);
    assertEq(source.read().price, 2000e18);
  }

  function _expectDecimalsChanged(uint256 actual) private {
    vm.expectRevert(abi.encodeWithSelector(IPriceSource.DecimalsChanged.selector, address(aggregator), 8, actual));
    source.read();
  }

  function test_A3_Read_GivenAPhaseChange() public {
    aggregator.newPhase();
    aggregator.push(2100e8);
    assertEq(source.read().price, 2100e18);
  }

  function test_A3_RevertWhen_AggregatorReverts() public {
    aggregator.setBehaviour(MockAggregator.Behaviour.RevertWithReason);
    bytes memory reason = abi.encodeWithSignature("Error(string)", "feed is down");
    vm.expectRevert(abi.encodeWithSelector(IPriceSource.AggregatorFailed.selector, address(aggregator), reason));
    source.read();
    for (uint256 how = 1; how <= uint256(MockAggregator.Behaviour.ReturnShort); ++how) {
      aggregator.setBehaviour(MockAggregator.Behaviour(how));
      // A bomb of zeros is a round without a date.
      bool bomb = how == uint256(MockAggregator.Behaviour.ReturnBomb);
      vm.expectPartialRevert(bomb ? IPriceSource.IncompleteRound.selector : IPriceSource.AggregatorFailed.selector);
      source.read();
    }
  }

  function test_A3_RevertWhen_DecimalsHaveNoAnswer() public {
    vm.mockCallRevert(address(aggregator), abi.encodeWithSignature("decimals()"), "no answer");
    vm.expectRevert(
      abi.encodeWithSelector(IPriceSource.AggregatorFailed.selector, address(aggregator), bytes("no answer"))
    );
    source.read();
  }

  function test_RevertWhen_ConfigIsOutOfBounds() public {
    AggregatorConfig memory config = _config();
    _expectOutOfRange("deviationThreshold", 0.1e18 + 1, 0, 0.1e18);
    new ChainlinkSource(config, 0.1e18 + 1);

    config.maxAge = 59;
    _expectOutOfRange("maxAge", 59, 60, 2 days);
    new ChainlinkSource(config, 0);

    config = _config();
    config.lowest = -1;
    _expectOutOfRange("lowest", type(uint256).max, 0, uint128(type(int128).max) - 1);
    new ChainlinkSource(config, 0);

    config = _config();
    config.highest = config.lowest;
    _expectOutOfRange("highest", 1e8, 1e8 + 1, uint128(type(int128).max));
    new ChainlinkSource(config, 0);

    aggregator.setDecimals(19);
    config = _config();
    _expectOutOfRange("decimals", 19, 0, 18);
    new ChainlinkSource(config, 0);
  }

  function _expectOutOfRange(bytes32 parameter, uint256 value, uint256 lowest, uint256 highest) private {
    vm.expectRevert(
      abi.encodeWithSelector(ParameterBounds.ParameterOutOfRange.selector, parameter, value, lowest, highest)
    );
  }
}
