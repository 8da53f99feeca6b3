import { parseSeriesId } from "@bulkhead/sdk";

import type { ISolvencyLens, SolvencyLens } from "../../typechain-types/index.ts";
import type { GhostLedger } from "./GhostLedger.ts";

/**
 * The invariants that are checked after every block that holds a transaction, by their number in docs/invariants.md. (I3, that
 * claims do not depend on each other, is no state of the chain: tests hold it.)
 */
export const INVARIANTS = {
  I1: "collateral covers the worst case of the book",
  I2: "the reserve covers every settled option not yet redeemed, and the worst case of every parked one",
  I4: "tokens held equal the ghost ledger, to the wei",
  I5: "routers and quoter hold no token, no coin, no allowance",
  I6: "options in existence equal what the vault owes, per series",
} as const;

export type InvariantId = keyof typeof INVARIANTS;

/** Something that must always hold did not. Nothing after it can be believed: the demo stops. */
export class InvariantBroken extends Error {
  readonly invariant: InvariantId;

  constructor(invariant: InvariantId, { subject, detail }: { subject: string; detail: string }) {
    super(`${invariant} broken at ${subject}: ${INVARIANTS[invariant]}; ${detail}`);
    this.name = "InvariantBroken";
    this.invariant = invariant;
  }
}

/** Who is checked. */
export interface Subjects {
  readonly vaults: readonly { readonly name: string; readonly address: string }[];
  /** Contracts that must be empty between transactions. */
  readonly passThrough: readonly { readonly name: string; readonly address: string }[];
  readonly tokens: readonly string[];
}

/**
 * Recomputes I1, I2, I4, I5 and I6 from the chain through one batched view of `SolvencyLens`, and compares with the
 * ghost ledger.
 */
export class InvariantChecker {
  readonly #lens: SolvencyLens;
  readonly #ledger: GhostLedger;
  readonly #subjects: Subjects;
  readonly #settled = new Set<bigint>();
  readonly #passed: Record<InvariantId, number> = { I1: 0, I2: 0, I4: 0, I5: 0, I6: 0 };
  #rounds = 0;

  constructor(lens: SolvencyLens, { ledger, subjects }: { ledger: GhostLedger; subjects: Subjects }) {
    this.#lens = lens;
    this.#ledger = ledger;
    this.#subjects = subjects;
  }

  /** From now on the options of this expiry count as settled claims. */
  noteSettled(expiry: bigint): void {
    this.#settled.add(expiry);
  }

  /** How often each invariant held, one per vault or contract and check. */
  get passed(): Readonly<Record<InvariantId, number>> {
    return { ...this.#passed };
  }

  /** How often all of them were checked. */
  get rounds(): number {
    return this.#rounds;
  }

  /** Checks all of them now. @throws InvariantBroken at the first that does not hold */
  async check(): Promise<void> {
    const { vaults, passThrough } = this.#subjects;
    const answers = await this.#lens.multicall.staticCall(this.#questions());
    const [solvency] = this.#lens.interface.decodeFunctionResult("solvencyOf", at(answers, 0)) as unknown as [
      ISolvencyLens.VaultSolvencyStructOutput[],
    ];
    vaults.forEach((vault, index) => this.#checkVault(vault, at(solvency, index)));
    passThrough.forEach((holder, index) => this.#checkEmpty(holder.name, at(answers, index + 1)));
    this.#rounds += 1;
  }

  /** The lens's calls: all vaults in one, then each contract that must be empty. */
  #questions(): string[] {
    const { vaults, passThrough, tokens } = this.#subjects;
    const addresses = vaults.map(({ address }) => address);
    return [
      this.#lens.interface.encodeFunctionData("solvencyOf", [addresses, this.#settledSeries()]),
      ...passThrough.map(({ address }) =>
        this.#lens.interface.encodeFunctionData("holdingsOf", [address, [...tokens], addresses]),
      ),
    ];
  }

  /** What was settled and is still held: of a settled series nobody can write options again. */
  #settledSeries(): { vault: number; id: bigint }[] {
    return this.#subjects.vaults.flatMap(({ address }, vault) =>
      this.#ledger
        .heldSeriesOf(address)
        .filter((id) => this.#settled.has(parseSeriesId(id).expiry))
        .map((id) => ({ vault, id })),
    );
  }

  #checkVault(
    { name, address }: { name: string; address: string },
    found: ISolvencyLens.VaultSolvencyStructOutput,
  ): void {
    const { held, reserve, feesOwed, escrow, lock } = found.accounts;
    this.#require("I1", {
      holds: found.lockCovered,
      subject: name,
      detail: `worst case ${found.worstCase}, lock ${lock}, held ${held}, owed ${reserve + feesOwed + escrow}`,
    });
    this.#require("I2", {
      holds: found.reserveCovers,
      subject: name,
      detail: `unredeemed ${found.unredeemed}, parked ${found.parked}, reserve ${reserve}, held ${held}`,
    });
    const [ghostHeld, ghostBalance] = [this.#ledger.heldOf(address), this.#ledger.balanceOf(address)];
    this.#require("I4", {
      holds: found.balanceCovers && held === ghostHeld && found.tokenBalance === ghostBalance,
      subject: name,
      detail: `held ${held}, ledger ${ghostHeld}; balance ${found.tokenBalance}, ledger ${ghostBalance}`,
    });
    this.#require("I6", {
      holds: found.supplyMatches,
      subject: name,
      detail: "the supply of some series differs from the book",
    });
  }

  #checkEmpty(name: string, answer: string): void {
    const [balances, allowances, native] = this.#lens.interface.decodeFunctionResult(
      "holdingsOf",
      answer,
    ) as unknown as [bigint[], bigint[][], bigint];
    const allowed = [...allowances].flatMap((bySpender) => [...bySpender]);
    const amounts = [...balances, ...allowed, native];
    this.#require("I5", {
      holds: amounts.every((amount) => amount === 0n),
      subject: name,
      detail: `balances ${balances.join(", ")}, native ${native}, allowances ${allowed.join(", ")}`,
    });
  }

  #require(
    invariant: InvariantId,
    { holds, subject, detail }: { holds: boolean; subject: string; detail: string },
  ): void {
    if (!holds) throw new InvariantBroken(invariant, { subject, detail });
    this.#passed[invariant] += 1;
  }
}

/** The element at `index` of a list that has one a subject. */
function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new Error(`the lens answered ${list.length} of the subjects asked about`);
  return element;
}
