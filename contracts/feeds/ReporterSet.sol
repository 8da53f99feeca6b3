// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title ReporterSet
/// @notice Who may sign what a market is told, its surface or its spot price, how many must, and whether they did (attack
/// A20). The digest, and with it chain, contract and meaning, is the inheriting contract's.
abstract contract ReporterSet is AccessManaged {
  /// @notice Most reporters there can be.
  uint256 public constant MAX_REPORTERS = 16;

  uint256 private constant ECDSA_LENGTH = 65;
  uint256 private constant ADDRESS_LENGTH = 20;

  address[] private _reporters;
  uint256 private _threshold;
  mapping(address => bool) private _isReporter;

  /// @notice The reporters changed.
  event ReportersChanged(address[] reporters, uint256 threshold);

  /// @notice No reporter, or more than the most there can be.
  error ReporterCountOutOfBounds(uint256 count, uint256 most);
  /// @notice A threshold must be a majority of the reporters, and no more than all.
  error ThresholdOutOfBounds(uint256 threshold, uint256 reporters);
  /// @notice Reporters and signers ascend strictly by address.
  error NotAscending(address previous, address next);
  /// @notice Fewer signatures than the threshold, or more than there can be reporters.
  error SignatureCountOutOfBounds(uint256 count, uint256 threshold);
  /// @notice The signature is malformed: of the wrong length, or its s in the upper half order.
  error MalformedSignature(uint256 index);
  /// @notice The signer, or whoever a wrong signature recovers to, is not a reporter.
  error NotReporter(uint256 index, address signer);
  /// @notice The reporter contract does not confirm the signature.
  error SignatureRefused(uint256 index, address signer);

  constructor(address[] memory initialReporters, uint256 initialThreshold) {
    _setReporters(initialReporters, initialThreshold);
  }

  /// @notice Replaces the reporters and how many of them must sign.
  /// @param newReporters ascending, 1 .. `MAX_REPORTERS`
  /// @param newThreshold more than half of them
  function setReporters(address[] calldata newReporters, uint256 newThreshold) external restricted {
    _setReporters(newReporters, newThreshold);
  }

  /// @notice The reporters, ascending, and how many must sign.
  function reporters() external view returns (address[] memory, uint256 threshold) {
    return (_reporters, _threshold);
  }

  function _setReporters(address[] memory newReporters, uint256 newThreshold) private {
    uint256 count = newReporters.length;
    require(count != 0 && count <= MAX_REPORTERS, ReporterCountOutOfBounds(count, MAX_REPORTERS));
    require(2 * newThreshold > count && newThreshold <= count, ThresholdOutOfBounds(newThreshold, count));
    for (uint256 i = 0; i < _reporters.length; ++i) delete _isReporter[_reporters[i]];
    address previous;
    for (uint256 i = 0; i < count; ++i) {
      // The first comparison also keeps the zero address out.
      require(previous < newReporters[i], NotAscending(previous, newReporters[i]));
      previous = newReporters[i];
      _isReporter[previous] = true;
    }
    _reporters = newReporters;
    _threshold = newThreshold;
    emit ReportersChanged(newReporters, newThreshold);
  }

  /// @dev Reverts unless enough reporters signed, each once. Every signature must be good: one bad one refuses them all.
  function _checkSignatures(bytes32 digest, bytes[] calldata signatures) internal view {
    uint256 count = signatures.length;
    require(count >= _threshold && count <= MAX_REPORTERS, SignatureCountOutOfBounds(count, _threshold));
    address previous;
    for (uint256 i = 0; i < count; ++i) {
      address signer = _signer(i, digest, signatures[i]);
      require(previous < signer, NotAscending(previous, signer));
      previous = signer;
    }
  }

  /// @dev 65 bytes may be a key's signature or a contract's address and 45 bytes more. Nobody can make one pass for the other:
  /// that would take a key's r that begins with a given address, a search over 2¹⁶⁰.
  function _signer(uint256 index, bytes32 digest, bytes calldata signature) private view returns (address signer) {
    ECDSA.RecoverError failure;
    bool maybeKey = signature.length == ECDSA_LENGTH;
    if (maybeKey) {
      // OpenZeppelin refuses s in the upper half order: no second signature can be made from the first.
      (signer, failure, ) = ECDSA.tryRecoverCalldata(digest, signature);
      if (failure == ECDSA.RecoverError.NoError && _isReporter[signer]) return signer;
    } else {
      require(signature.length >= ADDRESS_LENGTH, MalformedSignature(index));
    }
    address claimed = address(bytes20(signature[:ADDRESS_LENGTH]));
    if (!_isReporter[claimed]) {
      require(failure == ECDSA.RecoverError.NoError, MalformedSignature(index));
      revert NotReporter(index, maybeKey ? signer : claimed);
    }
    require(
      claimed.code.length != 0 &&
        SignatureChecker.isValidERC1271SignatureNowCalldata(claimed, digest, signature[ADDRESS_LENGTH:]),
      SignatureRefused(index, claimed)
    );
    return claimed;
  }
}
