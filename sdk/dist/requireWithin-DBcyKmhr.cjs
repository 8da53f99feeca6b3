const require_DomainError = require("./DomainError-DgbZFjkG.cjs");
//#region src/errors/requireWithin.ts
/** Refuses a parameter that is not a finite number within [minimum, maximum]. */
function requireWithin(parameter, { value, minimum, maximum }) {
	if (Number.isFinite(value) && value >= minimum && value <= maximum) return;
	throw new require_DomainError.DomainError(parameter, {
		value,
		expected: `from ${minimum} to ${maximum}`
	});
}
//#endregion
Object.defineProperty(exports, "requireWithin", {
	enumerable: true,
	get: function() {
		return requireWithin;
	}
});
