// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {BookState, BookStorage} from "../core/BookStorage.sol";
import {ModuleContext} from "../modules/ModuleContext.sol";
import {LedgerState, LedgerStorage} from "../core/Ledger.sol";
import {Payoff} from "../core/Payoff.sol";
import {VaultPricing} from "../core/VaultPricing.sol";

/// @title ExpirySettlement
/// @notice Moves what an expiry owes to the reserve, once its price is fixed. Anyone, at any time, in every state; the oracle
/// is not asked.
abstract contract ExpirySettlement is VaultPricing, ModuleContext {
  using BookStorage for BookState;
  using LedgerStorage for LedgerState;
  using SafeCast for uint256;

  /// @notice See `IOptionVault`.
  /// @dev Each series' lock is a whole number of token units and at least its payoff, so that the sum that moves to the
  /// reserve, rounded up a series, never exceeds the lock that it frees. E stays as it is (invariant S3).
  function settle(uint256 expiry) external onlyDelegated nonReentrant returns (uint256 owed) {
    (bool open, uint256 index, uint256 count) = BookStorage.find(_book.expiries, expiry);
    require(open, IOptionVault.ExpiryNotOpen(expiry));
    require(block.timestamp >= expiry, IOptionVault.ExpiryPriceNotFixed(expiry));
    uint256 price = _expiryPrice().priceOf(expiry);

    uint256 freed;
    (owed, freed) = _owedAt(price, expiry, count);
    uint256 lock = _ledger.lock;
    if (_ledger.flags & LedgerStorage.HAS_REQUESTS != 0) {
      (uint256 claimShares, uint256 epoch) = _claimShares(_ledger.load());
      _noteLeastLock(claimShares != 0, epoch, lock, lock - freed);
    }
    lock -= freed;
    _ledger.reserve += owed.toUint128();
    _ledger.others += owed.toUint96();
    _ledger.lock = uint96(lock);
    // An empty book charges nothing; what the last charge held back is the providers', also where no price ever comes again.
    if (lock == 0) (_ledger.recentChargeHigh, _ledger.recentChargeLow) = (0, 0);
    if (_ledger.flags & LedgerStorage.HAS_SHARES == 0) _leaveToFees(lock);
    _settledPrices[expiry] = price;
    _book.remove(index, expiry);
    emit IOptionVault.ExpirySettled(expiry, price, owed);
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
  function _owedAt(uint256 price, uint256 expiry, uint256 count) private view returns (uint256 owed, uint256 freed) {
    (uint256[] memory ticks, int256[] memory lots) = _book.strikes(expiry, count);
    for (uint256 i; i < count; ++i) {
      if (lots[i] == 0) continue;
      require(price != 0, IOptionVault.ExpiryPriceNotFixed(expiry));
      uint256 quantity = uint256(lots[i]) * _lotSize();
      uint256 strike = ticks[i] * _tickSize();
      owed += Payoff.amountAt(_kind(), quantity, strike, price, _scale(), Math.Rounding.Ceil);
      freed += Payoff.lockOf(_kind(), quantity, strike);
    }
  }
}
