// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BoundedCall} from "../../../contracts/feeds/BoundedCall.sol";
import {ExpiryPrice} from "../../../contracts/feeds/ExpiryPrice.sol";
import {IExpiryPrice} from "../../../contracts/interfaces/IExpiryPrice.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";
import {ExpiryPriceFixture} from "./ExpiryPriceFixture.sol";

// Behaviour tree
// prove
//   refused by name: before expiry, twice, wrong start round, phase not proven, holes, gaps, faults, lack of gas
// checkpoint: lets a proof pass a phase change
contract ExpiryPriceRefusalsTest is ExpiryPriceFixture {
  // refused by name

  function test_A11_RevertWhen_ExpiryIsNotPast() public {
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY - 12);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.NotExpired.selector, EXPIRY, EXPIRY - 12));
    single.prove(EXPIRY, start, 0, 10);
    vm.warp(EXPIRY);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.NotExpired.selector, EXPIRY, EXPIRY));
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_RevertWhen_NoWindowFits() public {
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.ExpiryOutOfRange.selector, 1800));
    single.prove(1800, 1, 0, 10);
  }

  function test_T2_RevertWhen_FixedAlready() public {
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY + 1);
    single.prove(EXPIRY, start, 0, 10);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.AlreadyFixed.selector, EXPIRY, 2000e18));
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_A12_RevertWhen_AnyOtherRoundIsNamed() public {
    uint80 first = aggregator.pushAt(1800e8, WINDOW_START - 300);
    aggregator.pushAt(1900e8, WINDOW_START - 200);
    uint80 start = _startRound(2000e8);
    aggregator.pushAt(2100e8, WINDOW_START + 1);
    uint80 last = aggregator.pushAt(2200e8, EXPIRY - 1);
    vm.warp(EXPIRY + 1);
    for (uint80 id = first; id <= last; ++id) {
      if (id == start) continue;
      vm.expectPartialRevert(IExpiryPrice.NotTheStartRound.selector);
      single.prove(EXPIRY, id, 0, 10);
    }
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.RoundMissing.selector, address(aggregator), last + 1));
    single.prove(EXPIRY, last + 1, 0, 10);
    vm.warp(EXPIRY + 24);
    uint80 late = aggregator.push(1e8);
    vm.expectPartialRevert(IExpiryPrice.NotTheStartRound.selector);
    single.prove(EXPIRY, late, 0, 10);
    single.prove(EXPIRY, start, 0, 10);
  }

  /// With too little gas the read of a round fails as that of an absent one does. Were it taken for absent, the caller
  /// could end the walk where the price suits it.
  function test_A12_GasNeverHidesARound() public {
    uint80 start = _startRound(2000e8);
    for (uint256 i = 1; i <= 8; ++i) aggregator.pushAt(2000e8 + int256(i) * 10e8, WINDOW_START + i * 200);
    vm.warp(EXPIRY + 1);
    uint256 snapshot = vm.snapshotState();
    uint256 honest = single.prove(EXPIRY, start, 0, 10);
    uint256 refused;
    for (uint256 limit = 30_000; limit < 400_000; limit += 2_000) {
      vm.revertToState(snapshot);
      try single.prove{gas: limit}(EXPIRY, start, 0, 10) returns (uint256 price) {
        assertEq(price, honest);
      } catch {
        ++refused;
      }
    }
    assertGt(refused, 20);
    assertLt(refused, 180);
  }

  function test_A12_RevertWhen_TheGasForARoundIsNotThere() public {
    uint80 start = _startRound(2000e8);
    aggregator.setAbsentRound(MockAggregator.AbsentRound.Revert);
    vm.warp(EXPIRY + 1);
    vm.expectPartialRevert(BoundedCall.InsufficientGas.selector);
    single.prove{gas: 90_000}(EXPIRY, start, 0, 10);
  }

  function test_A3_RevertWhen_AHoleIsInTheRounds() public {
    uint80 start = _startRound(2000e8);
    uint80 hole = aggregator.pushAt(2100e8, WINDOW_START + 600);
    aggregator.pushAt(2200e8, WINDOW_START + 700);
    aggregator.removeRound(hole);
    vm.warp(EXPIRY + 1);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.RoundMissing.selector, address(aggregator), hole));
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_A3_RevertWhen_ARoundIsBegunAndNotAnswered() public {
    uint80 start = _startRound(2000e8);
    uint80 id = aggregator.pushRaw(2100e8, WINDOW_START + 600, 0, 0);
    vm.warp(EXPIRY + 1);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.RoundMissing.selector, address(aggregator), id));
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_A3_RevertWhen_ARoundCarriesOverAnOlderAnswer() public {
    uint80 start = _startRound(2000e8);
    uint80 id = aggregator.pushRaw(2000e8, WINDOW_START + 600, WINDOW_START + 600, uint40(start));
    vm.warp(EXPIRY + 1);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.RoundIncomplete.selector, address(aggregator), id, start));
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_A3_RevertWhen_AnAnswerIsUnusable() public {
    uint80 start = _startRound(2000e8);
    uint80 id = aggregator.pushAt(0, WINDOW_START + 600);
    vm.warp(EXPIRY + 1);
    int256[5] memory answers = [int256(0), -1, 1e4, 1e16, type(int128).max];
    for (uint256 i = 0; i < answers.length; ++i) {
      aggregator.setRound(id, answers[i], WINDOW_START + 600, uint40(id));
      vm.expectRevert(
        abi.encodeWithSelector(IExpiryPrice.AnswerUnusable.selector, address(aggregator), id, answers[i])
      );
      single.prove(EXPIRY, start, 0, 10);
    }
  }

  function test_A3_AFaultAfterExpiryDoesNotMatter() public {
    uint80 start = _startRound(2000e8);
    aggregator.pushAt(-1, EXPIRY + 1);
    vm.warp(EXPIRY + 2);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2000e18);
  }

  function test_A3_RevertWhen_RoundsAreOutOfOrder() public {
    uint80 start = _startRound(2000e8);
    aggregator.pushAt(2000e8, WINDOW_START + 600);
    uint80 id = aggregator.pushRaw(2100e8, WINDOW_START + 599, WINDOW_START + 599, uint40(start + 2));
    vm.warp(EXPIRY + 1);
    vm.expectRevert(
      abi.encodeWithSelector(
        IExpiryPrice.RoundsOutOfOrder.selector,
        address(aggregator),
        id,
        WINDOW_START + 599,
        WINDOW_START + 600
      )
    );
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_A3_RevertWhen_ARoundStoodTooLong() public {
    uint80 start = aggregator.pushAt(2000e8, EXPIRY - MAX_GAP - 1);
    vm.warp(EXPIRY + 1);
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.RoundGap.selector, address(aggregator), start, MAX_GAP + 1, MAX_GAP)
    );
    single.prove(EXPIRY, start, 0, 10);
    // A later round that comes only after expiry makes the gap no shorter.
    aggregator.push(2000e8);
    vm.expectPartialRevert(IExpiryPrice.RoundGap.selector);
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_Prove_GivenARoundThatStoodAsLongAsItMay() public {
    uint80 start = aggregator.pushAt(2000e8, EXPIRY - MAX_GAP);
    vm.warp(EXPIRY + 3 days);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2000e18);
  }

  /// A heartbeat a little late: nobody's price for a day, and from that second on the average, brought by anyone.
  function test_A12_ALateHeartbeat_WaitsForADayAndForNoGovernor() public {
    uint80 start = aggregator.pushAt(2000e8, WINDOW_START + 600 - MAX_GAP - 1);
    aggregator.pushAt(2300e8, WINDOW_START + 600);
    vm.warp(EXPIRY + 24 hours - 1);
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.RoundGap.selector, address(aggregator), start, MAX_GAP + 1, MAX_GAP)
    );
    single.prove(EXPIRY, start, 0, 10);
    vm.warp(EXPIRY + 24 hours);
    // No other round opens it now than before.
    vm.expectPartialRevert(IExpiryPrice.NotTheStartRound.selector);
    single.prove(EXPIRY, start + 1, 0, 10);
    vm.prank(address(0xbeef));
    assertEq(single.prove(EXPIRY, start, 0, 10), 2200e18);
  }

  function test_A3_RevertWhen_ARoundStoodTooLong_EvenADayLater() public {
    uint80 start = aggregator.pushAt(2000e8, EXPIRY - 2 * MAX_GAP - 1);
    vm.warp(EXPIRY + 30 days);
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.RoundGap.selector, address(aggregator), start, 2 * MAX_GAP + 1, 2 * MAX_GAP)
    );
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_Prove_GivenARoundThatStoodTwiceAsLong_ADayLater() public {
    uint80 start = aggregator.pushAt(2000e8, EXPIRY - 2 * MAX_GAP);
    vm.warp(EXPIRY + 24 hours);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2000e18);
  }

  /// A walk that stops before the gap goes on over it, and each aggregator has its own terms.
  function test_Prove_GoesOnOverAGap_ADayLater_GivenTwoAggregators() public {
    uint80 start = aggregator.pushAt(2000e8, WINDOW_START - 10);
    uint80 startRate = rate.pushAt(1e8, WINDOW_START + 900 - MAX_GAP - 1);
    rate.pushAt(0.5e8, WINDOW_START + 900);
    vm.warp(EXPIRY + 24 hours - 1);
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.RoundGap.selector, address(rate), startRate, MAX_GAP + 1, MAX_GAP)
    );
    ratio.prove(EXPIRY, start, startRate, 0);
    vm.warp(EXPIRY + 24 hours);
    assertEq(ratio.prove(EXPIRY, start, startRate, 0), 0);
    assertEq(ratio.prove(EXPIRY, 0, 0, 10), 3000e18);
  }

  /// One phase only, a day later too.
  function test_A12_RevertWhen_ThePhaseIsNotProven_EvenADayLater() public {
    uint80 start = aggregator.pushAt(2000e8, EXPIRY - MAX_GAP - 1);
    aggregator.newPhase();
    aggregator.pushAt(2100e8, EXPIRY + 10);
    vm.warp(EXPIRY + 24 hours);
    vm.expectPartialRevert(IExpiryPrice.PhaseNotProven.selector);
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_A3_RevertWhen_DecimalsChanged() public {
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY + 1);
    aggregator.setDecimals(18);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.DecimalsChanged.selector, address(aggregator), 8, 18));
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_A3_RevertWhen_DecimalsHaveNoAnswer() public {
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY + 1);
    vm.mockCallRevert(address(aggregator), abi.encodeWithSignature("decimals()"), "no answer");
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.AggregatorFailed.selector, address(aggregator), bytes("no answer"))
    );
    single.prove(EXPIRY, start, 0, 10);
  }

  function test_A3_RevertWhen_TheAggregatorIsBroken() public {
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY + 1);
    for (uint256 how = 1; how <= uint256(MockAggregator.Behaviour.ReturnShort); ++how) {
      aggregator.setBehaviour(MockAggregator.Behaviour(how));
      // A bomb of zeros is read as an empty round of phase 0.
      if (how == uint256(MockAggregator.Behaviour.ReturnBomb))
        vm.expectPartialRevert(IExpiryPrice.RoundMissing.selector);
      else vm.expectPartialRevert(IExpiryPrice.AggregatorFailed.selector);
      single.prove(EXPIRY, start, 0, 10);
    }
  }

  function test_RevertWhen_ThePriceIsOutOfRange() public {
    MockAggregator tiny = new MockAggregator(18, 1);
    MockAggregator huge = new MockAggregator(0, type(int128).max - 1);
    ExpiryPrice odd = new ExpiryPrice(
      address(manager),
      AggregatorConfig(address(tiny), 2 days, 0, type(int128).max),
      AggregatorConfig(address(huge), 2 days, 0, type(int128).max)
    );
    (uint80 tinyRound, uint80 hugeRound) = (tiny.latestRoundId(), huge.latestRoundId());
    vm.warp(START + 1 hours);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.ExpiryPriceOutOfRange.selector, START + 1800, 0));
    odd.prove(START + 1800, tinyRound, hugeRound, 1);

    odd = new ExpiryPrice(
      address(manager),
      AggregatorConfig(address(huge), 2 days, 0, type(int128).max),
      AggregatorConfig(address(0), 0, 0, 0)
    );
    vm.warp(START + 2 hours);
    vm.expectPartialRevert(IExpiryPrice.ExpiryPriceOutOfRange.selector);
    odd.prove(START + 1.5 hours, hugeRound, 0, 1);
  }

  // phases

  /// Two phases have a round at the window's start; only the one that was live then is taken.
  function test_A12_OnlyTheLivePhaseCounts_GivenTwoThatReport() public {
    uint80 start = _startRound(2000e8);
    vm.warp(WINDOW_START + 10);
    single.checkpoint();
    // The next aggregator has reported for a while; it goes live within the window.
    aggregator.newPhase();
    uint80 shadow = aggregator.pushAt(2500e8, WINDOW_START - 60);
    aggregator.pushAt(2500e8, WINDOW_START + 60);
    vm.warp(EXPIRY + 1);
    vm.expectRevert(
      abi.encodeWithSelector(
        IExpiryPrice.PhaseNotProven.selector,
        address(aggregator),
        2,
        WINDOW_START,
        EXPIRY + 1,
        EXPIRY + 1
      )
    );
    single.prove(EXPIRY, shadow, 0, 10);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2000e18);
  }

  function test_A12_RevertWhen_ThePhaseChangedBetweenTwoSightings() public {
    uint80 start = _startRound(2000e8);
    aggregator.newPhase();
    uint80 shadow = aggregator.pushAt(2500e8, WINDOW_START - 60);
    vm.warp(EXPIRY + 1);
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.PhaseNotProven.selector, address(aggregator), 1, WINDOW_START, START, START)
    );
    single.prove(EXPIRY, start, 0, 10);
    vm.expectPartialRevert(IExpiryPrice.PhaseNotProven.selector);
    single.prove(EXPIRY, shadow, 0, 10);
  }

  function test_A3_Prove_GivenAPhaseChangeBeforeTheWindow_AndACheckpoint() public {
    _startRound(2000e8);
    aggregator.newPhase();
    uint80 start = aggregator.pushAt(2500e8, WINDOW_START - 60);
    vm.warp(WINDOW_START - 10);
    single.checkpoint();
    vm.warp(EXPIRY + 1);
    assertEq(single.prove(EXPIRY, start, 0, 10), 2500e18);
  }

  function test_A12_RevertWhen_TheExpiryIsOlderThanTheContract() public {
    uint80 start = aggregator.latestRoundId();
    aggregator.setRound(start, 2000e8, START - 3000, 1);
    vm.expectRevert(
      abi.encodeWithSelector(IExpiryPrice.PhaseNotProven.selector, address(aggregator), 1, START - 2000, START, START)
    );
    single.prove(START - 200, start, 0, 10);
  }
}
