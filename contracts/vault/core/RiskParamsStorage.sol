// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RiskParams} from "../../types/RiskParams.sol";

/// @notice A vault's risk parameters, in units of 1e-6 (micro), packed so that a trade reads one word.
/// @dev `terms`, from the low end: what ramps, where it is bound for (riskAversion, capacityRent, volOfVol, spotVolCorrelation + 1,
/// horizon in seconds); the end of the ramp, unix seconds; and what changes at once (notionalFee, premiumFeeCap, chargeFee, lockFee,
/// stress, protocolFee). `start`: what ramps, where the ramp began, and when it began; read only while it runs.
struct RiskParamsState {
  uint256 terms;
  uint256 start;
  /// When the protocol's share last rose, unix seconds.
  uint40 feeRaisedAt;
}

/// @title RiskParamsStorage
/// @notice Packs a tier and reads where its ramp stands. Callers have checked all bounds (`ParamBounds`): every value is a whole
/// number of micro and fits its field.
library RiskParamsStorage {
  /// @dev WAD per micro.
  uint256 internal constant MICRO = 1e12;

  uint256 private constant WAD = 1e18;

  // Where each field ends and the next one begins, bits: the first begins at 0, the last ends at 256. In brackets, its bound in
  // `VaultLimits` and what it has room for.

  /// @dev λ (24; 33), β (0.45; 1.04), ω (3; 4.1), r_sv + 1 (2; 2.09), h (86,400 s; 262,143 s).
  uint256 private constant RISK_AVERSION_END = 25;
  uint256 private constant CAPACITY_RENT_END = 45;
  uint256 private constant VOL_OF_VOL_END = 67;
  uint256 private constant CORRELATION_END = 88;
  uint256 private constant HORIZON_END = 106;
  /// @dev The same in bytes, the first field's at the low end.
  uint256 private constant RAMPING_ENDS =
    RISK_AVERSION_END |
      (CAPACITY_RENT_END << 8) |
      (VOL_OF_VOL_END << 16) |
      (CORRELATION_END << 24) |
      (HORIZON_END << 32);
  /// @dev In `start`, the beginning of the ramp lies in the place of its end.
  uint256 private constant RAMP_TIME_END = 146;
  /// @dev f (0.01; 0.016), g (0.5; 1.04), ρ_f (0.5; 1.04), f_lock (0.01; 0.016), s (5; 8.3), the protocol's share (0.5; 0.52).
  uint256 private constant NOTIONAL_FEE_END = 160;
  uint256 private constant PREMIUM_FEE_CAP_END = 180;
  uint256 private constant CHARGE_FEE_END = 200;
  uint256 private constant LOCK_FEE_END = 214;
  uint256 private constant STRESS_END = 237;
  uint256 private constant PROTOCOL_FEE_END = 256;

  /// @notice Fills in the parameters in effect at `now_`, WAD; `confidenceFactor` is left to the vault's state.
  function currentInto(RiskParamsState storage state, RiskParams memory params, uint256 now_) internal view {
    uint256 word = state.terms;
    _unpackInto(params, _ramped(state, word, now_));
    params.notionalFee = _wad(word, RAMP_TIME_END, NOTIONAL_FEE_END);
    params.premiumFeeCap = _wad(word, NOTIONAL_FEE_END, PREMIUM_FEE_CAP_END);
    params.chargeFee = _wad(word, PREMIUM_FEE_CAP_END, CHARGE_FEE_END);
    params.lockFee = _wad(word, CHARGE_FEE_END, LOCK_FEE_END);
    params.stress = _wad(word, LOCK_FEE_END, STRESS_END);
  }

  /// @notice Fills in what NAV depends on and leaves the charges of trades alone.
  function rampedInto(RiskParamsState storage state, RiskParams memory params, uint256 now_) internal view {
    _unpackInto(params, _ramped(state, state.terms, now_));
  }

  /// @notice Whether a ramp runs.
  function isRamping(RiskParamsState storage state, uint256 now_) internal view returns (bool) {
    return now_ < rampEnd(state);
  }

  /// @notice Replaces what ramps by its values at the ramp's start.
  function startInto(RiskParamsState storage state, RiskParams memory params) internal view {
    _unpackInto(params, state.start);
  }

  /// @notice Replaces what ramps by its values at the ramp's end.
  function targetInto(RiskParamsState storage state, RiskParams memory params) internal view {
    _unpackInto(params, state.terms);
  }

  /// @notice Moves to `target` linearly from what is in effect now; what does not ramp, at once. Stress and the protocol's
  /// share stay. A zero duration is for construction alone.
  function schedule(RiskParamsState storage state, RiskParams memory target, uint256 now_, uint256 duration) internal {
    uint256 word = state.terms;
    state.start = _ramped(state, word, now_) | (now_ << HORIZON_END);
    state.terms =
      (target.riskAversion / MICRO) |
      ((target.capacityRent / MICRO) << RISK_AVERSION_END) |
      ((target.volOfVol / MICRO) << CAPACITY_RENT_END) |
      ((uint256(target.spotVolCorrelation + int256(WAD)) / MICRO) << VOL_OF_VOL_END) |
      (target.horizon << CORRELATION_END) |
      ((now_ + duration) << HORIZON_END) |
      ((target.notionalFee / MICRO) << RAMP_TIME_END) |
      ((target.premiumFeeCap / MICRO) << NOTIONAL_FEE_END) |
      ((target.chargeFee / MICRO) << PREMIUM_FEE_CAP_END) |
      ((target.lockFee / MICRO) << CHARGE_FEE_END) |
      ((word >> LOCK_FEE_END) << LOCK_FEE_END);
  }

  /// @notice When the last ramp ended, or will end: unix seconds. A vault's creation counts as the end of one.
  function rampEnd(RiskParamsState storage state) internal view returns (uint256) {
    return _field(state.terms, HORIZON_END, RAMP_TIME_END);
  }

  /// @notice The stress multiplier of asks, WAD.
  function stress(RiskParamsState storage state) internal view returns (uint256) {
    return _wad(state.terms, LOCK_FEE_END, STRESS_END);
  }

  function setStress(RiskParamsState storage state, uint256 value) internal {
    _setField(state, LOCK_FEE_END, STRESS_END, value / MICRO);
  }

  /// @notice The protocol's share of fees, WAD.
  function protocolFee(RiskParamsState storage state) internal view returns (uint256) {
    return _wad(state.terms, STRESS_END, PROTOCOL_FEE_END);
  }

  function setProtocolFee(RiskParamsState storage state, uint256 value) internal {
    _setField(state, STRESS_END, PROTOCOL_FEE_END, value / MICRO);
  }

  /// @dev What ramps, out of a word that begins with it.
  function _unpackInto(RiskParams memory params, uint256 word) private pure {
    params.riskAversion = _wad(word, 0, RISK_AVERSION_END);
    params.capacityRent = _wad(word, RISK_AVERSION_END, CAPACITY_RENT_END);
    params.volOfVol = _wad(word, CAPACITY_RENT_END, VOL_OF_VOL_END);
    // Fields are below 2^65 as WAD.
    unchecked {
      params.spotVolCorrelation = int256(_wad(word, VOL_OF_VOL_END, CORRELATION_END)) - int256(WAD);
    }
    params.horizon = _field(word, CORRELATION_END, HORIZON_END);
  }

  /// @dev What ramps at `now_`, and nothing behind it: each start + (target − start)·elapsed/total.
  /// @param word the state's terms
  function _ramped(RiskParamsState storage state, uint256 word, uint256 now_) private view returns (uint256 ramped) {
    uint256 end = _field(word, HORIZON_END, RAMP_TIME_END);
    if (now_ >= end) return _field(word, 0, HORIZON_END);
    uint256 start = state.start;
    uint256 left = end - now_;
    uint256 elapsed = now_ - _field(start, HORIZON_END, RAMP_TIME_END);
    uint256 from;
    for (uint256 ends = RAMPING_ENDS; ends != 0; ends >>= 8) {
      uint256 to = uint8(ends);
      uint256 value = (_field(start, from, to) * left + _field(word, from, to) * elapsed) / (left + elapsed);
      ramped |= value << from;
      from = to;
    }
  }

  /// @dev The bits of a word between two places.
  function _field(uint256 word, uint256 from, uint256 to) private pure returns (uint256) {
    unchecked {
      return (word << (256 - to)) >> (256 - to + from);
    }
  }

  /// @dev A field of micros as WAD: below 2^25·1e12 < 2^65.
  function _wad(uint256 word, uint256 from, uint256 to) private pure returns (uint256) {
    unchecked {
      return _field(word, from, to) * MICRO;
    }
  }

  function _setField(RiskParamsState storage state, uint256 from, uint256 to, uint256 value) private {
    uint256 word = state.terms;
    state.terms = (word ^ (_field(word, from, to) << from)) | (value << from);
  }
}
