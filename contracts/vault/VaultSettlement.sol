// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {SeriesId, parseSeriesId} from "../types/SeriesId.sol";
import {Payoff} from "./Payoff.sol";
import {VaultStorage} from "./VaultStorage.sol";

/// @title VaultSettlement
/// @notice Payment of settled options out of the reserve. Nobody can pause it, and it asks no oracle.
abstract contract VaultSettlement is VaultStorage {
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

    // Burned first: a quantity that the owner does not have ends here, by the token's own name.
    OPTION_TOKEN.burn(owner, SeriesId.unwrap(id), quantity, msg.sender);
    payout = Payoff.amountAt(KIND, quantity, id.strikeOf(), price, SCALE, Math.Rounding.Floor);
    // The payout of what the token has just burned is within the reserve, and so within its field.
    _ledger.held -= uint128(payout);
    _ledger.reserve -= uint128(payout);
    emit OptionsRedeemed(id, owner, receiver, quantity, payout);
    if (payout != 0) _push(receiver, payout);
  }

  /// @inheritdoc IOptionVault
  function settledPrice(uint256 expiry) external view returns (uint256) {
    return _settledPrices[expiry];
  }
}
