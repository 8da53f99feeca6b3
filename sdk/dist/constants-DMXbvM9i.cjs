//#region src/units/constants.ts
/** 1.0 in the chain's 18-decimal fixed point. */
const WAD = 10n ** 18n;
/** Years are 365 days, on the chain and here. */
const SECONDS_PER_YEAR = 365 * 86400;
const SECONDS_PER_DAY = 86400;
/** Every expiry is at this second of its UTC day (08:00). */
const EXPIRY_SECOND = 8 * 3600;
//#endregion
Object.defineProperty(exports, "EXPIRY_SECOND", {
	enumerable: true,
	get: function() {
		return EXPIRY_SECOND;
	}
});
Object.defineProperty(exports, "SECONDS_PER_DAY", {
	enumerable: true,
	get: function() {
		return SECONDS_PER_DAY;
	}
});
Object.defineProperty(exports, "SECONDS_PER_YEAR", {
	enumerable: true,
	get: function() {
		return SECONDS_PER_YEAR;
	}
});
Object.defineProperty(exports, "WAD", {
	enumerable: true,
	get: function() {
		return WAD;
	}
});
