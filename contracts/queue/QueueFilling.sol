// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";
import {Assessment} from "../types/Assessment.sol";
import {ShareMath, Shares} from "../vault/core/ShareMath.sol";
import {LevelSums, LevelSumsLibrary} from "./LevelSums.sol";
import {PriceLevels} from "./PriceLevels.sol";
import {QueueRequests} from "./QueueRequests.sol";
import {Batch} from "./QueueStorage.sol";

/// @title QueueFilling
/// @notice Redeeming a batch. Nothing here looks at a request: totals in, totals out.
abstract contract QueueFilling is QueueRequests {
  using LevelSumsLibrary for LevelSums;
  using SafeCast for uint256;

  /// @dev A batch as one fill works on it.
  struct Filling {
    /// Takes part, and has been redeemed before: shares.
    uint256 requested;
    uint256 filled;
    /// The highest level that takes part.
    uint256 highest;
    /// Shares that this fill left out.
    uint256 excluded;
    /// Shares that the vault can redeem at once, once it had to be asked.
    uint256 capacity;
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
    uint256 remaining = f.requested - f.filled - shares;
    if (f.excluded != 0) {
      batch.requested = f.requested.toUint128();
      emit LevelsExcluded(epoch, batch.excludedFrom, f.excluded, f.price);
      _setApart(f.excluded);
    }
    // Where nothing may leave, who would leave at this price still claims: the lock is what the claim is there for.
    if (shares == 0 && remaining != 0) return (0, 0);
    batch.filled = (f.filled + shares).toUint128();
    batch.assets += assets.toUint128();
    batch.filledAt = uint40(block.number);
    _leaveCustody(shares);
    _tellWaiting();
    emit BatchFilled(epoch, shares, assets, f.price, remaining);
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
    _tellWaiting();
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
    f.highest = batch.levels.highest(batch.groups);
    f.isFirst = batch.filledAt == 0;
    f.capacity = type(uint256).max;
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
      try this.fillAtLeast(shares, epoch, PriceLevels.priceOf(f.highest)) returns (uint256 paid, uint256 price) {
        f.price = price;
        return (shares, paid);
      } catch (bytes memory reason) {
        if (f.isFirst && _is(reason, PriceBelowMinimum.selector)) _leaveOut(batch, f, _firstArgument(reason));
        else if (f.capacity == type(uint256).max && _isShortage(reason)) f.capacity = _capacity(batch, f);
        else _bubble(reason);
      }
    }
  }

  /// @dev Leaves out all levels that ask for more than `price`.
  function _leaveOut(Batch storage batch, Filling memory f, uint256 price) private {
    f.price = price;
    uint256 met = PriceLevels.highestMet(price);
    if (met >= f.highest) return;
    (uint256 shares, uint256 groups) = batch.levels.removeAbove(batch.groups, met);
    (batch.groups, batch.excludedFrom) = (uint64(groups), uint16(met + 1));
    f.highest = batch.levels.highest(groups);
    f.requested -= shares;
    f.excluded += shares;
  }

  /// @dev Shares that may leave now. Where none may, whoever asks for more than anybody would be paid holds up nobody meanwhile.
  function _capacity(Batch storage batch, Filling memory f) private returns (uint256 shares) {
    shares = SHARE.maxRedeem(address(this));
    if (shares != 0) return shares;
    if (f.isFirst) _leaveOut(batch, f, _bestPrice());
    require(f.excluded != 0, NoCapacity());
  }

  /// @dev NAV less the band a whole share: what the charge for leaving is taken from, WAD.
  function _bestPrice() private view returns (uint256) {
    Assessment memory found = vault.assess();
    int256 nav = found.nav - int256(found.band);
    Shares supply = Shares.wrap(SHARE.totalSupply());
    return ShareMath.toValueDown(Shares.wrap(WHOLE_SHARE), nav > 0 ? uint256(nav) : 0, SCALE, supply);
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
