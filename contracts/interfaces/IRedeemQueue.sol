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
/// A batch has a claim on the vault, before instant withdrawals and new options, from the end of its epoch to its first fill
/// (`activeClaim`), and never longer than that one epoch. Requests that the first fill leaves out for their minimum, and what it
/// cannot pay, claim nothing any more. So requests that are renewed each epoch at a price that nobody pays hold up nobody for
/// longer than it takes somebody to call `fill`. While nothing at all may leave the vault there is no fill, and those who would
/// leave at NAV less the band keep their claim; a `fill` then leaves out those who ask for more.
///
/// Minimum prices are levels of one fixed grid, so that a fill reads sums and never requests, and that a request's minimum
/// depends on nothing but itself:
///
/// ```
/// level 0: no minimum          level n = 1 .. 8191: ⌈1.01^(n − 1)⌉ WAD collateral per whole share
/// requestId = epoch·8192 + level
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
    /// The highest level of minimum price that takes part; zero where none has a minimum.
    uint256 highestLevel;
    /// Lowest level that does not take part, whether or not it was requested; zero where all do.
    uint256 excludedFrom;
    /// Block of the last fill that redeemed shares or left nobody; zero before.
    uint256 filledAt;
    /// What was not filled has been moved out of the queue.
    bool closed;
  }

  /// @notice `remaining` shares still wait. `price` is what was paid.
  event BatchFilled(uint256 indexed epoch, uint256 shares, uint256 assets, uint256 price, uint256 remaining);
  /// @notice Levels from `level` on, `shares` in all, do not take part: their minimum is above `price`.
  event LevelsExcluded(uint256 indexed epoch, uint256 level, uint256 shares, uint256 price);
  /// @notice Time is up: `shares` were not filled.
  event BatchClosed(uint256 indexed epoch, uint256 shares);
  /// @notice Shares that were not filled went back; `receiver` is the queue itself where they were renewed.
  event SharesReturned(uint256 indexed requestId, address indexed controller, address receiver, uint256 shares);
  event SurplusSwept(uint256 shares);

  error ZeroAmount();
  /// @notice What went there would be lost: the zero address, the vault, this queue, its holder, the collateral or the option token.
  error InvalidReceiver(address receiver);
  error NotOperator(address account, address caller);
  /// @notice The vault takes its requests from another queue, or from none yet.
  error NotRegistered(address queue);
  error RequestTooSmall(uint256 shares, uint256 minimum);
  /// @notice Above the highest level's price, 2.4e17 units of collateral a share.
  error MinimumAboveRange(uint256 minimum, uint256 highest);
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

  /// @notice As ERC-7540's, with a minimum price. Needs no price of now.
  /// @param controller may be anybody who can use shares and collateral; see `InvalidReceiver`
  /// @param minimum WAD collateral per whole share, at most 2.4e35; rounded up by less than 1 % and a wei to the next level
  /// (`minimumPriceOf` tells); zero for none. No fill pays less. Who asks for more than the first fill pays is left out.
  function requestRedeem(
    uint256 shares,
    address controller,
    address owner,
    uint256 minimum
  ) external returns (uint256 requestId);

  /// @notice Redeems a batch in the epoch after its own, as far as the vault can pay. Anyone, once a block, not in a block in
  /// which the vault traded. The vault's own refusals come through by name. Bounded work, however many requests and levels there are.
  /// @return shares redeemed; zero where the price is below everyone's minimum and the batch ends unfilled, or where nothing may
  /// leave now and all that could be done was to leave out who asks for more than NAV less the band (`NoCapacity` where there is
  /// nobody)
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
  /// @notice The minimum price that a request id stands for, whether or not there is such a request; zero for none. WAD collateral
  /// per whole share, at least what was asked for.
  function minimumPriceOf(uint256 requestId) external pure returns (uint256 minimum);

  /// @notice What has a claim on the vault now: the requests of the last closed epoch, from its close to its first fill.
  /// @return shares share units; zero where nothing claims
  /// @return epoch in which they were made
  function activeClaim() external view returns (uint256 shares, uint256 epoch);
}
