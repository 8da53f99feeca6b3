// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IERC7540Operator
/// @notice ERC-7540's operators: accounts that manage every request of another. ERC-165 id 0xe3bc4e65.
interface IERC7540Operator {
  event OperatorSet(address indexed controller, address indexed operator, bool approved);

  /// @notice Lets `operator` request, claim and renew for the caller, or no longer.
  /// @return always true
  function setOperator(address operator, bool approved) external returns (bool);

  function isOperator(address controller, address operator) external view returns (bool status);
}

/// @title IERC7540Redeem
/// @notice ERC-7540's asynchronous redemption. ERC-165 id 0x620ee8e4.
interface IERC7540Redeem {
  event RedeemRequest(
    address indexed controller,
    address indexed owner,
    uint256 indexed requestId,
    address sender,
    uint256 shares
  );

  /// @notice Takes `shares` from `owner` to redeem them later; `controller` may claim what comes of it.
  function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256 requestId);

  /// @notice Shares of a request that still wait to be redeemed.
  function pendingRedeemRequest(uint256 requestId, address controller) external view returns (uint256 pendingShares);

  /// @notice Shares of a request that have been redeemed and not yet claimed.
  function claimableRedeemRequest(
    uint256 requestId,
    address controller
  ) external view returns (uint256 claimableShares);
}
