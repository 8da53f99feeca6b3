// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {BookState, BookStorage} from "./BookStorage.sol";
import {OperationsBase} from "./OperationsBase.sol";
import {Payoff} from "./Payoff.sol";

/// @title ExpirySettlement
/// @notice Moves what an expiry owes to the reserve, once its price is fixed. Anyone, at any time, in every state; the oracle
/// is not asked.
abstract contract ExpirySettlement is OperationsBase {
  using BookStorage for BookState;
  using SafeCast for uint256;

  /// @dev What a series' debt follows from.
  struct Terms {
    OptionKind kind;
    uint256 scale;
    uint256 tickSize;
    uint256 lotSize;
    uint256 price;
  }

  /// @notice See `IOptionVault`.
  /// @dev Each series' lock is a whole number of token units and at least its payoff, so that the sum that moves to the
  /// reserve, rounded up a series, never exceeds the lock that it frees. E stays as it is (invariant S3).
  function settle(uint256 expiry) external nonReentrant returns (uint256 owed) {
    (bool open, uint256 index, uint256 count) = BookStorage.find(_book.expiries, expiry);
    require(open, IOptionVault.ExpiryNotOpen(expiry));
    require(block.timestamp >= expiry, IOptionVault.ExpiryPriceNotFixed(expiry));
    uint256 price = _vault().expiryPrice().priceOf(expiry);

    uint256 freed;
    (owed, freed) = _owedAt(_terms(price), expiry, count);
    _ledger.reserve += owed.toUint128();
    _ledger.lock -= freed.toUint128();
    // An empty book charges nothing; what the last charge held back is the providers', also where no price ever comes again.
    if (_ledger.lock == 0) _ledger.lastRiskCharge = 0;
    _settledPrices[expiry] = price;
    _book.remove(index, expiry);
    emit IOptionVault.ExpirySettled(expiry, price, owed);
  }

  /// @dev Where nobody holds anything there is nothing to price: an empty expiry makes room without a proof.
  /// @return owed token units, each series rounded up
  /// @return freed lock of the expiry, WAD
  function _owedAt(
    Terms memory terms,
    uint256 expiry,
    uint256 count
  ) private view returns (uint256 owed, uint256 freed) {
    (uint256[] memory ticks, int256[] memory lots) = _book.strikes(expiry, count);
    for (uint256 i; i < count; ++i) {
      if (lots[i] == 0) continue;
      require(terms.price != 0, IOptionVault.ExpiryPriceNotFixed(expiry));
      uint256 quantity = uint256(lots[i]) * terms.lotSize;
      uint256 strike = ticks[i] * terms.tickSize;
      owed += Payoff.amountAt(terms.kind, quantity, strike, terms.price, terms.scale, Math.Rounding.Ceil);
      freed += Payoff.lockOf(terms.kind, quantity, strike);
    }
  }

  function _terms(uint256 price) private view returns (Terms memory) {
    IOptionVault.SeriesRules memory rules = _vault().seriesRules();
    return
      Terms({
        kind: _vault().kind(),
        scale: _vault().scale(),
        tickSize: rules.tickSize,
        lotSize: rules.lotSize,
        price: price
      });
  }
}
