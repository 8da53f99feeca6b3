// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {OracleAnswer} from "../../premium/OracleAnswer.sol";
import {Assessment} from "../../types/Assessment.sol";
import {SeriesId, parseSeriesId} from "../../types/SeriesId.sol";
import {Ledger, LedgerState, LedgerStorage} from "../core/Ledger.sol";
import {Payoff} from "../core/Payoff.sol";
import {NO_SHARES, ShareMath, Shares} from "../core/ShareMath.sol";
import {VaultLimits} from "../core/VaultLimits.sol";
import {FeePayment} from "./FeePayment.sol";
import {QueueEntry} from "./QueueEntry.sol";
import {VaultViews} from "./VaultViews.sol";

/// @title VaultShares
/// @notice The module that serves every way in and out of a vault but `deposit`, payment of settled options and of fees, and the
/// ERC-4626 views; it passes on to `VaultViews` what it does not know.
/// @dev Written on the interface, not on OpenZeppelin's ERC4626: there every entry asks for `totalAssets` anew, which here
/// is a pass over the whole book, and both directions share one price, which here differ by the band.
contract VaultShares is QueueEntry, FeePayment {
  using LedgerStorage for LedgerState;
  using LedgerStorage for Ledger;

  /// @notice The vault's books, for anyone to read.
  VaultViews public immutable views;

  constructor(VaultViews views_) {
    require(address(views_).code.length != 0, IOptionVault.ZeroAddress());
    views = views_;
  }

  /// @notice Whatever is not here is the books': the whole call, the vault's terms behind it included.
  fallback() external {
    (bool ok, bytes memory answer) = address(views).delegatecall(msg.data);
    assembly ("memory-safe") {
      switch ok
      case 0 {
        revert(add(answer, 0x20), mload(answer))
      }
      default {
        return(add(answer, 0x20), mload(answer))
      }
    }
  }

  // Entries

  /// @notice See ERC-4626.
  function mint(uint256 shares, address receiver) external onlyDelegated nonReentrant returns (uint256) {
    return _mintShares(shares, receiver);
  }

  /// @notice See `IOptionVault`.
  function mint(
    uint256 shares,
    address receiver,
    uint256 maxAssets,
    uint256 deadline
  ) external onlyDelegated nonReentrant returns (uint256 assets) {
    _checkDeadline(deadline);
    assets = _mintShares(shares, receiver);
    require(assets <= maxAssets, IOptionVault.AssetsAboveLimit(assets, maxAssets));
  }

  /// @notice See ERC-4626.
  function withdraw(
    uint256 assets,
    address receiver,
    address owner
  ) external onlyDelegated nonReentrant returns (uint256) {
    return _withdrawAssets(assets, receiver, owner);
  }

  /// @notice See `IOptionVault`.
  function withdraw(
    uint256 assets,
    address receiver,
    address owner,
    uint256 maxShares,
    uint256 deadline
  ) external onlyDelegated nonReentrant returns (uint256 shares) {
    _checkDeadline(deadline);
    shares = _withdrawAssets(assets, receiver, owner);
    require(shares <= maxShares, IOptionVault.SharesAboveLimit(shares, maxShares));
  }

  /// @notice See ERC-4626.
  function redeem(
    uint256 shares,
    address receiver,
    address owner
  ) external onlyDelegated nonReentrant returns (uint256) {
    return _redeemShares(shares, receiver, owner);
  }

  /// @notice See `IOptionVault`.
  function redeem(
    uint256 shares,
    address receiver,
    address owner,
    uint256 minAssets,
    uint256 deadline
  ) external onlyDelegated nonReentrant returns (uint256 assets) {
    _checkDeadline(deadline);
    assets = _redeemShares(shares, receiver, owner);
    require(assets >= minAssets, IOptionVault.AssetsBelowLimit(assets, minAssets));
  }

  /// @notice See `IOptionVault`.
  function guaranteedExit(
    uint256 shares,
    address receiver,
    address owner
  ) external onlyDelegated nonReentrant returns (uint256) {
    return _exit(shares, receiver, owner);
  }

  /// @notice See `IOptionVault`.
  function guaranteedExit(
    uint256 shares,
    address receiver,
    address owner,
    uint256 minAssets,
    uint256 deadline
  ) external onlyDelegated nonReentrant returns (uint256 assets) {
    _checkDeadline(deadline);
    assets = _exit(shares, receiver, owner);
    require(assets >= minAssets, IOptionVault.AssetsBelowLimit(assets, minAssets));
  }

  // Settled options

  /// @notice See `IOptionVault`. Nobody can pause it, and it asks no oracle.
  function redeemOptions(
    SeriesId id,
    uint256 quantity,
    address owner,
    address receiver
  ) external onlyDelegated nonReentrant returns (uint256 payout) {
    id = parseSeriesId(SeriesId.unwrap(id));
    require(quantity != 0, IOptionVault.ZeroAmount());
    _checkReceiver(receiver);
    uint256 price = _settledPrices[id.expiryOf()];
    require(price != 0, IOptionVault.NotSettled(id.expiryOf()));

    // Burned first: a quantity that the owner does not have ends here, by the token's own name.
    _optionToken().burn(owner, SeriesId.unwrap(id), quantity, msg.sender);
    payout = Payoff.amountAt(_kind(), quantity, id.strikeOf(), price, _scale(), Math.Rounding.Floor);
    // The payout of what the token has just burned is within the reserve, and so within its field.
    _ledger.held -= uint96(payout);
    _ledger.others -= uint96(payout);
    _ledger.reserve -= uint128(payout);
    emit IOptionVault.OptionsRedeemed(id, owner, receiver, quantity, payout);
    if (payout != 0) _push(receiver, payout);
  }

  // Views

  /// @notice See `IOptionVault`.
  function assess() external view nonReentrantView returns (Assessment memory found) {
    found = _valueAll(Side.Neither).found;
    OracleAnswer.reply(found);
  }

  /// @notice See `IOptionVault`.
  function previewGuaranteedExit(uint256 shares) external view nonReentrantView returns (uint256) {
    return _exitAssets(_ledger.load(), shares);
  }

  /// @notice See ERC-4626.
  function asset() external pure returns (address) {
    return address(_collateralToken());
  }

  /// @notice See ERC-4626. NAV; without a price, what the guaranteed exit shares out. Reverts only inside one of the vault's own calls.
  function totalAssets() external view nonReentrantView returns (uint256) {
    return _toUnitsDown(_navOrFloor(_tryValueAll(Side.Neither)));
  }

  /// @notice See ERC-4626. At NAV itself: no band, no charge for leaving.
  function convertToShares(uint256 assets) external view nonReentrantView returns (uint256) {
    Valuation memory v = _tryValueAll(Side.Neither);
    return Shares.unwrap(ShareMath.toSharesDown(assets * _scale(), _navOrFloor(v), _scale(), v.supply));
  }

  /// @notice See ERC-4626.
  function convertToAssets(uint256 shares) external view nonReentrantView returns (uint256) {
    Valuation memory v = _tryValueAll(Side.Neither);
    return _toUnitsDown(ShareMath.toValueDown(Shares.wrap(shares), _navOrFloor(v), _scale(), v.supply));
  }

  /// @notice See ERC-4626.
  function previewDeposit(uint256 assets) external view nonReentrantView returns (uint256) {
    return Shares.unwrap(_sharesForDeposit(_value(Side.Comer), assets));
  }

  /// @notice See ERC-4626.
  function previewMint(uint256 shares) external view nonReentrantView returns (uint256) {
    return _assetsForMint(_value(Side.Comer), Shares.wrap(shares));
  }

  /// @notice See ERC-4626.
  function previewWithdraw(uint256 assets) external view nonReentrantView returns (uint256) {
    (Shares shares, ) = _sharesForWithdraw(_valueAll(Side.Leaver), assets);
    return Shares.unwrap(shares);
  }

  /// @notice See ERC-4626.
  function previewRedeem(uint256 shares) external view nonReentrantView returns (uint256) {
    return _assetsForRedeem(_valueAll(Side.Leaver), Shares.wrap(shares));
  }

  /// @notice See ERC-4626.
  function maxDeposit(address) external view returns (uint256) {
    if (_reentrancyGuardEntered()) return 0;
    Valuation memory v = _tryValue(Side.Comer);
    return _isDepositOpen(v) ? _depositRoom(v) : 0;
  }

  /// @notice See ERC-4626.
  function maxMint(address) external view returns (uint256) {
    if (_reentrancyGuardEntered()) return 0;
    Valuation memory v = _tryValue(Side.Comer);
    if (!_isDepositOpen(v)) return 0;
    uint256 nav = v.supply == NO_SHARES ? 0 : _navUp(v);
    Shares shares = ShareMath.toSharesDownSaturating(_depositRoom(v) * _scale(), nav, _scale(), v.supply);
    return Math.min(Shares.unwrap(shares), VaultLimits.MAX_SHARES);
  }

  /// @notice See ERC-4626. What the owner's shares pay, up to what may leave at once.
  function maxWithdraw(address owner) external view returns (uint256) {
    if (_reentrancyGuardEntered()) return 0;
    Valuation memory v = _tryValueAll(Side.Leaver);
    if (!_isWithdrawalOpen(v)) return 0;
    return Math.min(_toUnitsDown(_instantLimit(v, v.found.claim)), _assetsForRedeem(v, Shares.wrap(balanceOf(owner))));
  }

  /// @notice See ERC-4626. Shares whose value before the charge is what may leave at once: an underestimate by that charge.
  function maxRedeem(address owner) external view returns (uint256) {
    if (_reentrancyGuardEntered()) return 0;
    Valuation memory v = _tryValueAll(Side.Leaver);
    if (!_isWithdrawalOpen(v)) return 0;
    // The queue does not stand behind itself.
    uint256 limit = _instantLimit(v, owner == _queue ? 0 : v.found.claim);
    Shares most = ShareMath.toSharesDownSaturating(limit, _navDown(v), _scale(), v.supply);
    uint256 shares = Math.min(Shares.unwrap(most), balanceOf(owner));
    // Shares too few for a unit of collateral cannot be redeemed at all.
    return _assetsForRedeem(v, Shares.wrap(shares)) == 0 ? 0 : shares;
  }

  function _mintShares(uint256 shares, address receiver) private returns (uint256 assets) {
    Valuation memory v = _value(Side.Comer);
    _checkDepositOpen(v);
    require(shares <= VaultLimits.MAX_SHARES, IOptionVault.SharesAboveLimit(shares, VaultLimits.MAX_SHARES));
    assets = _assetsForMint(v, Shares.wrap(shares));
    _enter(v, assets, Shares.wrap(shares), receiver);
  }

  function _withdrawAssets(uint256 assets, address receiver, address owner) private returns (uint256 shares) {
    Valuation memory v = _valueAll(Side.Leaver);
    _checkWithdrawalOpen(v);
    _checkInstant(v, assets, v.found.claim);
    (Shares burnt, uint256 charge) = _sharesForWithdraw(v, assets);
    _leave(v, assets, burnt, charge, receiver, owner);
    shares = Shares.unwrap(burnt);
  }

  function _redeemShares(uint256 shares, address receiver, address owner) private returns (uint256 assets) {
    Valuation memory v = _valueAll(Side.Leaver);
    _checkWithdrawalOpen(v);
    _checkBalance(owner, shares);
    uint256 gross = _grossOf(v, Shares.wrap(shares));
    // The limits hold for what the shares are worth before the charge: far beyond the limits the charge grows faster than the
    // worth, and so many shares would be paid so little that it seemed to be within them.
    _checkInstant(v, _toUnitsDown(gross), v.found.claim);
    uint256 charge;
    (assets, charge) = _assetsForGross(v, gross);
    _leave(v, assets, Shares.wrap(shares), charge, receiver, owner);
  }

  function _leave(
    Valuation memory v,
    uint256 assets,
    Shares shares,
    uint256 charge,
    address receiver,
    address owner
  ) private {
    _checkReceiver(receiver);
    if (msg.sender != owner) _spendAllowance(owner, msg.sender, Shares.unwrap(shares));
    v.ledger.held -= assets;
    _bookDeparture(v, assets, shares, charge, owner);
    emit IERC4626.Withdraw(msg.sender, receiver, owner, assets, Shares.unwrap(shares));
    _push(receiver, assets);
  }

  /// @dev Asks for no price, no oracle and no permission. R is left as booked: it is not known here, and those who stay get what
  /// the leaver leaves.
  function _exit(uint256 shares, address receiver, address owner) private returns (uint256 assets) {
    _checkReceiver(receiver);
    _checkBalance(owner, shares);
    Ledger memory ledger = _ledger.load();
    assets = _exitAssets(ledger, shares);
    require(assets != 0, IOptionVault.ZeroAmount());
    if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
    ledger.held -= assets;
    ledger.flowOut(assets * _scale());
    ledger.hasShares = shares != totalSupply();
    _ledger.store(ledger);
    _burn(owner, shares);
    emit IOptionVault.GuaranteedExit(owner, receiver, shares, assets);
    emit IERC4626.Withdraw(msg.sender, receiver, owner, assets, shares);
    _push(receiver, assets);
  }

  function _exitAssets(Ledger memory ledger, uint256 shares) private view returns (uint256) {
    uint256 free = _freeOfPrice(ledger, _collateralWad(ledger));
    if (free == 0) return 0;
    // shares/(supply + virtual shares) × free: without the virtual unit, which nobody put in.
    return _toUnitsDown(ShareMath.toValueDown(Shares.wrap(shares), free, 0, Shares.wrap(totalSupply())));
  }
}
