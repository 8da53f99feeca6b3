//#region src/units/parseDecimal.ts
const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;
/** Longer text is no amount that somebody means, and takes its time. */
const MAX_LENGTH = 1e3;
const ZERO = {
	digits: 0n,
	exponent: 0,
	magnitude: 0
};
/** The digits of a decimal number, written plainly or with an exponent; nothing where the text is no such number. */
function parseDecimal(text) {
	if (text.length > MAX_LENGTH) return void 0;
	const [, sign = "", whole = "", fraction = "", power = "0"] = DECIMAL.exec(text) ?? [];
	const all = whole + fraction;
	if (all === "") return void 0;
	const digits = all.replace(/^0+/, "").replace(/0+$/, "");
	if (digits === "") return ZERO;
	const zeros = all.length - all.replace(/0+$/, "").length;
	const exponent = Number(power) - fraction.length + zeros;
	return {
		digits: BigInt(sign === "-" ? `-${digits}` : digits),
		exponent,
		magnitude: digits.length + exponent
	};
}
//#endregion
Object.defineProperty(exports, "parseDecimal", {
	enumerable: true,
	get: function() {
		return parseDecimal;
	}
});
