const require_SdkError = require("./SdkError-CjDycAHV.cjs");
//#region src/errors/NodeError.ts
/** A node or a wallet answered with something else than what was asked for. */
var NodeError = class extends require_SdkError.SdkError {};
//#endregion
Object.defineProperty(exports, "NodeError", {
	enumerable: true,
	get: function() {
		return NodeError;
	}
});
