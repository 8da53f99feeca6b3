// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SlotDerivation} from "@openzeppelin/contracts/utils/SlotDerivation.sol";
import {TransientSlot} from "@openzeppelin/contracts/utils/TransientSlot.sol";

import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {AccountId} from "../types/AccountId.sol";

/// @title AccountBatch
/// @notice How calls for accounts run: one by itself, checked at once, or several in a batch, checked at its end; and
/// what a batch would come to.
/// @dev A batch calls this contract's own code by delegation, so that the caller stays who he is. Each step is
/// announced by a mark that the entry takes away before it does anything else: whoever calls in from outside while a
/// batch runs finds no mark, and the guard shut.
abstract contract AccountBatch is IMarginEngine, ReentrancyGuardTransient {
  using SlotDerivation for bytes32;
  using TransientSlot for bytes32;
  using TransientSlot for TransientSlot.BooleanSlot;
  using TransientSlot for TransientSlot.Bytes32Slot;

  /// @dev Most accounts that a batch can leave in need of a check.
  uint256 internal constant MAX_ACCOUNTS = 8;
  /// @dev keccak256("bulkhead.margin.touched") less one: where the accounts are listed that a batch has touched.
  bytes32 private constant TOUCHED = bytes32(uint256(keccak256("bulkhead.margin.touched")) - 1);
  /// @dev A selector.
  uint256 private constant SELECTOR_BYTES = 4;

  /// @dev Whether a batch runs, and whether the call that comes next is its own.
  bool private transient _inBatch;
  bool private transient _isStep;
  /// @dev How many accounts the batch has touched.
  uint8 private transient _touched;

  /// @dev Every entry that changes an account: a step of a batch, or a call by itself under the guard.
  modifier entry() {
    bool isStep = _isStep;
    if (isStep) {
      _isStep = false;
    } else {
      require(!_reentrancyGuardEntered(), ReentrancyGuardReentrantCall());
      _reentrancyGuardStorageSlot().asBoolean().tstore(true);
    }
    _;
    if (!isStep) _reentrancyGuardStorageSlot().asBoolean().tstore(false);
  }

  /// @inheritdoc IMarginEngine
  function batch(bytes[] calldata calls) external nonReentrant returns (bytes[] memory results) {
    results = new bytes[](calls.length);
    _inBatch = true;
    for (uint256 i; i < calls.length; ++i) {
      _requireBatchable(bytes4(calls[i]));
      _isStep = true;
      results[i] = Address.functionDelegateCall(address(this), calls[i]);
    }
    _inBatch = false;
    uint256 count = _touched;
    _touched = 0;
    for (uint256 i; i < count; ++i) _checkAccount(AccountId.wrap(TOUCHED.offset(i).asBytes32().tload()));
  }

  /// @inheritdoc IMarginEngine
  function simulate(
    bytes[] calldata calls,
    AccountId[] calldata accounts
  ) external returns (bool, bytes memory, bytes[] memory, Account[] memory) {
    // It never returns: a failed call leaves nothing behind.
    (, bytes memory answer) = address(this).delegatecall(abi.encodeCall(this.tryBatch, (calls, accounts)));
    bool told = answer.length >= SELECTOR_BYTES && bytes4(answer) == Simulated.selector;
    assembly ("memory-safe") {
      // Behind the selector lie the very words that are to be returned.
      if told {
        return(add(answer, 0x24), sub(mload(answer), 4))
      }
      revert(add(answer, 0x20), mload(answer))
    }
  }

  /// @inheritdoc IMarginEngine
  function tryBatch(bytes[] calldata calls, AccountId[] calldata accounts) external {
    (bool ok, bytes memory answer) = address(this).delegatecall(abi.encodeCall(this.batch, (calls)));
    if (!ok) revert Simulated(false, answer, new bytes[](0), new Account[](0));
    Account[] memory afterwards = new Account[](accounts.length);
    for (uint256 i; i < accounts.length; ++i) afterwards[i] = accountOf(accounts[i]);
    revert Simulated(true, "", abi.decode(answer, (bytes[])), afterwards);
  }

  /// @inheritdoc IMarginEngine
  function accountOf(AccountId account) public view virtual returns (Account memory);

  /// @notice Requires of an account, as it is stored, all that an account must satisfy.
  function _checkAccount(AccountId account) internal view virtual;

  /// @notice Whether the account that was changed is checked later, at the end of the batch that runs.
  function _isDeferred(AccountId account) internal returns (bool) {
    if (!_inBatch) return false;
    uint256 count = _touched;
    for (uint256 i; i < count; ++i) {
      if (TOUCHED.offset(i).asBytes32().tload() == AccountId.unwrap(account)) return true;
    }
    require(count < MAX_ACCOUNTS, TooManyAccounts(MAX_ACCOUNTS));
    TOUCHED.offset(count).asBytes32().tstore(AccountId.unwrap(account));
    _touched = uint8(count + 1);
    return true;
  }

  /// @dev Each of these takes the mark away: see `entry`.
  function _requireBatchable(bytes4 selector) private pure {
    require(selector != this.batch.selector && selector != this.simulate.selector, NestedBatch());
    bool batchable =
      selector == this.deposit.selector ||
        selector == this.withdraw.selector ||
        selector == this.trade.selector ||
        selector == this.surrender.selector ||
        selector == this.issue.selector ||
        selector == this.move.selector ||
        selector == this.settleAccount.selector;
    require(batchable, NotBatchable(selector));
  }
}
