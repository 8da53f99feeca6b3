// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Test} from "forge-std/Test.sol";

import {RatioSource} from "../../../contracts/feeds/adapters/RatioSource.sol";
import {IPriceSource} from "../../../contracts/interfaces/IPriceSource.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";

contract RatioSourceTest is Test {
  MockAggregator private underlying;
  MockAggregator private quote;
  RatioSource private source;

  function setUp() public {
    vm.warp(1_700_000_000);
    underlying = new MockAggregator(8, 2000e8);
    quote = new MockAggregator(8, 1e8);
    source = _source();
  }

  function _source() private returns (RatioSource) {
    return
      new RatioSource(
        AggregatorConfig(address(underlying), 1 hours, 0, type(int128).max),
        0.005e18,
        AggregatorConfig(address(quote), 1 days, 0, type(int128).max),
        0.0025e18
      );
  }

  function test_Read_UsesTheQuotesRealRate() public {
    quote.push(0.8e8);
    assertEq(source.read().price, 2500e18);
  }

  function test_Read_ConfidencesAdd_RoundedUp() public view {
    // (1 + 0.005)/(1 − 0.0025) − 1
    assertEq(source.read().confidence, 0.007518796992481203e18 + 1);
    assertEq(source.maxAge(), 1 days);
  }

  function test_Read_IsDatedByTheOlder() public {
    uint256 start = block.timestamp;
    vm.warp(start + 100);
    underlying.push(2000e8);
    assertEq(source.read().updatedAt, start);
    vm.warp(start + 200);
    quote.push(1e8);
    assertEq(source.read().updatedAt, start + 100);
  }

  function testFuzz_Read_GivenAnyDecimals(uint256 u, uint256 q, uint64 a, uint64 b) public {
    (u, q) = (bound(u, 0, 18), bound(q, 0, 18));
    (uint256 answer, uint256 rate) = (uint256(a) + 1, uint256(b) + 1);
    underlying = new MockAggregator(uint8(u), int256(answer));
    quote = new MockAggregator(uint8(q), int256(rate));
    uint256 expected = Math.mulDiv(answer * 10 ** (36 - u), 1e18, rate * 10 ** (36 - q));
    assertEq(_source().read().price, expected);
  }

  function test_O1_RevertWhen_EitherIsStale() public {
    vm.warp(block.timestamp + 1 hours + 1);
    vm.expectRevert(
      abi.encodeWithSelector(
        IPriceSource.StaleAnswer.selector,
        address(underlying),
        block.timestamp - 1 hours - 1,
        1 hours
      )
    );
    source.read();
    vm.warp(block.timestamp + 1 days);
    underlying.push(2000e8);
    vm.expectPartialRevert(IPriceSource.StaleAnswer.selector);
    source.read();
  }

  function test_A3_RevertWhen_EitherIsNotPositive() public {
    quote.push(0);
    vm.expectRevert(abi.encodeWithSelector(IPriceSource.NonPositiveAnswer.selector, address(quote), int256(0)));
    source.read();
    quote.push(1e8);
    underlying.push(-1);
    vm.expectRevert(abi.encodeWithSelector(IPriceSource.NonPositiveAnswer.selector, address(underlying), -1));
    source.read();
  }

  function test_A3_RevertWhen_EitherChangesItsDecimals() public {
    quote.setDecimals(6);
    vm.expectRevert(abi.encodeWithSelector(IPriceSource.DecimalsChanged.selector, address(quote), 8, 6));
    source.read();
  }
}
