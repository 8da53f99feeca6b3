// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title VaultLimits
/// @notice The hard bounds of a vault: constants of its code that no role can move (invariant G2).
library VaultLimits {
  uint256 internal constant WAD = 1e18;

  // Trading

  /// @dev A series trades until this long before its expiry, seconds. The averaging window lies within.
  uint256 internal constant TRADING_CUT_OFF = 1 hours;
  /// @dev Opening leaves lock/a at most here, WAD.
  uint256 internal constant OPENING_UTILISATION = 0.9e18;
  /// @dev In `Guarded`, the share of the free capacity that one order may take, WAD.
  uint256 internal constant GUARDED_ORDER_SHARE = 0.1e18;
  /// @dev In `Guarded`, the feeds' confidence counts this many times, WAD.
  uint256 internal constant GUARDED_CONFIDENCE = 2e18;

  // Longs

  /// @dev What accounts are short may be worth this share of min(E, a) at most, WAD, and move by it over a tenth of spot, ...
  uint256 internal constant LONG_VALUE = 0.25e18;
  /// @dev ... and by this share over ten points of volatility.
  uint256 internal constant LONG_VEGA = 1e18;
  /// @dev Tenths.
  uint256 internal constant LONG_MOVES = 10;

  // Shares

  /// @dev Withdrawals at NAV leave lock/a at most here, WAD.
  uint256 internal constant WITHDRAWAL_UTILISATION = 0.85e18;
  /// @dev No deposit while NAV is below this share of C, WAD.
  uint256 internal constant MIN_NAV_SHARE = 0.1e18;
  /// @dev Shares have this many decimals more than the collateral; 10^offset virtual shares stand beside the supply.
  uint8 internal constant SHARE_DECIMALS_OFFSET = 6;
  uint256 internal constant VIRTUAL_SHARES = 10 ** SHARE_DECIMALS_OFFSET;
  /// @dev No mint asks for more shares at once.
  uint256 internal constant MAX_SHARES = type(uint160).max;
  /// @dev No deposit brings C above this, WAD collateral: 4e10 whole units, half of what a ledger's field holds.
  uint256 internal constant MAX_COLLATERAL = 1 << 95;

  /// @dev What a vault is meant to hold, in least deposits: risk capital starts from no more.
  uint256 internal constant USUAL_SIZE = 100;

  // Parked series

  /// @dev A series outside its expiry's ladder is parked if it locks this many smallest orders at most, ...
  uint256 internal constant PARKED_MIN_ORDERS = 4;
  /// @dev ... this share of actual capital at most, WAD, ...
  uint256 internal constant PARKED_SHARE = 0.001e18;
  /// @dev ... and all parked series together this share at most, WAD.
  uint256 internal constant PARKED_SHARE_IN_ALL = 0.015e18;

  // Trip conditions

  /// @dev What anyone tripped lasts at least this long, seconds.
  uint256 internal constant TRIP_DURATION = 1 days;
  /// @dev `Guarded` may be tripped from this lock/a on, WAD.
  uint256 internal constant GUARDED_UTILISATION = 0.85e18;
  /// @dev `Guarded` may be tripped from this spot confidence on, WAD fraction of spot.
  uint256 internal constant GUARDED_SPOT_CONFIDENCE = 0.03e18;

  // Parameters

  /// @dev Parameters that move NAV take at least, and at most, this long, seconds.
  uint256 internal constant MIN_RAMP = 1 days;
  uint256 internal constant MAX_RAMP = 90 days;
  /// @dev λ, β, ω, h and ρ_f as far as a search for gains at others' expense passes them (docs/fairness.md).
  uint256 internal constant MAX_RISK_AVERSION = 24e18;
  /// @dev β is at least λ over this: rent is what makes room for others dear to fill for a block, and λ alone invites it.
  uint256 internal constant MAX_RISK_AVERSION_PER_RENT = 80;
  /// @dev WAD a year.
  uint256 internal constant MAX_CAPACITY_RENT = 0.45e18;
  /// @dev WAD a year.
  uint256 internal constant MAX_VOL_OF_VOL = 3e18;
  int256 internal constant MAX_CORRELATION = 1e18;
  uint256 internal constant MIN_HORIZON = 1 hours;
  uint256 internal constant MAX_HORIZON = 1 days;
  uint256 internal constant MAX_NOTIONAL_FEE = 0.01e18;
  uint256 internal constant MAX_PREMIUM_FEE_CAP = 0.5e18;
  uint256 internal constant MIN_CHARGE_FEE = 0.05e18;
  uint256 internal constant MAX_CHARGE_FEE = 0.5e18;
  uint256 internal constant MAX_LOCK_FEE = 0.01e18;
  uint256 internal constant MIN_STRESS = 1e18;
  uint256 internal constant MAX_STRESS = 5e18;
  uint256 internal constant MAX_PROTOCOL_FEE = 0.5e18;
  /// @dev The protocol's share rises by at most this within any seven days, once anybody has shares.
  uint256 internal constant MAX_PROTOCOL_FEE_RISE = 0.05e18;

  // Series rules

  /// @dev WAD; the premium oracle's own domain is a little wider.
  uint256 internal constant MAX_TICK_SIZE = 1e21;
  uint256 internal constant MAX_LOT_SIZE = 10e18;
  uint256 internal constant MAX_MIN_ORDER = 1e27;
  uint256 internal constant MAX_DAILIES = 7;
  uint256 internal constant MAX_WEEKLIES = 8;
  uint256 internal constant MAX_MONTHLIES = 24;
  uint256 internal constant MIN_LADDER_STEP = 0.01e18;
  uint256 internal constant MAX_LADDER_STEP = 2e18;
  /// @dev Seconds.
  uint256 internal constant MAX_TENOR = 730 days;
}
