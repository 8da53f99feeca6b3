/**
 * Draws the demo's report again from what the last demo kept, in seconds.
 *
 * Usage: tsx scripts/demo-report.ts [data.json [report.html]]     out/demo.json and out/report.html by default
 */
import { readFileSync } from "node:fs";

import { z } from "zod";

import { dataBeside, REPORT } from "./demo/report/place.ts";
import { Story } from "./demo/report/Story.ts";
import { summaryOf } from "./demo/report/summaryOf.ts";
import { writeReport } from "./demo/report/writeReport.ts";
import { isUsageError, UsageError } from "./node/UsageError.ts";
import { requireWritable } from "./report/requireWritable.ts";

const [data = dataBeside(REPORT), report = REPORT] = process.argv.slice(2);
try {
  requireWritable(report);
  const story = readStory(data);
  await writeReport(report, story);
  for (const line of summaryOf(story)) console.log(line);
  console.log(`drawn in ${report}`);
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(`make demo-report: ${error.message}`);
  process.exitCode = 2;
}

function readStory(path: string): Story {
  try {
    return Story.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new UsageError({
      expected: `what a demo of this version kept in ${path}`,
      got: reasonOf(error),
      action: "run make demo first",
    });
  }
}

/** The first fault is enough to know that it is something else. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [first] = error.issues;
    return `something else (${first?.path.join(".") || "the whole"}: ${first?.message ?? "unknown"})`;
  }
  if (error instanceof Error && "code" in error) return error.code === "ENOENT" ? "no such file" : String(error.code);
  return error instanceof SyntaxError ? "a file that is no JSON" : String(error);
}
