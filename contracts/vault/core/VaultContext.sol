// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IExpiryPrice} from "../../interfaces/IExpiryPrice.sol";
import {IOptionToken} from "../../interfaces/IOptionToken.sol";
import {IPremiumOracle} from "../../interfaces/IPremiumOracle.sol";
import {OptionKind} from "../../types/OptionKind.sol";

/// @notice What a vault is made of, fixed at construction. A module gets it with the call, behind the call's own data.
/// @dev Static, so that it lies in calldata as it is encoded, word by word.
struct VaultTerms {
  IERC20 collateral;
  IPremiumOracle oracle;
  IExpiryPrice expiryPrice;
  IOptionToken optionToken;
  address feeRecipient;
  OptionKind kind;
  /// WAD per token unit: 10^(18 − decimals).
  uint256 scale;
  uint256 tickSize;
  uint256 lotSize;
  /// Seconds before expiry from which the settlement price is being averaged.
  uint256 averagingWindow;
  /// m: the least first deposit, token units.
  uint256 leastDeposit;
}

/// @title VaultContext
/// @notice The terms of the vault that is running, one at a time. The vault answers from its immutables, a module from the words
/// that the vault put behind the call (`ModuleContext`), so that both run the same code.
abstract contract VaultContext {
  /// @notice How many bytes of terms lie behind the call's own data.
  function _termsBytes() internal view virtual returns (uint256);
  function _collateralToken() internal view virtual returns (IERC20);
  function _oracle() internal view virtual returns (IPremiumOracle);
  function _optionToken() internal view virtual returns (IOptionToken);
  function _kind() internal view virtual returns (OptionKind);
  /// @notice WAD per token unit.
  function _scale() internal view virtual returns (uint256);
  function _tickSize() internal view virtual returns (uint256);
  function _lotSize() internal view virtual returns (uint256);
  function _averagingWindow() internal view virtual returns (uint256);
  /// @notice Token units.
  function _leastDeposit() internal view virtual returns (uint256);
}
