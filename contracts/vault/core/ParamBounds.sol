// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RampRule} from "../../governance/RampRule.sol";
import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {MAX_EXPIRIES, MAX_STRIKES} from "../../types/Book.sol";
import {OptionKind} from "../../types/OptionKind.sol";
import {RiskParams} from "../../types/RiskParams.sol";
import {RiskParamsStorage} from "./RiskParamsStorage.sol";
import {VaultLimits} from "./VaultLimits.sol";

/// @title ParamBounds
/// @notice Refuses parameters outside the hard bounds of `VaultLimits`.
library ParamBounds {
  uint256 private constant WAD = 1e18;

  /// @notice Checks a tier. `stress` and `confidenceFactor` are not part of it: the vault's state sets them.
  function checkRisk(RiskParams memory p) internal pure {
    _check("riskAversion", p.riskAversion, 0, VaultLimits.MAX_RISK_AVERSION);
    _check("capacityRent", p.capacityRent, 0, VaultLimits.MAX_CAPACITY_RENT);
    require(
      p.capacityRent * VaultLimits.MAX_RISK_AVERSION_PER_RENT >= p.riskAversion,
      IOptionVault.ParamOutOfBounds("capacityRent", p.capacityRent)
    );
    _check("volOfVol", p.volOfVol, 0, VaultLimits.MAX_VOL_OF_VOL);
    int256 correlation = p.spotVolCorrelation;
    // |correlation| as an unsigned number, also for the most negative one.
    uint256 size = correlation < 0 ? uint256(-(correlation + 1)) + 1 : uint256(correlation);
    _check("spotVolCorrelation", size, 0, uint256(VaultLimits.MAX_CORRELATION));
    _check("notionalFee", p.notionalFee, 0, VaultLimits.MAX_NOTIONAL_FEE);
    _check("premiumFeeCap", p.premiumFeeCap, 0, VaultLimits.MAX_PREMIUM_FEE_CAP);
    _check("chargeFee", p.chargeFee, VaultLimits.MIN_CHARGE_FEE, VaultLimits.MAX_CHARGE_FEE);
    _check("lockFee", p.lockFee, 0, VaultLimits.MAX_LOCK_FEE);
    require(
      p.horizon >= VaultLimits.MIN_HORIZON && p.horizon <= VaultLimits.MAX_HORIZON,
      IOptionVault.ParamOutOfBounds("horizon", p.horizon)
    );
  }

  /// @notice Checks that one ramp may lead from one tier to another (`RampRule`). What does not ramp is held to the same step.
  /// Both tiers are within the hard bounds.
  function checkRamp(RiskParams memory from, RiskParams memory to) internal pure {
    bytes32[9] memory names = [
      bytes32("riskAversion"),
      "capacityRent",
      "volOfVol",
      "spotVolCorrelation",
      "horizon",
      "notionalFee",
      "premiumFeeCap",
      "chargeFee",
      "lockFee"
    ];
    uint256[9] memory bounds = [
      VaultLimits.MAX_RISK_AVERSION,
      VaultLimits.MAX_CAPACITY_RENT,
      VaultLimits.MAX_VOL_OF_VOL,
      uint256(VaultLimits.MAX_CORRELATION),
      VaultLimits.MAX_HORIZON,
      VaultLimits.MAX_NOTIONAL_FEE,
      VaultLimits.MAX_PREMIUM_FEE_CAP,
      VaultLimits.MAX_CHARGE_FEE,
      VaultLimits.MAX_LOCK_FEE
    ];
    (int256[9] memory current, int256[9] memory target) = (_listed(from), _listed(to));
    for (uint256 i; i < names.length; ++i) {
      require(
        RampRule.allows(current[i], target[i], bounds[i]),
        IOptionVault.RampTooSteep(names[i], current[i], target[i])
      );
    }
  }

  /// @notice Checks a stress multiplier.
  function checkStress(uint256 stress) internal pure {
    _check("stress", stress, VaultLimits.MIN_STRESS, VaultLimits.MAX_STRESS);
  }

  /// @notice Checks the protocol's share of fees.
  function checkProtocolFee(uint256 share) internal pure {
    _check("protocolFee", share, 0, VaultLimits.MAX_PROTOCOL_FEE);
  }

  /// @notice Checks the least first deposit, which bounds how E starts and from which it doubles.
  /// @param leastDeposit token units
  /// @param scale WAD per token unit
  function checkLeastDeposit(uint256 leastDeposit, uint256 scale) internal pure {
    _checkRange("leastDeposit", leastDeposit, 1, VaultLimits.MAX_COLLATERAL / scale);
  }

  /// @notice Checks how series are laid out. Lots and ticks must make every series' lock a whole number of token units,
  /// so that no rounding can ever stand between lock and collateral.
  /// @param scale WAD per token unit
  function checkSeries(IOptionVault.SeriesRules memory r, OptionKind kind, uint256 scale) internal pure {
    _checkRange("tickSize", r.tickSize, 1, VaultLimits.MAX_TICK_SIZE);
    _checkRange("lotSize", r.lotSize, 1, VaultLimits.MAX_LOT_SIZE);
    uint256 lotLock = kind == OptionKind.Put ? r.lotSize * r.tickSize : r.lotSize * WAD;
    require(lotLock % (WAD * scale) == 0, IOptionVault.ParamOutOfBounds("lotSize", r.lotSize));
    _checkRange("minOrder", r.minOrder, r.lotSize, VaultLimits.MAX_MIN_ORDER);
    require(r.minOrder % r.lotSize == 0, IOptionVault.ParamOutOfBounds("minOrder", r.minOrder));
    _checkRange("dailies", r.dailies, 0, VaultLimits.MAX_DAILIES);
    _checkRange("weeklies", r.weeklies, 0, VaultLimits.MAX_WEEKLIES);
    _checkRange("monthlies", r.monthlies, 0, VaultLimits.MAX_MONTHLIES);
    _checkRange("strikesPerExpiry", r.strikesPerExpiry, 1, MAX_STRIKES);
    uint256 calendar = uint256(r.dailies) + r.weeklies + r.monthlies;
    _checkRange("calendar", calendar, 1, MAX_EXPIRIES);
    _check("ladderStep", r.ladderStep, VaultLimits.MIN_LADDER_STEP, VaultLimits.MAX_LADDER_STEP);
    _check("maxDelta", r.maxDelta, 0, WAD);
    _check("minDelta", r.minDelta, 0, r.maxDelta);
    _checkRange("maxTenor", r.maxTenor, 0, VaultLimits.MAX_TENOR);
    _checkRange("minTenor", r.minTenor, 0, r.maxTenor);
  }

  /// @dev Stored parameters must be whole multiples of 1e-6 besides.
  function _check(bytes32 name, uint256 value, uint256 minimum, uint256 maximum) private pure {
    require(value % RiskParamsStorage.MICRO == 0, IOptionVault.ParamOutOfBounds(name, value));
    _checkRange(name, value, minimum, maximum);
  }

  /// @dev In the order of `checkRamp`. Parameters within their bounds are below 2^70.
  function _listed(RiskParams memory p) private pure returns (int256[9] memory) {
    return
      [
        int256(p.riskAversion),
        int256(p.capacityRent),
        int256(p.volOfVol),
        p.spotVolCorrelation,
        int256(p.horizon),
        int256(p.notionalFee),
        int256(p.premiumFeeCap),
        int256(p.chargeFee),
        int256(p.lockFee)
      ];
  }

  function _checkRange(bytes32 name, uint256 value, uint256 minimum, uint256 maximum) private pure {
    require(value >= minimum && value <= maximum, IOptionVault.ParamOutOfBounds(name, value));
  }
}
