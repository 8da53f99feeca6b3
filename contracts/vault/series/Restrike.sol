// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Restrike
/// @notice Merges an expiry's listed strikes with a newly laid ladder: strikes with open interest stay, empty ones outside
/// the ladder go, the ladder's missing ones come as far as there is room, those nearest the ladder's middle first.
library Restrike {
  /// @param ticks what is listed afterwards, ascending
  /// @param lots net amounts of those, in lots
  /// @param added ticks that were not listed before
  /// @param retired ticks that are no longer
  struct Result {
    uint256[] ticks;
    int256[] lots;
    uint256[] added;
    uint256[] retired;
  }

  /// @param ticks listed now, ascending
  /// @param lots net amounts, in lots
  /// @param ladder the new ladder, ascending
  /// @param room the most strikes that may be listed afterwards; what has open interest or is in both stays regardless
  function merge(
    uint256[] memory ticks,
    int256[] memory lots,
    uint256[] memory ladder,
    uint256 room
  ) internal pure returns (Result memory result) {
    result.ticks = new uint256[](ticks.length + ladder.length);
    result.lots = new int256[](ticks.length + ladder.length);
    result.added = new uint256[](ladder.length);
    result.retired = new uint256[](ticks.length);
    uint256 count = _keep(result, ticks, lots, ladder);
    count = _add(result, ladder, ticks, count, room);
    _truncate(result.ticks, count);
    _truncateSigned(result.lots, count);
    _sort(result.ticks, result.lots);
  }

  function _keep(
    Result memory result,
    uint256[] memory ticks,
    int256[] memory lots,
    uint256[] memory ladder
  ) private pure returns (uint256 kept) {
    uint256 gone;
    for (uint256 i; i < ticks.length; ++i) {
      if (lots[i] != 0 || _contains(ladder, ticks[i])) {
        result.ticks[kept] = ticks[i];
        result.lots[kept++] = lots[i];
      } else {
        result.retired[gone++] = ticks[i];
      }
    }
    _truncate(result.retired, gone);
  }

  function _add(
    Result memory result,
    uint256[] memory ladder,
    uint256[] memory ticks,
    uint256 count,
    uint256 room
  ) private pure returns (uint256) {
    uint256 fresh;
    uint256 middle = ladder.length / 2;
    for (uint256 i; i < ladder.length && count < room; ++i) {
      // middle, middle − 1, middle + 1, middle − 2, ...: every index once, whether the length is even or odd.
      uint256 index = i % 2 == 0 ? middle + i / 2 : middle - (i + 1) / 2;
      uint256 tick = ladder[index];
      if (_contains(ticks, tick)) continue;
      result.ticks[count++] = tick;
      result.added[fresh++] = tick;
    }
    _truncate(result.added, fresh);
    return count;
  }

  function _contains(uint256[] memory list, uint256 value) private pure returns (bool) {
    for (uint256 i; i < list.length; ++i) {
      if (list[i] == value) return true;
    }
    return false;
  }

  /// @dev Insertion sort of at most 32 strikes, most of them in order.
  function _sort(uint256[] memory ticks, int256[] memory lots) private pure {
    for (uint256 i = 1; i < ticks.length; ++i) {
      (uint256 tick, int256 lot) = (ticks[i], lots[i]);
      uint256 j = i;
      for (; j > 0 && ticks[j - 1] > tick; --j) (ticks[j], lots[j]) = (ticks[j - 1], lots[j - 1]);
      (ticks[j], lots[j]) = (tick, lot);
    }
  }

  /// @dev A memory array may be shortened in place: its length is its first word, and what lies behind is never read again.
  function _truncate(uint256[] memory list, uint256 length) private pure {
    assembly ("memory-safe") {
      mstore(list, length)
    }
  }

  function _truncateSigned(int256[] memory list, uint256 length) private pure {
    assembly ("memory-safe") {
      mstore(list, length)
    }
  }
}
