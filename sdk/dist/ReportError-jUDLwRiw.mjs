import { t as SdkError } from "./SdkError-wrZJ4-1d.mjs";
//#region src/errors/CalibrationError.ts
/** Quotes from which no volatility slice can be made. */
var CalibrationError = class extends SdkError {
	expiry;
	constructor(expiry, { expected, got }) {
		super({
			expected,
			got: `${got} at expiry ${expiry}`,
			action: "give more or better quotes, or leave the expiry out"
		});
		this.expiry = expiry;
	}
};
//#endregion
//#region src/errors/ChainFileError.ts
/** A file of option quotes that cannot be read as one. */
var ChainFileError = class extends SdkError {
	line;
	column;
	constructor({ line, column }, { expected, got, action = "correct the file" }) {
		super({
			expected,
			got,
			action
		});
		const place = [...line > 0 ? [`line ${line}`] : [], ...column === void 0 ? [] : [`column "${column}"`]];
		if (place.length > 0) this.message = `${place.join(", ")}: ${this.message}`;
		this.line = line;
		this.column = column;
	}
};
//#endregion
//#region src/errors/ReportError.ts
/** A surface report that the chain would refuse, or that a reporter will not sign. */
var ReportError = class extends SdkError {
	/** Expiry (unix seconds) at fault, zero where the whole report is. */
	expiry;
	constructor(expiry, explanation) {
		super(explanation);
		this.expiry = expiry;
	}
};
//#endregion
export { ChainFileError as n, CalibrationError as r, ReportError as t };
