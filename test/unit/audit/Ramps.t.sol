// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice G4, "nobody prices off a ramp's better end": comers and leavers don't, traders do. A ramp is public two days before it
/// begins; who buys before it and sells after it is charged at one tier and rebated at the other.
contract AuditRampsTest is FarExpiryFixture {
  struct Outcome {
    int256 cash;
    uint256 provider;
  }

  /// @dev Others have locked `standing`; the trader buys `locked` on the ramp's first day and sells when it has ended.
  function _play(
    uint256 standing,
    uint256 locked,
    uint256 index,
    bool isRamped,
    bool trades
  ) private returns (Outcome memory out) {
    uint256 snapshot = vm.snapshotState();
    _open();
    SeriesId id = _series(far, index);
    if (standing != 0) _buy(vault, buyer, id, _locking(id, standing));
    _restFor(4);
    uint256 n = _locking(id, locked);
    if (trades) out.cash -= int256(_buy(vault, attacker, id, n));
    if (isRamped) vault.scheduleRiskParams(_steepest(vault.riskParams()), 1 days);
    _restFor(4);
    _passFresh(1 minutes);
    if (trades) out.cash += int256(_sell(vault, attacker, id, n));
    out.provider = vault.convertToAssets(vault.balanceOf(provider));
    vm.revertToState(snapshot);
  }

  /// @dev All that raises the charge, each as far as one ramp leads and the hard bounds allow.
  function _steepest(RiskParams memory tier) private pure returns (RiskParams memory up) {
    up = abi.decode(abi.encode(tier), (RiskParams));
    up.riskAversion *= 2;
    up.capacityRent *= 2;
    up.volOfVol *= 2;
    up.spotVolCorrelation *= 2;
  }

  function _assertNoGain(uint256 standing, uint256 locked, uint256 index) private {
    Outcome memory ramped = _play(standing, locked, index, true, true);
    Outcome memory alone = _play(standing, locked, index, true, false);
    Outcome memory calm = _play(standing, locked, index, false, true);
    emit log_named_decimal_int("cash, ramped, % of vault", (ramped.cash * 1e6) / int256(STAKE / 100), 6);
    emit log_named_decimal_int("cash, no ramp, % of vault", (calm.cash * 1e6) / int256(STAKE / 100), 6);
    emit log_named_decimal_int(
      "providers lose by the trader, % of vault",
      ((int256(alone.provider) - int256(ramped.provider)) * 1e6) / int256(STAKE / 100),
      6
    );
    assertLe(ramped.cash, 0, "who buys before a ramp and sells after it gains nothing");
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
    vault = _deployed(OptionKind.Put, usdc, 12e18, 0.225e18);
    _assertNoGain(0, 880_000e18, 3);
  }

  function test_G4_BoughtBeforeARampAndSoldAfterIt_TightTier() public {
    vault = _deployed(OptionKind.Put, usdc, 4e18, 0.05e18);
    _assertNoGain(0, 880_000e18, 3);
  }
}
