// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {Assessment} from "../types/Assessment.sol";
import {VaultState} from "../types/VaultState.sol";
import {OperationsBase} from "./OperationsBase.sol";
import {VaultLimits} from "./VaultLimits.sol";

/// @title VaultStates
/// @notice How far the vault is shut. It shuts at once, by the guardian or, where the condition below holds, by anyone; it
/// opens by the governor alone, behind the access manager's delay.
///
/// | state      | anyone may trip it while                            | open | sell | deposit | withdraw at NAV | exit, settle, redeem |
/// | ---------- | --------------------------------------------------- | ---- | ---- | ------- | --------------- | -------------------- |
/// | Open       |                                                     | yes  | yes  | yes     | yes             | yes                  |
/// | Guarded    | lock/E ≥ 0.85, or c_S ≥ 3 %                         | ≤ 10 % of the free capacity an order, confidence twofold | yes | yes | yes | yes |
/// | CloseOnly  | NAV < 10 % of C                                     | no   | yes  | no      | yes             | yes                  |
/// | SettleOnly | never                                               | no   | no   | no      | no              | yes                  |
///
/// Tripping `Guarded` cheaply traps nobody: it dears what is opened and stops none who leave.
abstract contract VaultStates is OperationsBase {
  uint256 private constant WAD = 1e18;

  /// @notice See `IOptionVault`.
  function tighten(VaultState requested) external restricted nonReentrant {
    _shut(requested);
  }

  /// @notice See `IOptionVault`.
  /// @dev Not `nonReentrant`: the vault's own views, which it asks, refuse to answer inside any of its guarded calls, and after
  /// them nothing outside is called.
  function trip(VaultState requested) external {
    require(_tripConditionHolds(requested), IOptionVault.TripConditionNotMet(requested));
    _shut(requested);
  }

  /// @notice See `IOptionVault`.
  function loosen(VaultState requested) external restricted nonReentrant {
    VaultState current = _ledger.state;
    require(requested < current, IOptionVault.NotLoosening(current, requested));
    _setState(current, requested);
  }

  function _shut(VaultState requested) private {
    VaultState current = _ledger.state;
    require(requested > current, IOptionVault.NotTightening(current, requested));
    _setState(current, requested);
  }

  function _setState(VaultState current, VaultState requested) private {
    _ledger.state = requested;
    emit IOptionVault.StateChanged(current, requested, msg.sender);
  }

  function _tripConditionHolds(VaultState requested) private view returns (bool) {
    Assessment memory found = _vault().assess();
    if (requested == VaultState.Guarded) {
      bool utilised = found.lock != 0 && found.lock * WAD >= found.riskCapital * VaultLimits.GUARDED_UTILISATION;
      return utilised || found.spotConfidence >= VaultLimits.GUARDED_SPOT_CONFIDENCE;
    }
    if (requested != VaultState.CloseOnly) return false;
    return found.nav < int256((_vault().capital().collateral * VaultLimits.MIN_NAV_SHARE) / WAD);
  }
}
