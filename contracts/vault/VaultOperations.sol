// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {RiskCharge} from "../premium/RiskCharge.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {ExpirySettlement} from "./ExpirySettlement.sol";
import {ClaimPayment} from "./ClaimPayment.sol";
import {ParamBounds} from "./ParamBounds.sol";
import {SeriesListing} from "./SeriesListing.sol";
import {VaultParameters} from "./VaultParameters.sol";
import {VaultStates} from "./VaultStates.sol";

/// @title VaultOperations
/// @notice The half of a vault's code that runs a few times a day: listing, settling,
/// states, parameters, fees. One copy serves all vaults of a
/// version, which run it by delegation in their own storage (a vault in one piece would be half as large again as the chain
/// allows). It keeps nothing, knows no vault, cannot destroy itself, and calling it directly does nothing to anyone.
contract VaultOperations is SeriesListing, ExpirySettlement, VaultStates, VaultParameters, ClaimPayment {
  /// @notice Refuses a vault's rules and tier outside their hard bounds: `ParamOutOfBounds`.
  /// @param scale WAD per unit of the vault's collateral
  function checkRules(
    IOptionVault.SeriesRules calldata series,
    OptionKind kind,
    uint256 scale,
    RiskParams calldata risk
  ) external pure {
    ParamBounds.checkSeries(series, kind, scale);
    ParamBounds.checkRisk(risk);
  }

  /// @notice R at risk capital `riskCapital`, WAD collateral, rounded up.
  function riskChargeAt(
    RiskSums calldata sums,
    RiskParams calldata params,
    uint256 riskCapital
  ) external pure returns (uint256) {
    (uint256 move, uint256 rent) = RiskCharge.charge(sums, params, riskCapital);
    return move + rent;
  }
}
