import type { Capital } from "../../../sdk/src/pricing/types.ts";

/** What a rule sees of a vault, and the ledger that it keeps there. */
export interface RuledVault extends Capital {
  riskCapital: number;
  actual: number;
  fresh: number;
  recentCharge: number;
  updatedAt: number;
  readonly now: number;
  readonly isEmpty: boolean;
  /** When the book was emptied last. */
  readonly emptySince: number;
  readonly lock: number;
  /** What of net asset value the queue's requests claim. */
  readonly claim: number;
  /** Notes R for the guaranteed exit. */
  note(): void;
}

/** How a vault's risk capital moves, and which number serves whom. */
export interface CapitalRule {
  readonly name: string;
  /** Rb is the largest R lately, not the latest. */
  readonly keepsLargestCharge: boolean;
  /** No deposit is priced under C − lock. */
  readonly depositsAboveUnlocked: boolean;
  /** The queue's claim makes buyers' capital smaller. */
  readonly countsClaims: boolean;
  /** Rent is for the lock less fair value. */
  readonly rentsNetOfValue: boolean;
  /** E begins with the vault's first deposit, which is in `actual`. */
  begin(vault: RuledVault): void;
  /** The block's step, before anything is priced. */
  step(vault: RuledVault, value: number): void;
  /** E_low: what buyers and NAV are charged at, once `leaving` is gone. */
  low(vault: RuledVault, leaving: number): number;
  /** What sellers are rebated at where it is larger than E_low. */
  rebate(vault: RuledVault): number;
  /** What comers buy at. */
  comer(vault: RuledVault): number;
  /** What utilisation is measured against. */
  room(vault: RuledVault): number;
  /** Providers have brought (positive) or taken collateral; the vault's holds it already. */
  flow(vault: RuledVault, assets: number): void;
  /** A guaranteed exit has been paid; E before it. */
  exited(vault: RuledVault, before: number): void;
}

/** m: the least first deposit, one per cent of a usual vault. */
export const LEAST_DEPOSIT = 0.01;
