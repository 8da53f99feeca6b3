// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice An account of the margin engine: its owner, and which of his.
/// @dev Layout: owner in bits 96..255, sub-number in bits 0..95. Every owner has 2^96 accounts without opening any.
type AccountId is bytes32;

using {ownerOf, numberOf} for AccountId global;

/// @notice An owner's account of that number.
function toAccountId(address owner, uint96 number) pure returns (AccountId) {
  return AccountId.wrap(bytes32((uint256(uint160(owner)) << 96) | number));
}

function ownerOf(AccountId id) pure returns (address) {
  return address(uint160(uint256(AccountId.unwrap(id)) >> 96));
}

function numberOf(AccountId id) pure returns (uint96) {
  return uint96(uint256(AccountId.unwrap(id)));
}
