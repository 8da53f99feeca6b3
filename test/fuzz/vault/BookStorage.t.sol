// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {Book, headerAt} from "../../../contracts/types/Book.sol";
import {BookState, BookStorage, Position} from "../../../contracts/vault/core/BookStorage.sol";

/// @notice The packed book against plain mappings and arrays, through random openings, trades, re-strikings and removals.
contract BookStorageTest is Test {
  using BookStorage for BookState;

  BookState private _book;
  mapping(uint256 expiry => mapping(uint256 tick => int256)) private _lots;
  mapping(uint256 expiry => uint256[]) private _ticks;
  uint256[] private _expiries;

  function testFuzz_A24_AgainstAPlainTwin(uint256 seed) public {
    for (uint256 i; i < 24; ++i) {
      seed = uint256(keccak256(abi.encode(seed)));
      uint256 action = seed % 4;
      if (action == 0 && _expiries.length < 8) _insert(seed >> 8);
      else if (action == 1 && _expiries.length != 0) _remove(seed >> 8);
      else if (action == 2 && _expiries.length != 0) _replace(seed >> 8);
      else if (_expiries.length != 0) _trade(seed >> 8);
      _compare();
    }
  }

  function _insert(uint256 seed) private {
    uint256 expiry = (1 + (seed % 65_000)) * 1 days + 8 hours;
    for (uint256 i; i < _expiries.length; ++i) if (_expiries[i] == expiry) return;
    uint256[] memory ticks = _randomTicks(seed);
    _book.insert(expiry, ticks, new int256[](ticks.length));
    _ticks[expiry] = ticks;
    for (uint256 i; i < ticks.length; ++i) _lots[expiry][ticks[i]] = 0;
    _expiries.push(expiry);
    for (uint256 i = _expiries.length - 1; i != 0 && _expiries[i - 1] > expiry; --i) {
      (_expiries[i], _expiries[i - 1]) = (_expiries[i - 1], _expiries[i]);
    }
  }

  function _remove(uint256 seed) private {
    uint256 place = seed % _expiries.length;
    uint256 expiry = _expiries[place];
    (bool found, uint256 index, ) = BookStorage.find(_book.expiries, expiry);
    assertTrue(found);
    assertEq(index, place);
    _book.remove(index, expiry);
    for (uint256 i = place; i + 1 < _expiries.length; ++i) _expiries[i] = _expiries[i + 1];
    _expiries.pop();
  }

  function _replace(uint256 seed) private {
    uint256 place = seed % _expiries.length;
    uint256 expiry = _expiries[place];
    uint256[] memory ticks = _randomTicks(seed >> 16);
    int256[] memory lots = new int256[](ticks.length);
    for (uint256 i; i < ticks.length; ++i) lots[i] = int40(uint40(uint256(keccak256(abi.encode(seed, i)))));
    _book.replace(place, expiry, ticks, lots);
    _ticks[expiry] = ticks;
    for (uint256 i; i < ticks.length; ++i) _lots[expiry][ticks[i]] = lots[i];
  }

  function _trade(uint256 seed) private {
    uint256 expiry = _expiries[seed % _expiries.length];
    uint256[] storage ticks = _ticks[expiry];
    uint256 tick = ticks[(seed >> 8) % ticks.length];
    int256 lots = int40(uint40(seed >> 16));
    (, , Position memory place) = BookStorage.locate(_book.load(1, 1), expiry, tick);
    _book.setLots(place, lots);
    _lots[expiry][tick] = lots;
  }

  function _compare() private view {
    Book memory loaded = _book.load(1, 1);
    uint256 series;
    for (uint256 i; i < _expiries.length; ++i) {
      uint256 expiry = _expiries[i];
      (uint256 header, uint256 count) = headerAt(loaded.expiries, i);
      assertEq(header, expiry);
      assertEq(count, _ticks[expiry].length);
      series += count;
      (uint256[] memory ticks, int256[] memory lots) = _book.strikes(expiry, count);
      for (uint256 j; j < count; ++j) {
        assertEq(ticks[j], _ticks[expiry][j]);
        assertEq(lots[j], _lots[expiry][ticks[j]]);
        (bool open, bool listed, Position memory place) = BookStorage.locate(loaded, expiry, ticks[j]);
        assertTrue(open && listed);
        assertEq(place.lots, lots[j]);
      }
      (, bool known, ) = BookStorage.locate(loaded, expiry, 0xffffff);
      assertFalse(known);
    }
    (uint256 live, uint256 total) = BookStorage.totals(loaded.expiries);
    assertEq(live, _expiries.length);
    assertEq(total, series);
    assertEq(BookStorage.firstWithInterest(loaded, type(uint256).max), _firstWithInterest());
  }

  function _firstWithInterest() private view returns (uint256) {
    for (uint256 i; i < _expiries.length; ++i) {
      uint256[] storage ticks = _ticks[_expiries[i]];
      for (uint256 j; j < ticks.length; ++j) if (_lots[_expiries[i]][ticks[j]] != 0) return _expiries[i];
    }
    return 0;
  }

  function _randomTicks(uint256 seed) private pure returns (uint256[] memory ticks) {
    ticks = new uint256[](1 + (seed % 16));
    uint256 tick;
    for (uint256 i; i < ticks.length; ++i) {
      tick += 1 + (uint256(keccak256(abi.encode(seed, i))) % 1_000_000);
      ticks[i] = tick;
    }
  }
}
