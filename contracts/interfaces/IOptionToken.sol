// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {
  IERC6909ContentURI,
  IERC6909Metadata,
  IERC6909TokenSupply
} from "@openzeppelin/contracts/interfaces/IERC6909.sol";

/// @title IOptionToken
/// @notice The options of one vault as an ERC-6909 multi-token: id = SeriesId, 18 decimals, supply per id, readable name,
/// symbol and document per series (`tokenURI`: JSON with a picture of the payoff, drawn on chain; reverts for ids that are no
/// series). Only the vault mints and burns; nothing can pause or block a transfer.
interface IOptionToken is IERC6909Metadata, IERC6909TokenSupply, IERC6909ContentURI {
  /// @notice The caller is not this token's vault.
  error NotVault(address caller);

  /// @notice The vault that writes these options.
  function vault() external view returns (address);

  /// @notice Creates options on a purchase. Vault only.
  function mint(address receiver, uint256 id, uint256 amount) external;

  /// @notice Destroys options of `owner` on a sale or redemption, spending `spender`'s allowance or operator right where
  /// it is not the owner. Vault only.
  function burn(address owner, uint256 id, uint256 amount, address spender) external;
}
