import { DAY } from "./usdcMarkets.ts";

/**
 * How long an act of governance is public before it can take effect, in seconds, on every network: the shortest that the contracts
 * allow (`contracts/governance/Waits.sol`). A network's table may wait longer. GUARDIAN, who only tightens and cancels, acts at once.
 *
 * | wait | whose acts |
 * | --- | --- |
 * | `governorDelay` | GOVERNOR: loosen, lower stress, resume a surface, its parameters, risk parameters, rates, the protocol's fee, a fallback price |
 * | `registrarDelay` | REGISTRAR: reporters, realised volatility's source, versions of code, vaults, queues |
 * | `adminDelay` | ADMIN, through `AdminTimelock`: who holds GOVERNOR and REGISTRAR, roles of new functions, who proposes |
 * | `guardianDelay` | the guardian's replacement; fixed in the code |
 */
export const WAITS = {
  governorDelay: 2 * DAY,
  registrarDelay: 7 * DAY,
  adminDelay: 7 * DAY,
  guardianDelay: 14 * DAY,
} as const;
