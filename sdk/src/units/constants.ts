/** 1.0 in the chain's 18-decimal fixed point. */
export const WAD = 10n ** 18n;

/** Years are 365 days, on the chain and here. */
export const SECONDS_PER_YEAR = 365 * 86_400;

export const SECONDS_PER_DAY = 86_400;

/** Every expiry is at this second of its UTC day (08:00). */
export const EXPIRY_SECOND = 8 * 3_600;
