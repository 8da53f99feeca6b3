// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RiskParams} from "../../types/RiskParams.sol";

/// @notice A vault's risk parameters in words of 40-bit fields, field 0 at the low end, in units of 1e-9 (nano).
/// @dev `target`: riskAversion, capacityRent, volOfVol, spotVolCorrelation + 1, horizon (seconds), end of the ramp (unix
/// seconds). `start`: the first five where the ramp began, and when it began; read only while it runs. `charges`: what
/// changes at once: notionalFee, premiumFeeCap, chargeFee, lockFee, stress, protocolFee.
struct RiskParamsState {
  uint256 target;
  uint256 charges;
  uint256 start;
  /// When the protocol's share last rose, unix seconds.
  uint40 feeRaisedAt;
}

/// @title RiskParamsStorage
/// @notice Packs a tier and reads where its ramp stands. Callers have checked all bounds (`ParamBounds`): every value is a whole
/// number of nano and fits its field.
library RiskParamsStorage {
  /// @dev WAD per nano.
  uint256 internal constant NANO = 1e9;

  uint256 private constant WAD = 1e18;
  uint256 private constant FIELD_BITS = 40;
  uint256 private constant FIELD_MASK = type(uint40).max;
  /// @dev Position of the ramp's end in `target` and of its beginning in `start`.
  uint256 private constant RAMP_TIME = 5;
  uint256 private constant STRESS = 4;
  uint256 private constant PROTOCOL_FEE = 5;

  /// @notice Fills in the parameters in effect at `now_`, WAD; `confidenceFactor` is left to the vault's state.
  function currentInto(RiskParamsState storage state, RiskParams memory params, uint256 now_) internal view {
    rampedInto(state, params, now_);
    uint256 word = state.charges;
    params.notionalFee = _wad(word, 0);
    params.premiumFeeCap = _wad(word, 1);
    params.chargeFee = _wad(word, 2);
    params.lockFee = _wad(word, 3);
    params.stress = _wad(word, STRESS);
  }

  /// @notice Fills in what NAV depends on and leaves the charges alone, whose word only trades read.
  function rampedInto(RiskParamsState storage state, RiskParams memory params, uint256 now_) internal view {
    _unpackInto(params, _ramped(state, now_));
  }

  /// @notice Whether a ramp runs.
  function isRamping(RiskParamsState storage state, uint256 now_) internal view returns (bool) {
    return now_ < _field(state.target, RAMP_TIME);
  }

  /// @notice Replaces what ramps by its values at the ramp's start.
  function startInto(RiskParamsState storage state, RiskParams memory params) internal view {
    _unpackInto(params, state.start);
  }

  /// @notice Replaces what ramps by its values at the ramp's end.
  function targetInto(RiskParamsState storage state, RiskParams memory params) internal view {
    _unpackInto(params, state.target);
  }

  /// @notice Moves to `target` linearly from what is in effect now; what does not ramp, at once. Stress and the protocol's
  /// share stay. A zero duration is for construction alone.
  function schedule(RiskParamsState storage state, RiskParams memory target, uint256 now_, uint256 duration) internal {
    state.start = _ramped(state, now_) | (now_ << (RAMP_TIME * FIELD_BITS));
    state.target =
      (target.riskAversion / NANO) |
      ((target.capacityRent / NANO) << FIELD_BITS) |
      ((target.volOfVol / NANO) << (2 * FIELD_BITS)) |
      ((uint256(target.spotVolCorrelation + int256(WAD)) / NANO) << (3 * FIELD_BITS)) |
      (target.horizon << (4 * FIELD_BITS)) |
      ((now_ + duration) << (RAMP_TIME * FIELD_BITS));
    uint256 kept = state.charges & (type(uint256).max << (STRESS * FIELD_BITS));
    state.charges =
      (target.notionalFee / NANO) |
      ((target.premiumFeeCap / NANO) << FIELD_BITS) |
      ((target.chargeFee / NANO) << (2 * FIELD_BITS)) |
      ((target.lockFee / NANO) << (3 * FIELD_BITS)) |
      kept;
  }

  /// @notice When the last ramp ended, or will end: unix seconds. A vault's creation counts as the end of one.
  function rampEnd(RiskParamsState storage state) internal view returns (uint256) {
    return _field(state.target, RAMP_TIME);
  }

  /// @notice The stress multiplier of asks, WAD.
  function stress(RiskParamsState storage state) internal view returns (uint256) {
    return _wad(state.charges, STRESS);
  }

  function setStress(RiskParamsState storage state, uint256 value) internal {
    state.charges = _withField(state.charges, STRESS, value / NANO);
  }

  /// @notice The protocol's share of fees, WAD.
  function protocolFee(RiskParamsState storage state) internal view returns (uint256) {
    return _wad(state.charges, PROTOCOL_FEE);
  }

  function setProtocolFee(RiskParamsState storage state, uint256 value) internal {
    state.charges = _withField(state.charges, PROTOCOL_FEE, value / NANO);
  }

  /// @dev What ramps, out of a word of the first five fields.
  function _unpackInto(RiskParams memory params, uint256 word) private pure {
    params.riskAversion = _wad(word, 0);
    params.capacityRent = _wad(word, 1);
    params.volOfVol = _wad(word, 2);
    // Fields are below 2^70 as WAD.
    unchecked {
      params.spotVolCorrelation = int256(_wad(word, 3)) - int256(WAD);
    }
    params.horizon = _field(word, 4);
  }

  /// @dev The first five fields at `now_`: each start + (target − start)·elapsed/total.
  function _ramped(RiskParamsState storage state, uint256 now_) private view returns (uint256 word) {
    uint256 target = state.target;
    uint256 end = _field(target, RAMP_TIME);
    if (now_ >= end) return target & ((1 << (RAMP_TIME * FIELD_BITS)) - 1);
    uint256 start = state.start;
    uint256 left = end - now_;
    uint256 elapsed = now_ - _field(start, RAMP_TIME);
    for (uint256 i; i < RAMP_TIME; ++i) {
      uint256 value = (_field(start, i) * left + _field(target, i) * elapsed) / (left + elapsed);
      word |= value << (i * FIELD_BITS);
    }
  }

  function _field(uint256 word, uint256 index) private pure returns (uint256) {
    return (word >> (index * FIELD_BITS)) & FIELD_MASK;
  }

  /// @dev A field of nanos as WAD: below 2^40·1e9 < 2^70.
  function _wad(uint256 word, uint256 index) private pure returns (uint256) {
    unchecked {
      return _field(word, index) * NANO;
    }
  }

  function _withField(uint256 word, uint256 index, uint256 value) private pure returns (uint256) {
    uint256 shift = index * FIELD_BITS;
    return (word & ~(FIELD_MASK << shift)) | (value << shift);
  }
}
