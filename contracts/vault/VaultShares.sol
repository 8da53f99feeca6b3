// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {ShareMath} from "./ShareMath.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {Ledger, LedgerState, LedgerStorage} from "./LedgerStorage.sol";
import {VaultValuation} from "./VaultValuation.sol";

/// @title VaultShares
/// @notice The ERC-4626 face of a vault: synchronous, priced at NAV with a band, open only while NAV can be known.
/// @dev Written on the interface, not on OpenZeppelin's ERC4626: there every entry asks for `totalAssets` anew, which here
/// is a pass over the whole book, and both directions share one price, which here differ by the band.
abstract contract VaultShares is VaultValuation {
  using LedgerStorage for LedgerState;
  // Entries

  /// @inheritdoc IERC4626
  function deposit(uint256 assets, address receiver) external nonReentrant returns (uint256 shares) {
    return _depositAssets(assets, receiver);
  }

  /// @inheritdoc IOptionVault
  function deposit(
    uint256 assets,
    address receiver,
    uint256 minShares,
    uint256 deadline
  ) external nonReentrant returns (uint256 shares) {
    _checkDeadline(deadline);
    shares = _depositAssets(assets, receiver);
    require(shares >= minShares, SharesBelowLimit(shares, minShares));
  }

  /// @inheritdoc IERC4626
  function mint(uint256 shares, address receiver) external nonReentrant returns (uint256 assets) {
    Valuation memory v = _value();
    _checkDepositOpen(v);
    require(shares <= VaultLimits.MAX_SHARES, SharesAboveLimit(shares, VaultLimits.MAX_SHARES));
    assets = _assetsForMint(v, shares);
    _checkRoom(v, assets);
    _enter(v, assets, shares, receiver);
  }

  /// @inheritdoc IERC4626
  function withdraw(uint256 assets, address receiver, address owner) external nonReentrant returns (uint256 shares) {
    Valuation memory v = _value();
    _checkWithdrawalOpen(v);
    _checkInstant(v, assets, owner);
    shares = _sharesForWithdraw(v, assets);
    _leave(v, assets, shares, receiver, owner);
  }

  /// @inheritdoc IERC4626
  function redeem(uint256 shares, address receiver, address owner) external nonReentrant returns (uint256 assets) {
    return _redeemShares(shares, receiver, owner);
  }

  /// @inheritdoc IOptionVault
  function redeem(
    uint256 shares,
    address receiver,
    address owner,
    uint256 minAssets,
    uint256 deadline
  ) external nonReentrant returns (uint256 assets) {
    _checkDeadline(deadline);
    assets = _redeemShares(shares, receiver, owner);
    require(assets >= minAssets, AssetsBelowLimit(assets, minAssets));
  }

  // Views

  /// @inheritdoc IERC4626
  function asset() external view returns (address) {
    return address(COLLATERAL);
  }

  /// @inheritdoc IERC4626
  /// @dev NAV; without a price, what the guaranteed exit shares out. Reverts only inside one of the vault's own calls.
  function totalAssets() external view nonReentrantView returns (uint256) {
    return _toUnitsDown(_navOrFloor(_tryValue()));
  }

  /// @inheritdoc IERC4626
  /// @dev At NAV itself: no band, no risk charge.
  function convertToShares(uint256 assets) external view nonReentrantView returns (uint256) {
    Valuation memory v = _tryValue();
    return ShareMath.toSharesDown(assets * SCALE, _navOrFloor(v), SCALE, v.supply);
  }

  /// @inheritdoc IERC4626
  function convertToAssets(uint256 shares) external view nonReentrantView returns (uint256) {
    Valuation memory v = _tryValue();
    return _toUnitsDown(ShareMath.toValueDown(shares, _navOrFloor(v), SCALE, v.supply));
  }

  /// @inheritdoc IERC4626
  function previewDeposit(uint256 assets) external view nonReentrantView returns (uint256) {
    return _sharesForDeposit(_value(), assets);
  }

  /// @inheritdoc IERC4626
  function previewMint(uint256 shares) external view nonReentrantView returns (uint256) {
    return _assetsForMint(_value(), shares);
  }

  /// @inheritdoc IERC4626
  function previewWithdraw(uint256 assets) external view nonReentrantView returns (uint256) {
    return _sharesForWithdraw(_value(), assets);
  }

  /// @inheritdoc IERC4626
  function previewRedeem(uint256 shares) external view nonReentrantView returns (uint256) {
    return _assetsForRedeem(_value(), shares);
  }

  /// @inheritdoc IERC4626
  function maxDeposit(address) external view returns (uint256) {
    if (_reentrancyGuardEntered()) return 0;
    Valuation memory v = _tryValue();
    return _isDepositOpen(v) ? _depositRoom(v) : 0;
  }

  /// @inheritdoc IERC4626
  function maxMint(address) external view returns (uint256) {
    if (_reentrancyGuardEntered()) return 0;
    Valuation memory v = _tryValue();
    if (!_isDepositOpen(v)) return 0;
    return ShareMath.toSharesDownSaturating(_depositRoom(v) * SCALE, _navUp(v), SCALE, v.supply);
  }

  /// @inheritdoc IERC4626
  /// @dev What the owner's shares pay, up to what may leave at once.
  function maxWithdraw(address owner) external view returns (uint256) {
    if (_reentrancyGuardEntered()) return 0;
    Valuation memory v = _tryValue();
    if (!_isWithdrawalOpen(v)) return 0;
    uint256 limit = _toUnitsDown(_instantLimit(v, _claimBefore(v, owner)));
    return Math.min(limit, _assetsForRedeem(v, balanceOf(owner)));
  }

  /// @inheritdoc IERC4626
  /// @dev Shares whose value before the risk charge is what may leave at once: an underestimate by that charge.
  function maxRedeem(address owner) external view returns (uint256) {
    if (_reentrancyGuardEntered()) return 0;
    Valuation memory v = _tryValue();
    if (!_isWithdrawalOpen(v)) return 0;
    uint256 limit = _instantLimit(v, _claimBefore(v, owner));
    uint256 shares = Math.min(ShareMath.toSharesDownSaturating(limit, _navDown(v), SCALE, v.supply), balanceOf(owner));
    // Shares too few for a unit of collateral cannot be redeemed at all.
    return _assetsForRedeem(v, shares) == 0 ? 0 : shares;
  }

  // Deposits

  function _depositAssets(uint256 assets, address receiver) private returns (uint256 shares) {
    Valuation memory v = _value();
    _checkDepositOpen(v);
    _checkRoom(v, assets);
    shares = _sharesForDeposit(v, assets);
    _enter(v, assets, shares, receiver);
  }

  function _sharesForDeposit(Valuation memory v, uint256 assets) private view returns (uint256) {
    return ShareMath.toSharesDown(assets * SCALE, _navUp(v), SCALE, v.supply);
  }

  function _assetsForMint(Valuation memory v, uint256 shares) private view returns (uint256) {
    return _toUnitsUp(ShareMath.toValueUp(shares, _navUp(v), SCALE, v.supply));
  }

  /// @dev Token units until C would pass its hard bound.
  function _depositRoom(Valuation memory v) private view returns (uint256) {
    return _toUnitsDown(Math.saturatingSub(VaultLimits.MAX_COLLATERAL, v.ledger.held * SCALE));
  }

  function _checkRoom(Valuation memory v, uint256 assets) private view {
    uint256 room = _depositRoom(v);
    require(assets <= room, AssetsAboveLimit(assets, room));
  }

  /// @dev E grows by what comes. R is booked as it was before, which is more: it falls with E.
  function _enter(Valuation memory v, uint256 assets, uint256 shares, address receiver) private {
    require(assets != 0 && shares != 0, ZeroAmount());
    Ledger memory ledger = v.ledger;
    ledger.held += assets;
    _mark(ledger, v.found.riskCapital + assets * SCALE, v.found.moveCharge + v.found.rentCharge);
    _ledger.store(ledger);
    _mint(receiver, shares);
    emit Deposit(msg.sender, receiver, assets, shares);
    _emitMarked(v);
    _pull(msg.sender, assets);
  }

  // Withdrawals

  function _redeemShares(uint256 shares, address receiver, address owner) private returns (uint256 assets) {
    Valuation memory v = _value();
    _checkWithdrawalOpen(v);
    _checkBalance(owner, shares);
    assets = _redemption(v, shares, owner);
    _leave(v, assets, shares, receiver, owner);
  }

  function _leave(Valuation memory v, uint256 assets, uint256 shares, address receiver, address owner) private {
    if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
    v.ledger.held -= assets;
    _bookDeparture(v, assets, shares, owner);
    emit Withdraw(msg.sender, receiver, owner, assets, shares);
    _push(receiver, assets);
  }

  /// @dev Burns the shares and books what their leaving does to E and R; the caller has moved the tokens in the ledger.
  function _bookDeparture(Valuation memory v, uint256 assets, uint256 shares, address owner) internal {
    require(assets != 0 && shares != 0, ZeroAmount());
    Departure memory d = _departure(v, assets * SCALE);
    _mark(v.ledger, d.riskCapital, d.riskCharge);
    _ledger.store(v.ledger);
    _burn(owner, shares);
    _emitMarked(v);
  }

  /// @dev What shares are paid that leave at once. The limits hold for what they are worth before the charge: far beyond the limits
  /// the charge grows faster than the worth, and so many shares would be paid so little that it seemed to be within them.
  function _redemption(Valuation memory v, uint256 shares, address owner) internal view returns (uint256) {
    uint256 gross = _grossOf(v, shares);
    _checkInstant(v, _toUnitsDown(gross), owner);
    return _assetsForGross(v, gross);
  }

  /// @dev What leaves at once must be free of lock and claims, and leave E enough for the lock.
  function _checkInstant(Valuation memory v, uint256 assets, address owner) internal view {
    uint256 claim = _claimBefore(v, owner);
    uint256 free = _toUnitsDown(Math.saturatingSub(v.collateral, v.ledger.lock + claim));
    require(assets <= free, NotEnoughFreeCollateral(assets, free));
    uint256 leaving = assets * SCALE;
    require(
      leaving <= _instantLimit(v, claim),
      UtilisationAboveLimit(
        v.ledger.lock,
        Math.saturatingSub(v.found.riskCapital, leaving),
        VaultLimits.WITHDRAWAL_UTILISATION
      )
    );
  }

  /// @dev Named here, before the sums that a number far beyond any balance would overflow.
  function _checkBalance(address owner, uint256 shares) internal view {
    uint256 balance = balanceOf(owner);
    require(shares <= balance, SharesAboveLimit(shares, balance));
  }

  /// @dev The queue does not stand behind itself.
  function _claimBefore(Valuation memory v, address owner) private view returns (uint256) {
    return v.ledger.hasQueue && owner == _queue ? 0 : _queueClaim(v.ledger, v.found.nav);
  }

  function _emitMarked(Valuation memory v) private {
    Ledger memory ledger = v.ledger;
    emit BookMarked(
      _collateralWad(ledger),
      v.found.value,
      ledger.riskCapital,
      ledger.lastRiskCharge,
      ledger.lock,
      v.found.spot
    );
  }
}
