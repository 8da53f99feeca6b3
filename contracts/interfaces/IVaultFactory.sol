// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {OptionKind} from "../types/OptionKind.sol";
import {VaultModules} from "../types/VaultModules.sol";
import {IOptionToken} from "./IOptionToken.sol";
import {IOptionVault} from "./IOptionVault.sol";

/// @title IVaultFactory
/// @notice Makes vaults from registered code and remembers each for ever: the registry only grows.
/// @dev The factory does not embed the vault's creation code (too large): a version registers its hash, and whoever creates a
/// vault brings the code, which is checked against it.
interface IVaultFactory {
  /// @notice A version of the vault's code.
  /// @param codeHash keccak256 of `OptionVault`'s creation code, without constructor arguments
  /// @param modules whose code its vaults run by delegation
  struct Version {
    bytes32 codeHash;
    VaultModules modules;
    string label;
  }

  event VersionRegistered(uint256 indexed version, bytes32 codeHash, VaultModules modules, string label);
  event VaultCreated(
    address indexed vault,
    uint256 indexed version,
    bytes32 indexed marketId,
    IOptionVault.Config config
  );

  error UnknownVersion(uint256 version);
  /// @notice There is no contract at a module's address.
  error NoCode(address module);
  error CodeMismatch(bytes32 expected, bytes32 given);

  /// @notice Registers creation code by its keccak256 hash. Governor. A version never leaves.
  /// @return version counted from 1
  function registerVersion(
    bytes32 codeHash,
    VaultModules calldata modules,
    string calldata label
  ) external returns (uint256 version);

  /// @notice Deploys a vault. Governor: what the router will route to is curated, its market's oracle and expiry price included.
  /// @dev Reverts as the vault's constructor does where it refuses the configuration.
  /// @param creationCode the registered version's, without constructor arguments
  function createVault(
    uint256 version,
    bytes calldata creationCode,
    IOptionVault.Config calldata config
  ) external returns (IOptionVault vault);

  /// @notice Makes an option token whose vault is the caller: what a vault's constructor calls. Of no use to anyone else.
  /// @param market readable, "WETH/USDC"
  function createOptionToken(string calldata market, OptionKind kind) external returns (IOptionToken);

  function isVault(address candidate) external view returns (bool);
  /// @notice The collateral of a vault; zero for any other address. What a router asks of each vault in one question.
  function collateralOf(address candidate) external view returns (IERC20);
  function vaultCount() external view returns (uint256);
  function vaultAt(uint256 index) external view returns (IOptionVault);
  /// @notice The version of a vault; zero for any other address.
  function versionOf(address vault) external view returns (uint256);
  /// @notice A registered version; reverts `UnknownVersion`.
  function versionAt(uint256 version) external view returns (Version memory);
  /// @notice keccak256(abi.encode(oracle, kind)).
  function marketIdOf(address oracle, OptionKind kind) external pure returns (bytes32);
  /// @notice Vaults of one market and kind: what a split may use.
  function vaultsOf(bytes32 marketId) external view returns (IOptionVault[] memory);
}
