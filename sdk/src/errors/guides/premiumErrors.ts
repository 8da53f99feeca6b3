import type { Guides } from "../Guide.ts";

const LISTED = "trade a series of the option chain, whose terms are always inside";

/** Refusals of the premium oracle and of the arithmetic below it. */
export const PREMIUM_ERRORS: Guides = {
  ExpiryNotInBook: [
    "an expiry that is live in the book",
    "{expiry:time}",
    "choose an expiry of the option chain, or have it opened",
  ],
  QuantityOutOfRange: ["at most {maximum:wad} options either way", "{quantity:wad}", "order less"],
  SizeOutOfRange: [
    "steps of strikes and quantities of at most {maximum:wad}",
    "{size:wad}",
    "make a vault with smaller ones",
  ],
  TenorOutOfRange: ["an expiry at most {maximum:span} away", "{tenor:span}", "choose an earlier expiry"],
  RateOutOfBounds: [
    "a rate of at most {maximum:percent} a year, in steps of 1e-12",
    "{rate:percent}",
    "choose one within the bound",
  ],
  "RampTooSteep(uint256,uint256)": [
    "a rate within one point of the {current:percent} a year in effect",
    "{target:percent}",
    "go there in several ramps",
  ],
  TermsOutOfDomain: [
    "spot, time to expiry and yield within the domain",
    "spot {spot:wad}, {tenor:span}, yield {yield:percent} a year",
    LISTED,
  ],
  BlackScholesOutOfDomain: [
    "terms within the domain of Black and Scholes' formula",
    "spot {spot:wad}, strike {strike:wad}, {tenor:span}, volatility {volatility:percent}, rate {rate:percent}",
    LISTED,
  ],
  ImpliedVolatilityOutOfDomain: [
    "terms within the domain of the implied volatility",
    "spot {spot:wad}, strike {strike:wad}, {tenor:span}, rate {rate:percent}",
    LISTED,
  ],
  PriceBelowIntrinsic: [
    "a price of at least the discounted intrinsic value {intrinsic:wad}",
    "{price:wad}",
    "check the price: no volatility gives so little",
  ],
  PriceNotBelowBound: [
    "a price below {bound:wad}, which no option of the kind is worth",
    "{price:wad}",
    "check the price: no volatility gives so much",
  ],
  MoneynessOutOfRange: ["a strike within e^±256 of the forward", "e^({k:wad})", LISTED],
  ZeroTenor: ["a time to expiry above zero", "none left", "choose an expiry that is still to come"],
  LengthsDiffer: [
    "as many quantities as strikes, {strikes:count}",
    "{quantities:count}",
    "give one quantity for each strike",
  ],
  StrikesNotAscending: [
    "strikes in rising order, above zero",
    "another order in the {index:ordinal} place",
    "sort the strikes and name each once",
  ],
  TooManyStrikes: ["no more strikes than a book can list", "{strikes:count}", "leave some out"],
  QuantityOutOfDomain: [
    "a quantity whose size is below 2^96",
    "a larger one in the {index:ordinal} place",
    "order less",
  ],
  ExponentOutOfDomain: ["an exponent within the arithmetic's domain", "{exponent:count}", LISTED],
  LogarithmOutOfDomain: [
    "a ratio of numbers above zero and up to 2^112",
    "{numerator:count} over {denominator:count}",
    LISTED,
  ],
};
