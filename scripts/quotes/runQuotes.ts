import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { openOutput, type Streams } from "../report/Output.ts";
import { compareQuotes, recordOf, type Comparison } from "./compareQuotes.ts";
import type { QuotesOptions } from "./options.ts";
import { readQuoteMarket } from "./quoteMarket.ts";
import { reportOf } from "./report.ts";
import { goalsTable, groupsTable, partsTable, spreadsTable } from "./tables.ts";

/** Compares, prints, and draws `quotes.html`. */
export async function runQuotes(
  options: QuotesOptions,
  { streams, directory }: { streams: Streams; directory: string },
): Promise<Comparison> {
  const output = openOutput(streams, options);
  const comparison = compareQuotes(readQuoteMarket(options));
  if (options.json) {
    streams.out.write(`${JSON.stringify(recordOf(comparison))}\n`);
  } else {
    output.results(goalsTable(comparison));
    output.results(spreadsTable(comparison));
    for (const { tier } of comparison.tiers) {
      output.results(groupsTable(comparison, tier));
      output.results(partsTable(comparison, tier));
    }
  }
  await mkdir(directory, { recursive: true });
  const file = join(directory, "quotes.html");
  await writeFile(file, reportOf(comparison));
  output.story(`drawn in ${file}`);
  return comparison;
}
