// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MAX_STRIKES} from "../../types/Book.sol";

/// @notice Strikes of one expiry, in ticks, each with its net amount and with what accounts owe in it (see `IVaultClearing`), in lots.
struct Strikes {
  uint256[] ticks;
  int256[] lots;
  int256[] cleared;
}

/// @title Restrike
/// @notice Merges an expiry's listed strikes with a newly laid ladder. What the ladder has stays. Outside it, empty strikes go, dust is
/// parked while there is room for it, and all other open interest stays, as does whatever accounts have lots in. The ladder's missing strikes come as far as there is
/// room, those nearest its middle first, each with what was parked there.
library Restrike {
  /// @notice What may be parked.
  /// @param locks of each listed strike, if it is dust; zero for all others
  /// @param budget what may be parked besides what is already
  struct Dust {
    uint256[] locks;
    uint256 budget;
  }

  /// @param listed and parked: afterwards, ascending
  /// @param added what was not listed before; with lots where it was parked
  /// @param retired what is no longer listed; with lots where it is parked now
  struct Result {
    Strikes listed;
    Strikes parked;
    Strikes added;
    Strikes retired;
  }

  /// @param listed now, ascending
  /// @param parked now, ascending; none of them listed
  /// @param ladder the new ladder, ascending
  /// @param room the most strikes that may be listed afterwards; what is kept stays regardless
  function merge(
    Strikes memory listed,
    Strikes memory parked,
    uint256[] memory ladder,
    uint256 room,
    Dust memory dust
  ) internal pure returns (Result memory result) {
    uint256 most = listed.ticks.length + ladder.length;
    _reserve(result.listed, most);
    _reserve(result.parked, MAX_STRIKES);
    _reserve(result.added, ladder.length);
    _reserve(result.retired, listed.ticks.length);
    _add(result, listed.ticks, parked, ladder, _keep(result, listed, parked, ladder, room, dust));
    _sort(result.listed);
    _sort(result.parked);
  }

  /// @notice The lowest and the highest strike of a ladder that is listed; zeros where none is.
  function span(uint256[] memory ticks, uint256[] memory ladder) internal pure returns (uint256 low, uint256 high) {
    for (uint256 i; i < ticks.length; ++i) {
      if (!_contains(ladder, ticks[i])) continue;
      if (low == 0) low = ticks[i];
      high = ticks[i];
    }
  }

  /// @return left how many strikes may be added
  function _keep(
    Result memory result,
    Strikes memory listed,
    Strikes memory parked,
    uint256[] memory ladder,
    uint256 room,
    Dust memory dust
  ) private pure returns (uint256 left) {
    uint256 slots = MAX_STRIKES - parked.ticks.length;
    uint256 budget = dust.budget;
    for (uint256 i; i < listed.ticks.length; ++i) {
      (uint256 tick, int256 lots) = (listed.ticks[i], listed.lots[i]);
      int256 cleared = listed.cleared[i];
      uint256 lock = dust.locks[i];
      bool stays = cleared != 0 || _contains(ladder, tick);
      if (!stays && lots != 0) {
        stays = lock == 0 || lock > budget || slots == 0;
        if (!stays) {
          (budget, slots) = (budget - lock, slots - 1);
          _push(result.parked, tick, lots, 0);
        }
      }
      _push(stays ? result.listed : result.retired, tick, lots, cleared);
    }
    uint256 kept = result.listed.ticks.length;
    return room > kept ? room - kept : 0;
  }

  function _add(
    Result memory result,
    uint256[] memory listed,
    Strikes memory parked,
    uint256[] memory ladder,
    uint256 left
  ) private pure {
    uint256 middle = ladder.length / 2;
    for (uint256 i; i < ladder.length && left != 0; ++i) {
      // middle, middle − 1, middle + 1, middle − 2, ...: every index once, whether the length is even or odd.
      uint256 tick = ladder[i % 2 == 0 ? middle + i / 2 : middle - (i + 1) / 2];
      if (_contains(listed, tick)) continue;
      int256 lots = _lotsOf(parked, tick);
      _push(result.listed, tick, lots, 0);
      _push(result.added, tick, lots, 0);
      --left;
    }
    for (uint256 i; i < parked.ticks.length; ++i) {
      if (_contains(result.added.ticks, parked.ticks[i])) continue;
      _push(result.parked, parked.ticks[i], parked.lots[i], 0);
    }
  }

  function _contains(uint256[] memory list, uint256 value) private pure returns (bool) {
    for (uint256 i; i < list.length; ++i) {
      if (list[i] == value) return true;
    }
    return false;
  }

  function _lotsOf(Strikes memory strikes, uint256 tick) private pure returns (int256) {
    for (uint256 i; i < strikes.ticks.length; ++i) {
      if (strikes.ticks[i] == tick) return strikes.lots[i];
    }
    return 0;
  }

  /// @dev Insertion sort of at most 32 strikes, most of them in order.
  function _sort(Strikes memory strikes) private pure {
    (uint256[] memory ticks, int256[] memory lots, int256[] memory cleared) = (
      strikes.ticks,
      strikes.lots,
      strikes.cleared
    );
    for (uint256 i = 1; i < ticks.length; ++i) {
      (uint256 tick, int256 lot, int256 owed) = (ticks[i], lots[i], cleared[i]);
      uint256 j = i;
      for (; j > 0 && ticks[j - 1] > tick; --j) {
        (ticks[j], lots[j], cleared[j]) = (ticks[j - 1], lots[j - 1], cleared[j - 1]);
      }
      (ticks[j], lots[j], cleared[j]) = (tick, lot, owed);
    }
  }

  /// @dev Room for `most` strikes, none of them there yet.
  function _reserve(Strikes memory strikes, uint256 most) private pure {
    (strikes.ticks, strikes.lots, strikes.cleared) = (new uint256[](most), new int256[](most), new int256[](most));
    _setLength(strikes, 0);
  }

  /// @dev Within what `_reserve` made room for.
  function _push(Strikes memory strikes, uint256 tick, int256 lots, int256 cleared) private pure {
    uint256 index = strikes.ticks.length;
    _setLength(strikes, index + 1);
    (strikes.ticks[index], strikes.lots[index], strikes.cleared[index]) = (tick, lots, cleared);
  }

  /// @dev A memory array's length is its first word; what lies behind it, up to what was reserved, is its own.
  function _setLength(Strikes memory strikes, uint256 length) private pure {
    (uint256[] memory ticks, int256[] memory lots, int256[] memory cleared) = (
      strikes.ticks,
      strikes.lots,
      strikes.cleared
    );
    assembly ("memory-safe") {
      mstore(ticks, length)
      mstore(lots, length)
      mstore(cleared, length)
    }
  }
}
