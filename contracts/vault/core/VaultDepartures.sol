// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {Assessment} from "../../types/Assessment.sol";
import {Book, MAX_EXPIRIES, headerAt} from "../../types/Book.sol";
import {RiskSums} from "../../types/RiskSums.sol";
import {RiskCapital} from "../../premium/RiskCapital.sol";
import {VaultState} from "../../types/VaultState.sol";
import {BookState, BookStorage} from "./BookStorage.sol";
import {Ledger, LedgerState, LedgerStorage} from "./Ledger.sol";
import {ShareMath, Shares} from "./ShareMath.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {VaultValuation} from "./VaultValuation.sol";

/// @title VaultDepartures
/// @notice What a share is worth to whoever leaves: NAV less the band, less the rise of the risk charge that the smaller vault then
/// has to carry for those who stay.
abstract contract VaultDepartures is VaultValuation {
  using BookStorage for BookState;
  using LedgerStorage for LedgerState;
  using LedgerStorage for Ledger;

  /// @notice As `_tryValue`, with what parked series lock beyond their fair value, which is the providers' as much as C is: they are
  /// priced by a pass of their own. `found` is the book's but for `nav` and `band`.
  function _tryValueAll(Side side) internal view returns (Valuation memory v) {
    _tryValueAllInto(v, side);
  }

  function _valueAll(Side side) internal view returns (Valuation memory v) {
    _tryValueAllInto(v, side);
    if (!v.priced) _bubble(v.reason);
  }

  function _tryValueAllInto(Valuation memory v, Side side) private view {
    _tryValueInto(v, side);
    if (!v.priced || !v.ledger.hasParked) return;
    Book memory parked = _parked.series.load(_tickSize(), _lotSize());
    Assessment memory found;
    (bool priced, bytes memory reason) = _tryAssessInto(found, v.ledger, parked, v.params, 0);
    if (!priced) {
      (v.priced, v.reason) = (false, reason);
      return;
    }
    // Parked series are owed, never held.
    v.found.nav += int256(Math.saturatingSub(_parked.lock, uint256(found.value)));
    v.found.band += found.band;
  }

  /// @notice NAV − band, WAD, at least zero: the price of leaving.
  function _navDown(Valuation memory v) internal pure returns (uint256) {
    int256 nav = v.found.nav - int256(v.found.band);
    return nav > 0 ? uint256(nav) : 0;
  }

  /// @notice NAV, WAD; where there is no price, what needs none: max(0, C − lock − Rb).
  function _navOrFloor(Valuation memory v) internal pure returns (uint256) {
    if (v.priced) return v.found.nav > 0 ? uint256(v.found.nav) : 0;
    return _freeOfPrice(v.ledger, v.collateral);
  }

  /// @notice max(0, C − lock − Rb), WAD: since Σ n·v ≤ lock, never more than the fair part.
  function _freeOfPrice(Ledger memory ledger, uint256 collateralWad) internal pure returns (uint256) {
    return Math.saturatingSub(collateralWad, ledger.lock + ledger.recentCharge);
  }

  /// @notice What shares are worth before the charge for their leaving, WAD.
  function _grossOf(Valuation memory v, Shares shares) internal view returns (uint256) {
    return ShareMath.toValueDown(shares, _navDown(v), _scale(), v.supply);
  }

  /// @notice What is paid for shares worth `gross` (WAD), token units: w₀ − (R(E_low(w₀)) − R(E_low)), which errs for the
  /// vault, as less than w₀ leaves.
  function _assetsForGross(Valuation memory v, uint256 gross) internal view returns (uint256 assets, uint256 charge) {
    uint256 cost;
    (cost, charge) = _costOfLeaving(v, gross);
    assets = _toUnitsDown(Math.saturatingSub(gross, cost));
  }

  function _assetsForRedeem(Valuation memory v, Shares shares) internal view returns (uint256 assets) {
    (assets, ) = _assetsForGross(v, _grossOf(v, shares));
  }

  /// @notice What withdrawing `assets` (token units) costs in shares: (assets + R(E_low(assets)) − R(E_low))/NAVdown, rounded up.
  function _sharesForWithdraw(
    Valuation memory v,
    uint256 assets
  ) internal view returns (Shares shares, uint256 charge) {
    uint256 leaving = assets * _scale();
    uint256 cost;
    (cost, charge) = _costOfLeaving(v, leaving);
    shares = ShareMath.toSharesUp(leaving + cost, _navDown(v), _scale(), v.supply);
  }

  /// @notice What shares are paid whose requests waited since the lock was `leastLock` (WAD): as others, but no rent of what was
  /// locked after their epoch closed.
  function _assetsForFill(
    Valuation memory v,
    uint256 gross,
    uint256 leastLock
  ) internal view returns (uint256 assets, uint256 charge) {
    uint256 cost;
    (cost, charge) = _costOfLeaving(v, gross);
    if (cost != 0 && leastLock < v.ledger.lock) {
      RiskSums memory sums = _withLocks(v.found.sums, leastLock, v.ledger.lock);
      (uint256 moveAfter, uint256 rentAfter) = _chargeAt(v, sums, RiskCapital.low(v.found.capital, gross));
      (uint256 moveBefore, uint256 rentBefore) = _chargeAt(v, sums, v.found.lowCapital);
      cost = Math.min(cost, Math.saturatingSub(moveAfter + rentAfter, moveBefore + rentBefore));
    }
    assets = _toUnitsDown(Math.saturatingSub(gross, cost));
  }

  function _checkWithdrawalOpen(Valuation memory v) internal view {
    require(v.ledger.state < VaultState.SettleOnly, IOptionVault.StateForbids(v.ledger.state));
    _checkNavOpen(v);
    uint256 pending = _pendingParked(v.ledger);
    require(pending == 0, IOptionVault.SettlementPending(pending));
  }

  /// @notice As `_checkWithdrawalOpen`, without reverting.
  function _isWithdrawalOpen(Valuation memory v) internal view returns (bool) {
    return v.ledger.state < VaultState.SettleOnly && _isNavOpen(v) && _pendingParked(v.ledger) == 0;
  }

  /// @dev The earliest expiry with parked series, if its settlement price is already being made; each has open interest.
  function _pendingParked(Ledger memory ledger) private view returns (uint256) {
    if (!ledger.hasParked) return 0;
    (uint256 expiry, ) = headerAt(_parked.series.expiries, 0);
    return expiry <= block.timestamp + _averagingWindow() ? expiry : 0;
  }

  /// @notice The most that may leave at once, WAD: free collateral, and actual capital above what the lock needs.
  /// @param claim what redeem requests have a right to first, WAD
  function _instantLimit(Valuation memory v, uint256 claim) internal pure returns (uint256) {
    uint256 free = Math.saturatingSub(v.collateral, v.ledger.lock + claim);
    if (v.ledger.isEmpty()) return free;
    uint256 needed = Math.ceilDiv(v.ledger.lock * WAD, VaultLimits.WITHDRAWAL_UTILISATION);
    return Math.min(free, Math.saturatingSub(v.found.capital.actual, needed + claim));
  }

  /// @notice What leaves at once must be free of lock and claims, and leave actual capital enough for the lock.
  function _checkInstant(Valuation memory v, uint256 assets, uint256 claim) internal view {
    uint256 free = _toUnitsDown(Math.saturatingSub(v.collateral, v.ledger.lock + claim));
    require(assets <= free, IOptionVault.NotEnoughFreeCollateral(assets, free));
    uint256 leaving = assets * _scale();
    require(
      leaving <= _instantLimit(v, claim),
      IOptionVault.UtilisationAboveLimit(
        v.ledger.lock,
        Math.saturatingSub(v.found.capital.actual, leaving + claim),
        VaultLimits.WITHDRAWAL_UTILISATION
      )
    );
  }

  /// @dev R(E_low) rises as `leaving` (WAD) leaves; an empty book charges nothing at any E.
  /// @return cost the rise, borne by whoever leaves
  /// @return charge R(E_low) afterwards
  function _costOfLeaving(Valuation memory v, uint256 leaving) private view returns (uint256 cost, uint256 charge) {
    if (v.ledger.isEmpty()) return (0, 0);
    (uint256 move, uint256 rent) = _chargeAt(v, v.found.sums, RiskCapital.low(v.found.capital, leaving));
    charge = move + rent;
    cost = Math.saturatingSub(charge, v.found.moveCharge + v.found.rentCharge);
  }

  function _chargeAt(
    Valuation memory v,
    RiskSums memory sums,
    uint256 capital
  ) private view returns (uint256 move, uint256 rent) {
    return _oracle().chargeAt(sums, v.params, capital);
  }

  /// @dev The same moves over locks scaled by `part`/`whole`.
  function _withLocks(RiskSums memory sums, uint256 part, uint256 whole) private pure returns (RiskSums memory scaled) {
    (scaled.spotMove, scaled.volMove, scaled.gammaMove) = (sums.spotMove, sums.volMove, sums.gammaMove);
    scaled.interval = sums.interval;
    for (uint256 i; i < MAX_EXPIRIES; ++i) scaled.locked[i] = Math.mulDiv(sums.locked[i], part, whole);
  }
}
