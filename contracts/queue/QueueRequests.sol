// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IERC7540Operator, IERC7540Redeem} from "../interfaces/IERC7540.sol";
import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";
import {LevelSums, LevelSumsLibrary} from "./LevelSums.sol";
import {PriceLevels} from "./PriceLevels.sol";
import {Batch, QueueStorage} from "./QueueStorage.sol";
import {RequestLine, RequestList} from "./RequestList.sol";

/// @title QueueRequests
/// @notice Taking requests into the batch that is open.
abstract contract QueueRequests is QueueStorage {
  using LevelSumsLibrary for LevelSums;
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
  function minimumPriceOf(uint256 requestId) external pure returns (uint256) {
    (, uint256 level) = PriceLevels.parts(requestId);
    return PriceLevels.priceOf(level);
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
    _checkReceiver(controller);
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
    uint256 level = minimum == 0 ? 0 : PriceLevels.levelOf(minimum);
    uint128 added = shares.toUint128();
    batch.requested += added;
    uint64 groups = batch.groups;
    uint64 inUse = level == 0 ? groups | 1 : uint64(batch.levels.add(groups, level, added));
    if (inUse != groups) batch.groups = inUse;
    _enterCustody(shares);
    _tellWaiting();
    requestId = PriceLevels.toRequestId(epoch, level);
    _lines[controller].add(requestId, added);
  }
}
