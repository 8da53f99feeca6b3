// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {IVaultClearing} from "../../interfaces/IVaultClearing.sol";
import {CLEARED_FLAGS, LONG_FLAG, CLEARED_FLAG, hasFlag} from "../../types/Book.sol";
import {BookState, BookStorage} from "../core/BookStorage.sol";
import {LedgerStorage} from "../core/Ledger.sol";
import {Payoff} from "../core/Payoff.sol";
import {OrderTerms} from "../modules/OrderTerms.sol";
import {ParkedSeries} from "./ParkedSeries.sol";
import {Strikes} from "./Restrike.sol";

/// @title ExpirySettlement
/// @notice Moves what an expiry owes to the reserve, and what accounts owe in it from the pledge, once its price is fixed. Anyone, at any
/// time, in every state; neither the oracle nor the engine is asked.
abstract contract ExpirySettlement is ParkedSeries, OrderTerms {
  using BookStorage for BookState;
  using SafeCast for uint256;

  /// @dev See `_sumsOf`.
  struct Sums {
    int256 written;
    int256 cleared;
    uint256 lock;
  }

  /// @notice See `IOptionVault`.
  /// @dev With w written to holders, c owed by accounts and n = w − c: ⌈Σ w·payoff⌉ leaves C and ⌈Σ c·payoff⌉ joins it, so that C falls by
  /// ⌈Σ n·payoff⌉ at most (⌈a⌉ − ⌈b⌉ ≤ ⌈a − b⌉), which the expiry's lock, whole token units, covers. Parked series leave what they
  /// owe in the reserve and free the rest. E stays as it is (invariant S3).
  function settle(uint256 expiry) external onlyDelegated nonReentrant returns (uint256 owed) {
    uint256 packed = _book.expiries;
    (bool open, uint256 index, ) = BookStorage.find(packed, expiry);
    require(open, IOptionVault.ExpiryNotOpen(expiry));
    require(block.timestamp >= expiry, IOptionVault.ExpiryPriceNotFixed(expiry));
    uint256 price = _expiryPrice().priceOf(expiry);

    Sums memory listed = _sumsOf(_listedIn(expiry), expiry, price);
    if (hasFlag(packed, index, LONG_FLAG)) listed.lock = _worstIn(expiry);
    uint256 unparked;
    if (_ledger.flags & LedgerStorage.HAS_PARKED != 0) {
      Sums memory parked = _sumsOf(_parkedIn(expiry), expiry, price);
      (owed, unparked) = (_unitsOf(parked.written, price), parked.lock);
      if (unparked != 0) _unpark(expiry, unparked);
    }
    owed += _unitsOf(listed.written, price);

    _book.remove(index, expiry);
    delete _ladders[expiry];
    if (hasFlag(packed, index, CLEARED_FLAG)) _settleCleared(expiry, listed.cleared, price);
    _moveReserve(owed * _scale(), unparked);
    uint256 lock = _ledger.lock - listed.lock;
    _setLock(lock);
    if (_ledger.flags & LedgerStorage.HAS_SHARES == 0) _leaveToFees(lock);
    _settledPrices[expiry] = price;
    emit IOptionVault.ExpirySettled(expiry, price, owed);
  }

  /// @dev What accounts owe moves between the pledge and C; the accounts themselves follow, one by one, whenever they like.
  function _settleCleared(uint256 expiry, int256 sum, uint256 price) private {
    int256 owed = Payoff.owed(_kind(), sum, price, _scale());
    delete _clearing.quads[expiry];
    if (_book.expiries & CLEARED_FLAGS == 0) _ledger.flags &= ~LedgerStorage.HAS_CLEARED;
    if (owed > 0) {
      _ledger.pledged -= uint256(owed).toUint128();
      _ledger.held += uint256(owed).toUint96();
    } else {
      _ledger.held -= uint256(-owed).toUint96();
      _ledger.pledged += uint256(-owed).toUint128();
    }
    emit IVaultClearing.ClearedSettled(expiry, owed);
  }

  /// @dev What parked series owe stays in the reserve, where all that they locked lies.
  function _unpark(uint256 expiry, uint256 lock) private {
    BookState storage series = _parked.series;
    (, uint256 index, ) = BookStorage.find(series.expiries, expiry);
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

  /// @dev What the strikes of an expiry add up to: quantity·depth written to holders and owed by accounts (see `Payoff`), and each
  /// one's own lock, WAD collateral. Where nobody holds or owes anything there is nothing to price: an empty expiry makes room
  /// without a proof.
  function _sumsOf(Strikes memory strikes, uint256 expiry, uint256 price) private pure returns (Sums memory sums) {
    for (uint256 i; i < strikes.ticks.length; ++i) {
      (int256 net, int256 cleared) = (strikes.lots[i], strikes.cleared[i]);
      if (net == 0 && cleared == 0) continue;
      require(price != 0, IOptionVault.ExpiryPriceNotFixed(expiry));
      if (net > 0) sums.lock += _lockOf(strikes, i);
      int256 depth = int256(Payoff.depthAt(_kind(), strikes.ticks[i] * _tickSize(), price) * _lotSize());
      sums.written += (net + cleared) * depth;
      sums.cleared += cleared * depth;
    }
  }

  function _unitsOf(int256 sum, uint256 price) private pure returns (uint256) {
    return price == 0 ? 0 : uint256(Payoff.owed(_kind(), sum, price, _scale()));
  }
}
