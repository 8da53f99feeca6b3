// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {ISolvencyLens} from "../../contracts/interfaces/ISolvencyLens.sol";
import {SolvencyLens} from "../../contracts/risk/SolvencyLens.sol";
import {OptionKind} from "../../contracts/types/OptionKind.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {LedgerStorage} from "../../contracts/vault/core/Ledger.sol";
import {VaultFixture} from "../fixtures/VaultFixture.sol";
import {VaultHandler} from "./VaultHandler.t.sol";
import {IReporting} from "./VaultWorld.sol";

/// @notice The solvency and share invariants over a set of vaults, as one list of what is broken, so that the suite and the
/// proof that it can fail (`BrokenTwin.t.sol`) run the same checks.
abstract contract VaultInvariants is VaultFixture, IReporting {
  /// @dev Where a vault's ledger begins (see `VaultLayout`), and in its first word the flags.
  bytes32 private constant LEDGER_SLOT = bytes32(uint256(1));
  uint256 private constant FLAGS_BIT = 240;

  VaultHandler internal handler;
  SolvencyLens internal lens;

  /// @dev The handler's vaults hold some thousand units, of either token.
  function _least(OptionKind kind) internal pure override returns (uint256) {
    return kind == OptionKind.Put ? 10e6 : 10e18;
  }

  /// @dev Call after `setUp` has made the vaults.
  function _start(IOptionVault[] memory vaults) internal {
    lens = new SolvencyLens();
    handler = new VaultHandler(vaults, aggregator, expiryPrice, realised, this);
    for (uint256 i; i < vaults.length; ++i) {
      handler.deposit(i, i, 1000 * 10 ** uint256(_decimals(vaults[i])));
      handler.openWeekly(i, 0);
      handler.openWeekly(i, 1);
    }
  }

  /// @inheritdoc IReporting
  function reportVolatility(uint256 volatility) external {
    try surface.submit(_report(volatility), _signaturesOf(volatility)) {} catch {}
    vm.roll(block.number + 1);
  }

  /// @notice Names of the invariants that do not hold now.
  function _brokenNow() internal view returns (string[] memory names) {
    uint256 seen = handler.brokenCount();
    uint256 count = handler.vaultCount();
    names = new string[](seen + 8 * count);
    uint256 found;
    for (uint256 i; i < seen; ++i) names[found++] = handler.broken(i);
    for (uint256 i; i < count; ++i) {
      IOptionVault vault = handler.vaults(i);
      ISolvencyLens.VaultSolvency memory solvency = _solvency(vault);
      if (!solvency.lockCovered) names[found++] = "I1: the lock is not covered";
      if (!_parkedIsKnown(vault, solvency)) names[found++] = "I1: the ledger does not say whether series are parked";
      if (!solvency.reserveCovers) names[found++] = "I2: the reserve does not cover what is unredeemed";
      if (!handler.settledPricesKept(vault)) names[found++] = "I2: a settled price changed";
      if (!_ledgerHolds(vault, solvency)) names[found++] = "I4: tokens held are not what came less what left";
      if (!solvency.supplyMatches) names[found++] = "I6: option supply is not the net obligation";
      if (!solvency.pledgeCovers) names[found++] = "I7: the pledge does not cover what accounts owe";
      if (!_expiriesInOrder(vault)) names[found++] = "T1: live expiries are not one ascending list";
    }
    assembly ("memory-safe") {
      mstore(names, found)
    }
  }

  /// @notice Fails with what is broken of an invariant, named by what its message begins with.
  function _hold(string memory number) internal view {
    string[] memory broken = _brokenNow();
    bytes memory prefix = bytes(string.concat(number, ":"));
    for (uint256 i; i < broken.length; ++i) {
      bytes memory name = bytes(broken[i]);
      bool same = name.length >= prefix.length;
      for (uint256 j; same && j < prefix.length; ++j) same = name[j] == prefix[j];
      if (same) revert(broken[i]);
    }
  }

  function _solvency(IOptionVault vault) private view returns (ISolvencyLens.VaultSolvency memory) {
    IOptionVault[] memory vaults = new IOptionVault[](1);
    vaults[0] = IOptionVault(address(vault));
    SeriesId[] memory ids = handler.tradedOf(address(vault));
    ISolvencyLens.SettledSeries[] memory settled = new ISolvencyLens.SettledSeries[](ids.length);
    for (uint256 i; i < ids.length; ++i) settled[i].id = SeriesId.unwrap(ids[i]);
    return lens.solvencyOf(vaults, settled)[0];
  }

  function _ledgerHolds(IOptionVault vault, ISolvencyLens.VaultSolvency memory s) private view returns (bool) {
    (uint256 came, uint256 left, uint256 donated) = handler.ghosts(address(vault));
    return s.accounts.held == came - left && s.tokenBalance == s.accounts.held + donated;
  }

  /// @dev Whether the ledger's flag is what the parked series say: without it no pass prices them, and NAV leaves them out.
  function _parkedIsKnown(IOptionVault vault, ISolvencyLens.VaultSolvency memory s) private view returns (bool) {
    uint256 flags = uint256(vm.load(address(vault), LEDGER_SLOT)) >> FLAGS_BIT;
    return (flags & LedgerStorage.HAS_PARKED != 0) == (s.parked != 0);
  }

  function _expiriesInOrder(IOptionVault vault) private view returns (bool) {
    uint256[] memory live = vault.expiries();
    for (uint256 i; i < live.length; ++i) {
      if (vault.settledPrice(live[i]) != 0) return false;
      if (i != 0 && live[i] <= live[i - 1]) return false;
    }
    return true;
  }

  function _decimals(IOptionVault vault) private view returns (uint8) {
    return vault.collateral() == IERC20(address(weth)) ? 18 : 6;
  }

  function _signaturesOf(uint256 volatility) private returns (bytes[] memory) {
    // The report that was just built, built again: `_report` counts rounds.
    --round;
    return _signatures(_report(volatility), THRESHOLD);
  }
}
