// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";
import {Curve} from "../types/Curve.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {SviSlice} from "../types/SviSlice.sol";

/// @title CurvesAnswer
/// @notice Both ends of `IVolatilitySurface.curvesFor`, whose answer `(Curve[], uint256, SurfaceStatus)` is written once, in
/// the form in which it leaves, and read where it arrives: no array of structs is built to be encoded, nor one decoded into.
/// @dev In words: 0x60 (where the array begins) | confidence | status | length | near, nearWeight, far, farWeight of each
/// curve. `curveOf` is the plain twin of what the curves say, `abi.encode` of how they are written.
library CurvesAnswer {
  /// @dev Bytes of the four words of head, and of eight curves: a packed list holds no more.
  uint256 private constant ROOM = 0x80 + 8 * 0x80;

  /// @notice The surface returned something else than curves, confidence and status.
  error MalformedAnswer();

  /// @notice Makes room, and writes all but the length and the curves.
  /// @return end where the next curve is written
  function begin(uint256 confidence, SurfaceStatus status) internal pure returns (uint256 end) {
    assembly ("memory-safe") {
      let start := mload(0x40)
      mstore(0x40, add(start, ROOM))
      mstore(start, 0x60)
      mstore(add(start, 0x20), confidence)
      mstore(add(start, 0x40), status)
      end := add(start, 0x80)
    }
  }

  /// @notice Writes a curve of one slice.
  /// @param end where it is written
  /// @return newEnd where the next one is
  function add(uint256 end, SviSlice near, uint256 nearWeight) internal pure returns (uint256 newEnd) {
    assembly ("memory-safe") {
      mstore(end, near)
      mstore(add(end, 0x20), nearWeight)
      // Fresh memory need not be zero.
      mstore(add(end, 0x40), 0)
      mstore(add(end, 0x60), 0)
      newEnd := add(end, 0x80)
    }
  }

  /// @notice Writes the far slice of the curve that ends at `end`.
  function addFar(uint256 end, SviSlice far, uint256 farWeight) internal pure {
    assembly ("memory-safe") {
      mstore(sub(end, 0x40), far)
      mstore(sub(end, 0x20), farWeight)
    }
  }

  /// @notice Writes the length and ends the call.
  /// @param start where the first curve was written
  function reply(uint256 start, uint256 end) internal pure {
    assembly ("memory-safe") {
      let size := sub(end, start)
      // Four words a curve, four of head.
      mstore(sub(start, 0x20), shr(7, size))
      return(sub(start, 0x80), add(size, 0x80))
    }
  }

  /// @notice `surface.curvesFor(packedExpiries)`.
  /// @dev A curve in memory is four words, and so it is in the answer: the array of curves becomes pointers into it.
  function ask(
    IVolatilitySurface surface,
    uint256 packedExpiries
  ) internal view returns (Curve[] memory curves, uint256 confidence, SurfaceStatus status) {
    bytes4 selector = IVolatilitySurface.curvesFor.selector;
    bool isWellFormed;
    uint256 state;
    assembly ("memory-safe") {
      mstore(0, selector)
      mstore(4, packedExpiries)
      let succeeded := staticcall(gas(), surface, 0, 0x24, 0, 0)
      let start := mload(0x40)
      let size := returndatasize()
      returndatacopy(start, 0, size)
      if iszero(succeeded) {
        revert(start, size)
      }
      // The length that the size says; wraps to a huge one where there is no head.
      let count := shr(7, sub(size, 0x80))
      isWellFormed := and(lt(count, 9), and(eq(mload(start), 0x60), eq(mload(add(start, 0x60)), count)))
      confidence := mload(add(start, 0x20))
      state := mload(add(start, 0x40))
      // The array: its length, then a pointer a curve. What is malformed is refused below, before it is looked at.
      curves := add(start, size)
      mstore(curves, count)
      let pointer := add(curves, 0x20)
      for {
        let curve := add(start, 0x80)
      } lt(curve, curves) {
        curve := add(curve, 0x80)
      } {
        mstore(pointer, curve)
        pointer := add(pointer, 0x20)
      }
      mstore(0x40, pointer)
    }
    require(isWellFormed, MalformedAnswer());
    status = SurfaceStatus(state);
  }
}
