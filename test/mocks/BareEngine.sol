// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {IVaultClearing} from "../../contracts/interfaces/IVaultClearing.sol";
import {Leg} from "../../contracts/types/Leg.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";

/// @notice An engine without accounts, which does whatever anyone asks of it: what a vault must withstand.
contract BareEngine {
  IVaultClearing private immutable VAULT;

  constructor(IOptionVault vault) {
    VAULT = IVaultClearing(address(vault));
  }

  /// @dev Sends `amount` of its tokens to the vault and counts them as pledge.
  function pledge(uint256 amount) external {
    IERC20 token = IOptionVault(address(VAULT)).collateral();
    require(token.transfer(address(VAULT), amount));
    VAULT.pledge(amount);
  }

  /// @dev Counts as pledge what it never sent.
  function pretend(uint256 amount) external {
    VAULT.pledge(amount);
  }

  function unpledge(uint256 amount, address receiver) external {
    VAULT.unpledge(amount, receiver);
  }

  function clear(Leg[] calldata legs, uint256 closing, int256 maxPremium) external returns (int256) {
    return VAULT.clear(legs, closing, maxPremium);
  }

  function surrender(SeriesId id, uint256 quantity, address owner) external {
    VAULT.surrender(id, quantity, owner);
  }

  function issue(SeriesId id, uint256 quantity, address receiver) external {
    VAULT.issue(id, quantity, receiver);
  }
}
