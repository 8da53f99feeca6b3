const require_DomainError = require("./DomainError-DgbZFjkG.cjs");
const require_parseDecimal = require("./parseDecimal-CUm8DkVi.cjs");
//#region src/units/toFixedPoint.ts
/**
* The whole number of 10^-decimals nearest to the decimal that `value` prints as, halves away from zero: 8 decimals for
* a price aggregator's answer. It rounds, so it is for what has been measured or computed; a quantity or strike goes
* through `toWad`.
*/
function toFixedPoint(value, decimals) {
	if (!Number.isInteger(decimals) || decimals < 0 || decimals > 36) throw new require_DomainError.DomainError("decimals", {
		value: decimals,
		expected: "a whole number from 0 to 36"
	});
	const parts = require_parseDecimal.parseDecimal(String(value));
	if (parts === void 0) throw new require_DomainError.DomainError("value", {
		value,
		expected: "a finite number"
	});
	const shift = parts.exponent + decimals;
	if (shift >= 0) return parts.digits * 10n ** BigInt(shift);
	const unit = 10n ** BigInt(-shift);
	const half = parts.digits < 0n ? -unit / 2n : unit / 2n;
	return (parts.digits + half) / unit;
}
//#endregion
Object.defineProperty(exports, "toFixedPoint", {
	enumerable: true,
	get: function() {
		return toFixedPoint;
	}
});
