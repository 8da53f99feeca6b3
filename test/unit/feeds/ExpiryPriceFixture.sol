// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Test} from "forge-std/Test.sol";

import {ExpiryPrice} from "../../../contracts/feeds/ExpiryPrice.sol";
import {Roles} from "../../../contracts/governance/Roles.sol";
import {IExpiryPrice} from "../../../contracts/interfaces/IExpiryPrice.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";

/// @notice One expiry price over an aggregator, one over the ratio of two.
abstract contract ExpiryPriceFixture is Test {
  uint256 internal constant START = 1_700_000_000;
  uint256 internal constant MAX_GAP = 1 hours + 5 minutes;
  /// 08:00 UTC, a day later.
  uint256 internal constant EXPIRY = 1_700_121_600;
  uint256 internal constant WINDOW_START = EXPIRY - 1800;
  address internal constant GOVERNOR = address(0xa1);
  address internal constant GUARDIAN = address(0xa2);

  AccessManager internal manager;
  MockAggregator internal aggregator;
  MockAggregator internal rate;
  ExpiryPrice internal single;
  ExpiryPrice internal ratio;

  function setUp() public {
    vm.warp(START);
    manager = new AccessManager(address(this));
    aggregator = new MockAggregator(8, 2000e8);
    rate = new MockAggregator(8, 1e8);
    single = new ExpiryPrice(address(manager), _config(aggregator), AggregatorConfig(address(0), 0, 0, 0));
    ratio = new ExpiryPrice(address(manager), _config(aggregator), _config(rate));
    manager.grantRole(Roles.GOVERNOR, GOVERNOR, 0);
    manager.grantRole(Roles.GUARDIAN, GUARDIAN, 0);
    bytes4[] memory selectors = new bytes4[](1);
    selectors[0] = IExpiryPrice.proposeFallback.selector;
    manager.setTargetFunctionRole(address(single), selectors, Roles.GOVERNOR);
    manager.setTargetFunctionRole(address(ratio), selectors, Roles.GOVERNOR);
    selectors[0] = IExpiryPrice.cancelFallback.selector;
    manager.setTargetFunctionRole(address(single), selectors, Roles.GUARDIAN);
  }

  function _config(MockAggregator from) internal pure returns (AggregatorConfig memory) {
    return AggregatorConfig(address(from), MAX_GAP, 1e4, 1e16);
  }

  /// The round in effect at the window's start, dated 100 seconds before it.
  function _startRound(int256 answer) internal returns (uint80) {
    return aggregator.pushAt(answer, WINDOW_START - 100);
  }

  function _startRate(int256 answer) internal returns (uint80) {
    return rate.pushAt(answer, WINDOW_START - 50);
  }
}
