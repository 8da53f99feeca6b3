// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VaultExit} from "./VaultExit.sol";
import {VaultForwarding} from "./VaultForwarding.sol";
import {VaultOperations} from "./VaultOperations.sol";
import {VaultSettlement} from "./VaultSettlement.sol";
import {VaultStorage} from "./VaultStorage.sol";
import {VaultTrading} from "./VaultTrading.sol";
import {VaultViews} from "./VaultViews.sol";

/// @title OptionVault
/// @notice One sealed compartment: the sole counterparty of its own European options, covered to the last unit by its own
/// collateral, its shares priced at what the live book is worth.
///
/// It is put together from parts that each do one thing:
///
/// - `VaultLayout`      what it remembers, word by word
/// - `VaultStorage`     what it is made of; the boundary at which tokens cross
/// - `VaultPricing`     its two questions to the oracle, and how the answers are booked
/// - `VaultValuation`   what a share is worth to whoever comes or leaves
/// - `VaultTrading`     writing options and buying them back
/// - `VaultShares`      ERC-4626
/// - `VaultExit`        the exit without a price, and the redeem queue's entry
/// - `VaultSettlement`  payment of settled options
/// - `VaultViews`       its books, for anyone
/// - `VaultForwarding`  the entries of `VaultOperations`, whose code it runs by delegation:
///     `SeriesListing`     expiries off the calendar, strikes off the ladder
///     `ExpirySettlement`  what a fixed expiry owes
///     `VaultStates`       how far it is shut, by whom, on what condition
///     `ClaimPayment`      payment of the protocol's fees, and of escrow
///     `VaultParameters`   what governance may move, and how far
///
/// Assumed: the collateral is a plain ERC-20 of at most 18 decimals, without fee on transfer and without rebasing (short
/// arrivals revert, what arrives unasked is never counted, a balance that shrinks by itself is not survived); the oracle
/// answers for the vault's own market and does not call back; block timestamps are within seconds of the truth.
///
/// What can go wrong, and what then:
///
/// - No price (feed dead, sequencer down, surface absent): no trade, no deposit, no withdrawal at NAV. The guaranteed exit,
///   settlement and redeeming go on: they ask for none.
/// - A stale or pending surface: no opening, no deposit, no withdrawal at NAV; selling back at the bid that its age allows.
/// - The price moves against the book: NAV and E fall at once. Options stay covered: lock never depends on a price.
/// - A wrong price that the feeds' and the surface's checks let through: whoever trades on it gains at most what their
///   bounds allow; the lock still covers every option.
/// - The expiry price is never proven: that expiry waits for the fallback; deposits and withdrawals at NAV wait with it if it has
///   open interest; the guaranteed exit does not.
/// - The collateral's issuer blocks the vault or a receiver: that transfer reverts, and nobody else's does.
/// - Governance or guardian turn bad: they can shut the vault to all but settlement, redeeming and the guaranteed exit, and
///   move parameters inside the hard bounds. They can't move a token, a price that is fixed, or the terms of an option.
contract OptionVault is VaultTrading, VaultSettlement, VaultExit, VaultForwarding, VaultViews {
  constructor(Config memory config, VaultOperations operations) VaultStorage(config, operations) {}
}
