// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IUniswapV3Router
/// @notice What Bulkhead uses of Uniswap's SwapRouter02. A path is packed: token (20 bytes), fee (3 bytes), token, …
interface IUniswapV3Router {
  /// @param path from the token given to the token received
  /// @param amountIn token units
  /// @param amountOutMinimum token units
  struct ExactInputParams {
    bytes path;
    address recipient;
    uint256 amountIn;
    uint256 amountOutMinimum;
  }

  /// @param path backwards: from the token received to the token given
  /// @param amountOut token units
  /// @param amountInMaximum token units
  struct ExactOutputParams {
    bytes path;
    address recipient;
    uint256 amountOut;
    uint256 amountInMaximum;
  }

  /// @notice Gives `amountIn`, or less where the pools run dry.
  function exactInput(ExactInputParams calldata params) external payable returns (uint256 amountOut);

  /// @notice Receives exactly `amountOut`.
  function exactOutput(ExactOutputParams calldata params) external payable returns (uint256 amountIn);
}
