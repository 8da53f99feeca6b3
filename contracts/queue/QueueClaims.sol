// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IERC7540Redeem} from "../interfaces/IERC7540.sol";
import {IERC7575} from "../interfaces/IERC7575.sol";
import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";
import {PriceLevels} from "./PriceLevels.sol";
import {QueueFilling} from "./QueueFilling.sol";
import {Batch} from "./QueueStorage.sol";
import {Request, RequestLine, RequestList} from "./RequestList.sol";

/// @title QueueClaims
/// @notice What each request has come to. Entitlements are shares of a batch's totals, rounded down, less what was claimed:
/// a batch never owes more than its fills set aside, whoever claims when and in what pieces.
abstract contract QueueClaims is QueueFilling {
  using RequestList for RequestLine;
  using SafeCast for uint256;
  using SafeERC20 for IERC4626;

  /// @dev One request as it stands now.
  struct Standing {
    /// Filled and not yet claimed: shares, and token units for them.
    uint256 shares;
    uint256 assets;
    /// Not filled, and not yet taken back.
    uint256 unfilled;
    /// No fill can change it any more.
    bool isFinal;
  }

  /// @inheritdoc IRedeemQueue
  function claim(
    uint256 requestId,
    address receiver,
    address controller
  ) external nonReentrant returns (uint256 assets, uint256 shares) {
    _checkOperator(controller);
    _checkReceiver(receiver);
    Standing memory s = _standing(requestId, controller);
    assets = s.assets;
    shares = s.isFinal ? s.unfilled : 0;
    require(assets != 0 || shares != 0, NothingToClaim(requestId, controller));
    uint256 redeemed = s.shares;
    if (shares != 0) _takeBack(requestId, controller, receiver, s);
    _book(requestId, controller, redeemed, assets, s);
    if (shares != 0) {
      _tellWaiting();
      SHARE.safeTransferFrom(holder, receiver, shares);
    }
    if (assets != 0) _pay(receiver, controller, assets, redeemed);
  }

  /// @inheritdoc IRedeemQueue
  function renew(
    uint256 requestId,
    address controller,
    uint256 minimum
  ) external nonReentrant returns (uint256 newRequestId) {
    _checkOperator(controller);
    Standing memory s = _standing(requestId, controller);
    uint256 shares = s.isFinal ? s.unfilled : 0;
    require(shares != 0, NothingToReturn(requestId, controller));
    _takeBack(requestId, controller, address(this), s);
    _book(requestId, controller, 0, 0, s);
    newRequestId = _enter(controller, shares, minimum);
    emit RedeemRequest(controller, controller, newRequestId, msg.sender, shares);
    SHARE.safeTransferFrom(holder, address(this), shares);
  }

  /// @inheritdoc IRedeemQueue
  function giveBack(uint256 requestId, address controller) external nonReentrant returns (uint256 shares) {
    _checkReceiver(controller);
    Standing memory s = _standing(requestId, controller);
    shares = s.isFinal ? s.unfilled : 0;
    require(shares != 0, NothingToReturn(requestId, controller));
    _takeBack(requestId, controller, controller, s);
    _book(requestId, controller, 0, 0, s);
    _tellWaiting();
    SHARE.safeTransferFrom(holder, controller, shares);
  }

  /// @inheritdoc IERC7575
  /// @dev The controller's requests, oldest first. `owner` of ERC-4626 is ERC-7540's controller.
  function redeem(uint256 shares, address receiver, address controller) external nonReentrant returns (uint256 assets) {
    _checkOperator(controller);
    _checkReceiver(receiver);
    require(shares != 0, ZeroAmount());
    RequestLine storage line = _lines[controller];
    uint256 left = shares;
    uint256 id = line.first;
    while (left != 0) {
      require(id != 0, SharesAboveClaimable(shares, shares - left));
      uint256 next = line.requests[id].next;
      Standing memory s = _standing(id, controller);
      if (s.shares != 0) {
        uint256 taken = Math.min(s.shares, left);
        uint256 paid = taken == s.shares ? s.assets : Math.mulDiv(s.assets, taken, s.shares);
        _book(id, controller, taken, paid, s);
        left -= taken;
        assets += paid;
      }
      id = next;
    }
    require(assets != 0, ZeroAmount());
    _pay(receiver, controller, assets, shares);
  }

  /// @inheritdoc IERC7575
  function withdraw(
    uint256 assets,
    address receiver,
    address controller
  ) external nonReentrant returns (uint256 shares) {
    _checkOperator(controller);
    _checkReceiver(receiver);
    require(assets != 0, ZeroAmount());
    RequestLine storage line = _lines[controller];
    uint256 left = assets;
    uint256 id = line.first;
    while (left != 0) {
      require(id != 0, AssetsAboveClaimable(assets, assets - left));
      uint256 next = line.requests[id].next;
      Standing memory s = _standing(id, controller);
      if (s.assets != 0) {
        uint256 paid = Math.min(s.assets, left);
        uint256 taken = Math.mulDiv(s.shares, paid, s.assets, Math.Rounding.Ceil);
        _book(id, controller, taken, paid, s);
        left -= paid;
        shares += taken;
      }
      id = next;
    }
    _pay(receiver, controller, assets, shares);
  }

  /// @inheritdoc IERC7540Redeem
  function pendingRedeemRequest(uint256 requestId, address controller) external view returns (uint256) {
    Standing memory s = _standing(requestId, controller);
    return s.isFinal ? 0 : s.unfilled;
  }

  /// @inheritdoc IERC7540Redeem
  function claimableRedeemRequest(uint256 requestId, address controller) external view returns (uint256) {
    return _standing(requestId, controller).shares;
  }

  /// @inheritdoc IRedeemQueue
  function standingOf(
    uint256 requestId,
    address controller
  ) external view returns (uint256 claimable, uint256 assets, uint256 pending, uint256 returnable) {
    Standing memory s = _standing(requestId, controller);
    (claimable, assets) = (s.shares, s.assets);
    if (s.isFinal) returnable = s.unfilled;
    else pending = s.unfilled;
  }

  /// @inheritdoc IERC7575
  function maxRedeem(address controller) external view returns (uint256 shares) {
    (shares, ) = _claimableOf(controller);
  }

  /// @inheritdoc IERC7575
  function maxWithdraw(address controller) external view returns (uint256 assets) {
    (, assets) = _claimableOf(controller);
  }

  function _claimableOf(address controller) private view returns (uint256 shares, uint256 assets) {
    RequestLine storage line = _lines[controller];
    for (uint256 id = line.first; id != 0; id = line.requests[id].next) {
      Standing memory s = _standing(id, controller);
      shares += s.shares;
      assets += s.assets;
    }
  }

  function _standing(uint256 requestId, address controller) private view returns (Standing memory s) {
    Request storage request = _lines[controller].requests[requestId];
    uint256 requested = request.shares;
    if (requested == 0) return s;
    (uint256 epoch, uint256 level) = PriceLevels.parts(requestId);
    Batch storage batch = _batches[epoch];
    uint256 excludedFrom = batch.excludedFrom;
    if (excludedFrom != 0 && level >= excludedFrom) {
      (s.unfilled, s.isFinal) = (requested, true);
      return s;
    }
    (uint256 total, uint256 filled) = (batch.requested, batch.filled);
    s.isFinal = filled == total || _isOver(epoch, currentEpoch());
    s.shares = Math.mulDiv(requested, filled, total) - request.claimedShares;
    s.assets = Math.mulDiv(requested, batch.assets, total) - request.claimedAssets;
    if (!request.isReturned) s.unfilled = Math.mulDiv(requested, total - filled, total);
  }

  /// @dev Takes the unfilled part out of the request's standing, once it lies with the holder.
  function _takeBack(uint256 requestId, address controller, address receiver, Standing memory s) private {
    (uint256 epoch, ) = PriceLevels.parts(requestId);
    // What a fill excluded lies there already; then the batch may still be filled.
    if (_isOver(epoch, currentEpoch())) _closeOnce(epoch);
    _lines[controller].requests[requestId].isReturned = true;
    emit SharesReturned(requestId, controller, receiver, s.unfilled);
    s.unfilled = 0;
  }

  /// @notice Books a claim of `shares` for `assets`; a request of which nothing is left goes.
  function _book(uint256 requestId, address controller, uint256 shares, uint256 assets, Standing memory s) private {
    RequestLine storage line = _lines[controller];
    s.shares -= shares;
    s.assets -= assets;
    if (s.isFinal && s.shares == 0 && s.assets == 0 && s.unfilled == 0) {
      line.remove(requestId);
    } else if (shares != 0 || assets != 0) {
      // Either by itself, too: where a share is worth many token units, few of them round to no share.
      Request storage request = line.requests[requestId];
      request.claimedShares += shares.toUint128();
      request.claimedAssets += assets.toUint128();
    }
  }

  function _pay(address receiver, address controller, uint256 assets, uint256 shares) private {
    emit Withdraw(msg.sender, receiver, controller, assets, shares);
    vault.releaseEscrow(receiver, assets);
  }
}
