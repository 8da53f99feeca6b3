// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title BestSplit
/// @notice Splits a whole number of lots over venues whose costs are convex, so that the total is least.
/// @dev At the optimum marginal costs are equal, as far as whole lots and capacities let them; there, no move of one lot from
/// one venue to another saves anything. The search makes that true by making such moves, with steps that shrink from a quarter
/// of the order down to one lot. A move goes as many steps at once as the costs' curvature suggests (Newton's step, in whole
/// steps), so that each scale starts next to its own optimum and few prices are asked; where that overshoots it goes one step.
/// (Separable convex resource allocation by scaling: Hochbaum, "Lower and Upper Bounds for the Allocation Problem and
/// Other Nonlinear Optimization Problems", Math. Oper. Res. 19(2), 1994.) The work is bounded by constants.
library BestSplit {
  /// @notice What is to be split.
  /// @param venues whom the cost function asks
  /// @param series what it asks them for
  /// @param lotSize WAD options in one lot
  /// @param buying whether the cost is a premium (positive) or a payout (negative)
  /// @param lots to be split
  /// @param floors fewest lots that an order to a venue can have
  /// @param caps most lots that a venue takes
  /// @param venueCost what one more venue costs on top, in the cost function's unit
  struct Problem {
    address[] venues;
    uint256 series;
    uint256 lotSize;
    bool buying;
    uint256 lots;
    uint256[] floors;
    uint256[] caps;
    uint256 venueCost;
  }

  /// @dev An allocation with its costs, and those of one step more and less at each venue.
  struct Search {
    uint256[] least;
    uint256[] lots;
    int256[] cost;
    int256[] costMore;
    int256[] costLess;
  }

  /// @notice The venues together do not take the order.
  error NotEnoughCapacity(uint256 lots, uint256 capacity);
  /// @notice Venues that the order needs for their capacity take no order as small as what is left for them.
  error SmallestOrdersExceed(uint256 lots, uint256 smallestOrders);

  /// @notice Cost of what a venue turns out not to do.
  int256 internal constant UNREACHABLE = type(int128).max;

  /// @dev The coarsest moves, as a share of the order.
  uint256 private constant COARSEST_SHARE = 4;
  /// @dev Orders of more lots than this are split in steps of a 1,024th: cost is flat at the optimum, so what a finer split
  /// could still save is of the order of a millionth of the risk charge.
  uint256 private constant FINEST_SHARE = 1024;
  /// @dev How many times smaller each step is than the one before.
  uint256 private constant SHRINK = 16;
  /// @dev Most moves at one step size; convex costs stay far below.
  uint256 private constant MAX_MOVES = 64;

  /// @notice The cheapest split, less the venues that save less than they cost; never dearer than the best single venue.
  /// @dev `p.caps` is consumed: zero where a venue was left out. Smallest orders make the problem one of combinations; a venue
  /// that the relaxed optimum gives less than its smallest order is left out, or where the others lack the capacity raised to it.
  /// @param cost cost of a number of lots at one venue of the problem; convex up to that venue's cap
  /// @return lots a venue
  /// @return total sum of their costs, `venueCost` not counted
  function solve(
    Problem memory p,
    function(Problem memory, uint256, uint256) view returns (int256) cost
  ) internal view returns (uint256[] memory lots, int256 total) {
    _admit(p);
    uint256[] memory caps = _copyExcept(p.caps, p.caps.length);
    Search memory best = _search(p, new uint256[](p.venues.length), new uint256[](p.venues.length), cost);
    uint256 i = _tooSmall(p, best.lots);
    while (i < p.venues.length) {
      if (_sum(p.caps) - p.caps[i] >= p.lots) p.caps[i] = 0;
      else best.least[i] = p.floors[i];
      best = _search(p, best.least, new uint256[](p.venues.length), cost);
      i = _tooSmall(p, best.lots);
    }
    best = _prune(p, best, caps, cost);
    return (best.lots, _totalOf(best));
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

  /// @dev Leaves out the venue with the fewest lots for as long as it saves no more than it costs, then looks at each
  /// venue by itself.
  /// @param caps as they were before any venue was left out
  function _prune(
    Problem memory p,
    Search memory best,
    uint256[] memory caps,
    function(Problem memory, uint256, uint256) view returns (int256) cost
  ) private view returns (Search memory) {
    uint256 n = p.venues.length;
    (uint256 used, uint256 smallest) = _used(best.lots);
    while (used > 1 && _sum(p.caps) - p.caps[smallest] >= p.lots && best.least[smallest] == 0) {
      p.caps[smallest] = 0;
      Search memory fewer = _search(p, best.least, _copyExcept(best.lots, smallest), cost);
      if (_tooSmall(p, fewer.lots) < n || _totalOf(fewer) > _totalOf(best) + int256(p.venueCost)) break;
      best = fewer;
      (used, smallest) = _used(best.lots);
    }
    for (uint256 i = 0; i < n; ++i) {
      if (caps[i] < p.lots || p.lots < p.floors[i]) continue;
      int256 alone = cost(p, i, p.lots);
      if (alone > _totalOf(best) + int256(p.venueCost * (used - 1))) continue;
      (best.lots, best.cost) = (new uint256[](n), new int256[](n));
      (best.lots[i], best.cost[i], used) = (p.lots, alone, 1);
    }
    return best;
  }

  /// @dev The optimum within `least` and caps, searched from an allocation that is at least `base`.
  function _search(
    Problem memory p,
    uint256[] memory least,
    uint256[] memory base,
    function(Problem memory, uint256, uint256) view returns (int256) cost
  ) private view returns (Search memory s) {
    uint256 n = p.venues.length;
    s.least = least;
    s.lots = base;
    (s.cost, s.costMore, s.costLess) = (new int256[](n), new int256[](n), new int256[](n));
    uint256 smallestOrders = _sum(least);
    require(smallestOrders <= p.lots, SmallestOrdersExceed(p.lots, smallestOrders));

    uint256 given;
    for (uint256 i = 0; i < n; ++i) {
      if (s.lots[i] < least[i]) s.lots[i] = least[i];
      given += s.lots[i];
    }
    for (uint256 i = 0; i < n; ++i) {
      uint256 added = Math.min(p.lots - given, p.caps[i] - s.lots[i]);
      s.lots[i] += added;
      given += added;
      s.cost[i] = _costOf(p, i, s.lots[i], cost);
    }
    // Where the venues together take just the order there is nothing to choose.
    if (_sum(p.caps) != p.lots) _descend(p, s, cost);
  }

  /// @dev Moves lots from venue to venue while that saves something, at ever smaller steps.
  function _descend(
    Problem memory p,
    Search memory s,
    function(Problem memory, uint256, uint256) view returns (int256) cost
  ) private view {
    uint256 finest = Math.max(p.lots / FINEST_SHARE, 1);
    uint256 step = Math.max(p.lots / COARSEST_SHARE, finest);
    while (true) {
      for (uint256 i = 0; i < p.venues.length; ++i) _look(p, s, i, step, cost);
      for (uint256 moves = 0; moves < MAX_MOVES; ++moves) {
        (uint256 giver, uint256 taker, int256 change) = _bestMove(s);
        // With convex costs no pair saves anything where the best giver is also the best taker.
        if (giver == taker || change >= 0) break;
        if (!_leap(p, s, giver, taker, step, cost)) {
          (s.lots[giver], s.cost[giver]) = (s.lots[giver] - step, s.costLess[giver]);
          (s.lots[taker], s.cost[taker]) = (s.lots[taker] + step, s.costMore[taker]);
        }
        _look(p, s, giver, step, cost);
        _look(p, s, taker, step, cost);
      }
      if (step == finest) return;
      step = Math.max(step / SHRINK, finest);
    }
  }

  /// @dev Moves several steps at once, where that saves more than one step does. With second differences `bend` of both venues'
  /// costs the n-th step changes the cost by `change + (n − 1)·bend`: as many are made as still save something.
  function _leap(
    Problem memory p,
    Search memory s,
    uint256 giver,
    uint256 taker,
    uint256 step,
    function(Problem memory, uint256, uint256) view returns (int256) cost
  ) private view returns (bool) {
    int256 one = s.costLess[giver] - s.cost[giver] + s.costMore[taker] - s.cost[taker];
    int256 bend = _bendOf(s, giver) + _bendOf(s, taker);
    uint256 steps = Math.min(s.lots[giver] - s.least[giver], p.caps[taker] - s.lots[taker]) / step;
    if (bend > 0) steps = Math.min(steps, Math.ceilDiv(uint256(-one), uint256(bend)));
    if (steps < 2) return false;
    int256 giving = _costOf(p, giver, s.lots[giver] - steps * step, cost);
    int256 taking = _costOf(p, taker, s.lots[taker] + steps * step, cost);
    if (giving - s.cost[giver] + taking - s.cost[taker] >= one) return false;
    (s.lots[giver], s.cost[giver]) = (s.lots[giver] - steps * step, giving);
    (s.lots[taker], s.cost[taker]) = (s.lots[taker] + steps * step, taking);
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
    uint256 step,
    function(Problem memory, uint256, uint256) view returns (int256) cost
  ) private view {
    uint256 lots = s.lots[i];
    s.costMore[i] = lots + step <= p.caps[i] ? _costOf(p, i, lots + step, cost) : UNREACHABLE;
    s.costLess[i] = lots >= s.least[i] + step ? _costOf(p, i, lots - step, cost) : UNREACHABLE;
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

  function _costOf(
    Problem memory p,
    uint256 i,
    uint256 lots,
    function(Problem memory, uint256, uint256) view returns (int256) cost
  ) private view returns (int256) {
    return lots == 0 ? int256(0) : cost(p, i, lots);
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

  function _copyExcept(uint256[] memory lots, uint256 except) private pure returns (uint256[] memory copy) {
    copy = new uint256[](lots.length);
    for (uint256 i = 0; i < lots.length; ++i) if (i != except) copy[i] = lots[i];
  }

  function _totalOf(Search memory s) private pure returns (int256 total) {
    for (uint256 i = 0; i < s.cost.length; ++i) total += s.cost[i];
  }

  function _sum(uint256[] memory values) private pure returns (uint256 sum) {
    for (uint256 i = 0; i < values.length; ++i) sum += values[i];
  }
}
