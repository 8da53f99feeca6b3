import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Output } from "../report/Output.ts";
import { chartsOf } from "./charts/chartsOf.ts";
import { readHistory, type Close } from "./history.ts";
import type { ReplayOptions } from "./options.ts";
import { replayWorld, RUNS_A_WORLD, type WorldResult } from "./replayWorld.ts";
import { reportOf } from "./report.ts";
import { crisesTable, gridTables, tiersTable, variationsTable } from "./tables.ts";
import { worldsOf } from "./worlds.ts";

/** What a test may change. */
export interface Surroundings {
  readonly output: Output;
  /** Where charts and report go; made if it is not there. */
  readonly directory: string;
  readonly closes?: readonly Close[];
}

/** Replays both histories, prints the tables, writes the charts and the report. */
export async function runReplay(
  options: ReplayOptions,
  { output, directory, closes }: Surroundings,
): Promise<WorldResult[]> {
  const worlds = worldsOf(closes ?? (await readHistory()), options);
  const total = worlds.length * RUNS_A_WORLD;
  let done = 0;
  const results = worlds.map((world) => {
    const tick = (): void => output.progress(++done / total, `${world.title}: ${done} of ${total} vaults`);
    return replayWorld(world, { demand: options.demand, tick });
  });
  for (const result of results) {
    output.results(tiersTable(result));
    output.results(crisesTable(result));
    for (const table of gridTables(result)) output.results(table);
    output.results(variationsTable(result));
  }
  await mkdir(directory, { recursive: true });
  const charts = results.flatMap(chartsOf);
  await Promise.all(charts.map(({ name, svg }) => writeFile(join(directory, `${name}.svg`), svg)));
  await writeFile(join(directory, "report.html"), reportOf(results, options));
  output.story(`${charts.length} charts and report.html in ${directory}`);
  return results;
}
