import { t as SdkError } from "./SdkError-wrZJ4-1d.mjs";
//#region src/errors/NodeError.ts
/** A node or a wallet answered with something else than what was asked for. */
var NodeError = class extends SdkError {};
//#endregion
export { NodeError as t };
