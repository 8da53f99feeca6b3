// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title DevToken
/// @notice A plain ERC-20 with ERC-2612 permit, any decimals, and a faucet open to everyone.
/// @dev For local and test networks only: it has no value, since anyone mints it.
contract DevToken is ERC20Permit {
  uint8 private immutable DECIMALS;

  constructor(string memory name_, string memory symbol_, uint8 decimals_) ERC20(name_, symbol_) ERC20Permit(name_) {
    DECIMALS = decimals_;
  }

  /// @inheritdoc ERC20
  function decimals() public view override returns (uint8) {
    return DECIMALS;
  }

  /// @notice Gives `amount` new tokens to `to`.
  function mint(address to, uint256 amount) external {
    _mint(to, amount);
  }
}
