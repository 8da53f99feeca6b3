// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {LEVEL_COUNT} from "./PriceLevels.sol";

/// @dev Levels in a group: as many as half a word has bits.
uint256 constant GROUP = 128;

/// @notice Neighbouring levels: the shares that were requested at all of them, and which of them (bit n: the n-th).
struct LevelGroup {
  uint128 shares;
  uint128 inUse;
}

/// @notice Shares requested at each level of minimum price.
/// @dev A third stage, which groups are in use (bit n: group n), is kept by whoever has room for it in a word of its own.
struct LevelSums {
  LevelGroup[LEVEL_COUNT / GROUP] groups;
  uint128[LEVEL_COUNT] shares;
}

/// @title LevelSumsLibrary
/// @notice Sums by level, made so that all levels above a price are taken out in bounded work whatever was requested where: the group
/// that the price falls into is read level by level, those above it as groups. At most 64 words of sums and 64 groups.
/// @dev A level's sum and its group are one write each, and the group's word holds its bitmap, too.
library LevelSumsLibrary {
  /// @param groups which groups are in use
  /// @return the same, with this level's
  function add(LevelSums storage sums, uint256 groups, uint256 level, uint128 shares) internal returns (uint256) {
    uint256 index = level / GROUP;
    LevelGroup storage group = sums.groups[index];
    group.shares += shares;
    group.inUse |= uint128(1 << (level % GROUP));
    sums.shares[level] += shares;
    return groups | (1 << index);
  }

  /// @notice The highest level in use; zero where none is.
  function highest(LevelSums storage sums, uint256 groups) internal view returns (uint256) {
    uint256 index = Math.log2(groups);
    return index * GROUP + Math.log2(sums.groups[index].inUse);
  }

  /// @notice Takes out all levels above `level`.
  /// @return shares that were requested there
  /// @return left groups that are still in use
  function removeAbove(
    LevelSums storage sums,
    uint256 groups,
    uint256 level
  ) internal returns (uint256 shares, uint256 left) {
    uint256 index = level / GROUP;
    uint256 above = (groups >> (index + 1)) << (index + 1);
    left = groups ^ above;
    for (; above != 0; above ^= 1 << Math.log2(above)) shares += sums.groups[Math.log2(above)].shares;

    LevelGroup storage group = sums.groups[index];
    uint256 inUse = group.inUse;
    uint256 kept = inUse & ((2 << (level % GROUP)) - 1);
    if (kept == inUse) return (shares, left);
    uint128 part;
    for (uint256 gone = inUse ^ kept; gone != 0; gone ^= 1 << Math.log2(gone)) {
      part += sums.shares[index * GROUP + Math.log2(gone)];
    }
    // Never more than the group's; `kept` has its bits.
    (group.shares, group.inUse) = (group.shares - part, uint128(kept));
    if (kept == 0) left &= ~(1 << index);
    shares += part;
  }
}
