import { MINUTE } from "./calendar.ts";
import type { ReportOutcome, Reporters } from "./reporters.ts";
import type { Stage } from "./Stage.ts";

/** Rounds of a meeting that goes on until the surfaces are fresh again, and the time between them. */
const MOST_ROUNDS = 6;
const ROUND_EVERY = 4 * MINUTE;

/** Where the reporters of every market meet: their reports go to the chain together. */
export class Newsroom {
  readonly #stage: Stage;
  readonly reporters: readonly Reporters[];

  constructor(stage: Stage, reporters: readonly Reporters[]) {
    this.#stage = stage;
    this.reporters = reporters;
  }

  /** One round of some markets, all by default. What became of each. */
  async report(reporters: readonly Reporters[] = this.reporters): Promise<ReportOutcome[]> {
    await this.#stage.pass();
    const proposals = await Promise.all(reporters.map(async (who) => ({ who, proposal: await who.propose() })));
    await this.#stage.together(
      proposals.flatMap(({ who, proposal }) => (proposal === undefined ? [] : [who.delivery(proposal)])),
    );
    // A report takes effect in the block after its delivery.
    await this.#stage.pass();
    return Promise.all(proposals.map(({ who, proposal }) => who.conclude(proposal)));
  }

  /** Meets again and again until every surface is fresh, some minutes apart. */
  async reportUntilFresh(): Promise<void> {
    let due = this.reporters;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await this.report(due);
      due = await stale(due);
      if (due.length === 0) return;
      this.#stage.moveTo(this.#stage.now + ROUND_EVERY);
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
