// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SurfaceParameters} from "../../../contracts/surface/SurfaceParameters.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {SignedMarketFixture} from "./SignedMarketFixture.sol";

/// @notice Where a market has signed prices: whose price a block has, and what a ramp of the rates is worth to who sees it coming.
contract SignedMarketTest is SignedMarketFixture {
  enum Way {
    Calm,
    Ramped,
    AtOnce
  }

  // One price a block

  function _bought(bool isPoked) private returns (uint256 premium) {
    uint256 snapshot = vm.snapshotState();
    _open();
    _tick();
    if (isPoked) _deposit(vault, attacker, 2);
    _sign(2000e18);
    premium = _buy(vault, victim, _series(far, 3), 50e18);
    vm.revertToState(snapshot);
  }

  /// @dev Somebody who deposits two units of a dollar's millionth in front of an order makes its signed price count for nothing.
  function test_A36_ADustDepositInFrontOfAnOrder_DoesNotShutItsSignedPriceOut() public {
    uint256 calm = _bought(false);
    uint256 poked = _bought(true);
    emit log_named_decimal_uint("premium with the signed price", calm, 6);
    emit log_named_decimal_uint("premium once poked", poked, 6);
    assertLe(poked, calm + 1);
  }

  // Rates

  function _play(OptionKind kind, uint256 locked, uint256 index, Way way) private returns (int256 cash) {
    uint256 snapshot = vm.snapshotState();
    bool isPut = kind == OptionKind.Put;
    if (!isPut) vault = _signedVault(kind, 8e18, 0.15e18);
    _deposit(vault, provider, isPut ? STAKE : 500e18);
    vault.openExpiry(far);
    _tick();
    _sign(2000e18);
    SeriesId id = _series(far, index);
    uint256 n = isPut ? _locking(id, locked) : locked / 2000 - ((locked / 2000) % 0.01e18);
    cash -= int256(_buy(vault, attacker, id, n));
    if (way == Way.Ramped) {
      if (isPut) signedOracle.scheduleRates(0.03e18, 0.04e18, 1 days);
      else signedOracle.scheduleRates(0.05e18, 0.02e18, 1 days);
    }
    if (way == Way.AtOnce) _tick();
    else _passFresh(1 days);
    _sign(2000e18);
    cash += int256(_sell(vault, attacker, id, n));
    vm.revertToState(snapshot);
  }

  function _assertNoGain(OptionKind kind, uint256 locked, uint256 index) private {
    int256 brought = _play(kind, locked, index, Way.Ramped) - _play(kind, locked, index, Way.Calm);
    int256 cost = _play(kind, locked, index, Way.AtOnce);
    int256 vaultWorth = kind == OptionKind.Put ? int256(STAKE) : int256(500e18);
    emit log_named_decimal_int("the ramp brings, % of the vault", (brought * 100e6) / vaultWorth, 6);
    emit log_named_decimal_int("a round trip costs, % of the vault", (cost * 100e6) / vaultWorth, 6);
    assertLe(brought + cost, 0, "who buys before a ramp and sells after it gains nothing");
  }

  function test_G4_BoughtBeforeARampOfTheRates_PutsInTheMoney() public {
    _assertNoGain(OptionKind.Put, 500_000e18, 5);
  }

  function test_G4_BoughtBeforeARampOfTheRates_PutsAtTheMoney() public {
    _assertNoGain(OptionKind.Put, 500_000e18, 4);
  }

  function test_G4_BoughtBeforeARampOfTheRates_CallsInTheMoney() public {
    _assertNoGain(OptionKind.Call, 500_000e18, 2);
  }

  // A ramp of the risk charge, where trades cost little

  function _playTier(uint256 riskAversion, uint256 capacityRent, Way way) private returns (int256 cash) {
    uint256 snapshot = vm.snapshotState();
    vault = _signedVault(OptionKind.Put, riskAversion, capacityRent);
    _passFresh(7 days);
    _passFresh(1 hours);
    _deposit(vault, provider, STAKE);
    vault.openExpiry(far);
    _tick();
    _sign(2000e18);
    SeriesId id = _series(far, 3);
    uint256 n = _locking(id, 880_000e18);
    cash -= int256(_buy(vault, attacker, id, n));
    RiskParams memory up = vault.riskParams();
    (up.riskAversion, up.capacityRent) = ((5 * riskAversion) / 4, (5 * capacityRent) / 4);
    (up.volOfVol, up.spotVolCorrelation) = ((5 * up.volOfVol) / 4, (5 * up.spotVolCorrelation) / 4);
    if (way == Way.Ramped) vault.scheduleRiskParams(up, 1 days);
    if (way == Way.AtOnce) _tick();
    else _passFresh(1 days);
    _sign(2000e18);
    cash += int256(_sell(vault, attacker, id, n));
    vm.revertToState(snapshot);
  }

  function _assertNoGainOf(uint256 riskAversion, uint256 capacityRent) private {
    int256 brought =
      _playTier(riskAversion, capacityRent, Way.Ramped) - _playTier(riskAversion, capacityRent, Way.Calm);
    int256 cost = _playTier(riskAversion, capacityRent, Way.AtOnce);
    emit log_named_decimal_int("the ramp brings, % of the vault", (brought * 100e6) / int256(STAKE), 6);
    emit log_named_decimal_int("a round trip costs, % of the vault", (cost * 100e6) / int256(STAKE), 6);
    assertLe(brought + cost, 0, "who buys before a ramp and sells after it gains nothing");
  }

  function test_G4_BoughtBeforeARampOfTheCharge_TightTier_WithSignedPrices() public {
    _assertNoGainOf(4e18, 0.05e18);
  }

  function test_G4_BoughtBeforeARampOfTheCharge_WideTier_WithSignedPrices() public {
    _assertNoGainOf(8e18, 0.15e18);
  }

  // The surface's parameters

  /// @dev "A governor moves no parameter by more than a factor of two a week."
  function test_G4_TheSurfacesConfidenceFloor_DoesNotJump() public {
    _open();
    _sign(2000e18);
    SeriesId id = _series(far, 3);
    _buy(vault, buyer, id, _locking(id, 600_000e18));
    _tick();
    uint256 shares = vault.balanceOf(provider) / 5;
    uint256 leaves = vault.previewRedeem(shares);
    SurfaceParameters memory p = _parameters();
    p.confidenceFloor = 0.5e18;
    (bool ok, ) = address(surface).call(abi.encodeCall(surface.setParameters, (p)));
    uint256 bid;
    if (ok) {
      emit log_named_decimal_uint("a leaver got", leaves, 6);
      emit log_named_decimal_uint("a leaver gets", vault.previewRedeem(shares), 6);
      vm.prank(buyer);
      try vault.sell(id, 10e18, 0, buyer, buyer, FOREVER) returns (uint256 payout) {
        bid = payout;
      } catch {}
      emit log_named_decimal_uint("ten options sell for", bid, 6);
    }
    assertFalse(ok, "a hundredfold at once");
  }

  function test_G4_TheProtocolsFee_DoesNotJump() public {
    _open();
    (bool ok, ) = address(vault).call(abi.encodeCall(IOptionVault.setProtocolFee, (0.5e18)));
    assertFalse(ok, "from nothing to half of all fees at once");
  }
}
