// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title BestSplit
/// @notice Splits a whole number of lots over venues whose costs are convex, so that the total is least.
/// @dev At the optimum marginal costs are equal, as far as whole lots and capacities let them; there, no move of one lot from
/// one venue to another saves anything. The search makes that true. It begins with a coarse grid of each venue's costs, whose
/// steps it hands out one by one to whoever charges least for the next, and then makes moves from venue to venue with
/// steps that shrink to one lot. (Separable convex resource allocation by scaling: Hochbaum, "Lower and Upper Bounds for the
/// Allocation Problem and Other Nonlinear Optimization Problems", Math. Oper. Res. 19(2), 1994.)
///
/// One price asked alone costs a venue nearly as much as twenty asked together. So costs are asked for in batches: the grid, and
/// around each allocation a window as wide as one step of the scale before, which nearly always holds the optimum of the
/// next. Where it does not, the window moves on. The work is bounded by constants.
library BestSplit {
  /// @notice What is to be split.
  /// @param venues whom the cost function asks
  /// @param series what it asks them for
  /// @param lotSize WAD options in one lot
  /// @param buying whether the cost is a premium (positive) or a payout (negative)
  /// @param lots to be split
  /// @param floors fewest lots that an order to a venue can have
  /// @param caps most lots that a venue takes
  /// @param grid costs at each venue of the numbers of lots that `pointsOf` says, as far as its cap reaches
  /// @param venueCost what one more venue costs on top, in the cost function's unit
  /// @param context whatever the cost function keeps of each venue
  struct Problem {
    address[] venues;
    uint256 series;
    uint256 lotSize;
    bool buying;
    uint256 lots;
    uint256[] floors;
    uint256[] caps;
    int256[][] grid;
    uint256 venueCost;
    uint256[] context;
  }

  /// @dev Costs of `base`, `base` + step, … lots.
  struct Window {
    uint256 base;
    int256[] costs;
  }

  /// @dev An allocation with its costs, and those of one step more and less at each venue.
  struct Search {
    uint256[] least;
    uint256[] lots;
    int256[] cost;
    int256[] costMore;
    int256[] costLess;
    /// What is known at the present scale, one a venue, and the scale's step.
    Window[] windows;
    uint256 step;
  }

  /// @notice The venues together do not take the order.
  error NotEnoughCapacity(uint256 lots, uint256 capacity);
  /// @notice Venues that the order needs for their capacity take no order as small as what is left for them.
  error SmallestOrdersExceed(uint256 lots, uint256 smallestOrders);

  /// @notice Cost of what a venue turns out not to do.
  int256 internal constant UNREACHABLE = type(int128).max;

  /// @dev Orders of more lots than this are split in steps of a 1,024th: cost is flat at the optimum, so what a finer split
  /// could still save is of the order of a millionth of the risk charge.
  uint256 private constant FINEST_SHARE = 1024;
  /// @dev How many times smaller each step is than the one before.
  uint256 private constant SHRINK = 8;
  /// @dev Most steps of the grid.
  uint256 private constant GRID_STEPS = 32;
  /// @dev How far a window reaches on either side: one step of the scale before.
  uint256 private constant REACH = SHRINK;
  /// @dev Most moves at one step size; convex costs stay far below.
  uint256 private constant MAX_MOVES = 64;

  /// @notice The numbers of lots at which the search begins to look at each venue: every step of the grid, and the whole order.
  function pointsOf(uint256 lots) internal pure returns (uint256[] memory points) {
    uint256 step = _gridStep(lots);
    points = new uint256[](Math.ceilDiv(lots, step));
    for (uint256 k = 0; k + 1 < points.length; ++k) points[k] = (k + 1) * step;
    points[points.length - 1] = lots;
  }

  /// @notice The cheapest split, less the venues that save less than they cost; never dearer than the best single venue.
  /// @dev `p.caps` is consumed: zero where a venue was left out. Smallest orders make the problem one of combinations; a venue
  /// that the relaxed optimum gives less than its smallest order is left out, or where the others lack the capacity raised to it.
  /// @param costs of numbers of lots (ascending) at one venue of the problem; convex up to that venue's cap
  /// @return lots a venue
  /// @return cost of them, `venueCost` not counted
  function solve(
    Problem memory p,
    function(Problem memory, uint256, uint256[] memory) view returns (int256[] memory) costs
  ) internal view returns (uint256[] memory lots, int256[] memory cost) {
    _admit(p);
    uint256 n = p.venues.length;
    int256[] memory alone = _costsAlone(p);
    uint256[] memory least = new uint256[](n);
    Search memory best = _search(p, least, costs);
    uint256 i = _tooSmall(p, best.lots);
    while (i < n) {
      if (_sum(p.caps) - p.caps[i] >= p.lots) p.caps[i] = 0;
      else least[i] = p.floors[i];
      best = _search(p, least, costs);
      i = _tooSmall(p, best.lots);
    }
    best = _prune(p, best, costs);
    _compareWithOne(p, best, alone);
    return (best.lots, best.cost);
  }

  /// @dev Leaves out venues that cannot take their own smallest order.
  function _admit(Problem memory p) private pure {
    for (uint256 i = 0; i < p.venues.length; ++i) {
      if (p.caps[i] > p.lots) p.caps[i] = p.lots;
      if (p.caps[i] < p.floors[i]) p.caps[i] = 0;
    }
    uint256 capacity = _sum(p.caps);
    require(capacity >= p.lots, NotEnoughCapacity(p.lots, capacity));
  }

  /// @dev What each venue charges for all of it; unreachable where it does not take it.
  function _costsAlone(Problem memory p) private pure returns (int256[] memory alone) {
    alone = new int256[](p.venues.length);
    for (uint256 i = 0; i < alone.length; ++i) {
      bool takes = p.caps[i] >= p.lots && p.lots >= p.floors[i];
      alone[i] = takes ? p.grid[i][p.grid[i].length - 1] : UNREACHABLE;
    }
  }

  /// @dev Leaves out the venue with the fewest lots for as long as it saves no more than it costs.
  function _prune(
    Problem memory p,
    Search memory best,
    function(Problem memory, uint256, uint256[] memory) view returns (int256[] memory) costs
  ) private view returns (Search memory) {
    (uint256 used, uint256 smallest) = _used(best.lots);
    while (used > 1 && _sum(p.caps) - p.caps[smallest] >= p.lots && best.least[smallest] == 0) {
      if (_leastSaving(best, smallest) > int256(p.venueCost)) break;
      p.caps[smallest] = 0;
      Search memory fewer = _search(p, best.least, costs);
      bool isWorse = _totalOf(fewer) > _totalOf(best) + int256(p.venueCost);
      if (isWorse || _tooSmall(p, fewer.lots) < p.venues.length) break;
      best = fewer;
      (used, smallest) = _used(best.lots);
    }
    return best;
  }

  /// @dev What a venue saves at least: were its lots taken by others, each would cost no less than their next one does now, since
  /// costs are convex. (Shares of a step are not: those cost a search.)
  function _leastSaving(Search memory s, uint256 venue) private pure returns (int256) {
    int256 next = UNREACHABLE;
    for (uint256 i = 0; i < s.lots.length; ++i) {
      if (i == venue || s.costMore[i] == UNREACHABLE) continue;
      int256 more = s.costMore[i] - s.cost[i];
      if (more < next) next = more;
    }
    if (next == UNREACHABLE) return 0;
    return (next * int256(s.lots[venue])) / int256(s.step) - s.cost[venue];
  }

  /// @dev Puts all of it to one venue where that costs no more.
  function _compareWithOne(Problem memory p, Search memory best, int256[] memory alone) private pure {
    (uint256 used, ) = _used(best.lots);
    for (uint256 i = 0; i < alone.length; ++i) {
      if (alone[i] == UNREACHABLE) continue;
      if (alone[i] > _totalOf(best) + int256(p.venueCost * (used - 1))) continue;
      (best.lots, best.cost) = (new uint256[](alone.length), new int256[](alone.length));
      (best.lots[i], best.cost[i], used) = (p.lots, alone[i], 1);
    }
  }

  /// @dev The optimum within `least` and caps.
  function _search(
    Problem memory p,
    uint256[] memory least,
    function(Problem memory, uint256, uint256[] memory) view returns (int256[] memory) costs
  ) private view returns (Search memory s) {
    uint256 n = p.venues.length;
    uint256 smallestOrders = _sum(least);
    require(smallestOrders <= p.lots, SmallestOrdersExceed(p.lots, smallestOrders));
    s.least = _copy(least);
    s.lots = _copy(least);
    (s.cost, s.costMore, s.costLess) = (new int256[](n), new int256[](n), new int256[](n));
    s.step = _gridStep(p.lots);
    _handOut(p, s);

    uint256 finest = _finest(p.lots);
    s.windows = new Window[](n);
    if (s.step == finest) {
      for (uint256 i = 0; i < n; ++i) s.windows[i] = _gridWindow(p, i);
    }
    while (true) {
      if (s.step != finest) {
        s.step /= SHRINK;
        s.windows = new Window[](n);
      }
      _descend(p, s, costs);
      if (s.step == finest) return s;
    }
  }

  /// @dev Hands steps of the grid out to whoever charges least for the next, and what is left to whoever has room. Only a place
  /// to begin: it need not be exact.
  function _handOut(Problem memory p, Search memory s) private pure {
    uint256 left = p.lots - _sum(s.lots);
    while (left >= s.step) {
      (uint256 taker, int256 cheapest) = (p.venues.length, UNREACHABLE);
      for (uint256 i = 0; i < p.venues.length; ++i) {
        if (s.lots[i] + s.step > p.caps[i]) continue;
        int256 next = _gridCost(p, i, s.lots[i] / s.step + 1) - _gridCost(p, i, s.lots[i] / s.step);
        if (next < cheapest) (taker, cheapest) = (i, next);
      }
      if (taker == p.venues.length) break;
      s.lots[taker] += s.step;
      left -= s.step;
    }
    for (uint256 i = 0; i < p.venues.length && left != 0; ++i) {
      uint256 added = Math.min(left, Math.saturatingSub(p.caps[i], s.lots[i]));
      s.lots[i] += added;
      left -= added;
    }
  }

  /// @dev Cost of a number of steps of the grid; of the whole order past its end.
  function _gridCost(Problem memory p, uint256 i, uint256 steps) private pure returns (int256) {
    if (steps == 0) return 0;
    return p.grid[i][Math.min(steps, p.grid[i].length) - 1];
  }

  /// @dev Where a grid's steps are the finest, it is all that there is to know.
  function _gridWindow(Problem memory p, uint256 i) private pure returns (Window memory window) {
    uint256 count = Math.min(p.lots, p.caps[i]) / _gridStep(p.lots);
    window.costs = new int256[](count + 1);
    for (uint256 k = 1; k <= count; ++k) window.costs[k] = _gridCost(p, i, k);
  }

  /// @dev Moves lots from venue to venue while that saves something, a step or several at a time.
  function _descend(
    Problem memory p,
    Search memory s,
    function(Problem memory, uint256, uint256[] memory) view returns (int256[] memory) costs
  ) private view {
    for (uint256 i = 0; i < p.venues.length; ++i) {
      s.cost[i] = _costOf(p, s, i, s.lots[i], costs);
      _look(p, s, i, costs);
    }
    for (uint256 moves = 0; moves < MAX_MOVES; ++moves) {
      (uint256 giver, uint256 taker, int256 change) = _bestMove(s);
      // With convex costs no pair saves anything where the best giver is also the best taker.
      if (giver == taker || change >= 0) return;
      if (!_leap(p, s, giver, taker)) {
        (s.lots[giver], s.cost[giver]) = (s.lots[giver] - s.step, s.costLess[giver]);
        (s.lots[taker], s.cost[taker]) = (s.lots[taker] + s.step, s.costMore[taker]);
      }
      _look(p, s, giver, costs);
      _look(p, s, taker, costs);
    }
  }

  /// @dev Moves several steps at once, within what is known, where that saves more than one step does. With second differences
  /// `bend` of both venues' costs the n-th step changes the cost by `change + (n − 1)·bend`: as many are made as still save
  /// something.
  function _leap(Problem memory p, Search memory s, uint256 giver, uint256 taker) private pure returns (bool) {
    int256 one = s.costLess[giver] - s.cost[giver] + s.costMore[taker] - s.cost[taker];
    int256 bend = _bendOf(s, giver) + _bendOf(s, taker);
    Window memory giving = s.windows[giver];
    Window memory taking = s.windows[taker];
    uint256 from = (s.lots[giver] - giving.base) / s.step;
    uint256 to = (s.lots[taker] - taking.base) / s.step;
    uint256 steps = Math.min(from, taking.costs.length - 1 - to);
    steps = Math.min(steps, (s.lots[giver] - s.least[giver]) / s.step);
    steps = Math.min(steps, (p.caps[taker] - s.lots[taker]) / s.step);
    if (bend > 0) steps = Math.min(steps, Math.ceilDiv(uint256(-one), uint256(bend)));
    if (steps < 2) return false;
    (int256 given, int256 taken) = (giving.costs[from - steps], taking.costs[to + steps]);
    if (given - s.cost[giver] + taken - s.cost[taker] >= one) return false;
    (s.lots[giver], s.cost[giver]) = (s.lots[giver] - steps * s.step, given);
    (s.lots[taker], s.cost[taker]) = (s.lots[taker] + steps * s.step, taken);
    return true;
  }

  /// @dev Second difference of a venue's cost; zero where one side of it cannot be reached.
  function _bendOf(Search memory s, uint256 i) private pure returns (int256) {
    if (s.costMore[i] == UNREACHABLE || s.costLess[i] == UNREACHABLE) return 0;
    return s.costMore[i] - 2 * s.cost[i] + s.costLess[i];
  }

  /// @dev What one step more and one step less would cost at a venue.
  function _look(
    Problem memory p,
    Search memory s,
    uint256 i,
    function(Problem memory, uint256, uint256[] memory) view returns (int256[] memory) costs
  ) private view {
    (uint256 lots, uint256 step) = (s.lots[i], s.step);
    s.costMore[i] = lots + step <= p.caps[i] ? _costOf(p, s, i, lots + step, costs) : UNREACHABLE;
    s.costLess[i] = lots >= s.least[i] + step ? _costOf(p, s, i, lots - step, costs) : UNREACHABLE;
  }

  /// @dev The venue that saves most by giving a step, the one that charges least for taking it, and the change in cost.
  function _bestMove(Search memory s) private pure returns (uint256 giver, uint256 taker, int256 change) {
    int256 least = type(int256).max;
    int256 most = type(int256).max;
    for (uint256 i = 0; i < s.lots.length; ++i) {
      int256 giving = s.costLess[i] - s.cost[i];
      int256 taking = s.costMore[i] - s.cost[i];
      if (giving < least) (giver, least) = (i, giving);
      if (taking < most) (taker, most) = (i, taking);
    }
    change = least + most;
  }

  /// @dev From the venue's window, which moves there where it does not reach.
  function _costOf(
    Problem memory p,
    Search memory s,
    uint256 i,
    uint256 lots,
    function(Problem memory, uint256, uint256[] memory) view returns (int256[] memory) costs
  ) private view returns (int256) {
    if (lots == 0) return 0;
    Window memory window = s.windows[i];
    if (lots >= window.base && (lots - window.base) % s.step == 0) {
      uint256 index = (lots - window.base) / s.step;
      if (index < window.costs.length) return window.costs[index];
    }
    window = _ask(p, s, i, lots, costs);
    s.windows[i] = window;
    return window.costs[(lots - window.base) / s.step];
  }

  /// @dev A window around a number of lots, within the venue's bounds.
  function _ask(
    Problem memory p,
    Search memory s,
    uint256 i,
    uint256 lots,
    function(Problem memory, uint256, uint256[] memory) view returns (int256[] memory) costs
  ) private view returns (Window memory window) {
    uint256 step = s.step;
    uint256 below = Math.min(lots / step, REACH);
    uint256 above = Math.min(Math.saturatingSub(p.caps[i], lots) / step, REACH);
    window.base = lots - below * step;
    // Nothing costs nothing: that is not asked.
    uint256 skipped = window.base == 0 ? 1 : 0;
    uint256[] memory points = new uint256[](below + above + 1 - skipped);
    for (uint256 k = 0; k < points.length; ++k) points[k] = window.base + (k + skipped) * step;
    int256[] memory told = costs(p, i, points);
    window.costs = new int256[](points.length + skipped);
    for (uint256 k = 0; k < points.length; ++k) window.costs[k + skipped] = told[k];
  }

  /// @dev The finest step.
  function _finest(uint256 lots) private pure returns (uint256) {
    return Math.max(lots / FINEST_SHARE, 1);
  }

  /// @dev The grid's step: the finest, times eight as often as it takes for the order to be few of them.
  function _gridStep(uint256 lots) private pure returns (uint256 step) {
    step = _finest(lots);
    while (step * GRID_STEPS < lots) step *= SHRINK;
  }

  /// @dev How many venues have lots, and which has the fewest.
  function _used(uint256[] memory lots) private pure returns (uint256 used, uint256 smallest) {
    uint256 fewest = type(uint256).max;
    for (uint256 i = 0; i < lots.length; ++i) {
      if (lots[i] == 0) continue;
      ++used;
      if (lots[i] < fewest) (smallest, fewest) = (i, lots[i]);
    }
  }

  /// @dev A venue that got less than its smallest order; the number of venues where there is none.
  function _tooSmall(Problem memory p, uint256[] memory lots) private pure returns (uint256 index) {
    while (index < lots.length && (lots[index] == 0 || lots[index] >= p.floors[index])) ++index;
  }

  function _copy(uint256[] memory values) private pure returns (uint256[] memory copy) {
    copy = new uint256[](values.length);
    for (uint256 i = 0; i < values.length; ++i) copy[i] = values[i];
  }

  function _totalOf(Search memory s) private pure returns (int256 total) {
    for (uint256 i = 0; i < s.cost.length; ++i) total += s.cost[i];
  }

  function _sum(uint256[] memory values) private pure returns (uint256 sum) {
    for (uint256 i = 0; i < values.length; ++i) sum += values[i];
  }
}
