// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionToken} from "../interfaces/IOptionToken.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {ISolvencyLens} from "../interfaces/ISolvencyLens.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {SeriesId, parseSeriesId, toSeriesId} from "../types/SeriesId.sol";

/// @title SolvencyLens
/// @notice See `ISolvencyLens`. With `multicall`, one call answers for all vaults, routers and quoters at the same block.
contract SolvencyLens is ISolvencyLens, Multicall {
  uint256 private constant WAD = 1e18;
  uint256 private constant MAX_DECIMALS = 18;

  /// @inheritdoc ISolvencyLens
  function solvencyOf(
    IOptionVault[] calldata vaults,
    SettledSeries[] calldata settled
  ) external view returns (VaultSolvency[] memory found) {
    found = new VaultSolvency[](vaults.length);
    for (uint256 i = 0; i < vaults.length; ++i) {
      found[i] = _inspect(vaults[i]);
    }
    for (uint256 i = 0; i < settled.length; ++i) {
      uint256 index = settled[i].vault;
      found[index].unredeemed += _unredeemed(vaults[index], parseSeriesId(settled[i].id));
    }
    for (uint256 i = 0; i < vaults.length; ++i) {
      IOptionVault.Accounts memory books = found[i].accounts;
      uint256 claims = found[i].unredeemed + found[i].parked;
      found[i].reserveCovers = claims <= books.reserve && books.reserve <= books.held;
    }
  }

  /// @inheritdoc ISolvencyLens
  function holdingsOf(
    address holder,
    IERC20[] calldata tokens,
    address[] calldata spenders
  ) external view returns (uint256[] memory balances, uint256[][] memory allowances, uint256 native) {
    balances = new uint256[](tokens.length);
    allowances = new uint256[][](tokens.length);
    for (uint256 i = 0; i < tokens.length; ++i) {
      balances[i] = tokens[i].balanceOf(holder);
      allowances[i] = new uint256[](spenders.length);
      for (uint256 j = 0; j < spenders.length; ++j) {
        allowances[i][j] = tokens[i].allowance(holder, spenders[j]);
      }
    }
    native = holder.balance;
  }

  /// @dev All of one vault but what settled options can still redeem.
  function _inspect(IOptionVault vault) private view returns (VaultSolvency memory found) {
    IERC20 collateral = vault.collateral();
    found.vault = address(vault);
    found.tokenBalance = collateral.balanceOf(address(vault));
    found.accounts = vault.accounts();
    found.shareSupply = IERC20(address(vault)).totalSupply();
    uint256 parked;
    (found.worstCase, parked, found.supplyMatches) = _liveSeries(vault);

    IOptionVault.Accounts memory books = found.accounts;
    uint256 owed = books.reserve + books.feesOwed + books.escrow;
    uint256 unit = 10 ** (MAX_DECIMALS - IERC20Metadata(address(collateral)).decimals());
    found.parked = Math.ceilDiv(parked, unit);
    found.lockCovered = found.worstCase <= books.lock && owed <= books.held && books.lock <= (books.held - owed) * unit;
    found.balanceCovers = books.held <= found.tokenBalance;
  }

  /// @dev The vault only writes, so the worst case of its book is the sum of each series' own: for a put a price of zero,
  /// for a call (paid in underlying) a price without bound.
  function _liveSeries(
    IOptionVault vault
  ) private view returns (uint256 worstCase, uint256 parked, bool supplyMatches) {
    IOptionToken token = vault.optionToken();
    bool isPut = vault.kind() == OptionKind.Put;
    supplyMatches = true;
    uint256[] memory expiries = vault.expiries();
    for (uint256 i = 0; i < expiries.length; ++i) {
      (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(expiries[i]);
      (uint256 worst, bool matches) = _worstCaseOf(token, isPut, expiries[i], strikes, nets);
      worstCase += worst;
      supplyMatches = supplyMatches && matches;
      (strikes, nets) = vault.parkedOf(expiries[i]);
      (worst, matches) = _worstCaseOf(token, isPut, expiries[i], strikes, nets);
      parked += worst;
      supplyMatches = supplyMatches && matches;
    }
  }

  function _worstCaseOf(
    IOptionToken token,
    bool isPut,
    uint256 expiry,
    uint256[] memory strikes,
    int256[] memory nets
  ) private view returns (uint256 worstCase, bool supplyMatches) {
    supplyMatches = true;
    for (uint256 i = 0; i < strikes.length; ++i) {
      uint256 supply = token.totalSupply(SeriesId.unwrap(toSeriesId(expiry, strikes[i])));
      supplyMatches = supplyMatches && nets[i] >= 0 && uint256(nets[i]) == supply;
      // Most listed series have no holder: nothing to add.
      if (supply == 0) continue;
      worstCase += isPut ? Math.mulDiv(supply, strikes[i], WAD, Math.Rounding.Ceil) : supply;
    }
  }

  /// @dev Payoff of all that is left of a settled series, token units, rounded down; zero where it is not settled.
  function _unredeemed(IOptionVault vault, SeriesId id) private view returns (uint256) {
    uint256 price = vault.settledPrice(id.expiryOf());
    if (price == 0) return 0;
    uint256 supply = vault.optionToken().totalSupply(SeriesId.unwrap(id));
    uint256 unit = 10 ** (MAX_DECIMALS - IERC20Metadata(address(vault.collateral())).decimals());
    uint256 strike = id.strikeOf();
    if (vault.kind() == OptionKind.Put) {
      return strike > price ? Math.mulDiv(supply, strike - price, WAD) / unit : 0;
    }
    return price > strike ? Math.mulDiv(supply, price - strike, price) / unit : 0;
  }
}
