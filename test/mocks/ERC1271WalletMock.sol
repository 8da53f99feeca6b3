// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice A contract that signs with its owner's key, as a smart wallet does.
contract ERC1271WalletMock is IERC1271 {
  address public immutable owner;

  constructor(address owner_) {
    owner = owner_;
  }

  function isValidSignature(bytes32 hash, bytes memory signature) external view returns (bytes4) {
    (address signer, , ) = ECDSA.tryRecover(hash, signature);
    return signer == owner ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
  }
}
