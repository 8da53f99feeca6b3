// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {BestSplit} from "../../../contracts/router/BestSplit.sol";

/// Splits over venues with convex costs of the shape that the vaults have: linear, a square, and a kink where the charge
/// changes its sign. Compared with every possible split.
contract BestSplitTest is Test {
  /// cost(q) = (slope·q + bend·q² + kink·max(0, q − kinkAt)) / 1
  struct Curve {
    uint256 slope;
    uint256 bend;
    uint256 kink;
    uint256 kinkAt;
  }

  Curve[3] internal curves;

  /// Notes in the problem how often each venue was asked.
  function _costs(
    BestSplit.Problem memory p,
    uint256 i,
    uint256[] memory lots
  ) private view returns (int256[] memory costs) {
    costs = new int256[](lots.length);
    for (uint256 k = 0; k < lots.length; ++k) {
      assertGt(lots[k], k == 0 ? 0 : lots[k - 1], "asked in ascending order, nothing never");
      assertLe(lots[k], p.caps[i], "asked within the cap");
      costs[k] = _cost(p, i, lots[k]);
    }
    ++p.context[i];
  }

  function _cost(BestSplit.Problem memory p, uint256 i, uint256 lots) private view returns (int256) {
    Curve memory c = curves[i];
    uint256 pastKink = lots > c.kinkAt ? lots - c.kinkAt : 0;
    int256 value = int256(c.slope * lots + c.bend * lots * lots + c.kink * pastKink);
    // A sale's payout is concave: the more is sold, the less each lot brings.
    return p.buying ? value : value - int256(1e9 * lots);
  }

  function _problem(uint256 seed, uint256 lots, uint256 venueCost) private returns (BestSplit.Problem memory p) {
    p.venues = new address[](3);
    p.floors = new uint256[](3);
    p.caps = new uint256[](3);
    p.context = new uint256[](3);
    p.lots = lots;
    p.venueCost = venueCost;
    p.buying = seed & 1 == 0;
    for (uint256 i = 0; i < 3; ++i) {
      uint256 word = uint256(keccak256(abi.encode(seed, i)));
      curves[i] = Curve({
        slope: uint32(word) % 10_000,
        bend: uint32(word >> 32) % 200,
        kink: uint32(word >> 64) % 5000,
        kinkAt: uint32(word >> 96) % (lots + 1)
      });
      p.caps[i] = (word >> 128) & 3 == 0 ? uint32(word >> 160) % (lots + 1) : lots;
      p.floors[i] = 1 + (uint32(word >> 192) % 3);
    }
  }

  function _allowed(BestSplit.Problem memory p, uint256 i, uint256 lots) private pure returns (bool) {
    return lots == 0 || (lots >= p.floors[i] && lots <= p.caps[i]);
  }

  /// Cost of one split with `venueCost` for every venue past the first; the largest number where it breaks a bound.
  function _outlay(BestSplit.Problem memory p, uint256[3] memory lots) private view returns (int256 outlay) {
    uint256 used;
    for (uint256 i = 0; i < 3; ++i) {
      if (!_allowed(p, i, lots[i])) return type(int256).max;
      if (lots[i] == 0) continue;
      ++used;
      outlay += _cost(p, i, lots[i]);
    }
    outlay += int256(p.venueCost * (used - 1));
  }

  function _bruteForce(BestSplit.Problem memory p) private view returns (int256 best) {
    best = type(int256).max;
    for (uint256 a = 0; a <= p.lots; ++a) {
      for (uint256 b = 0; a + b <= p.lots; ++b) {
        int256 outlay = _outlay(p, [a, b, p.lots - a - b]);
        if (outlay < best) best = outlay;
      }
    }
  }

  /// The library behind an external call, so that its errors can be expected.
  function solve(
    BestSplit.Problem memory p
  ) external view returns (uint256[] memory lots, int256 total, uint256 asked) {
    uint256[] memory points = BestSplit.pointsOf(p.lots);
    p.grid = new int256[][](3);
    for (uint256 i = 0; i < 3; ++i) {
      uint256 within;
      while (within < points.length && points[within] <= p.caps[i]) ++within;
      p.grid[i] = new int256[](within);
      for (uint256 k = 0; k < within; ++k) p.grid[i][k] = _cost(p, i, points[k]);
    }
    int256[] memory costs;
    (lots, costs) = BestSplit.solve(p, _costs);
    for (uint256 i = 0; i < 3; ++i) {
      total += costs[i];
      if (p.context[i] > asked) asked = p.context[i];
      assertEq(costs[i], lots[i] == 0 ? int256(0) : _cost(p, i, lots[i]), "each cost");
    }
  }

  function testFuzz_IsTheBestOfAllSplits_WhereVenuesAreFree(uint256 seed, uint256 lots) public {
    lots = bound(lots, 1, 60);
    BestSplit.Problem memory p = _problem(seed, lots, 0);
    // Smallest orders make the problem non-convex; they have their own tests.
    for (uint256 i = 0; i < 3; ++i) p.floors[i] = 1;
    int256 brute = _bruteForce(p);
    if (brute == type(int256).max) {
      vm.expectPartialRevert(BestSplit.NotEnoughCapacity.selector);
      this.solve(p);
      return;
    }
    (uint256[] memory split, int256 total, uint256 asked) = this.solve(p);
    assertEq(asked, lots <= 32 ? 0 : asked, "a small order is all grid");
    assertEq(split[0] + split[1] + split[2], lots, "all of it");
    assertEq(total, _outlay(p, [split[0], split[1], split[2]]), "total is the sum of costs");
    assertEq(total, brute, "as cheap as the best of all");
  }

  function testFuzz_NeverWorseThanTheBestSingleVenue(uint256 seed, uint256 lots, uint256 venueCost) public {
    lots = bound(lots, 3, 40);
    BestSplit.Problem memory p = _problem(seed, lots, bound(venueCost, 0, 200_000));
    try this.solve(p) returns (uint256[] memory split, int256 total, uint256) {
      uint256 used;
      for (uint256 i = 0; i < 3; ++i) {
        assertTrue(_allowed(p, i, split[i]), "within floor and cap");
        if (split[i] != 0) ++used;
      }
      int256 outlay = total + int256(p.venueCost * (used - 1));
      for (uint256 i = 0; i < 3; ++i) {
        if (!_allowed(p, i, lots)) continue;
        assertLe(outlay, _cost(p, i, lots), "no worse than one venue");
      }
    } catch (bytes memory reason) {
      bytes4 selector = bytes4(reason);
      bool named =
        selector == BestSplit.NotEnoughCapacity.selector || selector == BestSplit.SmallestOrdersExceed.selector;
      assertTrue(named, "a named error");
    }
  }

  function testFuzz_ManyLots_StayWithinTheResolution(uint256 seed, uint256 lots) public {
    lots = bound(lots, 5000, 1e7);
    BestSplit.Problem memory p = _problem(seed, lots, 0);
    for (uint256 i = 0; i < 3; ++i) p.caps[i] = lots;
    (uint256[] memory split, int256 total, uint256 asked) = this.solve(p);
    assertEq(split[0] + split[1] + split[2], lots, "all of it");
    assertLe(asked, 6, "two scales below the grid, and a window that moves on now and then");
    // No move of a 512th of the order, two steps, between any two venues saves anything.
    uint256 step = lots / 512;
    for (uint256 i = 0; i < 3; ++i) {
      for (uint256 j = 0; j < 3; ++j) {
        if (i == j || split[i] < step) continue;
        uint256[3] memory moved = [split[0], split[1], split[2]];
        moved[i] -= step;
        moved[j] += step;
        int256 outlay = _outlay(p, moved);
        if (outlay != type(int256).max) assertLe(total, outlay, "no coarse move saves anything");
      }
    }
  }

  function test_EqualVenues_ShareEqually() public {
    BestSplit.Problem memory p = _problem(2, 100, 0);
    for (uint256 i = 0; i < 3; ++i) {
      curves[i] = Curve({slope: 100, bend: 3, kink: 0, kinkAt: 0});
      (p.floors[i], p.caps[i]) = (1, 100);
    }
    (uint256[] memory split, , ) = this.solve(p);
    for (uint256 i = 0; i < 3; ++i) assertApproxEqAbs(split[i], 33, 1);
  }

  function test_VenueThatSavesLessThanItCosts_IsLeftOut() public {
    BestSplit.Problem memory p = _problem(2, 100, 0);
    for (uint256 i = 0; i < 3; ++i) {
      curves[i] = Curve({slope: 100, bend: 1, kink: 0, kinkAt: 0});
      (p.floors[i], p.caps[i]) = (1, 100);
    }
    // One venue: 10,000 + 10,000. Two: 10,000 + 5,000. Three: 10,000 + 3,334.
    p.venueCost = 2000;
    (uint256[] memory two, , ) = this.solve(p);
    assertEq(_used(two), 2);
    p = _problem(2, 100, 0);
    for (uint256 i = 0; i < 3; ++i) {
      curves[i] = Curve({slope: 100, bend: 1, kink: 0, kinkAt: 0});
      (p.floors[i], p.caps[i]) = (1, 100);
    }
    p.venueCost = 6000;
    (uint256[] memory one, , ) = this.solve(p);
    assertEq(_used(one), 1);
  }

  function test_PartBelowASmallestOrder_IsLeftOut() public {
    BestSplit.Problem memory p = _linear(10);
    (p.caps[0], p.floors[1]) = (8, 5);
    // Relaxed, venue 1 would take the last two lots; it takes no fewer than five, so the dearer venue 2 does.
    (uint256[] memory split, int256 total, ) = this.solve(p);
    assertEq(split[0], 8);
    assertEq(split[2], 2);
    assertEq(total, 8 * 100 + 2 * 300);
  }

  function test_PartBelowASmallestOrder_WhereNobodyElseHasRoom_IsRaisedToIt() public {
    BestSplit.Problem memory p = _linear(10);
    (p.caps[0], p.floors[1], p.caps[2]) = (8, 5, 0);
    (uint256[] memory split, , ) = this.solve(p);
    assertEq(split[0], 5);
    assertEq(split[1], 5);
  }

  function test_RevertWhen_SmallestOrdersExceedTheOrder() public {
    BestSplit.Problem memory p = _linear(10);
    (p.caps[0], p.floors[0]) = (9, 6);
    (p.caps[1], p.floors[1]) = (9, 6);
    p.caps[2] = 0;
    vm.expectRevert(abi.encodeWithSelector(BestSplit.SmallestOrdersExceed.selector, 10, 12));
    this.solve(p);
  }

  /// Three venues at 100, 200 and 300 a lot, each with room for all of it.
  function _linear(uint256 lots) private returns (BestSplit.Problem memory p) {
    p = _problem(2, lots, 0);
    for (uint256 i = 0; i < 3; ++i) {
      curves[i] = Curve({slope: 100 * (i + 1), bend: 0, kink: 0, kinkAt: 0});
      (p.floors[i], p.caps[i]) = (1, lots);
    }
  }

  function test_RevertWhen_VenuesTogetherDoNotTakeTheOrder() public {
    BestSplit.Problem memory p = _problem(2, 10, 0);
    for (uint256 i = 0; i < 3; ++i) (p.floors[i], p.caps[i]) = (1, 3);
    vm.expectRevert(abi.encodeWithSelector(BestSplit.NotEnoughCapacity.selector, 10, 9));
    this.solve(p);
  }

  function _used(uint256[] memory split) private pure returns (uint256 used) {
    for (uint256 i = 0; i < split.length; ++i) if (split[i] != 0) ++used;
  }
}
