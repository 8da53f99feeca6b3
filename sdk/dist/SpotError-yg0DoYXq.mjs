import { t as SdkError } from "./SdkError-wrZJ4-1d.mjs";
//#region src/errors/SpotError.ts
/** A spot price that too few reporters would sign, or that cannot be brought to the chain. */
var SpotError = class extends SdkError {};
//#endregion
export { SpotError as t };
