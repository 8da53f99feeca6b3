// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {LevelSums, LevelSumsLibrary} from "../../../contracts/queue/LevelSums.sol";
import {PriceLevels} from "../../../contracts/queue/PriceLevels.sol";

/// @notice Sums by level against a plain list of what was added.
contract LevelSumsTest is Test {
  using LevelSumsLibrary for LevelSums;

  uint256 private constant ADDED = 24;

  LevelSums private sums;
  uint256 private groups;

  function testFuzz_RemoveAbove_IsWhatAPlainListSays(uint256 seed, uint256 first, uint256 second) public {
    (uint256[] memory levels, uint128[] memory shares) = _addSome(seed);
    assertEq(sums.highest(groups), _highest(levels, PriceLevels.HIGHEST));
    first = bound(first, 0, PriceLevels.HIGHEST);
    second = bound(second, 0, first);
    assertEq(_remove(first), _between(levels, shares, first, PriceLevels.HIGHEST));
    assertEq(sums.highest(groups), _highest(levels, first));
    assertEq(_remove(second), _between(levels, shares, second, first));
    assertEq(sums.highest(groups), _highest(levels, second));
    assertEq(_remove(0), _between(levels, shares, 0, second));
    assertEq(sums.highest(groups), 0);
  }

  /// @dev Where levels are thick: all of them within three groups, and the limits, too.
  function testFuzz_RemoveAbove_WithinFewGroups(uint256 seed, uint256 first, uint256 second) public {
    (uint256[] memory levels, uint128[] memory shares) = _addSome(seed | 1);
    first = bound(first, 4_100, 4_490);
    second = bound(second, 4_090, first);
    assertEq(_remove(first), _between(levels, shares, first, PriceLevels.HIGHEST));
    assertEq(sums.highest(groups), _highest(levels, first));
    assertEq(_remove(second), _between(levels, shares, second, first));
    assertEq(sums.highest(groups), _highest(levels, second));
  }

  /// @dev Odd seeds: from 4,100 to 4,483 only.
  function _addSome(uint256 seed) private returns (uint256[] memory levels, uint128[] memory shares) {
    (levels, shares) = (new uint256[](ADDED), new uint128[](ADDED));
    for (uint256 i; i < ADDED; ++i) {
      uint256 random = uint256(keccak256(abi.encode(seed, i)));
      levels[i] = seed % 2 == 1 ? 4_100 + (random % 384) : 1 + (random % PriceLevels.HIGHEST);
      shares[i] = uint128((random >> 32) % 1e30);
      groups = sums.add(groups, levels[i], shares[i]);
    }
  }

  function _remove(uint256 level) private returns (uint256 shares) {
    (shares, groups) = sums.removeAbove(groups, level);
  }

  function _between(
    uint256[] memory levels,
    uint128[] memory shares,
    uint256 above,
    uint256 upTo
  ) private pure returns (uint256 sum) {
    for (uint256 i; i < levels.length; ++i) {
      if (levels[i] > above && levels[i] <= upTo) sum += shares[i];
    }
  }

  function _highest(uint256[] memory levels, uint256 upTo) private pure returns (uint256 level) {
    for (uint256 i; i < levels.length; ++i) {
      if (levels[i] <= upTo && levels[i] > level) level = levels[i];
    }
  }
}
