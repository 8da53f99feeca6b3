// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {RawDivision} from "../math/RawDivision.sol";
import {WAD} from "./Market.sol";

/// @title WadMath
/// @notice x·y/1e18. A price multiplies some twenty amounts that all fit a word with their product; only what does not pays for
/// 512 bits.
library WadMath {
  uint256 private constant PLAIN_BITS = 127;

  /// @notice ⌈x·y/1e18⌉; reverts only where that does not fit a word.
  function mulUp(uint256 x, uint256 y) internal pure returns (uint256) {
    if ((x | y) >> PLAIN_BITS != 0) return Math.mulDiv(x, y, WAD, Math.Rounding.Ceil);
    // The product is below 2^254.
    unchecked {
      return RawDivision.div(x * y + (WAD - 1), WAD);
    }
  }

  /// @notice ⌈x·y/denominator⌉; reverts only where that does not fit a word, or the denominator is zero.
  function mulDivUp(uint256 x, uint256 y, uint256 denominator) internal pure returns (uint256) {
    unchecked {
      uint256 product = x * y;
      // Where the product overflowed, dividing it does not lead back.
      if (product == 0 || RawDivision.div(product, x) != y || denominator == 0) {
        return Math.mulDiv(x, y, denominator, Math.Rounding.Ceil);
      }
      return RawDivision.div(product - 1, denominator) + 1;
    }
  }

  /// @notice ⌊x·y/1e18⌋; reverts only where that does not fit a word.
  function mulDown(uint256 x, uint256 y) internal pure returns (uint256) {
    if ((x | y) >> PLAIN_BITS != 0) return Math.mulDiv(x, y, WAD);
    unchecked {
      return RawDivision.div(x * y, WAD);
    }
  }
}
