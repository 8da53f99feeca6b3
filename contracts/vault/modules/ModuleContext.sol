// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IExpiryPrice} from "../../interfaces/IExpiryPrice.sol";
import {IOptionToken} from "../../interfaces/IOptionToken.sol";
import {IPremiumOracle} from "../../interfaces/IPremiumOracle.sol";
import {OptionKind} from "../../types/OptionKind.sol";
import {VaultBase} from "../core/VaultBase.sol";

/// @title ModuleContext
/// @notice What every module stands on: the running vault's storage and guard (both are the vault's own, as the code runs there
/// by delegation), and its terms, read from behind the call's data, where only the vault's own code writes them.
///
/// One copy of a module serves all vaults of a version. It keeps nothing, knows no vault, and cannot destroy itself. Called
/// directly, with whatever terms, every state-changing entry reverts `NotDelegated`: there is no vault around it.
abstract contract ModuleContext is VaultBase {
  uint256 private constant TERMS_BYTES = 11 * 32;

  address private immutable SELF = address(this);

  /// @notice The module was called directly.
  error NotDelegated();

  modifier onlyDelegated() {
    require(address(this) != SELF, NotDelegated());
    _;
  }

  /// @dev No authority and no name of its own: under delegation the vault's are asked.
  constructor() AccessManaged(address(0)) ERC20("", "") {}

  function _termsBytes() internal pure override returns (uint256) {
    return TERMS_BYTES;
  }

  function _collateralToken() internal pure override returns (IERC20) {
    return IERC20(address(uint160(_word(0))));
  }

  function _oracle() internal pure override returns (IPremiumOracle) {
    return IPremiumOracle(address(uint160(_word(1))));
  }

  function _expiryPrice() internal pure returns (IExpiryPrice) {
    return IExpiryPrice(address(uint160(_word(2))));
  }

  function _optionToken() internal pure override returns (IOptionToken) {
    return IOptionToken(address(uint160(_word(3))));
  }

  function _feeRecipient() internal pure returns (address) {
    return address(uint160(_word(4)));
  }

  function _kind() internal pure override returns (OptionKind) {
    return OptionKind(_word(5));
  }

  function _scale() internal pure override returns (uint256) {
    return _word(6);
  }

  function _tickSize() internal pure override returns (uint256) {
    return _word(7);
  }

  function _lotSize() internal pure override returns (uint256) {
    return _word(8);
  }

  function _averagingWindow() internal pure override returns (uint256) {
    return _word(9);
  }

  function _leastDeposit() internal pure override returns (uint256) {
    return _word(10);
  }

  /// @dev One word of the terms, as `VaultTerms` orders them.
  function _word(uint256 index) private pure returns (uint256 word) {
    assembly ("memory-safe") {
      word := calldataload(add(sub(calldatasize(), TERMS_BYTES), shl(5, index)))
    }
  }
}
