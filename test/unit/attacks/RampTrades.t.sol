// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice G4, "nobody prices off a ramp's better end": comers and leavers don't, traders do. A ramp is public two days before it
/// begins; who buys before it and sells after it is charged at one tier and rebated at the other.
contract RampTradesTest is FarExpiryFixture {
  enum Way {
    Calm,
    Ramped,
    AtOnce
  }

  /// @dev A vault whose first parameters have had their week of rest.
  function setUp() public override {
    super.setUp();
    _passFresh(7 days);
    _passFresh(1 hours);
  }

  /// @dev Others have locked `standing`; the trader buys `locked` on the ramp's first day and sells when it has ended.
  function _play(uint256 standing, uint256 locked, uint256 index, Way way) private returns (int256 cash) {
    uint256 snapshot = vm.snapshotState();
    _open();
    SeriesId id = _series(far, index);
    if (standing != 0) _buy(vault, buyer, id, _locking(id, standing));
    _restFor(4);
    uint256 n = _locking(id, locked);
    cash -= int256(_buy(vault, attacker, id, n));
    if (way == Way.Ramped) vault.scheduleRiskParams(_steepest(vault.riskParams()), 1 days);
    if (way != Way.AtOnce) {
      _restFor(4);
      _passFresh(1 minutes);
    }
    cash += int256(_sell(vault, attacker, id, n));
    vm.revertToState(snapshot);
  }

  /// @dev All that raises the charge, each as far as one ramp leads and the hard bounds allow.
  function _steepest(RiskParams memory tier) private pure returns (RiskParams memory up) {
    up = abi.decode(abi.encode(tier), (RiskParams));
    up.riskAversion = (up.riskAversion * 5) / 4;
    up.capacityRent = (up.capacityRent * 5) / 4;
    up.volOfVol = (up.volOfVol * 5) / 4;
    up.spotVolCorrelation = (up.spotVolCorrelation * 5) / 4;
  }

  /// @dev What the ramp brings him, moves of fair value taken out, less what he pays for coming and going.
  function _assertNoGain(uint256 standing, uint256 locked, uint256 index) private {
    int256 brought = _play(standing, locked, index, Way.Ramped) - _play(standing, locked, index, Way.Calm);
    int256 cost = _play(standing, locked, index, Way.AtOnce);
    emit log_named_decimal_int("the ramp brings", brought, 6);
    emit log_named_decimal_int("a round trip costs", cost, 6);
    emit log_named_decimal_int("gain, % of the vault", ((brought + cost) * 100 * 1e6) / int256(STAKE), 6);
    assertLe(brought + cost, 0, "who buys before a ramp and sells after it gains nothing");
  }

  function test_G4_BoughtBeforeARampAndSoldAfterIt_WideTier_WholeVault() public {
    _assertNoGain(0, 880_000e18, 3);
  }

  function test_G4_BoughtBeforeARampAndSoldAfterIt_WideTier_TopOfAFullVault() public {
    _assertNoGain(450_000e18, 430_000e18, 3);
  }

  function test_G4_BoughtBeforeARampAndSoldAfterIt_WideTier_LowStrike() public {
    _assertNoGain(0, 880_000e18, 1);
  }

  function test_G4_BoughtBeforeARampAndSoldAfterIt_HalfOfTheBounds() public {
    _use(12e18, 0.225e18);
    _assertNoGain(0, 880_000e18, 3);
  }

  function test_G4_BoughtBeforeARampAndSoldAfterIt_TightTier() public {
    _use(4e18, 0.05e18);
    _assertNoGain(0, 880_000e18, 3);
  }

  function _use(uint256 riskAversion, uint256 capacityRent) private {
    vault = _deployed(OptionKind.Put, usdc, riskAversion, capacityRent);
    _passFresh(7 days);
    _passFresh(1 hours);
  }
}
