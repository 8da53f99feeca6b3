import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { UsageError } from "../node/UsageError.ts";

/**
 * Makes the folder of a file that is to be written, and sees whether it can be: before the work, whose result would be lost.
 * @throws UsageError where it cannot
 */
export function requireWritable(path: string): void {
  const trial = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path)) accessSync(path, constants.W_OK);
    if (existsSync(path) && statSync(path).isDirectory()) throw new Error("a folder of that name");
    writeFileSync(trial, "");
    rmSync(trial);
  } catch (error) {
    throw new UsageError({
      expected: `${path} to be writable`,
      got:
        error instanceof Error && "code" in error
          ? String(error.code)
          : String(error instanceof Error ? error.message : error),
      action: `see to the folder ${dirname(path)}: it may be another's, full, or a file`,
    });
  }
}
