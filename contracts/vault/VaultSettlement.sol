// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {SeriesId, parseSeriesId} from "../types/SeriesId.sol";
import {BookState, BookStorage} from "./BookStorage.sol";
import {Ledger, VaultStorage} from "./VaultStorage.sol";

/// @title VaultSettlement
/// @notice What an expiry owes, once its price is fixed, and its payment. Nobody can pause any of it, and none of it asks
/// the oracle: it needs neither a live feed nor a keeper.
abstract contract VaultSettlement is VaultStorage {
  using BookStorage for BookState;
  using SafeCast for uint256;

  /// @inheritdoc IOptionVault
  /// @dev Each series' lock is a whole number of token units and at least its payoff, so that the sum that moves to the
  /// reserve, rounded up a series, never exceeds the lock that it frees. E stays as it is (invariant S3).
  function settle(uint256 expiry) external nonReentrant returns (uint256 owed) {
    (bool open, uint256 index, uint256 count) = BookStorage.find(_book.expiries, expiry);
    require(open, ExpiryNotOpen(expiry));
    uint256 price = EXPIRY_PRICE.priceOf(expiry);
    require(price != 0 && block.timestamp >= expiry, ExpiryPriceNotFixed(expiry));

    uint256 freed;
    (owed, freed) = _owedAt(expiry, count, price);
    Ledger memory ledger = _ledger;
    ledger.reserve += owed.toUint128();
    ledger.lock -= freed.toUint128();
    _ledger = ledger;
    _settledPrices[expiry] = price;
    _book.remove(index, expiry);
    emit ExpirySettled(expiry, price, owed);
  }

  /// @inheritdoc IOptionVault
  function redeemOptions(
    SeriesId id,
    uint256 quantity,
    address owner,
    address receiver
  ) external nonReentrant returns (uint256 payout) {
    id = parseSeriesId(SeriesId.unwrap(id));
    require(quantity != 0, ZeroAmount());
    uint256 price = _settledPrices[id.expiryOf()];
    require(price != 0, NotSettled(id.expiryOf()));

    payout = _payoff(quantity, id.strikeOf(), price, Math.Rounding.Floor);
    uint128 units = payout.toUint128();
    // Burned first: a quantity that the owner does not have ends here, by the token's own name.
    OPTION_TOKEN.burn(owner, SeriesId.unwrap(id), quantity, msg.sender);
    _ledger.held -= units;
    _ledger.reserve -= units;
    emit OptionsRedeemed(id, owner, receiver, quantity, payout);
    if (payout != 0) _push(receiver, payout);
  }

  /// @inheritdoc IOptionVault
  function settledPrice(uint256 expiry) external view returns (uint256) {
    return _settledPrices[expiry];
  }

  /// @return owed token units, each series rounded up
  /// @return freed lock of the expiry, WAD
  function _owedAt(uint256 expiry, uint256 count, uint256 price) private view returns (uint256 owed, uint256 freed) {
    (uint256[] memory ticks, int256[] memory lots) = _book.strikes(expiry, count);
    for (uint256 i; i < count; ++i) {
      if (lots[i] == 0) continue;
      uint256 quantity = uint256(lots[i]) * LOT_SIZE;
      uint256 strike = ticks[i] * TICK_SIZE;
      owed += _payoff(quantity, strike, price, Math.Rounding.Ceil);
      freed += _lockOf(quantity, strike);
    }
  }

  /// @notice Payoff of `quantity` options, token units: quantity·max(0, K − P) for a put, quantity·max(0, P − K)/P for a call.
  function _payoff(
    uint256 quantity,
    uint256 strike,
    uint256 price,
    Math.Rounding rounding
  ) private view returns (uint256) {
    if (KIND == OptionKind.Put) {
      return strike > price ? Math.mulDiv(quantity, strike - price, WAD * SCALE, rounding) : 0;
    }
    return price > strike ? Math.mulDiv(quantity, price - strike, price * SCALE, rounding) : 0;
  }
}
