// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IOptionVault} from "./IOptionVault.sol";

/// @title IVaultFactory
/// @notice Makes vaults from registered code and remembers each for ever: the registry only grows.
/// @dev The factory does not embed the vault's creation code (too large): a version registers its hash, and whoever creates a
/// vault brings the code, which is checked against it.
interface IVaultFactory {
  event VersionRegistered(uint256 indexed version, bytes32 codeHash, string label);
  event VaultCreated(
    address indexed vault,
    uint256 indexed version,
    bytes32 indexed marketId,
    IOptionVault.Config config
  );

  error UnknownVersion(uint256 version);
  error CodeMismatch(bytes32 expected, bytes32 given);
  error CreationFailed(bytes reason);
  /// @notice The oracle or expiry price is not one that governance has registered for a market.
  error UnknownMarket(address oracle);

  /// @notice Registers creation code by its hash. Governor. A version never leaves.
  function registerVersion(bytes32 codeHash, string calldata label) external returns (uint256 version);

  /// @notice Deploys a vault. Governor: what the router will route to is curated.
  function createVault(
    uint256 version,
    bytes calldata creationCode,
    IOptionVault.Config calldata config
  ) external returns (IOptionVault vault);

  function isVault(address candidate) external view returns (bool);
  function vaultCount() external view returns (uint256);
  function vaultAt(uint256 index) external view returns (IOptionVault);
  function versionOf(address vault) external view returns (uint256);
  /// @notice Vaults of one market and kind: what a split may use. marketId = keccak256(oracle address, kind).
  function vaultsOf(bytes32 marketId) external view returns (IOptionVault[] memory);
}
