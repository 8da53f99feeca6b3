// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice What a vault writes, and with it what it holds: a call vault holds the underlying, a put vault the quote.
enum OptionKind {
  Call,
  Put
}
