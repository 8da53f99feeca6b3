// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A vault's live series and net short amounts, packed as they lie in the vault's storage, so that a whole
/// book of 64 series travels from storage to the premium oracle in as few as 17 words.
/// @dev `expiries`: eight 32-bit headers, ascending by expiry from the low end; a zero header ends the list.
///   header = day (bits 0..15: the expiry is day·86400 + 8 h, unix) | count of listed strikes (bits 16..23) | `CLEARED_FLAG` |
///   `LONG_FLAG` | 6 zero bits.
/// `quads`: for each expiry in that order, ⌈count/4⌉ words of four 64-bit entries from the low end.
///   entry = tick (bits 0..23: the strike is tick·tickSize, tick ≥ 1) | net (bits 24..63: signed, lots of lotSize; positive
///   where the vault is short). Entries past the count are zero.
struct Book {
  uint256 expiries;
  uint256[] quads;
  /// WAD quote per underlying.
  uint256 tickSize;
  /// WAD options.
  uint256 lotSize;
}

/// @dev Most expiries that can be live at once.
uint256 constant MAX_EXPIRIES = 8;
/// @dev Most strikes that one expiry can list.
uint256 constant MAX_STRIKES = 16;
/// @dev Most series a vault can list over all expiries.
uint256 constant MAX_SERIES = 64;
/// @dev Entries in one storage word.
uint256 constant ENTRIES_PER_QUAD = 4;
/// @dev Bits of one header in `Book.expiries`.
uint256 constant HEADER_BITS = 32;
/// @dev Every expiry is at this second of its UTC day (08:00).
uint256 constant EXPIRY_SECOND = 8 hours;

/// @dev In a header: the vault's accounts have lots in this expiry (see `IVaultClearing`).
uint256 constant CLEARED_FLAG = 1 << 24;
/// @dev In a header: some net amount of this expiry is negative, or becomes so by the order that is priced. What the expiry locks is then
/// the worst case of all of its series together; without the flag, the sum of each one's own.
uint256 constant LONG_FLAG = 1 << 25;
/// @dev Both flags, of every header.
uint256 constant CLEARED_FLAGS = CLEARED_FLAG * 0x0000000100000001000000010000000100000001000000010000000100000001;
uint256 constant LONG_FLAGS = CLEARED_FLAGS << 1;

/// @notice A 32-bit expiry header of `Book.expiries`, without flags.
function expiryHeader(uint256 expiry, uint256 count) pure returns (uint256) {
  return (expiry / 1 days) | (count << 16);
}

/// @notice The expiry (unix seconds) and number of listed strikes of the header at `index`; zeros past the end.
function headerAt(uint256 expiries, uint256 index) pure returns (uint256 expiry, uint256 count) {
  uint256 header = uint32(expiries >> (index << 5));
  if (header == 0) return (0, 0);
  // Below 2^16·86400 + 28800.
  unchecked {
    return ((header & 0xffff) * 1 days + EXPIRY_SECOND, (header >> 16) & 0xff);
  }
}

/// @notice Whether the header at `index` has a flag.
function hasFlag(uint256 expiries, uint256 index, uint256 flag) pure returns (bool) {
  return (expiries >> (index << 5)) & flag != 0;
}

/// @notice `expiries` with a flag of the header at `index` set or cleared.
function withFlag(uint256 expiries, uint256 index, uint256 flag, bool set) pure returns (uint256) {
  uint256 bit = flag << (index << 5);
  return set ? expiries | bit : expiries & ~bit;
}

/// @notice The expiry (unix seconds) of the first header, of which there is one.
function firstExpiry(uint256 expiries) pure returns (uint256) {
  unchecked {
    return (expiries & 0xffff) * 1 days + EXPIRY_SECOND;
  }
}

/// @notice The tick and net amount (lots, signed) of entry `index` (0..3) of a quad.
function entryAt(uint256 quad, uint256 index) pure returns (uint256 tick, int256 lots) {
  uint256 entry = quad >> (index << 6);
  return (entry & 0xffffff, int40(uint40(entry >> 24)));
}

/// @notice `quad` with entry `index` replaced.
function withEntry(uint256 quad, uint256 index, uint256 tick, int256 lots) pure returns (uint256) {
  uint256 shift = index << 6;
  uint256 entry = tick | (uint256(uint40(int40(lots))) << 24);
  return (quad & ~(uint256(type(uint64).max) << shift)) | (entry << shift);
}
