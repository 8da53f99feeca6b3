// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {ISolvencyLens} from "../../../contracts/interfaces/ISolvencyLens.sol";
import {IVaultClearing} from "../../../contracts/interfaces/IVaultClearing.sol";
import {SolvencyLens} from "../../../contracts/risk/SolvencyLens.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {BareEngine} from "../../mocks/BareEngine.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice Vaults with an engine that anyone may tell what to do, and a lens to look at them.
abstract contract ClearingFixture is OpenVaultFixture {
  BareEngine internal engine;
  BareEngine internal callEngine;
  SolvencyLens internal lens;

  function setUp() public virtual override {
    super.setUp();
    lens = new SolvencyLens();
    engine = _engineOf(putVault);
    callEngine = _engineOf(callVault);
    usdc.mint(address(engine), 10_000_000e6);
    weth.mint(address(callEngine), 10_000e18);
  }

  function _engineOf(IOptionVault vault) private returns (BareEngine made) {
    made = new BareEngine(vault);
    _clearing(vault).registerEngine(address(made));
  }

  function _clearing(IOptionVault vault) internal pure returns (IVaultClearing) {
    return IVaultClearing(address(vault));
  }

  /// @dev Strike `index` of the expiry's ladder.
  function _series(IOptionVault vault, uint256 index) internal view returns (SeriesId) {
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    return toSeriesId(expiry, strikes[index]);
  }

  function _leg(SeriesId series, int256 quantity) internal pure returns (Leg memory) {
    return Leg({id: series, quantity: quantity, limit: quantity > 0 ? FOREVER : 0});
  }

  function _two(Leg memory one, Leg memory other) internal pure returns (Leg[] memory legs) {
    legs = new Leg[](2);
    (legs[0], legs[1]) = (one, other);
  }

  function _one(Leg memory leg) internal pure returns (Leg[] memory legs) {
    legs = new Leg[](1);
    legs[0] = leg;
  }

  function _buy(IOptionVault vault, SeriesId series, uint256 quantity) internal returns (uint256) {
    vm.prank(buyer);
    return vault.buy(series, quantity, FOREVER, buyer, FOREVER);
  }

  function _sell(IOptionVault vault, SeriesId series, uint256 quantity) internal returns (uint256) {
    vm.prank(buyer);
    return vault.sell(series, quantity, 0, buyer, buyer, FOREVER);
  }

  /// @dev I1, I2, I4, I6, I7 of a vault, from its strikes and tokens.
  function _assertSound(IOptionVault vault) internal view {
    IOptionVault[] memory vaults = new IOptionVault[](1);
    vaults[0] = vault;
    ISolvencyLens.VaultSolvency memory s = lens.solvencyOf(vaults, new ISolvencyLens.SettledSeries[](0))[0];
    assertTrue(s.lockCovered, "I1: the lock is not covered");
    assertTrue(s.reserveCovers, "I2: the reserve does not cover what is unredeemed");
    assertTrue(s.balanceCovers, "I4: tokens are missing");
    assertTrue(s.supplyMatches, "I6: option supply is not net plus cleared");
    assertTrue(s.pledgeCovers, "I7: the pledge does not cover what accounts owe");
  }
}
