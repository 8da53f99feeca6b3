// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @dev Asks for the price that counts now: the newest signed one where it counts, else the push feed's.
uint256 constant NEWEST_SPOT = 0;
/// @dev Asks for the push feed's price, and is that price's number. Every signed price has a greater one.
uint256 constant PUSH_ONLY = 1;

/// @notice A market's spot price by number: `IPriceFeed.readAt`.
struct SpotReading {
  /// Quote per underlying, WAD.
  uint256 price;
  /// WAD fraction of `price`. Of the push price, as `IPriceFeed.read` has it, or the distance to a young signed price beyond that; of a signed price, the floor that is set for
  /// signed prices: what its age adds is the reader's to charge.
  uint256 confidence;
  /// Unix seconds: of the push price, the oldest observation that entered it; of a signed price, when it was seen.
  uint256 updatedAt;
  /// What was used: `PUSH_ONLY`, or a signed price's number, to be asked for again within the block.
  uint256 number;
  /// Seconds since a signed price was seen; zero for the push price, whose confidence covers its age.
  uint256 age;
}
