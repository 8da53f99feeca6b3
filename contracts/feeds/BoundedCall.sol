// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title BoundedCall
/// @notice View calls to contracts that may be broken or hostile: a fixed amount of gas, a fixed amount of return data, and
/// never a failure that the caller's own thrift with gas has caused.
/// @dev Assembly, because a Solidity call copies all that a callee returns: a megabyte of it would cost the caller, not the
/// callee, 2 million gas (return bomb, attacks A3 and A26). `test/twins/BoundedCallTwin.sol` says the same in plain words.
library BoundedCall {
  /// @notice The call failed, and it had not been given all the gas it is entitled to.
  error InsufficientGas(uint256 needed);

  /// @dev The most revert data that is kept: any of this project's named errors fits.
  uint256 internal constant MAX_REASON_BYTES = 256;
  /// @dev More than the account access (2,600) and the opcodes between the check and the call.
  uint256 private constant CALL_OVERHEAD = 3_000;

  /// @notice Calls `selector()` and writes the first `size` bytes returned to `output`.
  /// @param gasLimit gas for the call
  /// @param output address of at least `size` bytes of allocated memory; undefined after a failure
  /// @return ok false where the call reverted, ran out of its gas, or returned less than `size` bytes
  function readInto(
    address target,
    uint256 gasLimit,
    bytes4 selector,
    uint256 output,
    uint256 size
  ) internal view returns (bool ok) {
    uint256 available = gasleft();
    // The call data lies in the scratch space, the output in memory that the caller allocated.
    assembly ("memory-safe") {
      mstore(0x00, selector)
      ok := staticcall(gasLimit, target, 0x00, 0x04, output, size)
      ok := and(ok, iszero(lt(returndatasize(), size)))
    }
    if (!ok) requireWasFunded(available, gasLimit);
  }

  /// @notice Calls `selector(argument)` and writes the first `size` bytes returned to `output`.
  /// @dev See the other overload.
  function readInto(
    address target,
    uint256 gasLimit,
    bytes4 selector,
    uint256 argument,
    uint256 output,
    uint256 size
  ) internal view returns (bool ok) {
    uint256 available = gasleft();
    assembly ("memory-safe") {
      mstore(0x00, selector)
      mstore(0x04, argument)
      ok := staticcall(gasLimit, target, 0x00, 0x24, output, size)
      ok := and(ok, iszero(lt(returndatasize(), size)))
    }
    if (!ok) requireWasFunded(available, gasLimit);
  }

  /// @notice What the last call returned or reverted with, cut off at 256 bytes. To be taken before any other call.
  function lastReason() internal pure returns (bytes memory reason) {
    // Allocates 32 + 256 bytes at the free pointer, whatever their use, and moves the pointer past them.
    assembly ("memory-safe") {
      reason := mload(0x40)
      let size := returndatasize()
      if gt(size, MAX_REASON_BYTES) {
        size := MAX_REASON_BYTES
      }
      mstore(reason, size)
      returndatacopy(add(reason, 0x20), 0, size)
      mstore(0x40, add(reason, add(0x20, MAX_REASON_BYTES)))
    }
  }

  /// @notice Refuses a failure that proves nothing: a call gets at most 63/64 of what is left, and that was below its limit.
  /// @param available gas left just before the call that failed
  /// @param gasLimit what the call was entitled to
  function requireWasFunded(uint256 available, uint256 gasLimit) internal pure {
    uint256 needed = (gasLimit * 64) / 63 + CALL_OVERHEAD + 1;
    require(available >= needed, InsufficientGas(needed));
  }
}
