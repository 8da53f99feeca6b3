// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IExpiryPrice} from "../../../contracts/interfaces/IExpiryPrice.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";
import {ExpiryPriceFixture} from "./ExpiryPriceFixture.sol";

// Behaviour tree
// prove
//   given one aggregator: the time average, whatever lies in the window; in as many calls as one likes
//   given two: the time average of the ratio
contract ExpiryPriceProofTest is ExpiryPriceFixture {
  // prove, given one aggregator

  function test_Prove_GivenNoRoundInside() public {
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY + 1);
    vm.expectEmit(address(single));
    emit IExpiryPrice.ExpiryPriceFixed(EXPIRY, 2000e18, false);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2000e18);
    assertEq(single.priceOf(EXPIRY), 2000e18);
  }

  function test_Prove_GivenNoRoundInside_AndAbsentRoundsRevert() public {
    aggregator.setAbsentRound(MockAggregator.AbsentRound.Revert);
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY + 1);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2000e18);
  }

  function test_Prove_IsTheTimeAverage() public {
    uint80 start = _startRound(2000e8);
    aggregator.pushAt(2100e8, WINDOW_START + 600);
    aggregator.pushAt(1900e8, WINDOW_START + 1500);
    aggregator.pushAt(5e8, EXPIRY + 12);
    vm.warp(EXPIRY + 24);
    // (600 · 2000 + 900 · 2100 + 300 · 1900)/1800
    assertEq(single.prove(EXPIRY, start, 0, 10), uint256(3_660_000e18) / 1800);
  }

  function test_A11_ARoundAtTheWindowsStartCounts_AndOneAtExpiryDoesNot() public {
    _startRound(1000e8);
    uint80 start = aggregator.pushAt(2000e8, WINDOW_START);
    aggregator.pushAt(3000e8, EXPIRY);
    vm.warp(EXPIRY + 1);
    vm.expectRevert(
      abi.encodeWithSelector(
        IExpiryPrice.NotTheStartRound.selector,
        start - 1,
        WINDOW_START - 100,
        WINDOW_START,
        WINDOW_START
      )
    );
    single.prove(EXPIRY, start - 1, 0, 10);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2000e18);
  }

  function test_A11_LastRoundBeforeExpiryCountsForItsSecond() public {
    uint80 start = _startRound(2000e8);
    aggregator.pushAt(3800e8, EXPIRY - 1);
    vm.warp(EXPIRY + 12);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2001e18);
  }

  function test_Prove_TheLaterCounts_GivenTwoRoundsInOneSecond() public {
    uint80 start = _startRound(2000e8);
    aggregator.pushAt(9000e8, WINDOW_START + 900);
    aggregator.pushAt(2200e8, WINDOW_START + 900);
    vm.warp(EXPIRY + 1);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2100e18);
  }

  function test_Prove_StoresACursor_WhenItDoesNotComeToTheEnd() public {
    uint80 start = _startRound(2000e8);
    for (uint256 i = 1; i <= 6; ++i) aggregator.pushAt(2000e8 + int256(i) * 100e8, WINDOW_START + i * 240);
    vm.warp(EXPIRY + 1);
    vm.expectEmit(address(single));
    emit IExpiryPrice.ExpiryProofAdvanced(EXPIRY, start + 2, 0, WINDOW_START + 720);
    assertEq(single.prove(EXPIRY, start, 0, 2), 0);
    assertEq(single.priceOf(EXPIRY), 0);
    (uint80 roundId, , uint256 provenUntil) = single.cursorOf(EXPIRY);
    assertEq(roundId, start + 2);
    assertEq(provenUntil, WINDOW_START + 720);

    // Whatever start round comes with a later call is not looked at.
    assertEq(single.prove(EXPIRY, 7, 7, 0), 0);
    assertEq(single.prove(EXPIRY, 0, 0, 3), 0);
    uint256 price = single.prove(EXPIRY, 0, 0, 3);
    // 240 s each at 2000 … 2500, 360 s at 2600.
    assertEq(price, (uint256(240 * (2000 + 2100 + 2200 + 2300 + 2400 + 2500) + 360 * 2600) * 1e18) / 1800);
    (roundId, , provenUntil) = single.cursorOf(EXPIRY);
    assertEq(roundId, 0);
    assertEq(provenUntil, 0);
  }

  function test_A25_OneCallIsBounded_GivenMoreRoundsThanItWalks() public {
    uint80 start = _startRound(2000e8);
    for (uint256 i = 0; i < 600; ++i) aggregator.pushAt(2000e8, WINDOW_START + 1 + i * 2);
    vm.warp(EXPIRY + 1);
    uint256 before = gasleft();
    assertEq(single.prove(EXPIRY, start, 0, type(uint256).max), 0);
    assertLt(before - gasleft(), 10_000_000);
    assertEq(single.prove(EXPIRY, 0, 0, type(uint256).max), 2000e18);
  }

  function test_Prove_GivenAnAggregatorWithoutPhases() public {
    aggregator.setPhase(0);
    uint80 start = aggregator.pushAt(2000e8, START);
    single.checkpoint();
    vm.warp(START + 1 hours);
    aggregator.push(2100e8);
    uint256 expiry = START + 1 hours + 900;
    vm.warp(expiry + 1);
    assertEq(single.prove(expiry, start, 0, 10), 2050e18);
  }

  // prove, given two aggregators

  function test_Prove_IsTheTimeAverageOfTheRatio_GivenTwoAggregators() public {
    uint80 start = _startRound(2000e8);
    uint80 startRate = _startRate(1e8);
    aggregator.pushAt(1000e8, WINDOW_START + 900);
    rate.pushAt(0.5e8, WINDOW_START + 900);
    vm.warp(EXPIRY + 1);
    // 2000/1 for the first half, 1000/0.5 for the second. The ratio of the averages would be 1500/0.75 = 2000 as well …
    assertEq(ratio.prove(EXPIRY, start, startRate, 10), 2000e18);
  }

  function test_Prove_IsNotTheRatioOfTheAverages() public {
    uint80 start = _startRound(2000e8);
    uint80 startRate = _startRate(1e8);
    rate.pushAt(0.5e8, WINDOW_START + 900);
    vm.warp(EXPIRY + 1);
    // … here it would be 2000/0.75 = 2667.
    assertEq(ratio.prove(EXPIRY, start, startRate, 10), 3000e18);
  }

  function test_Prove_ResumesInBoth_GivenTwoAggregators() public {
    uint80 start = _startRound(2000e8);
    uint80 startRate = _startRate(1e8);
    aggregator.pushAt(2100e8, WINDOW_START + 300);
    rate.pushAt(1.05e8, WINDOW_START + 600);
    aggregator.pushAt(2310e8, WINDOW_START + 1200);
    rate.pushAt(1.1e8, WINDOW_START + 1200);
    vm.warp(EXPIRY + 1);
    uint256 price;
    uint256 calls;
    while (price == 0) {
      price = ratio.prove(EXPIRY, start, startRate, 1);
      ++calls;
    }
    // 300 · 2000 + 300 · 2100 + 600 · 2000 + 600 · 2100
    assertEq(price, uint256(3_690_000e18) / 1800);
    assertEq(calls, 3);
  }

  function test_T2_RevertWhen_TheQuotesStartRoundIsAnother() public {
    uint80 start = _startRound(2000e8);
    uint80 startRate = _startRate(1e8);
    rate.pushAt(1e8, WINDOW_START + 1);
    vm.warp(EXPIRY + 1);
    vm.expectPartialRevert(IExpiryPrice.NotTheStartRound.selector);
    ratio.prove(EXPIRY, start, startRate + 1, 10);
  }
}
