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

const [data = dataBeside(REPORT), report = REPORT] = process.argv.slice(2);
try {
  const story = Story.parse(JSON.parse(readFileSync(data, "utf8")));
  await writeReport(report, story);
  for (const line of summaryOf(story)) console.log(line);
  console.log(`drawn in ${report}`);
} catch (error) {
  const got =
    error instanceof z.ZodError
      ? z.prettifyError(error).replaceAll(/\s+/g, " ")
      : error instanceof Error
        ? error.message
        : String(error);
  console.error(`expected what a demo of this version kept in ${data}, got ${got}: run make demo first`);
  process.exitCode = 2;
}
