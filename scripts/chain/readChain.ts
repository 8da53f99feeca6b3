import { readFileSync, statSync } from "node:fs";

import { ChainFileError, MIN_QUOTES, observations, readOptionChain, type ChainFile } from "@bulkhead/sdk";

const MOST_BYTES = 10_000_000;
const MS_PER_SECOND = 1_000;

/**
 * Reads a CSV file of option quotes; one that does not say when they were seen is of now.
 * @throws ChainFileError where the file is missing or malformed
 */
export function readChain(path: string): ChainFile {
  return readOptionChain(textOf(path), { observedAt: Math.floor(Date.now() / MS_PER_SECOND) });
}

/**
 * A chain without the expiries that too few quote.
 * @throws ChainFileError where none is left
 */
export function usableExpiries(chain: ChainFile): ChainFile {
  const counts = chain.expiries.map((expiry) => observations(expiry, chain.observedAt).length);
  const expiries = chain.expiries.filter((_, index) => (counts[index] ?? 0) >= MIN_QUOTES);
  if (expiries.length > 0) return { ...chain, expiries };
  throw ofWhole({
    expected: `an expiry with at least ${MIN_QUOTES} out-of-the-money options that have both bid and ask`,
    got: `at most ${Math.max(...counts)}`,
    action: "give a chain with more quotes",
  });
}

/** A mistake that is no single line's. */
export function ofWhole(what: { expected: string; got: string; action: string }): ChainFileError {
  return new ChainFileError({ line: 0 }, what);
}

function textOf(path: string): string {
  const found = attempt(path, () => statSync(path));
  if (!found.isFile()) {
    throw ofWhole({ expected: "a file", got: "none", action: `check the path ${path}` });
  }
  const { size } = found;
  if (size > MOST_BYTES) {
    throw ofWhole({ expected: `at most ${MOST_BYTES} bytes`, got: `${size}`, action: "give one chain of one day" });
  }
  const bytes = attempt(path, () => readFileSync(path));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw ofWhole({ expected: "a text file in UTF-8", got: "other bytes", action: "give a CSV file" });
  }
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw ofWhole({ expected: "a file that can be read", got: code, action: `check the path ${path}` });
  }
}
