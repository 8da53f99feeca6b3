// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {IRealisedVolatility} from "../interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";
import {CurvesAnswer} from "../surface/CurvesAnswer.sol";
import {Assessment} from "../types/Assessment.sol";
import {Book} from "../types/Book.sol";
import {Capital} from "../types/Capital.sol";
import {Curve} from "../types/Curve.sol";
import {Greeks} from "../types/Greeks.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {PriceReading} from "../types/PriceReading.sol";
import {Quote} from "../types/Quote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {Trade} from "../types/Trade.sol";
import {BookPass, WatchedSeries} from "./BookPass.sol";
import {ExpiryPricing, ExpiryTerms} from "./ExpiryTerms.sol";
import {Market, MAX_PRICE, MAX_QUANTITY, MAX_VOL_OF_VOL, MIN_SPOT, WAD} from "./Market.sol";
import {Chain, OptionPricing} from "./OptionPricing.sol";
import {RateRamp, RateRamps} from "./RateRamp.sol";
import {RiskCapital} from "./RiskCapital.sol";
import {RiskCharge} from "./RiskCharge.sol";
import {Smile, Smiles} from "./Smile.sol";
import {TradeContext, TradePricing} from "./TradePricing.sol";
import {WadMath} from "./WadMath.sol";

/// @title PremiumOracle
/// @notice One market's prices. Holds no funds and knows no vault: feeds, surface and rates in, premium, Greeks, book value and
/// risk charge out. Its only state is the two rates; everything else is read from immutable addresses, once a call.
///
/// Vaults trust it with their NAV. What it trusts: the price feed for spot and its confidence, the surface for variance
/// free of arbitrage, realised volatility only to raise asks, and the governor for two bounded rates that cannot jump.
contract PremiumOracle is IPremiumOracle, AccessManaged {
  using RateRamps for RateRamp;

  /// @dev √(60 s / 1 year), WAD, rounded up: how far spot moves in a minute per unit of annual volatility.
  uint256 private constant ROOT_OF_A_MINUTE = 0.001379343147670614e18;

  IPriceFeed public immutable feed;
  IVolatilitySurface public immutable surface;
  IRealisedVolatility public immutable realisedVolatility;

  RateRamp private _ramp;

  /// @param authority_ the AccessManager
  /// @param rate r, WAD a year, at most 0.5, a whole multiple of 1e-12; `yield_` likewise
  constructor(
    address authority_,
    IPriceFeed feed_,
    IVolatilitySurface surface_,
    IRealisedVolatility realisedVolatility_,
    uint256 rate,
    uint256 yield_
  ) AccessManaged(authority_) {
    require(
      authority_ != address(0) &&
        address(feed_) != address(0) &&
        address(surface_) != address(0) &&
        address(realisedVolatility_) != address(0),
      ZeroAddress()
    );
    (feed, surface, realisedVolatility) = (feed_, surface_, realisedVolatility_);
    _ramp = RateRamps.settled(rate, yield_);
    emit RatesScheduled(rate, yield_, block.timestamp, block.timestamp);
  }

  /// @inheritdoc IPremiumOracle
  function scheduleRates(uint256 rate, uint256 yield_, uint256 duration) external restricted {
    _ramp = _ramp.towards(rate, yield_, block.timestamp, duration);
    emit RatesScheduled(rate, yield_, block.timestamp, block.timestamp + duration);
  }

  /// @inheritdoc IPremiumOracle
  function assess(
    OptionKind kind,
    Book calldata book,
    Capital calldata capital,
    RiskParams calldata params
  ) external view returns (Assessment memory assessment) {
    WatchedSeries memory none;
    _assess(_market(kind, params.horizon, params.volOfVol), book, capital, params, none, assessment);
    // C < 2^255 by the cast; value and R are below 2^252 each.
    assessment.nav =
      SafeCast.toInt256(capital.collateral) - int256(assessment.value + assessment.moveCharge + assessment.rentCharge);
    assessment.band = _band(assessment, params.confidenceFactor);
  }

  /// @inheritdoc IPremiumOracle
  function quote(
    OptionKind kind,
    Book calldata book,
    Capital calldata capital,
    RiskParams calldata params,
    Trade calldata trade
  ) external view returns (Quote memory result) {
    require(SignedMath.abs(trade.quantity) <= MAX_QUANTITY, QuantityOutOfRange(trade.quantity, MAX_QUANTITY));
    _requirePrice(trade.strike, 1);
    TradeContext memory context;
    _load(context, kind, book, capital, params, trade);
    require(context.watched.found, ExpiryNotInBook(trade.expiry));
    uint256 value = _describe(context, result);
    if (trade.quantity > 0) context.realised = realisedVolatility.volatility();
    TradePricing.price(context, value, result);
  }

  /// @inheritdoc IPremiumOracle
  function option(
    OptionKind kind,
    uint256 expiry,
    uint256 strike
  ) external view returns (uint256 fair, uint256 volatility, int256 spotDelta, Greeks memory greeks) {
    _requirePrice(strike, 1);
    Market memory market = _market(kind, 0, 0);
    Chain memory chain;
    Smiles.load(chain.smile, surface.curveOf(expiry));
    ExpiryTerms memory terms;
    ExpiryPricing.load(terms, market, chain.smile, expiry);
    chain.forward = terms.forward;
    if (kind == OptionKind.Put) chain.putMask = type(uint256).max;
    uint256 root = OptionPricing.add(chain, strike, 1);
    fair = uint256(OptionPricing.scale(chain.totals, market, terms, WAD, greeks));
    (greeks.theta, greeks.rho) = OptionPricing.timeGreeks(chain.totals, market, terms, WAD);
    if (terms.tenor != 0) volatility = ExpiryPricing.toVolatility(root, terms.rootTenor);
    spotDelta = OptionPricing.spotDelta(chain.totals, market, terms);
  }

  /// @inheritdoc IPremiumOracle
  function forwardAndVolatility(uint256 expiry) external view returns (uint256 forward, uint256 atmVolatility) {
    Smile memory smile;
    Smiles.load(smile, surface.curveOf(expiry));
    ExpiryTerms memory terms;
    ExpiryPricing.load(terms, _market(OptionKind.Call, 0, 0), smile, expiry);
    return (terms.forward, ExpiryPricing.atmVolatility(terms));
  }

  /// @inheritdoc IPremiumOracle
  function rates() public view returns (uint256 rate, uint256 yield) {
    return _ramp.ratesAt(block.timestamp);
  }

  /// @notice Fills in everything that the price of a trade follows from but realised volatility.
  /// @dev Into what is there already: a function that returns a struct makes an empty one first, of 80 words here.
  function _load(
    TradeContext memory context,
    OptionKind kind,
    Book calldata book,
    Capital calldata capital,
    RiskParams calldata params,
    Trade calldata trade
  ) private view {
    (context.quantity, context.lotSize) = (trade.quantity, book.lotSize);
    RiskParams memory tier = context.params;
    // Eleven words that lie in a call as they lie in memory.
    assembly ("memory-safe") {
      calldatacopy(tier, params, 0x160)
    }
    Market memory market = context.market;
    _loadMarket(market, kind, tier.horizon, tier.volOfVol);
    WatchedSeries memory watched = context.watched;
    (watched.expiry, watched.strike) = (trade.expiry, trade.strike);
    _assess(market, book, capital, tier, watched, context.book);
  }

  /// @notice What a quote says about the series and the book, whatever the trade.
  /// @return value of one option, WAD collateral, rounded up
  function _describe(TradeContext memory context, Quote memory result) private pure returns (uint256 value) {
    Market memory market = context.market;
    WatchedSeries memory watched = context.watched;
    ExpiryTerms memory terms = watched.terms;
    result.spot = market.spot;
    result.forward = terms.forward;
    result.surface = market.surface;
    result.bookValue = context.book.value;
    result.riskCapital = context.book.riskCapital;
    if (terms.tenor != 0) result.volatility = ExpiryPricing.toVolatility(watched.root, terms.rootTenor);
    result.spotDelta = OptionPricing.spotDelta(watched.totals, market, terms);
    Greeks memory greeks = result.greeks;
    value = uint256(OptionPricing.scale(watched.totals, market, terms, WAD, greeks));
    (greeks.theta, greeks.rho) = OptionPricing.timeGreeks(watched.totals, market, terms, WAD);
  }

  /// @notice One pass over the book, with the rule of E, and the charge at E: all but NAV and band.
  function _assess(
    Market memory market,
    Book calldata book,
    Capital calldata capital,
    RiskParams memory params,
    WatchedSeries memory watched,
    Assessment memory assessment
  ) private view {
    Curve[] memory curves;
    (curves, market.volConfidence, market.surface) = CurvesAnswer.ask(surface, book.expiries);
    uint256 nearVolatility = BookPass.run(market, book, curves, watched, assessment);

    assessment.spot = market.spot;
    assessment.spotConfidence = market.feedConfidence + WadMath.mulUp(nearVolatility, ROOT_OF_A_MINUTE);
    assessment.volConfidence = market.volConfidence;
    assessment.surface = market.surface;
    assessment.riskCapital = RiskCapital.step(capital, assessment.value, block.timestamp);
    (assessment.moveCharge, assessment.rentCharge) = RiskCharge.charge(assessment.sums, params, assessment.riskCapital);
  }

  /// @notice |D|·c_S + |V|·c_σ, WAD collateral, rounded up.
  function _band(Assessment memory assessment, uint256 confidenceFactor) private pure returns (uint256 band) {
    Greeks memory greeks = assessment.greeks;
    band = WadMath.mulUp(SignedMath.abs(greeks.delta), assessment.spotConfidence);
    band += WadMath.mulUp(SignedMath.abs(greeks.vega), assessment.volConfidence);
    if (confidenceFactor > WAD) band = WadMath.mulUp(band, confidenceFactor);
  }

  function _market(OptionKind kind, uint256 horizon, uint256 volOfVol) private view returns (Market memory market) {
    _loadMarket(market, kind, horizon, volOfVol);
  }

  /// @notice Spot and rates, read once.
  function _loadMarket(Market memory market, OptionKind kind, uint256 horizon, uint256 volOfVol) private view {
    PriceReading memory reading = feed.read();
    _requirePrice(reading.price, MIN_SPOT);
    market.kind = kind;
    market.spot = reading.price;
    market.feedConfidence = reading.confidence;
    (market.rate, market.yield) = rates();
    market.timestamp = block.timestamp;
    if (horizon == 0) return;
    market.horizon = horizon;
    market.rootHorizon = ExpiryPricing.rootOfYears(horizon);
    if (volOfVol > MAX_VOL_OF_VOL) volOfVol = MAX_VOL_OF_VOL;
    market.volOfVol = volOfVol;
    market.volMove = (volOfVol * market.rootHorizon) / WAD;
  }

  function _requirePrice(uint256 price, uint256 minimum) private pure {
    require(price >= minimum && price <= MAX_PRICE, PriceOutOfRange(price, MAX_PRICE));
  }
}
