// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {VaultState} from "../types/VaultState.sol";
import {VaultStorage} from "./VaultStorage.sol";

/// @title VaultForwarding
/// @notice Entries whose code is in `VaultOperations`. Rights are checked and the reentrancy guard is taken there,
/// against this vault's own authority and in its own transient storage.
abstract contract VaultForwarding is VaultStorage {
  /// @inheritdoc IOptionVault
  function openExpiry(uint256) external returns (uint256[] memory) {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function relist(uint256) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function settle(uint256) external returns (uint256) {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function trip(VaultState) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function collectFees() external returns (uint256) {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function releaseEscrow(address, uint256) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function tighten(VaultState) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function loosen(VaultState) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function registerQueue(address) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function scheduleRiskParams(RiskParams calldata, uint256) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function raiseStress(uint256) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function lowerStress(uint256) external {
    _forward();
  }

  /// @inheritdoc IOptionVault
  function setProtocolFee(uint256) external {
    _forward();
  }

  /// @dev Hands the whole call on and returns or reverts as it did. Ends the call: nothing after it would run, so that no
  /// modifier with an epilogue may stand before it.
  function _forward() private {
    address operations = address(OPERATIONS);
    assembly ("memory-safe") {
      let free := mload(0x40)
      calldatacopy(free, 0, calldatasize())
      let ok := delegatecall(gas(), operations, free, calldatasize(), 0, 0)
      returndatacopy(free, 0, returndatasize())
      if iszero(ok) {
        revert(free, returndatasize())
      }
      return(free, returndatasize())
    }
  }
}
