import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { GasStatistics } from "./GasStatistics.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HARDHAT = fileURLToPath(new URL("../../node_modules/hardhat/dist/src/cli.js", import.meta.url));

/** A test failed: what was measured beside it is no basis for a report. */
export class TestsFailed extends Error {
  override readonly name = "TestsFailed";
}

/**
 * Runs mocha files on what is compiled, and has Hardhat measure every transaction of theirs. What the tests print goes to
 * `err`.
 * @throws TestsFailed where one fails
 */
export async function collectGas(
  files: readonly string[],
  err: { write(text: string): unknown },
): Promise<GasStatistics> {
  const folder = mkdtempSync(join(tmpdir(), "gas-report-"));
  const statistics = join(folder, "gas.json");
  try {
    const code = await run(["test", "mocha", "--no-compile", "--gas-stats-json", statistics, ...files], err);
    if (code !== 0)
      throw new TestsFailed(`expected the tests to pass, got exit code ${code}: see what they printed above`);
    return GasStatistics.parse(JSON.parse(readFileSync(statistics, "utf8")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(args: readonly string[], err: { write(text: string): unknown }): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [HARDHAT, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => err.write(text));
    }
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
