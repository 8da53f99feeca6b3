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

    Strikes memory listed = _listedIn(expiry);
    Strikes memory parked = _parkedIn(expiry);
    // Where nobody holds or owes anything there is nothing to price: an empty expiry makes room without a proof.
    require(price != 0 || _isEmpty(listed, parked), IOptionVault.ExpiryPriceNotFixed(expiry));
    uint256 freed = _lockOfExpiry(listed, hasFlag(packed, index, LONG_FLAG), expiry);
    uint256 unparked = _lockSum(parked);
    int256 clearedOwed;
    (owed, clearedOwed) = _owedAt(price, listed, parked);

    _book.remove(index, expiry);
    delete _ladders[expiry];
    if (hasFlag(packed, index, CLEARED_FLAG)) _settleCleared(expiry, clearedOwed);
    if (unparked != 0) _unpark(expiry, unparked);
    _moveReserve(owed * _scale(), unparked);
    uint256 lock = _ledger.lock - freed;
    _setLock(lock);
    if (_ledger.flags & LedgerStorage.HAS_SHARES == 0) _leaveToFees(lock);
    _settledPrices[expiry] = price;
    emit IOptionVault.ExpirySettled(expiry, price, owed);
  }

  /// @dev What accounts owe moves between the pledge and C; the accounts themselves follow, one by one, whenever they like.
  function _settleCleared(uint256 expiry, int256 owed) private {
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

  /// @return owed to holders of listed and of parked series, token units
  /// @return clearedOwed by accounts, token units, negative where they get it
  function _owedAt(
    uint256 price,
    Strikes memory listed,
    Strikes memory parked
  ) private view returns (uint256 owed, int256 clearedOwed) {
    if (price == 0) return (0, 0);
    uint256 count = listed.ticks.length;
    int256[] memory written = new int256[](count);
    for (uint256 i; i < count; ++i) written[i] = listed.lots[i] + listed.cleared[i];
    owed = uint256(_payoffOf(written, listed.ticks, price) + _payoffOf(parked.lots, parked.ticks, price));
    clearedOwed = _payoffOf(listed.cleared, listed.ticks, price);
  }

  function _payoffOf(int256[] memory lots, uint256[] memory ticks, uint256 price) private pure returns (int256) {
    (int256[] memory quantities, uint256[] memory strikes) = (new int256[](lots.length), new uint256[](lots.length));
    for (uint256 i; i < lots.length; ++i) {
      (quantities[i], strikes[i]) = (lots[i] * int256(_lotSize()), ticks[i] * _tickSize());
    }
    return Payoff.owedAt(_kind(), quantities, strikes, price, _scale());
  }

  /// @dev WAD collateral, as it is in the ledger's lock.
  function _lockOfExpiry(Strikes memory listed, bool isLong, uint256 expiry) private view returns (uint256) {
    if (!isLong) return _lockSum(listed);
    uint256[] memory quads = _book.quadsIn(expiry, listed.ticks.length);
    return _worstOf(quads, 0, quads.length);
  }

  function _lockSum(Strikes memory strikes) private pure returns (uint256 lock) {
    for (uint256 i; i < strikes.ticks.length; ++i) if (strikes.lots[i] != 0) lock += _lockOf(strikes, i);
  }

  function _isEmpty(Strikes memory listed, Strikes memory parked) private pure returns (bool) {
    for (uint256 i; i < listed.ticks.length; ++i) {
      if (listed.lots[i] != 0 || listed.cleared[i] != 0) return false;
    }
    return parked.ticks.length == 0;
  }
}
