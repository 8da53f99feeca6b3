// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {IVaultClearing} from "../../interfaces/IVaultClearing.sol";
import {CLEARED_FLAG, CLEARED_FLAGS, ENTRIES_PER_QUAD, MAX_STRIKES, entryAt, hasFlag} from "../../types/Book.sol";
import {BookState, BookStorage} from "../core/BookStorage.sol";
import {LedgerStorage} from "../core/Ledger.sol";
import {Payoff} from "../core/Payoff.sol";
import {OrderTerms} from "../modules/OrderTerms.sol";
import {ParkedSeries} from "./ParkedSeries.sol";

/// @title ExpirySettlement
/// @notice Moves what an expiry owes to the reserve, and what accounts owe in it from the pledge, once its price is fixed. Anyone, at any
/// time, in every state; neither the oracle nor the engine is asked.
abstract contract ExpirySettlement is ParkedSeries, OrderTerms {
  using BookStorage for BookState;
  using BookStorage for uint256[MAX_STRIKES / ENTRIES_PER_QUAD];
  using SafeCast for uint256;

  uint256 private constant ENTRY_BITS = 64;

  /// @notice See `IOptionVault`.
  /// @dev With w written to holders, c owed by accounts and n = w − c: ⌈Σ w·payoff⌉ leaves C and ⌈Σ c·payoff⌉ joins it, so that C falls by
  /// ⌈Σ n·payoff⌉ at most (⌈a⌉ − ⌈b⌉ ≤ ⌈a − b⌉), which the expiry's lock, whole token units, covers. Parked series leave what they
  /// owe in the reserve and free the rest. E stays as it is (invariant S3).
  function settle(uint256 expiry) external onlyDelegated nonReentrant returns (uint256 owed) {
    (bool open, , ) = BookStorage.find(_book.expiries, expiry);
    require(open, IOptionVault.ExpiryNotOpen(expiry));
    require(block.timestamp >= expiry, IOptionVault.ExpiryPriceNotFixed(expiry));
    uint256 price = _expiryPrice().priceOf(expiry);
    (uint256 listedOwed, uint256 freed) = _settleListed(expiry, price);
    (uint256 parkedOwed, uint256 unparked) = _unpark(expiry, price);
    owed = listedOwed + parkedOwed;
    _moveReserve(owed * _scale(), unparked);
    uint256 lock = _ledger.lock - freed;
    _setLock(lock);
    if (_ledger.flags & LedgerStorage.HAS_SHARES == 0) _leaveToFees(lock);
    _settledPrices[expiry] = price;
    emit IOptionVault.ExpirySettled(expiry, price, owed);
  }

  /// @dev Takes an expiry off the book.
  /// @return owed to its holders, token units
  /// @return freed which it locked, WAD collateral
  function _settleListed(uint256 expiry, uint256 price) private returns (uint256 owed, uint256 freed) {
    uint256 packed = _book.expiries;
    (, uint256 index, uint256 count) = BookStorage.find(packed, expiry);
    uint256[] memory quads = _book.quadsIn(expiry, count);
    freed = _worstOf(quads, 0, quads.length);
    _book.remove(index, expiry);
    delete _ladders[expiry];
    if (hasFlag(packed, index, CLEARED_FLAG)) return (_settleCleared(expiry, price, quads), freed);
    (owed, ) = _owedAt(price, expiry, quads, new uint256[](quads.length));
  }

  /// @dev What accounts owe moves between the pledge and C; the accounts themselves follow, one by one, whenever they like.
  /// @return owed to holders, token units
  function _settleCleared(uint256 expiry, uint256 price, uint256[] memory quads) private returns (uint256 owed) {
    uint256[] memory cleared = _clearing.quads[expiry].wordsOf(quads.length * ENTRIES_PER_QUAD);
    int256 paid;
    (owed, paid) = _owedAt(price, expiry, quads, cleared);
    delete _clearing.quads[expiry];
    if (_book.expiries & CLEARED_FLAGS == 0) _ledger.flags &= ~LedgerStorage.HAS_CLEARED;
    if (paid > 0) {
      _ledger.pledged -= uint256(paid).toUint128();
      _ledger.held += uint256(paid).toUint96();
    } else {
      _ledger.held -= uint256(-paid).toUint96();
      _ledger.pledged += uint256(-paid).toUint128();
    }
    emit IVaultClearing.ClearedSettled(expiry, paid);
  }

  /// @dev What parked series owe stays in the reserve, where all that they locked lies.
  /// @return owed token units
  /// @return lock which they no longer need, WAD collateral
  function _unpark(uint256 expiry, uint256 price) private returns (uint256 owed, uint256 lock) {
    if (_ledger.flags & LedgerStorage.HAS_PARKED == 0) return (0, 0);
    BookState storage series = _parked.series;
    (bool any, uint256 index, uint256 count) = BookStorage.find(series.expiries, expiry);
    if (!any) return (0, 0);
    uint256[] memory quads = series.quadsIn(expiry, count);
    (owed, ) = _owedAt(price, expiry, quads, new uint256[](quads.length));
    lock = _worstOf(quads, 0, quads.length);
    series.remove(index, expiry);
    _setParkedLock(_parked.lock - lock);
  }

  /// @dev Where all providers have left before their options ended, what settlements free is nobody's: it goes to the fees, so that
  /// the next first deposit shares with nothing.
  function _leaveToFees(uint256 lock) private {
    uint256 free = uint256(_ledger.held) - _ledger.others;
    uint256 needed = _toUnitsUp(lock);
    if (free > needed) _ledger.others += uint96(free - needed);
  }

  /// @dev What series of an expiry owe, words of the book beside those of accounts. Where nobody holds or owes anything there is
  /// nothing to price: an empty expiry makes room without a proof.
  /// @return written to holders, token units
  /// @return owed by accounts, token units, negative where they get it
  function _owedAt(
    uint256 price,
    uint256 expiry,
    uint256[] memory quads,
    uint256[] memory cleared
  ) private pure returns (uint256 written, int256 owed) {
    if (price == 0) {
      require(_isEmpty(quads) && _isEmpty(cleared), IOptionVault.ExpiryPriceNotFixed(expiry));
      return (0, 0);
    }
    int256 sum = _depths(price, cleared);
    owed = Payoff.owed(_kind(), sum, price, _scale());
    // What is written is n + c.
    written = uint256(Payoff.owed(_kind(), sum + _depths(price, quads), price, _scale()));
  }

  /// @dev Σ quantity·depth (see `Payoff`) of the entries of words.
  function _depths(uint256 price, uint256[] memory quads) private pure returns (int256 sum) {
    // Sixteen entries of 2^40 lots, each of 2^64, by depths below 2^112.
    unchecked {
      for (uint256 i; i < quads.length; ++i) {
        for (uint256 quad = quads[i]; quad != 0; quad >>= ENTRY_BITS) {
          (uint256 tick, int256 lots) = entryAt(quad, 0);
          if (lots != 0) sum += lots * int256(Payoff.depthAt(_kind(), tick * _tickSize(), price));
        }
      }
      return sum * int256(_lotSize());
    }
  }

  /// @dev Whether no entry has lots.
  function _isEmpty(uint256[] memory quads) private pure returns (bool) {
    for (uint256 i; i < quads.length; ++i) {
      for (uint256 quad = quads[i]; quad != 0; quad >>= ENTRY_BITS) {
        (, int256 lots) = entryAt(quad, 0);
        if (lots != 0) return false;
      }
    }
    return true;
  }
}
