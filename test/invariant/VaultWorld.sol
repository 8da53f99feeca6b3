// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {CommonBase} from "forge-std/Base.sol";
import {StdCheats} from "forge-std/StdCheats.sol";
import {StdUtils} from "forge-std/StdUtils.sol";

import {DevToken} from "../../contracts/devnet/DevToken.sol";
import {ExpiryPrice} from "../../contracts/feeds/ExpiryPrice.sol";
import {RealisedVolatility} from "../../contracts/feeds/RealisedVolatility.sol";
import {Assessment} from "../../contracts/types/Assessment.sol";
import {SeriesId, toSeriesId} from "../../contracts/types/SeriesId.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {MockAggregator} from "../mocks/MockAggregator.sol";

/// @notice Signs a report of one flat-shaped surface and delivers it. The suite's fixture does this.
interface IReporting {
  function reportVolatility(uint256 volatility) external;
}

/// @notice Vaults, the people around them and the world beside them; a ghost ledger of what each vault's tokens should be, and what
/// calls were seen to break.
abstract contract VaultWorld is CommonBase, StdCheats, StdUtils {
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

  uint256 internal constant FOREVER = type(uint256).max;
  uint256 internal constant WAD = 1e18;
  uint256 internal constant ACTORS = 4;
  /// @dev Of a share's value: rounding of one token unit and of WAD arithmetic.
  uint256 private constant SHARE_TOLERANCE = 1e9;

  IOptionVault[] public vaults;
  address[] public actors;
  MockAggregator internal aggregator;
  ExpiryPrice internal expiryPrice;
  RealisedVolatility internal realised;
  IReporting internal reporting;

  mapping(address vault => Ghost ghost) public ghosts;
  mapping(address vault => mapping(uint256 expiry => uint256 price)) internal settledAt;
  /// @dev Every series ever bought, by vault.
  mapping(address vault => SeriesId[] ids) internal traded;
  mapping(address vault => mapping(SeriesId id => bool known)) internal isTraded;

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

  function _unit(IOptionVault vault) internal view returns (uint256) {
    return 10 ** DevToken(address(vault.collateral())).decimals();
  }

  function _isHeld(IOptionVault vault, uint256 expiry) internal view returns (bool) {
    (, int256[] memory nets) = vault.strikesOf(expiry);
    for (uint256 i; i < nets.length; ++i) {
      if (nets[i] != 0) return true;
    }
    (uint256[] memory parked, ) = vault.parkedOf(expiry);
    return parked.length != 0;
  }

  function _has(uint256[] memory list, uint256 value) internal pure returns (bool) {
    for (uint256 i; i < list.length; ++i) if (list[i] == value) return true;
    return false;
  }

  function _listed(IOptionVault vault, uint256 seed) internal view returns (bool, SeriesId) {
    uint256[] memory live = vault.expiries();
    if (live.length == 0) return (false, SeriesId.wrap(0));
    uint256 expiry = live[seed % live.length];
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    return (true, toSeriesId(expiry, strikes[(seed >> 8) % strikes.length]));
  }

  function _tradedSeries(IOptionVault vault, uint256 seed) internal view returns (bool, SeriesId) {
    SeriesId[] storage ids = traded[address(vault)];
    if (ids.length == 0) return (false, SeriesId.wrap(0));
    return (true, ids[seed % ids.length]);
  }

  function _remember(IOptionVault vault, SeriesId id) internal {
    if (isTraded[address(vault)][id]) return;
    isTraded[address(vault)][id] = true;
    traded[address(vault)].push(id);
  }

  function _push(uint256 moveSeed) internal {
    (, int256 answer, , , ) = aggregator.latestRoundData();
    aggregator.push(_within((answer * int256(_bound(moveSeed, 95, 105))) / 100));
  }

  function _within(int256 answer) internal pure returns (int256) {
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
