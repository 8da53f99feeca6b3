// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {OptionVault} from "../../contracts/vault/OptionVault.sol";
import {VaultLayout} from "../../contracts/vault/core/VaultLayout.sol";
import {VaultOperations} from "../../contracts/vault/modules/VaultOperations.sol";

/// @notice A vault with one line wrong: whoever gets shares gets one in a hundred too many.
contract GenerousVault is OptionVault {
  constructor(Config memory config, VaultOperations operations_) OptionVault(config, operations_) {}

  function _update(address from, address to, uint256 value) internal override {
    super._update(from, to, from == address(0) ? value + value / 100 : value);
  }
}

/// @notice Operations with one line wrong: settling reserves half of what is owed.
contract ForgetfulOperations is VaultLayout {
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
      _ledger.reserve -= uint128(abi.decode(output, (uint256)) / 2);
    }
    return output;
  }
}
