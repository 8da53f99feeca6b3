// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RampRule} from "../../governance/RampRule.sol";
import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {RiskParams} from "../../types/RiskParams.sol";
import {ParamBounds} from "../core/ParamBounds.sol";
import {RiskParamsState, RiskParamsStorage} from "../core/RiskParamsStorage.sol";
import {VaultLimits} from "../core/VaultLimits.sol";
import {LedgerStorage} from "../core/Ledger.sol";
import {ModuleContext} from "./ModuleContext.sol";

/// @title VaultParameters
/// @notice What governance may move, and how far. Nothing here touches a share, an option, a lock or a fixed price.
abstract contract VaultParameters is ModuleContext {
  using RiskParamsStorage for RiskParamsState;

  /// @notice See `IOptionVault`.
  function scheduleRiskParams(
    RiskParams calldata target,
    uint256 duration
  ) external onlyDelegated restricted nonReentrant {
    require(duration >= VaultLimits.MIN_RAMP, IOptionVault.RampTooShort(duration, VaultLimits.MIN_RAMP));
    require(duration <= VaultLimits.MAX_RAMP, IOptionVault.ParamOutOfBounds("duration", duration));
    ParamBounds.checkRisk(target);
    uint256 earliest = _params.rampEnd() + RampRule.REST;
    require(block.timestamp >= earliest, IOptionVault.RampTooSoon(earliest));
    RiskParams memory current;
    _params.currentInto(current, block.timestamp);
    ParamBounds.checkRamp(current, target);
    _params.schedule(target, block.timestamp, duration);
    emit IOptionVault.RiskParamsScheduled(target, block.timestamp, block.timestamp + duration);
  }

  /// @notice See `IOptionVault`.
  function raiseStress(uint256 stress) external onlyDelegated restricted nonReentrant {
    require(stress > _params.stress(), IOptionVault.ParamOutOfBounds("stress", stress));
    _setStress(stress);
  }

  /// @notice See `IOptionVault`.
  function lowerStress(uint256 stress) external onlyDelegated restricted nonReentrant {
    require(stress < _params.stress(), IOptionVault.ParamOutOfBounds("stress", stress));
    _setStress(stress);
  }

  /// @notice See `IOptionVault`.
  function setProtocolFee(uint256 share) external onlyDelegated restricted nonReentrant {
    ParamBounds.checkProtocolFee(share);
    uint256 current = _params.protocolFee();
    // Down at once, and as far as it likes while there is nobody to share with; up by a step, and then a week's rest.
    if (share > current && _ledger.flags & LedgerStorage.HAS_SHARES != 0) {
      uint256 earliest = _params.feeRaisedAt + RampRule.REST;
      require(block.timestamp >= earliest, IOptionVault.RampTooSoon(earliest));
      require(
        share - current <= VaultLimits.MAX_PROTOCOL_FEE_RISE,
        IOptionVault.RampTooSteep("protocolFee", int256(current), int256(share))
      );
      _params.feeRaisedAt = uint40(block.timestamp);
    }
    _params.setProtocolFee(share);
    emit IOptionVault.ProtocolFeeChanged(share);
  }

  function _setStress(uint256 stress) private {
    ParamBounds.checkStress(stress);
    _params.setStress(stress);
    emit IOptionVault.StressChanged(stress);
  }

  /// @notice See `IOptionVault`.
  function registerQueue(address queue) external onlyDelegated restricted nonReentrant {
    require(queue.code.length != 0, IOptionVault.ZeroAddress());
    // Whoever holds shares as a provider must not have them set aside as requests.
    uint256 shares = balanceOf(queue);
    require(shares == 0, IOptionVault.SharesAboveLimit(shares, 0));
    require(_queue == address(0), IOptionVault.QueueAlreadyRegistered(_queue));
    _queue = queue;
    _ledger.flags |= LedgerStorage.HAS_QUEUE;
    emit IOptionVault.QueueRegistered(queue);
  }
}
