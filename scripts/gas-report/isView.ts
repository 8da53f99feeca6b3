import { existsSync, readFileSync } from "node:fs";

import { Interface, type JsonFragment } from "ethers";
import { z } from "zod";

const Artifact = z.object({ abi: z.array(z.custom<JsonFragment>()) });

const known = new Map<string, Interface | undefined>();

/** Whether a method, by its name or signature, only reads, as the compiled contract has it; false where nothing says so. */
export function isView(
  { sourceName, contractName }: { readonly sourceName: string; readonly contractName: string },
  method: string,
): boolean {
  const path = `artifacts/${sourceName}/${contractName}.json`;
  if (!known.has(path)) known.set(path, readInterface(path));
  const state = known.get(path)?.getFunction(method)?.stateMutability;
  return state === "view" || state === "pure";
}

function readInterface(path: string): Interface | undefined {
  return existsSync(path) ? new Interface(Artifact.parse(JSON.parse(readFileSync(path, "utf8"))).abi) : undefined;
}
