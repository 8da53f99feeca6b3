// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {DevToken} from "../../../contracts/devnet/DevToken.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IPremiumOracle} from "../../../contracts/interfaces/IPremiumOracle.sol";
import {RedeemQueue} from "../../../contracts/queue/RedeemQueue.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice One history twice, on two vaults alike: in the first a party acts, in the second it keeps still. Honest people do in both
/// what they find acceptable in the first, a hundredth worse than in the second at most.
/// @dev Every call by anybody is a call of this contract to itself: what is refused in either vault happens in neither.
abstract contract TwinVaultsFixture is VaultFixture {
  struct World {
    IOptionVault vault;
    RedeemQueue queue;
    /// What the market moved the party's holdings by, WAD collateral.
    int256 drift;
  }

  uint256 internal constant EPOCH = 1 days;
  uint256 internal constant SERIES = 4;
  uint256 internal constant LOT = 0.01e18;
  uint256 internal constant HOME = 2000e18;

  World internal active;
  World internal still;
  OptionKind internal kind;
  DevToken internal token;
  /// Collateral token units of the first deposit, and WAD a token unit.
  uint256 internal stake;
  uint256 internal unit;
  SeriesId[] internal ids;
  address internal party = makeAddr("party");
  address internal comer = makeAddr("comer");

  /// What the party has got less what it has paid, WAD collateral.
  int256 internal cash;
  /// By how much more its shares gained by others' trades, and by how much others fared worse within their limits.
  int256 internal earned;
  uint256 internal given;
  uint256 internal sharesAtFirst;
  uint256 internal spot = HOME;
  uint256 internal othersActed;

  function setUp() public virtual override {
    super.setUp();
    _passFresh(7 days);
    _passFresh(7 days);
  }

  /// @dev The oracle that the vaults ask.
  function _pricer() internal virtual returns (IPremiumOracle) {
    return oracle;
  }

  /// @dev Two vaults of a deployed tier, λ and β times `factor`, with a queue each, provided for and with expiries in two and eight weeks.
  function _found(OptionKind kind_, bool isWide, uint256 factor) internal {
    kind = kind_;
    bool isPut = kind_ == OptionKind.Put;
    (token, stake) = isPut ? (usdc, 1_000_000e6) : (weth, 500e18);
    IOptionVault.Config memory config = _config(kind_, token, 0, 0);
    config.oracle = _pricer();
    config.series.weeklies = 3;
    config.series.monthlies = 2;
    config.series.minDelta = 0.05e18;
    config.series.maxDelta = 0.9e18;
    config.series.minTenor = 6 hours;
    config.series.maxTenor = 90 days;
    config.risk.riskAversion = (isWide ? 8e18 : 4e18) * factor;
    config.risk.capacityRent = (isWide ? 0.15e18 : 0.05e18) * factor;
    if (!isWide) {
      (config.risk.volOfVol, config.risk.notionalFee) = (0.7e18, 0.0002e18);
      config.risk.lockFee = 0.0001e18;
    }
    uint256 near = _expiry(28);
    uint256 far = _expiry(70);
    for (uint256 i; i < 2; ++i) {
      World storage world = i == 0 ? active : still;
      world.vault = _createVault(config);
      world.queue = new RedeemQueue(world.vault, EPOCH, 1e12);
      world.vault.registerQueue(address(world.queue));
      _approve(world);
      vm.prank(provider);
      world.vault.deposit(stake, provider);
      world.vault.openExpiry(near);
      world.vault.openExpiry(far);
    }
    unit = active.vault.scale();
    (uint256[] memory nearStrikes, ) = active.vault.strikesOf(near);
    (uint256[] memory farStrikes, ) = active.vault.strikesOf(far);
    for (uint256 i; i < SERIES / 2; ++i) {
      ids.push(toSeriesId(near, nearStrikes[2 + 2 * i]));
      ids.push(toSeriesId(far, farStrikes[2 + 3 * i]));
    }
    _tick();
  }

  function _approve(World storage world) private {
    address[4] memory people = [provider, buyer, comer, party];
    for (uint256 i; i < people.length; ++i) {
      token.mint(people[i], 1000 * stake);
      vm.startPrank(people[i]);
      token.approve(address(world.vault), FOREVER);
      world.vault.approve(address(world.queue), FOREVER);
      vm.stopPrank();
    }
  }

  // What is there

  function _world(bool isActive) internal view returns (World storage) {
    return isActive ? active : still;
  }

  function _options(World storage world, address who, uint256 i) internal view returns (uint256) {
    return world.vault.optionToken().balanceOf(who, SeriesId.unwrap(ids[i]));
  }

  function _shares(World storage world) internal view returns (uint256) {
    return world.vault.balanceOf(party);
  }

  /// @dev Options of a series that lock a part (WAD) of the first deposit, in whole lots.
  function _locking(uint256 i, uint256 part) internal view returns (uint256 quantity) {
    quantity = (stake * unit * part) / (kind == OptionKind.Put ? ids[i].strikeOf() : WAD);
    quantity -= quantity % LOT;
  }

  /// @dev Token units to pay (positive) or to get; reverts as the order would.
  function _priceOf(World storage world, uint256 i, int256 quantity) internal view returns (int256 premium) {
    Leg[] memory legs = _alone(ids[i], quantity);
    legs[0].limit = quantity > 0 ? FOREVER : 0;
    (premium, ) = world.vault.checkOrder(legs);
  }

  // Moves, in both worlds

  /// @dev The market goes to `price` at once, then time passes. What the party's holdings gain by that is not its doing.
  function _move(uint256 time, uint256 price) internal {
    (int256 mine, int256 theirs) = (_exposure(active), _exposure(still));
    if (price != spot) _setSpot(price);
    spot = price;
    _pass(time);
    // E takes its step in both.
    _poke();
    active.drift += _exposure(active) - mine;
    still.drift += _exposure(still) - theirs;
  }

  /// @dev Somebody's dust deposit, which marks both vaults.
  function _poke() internal {
    try this.dust() {} catch {}
  }

  function dust() external {
    for (uint256 i; i < 2; ++i) {
      vm.prank(comer);
      _world(i == 0).vault.deposit(1e18 / unit / 100 + 2, comer);
    }
  }

  function _fairOf(uint256 i) private view returns (uint256 fair) {
    (fair, , , ) = oracle.option(kind, ids[i].expiryOf(), ids[i].strikeOf());
  }

  /// @dev What the party holds: options at fair value, shares at their part of C − Σ n·v. WAD collateral.
  function _exposure(World storage world) private view returns (int256 sum) {
    for (uint256 i; i < SERIES; ++i) {
      uint256 held = _options(world, party, i);
      if (held != 0) sum += int256((held * _fairOf(i)) / WAD);
    }
    uint256 shares = _shares(world);
    if (shares == 0) return sum;
    Assessment memory found = world.vault.assess();
    int256 rest = int256(found.capital.collateral) - found.value;
    return sum + (rest * int256(shares)) / int256(world.vault.totalSupply());
  }

  // Measures

  /// @dev C − Σ n·v − R at a risk capital (E itself where zero) of the party's `shares`, WAD collateral.
  function _worth(World storage world, uint256 shares, uint256 capital) internal view returns (int256) {
    if (shares == 0) return 0;
    Assessment memory found = world.vault.assess();
    if (capital == 0) capital = found.capital.riskCapital;
    (uint256 move, uint256 rent) = oracle.chargeAt(found.sums, world.vault.riskParams(), capital);
    int256 nav = int256(found.capital.collateral) - found.value - int256(move + rent);
    return (nav * int256(shares)) / int256(world.vault.totalSupply());
  }

  /// @dev By how much the party's shares are worth more than where it keeps still, each at its vault's own E: within a block nothing
  /// moves that but what is paid.
  function _lead() internal view returns (int256) {
    return _worth(active, _shares(active), 0) - _worth(still, _shares(still), 0);
  }

  function _available(World storage world) private view returns (uint256) {
    Assessment memory found = world.vault.assess();
    uint256 collateral = found.capital.collateral;
    return Math.max(Math.saturatingSub(collateral, uint256(found.value)), collateral / 8);
  }

  /// @dev The party's gain once it holds again what it held at first, WAD parts of the vault: at a common risk capital, moves of the
  /// market taken out, less its part of what honest trades left to all providers; and that less what others gave away within limits.
  function _outcome() internal view returns (int256 net, int256 beyondLimits) {
    uint256 capital = Math.min(_available(active), _available(still));
    int256 gain = cash + _worth(active, sharesAtFirst, capital) - _worth(still, sharesAtFirst, capital);
    gain -= active.drift - still.drift;
    net = earned > 0 ? gain - earned : gain;
    int256 whole = int256(stake * unit);
    beyondLimits = ((net - int256(given)) * int256(WAD)) / whole;
    net = (net * int256(WAD)) / whole;
  }

  // The party, in the first vault

  function partyBuys(uint256 i, uint256 quantity) public {
    vm.prank(party);
    cash -= int256(active.vault.buy(ids[i], quantity, FOREVER, party, FOREVER) * unit);
  }

  function partySells(uint256 i, uint256 quantity) public {
    vm.prank(party);
    cash += int256(active.vault.sell(ids[i], quantity, 0, party, party, FOREVER) * unit);
  }

  function partyDeposits(uint256 assets) public {
    vm.prank(party);
    active.vault.deposit(assets, party);
    cash -= int256(assets * unit);
  }

  function partyMints(uint256 shares) public {
    vm.prank(party);
    cash -= int256(active.vault.mint(shares, party) * unit);
  }

  function partyRedeems(uint256 shares) public {
    vm.prank(party);
    cash += int256(active.vault.redeem(shares, party, party) * unit);
  }

  function partyWithdraws(uint256 assets) public {
    vm.prank(party);
    active.vault.withdraw(assets, party, party);
    cash += int256(assets * unit);
  }

  function partyExits(uint256 shares) public {
    vm.prank(party);
    cash += int256(active.vault.guaranteedExit(shares, party, party, 1, FOREVER) * unit);
  }

  function partyRestores(bool optionsFirst) external {
    if (!optionsFirst) _restoreShares();
    for (uint256 i; i < SERIES; ++i) {
      (uint256 has, uint256 had) = (_options(active, party, i), _options(still, party, i));
      if (has < had) partyBuys(i, had - has);
      if (has > had) partySells(i, has - had);
    }
    if (optionsFirst) _restoreShares();
  }

  function _restoreShares() private {
    uint256 has = _shares(active);
    if (has < sharesAtFirst) partyMints(sharesAtFirst - has);
    if (has <= sharesAtFirst) return;
    uint256 excess = has - sharesAtFirst;
    try this.partyRedeems(excess) {} catch {
      partyExits(excess);
    }
  }

  // Honest people, in both vaults

  modifier honestly() {
    _;
    ++othersActed;
  }

  /// @dev A trade whose price the party has moved by a hundredth at most. Its part of what the trade leaves to all is its own.
  function othersTrade(uint256 i, int256 quantity) external honestly {
    (int256 here, int256 undisturbed) = (_priceOf(active, i, quantity), _priceOf(still, i, quantity));
    int256 limit = undisturbed > 0 ? (undisturbed * 101) / 100 : (undisturbed * 99) / 100;
    require(here <= limit, "beyond the limit");
    int256 before = _lead();
    for (uint256 j; j < 2; ++j) {
      vm.prank(buyer);
      if (quantity > 0) _world(j == 0).vault.buy(ids[i], uint256(quantity), FOREVER, buyer, FOREVER);
      else _world(j == 0).vault.sell(ids[i], uint256(-quantity), 0, buyer, buyer, FOREVER);
    }
    earned += _lead() - before;
    if (here > undisturbed) given += uint256(here - undisturbed) * unit;
  }

  function othersDeposit(uint256 assets) external honestly {
    uint256[2] memory minted;
    for (uint256 j; j < 2; ++j) {
      vm.prank(comer);
      minted[j] = _world(j == 0).vault.deposit(assets, comer);
    }
    require(minted[0] * 100 >= minted[1] * 99, "beyond the limit");
    if (minted[0] < minted[1]) {
      int256 lost = _worth(active, minted[1] - minted[0], 0);
      if (lost > 0) given += uint256(lost);
    }
  }

  function othersRedeem(uint256 shares) external honestly {
    uint256[2] memory paid;
    for (uint256 j; j < 2; ++j) {
      vm.prank(provider);
      paid[j] = _world(j == 0).vault.redeem(shares, provider, provider);
    }
    _leftWith(paid);
  }

  /// @dev What an exit leaves behind is a windfall of all who stay.
  function othersExit(uint256 shares) external honestly {
    int256 before = _lead();
    uint256[2] memory paid;
    for (uint256 j; j < 2; ++j) {
      vm.prank(provider);
      paid[j] = _world(j == 0).vault.guaranteedExit(shares, provider, provider, 1, FOREVER);
    }
    _leftWith(paid);
    earned += _lead() - before;
  }

  function othersRequest(uint256 shares) external honestly {
    for (uint256 j; j < 2; ++j) {
      vm.prank(provider);
      _world(j == 0).queue.requestRedeem(shares, provider, provider, 0);
    }
  }

  /// @dev Fills what was asked for in the last epoch, and pays it out.
  function fill() external honestly {
    uint256[2] memory paid;
    uint256[2] memory filled;
    for (uint256 j; j < 2; ++j) {
      World storage world = _world(j == 0);
      (filled[j], paid[j]) = world.queue.fill(world.queue.currentEpoch() - 1);
      world.queue.claim(world.queue.requestsOf(provider)[0], provider, provider);
    }
    require(filled[0] == filled[1], "another part of the batch");
    _leftWith(paid);
  }

  function _leftWith(uint256[2] memory paid) private {
    require(paid[0] * 100 >= paid[1] * 99, "beyond the limit");
    if (paid[0] < paid[1]) given += (paid[1] - paid[0]) * unit;
  }
}
