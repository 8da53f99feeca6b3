// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IVaultClearing} from "../interfaces/IVaultClearing.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {OptionKind} from "../types/OptionKind.sol";

/// @notice What accounts need to know of a vault: terms that were fixed when it was made, in one word. Zero for a vault
/// that is not listed.
/// @dev Layout: index (bits 0..15, counted from 1) | log10 of the scale (16..23) | whether it writes puts (24..31) |
/// tick size (32..103, WAD) | lot size (104..167, WAD) | smallest order (168..207, lots). `VaultLimits` bounds tick and
/// lot below 2^70 and 2^64.
type VaultTerms is uint256;

using {indexOf, scaleOf, isPut, tickSizeOf, lotSizeOf, minLotsOf} for VaultTerms global;

/// @notice By which accounts name the vault.
function indexOf(VaultTerms terms) pure returns (uint256) {
  return uint16(VaultTerms.unwrap(terms));
}

/// @notice WAD per token unit.
function scaleOf(VaultTerms terms) pure returns (uint256) {
  return 10 ** uint8(VaultTerms.unwrap(terms) >> 16);
}

function isPut(VaultTerms terms) pure returns (bool) {
  return uint8(VaultTerms.unwrap(terms) >> 24) != 0;
}

/// @notice WAD quote per underlying.
function tickSizeOf(VaultTerms terms) pure returns (uint256) {
  return uint72(VaultTerms.unwrap(terms) >> 32);
}

/// @notice WAD options.
function lotSizeOf(VaultTerms terms) pure returns (uint256) {
  return uint64(VaultTerms.unwrap(terms) >> 104);
}

/// @notice The smallest order, in lots; 2^40 − 1 where it is larger than any position.
function minLotsOf(VaultTerms terms) pure returns (uint256) {
  return uint40(VaultTerms.unwrap(terms) >> 168);
}

/// @title VaultListing
/// @notice The vaults that accounts use: those of one factory that answer to this engine. Each is listed at its first
/// use, by whoever comes first, and stays: neither its terms nor its engine ever change.
abstract contract VaultListing is IMarginEngine {
  using SafeCast for uint256;

  /// @inheritdoc IMarginEngine
  IVaultFactory public immutable factory;

  mapping(IOptionVault vault => VaultTerms terms) private _terms;
  mapping(IOptionVault vault => IERC20 collateral) private _collaterals;
  mapping(uint256 index => IOptionVault vault) private _vaults;
  uint256 private _count;

  constructor(IVaultFactory factory_) {
    factory = factory_;
  }

  /// @notice Terms of a vault that somebody may come to for the first time.
  function _listed(IOptionVault vault) internal returns (VaultTerms terms) {
    terms = _terms[vault];
    if (VaultTerms.unwrap(terms) == 0) terms = _list(vault);
  }

  /// @notice Terms of a vault that accounts have used.
  function _termsOf(IOptionVault vault) internal view returns (VaultTerms terms) {
    terms = _terms[vault];
    require(VaultTerms.unwrap(terms) != 0, VaultNotListed(vault));
  }

  /// @notice Token of a vault that is listed.
  function _collateralOf(IOptionVault vault) internal view returns (IERC20) {
    return _collaterals[vault];
  }

  /// @param index as accounts name it
  function _vaultAt(uint256 index) internal view returns (IOptionVault) {
    return _vaults[index];
  }

  /// @dev The factory is asked first: nothing is called at an address that it does not know.
  function _list(IOptionVault vault) private returns (VaultTerms terms) {
    bool answers = factory.isVault(address(vault)) && IVaultClearing(address(vault)).engine() == address(this);
    require(answers, VaultNotListed(vault));
    IOptionVault.SeriesRules memory rules = vault.seriesRules();
    uint256 index = ++_count;
    uint256 packed = index.toUint16();
    packed |= Math.log10(vault.scale()) << 16;
    packed |= (vault.kind() == OptionKind.Put ? uint256(1) : 0) << 24;
    packed |= uint256(rules.tickSize.toUint72()) << 32;
    packed |= uint256(rules.lotSize.toUint64()) << 104;
    packed |= Math.min(rules.minOrder / rules.lotSize, type(uint40).max) << 168;
    terms = VaultTerms.wrap(packed);
    (_vaults[index], _terms[vault]) = (vault, terms);
    _collaterals[vault] = vault.collateral();
    emit VaultListed(vault);
  }
}
