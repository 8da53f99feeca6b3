// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Assessment} from "../types/Assessment.sol";
import {Book} from "../types/Book.sol";
import {Capital} from "../types/Capital.sol";
import {EachQuote} from "../types/EachQuote.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {OrderQuote} from "../types/OrderQuote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {Trade} from "../types/Trade.sol";
import {Greeks} from "../types/Greeks.sol";
import {IPriceFeed} from "./IPriceFeed.sol";
import {IRealisedVolatility} from "./IRealisedVolatility.sol";
import {IVolatilitySurface} from "./IVolatilitySurface.sol";

/// @title IPremiumOracle
/// @notice One market's prices: spot, surface and rates in; premium, Greeks, book value and risk charge out.
/// @dev Stateless towards vaults: a vault hands in its book, capital and tier. Every function reads spot once and reverts
/// with the feed's named error where there is no price.
interface IPremiumOracle {
  /// @notice The rates began to move linearly from where they were to the target. WAD a year, unix seconds.
  event RatesScheduled(uint256 rate, uint256 yield, uint256 rampStart, uint256 rampEnd);

  /// @notice The traded expiry is not live in the book.
  error ExpiryNotInBook(uint256 expiry);
  /// @notice An order has no leg, or more than one pass prices; or `quoteEach` is asked for no trade, or for too many.
  error LegsOutOfRange(uint256 legs, uint256 maximum);
  /// @notice |quantity| is beyond what the arithmetic is proven for.
  error QuantityOutOfRange(int256 quantity, uint256 maximum);
  /// @notice The spot price or the strike is zero or beyond what the arithmetic is proven for.
  error PriceOutOfRange(uint256 price, uint256 maximum);
  /// @notice The tick or lot size is beyond what the arithmetic is proven for.
  error SizeOutOfRange(uint256 size, uint256 maximum);
  /// @notice The expiry is further away than any book can hold.
  error TenorOutOfRange(uint256 tenor, uint256 maximum);
  /// @notice A rate beyond the hard bound, or finer than 1e-12.
  error RateOutOfBounds(uint256 rate, uint256 maximum);
  /// @notice Rates move net asset value, so that they may not jump.
  error RampDurationOutOfBounds(uint256 duration, uint256 minimum, uint256 maximum);
  /// @notice The last ramp ended less than seven days ago. Unix seconds.
  error RampTooSoon(uint256 earliest);
  /// @notice More than one point (0.01) away from the rate in effect. WAD a year.
  error RampTooSteep(uint256 current, uint256 target);
  error ZeroAddress();

  /// @notice One pass over a book: value, Greeks, worst case, risk capital by this block's rule, risk charge, NAV, band.
  /// @dev Total in the book: nothing reverts because a vault did badly.
  function assess(
    OptionKind kind,
    Book calldata book,
    Capital calldata capital,
    RiskParams calldata params
  ) external view returns (Assessment memory);

  /// @notice The price of an order, one to eight signed legs, against a book.
  /// @dev Each series must be in the book or be listable there (its expiry live in the book). Decides nothing about whether the
  /// vault may trade; that is the vault's.
  /// Each leg has a part of its own: buying costs q·v + fee, at least discounted intrinsic value and q·v at realised volatility;
  /// selling pays q·v − fee, at most its own lock and the discounted largest payoff; with a stale surface v is taken at
  /// max(σ − c_σ, 0), so never below discounted intrinsic value, and the fee for volatility's uncertainty, c_σ·V, is left
  /// out: it is the same uncertainty. All legs together bear one change of the risk charge ΔR, each of its two parts the larger of
  /// its changes at E_low and at E_dep, and ρ_f·|ΔR| (see `OrderPricing`).
  function quote(
    OptionKind kind,
    Book calldata book,
    Capital calldata capital,
    RiskParams calldata params,
    Trade[] calldata legs
  ) external view returns (OrderQuote memory);

  /// @notice `quote` of many orders of one leg in one pass: every quantity of every series, each against the same book as if it were
  /// the only one. At most 256 of them.
  /// @param ids series that are in the book or could be listed there
  /// @param quantities WAD; positive buys, negative sells back
  function quoteEach(
    OptionKind kind,
    Book calldata book,
    Capital calldata capital,
    RiskParams calldata params,
    SeriesId[] calldata ids,
    int256[] calldata quantities
  ) external view returns (EachQuote memory);

  /// @notice The two parts of R at a capital, WAD collateral, each rounded up: ½·λ·Var/E and β·Σ E·φ(L_k/E)·interval_k.
  function chargeAt(
    RiskSums calldata sums,
    RiskParams calldata params,
    uint256 riskCapital
  ) external pure returns (uint256 move, uint256 rent);

  /// @notice One option by itself at the surface's volatility.
  /// @return fair WAD collateral an option
  /// @return volatility WAD a year
  /// @return spotDelta at fixed volatility, WAD
  /// @return greeks of one option held, WAD collateral
  function option(
    OptionKind kind,
    uint256 expiry,
    uint256 strike
  ) external view returns (uint256 fair, uint256 volatility, int256 spotDelta, Greeks memory greeks);

  /// @notice Forward price for an expiry and the at-the-money volatility to it, WAD: what the strike ladder is laid around.
  function forwardAndVolatility(uint256 expiry) external view returns (uint256 forward, uint256 atmVolatility);

  /// @notice Moves the rates linearly from where they are to the target over `duration`. Governor.
  ///
  /// One ramp moves each rate to between half and twice what is in effect, or by 0.025 (5 % of its hard bound) where that is
  /// more: `RampTooSteep`. The next may begin seven days after its end: `RampTooSoon`.
  /// @param rate WAD a year, 0 .. 0.5, a whole multiple of 1e-12
  /// @param yield_ WAD a year, likewise
  /// @param duration seconds, one day to one year
  function scheduleRates(uint256 rate, uint256 yield_, uint256 duration) external;

  /// @notice Rate r of the quote asset and yield y of the underlying in effect now, WAD a year, each within [0, 0.5].
  function rates() external view returns (uint256 rate, uint256 yield);

  function feed() external view returns (IPriceFeed);
  function surface() external view returns (IVolatilitySurface);
  function realisedVolatility() external view returns (IRealisedVolatility);
}
