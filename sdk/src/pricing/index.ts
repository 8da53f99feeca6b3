export {
  blackScholes,
  type BlackScholesGreeks,
  type BlackScholesInput,
  type BlackScholesResult,
} from "./blackScholes.ts";
export { BlackScholesTable, type BlackScholesColumns } from "./BlackScholesTable.ts";
export { impliedVolatility, type ImpliedVolatilityInput } from "./impliedVolatility.ts";
export { normalCdf } from "./normalCdf.ts";
export { normalisedBlack } from "./normalisedBlack.ts";
export { normalPdf } from "./normalPdf.ts";
export { OptionKind } from "./OptionKind.ts";
