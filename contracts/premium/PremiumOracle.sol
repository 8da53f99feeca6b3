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
import {EachQuote} from "../types/EachQuote.sol";
import {Greeks} from "../types/Greeks.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {OrderQuote} from "../types/OrderQuote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {NEWEST_SPOT, PUSH_ONLY, SpotReading} from "../types/SpotReading.sol";
import {Trade} from "../types/Trade.sol";
import {Blank} from "./Blank.sol";
import {BookPass, WatchedSeries} from "./BookPass.sol";
import {EachPricing} from "./EachPricing.sol";
import {ExpiryPricing, ExpiryTerms} from "./ExpiryTerms.sol";
import {Market, MAX_PRICE, MAX_QUANTITY, MAX_VOL_OF_VOL, MIN_SPOT, WAD} from "./Market.sol";
import {Chain, OptionPricing} from "./OptionPricing.sol";
import {OracleAnswer} from "./OracleAnswer.sol";
import {OrderContext, OrderPricing} from "./OrderPricing.sol";
import {RateRamp, RateRamps} from "./RateRamp.sol";
import {RiskCapital} from "./RiskCapital.sol";
import {RiskCharge} from "./RiskCharge.sol";
import {Smile, Smiles} from "./Smile.sol";
import {WadMath} from "./WadMath.sol";

/// @title PremiumOracle
/// @notice One market's prices. Holds no funds and knows no vault: feeds, surface and rates in, premium, Greeks, book value and
/// risk charge out. Its only state is the two rates; everything else is read from immutable addresses, once a call.
///
/// Vaults trust it with their NAV. What it trusts: the price feed for spot and its confidence, the surface for variance
/// free of arbitrage, realised volatility only to raise asks, and the governor for two bounded rates that cannot jump.
contract PremiumOracle is IPremiumOracle, AccessManaged {
  using RateRamps for RateRamp;

  /// @dev Most legs of one order to one vault.
  uint256 private constant MAX_ORDER_LEGS = 8;
  /// @dev Most orders priced in one pass.
  uint256 private constant MAX_EACH = 256;
  /// @dev √(60 s / 1 year), WAD, rounded up: how far spot moves in a minute per unit of annual volatility.
  uint256 private constant ROOT_OF_A_MINUTE = 0.001379343147670614e18;

  /// @dev z: how many standard deviations of spot since it was signed a signed price is in doubt by.
  uint256 private constant SIGNED_DEVIATIONS = 3;

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
    Market memory market = Blank.market()[0];
    _loadMarket(market, kind, params.horizon, params.volOfVol, capital.priceNumber);
    RiskParams memory known = Blank.copy(params)[0];
    assessment.capital = Blank.copy(capital)[0];
    _assess(market, book, known, new WatchedSeries[](0), assessment);
    assessment.depositCharge = assessment.moveCharge + assessment.rentCharge;
    if (assessment.depositCapital != assessment.lowCapital) {
      (uint256 move, uint256 rent) = RiskCharge.charge(assessment.sums, known, assessment.depositCapital);
      assessment.depositCharge = move + rent;
    }
    assessment.band = _band(assessment);
    OracleAnswer.reply(assessment);
  }

  /// @inheritdoc IPremiumOracle
  function quote(
    OptionKind kind,
    Book calldata book,
    Capital calldata capital,
    RiskParams calldata params,
    Trade[] calldata legs
  ) external view returns (OrderQuote memory result) {
    require(legs.length != 0 && legs.length <= MAX_ORDER_LEGS, LegsOutOfRange(legs.length, MAX_ORDER_LEGS));
    OrderContext memory order = Blank.order(capital, params)[0];
    order.legs = Blank.legs(legs.length);
    bool buys;
    for (uint256 i; i < legs.length; ++i) {
      Trade calldata leg = legs[i];
      if (_watch(order.legs[i], leg.expiry, leg.strike, leg.quantity)) buys = true;
    }
    _load(order, kind, book, buys);
    OrderPricing.price(order, result);
    OracleAnswer.reply(result);
  }

  /// @inheritdoc IPremiumOracle
  function quoteEach(
    OptionKind kind,
    Book calldata book,
    Capital calldata capital,
    RiskParams calldata params,
    SeriesId[] calldata ids,
    int256[] calldata quantities
  ) external view returns (EachQuote memory result) {
    uint256 trades = ids.length * quantities.length;
    require(trades != 0 && trades <= MAX_EACH, LegsOutOfRange(trades, MAX_EACH));
    OrderContext memory order = Blank.order(capital, params)[0];
    order.legs = Blank.legs(ids.length);
    bool buys;
    for (uint256 j; j < quantities.length; ++j) {
      _requireQuantity(quantities[j]);
      if (quantities[j] > 0) buys = true;
    }
    for (uint256 i; i < ids.length; ++i) _watch(order.legs[i], ids[i].expiryOf(), ids[i].strikeOf(), 0);
    _load(order, kind, book, buys);
    EachPricing.price(order, quantities, result);
    OracleAnswer.reply(result);
  }

  /// @inheritdoc IPremiumOracle
  function chargeAt(
    RiskSums calldata sums,
    RiskParams calldata params,
    uint256 riskCapital
  ) external pure returns (uint256 move, uint256 rent) {
    return RiskCharge.charge(sums, params, riskCapital);
  }

  /// @inheritdoc IPremiumOracle
  function option(
    OptionKind kind,
    uint256 expiry,
    uint256 strike
  ) external view returns (uint256 fair, uint256 volatility, int256 spotDelta, Greeks memory greeks) {
    _requirePrice(strike, 1);
    Market memory market = Blank.market()[0];
    _loadMarket(market, kind, 0, 0, NEWEST_SPOT);
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
    Market memory market = Blank.market()[0];
    _loadMarket(market, OptionKind.Call, 0, 0, PUSH_ONLY);
    ExpiryTerms memory terms;
    ExpiryPricing.load(terms, market, smile, expiry);
    return (terms.forward, ExpiryPricing.atmVolatility(terms));
  }

  /// @inheritdoc IPremiumOracle
  function rates() public view returns (uint256 rate, uint256 yield) {
    return _ramp.ratesAt(block.timestamp);
  }

  /// @notice Checks one leg and hands it to the pass over the book.
  /// @return buys whether the vault writes
  function _watch(
    WatchedSeries memory watched,
    uint256 expiry,
    uint256 strike,
    int256 quantity
  ) private pure returns (bool buys) {
    _requireQuantity(quantity);
    _requirePrice(strike, 1);
    (watched.expiry, watched.strike, watched.quantity) = (expiry, strike, quantity);
    return quantity > 0;
  }

  function _requireQuantity(int256 quantity) private pure {
    require(SignedMath.abs(quantity) <= MAX_QUANTITY, QuantityOutOfRange(quantity, MAX_QUANTITY));
  }

  /// @notice All that the price of an order follows from, with its parameters, its capital and its legs already there.
  /// @param buys whether realised volatility bounds any price
  function _load(OrderContext memory order, OptionKind kind, Book calldata book, bool buys) private view {
    RiskParams memory params = order.params;
    _loadMarket(order.market, kind, params.horizon, params.volOfVol, order.book.capital.priceNumber);
    WatchedSeries[] memory legs = order.legs;
    order.doubledVariance = _assess(order.market, book, params, legs, order.book);
    for (uint256 i; i < legs.length; ++i) require(legs[i].found, ExpiryNotInBook(legs[i].expiry));
    if (buys) order.realised = realisedVolatility.volatility();
  }

  /// @notice One pass over the book, with this block's step of E, and the charge at E_low: all but the band and what comers pay.
  /// @param assessment with the vault's capital as it handed it in
  /// @return doubled 2·Var of the book
  function _assess(
    Market memory market,
    Book calldata book,
    RiskParams memory params,
    WatchedSeries[] memory legs,
    Assessment memory assessment
  ) private view returns (uint256 doubled) {
    Capital memory capital = assessment.capital;
    Curve[] memory curves;
    (curves, market.volConfidence, market.surface) = CurvesAnswer.ask(surface, book.expiries);
    uint256 nearVolatility = BookPass.run(market, book, curves, legs, assessment);

    assessment.spot = market.spot;
    assessment.spotConfidence = _spotConfidence(market, nearVolatility);
    assessment.volConfidence = market.volConfidence;
    assessment.surface = market.surface;
    RiskCapital.step(capital, assessment.value, block.timestamp);
    capital.priceNumber = market.priceNumber;
    assessment.lowCapital = RiskCapital.low(capital, 0);
    assessment.depositCapital = RiskCapital.forDeposits(capital);
    doubled = RiskCharge.doubledVariance(assessment.sums, params.spotVolCorrelation);
    assessment.moveCharge = RiskCharge.moveChargeOf(doubled, params.riskAversion, assessment.lowCapital);
    assessment.rentCharge = RiskCharge.rentCharge(assessment.sums, params.capacityRent, assessment.lowCapital);
    // C < 2^255 by the cast; value, either way, and both parts of R are below 2^252 each.
    int256 nav = SafeCast.toInt256(capital.collateral);
    unchecked {
      nav -= assessment.value + int256(assessment.moveCharge + assessment.rentCharge);
    }
    assessment.nav = nav;
    if (nav > 0 && capital.claimShare != 0) assessment.claim = WadMath.mulUp(uint256(nav), capital.claimShare);
  }

  /// @notice c_S, WAD fraction: the push feed's confidence and one minute of volatility; of a signed price, which is seconds old and
  /// lies within that already, max(floor, z·σ̂·√age).
  function _spotConfidence(Market memory market, uint256 nearVolatility) private pure returns (uint256) {
    if (market.priceNumber == PUSH_ONLY) {
      return market.feedConfidence + WadMath.mulUp(nearVolatility, ROOT_OF_A_MINUTE);
    }
    uint256 moved = WadMath.mulUp(nearVolatility, ExpiryPricing.rootOfYears(market.priceAge)) * SIGNED_DEVIATIONS;
    return moved > market.feedConfidence ? moved : market.feedConfidence;
  }

  /// @notice |D|·c_S + ½·|G|·c_S² + |V|·c_σ, WAD collateral, rounded up.
  function _band(Assessment memory assessment) private pure returns (uint256) {
    Greeks memory greeks = assessment.greeks;
    return
      RiskCharge.spotDoubt(greeks, assessment.spotConfidence) +
      WadMath.mulUp(SignedMath.abs(greeks.vega), assessment.volConfidence);
  }

  /// @notice Spot and rates, read once.
  /// @param number of the spot price to use, see `IPriceFeed.readAt`
  function _loadMarket(
    Market memory market,
    OptionKind kind,
    uint256 horizon,
    uint256 volOfVol,
    uint256 number
  ) private view {
    SpotReading memory reading = feed.readAt(number);
    _requirePrice(reading.price, MIN_SPOT);
    market.kind = kind;
    market.spot = reading.price;
    market.feedConfidence = reading.confidence;
    (market.priceNumber, market.priceAge) = (reading.number, reading.age);
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
