// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {BoundedCall} from "../feeds/BoundedCall.sol";
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
    params = _params.current(block.timestamp);
    params.confidenceFactor = current == VaultState.Open ? WAD : VaultLimits.GUARDED_CONFIDENCE;
  }

  function _loadBook() internal view returns (Book memory) {
    return _book.load(TICK_SIZE, LOT_SIZE);
  }

  function _capital(Ledger memory ledger) internal view returns (Capital memory) {
    return
      Capital({collateral: _collateralWad(ledger), riskCapital: ledger.riskCapital, updatedAt: ledger.riskCapitalAt});
  }

  /// @notice One pass over the book, or the oracle's reason why there is no price.
  function _tryAssess(
    Ledger memory ledger,
    Book memory loaded,
    RiskParams memory params
  ) internal view returns (bool ok, Assessment memory found, bytes memory reason) {
    try ORACLE.assess(KIND, loaded, _capital(ledger), params) returns (Assessment memory answer) {
      return (true, answer, "");
    } catch (bytes memory why) {
      // A caller that starves the oracle of gas gets no answer at all, rather than the answer for a feed that is down.
      if (why.length < 4 || bytes4(why) == BoundedCall.InsufficientGas.selector) _bubble(why);
      reason = why;
    }
  }

  /// @notice One pass over the book; reverts as the oracle does where there is no price.
  function _assess(
    Ledger memory ledger,
    Book memory loaded,
    RiskParams memory params
  ) internal view returns (Assessment memory) {
    (bool ok, Assessment memory found, bytes memory reason) = _tryAssess(ledger, loaded, params);
    if (!ok) _bubble(reason);
    return found;
  }

  function _quote(Ledger memory ledger, Book memory loaded, Trade memory trade) internal view returns (Quote memory) {
    return ORACLE.quote(KIND, loaded, _capital(ledger), _riskParams(ledger.state), trade);
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
