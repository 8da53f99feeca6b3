// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {Assessment} from "../../types/Assessment.sol";
import {Book} from "../../types/Book.sol";
import {RiskParams} from "../../types/RiskParams.sol";
import {SurfaceStatus} from "../../types/SurfaceStatus.sol";
import {VaultState} from "../../types/VaultState.sol";
import {BookState, BookStorage} from "./BookStorage.sol";
import {Ledger, LedgerState, LedgerStorage} from "./Ledger.sol";
import {RiskParamsState, RiskParamsStorage} from "./RiskParamsStorage.sol";
import {NO_SHARES, ShareMath, Shares} from "./ShareMath.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {VaultPricing} from "./VaultPricing.sol";

/// @title VaultValuation
/// @notice What a share is worth to whoever comes: NAV with the risk charge at the larger capital, plus the band, and never less
/// than what the collateral exceeds the lock by. What it is worth to whoever leaves is `VaultDepartures`'.
abstract contract VaultValuation is VaultPricing {
  using BookStorage for BookState;
  using LedgerStorage for LedgerState;
  using LedgerStorage for Ledger;
  using RiskParamsStorage for RiskParamsState;

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
    Shares supply;
  }

  /// @notice For whom a vault is valued: while risk parameters are on a ramp, at its less favourable end.
  enum Side {
    Neither,
    Comer,
    Leaver
  }

  function _tryValue(Side side) internal view returns (Valuation memory v) {
    _tryValueInto(v, side);
  }

  /// @notice `_tryValue` into what is there already and empty.
  function _tryValueInto(Valuation memory v, Side side) internal view {
    _ledger.loadInto(v.ledger);
    _book.loadInto(v.book, _tickSize(), _lotSize());
    // No charge of trades: NAV depends on none.
    _params.rampedInto(v.params, block.timestamp);
    v.collateral = _collateralWad(v.ledger);
    v.supply = Shares.wrap(totalSupply());
    (uint256 claimShares, ) = _claimShares(v.ledger);
    if (side != Side.Neither && _params.isRamping(block.timestamp)) {
      _tryValueRamp(v, side, claimShares);
    } else {
      (v.priced, v.reason) = _tryAssessInto(v.found, v.ledger, v.book, v.params, claimShares);
    }
  }

  function _value(Side side) internal view returns (Valuation memory v) {
    _tryValueInto(v, side);
    if (!v.priced) _bubble(v.reason);
  }

  /// @notice What parked series lock, WAD collateral.
  function _parkedLock(Ledger memory ledger) internal view returns (uint256) {
    return ledger.hasParked ? _parked.lock : 0;
  }

  /// @notice max(NAV at E_dep + band, C − lock, 0), WAD: the price of coming. What parked series lock counts in C, as if it were the
  /// providers' already, or whoever comes would share in what their end frees.
  function _navUp(Valuation memory v) internal view returns (uint256) {
    uint256 collateral = v.collateral + _parkedLock(v.ledger);
    int256 nav = int256(collateral) - v.found.value - int256(v.found.depositCharge) + int256(v.found.band);
    uint256 free = Math.saturatingSub(collateral, v.ledger.lock);
    return nav > int256(free) ? uint256(nav) : free;
  }

  /// @notice Named reasons why nobody may come or leave at NAV now.
  function _checkNavOpen(Valuation memory v) internal view {
    require(v.found.surface == SurfaceStatus.Fresh, IOptionVault.SurfaceForbids());
    uint256 pending = _pendingSettlement(v);
    require(pending == 0, IOptionVault.SettlementPending(pending));
  }

  function _checkDepositOpen(Valuation memory v) internal view {
    require(v.ledger.state < VaultState.CloseOnly, IOptionVault.StateForbids(v.ledger.state));
    _checkNavOpen(v);
    uint256 minimum = _minimumNav(v.collateral);
    require(v.found.nav >= int256(minimum), IOptionVault.NavTooLow(v.found.nav, minimum));
    // Options that outlive their providers are nobody's to share in.
    require(!_isOrphaned(v), IOptionVault.NoProviders());
  }

  /// @notice As `_checkDepositOpen`, without reverting.
  function _isDepositOpen(Valuation memory v) internal view returns (bool) {
    return
      v.ledger.state < VaultState.CloseOnly &&
      _isNavOpen(v) &&
      v.found.nav >= int256(_minimumNav(v.collateral)) &&
      !_isOrphaned(v);
  }

  /// @dev Whether options have outlived their providers, in the book or parked.
  function _isOrphaned(Valuation memory v) private pure returns (bool) {
    return v.supply == NO_SHARES && (!v.ledger.isEmpty() || v.ledger.hasParked);
  }

  function _isNavOpen(Valuation memory v) internal view returns (bool) {
    return v.priced && v.found.surface == SurfaceStatus.Fresh && _pendingSettlement(v) == 0;
  }

  function _sharesForDeposit(Valuation memory v, uint256 assets) internal view returns (Shares) {
    return ShareMath.toSharesDown(assets * _scale(), _comersNav(v), _scale(), v.supply);
  }

  function _assetsForMint(Valuation memory v, Shares shares) internal view returns (uint256) {
    return _toUnitsUp(ShareMath.toValueUp(shares, _comersNav(v), _scale(), v.supply));
  }

  /// @notice Token units until C would pass its hard bound.
  function _depositRoom(Valuation memory v) internal view returns (uint256) {
    return _toUnitsDown(Math.saturatingSub(VaultLimits.MAX_COLLATERAL, v.ledger.held * _scale()));
  }

  /// @notice Books what comes, mints the shares, and pulls the tokens last. At zero supply whatever an earlier life of the vault left
  /// behind belongs to the protocol's fees, or virtual shares would own it, and with it a part of all later earnings. Risk capital starts
  /// anew there, and in an empty book with less than a least deposit: whoever came first and took his deposit back decides nothing.
  function _enter(Valuation memory v, uint256 assets, Shares shares, address receiver) internal {
    require(assets != 0 && shares != NO_SHARES, IOptionVault.ZeroAmount());
    _checkReceiver(receiver);
    uint256 room = _depositRoom(v);
    require(assets <= room, IOptionVault.AssetsAboveLimit(assets, room));
    Ledger memory ledger = v.ledger;
    ledger.bookStep(v.found.capital);
    ledger.bookCharge(v.found.moveCharge + v.found.rentCharge);
    uint256 least = _leastDeposit();
    if (v.supply == NO_SHARES) {
      require(assets >= least, IOptionVault.AssetsBelowLimit(assets, least));
      (ledger.others, ledger.actual) = (ledger.held, 0);
    }
    bool starts = ledger.isEmpty() && ledger.collateral() < least;
    ledger.held += assets;
    ledger.flowIn(assets * _scale());
    if (starts) ledger.startCapital(least * _scale());
    ledger.hasShares = true;
    _ledger.store(ledger);
    _mint(receiver, Shares.unwrap(shares));
    emit IERC4626.Deposit(msg.sender, receiver, assets, Shares.unwrap(shares));
    _emitMarked(v, v.found.moveCharge + v.found.rentCharge);
    _pull(msg.sender, assets);
  }

  function _emitMarked(Valuation memory v, uint256 charge) internal {
    Ledger memory ledger = v.ledger;
    emit IOptionVault.BookMarked(
      _collateralWad(ledger),
      v.found.value,
      ledger.riskCapital,
      charge,
      ledger.lock,
      v.found.spot
    );
  }

  function _minimumNav(uint256 collateralWad) internal pure returns (uint256) {
    return _shareOf(collateralWad, VaultLimits.MIN_NAV_SHARE);
  }

  /// @dev At zero supply nothing that is there is anybody's (see `_enter`).
  function _comersNav(Valuation memory v) private view returns (uint256) {
    return v.supply == NO_SHARES ? 0 : _navUp(v);
  }

  /// @dev Values the vault at both ends of a running ramp and keeps the one that is worse for whoever comes or leaves.
  function _tryValueRamp(Valuation memory v, Side side, uint256 claimShares) private view {
    _params.startInto(v.params);
    (v.priced, v.reason) = _tryAssessInto(v.found, v.ledger, v.book, v.params, claimShares);
    if (!v.priced) return;
    RiskParams memory target;
    _params.targetInto(target);
    Assessment memory found;
    (bool priced, bytes memory reason) = _tryAssessInto(found, v.ledger, v.book, target, claimShares);
    bool worse =
      side == Side.Comer
        ? found.depositCharge < v.found.depositCharge
        : found.moveCharge + found.rentCharge > v.found.moveCharge + v.found.rentCharge;
    if (!priced) (v.priced, v.reason) = (false, reason);
    else if (worse) (v.found, v.params) = (found, target);
  }

  /// @dev The earliest expiry with open interest whose settlement price is already being made.
  function _pendingSettlement(Valuation memory v) private view returns (uint256) {
    return BookStorage.firstWithInterest(v.book, block.timestamp + _averagingWindow());
  }
}
