// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {VaultModules} from "../../contracts/types/VaultModules.sol";
import {OptionVault} from "../../contracts/vault/OptionVault.sol";
import {VaultLayout} from "../../contracts/vault/core/VaultLayout.sol";

/// @notice A vault with one line wrong: whoever gets shares gets one in a hundred too many.
contract GenerousVault is OptionVault {
  constructor(IOptionVault.Config memory config, VaultModules memory modules_) OptionVault(config, modules_) {}

  function _update(address from, address to, uint256 value) internal override {
    super._update(from, to, from == address(0) ? value + value / 100 : value);
  }
}

/// @notice Operations with one line wrong: what series lock that are parked leaves the lock and never reaches the reserve.
contract CarelessOperations is VaultLayout {
  address private immutable SOUND;

  constructor(address sound) AccessManaged(address(1)) {
    SOUND = sound;
  }

  fallback(bytes calldata input) external returns (bytes memory) {
    uint256 before = _parked.lock;
    (bool ok, bytes memory output) = SOUND.delegatecall(input);
    if (!ok) {
      assembly ("memory-safe") {
        revert(add(output, 0x20), mload(output))
      }
    }
    if (bytes4(input) == IOptionVault.relist.selector && _parked.lock > before) {
      // Of a vault whose collateral has 18 decimals.
      uint256 added = _parked.lock - before;
      _ledger.reserve -= uint128(added);
      _ledger.others -= uint96(added);
    }
    return output;
  }
}

/// @notice Clearing with one line wrong: settling reserves half of what is owed.
contract ForgetfulClearing is VaultLayout {
  address private immutable SOUND;

  constructor(address sound) AccessManaged(address(1)) {
    SOUND = sound;
  }

  fallback(bytes calldata input) external returns (bytes memory) {
    (bool ok, bytes memory output) = SOUND.delegatecall(input);
    if (!ok) {
      assembly ("memory-safe") {
        revert(add(output, 0x20), mload(output))
      }
    }
    if (bytes4(input) == IOptionVault.settle.selector) {
      uint128 half = uint128(abi.decode(output, (uint256)) / 2);
      _ledger.reserve -= half;
      _ledger.others -= uint96(half);
    }
    return output;
  }
}
