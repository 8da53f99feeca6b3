/**
 * Imports run with the data: a stage may import only earlier ones, and no contract imports tests or local-network stand-ins.
 * Pragmas: what is deployed names one compiler, what integrators import takes any from 0.8.24 on. In TypeScript no file may
 * import itself by way of others.
 *
 * Usage: tsx scripts/check-layers.ts
 */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

import { importCircles, projectOptions } from "./importCircles.ts";

/** What anybody may import. */
const FOUNDATION = ["types", "interfaces", "math", "governance"];

/** The way of the data: each stage may import itself, the foundation and those before it. */
const STAGES = ["feeds", "surface", "premium", "vault", "queue", "margin", "router", "risk"];

/** Within the foundation: who may import whom, besides itself. */
const FOUNDATION_IMPORTS: Record<string, readonly string[]> = {
  types: [],
  governance: ["types", "interfaces"],
  math: ["types"],
  interfaces: ["types"],
};

/** Stand-ins for real venues, on local networks only: they may use interfaces, nobody may use them. */
const DEVNET = "devnet";

/** Folders that other projects compile, with compilers of their own. */
const SHARED = ["types", "interfaces"];
const SHARED_PRAGMA = "pragma solidity ^0.8.24;";
const PINNED_PRAGMA = "pragma solidity 0.8.37;";

const ROOT = "contracts";
const TYPESCRIPT = ["cli", "deploy", "scripts", "sdk/src", "simulation", "test"];
const IMPORT = /^\s*import\s+(?:[^"';]*\sfrom\s+)?["']([^"']+)["']/gm;

/** The folders a folder of `contracts/` may import from. */
function allowedFor(folder: string): readonly string[] {
  const foundation = FOUNDATION_IMPORTS[folder];
  if (foundation !== undefined) return [folder, ...foundation];
  if (folder === DEVNET) return [DEVNET, ...FOUNDATION];
  const stage = STAGES.indexOf(folder);
  return stage < 0 ? [] : [...FOUNDATION, ...STAGES.slice(0, stage + 1)];
}

/** One complaint a forbidden import of one file. */
function complaintsOf(file: string): string[] {
  const folder = file.split(sep)[1] ?? "";
  const allowed = allowedFor(folder);
  if (allowed.length === 0) return [`${file}: contracts/${folder} is no stage; add it to scripts/check-layers.ts`];

  const complaints: string[] = [];
  const source = readFileSync(file, "utf8");
  const pragma = SHARED.includes(folder) ? SHARED_PRAGMA : PINNED_PRAGMA;
  if (!source.includes(`\n${pragma}\n`)) complaints.push(`${file}: expected "${pragma}"`);
  // 0.8.28 to 0.8.33 cleared the wrong slot when a transient variable was deleted; assigning zero is as short.
  if (/\btransient\b/.test(source) && /\bdelete\b/.test(source)) {
    complaints.push(`${file}: no \`delete\` beside transient variables; assign zero`);
  }
  for (const [, path] of source.matchAll(IMPORT)) {
    if (path === undefined) continue;
    if (!path.startsWith(".")) {
      if (/^(forge-std|test|contracts)\b/.test(path)) complaints.push(`${file}: "${path}" has no place in contracts/`);
      continue;
    }
    const target = normalize(join(dirname(file), path)).split(sep);
    if (target[0] !== ROOT) complaints.push(`${file}: "${path}" lies outside contracts/`);
    else if (!allowed.includes(target[1] ?? "")) {
      complaints.push(`${file}: ${folder} may not import ${target[1] ?? path} (allowed: ${allowed.join(", ")})`);
    }
  }
  return complaints;
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes("node_modules"))
    .map((name) => join(folder, name))
    .sort();
}

const contracts = filesIn(ROOT, ".sol");
const modules = TYPESCRIPT.flatMap((folder) => filesIn(folder, ".ts"));
const complaints = contracts.flatMap(complaintsOf);
const circles = importCircles(modules, projectOptions());

for (const complaint of complaints) console.error(complaint);
for (const circle of circles) console.error(`${circle.join(", ")}: these import each other; move what both need`);
console.log(
  complaints.length === 0
    ? `Layers: imports of ${contracts.length} contracts run with the data.`
    : `Layers: ${complaints.length} imports run against the data.`,
);
console.log(
  circles.length === 0
    ? `Imports: no circle among ${modules.length} modules.`
    : `Imports: ${circles.length} circles among ${modules.length} modules.`,
);
process.exitCode = complaints.length + circles.length === 0 ? 0 : 1;
