// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {Ledger, LedgerStorage} from "./Ledger.sol";
import {VaultContext} from "./VaultContext.sol";
import {VaultLayout} from "./VaultLayout.sol";

/// @title VaultBase
/// @notice What the vault and its modules share: storage, shares, guard, and the one boundary at which tokens cross.
abstract contract VaultBase is VaultLayout, ERC20, ReentrancyGuardTransient, VaultContext {
  using SafeERC20 for IERC20;

  uint256 internal constant WAD = 1e18;

  /// @dev The call's own data: what the access manager knows as a scheduled call.
  function _msgData() internal view virtual override returns (bytes calldata) {
    return msg.data[:msg.data.length - _termsBytes()];
  }

  /// @notice C, WAD.
  function _collateralWad(Ledger memory ledger) internal view returns (uint256) {
    return LedgerStorage.collateral(ledger) * _scale();
  }

  /// @notice WAD collateral to token units, rounded down: what the vault pays.
  function _toUnitsDown(uint256 wad) internal view returns (uint256) {
    return wad / _scale();
  }

  /// @notice WAD collateral to token units, rounded up: what the vault gets.
  function _toUnitsUp(uint256 wad) internal view returns (uint256) {
    return Math.ceilDiv(wad, _scale());
  }

  /// @notice amount·share, rounded down; `share` in WAD.
  function _shareOf(uint256 amount, uint256 share) internal pure returns (uint256) {
    return Math.mulDiv(amount, share, WAD);
  }

  /// @notice Pulls `amount` token units from `from`; short arrivals revert, since `held` has already counted them.
  function _pull(address from, uint256 amount) internal {
    uint256 before = _balance();
    _collateralToken().safeTransferFrom(from, address(this), amount);
    _checkArrived(before, amount);
  }

  /// @notice Requires that `amount` token units came in since the balance was `before`.
  function _checkArrived(uint256 before, uint256 amount) internal view {
    uint256 received = _balance() - before;
    require(received >= amount, IOptionVault.TransferShort(amount, received));
  }

  /// @notice Token units at this address, donations included.
  function _balance() internal view returns (uint256) {
    return _collateralToken().balanceOf(address(this));
  }

  function _push(address to, uint256 amount) internal {
    _collateralToken().safeTransfer(to, amount);
  }

  function _checkDeadline(uint256 deadline) internal view {
    require(block.timestamp <= deadline, IOptionVault.DeadlinePassed(deadline, block.timestamp));
  }

  /// @notice Refuses whom nobody could get it back from: zero, the vault, its option token, its collateral, its queue.
  function _checkReceiver(address receiver) internal view {
    bool isLost =
      receiver == address(0) ||
        receiver == address(this) ||
        receiver == address(_optionToken()) ||
        receiver == address(_collateralToken()) ||
        // A word that every call reads; the queue's own only where there is one.
        (_ledger.flags & LedgerStorage.HAS_QUEUE != 0 && receiver == _queue);
    require(!isLost, IOptionVault.BadReceiver(receiver));
  }

  function _bubble(bytes memory reason) internal pure {
    assembly ("memory-safe") {
      revert(add(reason, 0x20), mload(reason))
    }
  }
}
