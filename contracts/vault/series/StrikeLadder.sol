// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

/// @title StrikeLadder
/// @notice The strikes that an expiry lists by rule: equal steps of σ√τ in ln K around the forward, on the tick grid.
library StrikeLadder {
  uint256 private constant WAD = 1e18;
  uint256 private constant YEAR = 365 days;
  /// @dev Book entries hold the tick in 24 bits.
  uint256 internal constant MAX_TICK = type(uint24).max;
  /// @dev |ln(K/F)| is cut here, so that no volatility can make the exponential overflow.
  uint256 private constant MAX_LOG_MONEYNESS = 20e18;

  /// @notice What a ladder is laid from.
  /// @param forward F, WAD quote per underlying
  /// @param volatility σ at the money, WAD a year
  /// @param tenor seconds to expiry
  /// @param step distance of neighbours in units of σ√τ, WAD
  /// @param tickSize WAD quote per underlying
  /// @param count how many strikes
  struct Terms {
    uint256 forward;
    uint256 volatility;
    uint256 tenor;
    uint256 step;
    uint256 tickSize;
    uint256 count;
  }

  /// @notice The forward lies beyond what the tick grid can hold.
  error ForwardOffGrid(uint256 forward, uint256 tickSize);

  /// @notice K_i = F·exp((i − (count − 1)/2)·step·σ·√τ), each rounded to the nearest tick; where two meet, the outer one
  /// moves out by a tick, and the lowest is tick 1.
  /// @return ticks strictly ascending, in 1 .. MAX_TICK
  function lay(Terms memory terms) internal pure returns (uint256[] memory ticks) {
    uint256 count = terms.count;
    uint256 rootTime = Math.sqrt((terms.tenor * WAD * WAD) / YEAR);
    uint256 halfStep = (((terms.step * terms.volatility) / WAD) * rootTime) / (2 * WAD);
    ticks = new uint256[](count);
    for (uint256 i; i < count; ++i) {
      bool above = 2 * i + 1 >= count;
      uint256 halves = above ? 2 * i + 1 - count : count - 1 - 2 * i;
      int256 k = int256(Math.min(halfStep * halves, MAX_LOG_MONEYNESS));
      uint256 strike = Math.mulDiv(terms.forward, uint256(FixedPointMathLib.expWad(above ? k : -k)), WAD);
      ticks[i] = (strike + terms.tickSize / 2) / terms.tickSize;
    }
    _separate(ticks);
    require(ticks[count - 1] <= MAX_TICK, ForwardOffGrid(terms.forward, terms.tickSize));
  }

  /// @notice Whether the forward has left the middle half, in ln K, of a ladder from tick `low` to tick `high`.
  function hasLeft(uint256 forward, uint256 tickSize, uint256 low, uint256 high) internal pure returns (bool) {
    // (high/low)^¼, so that the middle half is [low·root, high/root].
    uint256 root = Math.sqrt(Math.sqrt(((high * WAD) / low) * WAD) * WAD);
    return forward * WAD < low * tickSize * root || forward * root > high * tickSize * WAD;
  }

  /// @notice Moves equal neighbours apart, outwards from the middle, then up from tick 1.
  function _separate(uint256[] memory ticks) private pure {
    uint256 count = ticks.length;
    uint256 middle = count / 2;
    for (uint256 i = middle; i > 0; --i) {
      uint256 upper = ticks[i];
      if (ticks[i - 1] >= upper) ticks[i - 1] = upper == 0 ? 0 : upper - 1;
    }
    if (ticks[0] == 0) ticks[0] = 1;
    for (uint256 i = 1; i < count; ++i) {
      if (ticks[i] <= ticks[i - 1]) ticks[i] = ticks[i - 1] + 1;
    }
  }
}
