import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { z } from "zod";

const Figures = z.record(z.string(), z.number());

/** Writes a page of all committed gas figures, by stage. */
export function writeGasFigures(path: string): void {
  const figures = Object.entries(Figures.parse(JSON.parse(readFileSync("snapshots/gas.json", "utf8"))));
  const stageOf = (name: string): string => name.split(".")[0] ?? "";
  const stages = new Set(figures.map(([name]) => stageOf(name)));
  const sections = [...stages].map((stage) => {
    const rows = figures.filter(([name]) => stageOf(name) === stage);
    const lines = rows.map(([name, gas]) => `| \`${name}\` | ${gas.toLocaleString("en")} |`);
    return `## ${stage}\n\n| figure | gas |\n| --- | ---: |\n${lines.join("\n")}\n`;
  });
  const intro = "# Gas figures\n\nAs `snapshots/gas.json` has them. [Gas](../gas.md) says what each counts.\n\n";
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, intro + sections.join("\n"));
}
