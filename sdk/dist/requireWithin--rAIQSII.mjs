import { t as DomainError } from "./DomainError-Cy_vXe16.mjs";
//#region src/errors/requireWithin.ts
/** Refuses a parameter that is not a finite number within [minimum, maximum]. */
function requireWithin(parameter, { value, minimum, maximum }) {
	if (Number.isFinite(value) && value >= minimum && value <= maximum) return;
	throw new DomainError(parameter, {
		value,
		expected: `from ${minimum} to ${maximum}`
	});
}
//#endregion
export { requireWithin as t };
