// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {BoundedCall} from "../feeds/BoundedCall.sol";
import {OracleCall} from "../premium/OracleCall.sol";
import {Assessment} from "../types/Assessment.sol";
import {Book} from "../types/Book.sol";
import {Capital} from "../types/Capital.sol";
import {Quote} from "../types/Quote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {Trade} from "../types/Trade.sol";
import {VaultState} from "../types/VaultState.sol";
import {BookState, BookStorage} from "./BookStorage.sol";
import {RiskParamsState, RiskParamsStorage} from "./RiskParamsStorage.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {Ledger} from "./LedgerStorage.sol";
import {VaultStorage} from "./VaultStorage.sol";

/// @title VaultPricing
/// @notice The vault's two questions to its oracle, and how the answers are booked.
abstract contract VaultPricing is VaultStorage {
  using BookStorage for BookState;
  using RiskParamsStorage for RiskParamsState;
  /// @notice The tier in effect, with the confidence factor that the state asks for.
  function _riskParams(VaultState current) internal view returns (RiskParams memory params) {
    _riskParamsInto(params, current);
  }

  /// @notice `_riskParams` into a tier that is there already. Functions that return a struct make an empty one first, which
  /// a vault's structs in structs would pay for twice.
  function _riskParamsInto(RiskParams memory params, VaultState current) internal view {
    _params.currentInto(params, block.timestamp);
    params.confidenceFactor = current == VaultState.Open ? WAD : VaultLimits.GUARDED_CONFIDENCE;
  }

  function _loadBook() internal view returns (Book memory loaded) {
    _book.loadInto(loaded, TICK_SIZE, LOT_SIZE);
  }

  function _capital(Ledger memory ledger) internal view returns (Capital memory capital) {
    capital.collateral = _collateralWad(ledger);
    capital.riskCapital = ledger.riskCapital;
    capital.updatedAt = ledger.riskCapitalAt;
  }

  /// @notice One pass over the book, or the oracle's reason why there is no price.
  /// @param found to fill; nothing to go by where there is a reason
  function _tryAssess(
    Ledger memory ledger,
    Book memory loaded,
    RiskParams memory params,
    Assessment memory found
  ) internal view returns (bool ok, bytes memory reason) {
    if (OracleCall.tryAssess(ORACLE, KIND, loaded, _capital(ledger), params, found)) return (true, "");
    reason = OracleCall.reason();
    // A caller that starves the oracle of gas gets no answer at all, rather than the answer for a feed that is down.
    if (reason.length < 4 || bytes4(reason) == BoundedCall.InsufficientGas.selector) _bubble(reason);
  }

  function _quoteInto(Quote memory quote, Ledger memory ledger, Book memory loaded, Trade memory trade) internal view {
    OracleCall.quote(ORACLE, KIND, loaded, _capital(ledger), _riskParams(ledger.state), trade, quote);
  }

  /// @notice Books what a priced call found. `riskCapital` and `riskCharge` are those after the call, WAD.
  function _mark(Ledger memory ledger, uint256 riskCapital, uint256 riskCharge) internal view {
    ledger.riskCapital = riskCapital;
    ledger.lastRiskCharge = riskCharge;
    ledger.riskCapitalAt = block.timestamp;
  }

  /// @notice What the redeem queue's shares are worth, WAD: set aside before new options and instant withdrawals.
  function _queueClaim(Ledger memory ledger, int256 nav) internal view returns (uint256) {
    if (!ledger.hasQueue || nav <= 0) return 0;
    uint256 shares = balanceOf(_queue);
    if (shares == 0) return 0;
    return Math.mulDiv(shares, uint256(nav) + SCALE, totalSupply() + VaultLimits.VIRTUAL_SHARES, Math.Rounding.Ceil);
  }

  /// @notice amount·share, rounded down; `share` in WAD.
  function _shareOf(uint256 amount, uint256 share) internal pure returns (uint256) {
    return Math.mulDiv(amount, share, WAD);
  }

  function _bubble(bytes memory reason) internal pure {
    assembly ("memory-safe") {
      revert(add(reason, 0x20), mload(reason))
    }
  }
}
