// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {ParamBounds} from "./ParamBounds.sol";
import {RiskParamsState, RiskParamsStorage} from "./RiskParamsStorage.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {Ledger, VaultStorage} from "./VaultStorage.sol";

/// @title VaultParameters
/// @notice What governance may move, and how far. Nothing here touches a share, an option, a lock or a fixed price.
abstract contract VaultParameters is VaultStorage {
  using RiskParamsStorage for RiskParamsState;

  /// @inheritdoc IOptionVault
  function scheduleRiskParams(RiskParams calldata target, uint256 duration) external restricted nonReentrant {
    require(duration >= VaultLimits.MIN_RAMP, RampTooShort(duration, VaultLimits.MIN_RAMP));
    require(duration <= VaultLimits.MAX_RAMP, ParamOutOfBounds("duration", duration));
    ParamBounds.checkRisk(target);
    _params.schedule(target, block.timestamp, duration);
    emit RiskParamsScheduled(target, block.timestamp, block.timestamp + duration);
  }

  /// @inheritdoc IOptionVault
  function raiseStress(uint256 stress) external restricted nonReentrant {
    require(stress > _stress(), ParamOutOfBounds("stress", stress));
    _setStress(stress);
  }

  /// @inheritdoc IOptionVault
  function lowerStress(uint256 stress) external restricted nonReentrant {
    require(stress < _stress(), ParamOutOfBounds("stress", stress));
    _setStress(stress);
  }

  /// @inheritdoc IOptionVault
  function setProtocolFee(uint256 share) external restricted nonReentrant {
    ParamBounds.checkProtocolFee(share);
    _params.protocolFee = uint32(share / RiskParamsStorage.NANO);
    emit ProtocolFeeChanged(share);
  }

  /// @inheritdoc IOptionVault
  function collectFees() external nonReentrant returns (uint256 amount) {
    Ledger memory ledger = _ledger;
    amount = ledger.feesOwed;
    if (amount == 0) return 0;
    ledger.held -= ledger.feesOwed;
    ledger.feesOwed = 0;
    _ledger = ledger;
    emit FeesCollected(FEE_RECIPIENT, amount);
    _push(FEE_RECIPIENT, amount);
  }

  function _stress() private view returns (uint256) {
    return _params.stress * RiskParamsStorage.NANO;
  }

  function _setStress(uint256 stress) private {
    ParamBounds.checkStress(stress);
    _params.stress = uint40(stress / RiskParamsStorage.NANO);
    emit StressChanged(stress);
  }
}
