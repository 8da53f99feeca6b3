// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";

import {IERC7540Operator, IERC7540Redeem} from "../interfaces/IERC7540.sol";
import {IERC7575} from "../interfaces/IERC7575.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";
import {QueueClaims} from "./QueueClaims.sol";
import {QueueStorage} from "./QueueStorage.sol";

/// @title RedeemQueue
/// @notice The way out of one vault that waits its turn. See `IRedeemQueue` for what it does; it is put together from
///
/// - `QueueStorage`   batches, the clock, where shares go, what claims
/// - `QueueRequests`  taking requests, at levels of minimum price (`PriceLevels`, summed in `LevelSums`), into lists
///                    (`RequestList`)
/// - `QueueFilling`   redeeming a batch as totals
/// - `QueueClaims`    what each request has come to
///
/// It holds shares, never collateral: what fills set aside stays in the vault, as escrow outside NAV. It has no owner, no
/// parameter that moves and no way to stop claims.
///
/// What protects a fill from whoever calls it: not in a block in which the vault traded, not twice in a block; the vault's
/// price is its oracle's less a band as wide as the feeds are uncertain, and fails where they are stale; leavers bear no rent
/// of what was locked after their epoch closed; requests with a minimum are left out below it. What protects everybody else
/// from requests: a request is at most what its owner has, claims from its epoch's close to the first fill, which anyone may
/// call, and everyone may join it and get the same part.
contract RedeemQueue is QueueClaims, ERC165 {
  /// @param vault_ must register this queue (`registerQueue`) before it takes requests
  /// @param epochLength_ seconds, one hour to seven days
  /// @param minimumRequest_ share units, not zero: against dust
  constructor(
    IOptionVault vault_,
    uint256 epochLength_,
    uint256 minimumRequest_
  ) QueueStorage(vault_, epochLength_, minimumRequest_) {}

  /// @inheritdoc ERC165
  function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
    return
      interfaceId == type(IERC7540Operator).interfaceId ||
      interfaceId == type(IERC7540Redeem).interfaceId ||
      interfaceId == type(IERC7575).interfaceId ||
      interfaceId == type(IRedeemQueue).interfaceId ||
      super.supportsInterface(interfaceId);
  }

  /// @inheritdoc IERC7575
  function asset() external view returns (address) {
    return SHARE.asset();
  }

  /// @inheritdoc IERC7575
  function share() external view returns (address) {
    return address(SHARE);
  }

  /// @inheritdoc IERC7575
  /// @dev The vault's, as the share is.
  function totalAssets() external view returns (uint256) {
    return SHARE.totalAssets();
  }

  /// @inheritdoc IERC7575
  function convertToShares(uint256 assets) external view returns (uint256) {
    return SHARE.convertToShares(assets);
  }

  /// @inheritdoc IERC7575
  function convertToAssets(uint256 shares) external view returns (uint256) {
    return SHARE.convertToAssets(shares);
  }

  /// @inheritdoc IERC7575
  /// @dev ERC-7540: previews of an asynchronous flow revert for everyone.
  function previewRedeem(uint256) external pure returns (uint256) {
    revert NoPreview();
  }

  /// @inheritdoc IERC7575
  function previewWithdraw(uint256) external pure returns (uint256) {
    revert NoPreview();
  }

  /// @inheritdoc IERC7575
  function maxDeposit(address) external pure returns (uint256) {
    return 0;
  }

  /// @inheritdoc IERC7575
  function maxMint(address) external pure returns (uint256) {
    return 0;
  }

  /// @inheritdoc IERC7575
  function previewDeposit(uint256) external view returns (uint256) {
    revert DepositAtVault(address(vault));
  }

  /// @inheritdoc IERC7575
  function previewMint(uint256) external view returns (uint256) {
    revert DepositAtVault(address(vault));
  }

  /// @inheritdoc IERC7575
  function deposit(uint256, address) external view returns (uint256) {
    revert DepositAtVault(address(vault));
  }

  /// @inheritdoc IERC7575
  function mint(uint256, address) external view returns (uint256) {
    revert DepositAtVault(address(vault));
  }
}
