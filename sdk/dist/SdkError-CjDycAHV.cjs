//#region src/errors/SdkError.ts
/** Base of all errors of this SDK. Its message is one line that a person can act on. */
var SdkError = class extends Error {
	expected;
	got;
	action;
	constructor(explanation) {
		super(`expected ${explanation.expected}, got ${explanation.got}: ${explanation.action}`);
		this.name = new.target.name;
		this.expected = explanation.expected;
		this.got = explanation.got;
		this.action = explanation.action;
	}
};
//#endregion
Object.defineProperty(exports, "SdkError", {
	enumerable: true,
	get: function() {
		return SdkError;
	}
});
