//#region src/units/constants.ts
/** 1.0 in the chain's 18-decimal fixed point. */
const WAD = 10n ** 18n;
/** Years are 365 days, on the chain and here. */
const SECONDS_PER_YEAR = 365 * 86400;
const SECONDS_PER_DAY = 86400;
/** Every expiry is at this second of its UTC day (08:00). */
const EXPIRY_SECOND = 8 * 3600;
//#endregion
export { WAD as i, SECONDS_PER_DAY as n, SECONDS_PER_YEAR as r, EXPIRY_SECOND as t };
