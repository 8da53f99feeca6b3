import { globSync } from "node:fs";

import { writeWhole } from "../../deploy/writeWhole.ts";
import { isUsageError } from "../node/UsageError.ts";
import { markdownTable } from "../report/markdownTable.ts";
import { openOutput, type Streams } from "../report/Output.ts";
import { requireWritable } from "../report/requireWritable.ts";
import { collectGas } from "./collectGas.ts";
import { gasRows, gasTable } from "./gasTable.ts";
import { isView } from "./isView.ts";
import { parseOptions } from "./options.ts";

/** What the process ends with. */
export const ExitCode = { Done: 0, Failed: 1, Misused: 2 } as const;

const MARKDOWN = "out/gas-report.md";

/** Of the tests with a chain in their own process, the only one that Hardhat sees into. */
const TESTS = "test/integration/**/*.test.ts";
const OTHERS = ["test/integration/{node,docs}/**", "test/integration/{demo,spawnNode,cli}*.test.ts"];

/** `make gas-report`: what each method and deployment used while tests ran. */
export async function main(
  args: readonly string[],
  {
    streams = { out: process.stdout, err: process.stderr },
    markdown = MARKDOWN,
  }: { streams?: Streams; markdown?: string } = {},
): Promise<number> {
  try {
    const options = parseOptions(args, streams.out);
    if (options === undefined) return ExitCode.Done;
    requireWritable(markdown);
    if (options.dryRun) return ExitCode.Done;
    const files = options.files.length > 0 ? options.files : globSync(TESTS, { exclude: OTHERS }).toSorted();
    const statistics = await collectGas(files, streams.err);
    const rows = gasRows(statistics, { ...options, ...(options.views ? {} : { isView }) });
    const table = gasTable(rows, options);
    openOutput(streams, options).results(table);
    writeWhole(markdown, markdownTable(table));
    streams.err.write(`written to ${markdown}\n`);
    return ExitCode.Done;
  } catch (error) {
    streams.err.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return isUsageError(error) ? ExitCode.Misused : ExitCode.Failed;
  }
}
