export { EXPIRY_SECOND, SECONDS_PER_DAY, SECONDS_PER_YEAR, WAD } from "./constants.ts";
export type { Decimal } from "./Decimal.ts";
export { formatWad } from "./formatWad.ts";
export { fromTokenUnits } from "./fromTokenUnits.ts";
export { fromWad } from "./fromWad.ts";
export { parseSeriesId, toSeriesId } from "./seriesId.ts";
export { toFixedPoint } from "./toFixedPoint.ts";
export { toWad } from "./toWad.ts";
