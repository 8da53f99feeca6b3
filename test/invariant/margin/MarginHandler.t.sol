// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {DevToken} from "../../../contracts/devnet/DevToken.sol";
import {ExpiryPrice} from "../../../contracts/feeds/ExpiryPrice.sol";
import {RealisedVolatility} from "../../../contracts/feeds/RealisedVolatility.sol";
import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IVaultClearing} from "../../../contracts/interfaces/IVaultClearing.sol";
import {AccountId, toAccountId} from "../../../contracts/types/AccountId.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";
import {VaultHandler} from "../VaultHandler.t.sol";
import {IReporting} from "../VaultWorld.sol";

/// @notice Six accounts that do everything an account can, beside the traders, providers and the world of
/// `VaultHandler`.
/// @dev Each account has an owner of its own; one broker is everybody's operator, and moves positions between them.
contract MarginHandler is VaultHandler {
  uint256 public constant ACCOUNTS = 6;
  uint256 private constant LOT = 0.01e18;

  IMarginEngine public engine;
  AccountId[] public accounts;
  address private _broker;
  /// @notice Ends of one account's positions of one expiry: each leaves less than a token unit in the pledge.
  mapping(address vault => uint256 count) public roundings;

  constructor(
    IOptionVault[] memory vaults_,
    MockAggregator aggregator_,
    ExpiryPrice expiryPrice_,
    RealisedVolatility realised_,
    IReporting reporting_,
    IMarginEngine engine_
  ) VaultHandler(vaults_, aggregator_, expiryPrice_, realised_, reporting_) {
    engine = engine_;
    _broker = makeAddr("broker");
    for (uint256 i; i < ACCOUNTS; ++i) {
      address owner = makeAddr(string(abi.encodePacked("owner", i)));
      accounts.push(toAccountId(owner, uint96(i)));
      vm.prank(owner);
      engine_.setOperator(_broker, true);
      for (uint256 j; j < vaults_.length; ++j) _allow(vaults_[j], owner);
    }
  }

  function _allow(IOptionVault vault, address owner) private {
    IERC20 token = vault.collateral();
    DevToken(address(token)).mint(owner, 1e9 * _unit(vault));
    vm.startPrank(owner);
    token.approve(address(engine), FOREVER);
    token.approve(address(vault), FOREVER);
    vault.optionToken().setOperator(address(engine), true);
    vm.stopPrank();
  }

  /// @notice What a vault begins with, once each.
  function endow(uint256 vaultSeed, uint256 assets) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    if (vault.totalSupply() != 0) return;
    DevToken(address(vault.collateral())).mint(actors[0], assets);
    vm.prank(actors[0]);
    vault.deposit(assets, actors[0]);
    ghosts[address(vault)].came += assets;
  }

  // Pledges

  function pledge(uint256 vaultSeed, uint256 accountSeed, uint256 amount) external {
    (IOptionVault vault, AccountId account) = _choose(vaultSeed, accountSeed);
    uint256 units = _bound(amount, 1, 500 * _unit(vault));
    Print[] memory before = _prints();
    vm.prank(account.ownerOf());
    try engine.deposit(account, vault, units) {
      ghosts[address(vault)].came += units;
      _after("pledge", vault, before);
    } catch {
      broken.push("M4: a deposit was refused");
    }
  }

  function unpledge(uint256 vaultSeed, uint256 accountSeed, uint256 share) external {
    (IOptionVault vault, AccountId account) = _choose(vaultSeed, accountSeed);
    (uint256 amount, uint256 needed) = _pledgeOf(account, vault);
    uint256 units = ((amount - needed) * _bound(share, 1, WAD)) / WAD;
    if (units == 0) return;
    Print[] memory before = _prints();
    vm.prank(account.ownerOf());
    try engine.withdraw(account, vault, units, account.ownerOf()) {
      ghosts[address(vault)].left += units;
      _after("unpledge", vault, before);
    } catch {
      broken.push("M4: withdrawing what is free was refused");
    }
  }

  /// @dev What positions need never leaves, from any account.
  function takeTooMuch(uint256 vaultSeed) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    for (uint256 i; i < ACCOUNTS; ++i) {
      AccountId account = accounts[i];
      (uint256 amount, uint256 needed) = _pledgeOf(account, vault);
      uint256 units = amount - needed + 1;
      vm.prank(account.ownerOf());
      try engine.withdraw(account, vault, units, account.ownerOf()) {
        ghosts[address(vault)].left += units;
        broken.push("M5: an account took more than its positions leave free");
      } catch {}
    }
  }

  // Trading

  /// @dev A deposit of what it may need and an order of one or two legs, in one batch.
  function tradeAccount(uint256 vaultSeed, uint256 accountSeed, uint256 seriesSeed, uint256 draw) external {
    (IOptionVault vault, AccountId account) = _choose(vaultSeed, accountSeed);
    (bool found, SeriesId id) = _listed(vault, seriesSeed);
    if (!found) return;
    Leg[] memory legs = new Leg[](1 + (draw % 2));
    uint256 quantity = _bound(draw >> 8, 10, 2000) * LOT;
    legs[0] = _leg(id, (draw >> 1) % 2 == 0 ? int256(quantity) : -int256(quantity));
    if (legs.length == 2) {
      (, SeriesId other) = _listed(vault, seriesSeed + (1 << 8));
      legs[1] = _leg(other, -legs[0].quantity);
    }
    _send("tradeAccount", vault, account, legs, 2000 * _unit(vault));
  }

  /// @dev Trades back all that an account has in a series.
  function closeOut(uint256 accountSeed, uint256 positionSeed) external {
    AccountId account = accounts[accountSeed % ACCOUNTS];
    (bool found, IMarginEngine.Position memory position) = _positionOf(account, positionSeed);
    if (!found) return;
    Leg[] memory legs = new Leg[](1);
    legs[0] = _leg(position.id, position.quantity);
    _send("closeOut", position.vault, account, legs, 100 * _unit(position.vault));
  }

  function _send(bytes32 name, IOptionVault vault, AccountId account, Leg[] memory legs, uint256 stake) private {
    bytes[] memory calls = new bytes[](3);
    calls[0] = abi.encodeCall(engine.deposit, (account, vault, stake));
    calls[1] = abi.encodeCall(engine.trade, (account, vault, legs, type(int256).max, FOREVER));
    // And takes back what turned out to be too much.
    calls[2] = abi.encodeCall(engine.withdraw, (account, vault, type(uint256).max, account.ownerOf()));
    Print[] memory before = _prints();
    uint256 perShare = _navPerShare(vault);
    vm.prank(account.ownerOf());
    try engine.batch(calls) returns (bytes[] memory results) {
      ghosts[address(vault)].came += stake;
      ghosts[address(vault)].left += abi.decode(results[2], (uint256));
      for (uint256 i; i < legs.length; ++i) _remember(vault, legs[i].id);
      _after(name, vault, before);
      _perShareKept(vault, perShare);
    } catch {}
  }

  // Option tokens

  function surrenderTokens(uint256 vaultSeed, uint256 accountSeed, uint256 seriesSeed, uint256 share) external {
    (IOptionVault vault, AccountId account) = _choose(vaultSeed, accountSeed);
    (bool found, SeriesId id) = _listed(vault, seriesSeed);
    if (!found) return;
    address owner = account.ownerOf();
    // Some of what it has, or bought for it.
    uint256 quantity = _bound(share, 10, 300) * LOT;
    if (vault.optionToken().balanceOf(owner, SeriesId.unwrap(id)) < quantity) {
      vm.prank(owner);
      try vault.buy(id, quantity, FOREVER, owner, FOREVER) returns (uint256 premium) {
        ghosts[address(vault)].came += premium;
        _remember(vault, id);
      } catch {
        return;
      }
    }
    Print[] memory before = _prints();
    vm.prank(owner);
    try engine.surrender(account, vault, id, quantity) {
      _after("surrender", vault, before);
    } catch (bytes memory reason) {
      if (bytes4(reason) != IMarginEngine.TooManyPositions.selector) broken.push("M4: a surrender was refused");
    }
  }

  function issueTokens(uint256 accountSeed, uint256 positionSeed, uint256 share) external {
    AccountId account = accounts[accountSeed % ACCOUNTS];
    (bool found, IMarginEngine.Position memory position) = _positionOf(account, positionSeed);
    if (!found || position.quantity >= 0) return;
    uint256 lots = uint256(-position.quantity) / LOT;
    uint256 quantity = (1 + (share % lots)) * LOT;
    Print[] memory before = _prints();
    vm.prank(account.ownerOf());
    try engine.issue(account, position.vault, position.id, quantity, account.ownerOf()) {
      _remember(position.vault, position.id);
      _after("issue", position.vault, before);
    } catch (bytes memory reason) {
      if (!_mayRefuseIssue(bytes4(reason))) broken.push("M4: an issue was refused for want of a price");
    }
  }

  /// @dev What it covers, how much holders could sell back, and whether the series is there: none is a price.
  function _mayRefuseIssue(bytes4 selector) private pure returns (bool) {
    return
      selector == IMarginEngine.PledgeTooSmall.selector ||
      selector == IVaultClearing.PledgeTooSmall.selector ||
      selector == IVaultClearing.LongAboveLimit.selector ||
      selector == IOptionVault.SeriesNotListed.selector ||
      selector == IOptionVault.ExpiryNotOpen.selector;
  }

  // Between accounts

  function moveAcross(uint256 fromSeed, uint256 toSeed, uint256 positionSeed, uint256 share) external {
    (AccountId from, AccountId to) = (accounts[fromSeed % ACCOUNTS], accounts[toSeed % ACCOUNTS]);
    (bool found, IMarginEngine.Position memory position) = _positionOf(from, positionSeed);
    if (!found) return;
    Leg[] memory legs = new Leg[](1);
    int256 lots = position.quantity / int256(LOT) / int256(1 + (share % 3));
    if (lots == 0) return;
    legs[0] = _leg(position.id, lots * int256(LOT));
    (uint256 amount, ) = _pledgeOf(from, position.vault);
    _move(from, to, position.vault, legs, (amount * (share % 101)) / 100);
  }

  function _move(AccountId from, AccountId to, IOptionVault vault, Leg[] memory legs, uint256 amount) private {
    Print[] memory before = _prints();
    vm.prank(_broker);
    try engine.move(from, to, vault, legs, amount) {
      _after("move", vault, before);
    } catch {}
  }

  // The end

  /// @dev Anyone, whenever: one account of one expiry.
  function settleOne(uint256 accountSeed, uint256 positionSeed) public {
    AccountId account = accounts[accountSeed % ACCOUNTS];
    (bool found, IMarginEngine.Position memory position) = _positionOf(account, positionSeed);
    if (!found) return;
    uint256 expiry = position.id.expiryOf();
    if (position.vault.settledPrice(expiry) == 0) return;
    Print[] memory before = _prints();
    try engine.settleAccount(account, position.vault, expiry) {
      ++roundings[address(position.vault)];
      _after("settleAccount", position.vault, before);
    } catch {
      broken.push("M4: settling an account was refused");
    }
  }

  /// @dev A vault's next expiry ends, at a price of its own, and some accounts follow at once.
  function endExpiry(uint256 vaultSeed, uint256 moveSeed) external {
    IOptionVault vault = vaults[vaultSeed % vaults.length];
    uint256[] memory live = vault.expiries();
    if (live.length == 0) return;
    if (block.timestamp + 1 days < live[0]) {
      vm.roll(block.number + (live[0] - 1 days - block.timestamp) / 12);
      vm.warp(live[0] - 1 days);
    }
    this.reachExpiry(vaultSeed, moveSeed);
    for (uint256 i; i < vaults.length; ++i) this.settle(i);
    for (uint256 i; i < ACCOUNTS / 2; ++i) settleOne(moveSeed + i, moveSeed >> i);
    this.openWeekly(vaultSeed, 1);
  }

  /// @dev The market's price comes no more, until it does: everything below needs none.
  function fallSilent(uint256 seed) external {
    if (seed % 6 != 0) return;
    vm.warp(block.timestamp + 26 hours);
    vm.roll(block.number + 7800);
    ++done["fallSilent"];
  }

  // Inside

  function _choose(
    uint256 vaultSeed,
    uint256 accountSeed
  ) private view returns (IOptionVault vault, AccountId account) {
    return (vaults[vaultSeed % vaults.length], accounts[accountSeed % ACCOUNTS]);
  }

  function _leg(SeriesId id, int256 quantity) private pure returns (Leg memory) {
    return Leg({id: id, quantity: quantity, limit: quantity > 0 ? FOREVER : 0});
  }

  function _pledgeOf(AccountId account, IOptionVault vault) private view returns (uint256 amount, uint256 needed) {
    IMarginEngine.Pledge[] memory pledges = engine.accountOf(account).pledges;
    for (uint256 i; i < pledges.length; ++i) {
      if (address(pledges[i].vault) == address(vault)) return (pledges[i].amount, pledges[i].needed);
    }
  }

  function _positionOf(
    AccountId account,
    uint256 seed
  ) private view returns (bool found, IMarginEngine.Position memory position) {
    IMarginEngine.Position[] memory positions = engine.accountOf(account).positions;
    if (positions.length != 0) (found, position) = (true, positions[seed % positions.length]);
  }
}
