// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionToken} from "../interfaces/IOptionToken.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {VaultModules} from "../types/VaultModules.sol";
import {OptionToken} from "./token/OptionToken.sol";

/// @title VaultFactory
/// @notice See `IVaultFactory`. It holds nothing and has no power over a vault once made.
contract VaultFactory is IVaultFactory, AccessManaged {
  /// @dev What is known of a vault, in one word.
  struct Registration {
    IERC20 collateral;
    uint96 version;
  }

  /// @dev Versions count from 1, so that 0 means "not a vault of this factory".
  Version[] private _registered;
  IOptionVault[] private _vaults;
  mapping(address vault => Registration) private _registrations;
  mapping(bytes32 marketId => IOptionVault[]) private _markets;

  constructor(address authority) AccessManaged(authority) {}

  /// @inheritdoc IVaultFactory
  function registerVersion(
    bytes32 codeHash,
    VaultModules calldata modules,
    string calldata label
  ) external restricted returns (uint256 version) {
    require(modules.operations.code.length != 0, NoCode(modules.operations));
    require(modules.clearing.code.length != 0, NoCode(modules.clearing));
    require(modules.shares.code.length != 0, NoCode(modules.shares));
    _registered.push(Version({codeHash: codeHash, modules: modules, label: label}));
    version = _registered.length;
    emit VersionRegistered(version, codeHash, modules, label);
  }

  /// @inheritdoc IVaultFactory
  function createVault(
    uint256 version,
    bytes calldata creationCode,
    IOptionVault.Config calldata config
  ) external restricted returns (IOptionVault vault) {
    Version memory registered = versionAt(version);
    bytes32 given = keccak256(creationCode);
    require(given == registered.codeHash, CodeMismatch(registered.codeHash, given));

    bytes memory arguments = abi.encode(config, registered.modules);
    vault = IOptionVault(_deploy(abi.encodePacked(creationCode, arguments), bytes32(_vaults.length)));
    bytes32 marketId = marketIdOf(address(config.oracle), config.kind);
    // At most the number of versions.
    _registrations[address(vault)] = Registration({collateral: config.collateral, version: uint96(version)});
    _vaults.push(vault);
    _markets[marketId].push(vault);
    emit VaultCreated(address(vault), version, marketId, config);
  }

  /// @inheritdoc IVaultFactory
  function createOptionToken(string calldata market, OptionKind kind) external returns (IOptionToken) {
    return new OptionToken(msg.sender, market, kind);
  }

  /// @inheritdoc IVaultFactory
  function isVault(address candidate) external view returns (bool) {
    return _registrations[candidate].version != 0;
  }

  /// @inheritdoc IVaultFactory
  function collateralOf(address candidate) external view returns (IERC20) {
    return _registrations[candidate].collateral;
  }

  /// @inheritdoc IVaultFactory
  function vaultCount() external view returns (uint256) {
    return _vaults.length;
  }

  /// @inheritdoc IVaultFactory
  function vaultAt(uint256 index) external view returns (IOptionVault) {
    return _vaults[index];
  }

  /// @inheritdoc IVaultFactory
  function versionOf(address vault) external view returns (uint256) {
    return _registrations[vault].version;
  }

  /// @inheritdoc IVaultFactory
  function vaultsOf(bytes32 marketId) external view returns (IOptionVault[] memory) {
    return _markets[marketId];
  }

  /// @inheritdoc IVaultFactory
  function versionAt(uint256 version) public view returns (Version memory) {
    require(version != 0 && version <= _registered.length, UnknownVersion(version));
    return _registered[version - 1];
  }

  /// @inheritdoc IVaultFactory
  function marketIdOf(address oracle, OptionKind kind) public pure returns (bytes32) {
    return keccak256(abi.encode(oracle, kind));
  }

  /// @dev CREATE2, and the constructor's own error where it fails.
  function _deploy(bytes memory code, bytes32 salt) private returns (address deployed) {
    assembly ("memory-safe") {
      deployed := create2(0, add(code, 0x20), mload(code), salt)
      if iszero(deployed) {
        let free := mload(0x40)
        returndatacopy(free, 0, returndatasize())
        revert(free, returndatasize())
      }
    }
  }
}
