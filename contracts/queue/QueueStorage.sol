// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";
import {RequestLine} from "./RequestList.sol";
import {ShareHolder} from "./ShareHolder.sol";

/// @notice The requests of one epoch, as totals (see `IRedeemQueue.BatchInfo`).
/// @dev Words 0 and 1 are written by every batch's first request, so that a fill pays for no new word. `sums` is read only for
/// levels that a fill excludes; level 0 is what the others leave of `requested`.
struct Batch {
  uint128 requested;
  uint128 filled;
  uint128 assets;
  uint32 levels;
  uint8 excludedFrom;
  bool closed;
  uint64 filledAt;
  uint128 referencePrice;
  uint128[32] sums;
}

/// @title QueueStorage
/// @notice What a redeem queue is made of, its clock, and where its shares go.
abstract contract QueueStorage is IRedeemQueue, ReentrancyGuardTransient {
  using SafeERC20 for IERC4626;

  uint256 internal constant MIN_EPOCH_LENGTH = 1 hours;
  uint256 internal constant MAX_EPOCH_LENGTH = 7 days;

  /// @dev The vault as what it is to holders; the same address as `vault`.
  IERC4626 internal immutable SHARE;
  /// @inheritdoc IRedeemQueue
  IOptionVault public immutable vault;
  /// @inheritdoc IRedeemQueue
  address public immutable holder;
  /// @inheritdoc IRedeemQueue
  uint256 public immutable epochLength;
  /// @inheritdoc IRedeemQueue
  uint256 public immutable minimumRequest;
  /// @dev Share units of a whole share.
  uint256 internal immutable WHOLE_SHARE;
  /// @dev WAD per token unit.
  uint256 internal immutable SCALE;

  uint248 private _custody;
  /// @dev Whether the vault has been told that requests wait.
  bool private _waiting;
  mapping(uint256 epoch => Batch) internal _batches;
  mapping(address controller => RequestLine) internal _lines;
  mapping(address controller => mapping(address operator => bool)) internal _operators;

  constructor(IOptionVault vault_, uint256 epochLength_, uint256 minimumRequest_) {
    require(
      epochLength_ >= MIN_EPOCH_LENGTH && epochLength_ <= MAX_EPOCH_LENGTH,
      EpochLengthOutOfBounds(epochLength_, MIN_EPOCH_LENGTH, MAX_EPOCH_LENGTH)
    );
    require(minimumRequest_ != 0, ZeroAmount());
    (vault, SHARE) = (vault_, IERC4626(address(vault_)));
    holder = address(new ShareHolder(SHARE));
    (epochLength, minimumRequest) = (epochLength_, minimumRequest_);
    WHOLE_SHARE = 10 ** SHARE.decimals();
    SCALE = vault_.scale();
  }

  /// @inheritdoc IRedeemQueue
  function currentEpoch() public view returns (uint256) {
    return block.timestamp / epochLength;
  }

  /// @inheritdoc IRedeemQueue
  function custody() external view returns (uint256) {
    return _custody;
  }

  /// @inheritdoc IRedeemQueue
  function activeClaim() external view returns (uint256 shares, uint256 epoch) {
    epoch = currentEpoch() - 1;
    Batch storage batch = _batches[epoch];
    if (batch.filledAt == 0) shares = batch.requested;
  }

  /// @inheritdoc IRedeemQueue
  function batchOf(uint256 epoch) external view returns (BatchInfo memory) {
    Batch storage batch = _batches[epoch];
    return
      BatchInfo({
        requested: batch.requested,
        filled: batch.filled,
        assets: batch.assets,
        referencePrice: batch.referencePrice,
        excludedFrom: batch.excludedFrom,
        levels: batch.levels,
        filledAt: batch.filledAt,
        closed: batch.closed
      });
  }

  /// @notice WAD collateral per whole share, rounded down.
  function _priceOf(uint256 assets, uint256 shares) internal view returns (uint256) {
    return Math.mulDiv(assets * SCALE, WHOLE_SHARE, shares);
  }

  /// @notice Shares of requests came in.
  function _enterCustody(uint256 shares) internal {
    _custody += uint248(shares);
  }

  /// @notice Shares of requests were redeemed, or go to the holder.
  function _leaveCustody(uint256 shares) internal {
    _custody -= uint248(shares);
  }

  /// @notice Tells the vault whether to ask what requests claim, where that changed.
  function _tellWaiting(bool waiting) internal {
    if (waiting == _waiting) return;
    _waiting = waiting;
    vault.setRequestsWaiting(waiting);
  }

  /// @notice Moves shares of requests to where they stand before nobody.
  function _setApart(uint256 shares) internal {
    _leaveCustody(shares);
    SHARE.safeTransfer(holder, shares);
  }

  /// @inheritdoc IRedeemQueue
  function sweep() external nonReentrant returns (uint256 shares) {
    shares = SHARE.balanceOf(address(this)) - _custody;
    require(shares != 0, ZeroAmount());
    emit SurplusSwept(shares);
    SHARE.safeTransfer(holder, shares);
  }

  /// @notice Requires that the caller may act for `account`.
  function _checkOperator(address account) internal view {
    require(msg.sender == account || _operators[account][msg.sender], NotOperator(account, msg.sender));
  }
}
