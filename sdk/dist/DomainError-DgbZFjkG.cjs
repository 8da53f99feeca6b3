const require_SdkError = require("./SdkError-CjDycAHV.cjs");
//#region src/errors/DomainError.ts
/** A number lies outside what a formula is defined for, or is none. */
var DomainError = class extends require_SdkError.SdkError {
	parameter;
	value;
	constructor(parameter, { value, expected, action = `correct ${parameter}` }) {
		const got = typeof value === "string" ? JSON.stringify(shortened(value)) : String(value);
		super({
			expected: `${parameter} ${expected}`,
			got,
			action
		});
		this.parameter = parameter;
		this.value = value;
	}
};
const LONGEST = 80;
/** One line is to stay one. */
function shortened(text) {
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
//#endregion
Object.defineProperty(exports, "DomainError", {
	enumerable: true,
	get: function() {
		return DomainError;
	}
});
