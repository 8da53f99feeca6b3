import type { Output } from "../report/Output.ts";
import { ATTACKS } from "./attacks/attacks.ts";
import { CORNERS, searchCorner } from "./bounds.ts";
import { refine } from "./cycles/refine.ts";
import { searchCycles, type SearchTerms } from "./cycles/searchCycles.ts";
import type { AttackOptions, BoundsOptions, FairnessOptions, SearchOptions } from "./options.ts";
import { setupFor } from "./setups.ts";
import { attacksInMarkdown, attackTable, boundsTable, cyclesTable, searchTable } from "./tables.ts";

/** Where a run writes. */
export interface Surroundings {
  readonly output: Output;
  /** For what is no table: Markdown. */
  readonly write: (text: string) => unknown;
}

const SHOWN_CYCLES = 3;

/** Does what the command line asks for. */
export function runFairness(options: FairnessOptions, surroundings: Surroundings): void {
  switch (options.command) {
    case "search":
      runSearch(options, surroundings);
      break;
    case "attacks":
      runAttacks(options, surroundings);
      break;
    case "bounds":
      runBounds(options, surroundings);
      break;
  }
}

function runSearch(options: SearchOptions, { output }: Surroundings): void {
  const { trials } = options;
  const terms: SearchTerms = {
    ...options,
    setup: setupFor(options),
    tick: (closed) => output.progress(closed / trials, `${closed} of ${trials} cycles`),
  };
  const startedAt = performance.now();
  const result = searchCycles(terms);
  const seconds = (performance.now() - startedAt) / 1_000;
  output.results(searchTable(result, { ...options, seconds }));
  output.results(cyclesTable(terms, result.byNet.slice(0, SHOWN_CYCLES)));
  if (options.refine === 0) return;
  const refined = result.byNet
    .map((found) => refine(terms, found, { by: "net", tries: options.refine }))
    .sort((a, b) => b.outcome.net - a.outcome.net);
  const climbed = cyclesTable(terms, refined.slice(0, SHOWN_CYCLES));
  output.results({ ...climbed, name: "refined", title: "After climbing from the best of them" });
}

function runAttacks(options: AttackOptions, { output, write }: Surroundings): void {
  const [first, slow] = [setupFor({ ...options, rule: "first" }), setupFor({ ...options, rule: "slow" })];
  const results = ATTACKS.map((attack, index) => {
    output.progress(index / ATTACKS.length, attack.name);
    return { name: attack.name, first: attack.run(first), slow: attack.run(slow) };
  });
  if (options.markdown) write(attacksInMarkdown(results));
  else for (const result of results) output.results(attackTable(result));
}

function runBounds(options: BoundsOptions, { output }: Surroundings): void {
  const figures = CORNERS.flatMap((corner, index) => {
    output.progress(index / CORNERS.length, corner.name);
    return searchCorner(corner, options);
  });
  output.results(boundsTable(figures));
}
