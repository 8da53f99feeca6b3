// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionToken} from "../interfaces/IOptionToken.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {ISolvencyLens} from "../interfaces/ISolvencyLens.sol";
import {IVaultClearing} from "../interfaces/IVaultClearing.sol";
import {PayoffEnvelope} from "../math/PayoffEnvelope.sol";
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
    uint256 unit = 10 ** (MAX_DECIMALS - IERC20Metadata(address(collateral)).decimals());
    Live memory live = _liveSeries(vault, unit);
    (found.worstCase, found.clearedWorstCase, found.supplyMatches) = (live.worst, live.clearedWorst, live.matches);
    found.parked = Math.ceilDiv(live.parked, unit);

    IOptionVault.Accounts memory books = found.accounts;
    uint256 owed = books.reserve + books.feesOwed + books.escrow;
    found.lockCovered = found.worstCase <= books.lock && owed <= books.held && books.lock <= (books.held - owed) * unit;
    found.balanceCovers = books.held + books.pledged <= found.tokenBalance;
    found.pledgeCovers = found.clearedWorstCase <= books.pledged;
  }

  /// @dev What the live series of a vault come to. WAD collateral but for `clearedWorst`.
  struct Live {
    uint256 worst;
    /// Token units, rounded up an expiry.
    uint256 clearedWorst;
    uint256 parked;
    bool matches;
  }

  /// @dev Expiry by expiry: options of one do not cover those of another.
  function _liveSeries(IOptionVault vault, uint256 unit) private view returns (Live memory live) {
    IOptionToken token = vault.optionToken();
    bool isPut = vault.kind() == OptionKind.Put;
    live.matches = true;
    uint256[] memory expiries = vault.expiries();
    for (uint256 i = 0; i < expiries.length; ++i) {
      (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(expiries[i]);
      (, int256[] memory cleared) = IVaultClearing(address(vault)).clearedOf(expiries[i]);
      live.worst += _worstOf(isPut, strikes, nets);
      live.clearedWorst += Math.ceilDiv(_worstOf(isPut, strikes, cleared), unit);
      live.matches = live.matches && _supplyIs(token, expiries[i], strikes, nets, cleared);
      (strikes, nets) = vault.parkedOf(expiries[i]);
      live.parked += _worstOf(isPut, strikes, nets);
      live.matches = live.matches && _supplyIs(token, expiries[i], strikes, nets, new int256[](nets.length));
    }
  }

  function _worstOf(bool isPut, uint256[] memory strikes, int256[] memory nets) private pure returns (uint256) {
    return isPut ? PayoffEnvelope.worstPuts(strikes, nets) : PayoffEnvelope.worstCalls(strikes, nets);
  }

  function _supplyIs(
    IOptionToken token,
    uint256 expiry,
    uint256[] memory strikes,
    int256[] memory nets,
    int256[] memory cleared
  ) private view returns (bool) {
    for (uint256 i = 0; i < strikes.length; ++i) {
      uint256 supply = token.totalSupply(SeriesId.unwrap(toSeriesId(expiry, strikes[i])));
      if (int256(supply) != nets[i] + cleared[i]) return false;
    }
    return true;
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
