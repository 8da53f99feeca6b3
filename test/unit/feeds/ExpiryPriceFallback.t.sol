// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {ExpiryPrice} from "../../../contracts/feeds/ExpiryPrice.sol";
import {ParameterBounds} from "../../../contracts/feeds/ParameterBounds.sol";
import {IExpiryPrice} from "../../../contracts/interfaces/IExpiryPrice.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";
import {ExpiryPriceFixture} from "./ExpiryPriceFixture.sol";

// Behaviour tree
// fallback: proposed after a day, within the band, executed after another; cancelled; overtaken by a proof
// construction: terms within bounds, an aggregator that answers
contract ExpiryPriceFallbackTest is ExpiryPriceFixture {
  // fallback

  function _propose(uint256 price) private {
    vm.prank(GOVERNOR);
    single.proposeFallback(EXPIRY, price);
  }

  function test_Fallback() public {
    vm.warp(EXPIRY + 24 hours - 1);
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.FallbackTooEarly.selector, EXPIRY, EXPIRY + 24 hours, block.timestamp)
    );
    _propose(2100e18);

    vm.warp(EXPIRY + 24 hours);
    vm.expectEmit(address(single));
    emit IExpiryPrice.FallbackProposed(EXPIRY, 2100e18, EXPIRY + 48 hours);
    _propose(2100e18);
    (uint256 price, uint256 executableAt) = single.fallbackOf(EXPIRY);
    assertEq(price, 2100e18);
    assertEq(executableAt, EXPIRY + 48 hours);

    vm.warp(EXPIRY + 48 hours - 1);
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.FallbackTooEarly.selector, EXPIRY, EXPIRY + 48 hours, block.timestamp)
    );
    single.executeFallback(EXPIRY);

    vm.warp(EXPIRY + 48 hours);
    vm.expectEmit(address(single));
    emit IExpiryPrice.ExpiryPriceFixed(EXPIRY, 2100e18, true);
    vm.prank(address(0xbeef));
    single.executeFallback(EXPIRY);
    assertEq(single.priceOf(EXPIRY), 2100e18);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.AlreadyFixed.selector, EXPIRY, 2100e18));
    single.executeFallback(EXPIRY);
  }

  function test_T2_AProofOvertakesTheFallback() public {
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY + 24 hours);
    _propose(2100e18);
    single.prove(EXPIRY, start, 0, 10);
    vm.warp(EXPIRY + 48 hours);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.AlreadyFixed.selector, EXPIRY, 2000e18));
    single.executeFallback(EXPIRY);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.AlreadyFixed.selector, EXPIRY, 2000e18));
    _propose(2100e18);
  }

  /// So does one over rounds that were too far apart on the first day.
  function test_T2_AProofOverALateHeartbeatOvertakesTheFallback() public {
    uint80 start = aggregator.pushAt(2000e8, EXPIRY - MAX_GAP - 1);
    vm.warp(EXPIRY + 24 hours);
    _propose(2100e18);
    vm.warp(EXPIRY + 48 hours - 1);
    single.prove(EXPIRY, start, 0, 10);
    vm.warp(EXPIRY + 48 hours);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.AlreadyFixed.selector, EXPIRY, 2000e18));
    single.executeFallback(EXPIRY);
  }

  function test_Fallback_NewProposalStartsItsNoticeAnew() public {
    vm.warp(EXPIRY + 24 hours);
    _propose(2100e18);
    vm.warp(EXPIRY + 47 hours);
    _propose(2200e18);
    vm.warp(EXPIRY + 48 hours);
    vm.expectPartialRevert(IExpiryPrice.FallbackTooEarly.selector);
    single.executeFallback(EXPIRY);
  }

  function test_G3_TheGuardianCancelsAFallback() public {
    vm.warp(EXPIRY + 24 hours);
    _propose(2100e18);
    vm.expectEmit(address(single));
    emit IExpiryPrice.FallbackCancelled(EXPIRY, 2100e18);
    vm.prank(GUARDIAN);
    single.cancelFallback(EXPIRY);
    vm.warp(EXPIRY + 48 hours);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.NoFallback.selector, EXPIRY));
    single.executeFallback(EXPIRY);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.NoFallback.selector, EXPIRY));
    vm.prank(GUARDIAN);
    single.cancelFallback(EXPIRY);
  }

  function test_Fallback_RevertWhen_OutOfTheBand() public {
    vm.warp(EXPIRY + 24 hours);
    uint256 third = uint256(4000e18) / 3;
    _expectOutOfBand(3000e18 + 1, third, 3000e18);
    _propose(3000e18 + 1);
    _expectOutOfBand(third - 1, third, 3000e18);
    _propose(third - 1);
    _propose(3000e18);
    _propose(third);

    rate.push(0.5e8);
    vm.startPrank(GOVERNOR);
    _expectOutOfBand(6000e18 + 1, uint256(8000e18) / 3, 6000e18);
    ratio.proposeFallback(EXPIRY, 6000e18 + 1);
    ratio.proposeFallback(EXPIRY, 6000e18);
  }

  function _expectOutOfBand(uint256 price, uint256 lowest, uint256 highest) private {
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.FallbackOutOfBand.selector, price, lowest, highest));
  }

  /// A half more with each day, by the second, and four from the sixth day on.
  function test_Fallback_TheBandWidensWithTime() public {
    vm.warp(EXPIRY + 48 hours - 1);
    vm.expectPartialRevert(IExpiryPrice.FallbackOutOfBand.selector);
    _propose(4000e18);
    vm.warp(EXPIRY + 48 hours);
    _propose(4000e18);
    _propose(1000e18);
    vm.warp(EXPIRY + 6 days - 1);
    vm.expectPartialRevert(IExpiryPrice.FallbackOutOfBand.selector);
    _propose(500e18);
    vm.warp(EXPIRY + 6 days);
    _propose(500e18);
    vm.warp(EXPIRY + 60 days);
    _propose(8000e18);
    _expectOutOfBand(8000e18 + 1, 500e18, 8000e18);
    _propose(8000e18 + 1);
  }

  function test_O5_ADeadAggregatorDoesNotBlockTheFallback() public {
    vm.warp(EXPIRY + 24 hours);
    aggregator.setDecimals(18);
    _propose(9000e18);
    aggregator.setDecimals(8);
    for (uint256 how = 1; how <= uint256(MockAggregator.Behaviour.ReturnShort); ++how) {
      aggregator.setBehaviour(MockAggregator.Behaviour(how));
      _propose(9000e18 + how);
    }
    vm.warp(EXPIRY + 48 hours);
    single.executeFallback(EXPIRY);
    assertEq(single.priceOf(EXPIRY), 9000e18 + 6);
  }

  function test_O5_ADeadQuoteAggregatorDoesNotBlockTheFallback() public {
    vm.warp(EXPIRY + 24 hours);
    rate.setBehaviour(MockAggregator.Behaviour.Revert);
    vm.prank(GOVERNOR);
    ratio.proposeFallback(EXPIRY, 9000e18);
  }

  function test_Fallback_RevertWhen_PriceIsOutOfRange() public {
    vm.warp(EXPIRY + 24 hours);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.ExpiryPriceOutOfRange.selector, EXPIRY, 0));
    _propose(0);
    vm.expectPartialRevert(IExpiryPrice.ExpiryPriceOutOfRange.selector);
    _propose(uint256(type(uint112).max) + 1);
  }

  function test_G3_RevertWhen_TheCallerHasNotTheRole() public {
    vm.warp(EXPIRY + 24 hours);
    vm.startPrank(GUARDIAN);
    vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, GUARDIAN));
    single.proposeFallback(EXPIRY, 2000e18);
    vm.startPrank(address(0xbeef));
    vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(0xbeef)));
    single.cancelFallback(EXPIRY);
  }

  // construction

  function test_RevertWhen_TermsAreOutOfBounds() public {
    AggregatorConfig memory none = AggregatorConfig(address(0), 0, 0, 0);
    AggregatorConfig memory config = _config(aggregator);
    config.maxAge = 3 days;
    vm.expectPartialRevert(ParameterBounds.ParameterOutOfRange.selector);
    new ExpiryPrice(address(manager), config, none);
    vm.expectPartialRevert(ParameterBounds.ParameterOutOfRange.selector);
    new ExpiryPrice(address(manager), _config(aggregator), config);
  }

  function test_RevertWhen_TheAggregatorIsDeadAtConstruction() public {
    aggregator.setBehaviour(MockAggregator.Behaviour.Revert);
    vm.expectPartialRevert(IExpiryPrice.AggregatorFailed.selector);
    new ExpiryPrice(address(manager), _config(aggregator), AggregatorConfig(address(0), 0, 0, 0));
  }
}
