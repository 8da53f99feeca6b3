import { t as SdkError } from "./SdkError-wrZJ4-1d.mjs";
import { t as DomainError } from "./DomainError-Cy_vXe16.mjs";
import { t as parseDecimal } from "./parseDecimal-BxFRNz5U.mjs";
//#region src/errors/OrderError.ts
/** An order that cannot be sent as it is. */
var OrderError = class extends SdkError {};
//#endregion
//#region src/units/toWad.ts
const DECIMALS = 18;
/** What the chain's signed 256 bits hold. */
const MAXIMUM = 2n ** 255n - 1n;
/** No number of more digits before the point is within it. */
const MAX_MAGNITUDE = 59;
/**
* A quantity or a price as the chain's 18-decimal fixed point, exactly. A number is taken at the decimal that it prints
* as: 1.1 is 1.1, not the binary fraction next to it. A bigint is in fixed point already and stays as it is.
* @param what named in errors
* @throws DomainError where it is no number, has more than 18 decimals, or is too large for the chain
* @example
* toWad("101500.25"); // 101500250000000000000000n
* toWad(1.1); // 1100000000000000000n
* toWad(1100000000000000000n); // the same
*/
function toWad(value, what = "value") {
	const wad = typeof value === "bigint" ? value : scaled(value, what);
	if (wad <= MAXIMUM && wad >= -MAXIMUM) return wad;
	throw tooLarge(value, what);
}
function scaled(value, what) {
	const parts = parseDecimal(String(value));
	if (parts === void 0) throw new DomainError(what, {
		value,
		expected: "as a decimal number",
		action: `give ${what} like "1.25", 1.25 or 1e-7, or as a bigint of 18 decimals`
	});
	if (parts.exponent < -DECIMALS) throw new DomainError(what, {
		value,
		expected: `of at most ${DECIMALS} decimals`,
		action: `round ${what}`
	});
	if (parts.magnitude > MAX_MAGNITUDE) throw tooLarge(value, what);
	return parts.digits * 10n ** BigInt(parts.exponent + DECIMALS);
}
function tooLarge(value, what) {
	return new DomainError(what, {
		value,
		expected: "below 2^255 in 18-decimal fixed point"
	});
}
//#endregion
export { OrderError as n, toWad as t };
