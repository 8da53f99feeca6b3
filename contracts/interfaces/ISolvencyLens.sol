// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "./IOptionVault.sol";

/// @title ISolvencyLens
/// @notice The solvency invariants of many vaults, recomputed from balances, supplies and settled prices in one call, for
/// monitors, auditors and anyone who would rather check than believe. Needs no price and holds nothing.
interface ISolvencyLens {
  /// @notice What the lens found for one vault. Token amounts in the collateral's decimals.
  /// @param tokenBalance collateral at the vault's address, donations included
  /// @param accounts the vault's own books
  /// @param worstCase the book's largest payoff over all settlement prices, from strikes and nets, expiry by expiry, WAD, rounded up
  /// @param clearedWorstCase the same of what accounts owe, token units, rounded up an expiry
  /// @param unredeemed what the settled options named in the call could still redeem, each series rounded down
  /// @param parked what parked series could pay at most, each rounded up
  /// @param shareSupply shares in existence
  /// @param lockCovered I1: worstCase ≤ lock ≤ held − reserve − feesOwed − escrow
  /// @param reserveCovers I2: unredeemed + parked ≤ reserve ≤ held
  /// @param balanceCovers I4, its one-sided part on chain: held + pledged ≤ tokenBalance
  /// @param supplyMatches I6: option supply = net short amount + what accounts owe, in every live series, listed or parked
  /// @param pledgeCovers I7: clearedWorstCase ≤ pledged
  struct VaultSolvency {
    address vault;
    uint256 tokenBalance;
    IOptionVault.Accounts accounts;
    uint256 worstCase;
    uint256 clearedWorstCase;
    uint256 unredeemed;
    uint256 parked;
    uint256 shareSupply;
    bool lockCovered;
    bool reserveCovers;
    bool balanceCovers;
    bool supplyMatches;
    bool pledgeCovers;
  }

  /// @notice A settled series whose holders may not all have redeemed, to be counted in `unredeemed`.
  /// @param vault index into the call's list of vaults
  /// @param id series id
  struct SettledSeries {
    uint256 vault;
    uint256 id;
  }

  /// @notice Recomputes the invariants of `vaults`. Reverts only where an address is not a vault.
  function solvencyOf(
    IOptionVault[] calldata vaults,
    SettledSeries[] calldata settled
  ) external view returns (VaultSolvency[] memory);

  /// @notice I5: what `holder` (a router, a quoter) holds of each token, and what it allows each spender to take. All zero
  /// between transactions.
  /// @return balances one a token
  /// @return allowances row a token, column a spender
  /// @return native the holder's native coin, wei
  function holdingsOf(
    address holder,
    IERC20[] calldata tokens,
    address[] calldata spenders
  ) external view returns (uint256[] memory balances, uint256[][] memory allowances, uint256 native);
}
