// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";
import {LevelSums, LevelSumsLibrary} from "./LevelSums.sol";
import {RequestLine} from "./RequestList.sol";
import {ShareHolder} from "./ShareHolder.sol";

/// @notice The requests of one epoch, as totals (see `IRedeemQueue.BatchInfo`).
/// @dev Words 0 and 1 are written by every batch's first request, so that a fill pays for no new word. `groups` says which of
/// the groups of `levels` are in use; a request without a minimum marks the first. `levels` is read only for the highest
/// level and for those that a fill leaves out; level 0 is what the others leave of `requested`.
struct Batch {
  uint128 requested;
  uint128 filled;
  uint128 assets;
  uint64 groups;
  uint40 filledAt;
  uint16 excludedFrom;
  bool closed;
  LevelSums levels;
}

/// @title QueueStorage
/// @notice What a redeem queue is made of, its clock, where its shares go, and what its requests claim.
abstract contract QueueStorage is IRedeemQueue, ReentrancyGuardTransient {
  using LevelSumsLibrary for LevelSums;
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
  /// @dev The vault's collateral and its option token: nothing sent there comes back.
  address private immutable COLLATERAL;
  address private immutable OPTION_TOKEN;

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
    (COLLATERAL, OPTION_TOKEN) = (address(vault_.collateral()), address(vault_.optionToken()));
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
  /// @dev No reentrancy guard: the vault asks in the middle of a fill, too, and reads the claim as it was before it.
  function activeClaim() external view returns (uint256 shares, uint256 epoch) {
    epoch = currentEpoch() - 1;
    shares = _claimOf(_batches[epoch]);
  }

  /// @inheritdoc IRedeemQueue
  function batchOf(uint256 epoch) external view returns (BatchInfo memory) {
    Batch storage batch = _batches[epoch];
    return
      BatchInfo({
        requested: batch.requested,
        filled: batch.filled,
        assets: batch.assets,
        highestLevel: batch.levels.highest(batch.groups),
        excludedFrom: batch.excludedFrom,
        filledAt: batch.filledAt,
        closed: batch.closed
      });
  }

  /// @inheritdoc IRedeemQueue
  function sweep() external nonReentrant returns (uint256 shares) {
    shares = SHARE.balanceOf(address(this)) - _custody;
    require(shares != 0, ZeroAmount());
    emit SurplusSwept(shares);
    SHARE.safeTransfer(holder, shares);
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

  /// @notice Moves shares of requests to where they stand before nobody.
  function _setApart(uint256 shares) internal {
    _leaveCustody(shares);
    SHARE.safeTransfer(holder, shares);
  }

  /// @notice Tells the vault whether to ask what requests claim, where that changed: from the first request of an epoch until no
  /// batch claims, or will when its epoch ends. An epoch that ends unfilled tells nobody by itself: then the vault asks,
  /// and hears that nothing claims, until somebody comes by.
  function _tellWaiting() internal {
    uint256 current = currentEpoch();
    bool waiting = _claimOf(_batches[current]) != 0 || _claimOf(_batches[current - 1]) != 0;
    if (waiting == _waiting) return;
    _waiting = waiting;
    vault.setRequestsWaiting(waiting);
  }

  /// @notice Requires that the caller may act for `account`.
  function _checkOperator(address account) internal view {
    require(msg.sender == account || _operators[account][msg.sender], NotOperator(account, msg.sender));
  }

  /// @notice Requires that `receiver` can use what it gets, as far as can be known.
  function _checkReceiver(address receiver) internal view {
    bool isLost =
      receiver == address(0) ||
        receiver == address(vault) ||
        receiver == address(this) ||
        receiver == holder ||
        receiver == COLLATERAL ||
        receiver == OPTION_TOKEN;
    require(!isLost, InvalidReceiver(receiver));
  }

  /// @dev Shares that claim once the batch's epoch has ended: all, until the first fill has ended.
  function _claimOf(Batch storage batch) private view returns (uint256) {
    return batch.filledAt == 0 ? batch.requested : 0;
  }
}
