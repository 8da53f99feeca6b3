// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {AccountId} from "../types/AccountId.sol";
import {EXPIRY_SECOND} from "../types/Book.sol";

/// @notice A position: signed lots of one series at one of the account's vaults. Zero is none.
/// @dev Layout: entry of a book (bits 0..63, see `Book`: tick, and lots, positive where the account is short) | day of
/// the expiry (64..79: it is at day·86400 + 8 h, unix) | place of the vault among the account's (80..81).
type Position is uint256;

using {entryOf, lotsOf, tickOf, expiryOf, slotOf, groupOf, keyOf} for Position global;

/// @notice As a book has it: tick and lots.
function entryOf(Position position) pure returns (uint256) {
  return uint64(Position.unwrap(position));
}

function lotsOf(Position position) pure returns (int256) {
  return int40(uint40(Position.unwrap(position) >> 24));
}

function tickOf(Position position) pure returns (uint256) {
  return uint24(Position.unwrap(position));
}

/// @notice Unix seconds.
function expiryOf(Position position) pure returns (uint256) {
  return uint256(uint16(Position.unwrap(position) >> 64)) * 1 days + EXPIRY_SECOND;
}

function slotOf(Position position) pure returns (uint256) {
  return Position.unwrap(position) >> 80;
}

/// @notice Vault and expiry: what all positions that are netted together have in common.
function groupOf(Position position) pure returns (uint256) {
  return Position.unwrap(position) >> 64;
}

/// @notice The position without its lots: what it is sorted by, vault and expiry above the tick.
function keyOf(Position position) pure returns (uint256) {
  return Position.unwrap(position) & ~uint256(0xffffffffff000000);
}

/// @notice An account as it is stored; no word is read that holds nothing.
/// @dev `head`: two pledges | words of positions (bits 240, 241) | whether `morePledges` is in use (242) | zeros, room
/// for what other kinds of collateral and debts will need told. A pledge: index of the vault (bits 0..15, zero for
/// none) | share (16..119, token units). `positions`: three to a word, 82 bits each from the low end, sorted by vault,
/// expiry and tick.
struct AccountState {
  uint256 head;
  uint256 morePledges;
  uint256[3] positions;
}

/// @notice The same, as a call works on it.
struct Holdings {
  AccountId id;
  /// By slot: the vault's index, zero where the slot is free; and the share of its pledge, token units.
  uint256[4] indexes;
  uint256[4] shares;
  /// The first `count`, sorted.
  Position[8] positions;
  uint256 count;
  /// As stored, so that only what changed is written.
  uint256 head;
  uint256 morePledges;
  uint256[3] words;
}

/// @title AccountStorage
/// @notice Reads, changes and writes an account. Positions of zero lots vanish, and vaults at which nothing is left.
library AccountStorage {
  uint256 internal constant MAX_POSITIONS = 8;
  uint256 internal constant MAX_VAULTS = 4;
  /// @dev What a book's entry holds, on either side.
  int256 internal constant MAX_LOTS = type(int40).max;
  /// @dev What a pledge holds, token units: 2e13 whole units of a token of 18 decimals, more than a vault can.
  uint256 internal constant MAX_SHARE = type(uint104).max;

  uint256 private constant PLEDGE_BITS = 120;
  uint256 private constant POSITION_BITS = 82;
  uint256 private constant POSITION_MASK = (1 << POSITION_BITS) - 1;
  uint256 private constant POSITIONS_PER_WORD = 3;
  uint256 private constant WORDS = 240;
  uint256 private constant HAS_MORE_PLEDGES = 1 << 242;

  function load(AccountState storage state, AccountId id) internal view returns (Holdings memory held) {
    held.id = id;
    uint256 head = state.head;
    held.head = head;
    _readPledges(held, 0, head);
    if (head & HAS_MORE_PLEDGES != 0) {
      held.morePledges = state.morePledges;
      _readPledges(held, 2, held.morePledges);
    }
    uint256 words = (head >> WORDS) & 3;
    uint256 count;
    for (uint256 i; i < words; ++i) {
      uint256 word = state.positions[i];
      held.words[i] = word;
      for (; word != 0; word >>= POSITION_BITS) held.positions[count++] = Position.wrap(word & POSITION_MASK);
    }
    held.count = count;
  }

  /// @notice Writes what changed.
  function store(AccountState storage state, Holdings memory held) internal {
    uint256 words = (held.count + POSITIONS_PER_WORD - 1) / POSITIONS_PER_WORD;
    for (uint256 i; i < 3; ++i) {
      uint256 word = _packedPositions(held, i);
      if (word != held.words[i]) state.positions[i] = word;
    }
    _vacate(held);
    uint256 more = _packedPledges(held, 2);
    if (more != held.morePledges) state.morePledges = more;
    uint256 head = _packedPledges(held, 0) | (words << WORDS) | (more == 0 ? 0 : HAS_MORE_PLEDGES);
    if (head != held.head) state.head = head;
  }

  /// @notice The account's slot for a vault.
  /// @return found false where it has nothing there
  function find(Holdings memory held, uint256 index) internal pure returns (bool found, uint256 slot) {
    for (; slot < MAX_VAULTS; ++slot) if (held.indexes[slot] == index) return (true, slot);
    return (false, 0);
  }

  /// @notice The account's slot for a vault, a free one where it has nothing there.
  function open(Holdings memory held, uint256 index) internal pure returns (uint256 slot) {
    bool found;
    (found, slot) = find(held, index);
    if (found) return slot;
    (found, slot) = find(held, 0);
    require(found, IMarginEngine.TooManyVaults(held.id, MAX_VAULTS));
    held.indexes[slot] = index;
  }

  /// @notice Lots of a position, positive where the account is short; zero where it has none.
  /// @param key see `Position`
  function lotsAt(Holdings memory held, uint256 key) internal pure returns (int256) {
    uint256 place = _placeOf(held, key);
    bool found = place < held.count && held.positions[place].keyOf() == key;
    return found ? held.positions[place].lotsOf() : int256(0);
  }

  /// @notice Adds lots to a position, which begins or ends with it.
  /// @param key see `Position`
  /// @param lots positive where the account becomes shorter
  /// @return before lots that it had
  function add(Holdings memory held, uint256 key, int256 lots) internal pure returns (int256 before) {
    uint256 place = _placeOf(held, key);
    uint256 count = held.count;
    bool found = place < count && held.positions[place].keyOf() == key;
    if (found) before = held.positions[place].lotsOf();
    int256 now_ = before + lots;
    require(
      now_ <= MAX_LOTS && now_ >= -MAX_LOTS,
      IMarginEngine.PositionTooLarge(held.id, uint256(now_ < 0 ? -now_ : now_), uint256(MAX_LOTS))
    );
    if (now_ == 0) {
      if (found) _remove(held, place);
      return before;
    }
    if (!found) {
      require(count < MAX_POSITIONS, IMarginEngine.TooManyPositions(held.id, MAX_POSITIONS));
      for (uint256 i = count; i > place; --i) held.positions[i] = held.positions[i - 1];
      held.count = count + 1;
    }
    held.positions[place] = Position.wrap(key | (uint256(uint40(int40(now_))) << 24));
  }

  /// @notice Takes all positions of a vault and an expiry away.
  /// @param group see `groupOf`
  function removeGroup(Holdings memory held, uint256 group) internal pure {
    uint256 kept;
    uint256 count = held.count;
    for (uint256 i; i < count; ++i) {
      Position position = held.positions[i];
      if (position.groupOf() != group) held.positions[kept++] = position;
    }
    for (uint256 i = kept; i < count; ++i) held.positions[i] = Position.wrap(0);
    held.count = kept;
  }

  /// @dev Where a position is, or would be: the first that does not come before it.
  function _placeOf(Holdings memory held, uint256 key) private pure returns (uint256 place) {
    while (place < held.count && held.positions[place].keyOf() < key) ++place;
  }

  function _remove(Holdings memory held, uint256 place) private pure {
    uint256 last = held.count - 1;
    for (uint256 i = place; i < last; ++i) held.positions[i] = held.positions[i + 1];
    held.positions[last] = Position.wrap(0);
    held.count = last;
  }

  /// @dev Frees the slots of vaults at which nothing is left.
  function _vacate(Holdings memory held) private pure {
    uint256 used;
    for (uint256 i; i < held.count; ++i) used |= 1 << held.positions[i].slotOf();
    for (uint256 slot; slot < MAX_VAULTS; ++slot) {
      if (held.shares[slot] == 0 && (used >> slot) & 1 == 0) held.indexes[slot] = 0;
    }
  }

  function _readPledges(Holdings memory held, uint256 slot, uint256 word) private pure {
    (held.indexes[slot], held.shares[slot]) = (uint16(word), uint104(word >> 16));
    word >>= PLEDGE_BITS;
    (held.indexes[slot + 1], held.shares[slot + 1]) = (uint16(word), uint104(word >> 16));
  }

  function _packedPledges(Holdings memory held, uint256 slot) private pure returns (uint256) {
    return _packedPledge(held, slot) | (_packedPledge(held, slot + 1) << PLEDGE_BITS);
  }

  function _packedPledge(Holdings memory held, uint256 slot) private pure returns (uint256) {
    uint256 share = held.shares[slot];
    require(share <= MAX_SHARE, IMarginEngine.PledgeTooLarge(held.id, share, MAX_SHARE));
    return held.indexes[slot] | (share << 16);
  }

  function _packedPositions(Holdings memory held, uint256 index) private pure returns (uint256 word) {
    uint256 end = (index + 1) * POSITIONS_PER_WORD;
    if (end > held.count) end = held.count;
    for (uint256 i = end; i > index * POSITIONS_PER_WORD; --i) {
      word = (word << POSITION_BITS) | Position.unwrap(held.positions[i - 1]);
    }
  }
}
