// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title BoundedCallTwin
/// @notice `BoundedCall` in plain words: it copies all that the callee returns, and is otherwise the same.
library BoundedCallTwin {
  error InsufficientGas(uint256 needed);

  function read(
    address target,
    uint256 gasLimit,
    bytes memory callData,
    uint256 size
  ) internal view returns (bool ok, bytes memory output) {
    uint256 needed = (gasLimit * 64) / 63 + 3_000 + 1;
    bool funded = gasleft() >= needed;
    (ok, output) = target.staticcall{gas: gasLimit}(callData);
    ok = ok && output.length >= size;
    if (!ok && !funded) revert InsufficientGas(needed);
    if (ok) output = _first(output, size);
  }

  function _first(bytes memory data, uint256 size) private pure returns (bytes memory result) {
    result = new bytes(size);
    for (uint256 i = 0; i < size; ++i) result[i] = data[i];
  }
}
