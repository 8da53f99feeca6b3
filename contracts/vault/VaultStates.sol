// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {VaultState} from "../types/VaultState.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {VaultValuation} from "./VaultValuation.sol";

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
abstract contract VaultStates is VaultValuation {
  /// @inheritdoc IOptionVault
  function tighten(VaultState requested) external restricted nonReentrant {
    _shut(requested);
  }

  /// @inheritdoc IOptionVault
  function trip(VaultState requested) external nonReentrant {
    Valuation memory v = _value();
    require(_tripConditionHolds(v, requested), TripConditionNotMet(requested));
    _shut(requested);
  }

  /// @inheritdoc IOptionVault
  function loosen(VaultState requested) external restricted nonReentrant {
    VaultState current = _ledger.state;
    require(requested < current, NotLoosening(current, requested));
    _setState(current, requested);
  }

  /// @inheritdoc IOptionVault
  function state() external view returns (VaultState) {
    return _ledger.state;
  }

  function _shut(VaultState requested) private {
    VaultState current = _ledger.state;
    require(requested > current, NotTightening(current, requested));
    _setState(current, requested);
  }

  function _setState(VaultState current, VaultState requested) private {
    _ledger.state = requested;
    emit StateChanged(current, requested, msg.sender);
  }

  function _tripConditionHolds(Valuation memory v, VaultState requested) private pure returns (bool) {
    if (requested == VaultState.Guarded) {
      uint256 floor = (v.found.riskCapital * VaultLimits.GUARDED_UTILISATION) / WAD;
      bool utilised = v.ledger.lock != 0 && v.ledger.lock >= floor;
      return utilised || v.found.spotConfidence >= VaultLimits.GUARDED_SPOT_CONFIDENCE;
    }
    if (requested == VaultState.CloseOnly) return v.found.nav < int256(_minimumNav(v.collateral));
    return false;
  }
}
