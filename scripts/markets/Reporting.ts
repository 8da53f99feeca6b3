import { MINUTE } from "./calendar.ts";
import type { Chain } from "./Chain.ts";
import type { ReportOutcome, Reporters } from "./reporters.ts";

/** Most rounds until the surfaces are fresh again, and the time between them. */
const MOST_ROUNDS = 6;
const ROUND_EVERY = 4 * MINUTE;

/** Rounds of reports, of every market's reporters. */
export class Reporting {
  readonly #chain: Chain;
  readonly reporters: readonly Reporters[];

  constructor(chain: Chain, reporters: readonly Reporters[]) {
    this.#chain = chain;
    this.reporters = reporters;
  }

  /** One round of some markets, all by default. What became of each. */
  async report(reporters: readonly Reporters[] = this.reporters): Promise<ReportOutcome[]> {
    await this.#chain.pass();
    const proposals = await Promise.all(reporters.map(async (who) => ({ who, proposal: await who.propose() })));
    for (const { who, proposal } of proposals) if (proposal !== undefined) await who.deliver(proposal);
    // A report takes effect in the block after its delivery.
    await this.#chain.pass();
    return Promise.all(proposals.map(({ who, proposal }) => who.conclude(proposal)));
  }

  /** Round after round until every surface is fresh, some minutes apart. */
  async reportUntilFresh(): Promise<void> {
    let due = this.reporters;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await this.report(due);
      due = await stale(due);
      if (due.length === 0) return;
      this.#chain.moveTo(this.#chain.now + ROUND_EVERY);
    }
  }

  /** Whether every surface is fresh. */
  async isFresh(): Promise<boolean> {
    return (await stale(this.reporters)).length === 0;
  }
}

async function stale(reporters: readonly Reporters[]): Promise<Reporters[]> {
  const fresh = await Promise.all(reporters.map((who) => who.isFresh()));
  return reporters.filter((_, index) => fresh[index] !== true);
}
