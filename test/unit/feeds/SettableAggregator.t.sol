// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Test} from "forge-std/Test.sol";

import {SettableAggregator} from "../../../contracts/devnet/SettableAggregator.sol";

contract SettableAggregatorTest is Test {
  SettableAggregator private aggregator;

  function setUp() public {
    vm.warp(1_000_000);
    aggregator = new SettableAggregator(8, "ETH / USD", 2000e8, address(this));
  }

  function test_LatestRoundData_WhenConstructed() public view {
    (uint80 id, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredIn) = aggregator.latestRoundData();
    assertEq(id, (uint80(1) << 64) | 1);
    assertEq(answer, 2000e8);
    assertEq(startedAt, 1_000_000);
    assertEq(updatedAt, 1_000_000);
    assertEq(answeredIn, id);
  }

  function test_GetRoundData_GivenPushedRounds() public {
    uint80 second = aggregator.pushAt(2100e8, 1_000_100);
    vm.warp(1_000_200);
    uint80 third = aggregator.push(-1);
    assertEq(third, second + 1);
    (, int256 answer, , uint256 updatedAt, ) = aggregator.getRoundData(second);
    assertEq(answer, 2100e8);
    assertEq(updatedAt, 1_000_100);
    (, answer, , updatedAt, ) = aggregator.latestRoundData();
    assertEq(answer, -1);
    assertEq(updatedAt, 1_000_200);
  }

  function test_GetRoundData_IsZeros_GivenAbsentRound() public view {
    (, int256 answer, , uint256 updatedAt, uint80 answeredIn) = aggregator.getRoundData(aggregator.latestRoundId() + 1);
    assertEq(answer, 0);
    assertEq(updatedAt, 0);
    assertEq(answeredIn, 0);
  }

  function test_RevertWhen_RoundIsOlderThanTheLatest() public {
    vm.expectRevert(abi.encodeWithSelector(SettableAggregator.RoundOutOfOrder.selector, 999_999, 1_000_000));
    aggregator.pushAt(1, 999_999);
  }

  function test_RevertWhen_PusherIsNotTheOwner() public {
    vm.startPrank(address(1));
    vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(1)));
    aggregator.push(1);
    vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(1)));
    aggregator.pushAt(1, 2_000_000);
  }
}
