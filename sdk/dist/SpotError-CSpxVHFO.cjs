const require_SdkError = require("./SdkError-CjDycAHV.cjs");
//#region src/errors/SpotError.ts
/** A spot price that too few reporters would sign, or that cannot be brought to the chain. */
var SpotError = class extends require_SdkError.SdkError {};
//#endregion
Object.defineProperty(exports, "SpotError", {
	enumerable: true,
	get: function() {
		return SpotError;
	}
});
