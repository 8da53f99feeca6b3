// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Test} from "forge-std/Test.sol";

import {BoundedCall} from "../../../contracts/feeds/BoundedCall.sol";
import {ExpiryPrice} from "../../../contracts/feeds/ExpiryPrice.sol";
import {ParameterBounds} from "../../../contracts/feeds/ParameterBounds.sol";
import {Roles} from "../../../contracts/governance/Roles.sol";
import {IExpiryPrice} from "../../../contracts/interfaces/IExpiryPrice.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";

// Behaviour tree
// prove
//   given one aggregator: the time average, whatever lies in the window; in as many calls as one likes
//   given two: the time average of the ratio
//   refused by name: before expiry, twice, wrong start round, phase not proven, holes, gaps, faults, lack of gas
// checkpoint: lets a proof pass a phase change
// fallback: proposed after a day, within the band, executed after another; cancelled; overtaken by a proof
contract ExpiryPriceTest is Test {
  uint256 private constant START = 1_700_000_000;
  uint256 private constant MAX_GAP = 1 hours + 5 minutes;
  /// 08:00 UTC, a day later.
  uint256 private constant EXPIRY = 1_700_121_600;
  uint256 private constant WINDOW_START = EXPIRY - 1800;
  address private constant GOVERNOR = address(0xa1);
  address private constant GUARDIAN = address(0xa2);

  AccessManager private manager;
  MockAggregator private aggregator;
  MockAggregator private rate;
  ExpiryPrice private single;
  ExpiryPrice private ratio;

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

  function _config(MockAggregator from) private pure returns (AggregatorConfig memory) {
    return AggregatorConfig(address(from), MAX_GAP, 1e4, 1e16);
  }

  /// The round in effect at the window's start, dated 100 seconds before it.
  function _startRound(int256 answer) private returns (uint80) {
    return aggregator.pushAt(answer, WINDOW_START - 100);
  }

  function _startRate(int256 answer) private returns (uint80) {
    return rate.pushAt(answer, WINDOW_START - 50);
  }

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

  function test_A3_RevertWhen_DecimalsChanged() public {
    uint80 start = _startRound(2000e8);
    vm.warp(EXPIRY + 1);
    aggregator.setDecimals(18);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.DecimalsChanged.selector, address(aggregator), 8, 18));
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
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.PriceOutOfRange.selector, START + 1800, 0));
    odd.prove(START + 1800, tinyRound, hugeRound, 1);

    odd = new ExpiryPrice(
      address(manager),
      AggregatorConfig(address(huge), 2 days, 0, type(int128).max),
      AggregatorConfig(address(0), 0, 0, 0)
    );
    vm.warp(START + 2 hours);
    vm.expectPartialRevert(IExpiryPrice.PriceOutOfRange.selector);
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
    bytes4 outOfBand = IExpiryPrice.FallbackOutOfBand.selector;
    vm.expectRevert(abi.encodeWithSelector(outOfBand, 8000e18 + 1, 500e18, 8000e18));
    _propose(8000e18 + 1);
    vm.expectRevert(abi.encodeWithSelector(outOfBand, 500e18 - 1, 500e18, 8000e18));
    _propose(500e18 - 1);
    _propose(8000e18);
    _propose(500e18);

    rate.push(0.5e8);
    vm.startPrank(GOVERNOR);
    vm.expectRevert(abi.encodeWithSelector(outOfBand, 16000e18 + 1, 1000e18, 16000e18));
    ratio.proposeFallback(EXPIRY, 16000e18 + 1);
    ratio.proposeFallback(EXPIRY, 16000e18);
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

  function test_Fallback_RevertWhen_PriceIsOutOfRange() public {
    vm.warp(EXPIRY + 24 hours);
    vm.expectRevert(abi.encodeWithSelector(IExpiryPrice.PriceOutOfRange.selector, EXPIRY, 0));
    _propose(0);
    vm.expectPartialRevert(IExpiryPrice.PriceOutOfRange.selector);
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
