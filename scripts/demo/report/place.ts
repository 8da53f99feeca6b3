import { dirname, join } from "node:path";

/** Where everything is drawn, by default. */
export const REPORT = "out/report.html";

/** Where what a page shows is kept, so that it can be drawn again: beside the page. */
export function dataBeside(report: string): string {
  return join(dirname(report), "demo.json");
}
