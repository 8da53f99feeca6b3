// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ExpiryPrice} from "../../contracts/feeds/ExpiryPrice.sol";
import {RealisedVolatility} from "../../contracts/feeds/RealisedVolatility.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {RedeemQueue} from "../../contracts/queue/RedeemQueue.sol";
import {MockAggregator} from "../mocks/MockAggregator.sol";
import {VaultHandler} from "./VaultHandler.t.sol";
import {IReporting} from "./VaultWorld.sol";

/// @notice Everything that people do to vaults, and everything that they do to the vaults' redeem queues beside it.
contract QueueHandler is VaultHandler {
  mapping(IOptionVault vault => RedeemQueue) public queues;
  /// @dev Token units that fills set aside and that claims took.
  mapping(IOptionVault vault => uint256) public setAside;
  mapping(IOptionVault vault => uint256) public paid;

  constructor(
    IOptionVault[] memory vaults_,
    RedeemQueue[] memory queues_,
    MockAggregator aggregator_,
    ExpiryPrice expiryPrice_,
    RealisedVolatility realised_,
    IReporting reporting_
  ) VaultHandler(vaults_, aggregator_, expiryPrice_, realised_, reporting_) {
    for (uint256 i; i < vaults_.length; ++i) {
      queues[vaults_[i]] = queues_[i];
      for (uint256 j; j < actors.length; ++j) {
        vm.prank(actors[j]);
        vaults_[i].approve(address(queues_[i]), type(uint256).max);
      }
    }
  }

  /// @dev Several people in one batch, each with an odd number of shares.
  function requestTogether(uint256 vaultSeed, uint256 share) external {
    for (uint256 i; i < actors.length; ++i) request(vaultSeed, i, _bound(share, 1, WAD) / (5 + 2 * i), 0);
  }

  function request(uint256 vaultSeed, uint256 actorSeed, uint256 share, uint256 minimumSeed) public {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    uint256 shares = (vault.balanceOf(actor) * _bound(share, 1, WAD)) / WAD;
    uint256 minimum = minimumSeed % 2 == 0 ? 0 : _bound(minimumSeed, 0.5e18, 1.1e18);
    Print[] memory before = _prints();
    uint256 supply = vault.totalSupply();
    vm.prank(actor);
    try queues[vault].requestRedeem(shares, actor, actor, minimum) {
      if (vault.totalSupply() != supply) broken.push("S4: requested shares left the supply");
      _after("request", vault, before);
    } catch {}
  }

  /// @dev Into the next epoch, at a price of its own; then what was asked for in the last one.
  function fillInTime(uint256 vaultSeed, uint256 moveSeed) external {
    uint256 length = queues[vaults[0]].epochLength();
    this.passTime(length - (block.timestamp % length), moveSeed, 1);
    for (uint256 i; i < vaults.length; ++i) fill(vaultSeed + i);
  }

  function fill(uint256 vaultSeed) public {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    RedeemQueue queue = queues[vault];
    Print[] memory before = _prints();
    uint256 perShare = _navPerShare(vault);
    uint256 epoch = queue.currentEpoch() - 1;
    try queue.fill(epoch) returns (uint256, uint256 assets) {
      setAside[vault] += assets;
      _after("fill", vault, before);
      _perShareKept(vault, perShare);
    } catch {}
  }

  function claim(uint256 vaultSeed, uint256 actorSeed, uint256 which) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    RedeemQueue queue = queues[vault];
    uint256[] memory ids = queue.requestsOf(actor);
    if (ids.length == 0) return;
    uint256 id = ids[which % ids.length];
    (, uint256 assets, , uint256 returnable) = queue.standingOf(id, actor);
    if (assets == 0 && returnable == 0) return;
    Print[] memory before = _prints();
    vm.prank(actor);
    // O2: what is claimable can be claimed in every state of the world.
    try queue.claim(id, actor, actor) returns (uint256 taken, uint256 back) {
      if (taken != assets || back != returnable) broken.push("S4: a claim paid other than it stood at");
      _paid(vault, taken);
      _after("claim", vault, before);
    } catch {
      broken.push("O2: a claim reverted");
    }
  }

  function redeemClaimable(uint256 vaultSeed, uint256 actorSeed, uint256 share) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    RedeemQueue queue = queues[vault];
    uint256 shares = (queue.maxRedeem(actor) * _bound(share, 1, WAD)) / WAD;
    Print[] memory before = _prints();
    vm.prank(actor);
    try queue.redeem(shares, actor, actor) returns (uint256 assets) {
      _paid(vault, assets);
      _after("redeemClaimable", vault, before);
    } catch {}
  }

  function withdrawClaimable(uint256 vaultSeed, uint256 actorSeed, uint256 share) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    RedeemQueue queue = queues[vault];
    uint256 assets = (queue.maxWithdraw(actor) * _bound(share, 1, WAD)) / WAD;
    if (assets == 0) return;
    vm.prank(actor);
    try queue.withdraw(assets, actor, actor) {
      _paid(vault, assets);
      ++done["withdrawClaimable"];
    } catch {
      broken.push("S1: withdrawing within the queue's maxWithdraw reverted");
    }
  }

  function renew(uint256 vaultSeed, uint256 actorSeed, uint256 which) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    RedeemQueue queue = queues[vault];
    uint256[] memory ids = queue.requestsOf(actor);
    if (ids.length == 0) return;
    vm.prank(actor);
    try queue.renew(ids[which % ids.length], actor, 0) {
      ++done["renew"];
    } catch {}
  }

  function closeBatch(uint256 vaultSeed, uint256 ago) external {
    RedeemQueue queue = queues[vaults[vaultSeed % vaults.length]];
    try queue.close(queue.currentEpoch() - (ago % 8)) {
      ++done["closeBatch"];
    } catch {}
  }

  function donateShares(uint256 vaultSeed, uint256 actorSeed, uint256 share) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    RedeemQueue queue = queues[vault];
    uint256 shares = (vault.balanceOf(actor) * _bound(share, 1, WAD / 100)) / WAD;
    vm.prank(actor);
    vault.transfer(address(queue), shares);
    if (share % 2 == 0) {
      try queue.sweep() {
        ++done["sweep"];
      } catch {}
    }
  }

  function actorCount() external view returns (uint256) {
    return actors.length;
  }

  function _paid(IOptionVault vault, uint256 assets) private {
    paid[vault] += assets;
    ghosts[address(vault)].left += assets;
  }
}
