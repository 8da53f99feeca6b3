// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";

/// @title PriceLevels
/// @notice Minimum prices as levels below a reference, in whole per cents: 31 is the reference itself, 1 is 30 % below, 0 is
/// no minimum at all. A higher level asks for more.
library PriceLevels {
  /// @dev Bits of a level in a request's id.
  uint256 internal constant BITS = 5;
  uint256 internal constant HIGHEST = (1 << BITS) - 1;
  uint256 private constant PERCENT = 100;

  /// @notice The lowest level that asks for at least `minimum`, which is not zero.
  function levelOf(uint256 minimum, uint256 referencePrice) internal pure returns (uint256) {
    require(minimum <= referencePrice, IRedeemQueue.MinimumAboveReference(minimum, referencePrice));
    uint256 below = Math.mulDiv(referencePrice - minimum, PERCENT, referencePrice);
    return HIGHEST - Math.min(below, HIGHEST - 1);
  }

  /// @notice What a level asks for, rounded up; never below the minimum that was put there.
  function minimumOf(uint256 level, uint256 referencePrice) internal pure returns (uint256) {
    if (level == 0) return 0;
    return Math.mulDiv(referencePrice, PERCENT - (HIGHEST - level), PERCENT, Math.Rounding.Ceil);
  }

  function toRequestId(uint256 epoch, uint256 level) internal pure returns (uint256) {
    return (epoch << BITS) | level;
  }

  function parts(uint256 requestId) internal pure returns (uint256 epoch, uint256 level) {
    return (requestId >> BITS, requestId & HIGHEST);
  }
}
