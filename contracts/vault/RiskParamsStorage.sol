// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {RiskParams} from "../types/RiskParams.sol";

/// @notice The parameters that move NAV, in units of 1e-9 (nano); the horizon in seconds.
struct RampedParams {
  uint40 riskAversion;
  uint40 capacityRent;
  uint40 volOfVol;
  int32 spotVolCorrelation;
  uint24 horizon;
}

/// @notice A vault's risk parameters in storage, each a whole number of 1e-9.
/// @dev Slot 0: where the ramp leads, and its two times (a whole word). Slot 1: what changes at once, with the stress and
/// the protocol's share of fees. Slot 2: where the ramp started, read only while one runs.
struct RiskParamsState {
  uint40 riskAversion;
  uint40 capacityRent;
  uint40 volOfVol;
  int32 spotVolCorrelation;
  uint24 horizon;
  uint40 rampStart;
  uint40 rampEnd;
  uint32 notionalFee;
  uint32 premiumFeeCap;
  uint32 chargeFee;
  uint32 lockFee;
  uint40 stress;
  uint32 protocolFee;
  RampedParams start;
}

/// @title RiskParamsStorage
/// @notice Packs a tier into three words and reads where its ramp stands.
library RiskParamsStorage {
  using SafeCast for uint256;
  using SafeCast for int256;

  /// @dev WAD per nano.
  uint256 internal constant NANO = 1e9;

  /// @notice The parameters in effect at `now_`, WAD; `confidenceFactor` is left to the vault's state.
  function current(RiskParamsState storage state, uint256 now_) internal view returns (RiskParams memory params) {
    params.riskAversion = state.riskAversion;
    params.capacityRent = state.capacityRent;
    params.volOfVol = state.volOfVol;
    params.spotVolCorrelation = state.spotVolCorrelation;
    params.horizon = state.horizon;
    (uint256 rampStart, uint256 rampEnd) = (state.rampStart, state.rampEnd);
    if (now_ < rampEnd) _interpolate(params, state.start, now_ - rampStart, rampEnd - rampStart);

    params.riskAversion *= NANO;
    params.capacityRent *= NANO;
    params.volOfVol *= NANO;
    params.spotVolCorrelation *= int256(NANO);
    params.notionalFee = state.notionalFee * NANO;
    params.premiumFeeCap = state.premiumFeeCap * NANO;
    params.chargeFee = state.chargeFee * NANO;
    params.lockFee = state.lockFee * NANO;
    params.stress = state.stress * NANO;
  }

  /// @notice Starts a ramp from what is in effect now; what does not ramp takes effect now. Stress and protocol fee stay.
  function schedule(RiskParamsState storage state, RiskParams memory target, uint256 now_, uint256 duration) internal {
    RiskParams memory from = current(state, now_);
    state.start = RampedParams({
      riskAversion: (from.riskAversion / NANO).toUint40(),
      capacityRent: (from.capacityRent / NANO).toUint40(),
      volOfVol: (from.volOfVol / NANO).toUint40(),
      spotVolCorrelation: (from.spotVolCorrelation / int256(NANO)).toInt32(),
      horizon: from.horizon.toUint24()
    });
    set(state, target);
    state.rampStart = uint40(now_);
    state.rampEnd = uint40(now_ + duration);
  }

  /// @notice Stores a tier without a ramp: at construction.
  function set(RiskParamsState storage state, RiskParams memory target) internal {
    state.riskAversion = (target.riskAversion / NANO).toUint40();
    state.capacityRent = (target.capacityRent / NANO).toUint40();
    state.volOfVol = (target.volOfVol / NANO).toUint40();
    state.spotVolCorrelation = (target.spotVolCorrelation / int256(NANO)).toInt32();
    state.horizon = target.horizon.toUint24();
    state.notionalFee = (target.notionalFee / NANO).toUint32();
    state.premiumFeeCap = (target.premiumFeeCap / NANO).toUint32();
    state.chargeFee = (target.chargeFee / NANO).toUint32();
    state.lockFee = (target.lockFee / NANO).toUint32();
  }

  /// @dev from + (to − from)·elapsed/total, in nano; `params` holds the target.
  function _interpolate(
    RiskParams memory params,
    RampedParams memory from,
    uint256 elapsed,
    uint256 total
  ) private pure {
    params.riskAversion = _between(from.riskAversion, params.riskAversion, elapsed, total);
    params.capacityRent = _between(from.capacityRent, params.capacityRent, elapsed, total);
    params.volOfVol = _between(from.volOfVol, params.volOfVol, elapsed, total);
    params.horizon = _between(from.horizon, params.horizon, elapsed, total);
    int256 start = from.spotVolCorrelation;
    params.spotVolCorrelation = start + ((params.spotVolCorrelation - start) * int256(elapsed)) / int256(total);
  }

  function _between(uint256 from, uint256 to, uint256 elapsed, uint256 total) private pure returns (uint256) {
    return (from * (total - elapsed) + to * elapsed) / total;
  }
}
