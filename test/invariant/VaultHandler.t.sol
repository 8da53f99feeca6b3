// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevToken} from "../../contracts/devnet/DevToken.sol";
import {ExpiryPrice} from "../../contracts/feeds/ExpiryPrice.sol";
import {RealisedVolatility} from "../../contracts/feeds/RealisedVolatility.sol";
import {IOptionToken} from "../../contracts/interfaces/IOptionToken.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {VaultState} from "../../contracts/types/VaultState.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {MockAggregator} from "../mocks/MockAggregator.sol";
import {StrangerCycle} from "./StrangerCycle.sol";
import {IReporting, VaultWorld} from "./VaultWorld.sol";

/// @notice Everything that people do to vaults, over several vaults at once, with time, price and surface moving beside
/// them.
/// @dev No call reverts: refusals are the vault's right. What a call must never do is written to `broken` and looked at by the
/// invariants.
contract VaultHandler is StrangerCycle {
  constructor(
    IOptionVault[] memory vaults_,
    MockAggregator aggregator_,
    ExpiryPrice expiryPrice_,
    RealisedVolatility realised_,
    IReporting reporting_
  ) VaultWorld(vaults_, aggregator_, expiryPrice_, realised_, reporting_) {}

  // Providers

  function deposit(uint256 vaultSeed, uint256 actorSeed, uint256 amount) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    uint256 assets = _bound(amount, 1, 1000 * _unit(vault));
    DevToken(address(vault.collateral())).mint(actor, assets);
    Print[] memory before = _prints();
    uint256 perShare = _navPerShare(vault);
    vm.prank(actor);
    try vault.deposit(assets, actor) {
      ghosts[address(vault)].came += assets;
      _after("deposit", vault, before);
      _perShareKept(vault, perShare);
    } catch {}
  }

  function withdraw(uint256 vaultSeed, uint256 actorSeed, uint256 share) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    uint256 shares = (vault.balanceOf(actor) * _bound(share, 1, WAD)) / WAD;
    Print[] memory before = _prints();
    uint256 perShare = _navPerShare(vault);
    uint256 supply = vault.totalSupply();
    vm.prank(actor);
    try vault.redeem(shares, actor, actor) returns (uint256 assets) {
      ghosts[address(vault)].left += assets;
      _after("withdraw", vault, before);
      if (shares < supply) _perShareKept(vault, perShare);
    } catch {}
  }

  function withdrawExactly(uint256 vaultSeed, uint256 actorSeed, uint256 amount) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    uint256 most = vault.maxWithdraw(actor);
    if (most == 0) return;
    uint256 assets = _bound(amount, 1, most);
    Print[] memory before = _prints();
    vm.prank(actor);
    // S1: what maxWithdraw says can be withdrawn.
    try vault.withdraw(assets, actor, actor) {
      ghosts[address(vault)].left += assets;
      _after("withdrawExactly", vault, before);
    } catch {
      broken.push("S1: withdrawing within maxWithdraw reverted");
    }
  }

  function leaveGuaranteed(uint256 vaultSeed, uint256 actorSeed, uint256 share) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    uint256 shares = (vault.balanceOf(actor) * _bound(share, 1, WAD)) / WAD;
    uint256 promised = vault.previewGuaranteedExit(shares);
    if (promised == 0) return;
    Print[] memory before = _prints();
    vm.prank(actor);
    // O2: the guaranteed exit works in every state of the world.
    try vault.guaranteedExit(shares, actor, actor) returns (uint256 assets) {
      ghosts[address(vault)].left += assets;
      if (assets != promised) broken.push("O2: guaranteed exit paid other than its preview");
      _after("leaveGuaranteed", vault, before);
    } catch {
      broken.push("O2: guaranteed exit reverted");
    }
  }

  // Traders

  function buy(uint256 vaultSeed, uint256 actorSeed, uint256 seriesSeed, uint256 amount) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    (bool found, SeriesId id) = _listed(vault, seriesSeed);
    if (!found) return;
    uint256 quantity = _bound(amount, 10, 3000) * 0.01e18;
    DevToken(address(vault.collateral())).mint(actor, 1e9 * _unit(vault));
    Print[] memory before = _prints();
    uint256 perShare = _navPerShare(vault);
    vm.prank(actor);
    try vault.buy(id, quantity, FOREVER, actor, FOREVER) returns (uint256 premium) {
      ghosts[address(vault)].came += premium;
      if (premium == 0) broken.push("P5: a premium of zero");
      _remember(vault, id);
      _after("buy", vault, before);
      _perShareKept(vault, perShare);
    } catch {}
  }

  function sell(uint256 vaultSeed, uint256 actorSeed, uint256 seriesSeed, uint256 share) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    (bool found, SeriesId id) = _tradedSeries(vault, seriesSeed);
    if (!found) return;
    uint256 held = vault.optionToken().balanceOf(actor, SeriesId.unwrap(id));
    uint256 quantity = ((held * _bound(share, 1, WAD)) / WAD / 0.01e18) * 0.01e18;
    Print[] memory before = _prints();
    uint256 perShare = _navPerShare(vault);
    vm.prank(actor);
    try vault.sell(id, quantity, 0, actor, actor, FOREVER) returns (uint256 payout) {
      ghosts[address(vault)].left += payout;
      _after("sell", vault, before);
      _perShareKept(vault, perShare);
    } catch {}
  }

  /// @dev P4 in small: what was bought and sold back in one block has cost something.
  function roundTrip(uint256 vaultSeed, uint256 actorSeed, uint256 seriesSeed, uint256 amount) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    (bool found, SeriesId id) = _listed(vault, seriesSeed);
    if (!found) return;
    uint256 quantity = _bound(amount, 10, 2000) * 0.01e18;
    DevToken(address(vault.collateral())).mint(actor, 1e9 * _unit(vault));
    vm.prank(actor);
    try vault.buy(id, quantity, FOREVER, actor, FOREVER) returns (uint256 premium) {
      ghosts[address(vault)].came += premium;
      _remember(vault, id);
      vm.prank(actor);
      try vault.sell(id, quantity, 0, actor, actor, FOREVER) returns (uint256 payout) {
        ghosts[address(vault)].left += payout;
        if (payout >= premium) broken.push("P4: a round trip made money");
        ++done["roundTrip"];
      } catch {}
    } catch {}
  }

  function redeemOptions(uint256 vaultSeed, uint256 actorSeed, uint256 seriesSeed, uint256 share) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    (bool found, SeriesId id) = _tradedSeries(vault, seriesSeed);
    if (!found || vault.settledPrice(id.expiryOf()) == 0) return;
    uint256 held = vault.optionToken().balanceOf(actor, SeriesId.unwrap(id));
    uint256 quantity = (held * _bound(share, 1, WAD)) / WAD;
    if (quantity == 0) return;
    Print[] memory before = _prints();
    vm.prank(actor);
    // I2, O2: a settled claim is payable at any time.
    try vault.redeemOptions(id, quantity, actor, actor) returns (uint256 payout) {
      ghosts[address(vault)].left += payout;
      _after("redeemOptions", vault, before);
    } catch {
      broken.push("I2: redeeming settled options reverted");
    }
  }

  function passOptions(uint256 vaultSeed, uint256 actorSeed, uint256 toSeed, uint256 seriesSeed) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    (bool found, SeriesId id) = _tradedSeries(vault, seriesSeed);
    if (!found) return;
    IOptionToken token = vault.optionToken();
    uint256 amount = token.balanceOf(actor, SeriesId.unwrap(id)) / 2;
    vm.prank(actor);
    token.transfer(actors[toSeed % ACTORS], SeriesId.unwrap(id), amount);
  }

  // Keepers and the world

  function openExpiry(uint256 vaultSeed, uint256 daySeed) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    uint256 expiry = ((block.timestamp / 1 days) + _bound(daySeed, 1, 28)) * 1 days + 8 hours;
    Print[] memory before = _prints();
    try vault.openExpiry(expiry) {
      _after("openExpiry", vault, before);
    } catch {}
  }

  function openWeekly(uint256 vaultSeed, uint256 weeksAhead) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    // 1 January 1970 was a Thursday: Fridays are the days with day % 7 = 1.
    uint256 day = block.timestamp / 1 days + 1;
    day += (8 - (day % 7)) % 7;
    try vault.openExpiry((day + 7 * (weeksAhead % 4)) * 1 days + 8 hours) {
      ++done["openWeekly"];
    } catch {}
  }

  function relist(uint256 vaultSeed, uint256 expirySeed) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    uint256[] memory live = vault.expiries();
    if (live.length == 0) return;
    Print[] memory before = _prints();
    try vault.relist(live[expirySeed % live.length]) {
      _after("relist", vault, before);
    } catch {}
  }

  /// @dev The smallest order in two strikes of an expiry, a move that leaves its ladder, and the ladder laid anew: what is held there is
  /// parked, and what an earlier move left behind may come back.
  function dustAndMove(uint256 vaultSeed, uint256 actorSeed, uint256 seriesSeed, bool up) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    uint256 smallest = vault.seriesRules().minOrder;
    for (uint256 i; i < 2; ++i) {
      (bool found, SeriesId id) = _listed(vault, seriesSeed + (i << 8));
      if (!found) return;
      DevToken(address(vault.collateral())).mint(actor, 1e6 * _unit(vault));
      vm.prank(actor);
      try vault.buy(id, smallest, FOREVER, actor, FOREVER) returns (uint256 premium) {
        ghosts[address(vault)].came += premium;
        _remember(vault, id);
      } catch {}
    }
    vm.warp(block.timestamp + 12);
    vm.roll(block.number + 1);
    (, int256 answer, , , ) = aggregator.latestRoundData();
    aggregator.push(_within(up ? (answer * 5) / 4 : (answer * 4) / 5));
    uint256[] memory live = vault.expiries();
    Print[] memory before = _prints();
    for (uint256 i; i < live.length; ++i) {
      (uint256[] memory parked, ) = vault.parkedOf(live[i]);
      try vault.relist(live[i]) {
        (uint256[] memory now_, ) = vault.parkedOf(live[i]);
        for (uint256 j; j < now_.length; ++j) if (!_has(parked, now_[j])) ++done["park"];
        for (uint256 j; j < parked.length; ++j) if (!_has(now_, parked[j])) ++done["unpark"];
        _after("relist", vault, before);
      } catch {}
    }
  }

  function settle(uint256 vaultSeed) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    uint256[] memory live = vault.expiries();
    if (live.length == 0) return;
    Print[] memory before = _prints();
    uint256 fixedPrice = expiryPrice.priceOf(live[0]);
    bool wasHeld = _isHeld(vault, live[0]);
    // O2: a fixed expiry settles, whatever else is wrong.
    try vault.settle(live[0]) {
      if (fixedPrice == 0 && wasHeld) broken.push("T1: settled without a fixed price");
      settledAt[address(vault)][live[0]] = fixedPrice;
      _after("settle", vault, before);
    } catch {
      if (fixedPrice != 0) broken.push("O2: settling a fixed expiry reverted");
    }
  }

  /// @dev Brings the chain to the end of the earliest live expiry with a price of its own, and proves it.
  function reachExpiry(uint256 vaultSeed, uint256 moveSeed) external {
    uint256[] memory live = vaults[vaultSeed % vaults.length].expiries();
    if (live.length == 0 || expiryPrice.priceOf(live[0]) != 0) return;
    uint256 expiry = live[0];
    if (block.timestamp + 30 minutes < expiry) {
      if (expiry - block.timestamp > 4 days) return;
      vm.warp(expiry - 30 minutes);
    }
    if (block.timestamp > expiry - 30 minutes) return;
    _push(moveSeed);
    uint80 start = aggregator.latestRoundId();
    vm.warp(expiry + 1);
    vm.roll(block.number + 300);
    try expiryPrice.prove(expiry, start, 0, 512) returns (uint256 price) {
      if (price == 0) broken.push("T2: a whole window proved nothing");
      ++done["prove"];
    } catch {
      broken.push("T2: a whole window was not provable");
    }
    reporting.reportVolatility(0.8e18);
  }

  function passTime(uint256 time, uint256 moveSeed, uint256 volatility) external {
    uint256 step = _bound(time, 12, 10 hours);
    vm.warp(block.timestamp + step);
    vm.roll(block.number + 1 + step / 12);
    _push(moveSeed);
    realised.update();
    if (volatility % 3 != 0) reporting.reportVolatility(_bound(volatility, 0.7e18, 0.9e18));
    ++done["passTime"];
  }

  function movePrice(uint256 moveSeed) external {
    vm.warp(block.timestamp + 12);
    vm.roll(block.number + 1);
    _push(moveSeed);
  }

  function crash(uint256 seed) external {
    if (seed % 8 != 0) return;
    vm.warp(block.timestamp + 12);
    vm.roll(block.number + 1);
    (, int256 answer, , , ) = aggregator.latestRoundData();
    aggregator.push(_within(seed % 16 == 0 ? (answer * 65) / 100 : (answer * 150) / 100));
    ++done["crash"];
  }

  // Mischief

  function donate(uint256 vaultSeed, uint256 amount) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    uint256 units = _bound(amount, 1, 500 * _unit(vault));
    uint256 perShare = _navPerShare(vault);
    DevToken(address(vault.collateral())).mint(address(vault), units);
    ghosts[address(vault)].donated += units;
    // S2: a donation moves no price.
    if (_navPerShare(vault) != perShare) broken.push("S2: a donation moved NAV per share");
    ++done["donate"];
  }

  function intrude(uint256 vaultSeed, uint256 actorSeed, uint256 what) external {
    (IOptionVault vault, address actor) = _pick(vaultSeed, actorSeed);
    bool through;
    uint256 which = what % 7;
    vm.startPrank(actor);
    if (which == 0) (through, ) = address(vault).call(abi.encodeCall(vault.fillRedeem, (1, 1)));
    if (which == 1) (through, ) = address(vault).call(abi.encodeCall(vault.releaseEscrow, (actor, 1)));
    if (which == 2) (through, ) = address(vault).call(abi.encodeCall(vault.registerQueue, (actor)));
    if (which == 3) (through, ) = address(vault).call(abi.encodeCall(vault.tighten, (VaultState.SettleOnly)));
    if (which == 4)
      (through, ) = address(vault).call(abi.encodeCall(vault.setProtocolFee, (vault.protocolFee() + 0.05e18)));
    if (which == 5) {
      (through, ) = address(vault.optionToken()).call(abi.encodeCall(IOptionToken.mint, (actor, 1, 1e18)));
    }
    if (which == 6) {
      address victim = actors[(actorSeed + 1) % ACTORS];
      if (victim != actor && vault.balanceOf(victim) != 0) {
        (through, ) = address(vault).call(
          abi.encodeWithSignature("guaranteedExit(uint256,address,address)", 1, actor, victim)
        );
      }
    }
    vm.stopPrank();
    if (through) broken.push("G1: an outsider did what only a role may");
  }
}
