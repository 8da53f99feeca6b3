// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {AccountId} from "../types/AccountId.sol";

/// @title AccountRights
/// @notice Who may act for an account: its owner, and his operators unless he has frozen them. An operator may do all
/// that the owner can, paying out to himself included.
abstract contract AccountRights is IMarginEngine, EIP712, NoncesKeyed {
  /// @dev `turns` counts the owner's freezes and thaws. It is the key of his nonces, so that each voids every permit
  /// signed before it, with whatever nonce.
  struct Lockdown {
    bool isLocked;
    uint192 turns;
  }

  bytes32 private constant OPERATOR_PERMIT = keccak256(
    "OperatorPermit(address owner,address operator,bool approved,uint256 nonce,uint256 deadline)"
  );

  mapping(address owner => mapping(address operator => bool approved)) private _operators;
  mapping(address owner => Lockdown lockdown) private _lockdowns;

  constructor() EIP712("Bulkhead MarginEngine", "1") {}

  /// @inheritdoc IMarginEngine
  function setOperator(address operator, bool approved) external {
    _setOperator(msg.sender, operator, approved);
  }

  /// @inheritdoc IMarginEngine
  function permitOperator(
    address owner,
    address operator,
    bool approved,
    uint256 deadline,
    bytes calldata signature
  ) external {
    require(block.timestamp <= deadline, DeadlinePassed(deadline, block.timestamp));
    uint256 nonce = _useNonce(owner, _lockdowns[owner].turns);
    bytes32 digest = _hashTypedDataV4(
      keccak256(abi.encode(OPERATOR_PERMIT, owner, operator, approved, nonce, deadline))
    );
    require(SignatureChecker.isValidSignatureNow(owner, digest, signature), InvalidSignature(owner));
    _setOperator(owner, operator, approved);
  }

  /// @inheritdoc IMarginEngine
  function setLockdown(bool locked) external {
    Lockdown storage lockdown = _lockdowns[msg.sender];
    (lockdown.isLocked, lockdown.turns) = (locked, lockdown.turns + 1);
    emit LockdownSet(msg.sender, locked);
  }

  /// @inheritdoc IMarginEngine
  function isAuthorised(AccountId account, address caller) public view returns (bool) {
    address owner = account.ownerOf();
    return caller == owner || (_operators[owner][caller] && !_lockdowns[owner].isLocked);
  }

  /// @inheritdoc IMarginEngine
  function isOperator(address owner, address operator) external view returns (bool) {
    return _operators[owner][operator];
  }

  /// @inheritdoc IMarginEngine
  function isLockedDown(address owner) external view returns (bool) {
    return _lockdowns[owner].isLocked;
  }

  /// @inheritdoc IMarginEngine
  function nonces(address owner) public view virtual override(IMarginEngine, Nonces) returns (uint256) {
    uint192 turns = _lockdowns[owner].turns;
    return turns == 0 ? super.nonces(owner) : nonces(owner, turns);
  }

  function _requireAuthorised(AccountId account) internal view {
    require(isAuthorised(account, msg.sender), NotAuthorised(account, msg.sender));
  }

  function _setOperator(address owner, address operator, bool approved) private {
    _operators[owner][operator] = approved;
    emit OperatorSet(owner, operator, approved);
  }
}
