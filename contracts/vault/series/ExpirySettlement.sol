// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {BookState, BookStorage} from "../core/BookStorage.sol";
import {LedgerStorage} from "../core/Ledger.sol";
import {Payoff} from "../core/Payoff.sol";
import {ParkedSeries} from "./ParkedSeries.sol";
import {Strikes} from "./Restrike.sol";

/// @title ExpirySettlement
/// @notice Moves what an expiry owes to the reserve, once its price is fixed. Anyone, at any time, in every state; the oracle
/// is not asked.
abstract contract ExpirySettlement is ParkedSeries {
  using BookStorage for BookState;

  /// @notice See `IOptionVault`.
  /// @dev Each series' lock is a whole number of token units and at least its payoff, so that the sum that moves to the
  /// reserve, rounded up a series, never exceeds the lock that it frees; parked series leave theirs there and free the rest. E stays as
  /// it is (invariant S3).
  function settle(uint256 expiry) external onlyDelegated nonReentrant returns (uint256 owed) {
    (bool open, uint256 index, ) = BookStorage.find(_book.expiries, expiry);
    require(open, IOptionVault.ExpiryNotOpen(expiry));
    require(block.timestamp >= expiry, IOptionVault.ExpiryPriceNotFixed(expiry));
    uint256 price = _expiryPrice().priceOf(expiry);

    uint256 freed;
    (owed, freed) = _owedAt(price, expiry, _book);
    uint256 lock = _ledger.lock - freed;
    uint256 unparked;
    if (_parked.series.expiries != 0) {
      uint256 parkedOwed;
      (parkedOwed, unparked) = _owedAt(price, expiry, _parked.series);
      owed += parkedOwed;
      if (unparked != 0) _unpark(expiry, unparked);
    }
    _moveReserve(owed * _scale(), unparked);
    _setLock(lock);
    if (_ledger.flags & LedgerStorage.HAS_SHARES == 0) _leaveToFees(lock);
    _settledPrices[expiry] = price;
    _book.remove(index, expiry);
    delete _ladders[expiry];
    emit IOptionVault.ExpirySettled(expiry, price, owed);
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

  /// @dev Where nobody holds anything there is nothing to price: an empty expiry makes room without a proof.
  /// @return owed token units, each series rounded up
  /// @return freed lock of the expiry, WAD
  function _owedAt(
    uint256 price,
    uint256 expiry,
    BookState storage series
  ) private view returns (uint256 owed, uint256 freed) {
    Strikes memory strikes = _strikesIn(series, expiry);
    for (uint256 i; i < strikes.ticks.length; ++i) {
      if (strikes.lots[i] == 0) continue;
      require(price != 0, IOptionVault.ExpiryPriceNotFixed(expiry));
      uint256 quantity = uint256(strikes.lots[i]) * _lotSize();
      uint256 strike = strikes.ticks[i] * _tickSize();
      owed += Payoff.amountAt(_kind(), quantity, strike, price, _scale(), Math.Rounding.Ceil);
      freed += _lockOf(strikes, i);
    }
  }
}
