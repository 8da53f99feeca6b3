/**
 * A vault's capital as the rule of E keeps it between two calls, in collateral. E serves every price; no trade and no flow
 * moves it, only time.
 */
export interface SlowCapital {
  /** C: what backs options and belongs to providers. */
  readonly collateral: number;
  /** E: the capital against which risk is charged. */
  readonly riskCapital: number;
  /** a: actual capital at the last step, plus what providers have brought and less what they have taken since. */
  readonly actualCapital: number;
  /** p: providers' net fresh flow, which fades as E takes it in. */
  readonly freshFlow: number;
  /** Unix seconds of the last step. */
  readonly updatedAt: number;
}

/** Actual capital counts as no less than this part of the collateral. */
export const FLOOR_DIVISOR = 8;
