// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {BoundedCall} from "../../feeds/BoundedCall.sol";
import {IRedeemQueue} from "../../interfaces/IRedeemQueue.sol";
import {PackedEnvelope} from "../../math/PackedEnvelope.sol";
import {Assessment} from "../../types/Assessment.sol";
import {Book} from "../../types/Book.sol";
import {Capital} from "../../types/Capital.sol";
import {Leg} from "../../types/Leg.sol";
import {OptionKind} from "../../types/OptionKind.sol";
import {OrderQuote} from "../../types/OrderQuote.sol";
import {RiskParams} from "../../types/RiskParams.sol";
import {PUSH_ONLY} from "../../types/SpotReading.sol";
import {VaultState} from "../../types/VaultState.sol";
import {BookState, BookStorage} from "./BookStorage.sol";
import {Ledger} from "./Ledger.sol";
import {OracleCall} from "./OracleCall.sol";
import {RiskParamsState, RiskParamsStorage} from "./RiskParamsStorage.sol";
import {VaultBase} from "./VaultBase.sol";
import {VaultLimits} from "./VaultLimits.sol";

/// @title VaultPricing
/// @notice What the vault hands to its oracle, and what the redeem queue's requests claim.
abstract contract VaultPricing is VaultBase {
  using BookStorage for BookState;
  using OracleCall for Assessment;
  using OracleCall for OrderQuote;
  using RiskParamsStorage for RiskParamsState;

  /// @notice The tier in effect, with the confidence factor that the state asks for.
  function _riskParams(VaultState current) internal view returns (RiskParams memory params) {
    _params.currentInto(params, block.timestamp);
    params.confidenceFactor = current == VaultState.Open ? WAD : VaultLimits.GUARDED_CONFIDENCE;
  }

  function _loadBook() internal view returns (Book memory loaded) {
    _book.loadInto(loaded, _tickSize(), _lotSize());
  }

  /// @param claimShares share units that redeem requests claim
  function _capital(Ledger memory ledger, uint256 claimShares) internal view returns (Capital memory capital) {
    _capitalInto(capital, ledger, claimShares);
  }

  /// @notice `_capital` into what is there already and empty.
  function _capitalInto(Capital memory capital, Ledger memory ledger, uint256 claimShares) internal view {
    capital.collateral = _collateralWad(ledger);
    capital.riskCapital = ledger.riskCapital;
    capital.actual = ledger.actual;
    capital.fresh = ledger.fresh;
    capital.recentCharge = ledger.recentCharge;
    capital.doublingBase = _leastDeposit() * _scale();
    if (claimShares != 0) {
      uint256 supply = totalSupply() + VaultLimits.VIRTUAL_SHARES;
      capital.claimShare = Math.mulDiv(claimShares, WAD, supply, Math.Rounding.Ceil);
    }
    capital.updatedAt = ledger.steppedAt;
    // One signed price a block: the one that the vault used first. Where that was none, whose doubt is the widest, one may still come.
    if (ledger.steppedAt == block.timestamp && ledger.priceNumber != PUSH_ONLY)
      capital.priceNumber = ledger.priceNumber;
  }

  /// @notice One pass over the book into `found`, or the oracle's reason why there is no price.
  function _tryAssessInto(
    Assessment memory found,
    Ledger memory ledger,
    Book memory loaded,
    RiskParams memory params,
    uint256 claimShares
  ) internal view returns (bool ok, bytes memory reason) {
    (ok, reason) = found.tryAssessInto(_oracle(), _kind(), loaded, _capital(ledger, claimShares), params);
    // A caller that starves the oracle of gas gets no answer at all, rather than the answer for a feed that is down.
    if (!ok && (reason.length < 4 || bytes4(reason) == BoundedCall.InsufficientGas.selector)) _bubble(reason);
  }

  /// @notice The price of legs against a book, into `found`, which is empty.
  function _quoteInto(
    OrderQuote memory found,
    Ledger memory ledger,
    Book memory loaded,
    uint256 claimShares,
    RiskParams memory params,
    Leg[] memory legs
  ) internal view {
    // The answer comes with a capital of its own, and leaves this one's place to it.
    _capitalInto(found.capital, ledger, claimShares);
    found.quoteInto(_oracle(), _kind(), loaded, found.capital, params, legs);
  }

  /// @notice Worst case of an expiry's words, WAD collateral, whole token units: what it locks.
  function _worstOf(uint256[] memory quads, uint256 first, uint256 end) internal view returns (uint256) {
    bool isPut = _kind() == OptionKind.Put;
    return _toUnitsUp(PackedEnvelope.worstOf(quads, first, end, isPut, _lotSize(), _tickSize())) * _scale();
  }

  /// @notice What redeem requests claim now, and the epoch they were made in; nothing where none wait.
  function _claimShares(Ledger memory ledger) internal view returns (uint256 shares, uint256 epoch) {
    if (ledger.hasRequests) (shares, epoch) = IRedeemQueue(_queue).activeClaim();
  }

  /// @notice Keeps the least lock since the claiming requests' epoch closed: whoever leaves by the queue bears no rent of what
  /// was locked after that.
  /// @param claiming whether any requests claim
  /// @param lockBefore WAD collateral, as `lockAfter`
  function _noteLeastLock(bool claiming, uint256 epoch, uint256 lockBefore, uint256 lockAfter) internal {
    if (!claiming) return;
    uint256 least = _ledger.leastLockEpoch == epoch ? _ledger.leastLock : lockBefore;
    (_ledger.leastLock, _ledger.leastLockEpoch) = (uint128(Math.min(least, lockAfter)), uint40(epoch));
  }
}
