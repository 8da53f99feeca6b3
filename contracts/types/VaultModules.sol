// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice The contracts whose code a vault runs by delegation. One copy of each serves all vaults of a version.
struct VaultModules {
  /// Listing, states, parameters.
  address operations;
  /// The margin engine's door, and settling.
  address clearing;
  /// Every way in and out but deposits; it passes on to the books what it does not know.
  address shares;
}
