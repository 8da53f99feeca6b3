import { existsSync, readFileSync } from "node:fs";

import { FunctionFragment, Interface, type JsonFragment } from "ethers";
import { z } from "zod";

const Artifact = z.object({ abi: z.array(z.custom<JsonFragment>()) });

const known = new Map<string, Interface | undefined>();

/**
 * Functions that a method's name or signature means, as the compiled contract has them: all of the name where none has the signature,
 * for Hardhat writes that of a function with structs without its arguments.
 */
export function functionsOf(
  { sourceName, contractName }: { readonly sourceName: string; readonly contractName: string },
  method: string,
): readonly FunctionFragment[] {
  const path = `artifacts/${sourceName}/${contractName}.json`;
  if (!known.has(path)) known.set(path, readInterface(path));
  const all = known.get(path)?.fragments.filter((fragment) => FunctionFragment.isFragment(fragment)) ?? [];
  const exact = all.filter((fragment) => fragment.format() === method);
  return exact.length > 0 ? exact : all.filter(({ name }) => name === method.split("(")[0]);
}

function readInterface(path: string): Interface | undefined {
  return existsSync(path) ? new Interface(Artifact.parse(JSON.parse(readFileSync(path, "utf8"))).abi) : undefined;
}
