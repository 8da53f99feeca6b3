// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {ParamBounds} from "../core/ParamBounds.sol";
import {SeriesListing} from "../series/SeriesListing.sol";
import {VaultParameters} from "./VaultParameters.sol";
import {VaultStates} from "./VaultStates.sol";

/// @title VaultOperations
/// @notice The module that runs a few times a day: listing, states, parameters.
contract VaultOperations is SeriesListing, VaultStates, VaultParameters {
  /// @notice Refuses a vault's rules and tier outside their hard bounds: `ParamOutOfBounds`.
  /// @param scale WAD per unit of the vault's collateral
  function checkRules(IOptionVault.Config calldata config, uint256 scale) external pure {
    ParamBounds.checkSeries(config.series, config.kind, scale);
    ParamBounds.checkRisk(config.risk);
    ParamBounds.checkLeastDeposit(config.leastDeposit, scale);
  }
}
