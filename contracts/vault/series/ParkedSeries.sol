// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {CLEARED_FLAG, ENTRIES_PER_QUAD, MAX_STRIKES, hasFlag} from "../../types/Book.sol";
import {SeriesId, toSeriesId} from "../../types/SeriesId.sol";
import {BookState, BookStorage} from "../core/BookStorage.sol";
import {LedgerState, LedgerStorage} from "../core/Ledger.sol";
import {Payoff} from "../core/Payoff.sol";
import {VaultLimits} from "../core/VaultLimits.sol";
import {VaultPricing} from "../core/VaultPricing.sol";
import {ModuleContext} from "../modules/ModuleContext.sol";
import {Restrike, Strikes} from "./Restrike.sol";

/// @title ParkedSeries
/// @notice Dust outside an expiry's ladder waits for settlement outside the book, so that it takes no slot and no pass prices it. All
/// that it locks moves from the lock to the reserve: covered whatever comes, and out of C. Its holders redeem as all others; they
/// sell once a later ladder has the strike again, and with it the book.
abstract contract ParkedSeries is VaultPricing, ModuleContext {
  using BookStorage for BookState;
  using BookStorage for uint256[MAX_STRIKES / ENTRIES_PER_QUAD];
  using LedgerStorage for LedgerState;
  using SafeCast for uint256;

  /// @notice Strikes of an expiry in the book, with what accounts owe there; none where it is not there.
  function _listedIn(uint256 expiry) internal view returns (Strikes memory strikes) {
    (, uint256 index, uint256 count) = BookStorage.find(_book.expiries, expiry);
    (strikes.ticks, strikes.lots) = _book.strikes(expiry, count);
    if (hasFlag(_book.expiries, index, CLEARED_FLAG)) (, strikes.cleared) = _clearing.quads[expiry].entries(count);
    else strikes.cleared = new int256[](count);
  }

  /// @notice Strikes of an expiry among the parked, which accounts have no lots in; none where it is not there.
  function _parkedIn(uint256 expiry) internal view returns (Strikes memory strikes) {
    (, , uint256 count) = BookStorage.find(_parked.series.expiries, expiry);
    (strikes.ticks, strikes.lots) = _parked.series.strikes(expiry, count);
    strikes.cleared = new int256[](count);
  }

  /// @notice Worst case of a listed expiry, WAD collateral, as it is in the ledger's lock where the vault is long there.
  function _worstIn(uint256 expiry) internal view returns (uint256) {
    (, , uint256 count) = BookStorage.find(_book.expiries, expiry);
    uint256[] memory quads = _book.quadsIn(expiry, count);
    return _worstOf(quads, 0, quads.length);
  }

  /// @notice Which of an expiry's strikes are dust, and how much of it may still be parked. WAD collateral.
  /// @param isLong whether its series cover each other: then none can leave the others
  function _dustOf(
    Strikes memory strikes,
    uint256 minOrder,
    bool isLong
  ) internal view returns (Restrike.Dust memory dust) {
    uint256 actual = _ledger.actual;
    uint256 share = _shareOf(actual, VaultLimits.PARKED_SHARE);
    dust.budget = Math.saturatingSub(_shareOf(actual, VaultLimits.PARKED_SHARE_IN_ALL), _parked.lock);
    dust.locks = new uint256[](strikes.ticks.length);
    if (isLong) return dust;
    for (uint256 i; i < strikes.ticks.length; ++i) {
      // What the vault holds, and what accounts have lots in, is no dust.
      if (strikes.lots[i] < 0 || strikes.cleared[i] != 0) continue;
      uint256 strike = strikes.ticks[i] * _tickSize();
      uint256 lock = _lockOf(strikes, i);
      uint256 most = VaultLimits.PARKED_MIN_ORDERS * Payoff.lockOf(_kind(), minOrder, strike);
      if (lock <= Math.min(most, share)) dust.locks[i] = lock;
    }
  }

  /// @notice Stores what is parked of an expiry after it was struck again, and moves what that locks between lock and reserve.
  /// @param isLong whether its series cover each other: then what comes back locks less than it did by itself
  /// @param worst what the expiry locked before, if so
  function _bookParked(uint256 expiry, Restrike.Result memory result, bool isLong, uint256 worst) internal {
    uint256 parked = _announce(expiry, result.retired, true);
    uint256 unparked = _announce(expiry, result.added, false);
    if (parked + unparked == 0) return;
    BookState storage series = _parked.series;
    (bool found, uint256 index, ) = BookStorage.find(series.expiries, expiry);
    if (found) series.remove(index, expiry);
    if (result.parked.ticks.length != 0) series.insert(expiry, result.parked.ticks, result.parked.lots);

    _setParkedLock(_parked.lock + parked - unparked);
    _moveReserve(parked, unparked);
    // C and the lock move by the same amount, or the lock by less, so that the one covers the other as before.
    _setLock(isLong ? _ledger.lock + _worstIn(expiry) - worst : _ledger.lock + unparked - parked);
  }

  /// @notice Stores what parked series lock, WAD collateral, and whether there is any.
  function _setParkedLock(uint256 lock) internal {
    _parked.lock = lock;
    uint8 flags = _ledger.flags;
    _ledger.flags = lock == 0 ? flags & ~LedgerStorage.HAS_PARKED : flags | LedgerStorage.HAS_PARKED;
  }

  /// @notice Moves amounts into the reserve and out of it, WAD collateral in whole token units.
  function _moveReserve(uint256 added, uint256 freed) internal {
    (uint256 unitsAdded, uint256 unitsFreed) = (added / _scale(), freed / _scale());
    _ledger.reserve = (_ledger.reserve + unitsAdded - unitsFreed).toUint128();
    _ledger.others = (_ledger.others + unitsAdded - unitsFreed).toUint96();
  }

  /// @notice Stores a lock that no trade has changed, WAD collateral.
  function _setLock(uint256 lock) internal {
    if (_ledger.flags & LedgerStorage.HAS_REQUESTS != 0) {
      (uint256 claimShares, uint256 epoch) = _claimShares(_ledger.load());
      _noteLeastLock(claimShares != 0, epoch, _ledger.lock, lock);
    }
    _ledger.lock = lock.toUint96();
    // An empty book charges nothing; what the last charge held back is the providers', also where no price ever comes again.
    if (lock == 0 && _ledger.flags & LedgerStorage.HAS_CLEARED == 0)
      (_ledger.recentChargeHigh, _ledger.recentChargeLow) = (0, 0);
  }

  function _lockOf(Strikes memory strikes, uint256 index) internal pure returns (uint256) {
    uint256 quantity = uint256(strikes.lots[index]) * _lotSize();
    return Payoff.lockOf(_kind(), quantity, strikes.ticks[index] * _tickSize());
  }

  /// @return lock of those that hold anything, WAD collateral
  function _announce(uint256 expiry, Strikes memory strikes, bool isParked) private returns (uint256 lock) {
    for (uint256 i; i < strikes.ticks.length; ++i) {
      if (strikes.lots[i] == 0) continue;
      lock += _lockOf(strikes, i);
      uint256 quantity = uint256(strikes.lots[i]) * _lotSize();
      SeriesId id = toSeriesId(expiry, strikes.ticks[i] * _tickSize());
      if (isParked) emit IOptionVault.SeriesParked(id, quantity);
      else emit IOptionVault.SeriesUnparked(id, quantity);
    }
  }
}
