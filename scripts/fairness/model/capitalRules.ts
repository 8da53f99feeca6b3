import { capitalDep } from "../../../sdk/src/pricing/capitalDep.ts";
import { capitalLow } from "../../../sdk/src/pricing/capitalLow.ts";
import { startRiskCapital } from "../../../sdk/src/pricing/startRiskCapital.ts";
import { FLOOR_DIVISOR, stepRiskCapital } from "../../../sdk/src/pricing/stepRiskCapital.ts";
import { SECONDS_PER_DAY } from "../../../sdk/src/units/constants.ts";
import type { CapitalRule, RuledVault } from "./CapitalRule.ts";

/** A rule that is weaker in one place, for tests that must see the search find it. */
export interface Weakness {
  /** What sellers are rebated at instead of E_dep: no larger number at all, or E_high = max(E, a), which a deposit lifts. */
  readonly rebate?: "low" | "actual";
  /** The doubling bound counts from C/8, which a deposit lifts, instead of from the least first deposit. */
  readonly boundFromCollateral?: boolean;
  /** A first deposit is E, however large; and it is first once only. */
  readonly startFromDeposit?: boolean;
  /** Leavers don't bear the rise of R. */
  readonly freeLeaving?: boolean;
  /** Rent is charged for what is locked beyond the options' own value, which is less the deeper they are in the money. */
  readonly rentNetOfValue?: boolean;
}

/** E that only time moves: charges at the smaller of E and actual capital, rebates at the larger. */
export function slowRule(options: Weakness & { reserve?: boolean; name?: string } = {}): CapitalRule {
  const { rebate = "dep", boundFromCollateral = false, freeLeaving = false, reserve = false } = options;
  const { startFromDeposit = false, rentNetOfValue = false } = options;
  const restsEmpty = (vault: RuledVault): boolean =>
    reserve && vault.isEmpty && vault.now - vault.emptySince >= SECONDS_PER_DAY;
  const rest = (vault: RuledVault): void => {
    vault.riskCapital = vault.actual;
    vault.fresh = 0;
  };
  const begin = (vault: RuledVault): void => {
    if (startFromDeposit) rest(vault);
    else Object.assign(vault, startRiskCapital(vault));
  };
  return {
    name: options.name ?? "rule",
    keepsLargestCharge: true,
    depositsAboveUnlocked: true,
    countsClaims: true,
    rentsNetOfValue: rentNetOfValue,
    begin,
    step(vault, value) {
      const { collateral, riskCapital, actual, fresh, recentCharge, claimShare, updatedAt } = vault;
      const doublingBase = boundFromCollateral ? collateral / FLOOR_DIVISOR : vault.doublingBase;
      const next = stepRiskCapital(
        { collateral, riskCapital, actual, fresh, recentCharge, doublingBase, claimShare, updatedAt },
        { value, now: vault.now },
      );
      vault.riskCapital = next.riskCapital;
      vault.actual = next.actual;
      vault.fresh = next.fresh;
      vault.recentCharge = next.recentCharge;
      vault.updatedAt = next.updatedAt;
      if (restsEmpty(vault)) {
        rest(vault);
        vault.recentCharge = 0;
      }
    },
    low: freeLeaving ? (vault) => capitalLow(vault) : capitalLow,
    rebate: {
      dep: capitalDep,
      low: (vault: RuledVault) => capitalLow(vault),
      actual: (vault: RuledVault) => Math.max(vault.riskCapital, vault.actual),
    }[rebate],
    comer: capitalDep,
    room: (vault) => Math.max(0, vault.actual - vault.claim),
    flow(vault, assets) {
      vault.actual = Math.max(0, vault.actual + assets);
      vault.fresh += assets;
      if (assets <= 0) return;
      const heldLittle = vault.collateral - assets < vault.doublingBase;
      if (!startFromDeposit && vault.isEmpty && heldLittle) begin(vault);
      if (restsEmpty(vault)) rest(vault);
    },
    exited: (vault) => vault.note(),
  };
}

/**
 * The rule that was tried first: a single E for trades and flows alike, which both move. Losses at once, gains with a half-life of a day,
 * at most six hours' worth a step, never below an eighth of the collateral.
 */
export const SINGLE_E: CapitalRule = {
  name: "single E",
  keepsLargestCharge: false,
  depositsAboveUnlocked: false,
  countsClaims: false,
  rentsNetOfValue: false,
  begin(vault) {
    vault.riskCapital = vault.actual;
  },
  step(vault, value) {
    const elapsed = Math.min(vault.now - vault.updatedAt, SECONDS_PER_DAY / 4);
    const actual = Math.max(0, vault.collateral - value);
    const gap = actual - vault.riskCapital;
    const next = gap <= 0 ? actual : vault.riskCapital + gap * (1 - 2 ** (-elapsed / SECONDS_PER_DAY));
    vault.riskCapital = Math.max(next, vault.collateral / FLOOR_DIVISOR);
    vault.updatedAt = vault.now;
  },
  low: firstLow,
  rebate: (vault) => firstLow(vault, 0),
  comer: (vault) => firstLow(vault, 0),
  room: (vault) => firstLow(vault, 0),
  flow(vault, assets) {
    vault.riskCapital = Math.max(vault.riskCapital + assets, vault.collateral / FLOOR_DIVISOR);
  },
  exited(vault, before) {
    // E stays where what is not locked still covers it.
    vault.riskCapital = Math.max(vault.riskCapital, Math.min(before, Math.max(0, vault.collateral - vault.lock)));
  },
};

function firstLow(vault: RuledVault, leaving: number): number {
  return Math.max(vault.riskCapital - leaving, (vault.collateral - leaving) / FLOOR_DIVISOR);
}
