// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {Assessment} from "../../types/Assessment.sol";
import {VaultState} from "../../types/VaultState.sol";
import {Ledger, LedgerState, LedgerStorage} from "../core/Ledger.sol";
import {TripState} from "../core/VaultLayout.sol";
import {VaultLimits} from "../core/VaultLimits.sol";
import {VaultPricing} from "../core/VaultPricing.sol";
import {ModuleContext} from "./ModuleContext.sol";

/// @title VaultStates
/// @notice How far the vault is shut. It shuts at once, by the guardian or, where the condition below holds, by anyone; it
/// opens by the governor alone, behind the access manager's delay. What anyone tripped lapses after a day, by anyone, once its
/// condition is gone.
///
/// | state      | anyone may trip it while                            | open | sell | deposit | withdraw at NAV | exit, settle, redeem |
/// | ---------- | --------------------------------------------------- | ---- | ---- | ------- | --------------- | -------------------- |
/// | Open       |                                                     | yes  | yes  | yes     | yes             | yes                  |
/// | Guarded    | lock ≥ 0.85·max(E, a), or c_S ≥ 3 %; not in a second in which the vault traded | ≤ 10 % of the free capacity an order, confidence twofold | yes | yes | yes | yes |
/// | CloseOnly  | NAV < 10 % of C                                     | no   | yes  | no      | yes             | yes                  |
/// | SettleOnly | never                                               | no   | no   | no      | no              | yes                  |
///
/// Tripping `Guarded` makes opening dearer and stops nobody from leaving.
abstract contract VaultStates is VaultPricing, ModuleContext {
  using LedgerStorage for LedgerState;

  /// @notice See `IOptionVault`.
  function tighten(VaultState requested) external onlyDelegated restricted nonReentrant {
    // What the guardian shuts, or finds tripped already, does not lapse by the trip's rule.
    if (_tripped.since == 0 || requested != _ledger.state) _shut(requested);
    _tripped.since = 0;
  }

  /// @notice See `IOptionVault`.
  function trip(VaultState requested) external onlyDelegated nonReentrant {
    require(!_ledger.hasTraded(), IOptionVault.TradedThisBlock());
    require(_tripConditionHolds(requested), IOptionVault.TripConditionNotMet(requested));
    VaultState current = _shut(requested);
    // A later trip keeps the state that the first one left.
    VaultState before = _tripped.since == 0 ? current : _tripped.state;
    _tripped = TripState({state: before, since: uint40(block.timestamp)});
  }

  /// @notice See `IOptionVault`.
  function lapse() external onlyDelegated nonReentrant {
    (VaultState before, uint256 since) = (_tripped.state, _tripped.since);
    require(since != 0, IOptionVault.NothingTripped());
    uint256 until = since + VaultLimits.TRIP_DURATION;
    require(block.timestamp >= until, IOptionVault.TripLasts(until));
    require(!_ledger.hasTraded(), IOptionVault.TradedThisBlock());
    VaultState current = _ledger.state;
    require(!_tripConditionHolds(current), IOptionVault.TripConditionHolds(current));
    _tripped.since = 0;
    _setState(current, before);
  }

  /// @notice See `IOptionVault`.
  function loosen(VaultState requested) external onlyDelegated restricted nonReentrant {
    VaultState current = _ledger.state;
    require(requested < current, IOptionVault.NotLoosening(current, requested));
    _tripped.since = 0;
    _setState(current, requested);
  }

  function _shut(VaultState requested) private returns (VaultState current) {
    current = _ledger.state;
    require(requested > current, IOptionVault.NotTightening(current, requested));
    _setState(current, requested);
  }

  function _setState(VaultState current, VaultState requested) private {
    _ledger.state = requested;
    emit IOptionVault.StateChanged(current, requested, msg.sender);
  }

  function _tripConditionHolds(VaultState requested) private view returns (bool) {
    if (requested != VaultState.Guarded && requested != VaultState.CloseOnly) return false;
    Ledger memory ledger = _ledger.load();
    Assessment memory found;
    (bool priced, bytes memory reason) = _tryAssessInto(found, ledger, _loadBook(), _riskParams(ledger.state), 0);
    if (!priced) _bubble(reason);
    if (requested == VaultState.Guarded) {
      bool utilised = found.lock != 0 && found.lock * WAD >= found.depositCapital * VaultLimits.GUARDED_UTILISATION;
      return utilised || found.spotConfidence >= VaultLimits.GUARDED_SPOT_CONFIDENCE;
    }
    return found.nav < int256(_shareOf(found.capital.collateral, VaultLimits.MIN_NAV_SHARE));
  }
}
