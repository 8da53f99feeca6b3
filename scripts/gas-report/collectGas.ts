import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { RECORD_GAS } from "../hardhat/recordGas.ts";
import { GasRecord, statisticsOf } from "./GasRecord.ts";
import type { GasStatistics } from "./GasStatistics.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HARDHAT = fileURLToPath(new URL("../../node_modules/hardhat/dist/src/cli.js", import.meta.url));

/** A test failed: what was measured beside it is no basis for a report. */
export class TestsFailed extends Error {
  override readonly name = "TestsFailed";
}

/**
 * Runs mocha files on what is compiled, and has Hardhat measure every transaction of theirs. What the tests print goes to `err`.
 * @throws TestsFailed where one fails
 */
export async function collectGas(
  files: readonly string[],
  err: { write(text: string): unknown },
): Promise<GasStatistics> {
  const folder = mkdtempSync(join(tmpdir(), "gas-report-"));
  const record = join(folder, "gas.json");
  try {
    const code = await run(["test", "mocha", "--no-compile", ...files], { record, err });
    if (code !== 0)
      throw new TestsFailed(`expected the tests to pass, got exit code ${code}: see what they printed above`);
    return statisticsOf(GasRecord.parse(JSON.parse(readFileSync(record, "utf8"))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(
  args: readonly string[],
  { record, err }: { readonly record: string; readonly err: { write(text: string): unknown } },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, [RECORD_GAS]: record };
    const child = spawn(process.execPath, [HARDHAT, ...args], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => err.write(text));
    }
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
