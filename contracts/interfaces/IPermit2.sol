// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IPermit2
/// @notice What Bulkhead uses of Permit2: one transfer on the owner's signature, which names the spender, that is the caller.
interface IPermit2 {
  /// @param token that the signature is for
  /// @param amount the most that may be taken, token units
  struct TokenPermissions {
    address token;
    uint256 amount;
  }

  /// @param nonce unordered: any that the owner has not used
  /// @param deadline unix seconds
  struct PermitTransferFrom {
    TokenPermissions permitted;
    uint256 nonce;
    uint256 deadline;
  }

  struct SignatureTransferDetails {
    address to;
    uint256 requestedAmount;
  }

  /// @notice Takes `requestedAmount` from the owner and uses the nonce up. Reverts with Permit2's own errors where the signature is not the
  /// owner's for this caller, is expired or used, or is for less.
  function permitTransferFrom(
    PermitTransferFrom calldata permit,
    SignatureTransferDetails calldata transferDetails,
    address owner,
    bytes calldata signature
  ) external;
}
