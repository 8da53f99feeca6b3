// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title SwapPath
/// @notice Uniswap's packed paths: token (20 bytes), fee (3 bytes), token, …
library SwapPath {
  uint256 internal constant MAX_POOLS = 4;

  uint256 private constant TOKEN_BYTES = 20;
  uint256 private constant POOL_BYTES = 23;

  /// @notice Whether it is made of 1 .. `MAX_POOLS` pools.
  function isWhole(bytes calldata path) internal pure returns (bool) {
    if (path.length < TOKEN_BYTES + POOL_BYTES || path.length > TOKEN_BYTES + MAX_POOLS * POOL_BYTES) return false;
    return (path.length - TOKEN_BYTES) % POOL_BYTES == 0;
  }

  /// @notice How many pools a whole path is made of.
  function pools(bytes calldata path) internal pure returns (uint256) {
    return path.length / POOL_BYTES;
  }

  /// @notice One pool of a whole path, as a path of its own.
  function pool(bytes calldata path, uint256 index) internal pure returns (bytes calldata) {
    return path[index * POOL_BYTES:(index + 1) * POOL_BYTES + TOKEN_BYTES];
  }

  /// @notice The token a whole path begins with.
  function first(bytes calldata path) internal pure returns (IERC20) {
    return IERC20(address(bytes20(path[:TOKEN_BYTES])));
  }

  /// @notice The token a whole path ends with.
  function last(bytes calldata path) internal pure returns (IERC20) {
    return IERC20(address(bytes20(path[path.length - TOKEN_BYTES:])));
  }
}
