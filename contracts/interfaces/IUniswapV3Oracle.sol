// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IUniswapV3Oracle
/// @notice What Bulkhead reads of a Uniswap v3 pool: its tokens and its record of ticks.
interface IUniswapV3Oracle {
  /// @notice The token of the lower address; the pool's price is in token1 per token0.
  function token0() external view returns (address);

  /// @notice The token of the higher address.
  function token1() external view returns (address);

  /// @notice The pool's state, of which Bulkhead reads the size of the observation record alone: the rest can be moved
  /// within a transaction.
  /// @return sqrtPriceX96 square root of the price of the moment
  /// @return tick of the moment
  /// @return observationIndex where the latest observation lies
  /// @return observationCardinality observations kept
  /// @return observationCardinalityNext observations to be kept from the next full turn on
  /// @return feeProtocol share of the fee
  /// @return unlocked false while the pool is at work
  function slot0()
    external
    view
    returns (
      uint160 sqrtPriceX96,
      int24 tick,
      uint16 observationIndex,
      uint16 observationCardinality,
      uint16 observationCardinalityNext,
      uint8 feeProtocol,
      bool unlocked
    );

  /// @notice The liquidity in range at the moment: it can be moved within a transaction.
  function liquidity() external view returns (uint128);

  /// @notice The accumulators at past moments. Reverts where the record does not reach back so far.
  /// @param secondsAgos seconds before now, one a moment
  /// @return tickCumulatives Σ tick · seconds; wraps around
  /// @return secondsPerLiquidityCumulativeX128s Σ seconds · 2¹²⁸ / max(1, liquidity in range); wraps around
  function observe(
    uint32[] calldata secondsAgos
  ) external view returns (int56[] memory tickCumulatives, uint160[] memory secondsPerLiquidityCumulativeX128s);
}
