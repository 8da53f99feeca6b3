// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {RedeemQueue} from "../../../contracts/queue/RedeemQueue.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice A put vault with its queue, under the calendar and the tiers of the deployment's markets, on a day when the farthest
/// monthly is 56 days off.
abstract contract DeployedTermsFixture is VaultFixture {
  uint256 internal constant EPOCH = 1 days;
  /// @dev Share units of a whole share.
  uint256 internal constant SHARE = 1e12;

  IOptionVault internal vault;
  RedeemQueue internal queue;
  /// @dev The expiry 56 days off.
  uint256 internal far;
  address internal attacker = makeAddr("attacker");
  address internal leaver = makeAddr("leaver");
  address private passerBy = makeAddr("passerBy");

  function setUp() public virtual override {
    super.setUp();
    _passFresh(7 days);
    _passFresh(7 days);
    far = _expiry(70);
    _useTier(8e18, 0.15e18, 1e18);
  }

  /// @dev A new vault of such a tier, with a queue of its own.
  function _useTier(uint256 riskAversion, uint256 capacityRent, uint256 volOfVol) internal {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, riskAversion, capacityRent);
    config.risk.volOfVol = volOfVol;
    config.series.weeklies = 3;
    config.series.monthlies = 2;
    config.series.minDelta = 0.05e18;
    config.series.maxDelta = 0.9e18;
    config.series.minTenor = 6 hours;
    config.series.maxTenor = 90 days;
    vault = _createVault(config);
    queue = new RedeemQueue(vault, EPOCH, 100 * SHARE);
    vault.registerQueue(address(queue));
  }

  function _strike(uint256 expiry, uint256 index) internal view returns (SeriesId) {
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    return toSeriesId(expiry, strikes[index]);
  }

  function _request(address who, uint256 shares, uint256 minimum) internal returns (uint256 id) {
    vm.startPrank(who);
    vault.approve(address(queue), FOREVER);
    id = queue.requestRedeem(shares, who, who, minimum);
    vm.stopPrank();
  }

  /// @dev A minute into the next epoch, with price and surface reported anew and the vault's step of the day made.
  function _nextEpoch() internal {
    _passFresh(EPOCH - (vm.getBlockTimestamp() % EPOCH) + 60);
    _tick();
    _deposit(vault, passerBy, 1e6);
    _tick();
  }

  function _lastEpoch() internal view returns (uint256) {
    return queue.currentEpoch() - 1;
  }

  /// @dev NAV less the band a whole share, WAD.
  function _price() internal view returns (uint256) {
    Assessment memory found = vault.assess();
    return ((uint256(found.nav) - found.band + 1e12) * SHARE) / (vault.totalSupply() + 1e6);
  }

  /// @dev What a sum of shares is worth at NAV, WAD collateral.
  function _worth(uint256 shares) internal view returns (uint256) {
    return (shares * uint256(vault.assess().nav)) / vault.totalSupply();
  }

  /// @dev Whole lots of a series that bring the lock to `lock`, WAD collateral; zero where it is there already.
  function _quantityTo(uint256 lock, SeriesId id) internal view returns (uint256 quantity) {
    uint256 locked = vault.assess().lock;
    if (lock <= locked) return 0;
    quantity = ((lock - locked) * 1e18) / id.strikeOf();
    quantity -= quantity % 0.01e18;
  }
}
