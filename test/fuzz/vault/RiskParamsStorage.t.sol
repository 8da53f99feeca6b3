// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {ParamBounds} from "../../../contracts/vault/core/ParamBounds.sol";
import {RiskParamsState, RiskParamsStorage} from "../../../contracts/vault/core/RiskParamsStorage.sol";
import {VaultLimits} from "../../../contracts/vault/core/VaultLimits.sol";

/// @notice Packed parameters against plain structs: tiers anywhere within the hard bounds, on either side of a ramp, with stress and
/// the protocol's share moved between. No field reaches into its neighbour.
contract RiskParamsStorageTest is Test {
  using RiskParamsStorage for RiskParamsState;

  uint256 private constant MICRO = 1e12;

  RiskParamsState private _state;

  function testFuzz_G2_AgainstAPlainTwin(uint256 seed, uint256 begun, uint256 duration, uint256 passed) public {
    begun = bound(begun, 1, 1 << 35);
    duration = bound(duration, 1 days, 90 days);
    passed = bound(passed, 0, duration + 1 days);
    (RiskParams memory first, RiskParams memory second) = (_tier(seed), _tier(seed >> 1));
    (uint256 stress, uint256 share) = (
      _pick(seed, 10, VaultLimits.MAX_STRESS),
      _pick(seed, 11, VaultLimits.MAX_PROTOCOL_FEE)
    );

    _state.schedule(first, begun - 1, 0);
    _state.setStress(stress);
    _state.setProtocolFee(share);
    first.stress = second.stress = stress;
    _assertAt(begun, first);
    assertEq(_state.protocolFee(), share);

    _state.schedule(second, begun, duration);
    _assertAt(begun + passed, _between(first, second, passed < duration ? passed : duration, duration));
    assertEq(_state.isRamping(begun + passed), passed < duration);
    assertEq(_state.rampEnd(), begun + duration);
    assertEq(_state.stress(), stress);
    assertEq(_state.protocolFee(), share);
    RiskParams memory ends;
    _state.startInto(ends);
    _assertRamping(ends, first);
    _state.targetInto(ends);
    _assertRamping(ends, second);

    // Each of the two by itself, to either end of its range.
    (stress, share) = (_pick(seed, 12, VaultLimits.MAX_STRESS), _pick(seed, 13, VaultLimits.MAX_PROTOCOL_FEE));
    _state.setStress(stress);
    second.stress = stress;
    _assertAt(begun + duration, second);
    _state.setProtocolFee(share);
    _assertAt(begun + duration, second);
    assertEq(_state.protocolFee(), share);
  }

  /// @dev Values of which each is often one of its bounds.
  function _tier(uint256 seed) private pure returns (RiskParams memory p) {
    p.riskAversion = _pick(seed, 0, VaultLimits.MAX_RISK_AVERSION);
    p.capacityRent = _pick(seed, 1, VaultLimits.MAX_CAPACITY_RENT);
    uint256 least = p.riskAversion / VaultLimits.MAX_RISK_AVERSION_PER_RENT + MICRO;
    if (p.capacityRent < least) p.capacityRent = least - (least % MICRO);
    p.volOfVol = _pick(seed, 2, VaultLimits.MAX_VOL_OF_VOL);
    p.spotVolCorrelation = int256(_pick(seed, 3, 2e18)) - 1e18;
    p.horizon =
      VaultLimits.MIN_HORIZON + _pick(seed, 4, (VaultLimits.MAX_HORIZON - VaultLimits.MIN_HORIZON) * MICRO) / MICRO;
    p.notionalFee = _pick(seed, 5, VaultLimits.MAX_NOTIONAL_FEE);
    p.premiumFeeCap = _pick(seed, 6, VaultLimits.MAX_PREMIUM_FEE_CAP);
    p.chargeFee = VaultLimits.MIN_CHARGE_FEE + _pick(seed, 7, VaultLimits.MAX_CHARGE_FEE - VaultLimits.MIN_CHARGE_FEE);
    p.lockFee = _pick(seed, 8, VaultLimits.MAX_LOCK_FEE);
    ParamBounds.checkRisk(p);
  }

  /// @return A whole number of micros up to `highest`.
  function _pick(uint256 seed, uint256 index, uint256 highest) private pure returns (uint256) {
    uint256 word = uint256(keccak256(abi.encode(seed, index)));
    if (word % 4 == 0) return 0;
    if (word % 4 == 1) return highest;
    return ((word >> 2) % (highest / MICRO + 1)) * MICRO;
  }

  function _between(
    RiskParams memory first,
    RiskParams memory second,
    uint256 passed,
    uint256 duration
  ) private pure returns (RiskParams memory p) {
    p = abi.decode(abi.encode(second), (RiskParams));
    p.riskAversion = _mixed(first.riskAversion, second.riskAversion, passed, duration);
    p.capacityRent = _mixed(first.capacityRent, second.capacityRent, passed, duration);
    p.volOfVol = _mixed(first.volOfVol, second.volOfVol, passed, duration);
    uint256 from = uint256(first.spotVolCorrelation + 1e18);
    uint256 to = uint256(second.spotVolCorrelation + 1e18);
    p.spotVolCorrelation = int256(_mixed(from, to, passed, duration)) - 1e18;
    p.horizon = (first.horizon * (duration - passed) + second.horizon * passed) / duration;
  }

  /// @dev Rounded down to a whole micro.
  function _mixed(uint256 from, uint256 to, uint256 passed, uint256 duration) private pure returns (uint256) {
    uint256 exact = (from * (duration - passed) + to * passed) / duration;
    return exact - (exact % MICRO);
  }

  function _assertAt(uint256 time, RiskParams memory expected) private view {
    RiskParams memory read;
    _state.currentInto(read, time);
    assertEq(keccak256(abi.encode(read)), keccak256(abi.encode(expected)));
    RiskParams memory ramped;
    _state.rampedInto(ramped, time);
    _assertRamping(ramped, expected);
  }

  /// @dev The five that ramp; the rest is left alone, here empty.
  function _assertRamping(RiskParams memory read, RiskParams memory expected) private pure {
    RiskParams memory five;
    (five.riskAversion, five.capacityRent, five.volOfVol) = (
      expected.riskAversion,
      expected.capacityRent,
      expected.volOfVol
    );
    (five.spotVolCorrelation, five.horizon) = (expected.spotVolCorrelation, expected.horizon);
    assertEq(keccak256(abi.encode(read)), keccak256(abi.encode(five)));
  }
}
