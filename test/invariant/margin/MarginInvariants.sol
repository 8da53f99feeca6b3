// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {ISolvencyLens} from "../../../contracts/interfaces/ISolvencyLens.sol";
import {IVaultClearing} from "../../../contracts/interfaces/IVaultClearing.sol";
import {MarginEngine} from "../../../contracts/margin/MarginEngine.sol";
import {SolvencyLens} from "../../../contracts/risk/SolvencyLens.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";
import {IReporting} from "../VaultWorld.sol";
import {MarginHandler} from "./MarginHandler.t.sol";

/// @notice What must hold of vaults with accounts, each by brute force: payoffs are summed at every price where one of
/// them bends.
abstract contract MarginInvariants is VaultFixture, IReporting {
  /// @dev A price at which no strike matters any more.
  uint256 private constant FAR = 1e40;

  MarginHandler internal handler;
  MarginEngine internal engine;
  SolvencyLens internal lens;
  IOptionVault[2] internal ours;

  function _least(OptionKind kind) internal pure override returns (uint256) {
    return kind == OptionKind.Put ? 10e6 : 10e18;
  }

  /// @dev Providers, and two expiries a vault. The engine may be one with a fault.
  function _start(MarginEngine engine_) internal {
    (engine, lens) = (engine_, new SolvencyLens());
    ours = [putVault, callVault];
    IOptionVault[] memory vaults = new IOptionVault[](2);
    (vaults[0], vaults[1]) = (putVault, callVault);
    for (uint256 i; i < 2; ++i) IVaultClearing(address(vaults[i])).registerEngine(address(engine_));
    handler = new MarginHandler(vaults, aggregator, expiryPrice, realised, this, engine_);
    handler.endow(0, 400_000e6);
    handler.endow(1, 200e18);
    for (uint256 i; i < 2; ++i) {
      for (uint256 j; j < 4; ++j) handler.deposit(i, j, (i == 0 ? 1000e6 : 10e18));
      handler.openWeekly(i, 0);
      handler.openWeekly(i, 1);
    }
  }

  /// @dev Holders, and positions in most accounts, at both vaults.
  function _populate() internal {
    for (uint256 vault; vault < 2; ++vault) {
      for (uint256 i; i < 6; ++i) {
        handler.pledge(vault, i, vault == 0 ? uint256(400e6) : 4e18);
        handler.tradeAccount(vault, i, (2 + (i % 4)) << 8, (20 << 8) | (i % 4));
      }
      for (uint256 i; i < 8; ++i) handler.buy(vault, i, i << 8, 100);
    }
    assertGt(handler.done("tradeAccount"), 8);
  }

  /// @inheritdoc IReporting
  function reportVolatility(uint256 volatility) external {
    try surface.submit(_report(volatility), _signaturesOf(volatility)) {} catch {}
    vm.roll(block.number + 1);
  }

  function _signaturesOf(uint256 volatility) private returns (bytes[] memory) {
    // The report that was just built, built again: `_report` counts rounds.
    --round;
    return _signatures(_report(volatility), THRESHOLD);
  }

  // I: what a vault itself says, and what its tokens say

  function _solvencyOf(IOptionVault vault) internal view returns (ISolvencyLens.VaultSolvency memory) {
    IOptionVault[] memory vaults = new IOptionVault[](1);
    vaults[0] = vault;
    SeriesId[] memory ids = handler.tradedOf(address(vault));
    ISolvencyLens.SettledSeries[] memory settled = new ISolvencyLens.SettledSeries[](ids.length);
    for (uint256 i; i < ids.length; ++i) settled[i].id = SeriesId.unwrap(ids[i]);
    return lens.solvencyOf(vaults, settled)[0];
  }

  /// @dev Nothing that a call was seen to break of an invariant, named by what its message begins with.
  function _unbroken(string memory number) internal view {
    bytes memory prefix = bytes(string.concat(number, ":"));
    for (uint256 i; i < handler.brokenCount(); ++i) {
      bytes memory name = bytes(handler.broken(i));
      bool same = name.length >= prefix.length;
      for (uint256 j; same && j < prefix.length; ++j) same = name[j] == prefix[j];
      if (same) revert(string(name));
    }
  }

  function _tokensConserved(IOptionVault vault) internal view {
    (uint256 came, uint256 left, uint256 donated) = handler.ghosts(address(vault));
    IOptionVault.Accounts memory books = vault.accounts();
    assertEq(books.held + books.pledged, came - left, "I4: held and pledged are not what came less what left");
    uint256 balance = vault.collateral().balanceOf(address(vault));
    assertEq(balance, came - left + donated, "I4: tokens are not what came less what left");
    assertEq(vault.collateral().balanceOf(address(engine)), 0, "I5: the engine holds tokens");
  }

  /// @dev I7: Σ_expiries of the worst case of what accounts owe together, WAD, against the pledge.
  function _pledgeCovers(IOptionVault vault) internal view {
    uint256[] memory live = vault.expiries();
    uint256 worst;
    for (uint256 i; i < live.length; ++i) {
      (uint256[] memory strikes, int256[] memory cleared) = IVaultClearing(address(vault)).clearedOf(live[i]);
      worst += _worst(_isPut(vault), strikes, cleared);
    }
    assertGe(vault.accounts().pledged * vault.scale(), worst, "I7: the pledge does not cover what accounts owe");
  }

  // M: accounts

  /// @dev Each account's share covers the worst case of its own positions, expiry by expiry.
  function _sharesCover(IOptionVault vault) internal view {
    for (uint256 i; i < handler.ACCOUNTS(); ++i) {
      IMarginEngine.Account memory account = engine.accountOf(handler.accounts(i));
      uint256 worst;
      for (uint256 j; j < account.positions.length; ++j) {
        uint256 expiry = account.positions[j].id.expiryOf();
        bool first = address(account.positions[j].vault) == address(vault);
        for (uint256 k; first && k < j; ++k) first = !_isAt(account.positions[k], vault, expiry);
        if (first) worst += _worstAt(account, vault, expiry);
      }
      uint256 share = _shareIn(account, vault);
      assertGe(share * vault.scale(), worst, "M5: a share does not cover its account");
    }
  }

  /// @dev Lots of all accounts add up to what the vault has cleared, in every series that either knows.
  function _lotsAddUp(IOptionVault vault) internal view {
    uint256[] memory live = vault.expiries();
    for (uint256 i; i < live.length; ++i) {
      (uint256[] memory strikes, int256[] memory cleared) = IVaultClearing(address(vault)).clearedOf(live[i]);
      for (uint256 j; j < strikes.length; ++j) {
        assertEq(
          _lotsIn(vault, toSeriesId(live[i], strikes[j])),
          cleared[j],
          "M5: lots do not add up to what is cleared"
        );
      }
    }
    // What is not listed has nothing cleared; settled expiries are told by money alone.
    SeriesId[] memory ids = handler.tradedOf(address(vault));
    for (uint256 i; i < ids.length; ++i) {
      if (vault.isListed(ids[i]) || vault.settledPrice(ids[i].expiryOf()) != 0) continue;
      assertEq(_lotsIn(vault, ids[i]), 0, "M5: lots in a series that is not listed");
    }
  }

  /// @dev Shares, less what is owed at expiries that the vault has settled, are the pledge, but for what rounding left
  /// there.
  function _sharesAddUp(IOptionVault vault) internal view {
    int256 sum;
    uint256 pending;
    for (uint256 i; i < handler.ACCOUNTS(); ++i) {
      IMarginEngine.Account memory account = engine.accountOf(handler.accounts(i));
      sum += int256(_shareIn(account, vault));
      for (uint256 j; j < account.positions.length; ++j) {
        uint256 expiry = account.positions[j].id.expiryOf();
        bool first = _isAt(account.positions[j], vault, expiry) && vault.settledPrice(expiry) != 0;
        for (uint256 k; first && k < j; ++k) first = !_isAt(account.positions[k], vault, expiry);
        if (!first) continue;
        sum -= _owed(account, vault, expiry);
        ++pending;
      }
    }
    int256 pledged = int256(vault.accounts().pledged);
    assertLe(sum, pledged, "M5: shares exceed the pledge");
    uint256 dust = handler.roundings(address(vault)) + pending;
    assertLe(pledged, sum + int256(dust), "M5: pledge that is nobody's");
  }

  // Sums

  function _isPut(IOptionVault vault) private view returns (bool) {
    return vault.kind() == OptionKind.Put;
  }

  function _isAt(
    IMarginEngine.Position memory position,
    IOptionVault vault,
    uint256 expiry
  ) private pure returns (bool) {
    return address(position.vault) == address(vault) && position.id.expiryOf() == expiry;
  }

  function _shareIn(IMarginEngine.Account memory account, IOptionVault vault) private pure returns (uint256) {
    for (uint256 i; i < account.pledges.length; ++i) {
      if (address(account.pledges[i].vault) == address(vault)) return account.pledges[i].amount;
    }
    return 0;
  }

  function _lotsIn(IOptionVault vault, SeriesId id) private view returns (int256 sum) {
    for (uint256 i; i < handler.ACCOUNTS(); ++i) {
      IMarginEngine.Position[] memory positions = engine.accountOf(handler.accounts(i)).positions;
      for (uint256 j; j < positions.length; ++j) {
        if (address(positions[j].vault) != address(vault)) continue;
        if (SeriesId.unwrap(positions[j].id) == SeriesId.unwrap(id)) sum += positions[j].quantity;
      }
    }
  }

  /// @dev An account's strikes and quantities of an expiry, zeros where a position is of another.
  function _legsAt(
    IMarginEngine.Account memory account,
    IOptionVault vault,
    uint256 expiry
  ) private pure returns (uint256[] memory strikes, int256[] memory quantities) {
    uint256 count = account.positions.length;
    (strikes, quantities) = (new uint256[](count), new int256[](count));
    for (uint256 i; i < count; ++i) {
      if (!_isAt(account.positions[i], vault, expiry)) continue;
      (strikes[i], quantities[i]) = (account.positions[i].id.strikeOf(), account.positions[i].quantity);
    }
  }

  function _worstAt(
    IMarginEngine.Account memory account,
    IOptionVault vault,
    uint256 expiry
  ) private view returns (uint256) {
    (uint256[] memory strikes, int256[] memory quantities) = _legsAt(account, vault, expiry);
    return _worst(_isPut(vault), strikes, quantities);
  }

  /// @dev ⌈Σ quantity·payoff⌉ at the price at which the vault settled, token units.
  function _owed(
    IMarginEngine.Account memory account,
    IOptionVault vault,
    uint256 expiry
  ) private view returns (int256) {
    (uint256[] memory strikes, int256[] memory quantities) = _legsAt(account, vault, expiry);
    uint256 price = vault.settledPrice(expiry);
    int256 sum = _paid(_isPut(vault), strikes, quantities, price);
    int256 unit = int256((_isPut(vault) ? WAD : price) * vault.scale());
    return sum > 0 ? (sum + unit - 1) / unit : sum / unit;
  }

  /// @dev The most that is paid at a strike or an end, WAD, rounded down.
  function _worst(
    bool isPut,
    uint256[] memory strikes,
    int256[] memory quantities
  ) private pure returns (uint256 worst) {
    for (uint256 i; i < strikes.length + 2; ++i) {
      uint256 price =
        i < strikes.length
          ? strikes[i]
          : i == strikes.length && isPut
            ? 0
            : FAR;
      if (!isPut && price == 0) continue;
      int256 sum = _paid(isPut, strikes, quantities, price);
      if (sum <= 0) continue;
      uint256 paid = uint256(sum) / (isPut ? WAD : price);
      if (paid > worst) worst = paid;
    }
  }

  /// @dev Σ quantity·max(0, K − P), or of max(0, P − K): to be divided by one, or by P.
  function _paid(
    bool isPut,
    uint256[] memory strikes,
    int256[] memory quantities,
    uint256 price
  ) private pure returns (int256 sum) {
    for (uint256 i; i < strikes.length; ++i) {
      int256 inside = isPut ? int256(strikes[i]) - int256(price) : int256(price) - int256(strikes[i]);
      if (inside > 0) sum += quantities[i] * inside;
    }
  }
}
