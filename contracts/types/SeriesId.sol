// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice An option series of one vault, as the ERC-6909 id on that vault's OptionToken.
/// @dev Layout: expiry (unix seconds) in bits 128..167, strike (WAD quote per underlying) in bits 0..127; all other bits
/// are zero. The id is readable without asking anyone, and equal terms in two vaults have equal ids on two tokens.
type SeriesId is uint256;

using {expiryOf, strikeOf} for SeriesId global;

/// @notice The id has bits set outside its layout, or a zero expiry or strike.
error MalformedSeriesId(uint256 id);

/// @notice The strike does not fit 128 bits or the expiry does not fit 40 bits, or one of them is zero.
error SeriesTermsOutOfRange(uint256 expiry, uint256 strike);

/// @notice Packs a series' terms.
/// @param expiry unix seconds, 1 .. 2^40 − 1
/// @param strike WAD quote per underlying, 1 .. 2^128 − 1
function toSeriesId(uint256 expiry, uint256 strike) pure returns (SeriesId) {
  // Compilers before 0.8.26 know no custom error in a `require`.
  if (expiry == 0 || expiry > type(uint40).max || strike == 0 || strike > type(uint128).max) {
    revert SeriesTermsOutOfRange(expiry, strike);
  }
  return SeriesId.wrap((expiry << 128) | strike);
}

/// @notice Reads an id that came from outside, refusing any that `toSeriesId` could not have made.
function parseSeriesId(uint256 id) pure returns (SeriesId) {
  if (id >> 168 != 0 || id >> 128 == 0 || uint128(id) == 0) revert MalformedSeriesId(id);
  return SeriesId.wrap(id);
}

/// @notice The series' expiry in unix seconds.
function expiryOf(SeriesId id) pure returns (uint256) {
  return SeriesId.unwrap(id) >> 128;
}

/// @notice The series' strike in WAD quote per underlying.
function strikeOf(SeriesId id) pure returns (uint256) {
  return uint128(SeriesId.unwrap(id));
}
