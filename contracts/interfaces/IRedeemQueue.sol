// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC7540Operator, IERC7540Redeem} from "./IERC7540.sol";
import {IERC7575} from "./IERC7575.sol";
import {IOptionVault} from "./IOptionVault.sol";

/// @title IRedeemQueue
/// @notice The way out of a vault that waits its turn: requests of one epoch are redeemed together, pro rata, in one call whose
/// cost does not depend on how many they are. ERC-7540 for redemption alone, over the vault's own share.
///
/// A request goes into the batch of the epoch that runs, and cannot be taken back while that batch can still be filled: until
/// its own epoch and the next have ended, or it is filled. In the next epoch anyone may `fill` it at the vault's price of then:
/// NAV less the band less the risk charge that the leavers leave behind. The first fill decides who takes part: those whose
/// minimum price is met. Where the vault cannot pay all of them at once, all get the same part, and further fills may follow
/// until the epoch ends. What was not filled goes back (`claim`) or into the batch that is open (`renew`).
///
/// Minimum prices are kept as levels below the batch's reference price, so that a fill reads sums and never requests:
///
/// ```
/// level 0: no minimum          level n = 1 .. 31: reference·(100 − (31 − n)) %, rounded up
/// requestId = epoch·32 + level
/// filled(request)    = ⌊shares · batch filled / batch requested⌋       assets likewise
/// unfilled(request)  = ⌊shares · (batch requested − batch filled) / batch requested⌋
/// ```
///
/// Units: prices in WAD collateral per whole share (10^decimals share units); assets in token units; epochs count from 1970.
/// Rounding: every division is down, so that all claims together never exceed what was set aside. Less than one token unit a
/// request stays in the vault's escrow, less than one share unit a request with the holder.
///
/// What ERC-7540 leaves open: a request needs the owner's allowance of shares to the queue, and comes from the owner or an
/// operator of the owner; an allowance to the sender alone is not enough, since the share is another contract's. Deposits are
/// the vault's: here `maxDeposit` and `maxMint` are zero. The vault, which is the share, is ERC-4626 itself and does not answer
/// ERC-7575's `vault(asset)`.
interface IRedeemQueue is IERC7540Operator, IERC7540Redeem, IERC7575 {
  /// @notice The requests of one epoch, as totals.
  struct BatchInfo {
    /// Shares that take part; before the first fill all that were requested.
    uint256 requested;
    /// Of those, redeemed so far.
    uint256 filled;
    /// Token units that they were redeemed for.
    uint256 assets;
    /// The price that levels count from; zero while no request has a minimum.
    uint256 referencePrice;
    /// Lowest level that does not take part; zero where all do.
    uint256 excludedFrom;
    /// Bit n: level n was requested.
    uint256 levels;
    /// Block of the last fill.
    uint256 filledAt;
    /// What was not filled has been moved out of the queue.
    bool closed;
  }

  /// @notice `remaining` shares still wait. `price` is what was paid.
  event BatchFilled(uint256 indexed epoch, uint256 shares, uint256 assets, uint256 price, uint256 remaining);
  /// @notice Levels from `level` on do not take part: their minimum is above the price.
  event LevelsExcluded(uint256 indexed epoch, uint256 level, uint256 shares, uint256 price);
  /// @notice Time is up: `shares` were not filled.
  event BatchClosed(uint256 indexed epoch, uint256 shares);
  event ReferenceSet(uint256 indexed epoch, uint256 price);
  /// @notice Shares that were not filled went back; `receiver` is the queue itself where they were renewed.
  event SharesReturned(uint256 indexed requestId, address indexed controller, address receiver, uint256 shares);
  event SurplusSwept(uint256 shares);

  error ZeroAmount();
  error ZeroAddress();
  /// @notice Tokens sent there would be lost.
  error InvalidReceiver(address receiver);
  error NotOperator(address account, address caller);
  /// @notice The vault takes its requests from another queue, or from none yet.
  error NotRegistered(address queue);
  error RequestTooSmall(uint256 shares, uint256 minimum);
  error MinimumAboveReference(uint256 minimum, uint256 referencePrice);
  /// @notice A share is worth nothing now: only requests without a minimum.
  error NoReferencePrice();
  error EpochNotFillable(uint256 epoch, uint256 current);
  error EpochNotOver(uint256 epoch, uint256 current);
  error AlreadyClosed(uint256 epoch);
  error NothingToFill(uint256 epoch);
  error FilledThisBlock(uint256 blockNumber);
  /// @notice Nothing may leave the vault now without touching what is locked.
  error NoCapacity();
  error PriceBelowMinimum(uint256 price, uint256 minimum);
  error NotSelf(address caller);
  error SharesAboveClaimable(uint256 shares, uint256 claimable);
  error AssetsAboveClaimable(uint256 assets, uint256 claimable);
  /// @notice Nothing has been filled, and the batch may still be.
  error NothingToClaim(uint256 requestId, address controller);
  error NothingToReturn(uint256 requestId, address controller);
  /// @notice Requests have no price before they are filled.
  error NoPreview();
  error DepositAtVault(address vault);
  error EpochLengthOutOfBounds(uint256 length, uint256 minimum, uint256 maximum);

  /// @notice As ERC-7540's, with a minimum price.
  /// @param minimum WAD collateral per whole share, at most the batch's reference; rounded up to the next level; zero for none.
  /// The reference is NAV less the band at the batch's first request with a minimum, which therefore needs a price and fails as
  /// the vault's `assess` does; requests without one never do.
  function requestRedeem(
    uint256 shares,
    address controller,
    address owner,
    uint256 minimum
  ) external returns (uint256 requestId);

  /// @notice Redeems a batch in the epoch after its own, as far as the vault can pay. Anyone, once a block, not in a block in
  /// which the vault traded. The vault's own refusals come through by name.
  /// @return shares redeemed; zero where the price is below everyone's minimum and the batch ends unfilled
  /// @return assets token units set aside for them
  function fill(uint256 epoch) external returns (uint256 shares, uint256 assets);

  /// @notice Takes what an ended batch could not fill out of the queue, so that it stands before nobody's withdrawal any
  /// more. Anyone.
  function close(uint256 epoch) external returns (uint256 shares);

  /// @notice Takes shares that were sent here unasked out of the queue, likewise. Anyone.
  function sweep() external returns (uint256 shares);

  /// @notice Pays all that a request has come to: assets filled, and shares that will not be.
  function claim(
    uint256 requestId,
    address receiver,
    address controller
  ) external returns (uint256 assets, uint256 shares);

  /// @notice Sends shares that will not be filled back to the request's controller. Anyone: so that a contract which knows
  /// nothing but ERC-7540 gets its shares again.
  function giveBack(uint256 requestId, address controller) external returns (uint256 shares);

  /// @notice Puts the shares that were not filled into the batch that is open.
  /// @param minimum as in `requestRedeem`
  function renew(uint256 requestId, address controller, uint256 minimum) external returns (uint256 newRequestId);

  function vault() external view returns (IOptionVault);
  /// @notice Where unfilled shares wait to be taken back.
  function holder() external view returns (address);
  /// @notice Seconds.
  function epochLength() external view returns (uint256);
  /// @notice Share units.
  function minimumRequest() external view returns (uint256);
  function currentEpoch() external view returns (uint256);
  /// @notice Shares here that belong to requests; what the queue has on top came unasked.
  function custody() external view returns (uint256);
  function batchOf(uint256 epoch) external view returns (BatchInfo memory);
  /// @notice Requests of a controller that are not settled, oldest first.
  function requestsOf(address controller) external view returns (uint256[] memory requestIds);
  /// @notice What a request stands at: shares and assets to claim, shares pending, shares to take back.
  function standingOf(
    uint256 requestId,
    address controller
  ) external view returns (uint256 claimable, uint256 assets, uint256 pending, uint256 returnable);
  /// @notice The minimum price that a request id stands for; zero for none.
  function minimumPriceOf(uint256 requestId) external view returns (uint256 minimum);

  /// @notice What has a claim on the vault now: the requests of the last closed epoch, from its close to its first fill.
  /// @return shares share units; zero where nothing claims
  /// @return epoch in which they were made
  function activeClaim() external view returns (uint256 shares, uint256 epoch);
}
