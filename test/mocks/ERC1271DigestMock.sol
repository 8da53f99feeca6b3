// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice A contract that signs what it has approved beforehand, with a signature of any length, empty ones too.
contract ERC1271DigestMock is IERC1271 {
  mapping(bytes32 digest => bytes32 signatureHash) private _approved;

  function approve(bytes32 digest, bytes32 signatureHash) external {
    _approved[digest] = signatureHash;
  }

  function isValidSignature(bytes32 digest, bytes memory signature) external view returns (bytes4) {
    return _approved[digest] == keccak256(signature) ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
  }
}
