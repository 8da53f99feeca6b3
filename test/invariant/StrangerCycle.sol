// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevToken} from "../../contracts/devnet/DevToken.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {VaultWorld} from "./VaultWorld.sol";

/// @notice Somebody without a share trades around others' flows, to gain by it.
abstract contract StrangerCycle is VaultWorld {
  /// @dev P4: whoever has no share trades around others' deposits, withdrawals and exits within a block, and ends with nothing held.
  /// Played on the side and undone, so that it disturbs nothing.
  function strangerCycle(uint256 vaultSeed, uint256 seed) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    uint256 snapshot = vm.snapshotState();
    (bool closed, bool gained) = _playStranger(vault, seed);
    vm.revertToState(snapshot);
    if (gained) broken.push("P4: a stranger gained within a block");
    if (closed) ++done["strangerCycle"];
  }

  function _playStranger(IOptionVault vault, uint256 seed) private returns (bool closed, bool gained) {
    DevToken token = DevToken(address(vault.collateral()));
    address stranger = makeAddr("stranger");
    uint256 stake = 1e9 * _unit(vault);
    token.mint(stranger, stake);
    vm.prank(stranger);
    token.approve(address(vault), FOREVER);
    SeriesId[3] memory ids;
    uint256[3] memory held;
    for (uint256 i; i < 3; ++i) {
      bool found;
      (found, ids[i]) = _listed(vault, uint256(keccak256(abi.encode(seed, i))));
      if (!found) return (false, false);
    }
    for (uint256 step; step < 6; ++step) {
      uint256 draw = uint256(keccak256(abi.encode(seed, "step", step)));
      uint256 which = draw % 3;
      if ((draw >> 8) % 2 == 0) _honestFlow(vault, draw >> 16);
      else held[which] = _strangerTrade(vault, stranger, ids[which], held[which], draw >> 16);
    }
    for (uint256 i; i < 3; ++i) {
      uint256 rest = vault.optionToken().balanceOf(stranger, SeriesId.unwrap(ids[i]));
      if (rest == 0) continue;
      vm.prank(stranger);
      try vault.sell(ids[i], rest, 0, stranger, stranger, FOREVER) {} catch {
        return (false, false);
      }
    }
    return (true, token.balanceOf(stranger) > stake);
  }

  function _strangerTrade(
    IOptionVault vault,
    address stranger,
    SeriesId id,
    uint256 held,
    uint256 draw
  ) private returns (uint256) {
    uint256 quantity = _bound(draw, 10, 40_000) * 0.01e18;
    if (held != 0 && draw % 3 != 0) quantity = held;
    vm.prank(stranger);
    if (held != 0 && draw % 3 != 0) {
      try vault.sell(id, quantity, 0, stranger, stranger, FOREVER) {
        return 0;
      } catch {
        return held;
      }
    }
    try vault.buy(id, quantity, FOREVER, stranger, FOREVER) {
      return held + quantity;
    } catch {
      return held;
    }
  }

  function _honestFlow(IOptionVault vault, uint256 draw) private {
    address actor = actors[draw % ACTORS];
    uint256 share = (vault.balanceOf(actor) * ((draw >> 8) % 100)) / 100;
    uint256 kind = (draw >> 16) % 3;
    if (kind == 0) {
      uint256 assets = 1 + ((draw >> 32) % (3000 * _unit(vault)));
      DevToken(address(vault.collateral())).mint(actor, assets);
      vm.prank(actor);
      try vault.deposit(assets, actor) {} catch {}
      return;
    }
    vm.prank(actor);
    if (kind == 1) try vault.redeem(share, actor, actor) {} catch {}
    else try vault.guaranteedExit(share, actor, actor) {} catch {}
  }
}
