import { t as OptionKind } from "./OptionKind-LUJya0RX.mjs";
import { a as SIGNED_DEVIATIONS, i as curvesOf, n as curveFor, o as spotConfidenceOf, r as curveVariance, t as priceOption } from "./priceOption-B8KjLLZu.mjs";
import { a as sviVariance, i as durrleman, n as normalCdf, r as normalPdf, t as normalisedBlack } from "./normalisedBlack-Bh621Jhn.mjs";
import { n as blackScholes, t as impliedVolatility } from "./impliedVolatility-Bj0veN8W.mjs";
export { OptionKind, SIGNED_DEVIATIONS, blackScholes, curveFor, curveVariance, curvesOf, durrleman, impliedVolatility, normalCdf, normalPdf, normalisedBlack, priceOption, spotConfidenceOf, sviVariance };
