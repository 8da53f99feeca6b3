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
    _check("volOfVol", p.volOfVol, 0, VaultLimits.MAX_VOL_OF_VOL);
    int256 correlation = p.spotVolCorrelation;
    // |correlation| as an unsigned number, also for the most negative one.
    uint256 size = correlation < 0 ? uint256(-(correlation + 1)) + 1 : uint256(correlation);
    _check("spotVolCorrelation", size, 0, uint256(VaultLimits.MAX_CORRELATION));
    _check("notionalFee", p.notionalFee, 0, VaultLimits.MAX_NOTIONAL_FEE);
    _check("premiumFeeCap", p.premiumFeeCap, 0, VaultLimits.MAX_PREMIUM_FEE_CAP);
    _check("chargeFee", p.chargeFee, 0, VaultLimits.MAX_CHARGE_FEE);
    _check("lockFee", p.lockFee, 0, VaultLimits.MAX_LOCK_FEE);
    require(
      p.horizon >= VaultLimits.MIN_HORIZON && p.horizon <= VaultLimits.MAX_HORIZON,
      IOptionVault.ParamOutOfBounds("horizon", p.horizon)
    );
  }

  /// @notice Checks that one ramp may lead from one tier to another (`RampRule`). What does not ramp is held to the same step.
  /// Both tiers are within the hard bounds.
  function checkRamp(RiskParams memory from, RiskParams memory to) internal pure {
    _checkStep("riskAversion", from.riskAversion, to.riskAversion, VaultLimits.MAX_RISK_AVERSION);
    _checkStep("capacityRent", from.capacityRent, to.capacityRent, VaultLimits.MAX_CAPACITY_RENT);
    _checkStep("volOfVol", from.volOfVol, to.volOfVol, VaultLimits.MAX_VOL_OF_VOL);
    _checkSignedStep(
      "spotVolCorrelation",
      from.spotVolCorrelation,
      to.spotVolCorrelation,
      uint256(VaultLimits.MAX_CORRELATION)
    );
    _checkStep("horizon", from.horizon, to.horizon, VaultLimits.MAX_HORIZON);
    _checkStep("notionalFee", from.notionalFee, to.notionalFee, VaultLimits.MAX_NOTIONAL_FEE);
    _checkStep("premiumFeeCap", from.premiumFeeCap, to.premiumFeeCap, VaultLimits.MAX_PREMIUM_FEE_CAP);
    _checkStep("chargeFee", from.chargeFee, to.chargeFee, VaultLimits.MAX_CHARGE_FEE);
    _checkStep("lockFee", from.lockFee, to.lockFee, VaultLimits.MAX_LOCK_FEE);
  }

  /// @notice Checks a stress multiplier.
  function checkStress(uint256 stress) internal pure {
    _check("stress", stress, VaultLimits.MIN_STRESS, VaultLimits.MAX_STRESS);
  }

  /// @notice Checks the protocol's share of fees.
  function checkProtocolFee(uint256 share) internal pure {
    _check("protocolFee", share, 0, VaultLimits.MAX_PROTOCOL_FEE);
  }

  /// @notice Checks the least first deposit, from which E doubles.
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

  /// @dev Stored parameters must be whole multiples of 1e-9 besides.
  function _check(bytes32 name, uint256 value, uint256 minimum, uint256 maximum) private pure {
    require(value % RiskParamsStorage.NANO == 0, IOptionVault.ParamOutOfBounds(name, value));
    _checkRange(name, value, minimum, maximum);
  }

  /// @dev Parameters within their bounds are below 2^70.
  function _checkStep(bytes32 name, uint256 from, uint256 to, uint256 hardBound) private pure {
    _checkSignedStep(name, int256(from), int256(to), hardBound);
  }

  function _checkSignedStep(bytes32 name, int256 from, int256 to, uint256 hardBound) private pure {
    require(RampRule.allows(from, to, hardBound), IOptionVault.RampTooSteep(name, from, to));
  }

  function _checkRange(bytes32 name, uint256 value, uint256 minimum, uint256 maximum) private pure {
    require(value >= minimum && value <= maximum, IOptionVault.ParamOutOfBounds(name, value));
  }
}
