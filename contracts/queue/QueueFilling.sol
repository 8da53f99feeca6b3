// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";
import {PriceLevels} from "./PriceLevels.sol";
import {QueueRequests} from "./QueueRequests.sol";
import {Batch} from "./QueueStorage.sol";

/// @title QueueFilling
/// @notice Redeeming a batch. Nothing here looks at a request: totals in, totals out.
abstract contract QueueFilling is QueueRequests {
  using SafeCast for uint256;

  /// @dev A batch as one fill works on it.
  struct Filling {
    /// Takes part, and has been redeemed before: shares.
    uint256 requested;
    uint256 filled;
    /// Bit n: level n takes part.
    uint256 levels;
    uint256 referencePrice;
    /// Shares that the vault can redeem at once, once it had to be asked.
    uint256 capacity;
    /// Lowest level excluded by this fill; zero for none.
    uint256 excludedFrom;
    /// WAD collateral per whole share.
    uint256 price;
    bool isFirst;
  }

  /// @inheritdoc IRedeemQueue
  function fill(uint256 epoch) external nonReentrant returns (uint256 shares, uint256 assets) {
    uint256 current = currentEpoch();
    require(epoch + 1 == current, EpochNotFillable(epoch, current));
    Batch storage batch = _batches[epoch];
    require(batch.filledAt != block.number, FilledThisBlock(block.number));
    Filling memory f = _load(batch);
    require(f.filled != f.requested, NothingToFill(epoch));

    (shares, assets) = _redeem(epoch, batch, f);
    if (f.excludedFrom != 0) _exclude(epoch, batch, f);
    batch.filled = (f.filled + shares).toUint128();
    batch.assets += assets.toUint128();
    batch.filledAt = uint64(block.number);
    _leaveCustody(shares);
    // What is left claims nothing any more; the open epoch's requests will.
    _tellWaiting(_batches[current].requested != 0);
    emit BatchFilled(epoch, shares, assets, f.price, f.requested - f.filled - shares);
  }

  /// @notice Redeems `shares` at a price of at least `minimum`, or has done nothing. For `fill` alone, which calls it as an
  /// outsider would, so that what the vault did at too low a price is undone.
  function fillAtLeast(
    uint256 shares,
    uint256 epoch,
    uint256 minimum
  ) external returns (uint256 assets, uint256 price) {
    require(msg.sender == address(this), NotSelf(msg.sender));
    assets = vault.fillRedeem(shares, epoch);
    price = _priceOf(assets, shares);
    require(price >= minimum, PriceBelowMinimum(price, minimum));
  }

  /// @inheritdoc IRedeemQueue
  function close(uint256 epoch) external nonReentrant returns (uint256 shares) {
    uint256 current = currentEpoch();
    require(_isOver(epoch, current), EpochNotOver(epoch, current));
    shares = _closeOnce(epoch);
    require(shares != 0, AlreadyClosed(epoch));
  }

  /// @notice Whether a batch can be filled no more.
  function _isOver(uint256 epoch, uint256 current) internal pure returns (bool) {
    return epoch + 1 < current;
  }

  /// @notice Sets the unfilled part of a batch that is over apart, where that was not done yet.
  function _closeOnce(uint256 epoch) internal returns (uint256 shares) {
    Batch storage batch = _batches[epoch];
    if (batch.closed) return 0;
    shares = batch.requested - batch.filled;
    if (shares == 0) return 0;
    batch.closed = true;
    emit BatchClosed(epoch, shares);
    _setApart(shares);
  }

  function _load(Batch storage batch) private view returns (Filling memory f) {
    f.requested = batch.requested;
    f.filled = batch.filled;
    f.levels = batch.levels;
    f.isFirst = batch.filledAt == 0;
    f.capacity = type(uint256).max;
    uint256 excludedFrom = batch.excludedFrom;
    if (excludedFrom != 0) f.levels &= (1 << excludedFrom) - 1;
    if (f.levels > 1) f.referencePrice = batch.referencePrice;
  }

  /// @notice Tries all that take part first, which is all it takes in most cases; learns the price or the vault's limit from
  /// what refuses, at most once each: leaving out who asks for more leaves no lower a price for the others, since the charge
  /// that leavers bear grows faster than they do.
  function _redeem(
    uint256 epoch,
    Batch storage batch,
    Filling memory f
  ) private returns (uint256 shares, uint256 assets) {
    while (true) {
      shares = Math.min(f.requested - f.filled, f.capacity);
      if (shares == 0) return (0, 0);
      uint256 minimum = f.levels > 1 ? PriceLevels.minimumOf(Math.log2(f.levels), f.referencePrice) : 0;
      try this.fillAtLeast(shares, epoch, minimum) returns (uint256 paid, uint256 price) {
        f.price = price;
        return (shares, paid);
      } catch (bytes memory reason) {
        if (f.isFirst && _is(reason, PriceBelowMinimum.selector)) _dropLevels(batch, f, reason);
        else if (f.capacity == type(uint256).max && _isShortage(reason)) f.capacity = _capacity();
        else _bubble(reason);
      }
    }
  }

  /// @dev At least the highest level goes: its minimum is above the price. So this ends.
  function _dropLevels(Batch storage batch, Filling memory f, bytes memory reason) private view {
    f.price = _firstArgument(reason);
    uint256 levels = f.levels;
    uint256 level = Math.log2(levels);
    while (level != 0 && PriceLevels.minimumOf(level, f.referencePrice) > f.price) {
      f.requested -= batch.sums[level];
      f.excludedFrom = level;
      levels ^= 1 << level;
      level = Math.log2(levels);
    }
    f.levels = levels;
  }

  function _exclude(uint256 epoch, Batch storage batch, Filling memory f) private {
    uint256 excluded = batch.requested - f.requested;
    batch.requested = f.requested.toUint128();
    batch.excludedFrom = uint8(f.excludedFrom);
    emit LevelsExcluded(epoch, f.excludedFrom, excluded, f.price);
    _setApart(excluded);
  }

  function _capacity() private view returns (uint256 shares) {
    shares = SHARE.maxRedeem(address(this));
    require(shares != 0, NoCapacity());
  }

  function _isShortage(bytes memory reason) private pure returns (bool) {
    return
      _is(reason, IOptionVault.NotEnoughFreeCollateral.selector) ||
      _is(reason, IOptionVault.UtilisationAboveLimit.selector) ||
      _is(reason, IOptionVault.ZeroAmount.selector);
  }

  function _is(bytes memory reason, bytes4 selector) private pure returns (bool) {
    return reason.length >= 4 && bytes4(reason) == selector;
  }

  function _firstArgument(bytes memory reason) private pure returns (uint256 argument) {
    assembly ("memory-safe") {
      // After the length and the selector.
      argument := mload(add(reason, 0x24))
    }
  }

  function _bubble(bytes memory reason) private pure {
    assembly ("memory-safe") {
      revert(add(reason, 0x20), mload(reason))
    }
  }
}
