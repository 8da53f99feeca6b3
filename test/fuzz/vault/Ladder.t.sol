// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

import {Restrike, Strikes} from "../../../contracts/vault/series/Restrike.sol";
import {StrikeLadder} from "../../../contracts/vault/series/StrikeLadder.sol";

/// @notice The ladder by rule: on the grid, ascending, where the formula says; and what re-striking keeps, adds and retires.
contract LadderTest is Test {
  uint256 private constant WAD = 1e18;

  function testFuzz_Lay_AscendingOnTheGrid(
    uint256 forward,
    uint256 volatility,
    uint256 tenor,
    uint256 step,
    uint256 tick,
    uint256 count
  ) public pure {
    tick = bound(tick, 1e4, 1e21);
    // e^10 is more than any |ln K/F| that matters; beyond it the grid's end is what is tested below.
    step = bound(step, 0.01e18, 2e18);
    StrikeLadder.Terms memory terms = StrikeLadder.Terms({
      forward: bound(forward, 1e6, 600 * tick),
      volatility: bound(volatility, 0, step > 0.1e18 ? (WAD * WAD) / step : 10e18),
      tenor: bound(tenor, 1, 730 days),
      step: step,
      tickSize: tick,
      count: bound(count, 1, 16)
    });
    uint256[] memory ticks = StrikeLadder.lay(terms);
    assertEq(ticks.length, terms.count);
    assertGe(ticks[0], 1);
    for (uint256 i = 1; i < ticks.length; ++i) assertGt(ticks[i], ticks[i - 1]);
    assertLe(ticks[ticks.length - 1], StrikeLadder.MAX_TICK);
  }

  function testFuzz_Lay_WhereTheFormulaSays(uint256 volatility, uint256 tenor, uint256 count) public pure {
    volatility = bound(volatility, 0.3e18, 2e18);
    tenor = bound(tenor, 3 days, 90 days);
    count = bound(count, 1, 16);
    uint256[] memory ticks = StrikeLadder.lay(StrikeLadder.Terms(2000e18, volatility, tenor, 0.5e18, 1e18, count));
    int256 spacing = int256((volatility * FixedPointMathLib.sqrtWad((tenor * WAD) / 365 days)) / 2e18);
    for (uint256 i; i < count; ++i) {
      int256 k = (spacing * (2 * int256(i) - int256(count) + 1)) / 2;
      assertApproxEqAbs(ticks[i] * WAD, (2000 * uint256(FixedPointMathLib.expWad(k))), 0.5e18 + 1e6);
    }
  }

  function test_Lay_EqualNeighboursMoveApart() public pure {
    uint256[] memory ticks = StrikeLadder.lay(StrikeLadder.Terms(2000e18, 0.01e18, 1 hours, 0.5e18, 100e18, 5));
    for (uint256 i; i < 5; ++i) assertEq(ticks[i], 18 + i);
    ticks = StrikeLadder.lay(StrikeLadder.Terms(1e18, 0.01e18, 1 hours, 0.5e18, 100e18, 3));
    for (uint256 i; i < 3; ++i) assertEq(ticks[i], 1 + i);
  }

  function test_RevertWhen_TheForwardIsBeyondTheGrid() public {
    vm.expectRevert(abi.encodeWithSelector(StrikeLadder.ForwardOffGrid.selector, 2e25, 1e18));
    this.lay(StrikeLadder.Terms(2e25, 0.8e18, 7 days, 0.5e18, 1e18, 4));
  }

  function lay(StrikeLadder.Terms calldata terms) external pure returns (uint256[] memory) {
    return StrikeLadder.lay(terms);
  }

  function test_HasLeft_TheMiddleHalfInLogarithm() public pure {
    // From 100 to 1600: the middle half is 200 to 800.
    assertFalse(StrikeLadder.hasLeft(201e18, 1e18, 100, 1600));
    assertTrue(StrikeLadder.hasLeft(199e18, 1e18, 100, 1600));
    assertFalse(StrikeLadder.hasLeft(799e18, 1e18, 100, 1600));
    assertTrue(StrikeLadder.hasLeft(801e18, 1e18, 100, 1600));
  }

  /// @dev Every rule of `Restrike`, on random listings.
  function testFuzz_Restrike(uint256 seed, uint256 listed, uint256 laid, uint256 room) public pure {
    (listed, laid, room) = (bound(listed, 1, 16), bound(laid, 1, 16), bound(room, 1, 16));
    (uint256[] memory ticks, int256[] memory lots) = (_ascending(seed, listed), new int256[](listed));
    for (uint256 i; i < listed; ++i) lots[i] = int256((seed >> i) & 1) * int256(i + 1);
    uint256[] memory ladder = _ascending(uint256(keccak256(abi.encode(seed))), laid);
    Restrike.Dust memory none = Restrike.Dust(new uint256[](listed), 0);
    Strikes memory parked = Strikes(new uint256[](0), new int256[](0), new int256[](0));
    Restrike.Result memory result = Restrike.merge(
      Strikes(ticks, lots, new int256[](ticks.length)),
      parked,
      ladder,
      room,
      none
    );

    uint256[] memory after_ = result.listed.ticks;
    uint256[] memory added = result.added.ticks;
    uint256 kept;
    for (uint256 i; i < listed; ++i) {
      bool stays = lots[i] != 0 || _has(ladder, ticks[i]);
      assertEq(_has(after_, ticks[i]), stays, "open interest and the ladder stay");
      assertEq(_has(result.retired.ticks, ticks[i]), !stays);
      if (stays) ++kept;
    }
    for (uint256 i; i < after_.length; ++i) {
      if (i != 0) assertGt(after_[i], after_[i - 1], "ascending");
      assertEq(result.listed.lots[i], _lotsOf(ticks, lots, after_[i]), "net amounts follow their strike");
      assertTrue(_has(ticks, after_[i]) != _has(added, after_[i]));
    }
    for (uint256 i; i < added.length; ++i) assertTrue(_has(ladder, added[i]));
    assertEq(after_.length, kept + added.length);
    assertEq(result.parked.ticks.length, 0);
    uint256 missing;
    for (uint256 i; i < laid; ++i) if (!_has(ticks, ladder[i])) ++missing;
    uint256 space = room > kept ? room - kept : 0;
    assertEq(added.length, missing < space ? missing : space, "as many as there is room for");
  }

  /// @dev What is parked, against the rule said once more: dust outside the ladder, from the lowest strike up, while the budget and the
  /// sixteen places last; back where the ladder gets its strike. Nothing is lost and nothing is twice.
  function testFuzz_Restrike_ParksDust(
    uint256 seed,
    uint256 listed,
    uint256 away,
    uint256 room,
    uint256 budget
  ) public pure {
    (listed, away, room) = (bound(listed, 1, 16), bound(away, 0, 16), bound(room, 1, 16));
    budget = bound(budget, 0, 60);
    // Parked strikes are odd, listed ones even, so that none is both.
    Strikes memory before = _random(seed, listed, 0);
    Strikes memory parked = _random(uint256(keccak256(abi.encode(seed, "parked"))), away, 1);
    for (uint256 i; i < away; ++i) if (parked.lots[i] == 0) parked.lots[i] = 1;
    uint256[] memory ladder = _ascending(uint256(keccak256(abi.encode(seed))), 8);
    Restrike.Dust memory dust = Restrike.Dust(new uint256[](listed), budget);
    for (uint256 i; i < listed; ++i) if ((seed >> (64 + i)) & 1 == 1) dust.locks[i] = uint256(before.lots[i]);

    Restrike.Result memory result = Restrike.merge(before, parked, ladder, room, dust);

    uint256 places = 16 - away;
    for (uint256 i; i < listed; ++i) {
      (uint256 tick, int256 lots) = (before.ticks[i], before.lots[i]);
      uint256 lock = dust.locks[i];
      bool parks = lots != 0 && !_has(ladder, tick) && lock != 0 && lock <= budget && places != 0;
      if (parks) (budget, places) = (budget - lock, places - 1);
      assertEq(_has(result.parked.ticks, tick), parks, "dust outside the ladder");
      assertEq(_has(result.retired.ticks, tick), parks || (lots == 0 && !_has(ladder, tick)));
      if (parks) assertEq(_lotsOf(result.retired.ticks, result.retired.lots, tick), lots);
    }
    for (uint256 i; i < away; ++i) {
      bool back = _has(result.added.ticks, parked.ticks[i]);
      assertTrue(_has(result.parked.ticks, parked.ticks[i]) != back, "parked or listed");
      if (back) assertTrue(_has(ladder, parked.ticks[i]));
      assertEq(_lotsIn(result, parked.ticks[i]), parked.lots[i]);
    }
    for (uint256 i; i < listed; ++i) assertEq(_lotsIn(result, before.ticks[i]), before.lots[i]);
    for (uint256 i = 1; i < result.parked.ticks.length; ++i) {
      assertGt(result.parked.ticks[i], result.parked.ticks[i - 1], "ascending");
    }
    assertLe(result.parked.ticks.length, 16);
  }

  /// @dev Lots up to 15; `odd` tells the two kinds of lists apart.
  function _random(uint256 seed, uint256 count, uint256 odd) private pure returns (Strikes memory strikes) {
    strikes = Strikes(_ascending(seed, count), new int256[](count), new int256[](count));
    for (uint256 i; i < count; ++i) {
      strikes.ticks[i] = 2 * strikes.ticks[i] + odd;
      strikes.lots[i] = int256((seed >> (128 + 4 * i)) & 15);
    }
  }

  function _lotsIn(Restrike.Result memory result, uint256 tick) private pure returns (int256) {
    return
      _lotsOf(result.listed.ticks, result.listed.lots, tick) + _lotsOf(result.parked.ticks, result.parked.lots, tick);
  }

  function _ascending(uint256 seed, uint256 count) private pure returns (uint256[] memory list) {
    list = new uint256[](count);
    uint256 tick = 1;
    for (uint256 i; i < count; ++i) {
      tick += 1 + ((seed >> (i * 2)) & 3);
      list[i] = tick;
    }
  }

  function _has(uint256[] memory list, uint256 value) private pure returns (bool) {
    for (uint256 i; i < list.length; ++i) if (list[i] == value) return true;
    return false;
  }

  function _lotsOf(uint256[] memory ticks, int256[] memory lots, uint256 tick) private pure returns (int256) {
    for (uint256 i; i < ticks.length; ++i) if (ticks[i] == tick) return lots[i];
    return 0;
  }
}
