// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {Curve} from "../types/Curve.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {SviSlice} from "../types/SviSlice.sol";

/// @title IVolatilitySurface
/// @notice A market's implied volatility: one SVI slice per expiry, reported whole, signed by k of n reporters, checked
/// here for static arbitrage, in effect from the block after its delivery.
interface IVolatilitySurface {
  /// @notice One report: a market's whole surface. Signed as EIP-712 typed data with this contract as verifier.
  /// @param round strictly rising
  /// @param observedAt unix seconds at which the reporters read the market
  /// @param confidence the reporters' own uncertainty of volatility, WAD a year
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
  /// @param distance largest at-the-money step, WAD of volatility
  /// @param allowance what was allowed, WAD of volatility
  event SurfacePending(uint64 indexed round, uint256 distance, uint256 allowance);
  /// @notice The pending report was reached by accepted steps, or replaced.
  event PendingCleared(uint64 indexed round);

  /// @notice Delivers a report with the reporters' signatures, ordered by ascending signer address.
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

  error SurfaceAbsent();
}
