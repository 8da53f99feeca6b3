// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibRLP} from "solady/src/utils/LibRLP.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {SviSlice} from "../types/SviSlice.sol";
import {Surface} from "./SurfaceDistance.sol";

/// @title StoredSurface
/// @notice A report's surface as the code of an account of its own. A reader copies all of it for the price of one cold account, 2,600,
/// where storage takes 2,100 for each word: a book of eight expiries saves 16,000, and a report pays 50,000 once.
/// @dev Nothing but this library creates contracts for the surface, so that the one of index n is that of the creator's nonce n, which
/// begins at one; its address needs no slot. The code is a STOP and then words: packed expiries, time of observation, slices. It cannot
/// be changed.
library StoredSurface {
  /// @dev Of the words of a surface of eight expiries.
  uint256 private constant MOST_BYTES = 0x140;
  uint256 private constant HEAD_BYTES = 0x40;

  /// @notice Stored under another address than it will be looked for at.
  error MisplacedSurface(uint256 index, address place);

  /// @notice Stores a surface.
  /// @param index how many this contract stores with it
  function save(uint256 index, Surface memory saved) internal {
    bytes memory data = abi.encode(saved.expiries, saved.observedAt, saved.slices);
    uint256 length = HEAD_BYTES;
    for (uint256 expiries = saved.expiries; expiries != 0; expiries >>= 32) length += 32;
    // Leaves out the slices past the last expiry.
    assembly ("memory-safe") {
      mstore(data, length)
    }
    address place = SSTORE2.write(data);
    require(place == _placeOf(index), MisplacedSurface(index, place));
  }

  /// @notice Reads a surface.
  function load(uint256 index) internal view returns (Surface memory loaded) {
    uint256 stored = read(index);
    SviSlice[8] memory slices;
    assembly ("memory-safe") {
      mcopy(slices, add(stored, HEAD_BYTES), 0x100)
      mstore(add(loaded, 0x20), mload(stored))
      mstore(loaded, mload(add(stored, 0x20)))
    }
    loaded.slices = slices;
  }

  /// @notice Copies a surface to memory as it is stored.
  /// @return stored where the packed expiries are; the time of observation is a word behind, and eight slices follow, zeros past the
  /// last expiry
  function read(uint256 index) internal view returns (uint256 stored) {
    address place = _placeOf(index);
    assembly ("memory-safe") {
      stored := mload(0x40)
      mstore(0x40, add(stored, MOST_BYTES))
      extcodecopy(place, stored, 1, MOST_BYTES)
    }
  }

  /// @notice Where the first slice of a surface is that `read` copied.
  function slicesOf(uint256 stored) internal pure returns (uint256) {
    unchecked {
      return stored + HEAD_BYTES;
    }
  }

  function _placeOf(uint256 index) private view returns (address) {
    return LibRLP.computeAddress(address(this), index);
  }
}
