// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {VaultLayout} from "./VaultLayout.sol";

/// @title OperationsBase
/// @notice What every part of `VaultOperations` stands on: the vault's storage and its guard (both are the vault's own, as
/// the code runs there by delegation), and the vault's immutables, asked of the vault itself.
abstract contract OperationsBase is VaultLayout, ReentrancyGuardTransient {
  /// @dev No authority of its own: under delegation the vault's is asked, called directly nobody has any right.
  constructor() AccessManaged(address(0)) {}

  /// @dev Under delegation this is the vault; called by itself, there is nobody to answer.
  function _vault() internal view returns (IOptionVault) {
    return IOptionVault(address(this));
  }
}
