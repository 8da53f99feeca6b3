// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {RiskCapital} from "../premium/RiskCapital.sol";
import {Assessment} from "../types/Assessment.sol";
import {Book} from "../types/Book.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {VaultState} from "../types/VaultState.sol";
import {BookState, BookStorage} from "./BookStorage.sol";
import {ShareMath} from "./ShareMath.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {VaultPricing} from "./VaultPricing.sol";
import {Ledger, LedgerState, LedgerStorage} from "./LedgerStorage.sol";

/// @title VaultValuation
/// @notice What a share is worth to whom: whoever comes pays NAV plus the band, whoever leaves gets NAV minus the band less the
/// risk charge that the smaller vault then has to carry for those who stay.
abstract contract VaultValuation is VaultPricing {
  using LedgerStorage for LedgerState;
  using BookStorage for BookState;
  /// @dev A vault as it is valued in this call.
  struct Valuation {
    Ledger ledger;
    Book book;
    RiskParams params;
    /// False where the oracle has no price; `reason` is why, `found` is empty.
    bool priced;
    Assessment found;
    bytes reason;
    /// C, WAD.
    uint256 collateral;
    uint256 supply;
  }

  /// @notice What leaving with `gross` (WAD) of value costs and leaves behind.
  struct Departure {
    /// E afterwards, WAD.
    uint256 riskCapital;
    /// R afterwards, WAD.
    uint256 riskCharge;
    /// R afterwards − R before: what the leaver bears, WAD.
    uint256 cost;
  }

  function _tryValue() internal view returns (Valuation memory v) {
    _tryValueInto(v);
  }

  function _value() internal view returns (Valuation memory v) {
    _tryValueInto(v);
    if (!v.priced) _bubble(v.reason);
  }

  /// @notice NAV + band, WAD, at least zero: the price of coming.
  function _navUp(Valuation memory v) internal pure returns (uint256) {
    int256 nav = v.found.nav + int256(v.found.band);
    return nav > 0 ? uint256(nav) : 0;
  }

  /// @notice NAV − band, WAD, at least zero: the price of leaving.
  function _navDown(Valuation memory v) internal pure returns (uint256) {
    int256 nav = v.found.nav - int256(v.found.band);
    return nav > 0 ? uint256(nav) : 0;
  }

  /// @notice NAV, WAD; where there is no price, what needs none: max(0, C − lock − last R).
  function _navOrFloor(Valuation memory v) internal pure returns (uint256) {
    if (v.priced) return v.found.nav > 0 ? uint256(v.found.nav) : 0;
    return _freeOfPrice(v.ledger, v.collateral);
  }

  /// @notice max(0, C − lock − last R), WAD: since Σ n·v ≤ lock, never more than the fair part.
  function _freeOfPrice(Ledger memory ledger, uint256 collateralWad) internal pure returns (uint256) {
    return Math.saturatingSub(collateralWad, ledger.lock + ledger.lastRiskCharge);
  }

  /// @notice What remains when `leaving` (WAD) of collateral goes: E falls by it, to C/8 at the least, and R(E) rises.
  function _departure(Valuation memory v, uint256 leaving) internal view returns (Departure memory d) {
    uint256 floor = Math.saturatingSub(v.collateral, leaving) / RiskCapital.FLOOR_DIVISOR;
    d.riskCapital = Math.max(Math.saturatingSub(v.found.riskCapital, leaving), floor);
    // An empty book charges nothing at any E.
    if (v.ledger.lock == 0) return d;
    d.riskCharge = OPERATIONS.riskChargeAt(v.found.sums, v.params, d.riskCapital);
    d.cost = Math.saturatingSub(d.riskCharge, v.found.moveCharge + v.found.rentCharge);
  }

  /// @notice What redeeming `shares` pays, token units: w₀ − (R(E − w₀) − R(E)) with w₀ = shares × NAVdown/supply, which errs
  /// for the vault, as less than w₀ leaves.
  function _assetsForRedeem(Valuation memory v, uint256 shares) internal view returns (uint256) {
    return _assetsForGross(v, _grossOf(v, shares));
  }

  /// @notice What shares are worth before the charge for their leaving, WAD.
  function _grossOf(Valuation memory v, uint256 shares) internal view returns (uint256) {
    return ShareMath.toValueDown(shares, _navDown(v), SCALE, v.supply);
  }

  /// @notice What is paid for shares worth `gross` (WAD), token units.
  function _assetsForGross(Valuation memory v, uint256 gross) internal view returns (uint256) {
    return _toUnitsDown(Math.saturatingSub(gross, _departure(v, gross).cost));
  }

  /// @notice What withdrawing `assets` (token units) costs in shares: (assets + R(E − assets) − R(E))/NAVdown, rounded up.
  function _sharesForWithdraw(Valuation memory v, uint256 assets) internal view returns (uint256) {
    uint256 leaving = assets * SCALE;
    uint256 gross = leaving + _departure(v, leaving).cost;
    return ShareMath.toSharesUp(gross, _navDown(v), SCALE, v.supply);
  }

  /// @notice Named reasons why nobody may come or leave at NAV now.
  function _checkNavOpen(Valuation memory v) internal view {
    require(v.found.surface == SurfaceStatus.Fresh, SurfaceForbids());
    uint256 pending = _pendingSettlement(v);
    require(pending == 0, SettlementPending(pending));
  }

  function _checkDepositOpen(Valuation memory v) internal view {
    require(v.ledger.state < VaultState.CloseOnly, StateForbids(v.ledger.state));
    _checkNavOpen(v);
    uint256 minimum = _minimumNav(v.collateral);
    require(v.found.nav >= int256(minimum), NavTooLow(v.found.nav, minimum));
  }

  function _checkWithdrawalOpen(Valuation memory v) internal view {
    require(v.ledger.state < VaultState.SettleOnly, StateForbids(v.ledger.state));
    _checkNavOpen(v);
  }

  /// @notice As `_checkDepositOpen`, without reverting.
  function _isDepositOpen(Valuation memory v) internal view returns (bool) {
    return v.ledger.state < VaultState.CloseOnly && _isNavOpen(v) && v.found.nav >= int256(_minimumNav(v.collateral));
  }

  /// @notice As `_checkWithdrawalOpen`, without reverting.
  function _isWithdrawalOpen(Valuation memory v) internal view returns (bool) {
    return v.ledger.state < VaultState.SettleOnly && _isNavOpen(v);
  }

  /// @notice The most that may leave at once, WAD: free collateral, and E above what the lock needs.
  /// @param claim what the redeem queue has a right to first, WAD
  function _instantLimit(Valuation memory v, uint256 claim) internal pure returns (uint256) {
    uint256 free = Math.saturatingSub(v.collateral, v.ledger.lock + claim);
    if (v.ledger.lock == 0) return free;
    uint256 needed = Math.ceilDiv(v.ledger.lock * WAD, VaultLimits.WITHDRAWAL_UTILISATION);
    return Math.min(free, Math.saturatingSub(v.found.riskCapital, needed));
  }

  function _minimumNav(uint256 collateralWad) internal pure returns (uint256) {
    return _shareOf(collateralWad, VaultLimits.MIN_NAV_SHARE);
  }

  function _isNavOpen(Valuation memory v) private view returns (bool) {
    return v.priced && v.found.surface == SurfaceStatus.Fresh && _pendingSettlement(v) == 0;
  }

  /// @dev Into a valuation that is there already: it is of 80 words, and returned from function to function it would be made
  /// anew, empty, each time.
  function _tryValueInto(Valuation memory v) private view {
    _ledger.loadInto(v.ledger);
    _book.loadInto(v.book, TICK_SIZE, LOT_SIZE);
    _riskParamsInto(v.params, v.ledger.state);
    v.collateral = _collateralWad(v.ledger);
    v.supply = totalSupply();
    (v.priced, v.reason) = _tryAssess(v.ledger, v.book, v.params, v.found);
  }

  /// @dev The earliest expiry with open interest whose settlement price is already being made.
  function _pendingSettlement(Valuation memory v) private view returns (uint256) {
    return BookStorage.firstWithInterest(v.book, block.timestamp + AVERAGING_WINDOW);
  }
}
