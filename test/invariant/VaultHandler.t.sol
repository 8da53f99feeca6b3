// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {CommonBase} from "forge-std/Base.sol";
import {StdCheats} from "forge-std/StdCheats.sol";
import {StdUtils} from "forge-std/StdUtils.sol";

import {DevToken} from "../../contracts/devnet/DevToken.sol";
import {ExpiryPrice} from "../../contracts/feeds/ExpiryPrice.sol";
import {RealisedVolatility} from "../../contracts/feeds/RealisedVolatility.sol";
import {IOptionToken} from "../../contracts/interfaces/IOptionToken.sol";
import {Assessment} from "../../contracts/types/Assessment.sol";
import {SeriesId, toSeriesId} from "../../contracts/types/SeriesId.sol";
import {VaultState} from "../../contracts/types/VaultState.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {MockAggregator} from "../mocks/MockAggregator.sol";

/// @notice Signs a report of one flat-shaped surface and delivers it. The suite's fixture does this.
interface IReporting {
  function reportVolatility(uint256 volatility) external;
}

/// @notice Everything that people do to vaults, over several vaults at once, with time, price and surface moving beside
/// them; and a ghost ledger of what each vault's tokens should be.
/// @dev No call reverts: refusals are the vault's right. What a call must never do is written to `broken` and looked at by the
/// invariants.
contract VaultHandler is CommonBase, StdCheats, StdUtils {
  /// @dev What one vault has been given and has paid, token units.
  struct Ghost {
    uint256 came;
    uint256 left;
    uint256 donated;
  }

  /// @dev What must not move in a vault that a call does not name.
  struct Print {
    uint256 balance;
    bytes32 accounts;
    bytes32 book;
    uint256 supply;
  }

  uint256 private constant FOREVER = type(uint256).max;
  uint256 private constant WAD = 1e18;
  uint256 private constant ACTORS = 4;
  /// @dev Of a share's value: rounding of one token unit and of WAD arithmetic.
  uint256 private constant SHARE_TOLERANCE = 1e9;

  IOptionVault[] public vaults;
  address[] public actors;
  MockAggregator private aggregator;
  ExpiryPrice private expiryPrice;
  RealisedVolatility private realised;
  IReporting private reporting;

  mapping(address vault => Ghost ghost) public ghosts;
  mapping(address vault => mapping(uint256 expiry => uint256 price)) private settledAt;
  /// @dev Every series ever bought, by vault.
  mapping(address vault => SeriesId[] ids) private traded;
  mapping(address vault => mapping(SeriesId id => bool known)) private isTraded;

  /// @notice Invariants that a call was seen to break, by name.
  string[] public broken;
  /// @notice Calls that went through, by name.
  mapping(bytes32 name => uint256 count) public done;

  constructor(
    IOptionVault[] memory vaults_,
    MockAggregator aggregator_,
    ExpiryPrice expiryPrice_,
    RealisedVolatility realised_,
    IReporting reporting_
  ) {
    vaults = vaults_;
    (aggregator, expiryPrice, realised, reporting) = (aggregator_, expiryPrice_, realised_, reporting_);
    for (uint256 i; i < ACTORS; ++i) actors.push(makeAddr(string(abi.encodePacked("actor", i))));
    for (uint256 i; i < vaults_.length; ++i) {
      for (uint256 j; j < ACTORS; ++j) {
        IERC20 collateral = vaults_[i].collateral();
        vm.prank(actors[j]);
        collateral.approve(address(vaults_[i]), type(uint256).max);
      }
    }
  }

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

  // What the invariants read

  function brokenCount() external view returns (uint256) {
    return broken.length;
  }

  function vaultCount() external view returns (uint256) {
    return vaults.length;
  }

  function tradedOf(address vault) external view returns (SeriesId[] memory) {
    return traded[vault];
  }

  /// @notice T1, I2: a settled price never changes.
  function settledPricesKept(IOptionVault vault) external view returns (bool) {
    SeriesId[] memory ids = traded[address(vault)];
    for (uint256 i; i < ids.length; ++i) {
      uint256 then_ = settledAt[address(vault)][ids[i].expiryOf()];
      if (then_ != 0 && vault.settledPrice(ids[i].expiryOf()) != then_) return false;
    }
    return true;
  }

  // Inside

  function _pick(uint256 vaultSeed, uint256 actorSeed) internal view returns (IOptionVault vault, address actor) {
    return (vaults[vaultSeed % vaults.length], actors[actorSeed % ACTORS]);
  }

  function _unit(IOptionVault vault) private view returns (uint256) {
    return 10 ** DevToken(address(vault.collateral())).decimals();
  }

  function _isHeld(IOptionVault vault, uint256 expiry) private view returns (bool) {
    (, int256[] memory nets) = vault.strikesOf(expiry);
    for (uint256 i; i < nets.length; ++i) {
      if (nets[i] != 0) return true;
    }
    (uint256[] memory parked, ) = vault.parkedOf(expiry);
    return parked.length != 0;
  }

  function _has(uint256[] memory list, uint256 value) private pure returns (bool) {
    for (uint256 i; i < list.length; ++i) if (list[i] == value) return true;
    return false;
  }

  function _listed(IOptionVault vault, uint256 seed) private view returns (bool, SeriesId) {
    uint256[] memory live = vault.expiries();
    if (live.length == 0) return (false, SeriesId.wrap(0));
    uint256 expiry = live[seed % live.length];
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    return (true, toSeriesId(expiry, strikes[(seed >> 8) % strikes.length]));
  }

  function _tradedSeries(IOptionVault vault, uint256 seed) private view returns (bool, SeriesId) {
    SeriesId[] storage ids = traded[address(vault)];
    if (ids.length == 0) return (false, SeriesId.wrap(0));
    return (true, ids[seed % ids.length]);
  }

  function _remember(IOptionVault vault, SeriesId id) private {
    if (isTraded[address(vault)][id]) return;
    isTraded[address(vault)][id] = true;
    traded[address(vault)].push(id);
  }

  function _push(uint256 moveSeed) private {
    (, int256 answer, , , ) = aggregator.latestRoundData();
    aggregator.push(_within((answer * int256(_bound(moveSeed, 95, 105))) / 100));
  }

  function _within(int256 answer) private pure returns (int256) {
    if (answer < 300e8) return 300e8;
    return answer > 20_000e8 ? int256(20_000e8) : answer;
  }

  /// @dev NAV per share, 1e36; zero where there is no price or no share.
  function _navPerShare(IOptionVault vault) internal view returns (uint256) {
    uint256 supply = vault.totalSupply();
    if (supply == 0) return 0;
    try vault.assess() returns (Assessment memory found) {
      return found.nav > 0 ? (uint256(found.nav) * 1e36) / (supply + 1e6) : 0;
    } catch {
      return 0;
    }
  }

  /// @dev S3: at an unchanged market, trades and providers' calls never lower NAV per share beyond rounding.
  function _perShareKept(IOptionVault vault, uint256 before) internal {
    if (before == 0 || vault.totalSupply() == 0) return;
    uint256 now_ = _navPerShare(vault);
    uint256 slack = before / SHARE_TOLERANCE + (1e36 * 1e18) / (_unit(vault) * (vault.totalSupply() + 1e6)) + 1;
    if (now_ + slack < before) broken.push("S3: NAV per share fell");
  }

  function _prints() internal view returns (Print[] memory prints) {
    prints = new Print[](vaults.length);
    for (uint256 i; i < vaults.length; ++i) {
      IOptionVault vault = vaults[i];
      prints[i] = Print({
        balance: vault.collateral().balanceOf(address(vault)),
        accounts: keccak256(abi.encode(vault.accounts())),
        book: keccak256(abi.encode(vault.book())),
        supply: vault.totalSupply()
      });
    }
  }

  /// @dev I3: a call that names one vault leaves the others' tokens, books and supply as they were.
  function _after(bytes32 name, IOptionVault named, Print[] memory before) internal {
    ++done[name];
    Print[] memory now_ = _prints();
    for (uint256 i; i < vaults.length; ++i) {
      if (vaults[i] == named) continue;
      if (keccak256(abi.encode(before[i])) != keccak256(abi.encode(now_[i]))) {
        broken.push("I3: a call on one vault moved another");
      }
    }
  }
}
