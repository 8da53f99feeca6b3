import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { Figures } from "./Figures.ts";

const TESTS = "test/gas";
/** A figure as a test logs it: `stage.what: gas`. */
const FIGURE = /^([a-z]+\.[A-Za-z0-9.]+): (\d+)$/gm;

/**
 * The figures of single calls, the callee's cost, which the Solidity tests of `test/gas` measure.
 *
 * They are read from what the tests log: Hardhat's own `--snapshot` takes the folder's other files away.
 */
export function measureCalls(): Figures {
  const tests = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".t.sol"))
    .map((path) => join(TESTS, path))
    .sort();
  const run = spawnSync("node_modules/.bin/hardhat", ["test", "solidity", "--build-profile", "production", ...tests], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`Gas: expected the gas tests to pass, got:\n${run.stdout}\n${run.stderr}`);
  return Figures.parse(Object.fromEntries([...run.stdout.matchAll(FIGURE)].map(([, key, gas]) => [key, gas])));
}
