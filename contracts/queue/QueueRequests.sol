// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IERC7540Operator, IERC7540Redeem} from "../interfaces/IERC7540.sol";
import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";
import {Assessment} from "../types/Assessment.sol";
import {PriceLevels} from "./PriceLevels.sol";
import {Batch, QueueStorage} from "./QueueStorage.sol";
import {RequestLine, RequestList} from "./RequestList.sol";
import {ShareMath} from "../vault/core/ShareMath.sol";

/// @title QueueRequests
/// @notice Taking requests into the batch that is open.
abstract contract QueueRequests is QueueStorage {
  using RequestList for RequestLine;
  using SafeCast for uint256;
  using SafeERC20 for IERC4626;

  /// @inheritdoc IERC7540Operator
  function setOperator(address operator, bool approved) external returns (bool) {
    _operators[msg.sender][operator] = approved;
    emit OperatorSet(msg.sender, operator, approved);
    return true;
  }

  /// @inheritdoc IERC7540Operator
  function isOperator(address controller, address operator) external view returns (bool) {
    return _operators[controller][operator];
  }

  /// @inheritdoc IERC7540Redeem
  function requestRedeem(
    uint256 shares,
    address controller,
    address owner
  ) external nonReentrant returns (uint256 requestId) {
    return _requestFrom(owner, controller, shares, 0);
  }

  /// @inheritdoc IRedeemQueue
  function requestRedeem(
    uint256 shares,
    address controller,
    address owner,
    uint256 minimum
  ) external nonReentrant returns (uint256 requestId) {
    return _requestFrom(owner, controller, shares, minimum);
  }

  /// @inheritdoc IRedeemQueue
  function minimumPriceOf(uint256 requestId) external view returns (uint256) {
    (uint256 epoch, uint256 level) = PriceLevels.parts(requestId);
    return PriceLevels.minimumOf(level, _batches[epoch].referencePrice);
  }

  /// @inheritdoc IRedeemQueue
  function requestsOf(address controller) external view returns (uint256[] memory) {
    return _lines[controller].toArray();
  }

  /// @dev The share has no hooks; still the transfer comes last.
  function _requestFrom(
    address owner,
    address controller,
    uint256 shares,
    uint256 minimum
  ) private returns (uint256 requestId) {
    _checkOperator(owner);
    require(controller != address(0), ZeroAddress());
    requestId = _enter(controller, shares, minimum);
    emit RedeemRequest(controller, owner, requestId, msg.sender, shares);
    SHARE.safeTransferFrom(owner, address(this), shares);
  }

  /// @notice Books a request; the caller brings the shares.
  function _enter(address controller, uint256 shares, uint256 minimum) internal returns (uint256 requestId) {
    require(shares >= minimumRequest, RequestTooSmall(shares, minimumRequest));
    // A queue that the vault does not know would never be filled.
    address registered = vault.queue();
    require(registered == address(this), NotRegistered(registered));
    uint256 epoch = currentEpoch();
    Batch storage batch = _batches[epoch];
    uint256 level = minimum == 0 ? 0 : PriceLevels.levelOf(minimum, _referenceOf(batch, epoch));
    uint128 added = shares.toUint128();
    batch.requested += added;
    uint32 levels = batch.levels;
    uint32 bit = uint32(1 << level);
    if (levels & bit == 0) batch.levels = levels | bit;
    if (level != 0) batch.sums[level] += added;
    _enterCustody(shares);
    _tellWaiting(true);
    requestId = PriceLevels.toRequestId(epoch, level);
    _lines[controller].add(requestId, added);
  }

  /// @dev Fixed by the batch's first request with a minimum.
  function _referenceOf(Batch storage batch, uint256 epoch) private returns (uint256 referencePrice) {
    referencePrice = batch.referencePrice;
    if (referencePrice != 0) return referencePrice;
    Assessment memory found = vault.assess();
    int256 nav = found.nav - int256(found.band);
    referencePrice = ShareMath.toValueDown(WHOLE_SHARE, nav > 0 ? uint256(nav) : 0, SCALE, SHARE.totalSupply());
    require(referencePrice != 0, NoReferencePrice());
    batch.referencePrice = referencePrice.toUint128();
    emit ReferenceSet(epoch, referencePrice);
  }
}
