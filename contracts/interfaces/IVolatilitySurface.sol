// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Curve} from "../types/Curve.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {SviSlice} from "../types/SviSlice.sol";

/// @title IVolatilitySurface
/// @notice A market's implied volatility: one SVI slice per expiry, reported whole, signed by k of n reporters, checked
/// here for static arbitrage, in effect from the block after its delivery.
///
/// @dev **Signing.** EIP-712, domain name "Bulkhead Volatility Surface", version "1", this chain, this contract; type
/// `Report(uint64 round,uint64 observedAt,uint128 confidence,uint256[] expiries,uint256[] slices)`: a slice is signed as
/// the `uint256` word that `SviSlice` packs it into. A signature is either 65 bytes of ECDSA (r ‖ s ‖ v, s in the lower
/// half order) by a reporter's key, or a reporter contract's address (20 bytes) followed by what its ERC-1271
/// `isValidSignature` takes, of any length. Signers ascend strictly by address, so that none counts twice.
///
/// **Steps.** The distance between two surfaces at an expiry, now, is the largest absolute difference of their volatilities
/// within three standard deviations of the money (√w of the surface in effect); beyond one it is divided by how many, and
/// within the last day multiplied by √(time left/1 day), as vega falls. It is bounded between the points measured, not only
/// measured (`SmileDistance`, ADR 0014): the bound is what counts, the truth is never above it and at most some eighth below.
///
/// A report's *step* is the largest of its distances from the surface in effect and of what its confidence grows by (both not
/// below the floor); its *drift* the same from the anchor: the last surface that drew on the allowances, and the lowest
/// confidence since. Expiries count that both have; that the earlier one has and the report has not, while a day or more is
/// left; and that come back. In its last day an expiry goes without a step. One that no accepted report has named before is
/// an *arrival*: it counts only where it is further from what held there before than an hour may move. A report is
/// **admissible** where
///   1. step ≤ c_σ as charged now (a pending report's distance included), and
///   2. drift ≤ the confidence floor and nothing arrives, or drift ≤ what is left of the hourly and of the daily allowance, and
///   3. at no expiry its at-the-money volatility lies outside the band around realised volatility and further out than the
///      surface in effect.
/// An admissible report takes effect. Where its drift is above the floor, or an expiry arrives, the drift is drawn from both
/// allowances and it becomes the anchor; noise within the floor draws nothing, a walk in small steps draws all of its way.
/// Over any hour (day) accepted drifts add up to the hourly (daily) allowance at most; what was drawn frees after 60 to 75
/// minutes (24 to 30 hours).
///
/// **Pending.** A valid report that is not admissible is stored as pending, replacing any earlier one: the surface stays,
/// the market turns close-only, and c_σ becomes at least the pending report's distance. That distance is measured again
/// at each accepted report. The pending report is cleared by an accepted report which lies within the confidence it would
/// have by itself (without the pending distance) of the pending one, or was observed at least `PENDING_LIFETIME` after
/// it. So a true jump needs a second round that confirms it; one beyond the allowance is walked in steps, with the full
/// reading delivered again within the lifetime.
///
/// **What k dishonest reporters can gain.** A trader pays c_σ·vega on each side, and two surfaces at two times of a day are
/// at most (daily allowance + 2·floor) apart, so a round trip gains at most vega × (daily allowance + 2·floor − 2·c_σ)
/// ≤ vega × daily allowance, and all round trips of a day together no more than that, since the drifts add up. At two
/// (three) standard deviations two surfaces may lie twice (three times) as far apart, and the bound is that many times the
/// option's own vega, which there is 14 % (1 %) of the vega at the money until volatility has moved far. A single step gains
/// nothing at two, being at most the 2·c_σ that a round trip pays, and c_σ times that 1 % at three. In an expiry's last day the
/// bound is that of the vega a day before it. Beyond it: once in the life of an expiry, when it is first named, vega × (hourly
/// allowance − 2·c_σ) to who had bought it before; and once, when it goes in its last day, its vega then times what its
/// volatility and the next expiry's differ by. Who leaves at NAV pays c_σ·vega, and c_σ is reported as 15 points at most.
interface IVolatilitySurface {
  /// @notice One report: a market's whole surface. Signed as EIP-712 typed data with this contract as verifier.
  /// @param round strictly rising
  /// @param observedAt unix seconds at which the reporters read the market
  /// @param confidence the reporters' own uncertainty of volatility, WAD a year, 0.15 at most
  /// @param expiries unix seconds, ascending, 1 .. 8 of them
  /// @param slices one a expiry; total variance from `observedAt` to it
  struct Report {
    uint64 round;
    uint64 observedAt;
    uint128 confidence;
    uint256[] expiries;
    SviSlice[] slices;
  }

  /// @notice A report was accepted; it is in effect from the next block.
  event SurfaceReported(
    uint64 indexed round,
    uint64 observedAt,
    uint256 confidence,
    uint256[] expiries,
    SviSlice[] slices
  );
  /// @notice A valid report stepped further than is allowed; the surface stays and the market turns close-only.
  /// @param distance the report's step, WAD of volatility
  /// @param allowance what was allowed, WAD of volatility
  event SurfacePending(uint64 indexed round, uint256 distance, uint256 allowance);
  /// @notice The pending report was reached by accepted steps, outlived, or replaced by another.
  event PendingCleared(uint64 indexed round);

  /// @notice Delivers a report with the reporters' signatures, ordered by ascending signer address. Anyone may.
  /// @dev Reverts with a named error and changes nothing unless the report is well formed, newer than every earlier one,
  /// signed, and free of butterfly and calendar arbitrage on the checked grid. One report a block.
  function submit(Report calldata report, bytes[] calldata signatures) external;

  /// @notice Total variance to each of a packed list of expiries (`Book.expiries` headers), in that list's order, with
  /// the surface's status and confidence. One call, for the one pass over a book.
  /// @dev Reverts `SurfaceAbsent` where nothing was ever in effect.
  /// @return curves one a header
  /// @return confidence c_σ = max(reported, floor, z·ω·√age, distance to a pending report), WAD of volatility
  /// @return status Fresh, Pending or Stale
  function curvesFor(
    uint256 packedExpiries
  ) external view returns (Curve[] memory curves, uint256 confidence, SurfaceStatus status);

  /// @notice Total variance to one expiry (unix seconds).
  function curveOf(uint256 expiry) external view returns (Curve memory curve);

  /// @notice Annual volatility (WAD) at log-moneyness k = ln(K/F) (WAD) for an expiry (unix seconds, in the future).
  function volatility(int256 k, uint256 expiry) external view returns (uint256);

  /// @notice Status and confidence (WAD of volatility) now; never reverts.
  function status() external view returns (SurfaceStatus status, uint256 confidence);

  /// @notice The EIP-712 digest that reporters sign.
  function digestOf(Report calldata report) external view returns (bytes32);

  /// @notice What `submit` would make of a report if it were signed: reverts with the same named errors, measures the
  /// same distances. For reporters, who sign a clipped step where the market moved further than is allowed.
  /// @return admissible whether it would take effect; otherwise it would be stored as pending
  /// @return step distance from the surface in effect, WAD of volatility; zero for the first report
  /// @return drift distance from the anchor, WAD of volatility
  /// @return allowance the largest step and drift that are admissible now, WAD of volatility
  function preview(
    Report calldata report
  ) external view returns (bool admissible, uint256 step, uint256 drift, uint256 allowance);

  /// @notice Highest round delivered, and the round that is pending (zero for none).
  function rounds() external view returns (uint64 latest, uint64 pending);

  /// @notice The surface in effect in this block, as it was reported.
  /// @dev Reverts `SurfaceAbsent`.
  function surface() external view returns (uint256 observedAt, uint256[] memory expiries, SviSlice[] memory slices);

  /// @notice Nothing was ever in effect.
  error SurfaceAbsent();
  /// @notice The option's expiry has passed, or is no unix time.
  error ExpiryOutOfRange(uint256 expiry, uint256 time);
  /// @notice The round is not above the latest one, or too far above it.
  error RoundOutOfOrder(uint256 round, uint256 latest);
  /// @notice A report was delivered in this block already; it takes effect in the next.
  error AlreadyReportedInBlock(uint256 blockNumber);
  /// @notice Observed later than now.
  error ObservedInFuture(uint256 observedAt, uint256 time);
  /// @notice Observed too long ago to be delivered.
  error ObservedTooLongAgo(uint256 observedAt, uint256 oldest);
  /// @notice Observed no later than the latest report.
  error ObservedOutOfOrder(uint256 observedAt, uint256 latest);
}
