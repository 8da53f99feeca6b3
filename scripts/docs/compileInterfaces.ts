import { globSync, readFileSync } from "node:fs";

import type { InterfaceAbi } from "ethers";

import { compileSolidity, type Diagnosed } from "./compileSolidity.ts";

/** What the compiler says of one contract for readers. */
export interface CompiledInterface {
  readonly abi: InterfaceAbi;
  readonly userdoc: UserDoc;
  readonly devdoc: DevDoc;
}

/** `userdoc` of Solidity's NatSpec output. */
export interface UserDoc {
  readonly notice?: string;
  readonly methods?: Readonly<Record<string, { readonly notice?: string }>>;
  readonly events?: Readonly<Record<string, { readonly notice?: string }>>;
  readonly errors?: Readonly<Record<string, readonly { readonly notice?: string }[]>>;
}

/** One function's, event's or error's part of `devdoc`. */
export interface DevEntry {
  readonly details?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly returns?: Readonly<Record<string, string>>;
}

/** `devdoc` of Solidity's NatSpec output. */
export interface DevDoc {
  readonly details?: string;
  readonly methods?: Readonly<Record<string, DevEntry>>;
  readonly events?: Readonly<Record<string, DevEntry>>;
  readonly errors?: Readonly<Record<string, readonly DevEntry[]>>;
}

/** The parts of Solidity's syntax tree that are read. */
export interface Node {
  readonly nodeType: string;
  readonly name?: string;
  /** "start:length:file", in bytes. */
  readonly src: string;
  readonly documentation?: { readonly src: string } | null;
  readonly nodes?: readonly Node[];
  readonly baseContracts?: readonly { readonly baseName: { readonly name: string } }[];
  readonly functionSelector?: string;
  readonly eventSelector?: string;
  readonly errorSelector?: string;
}

interface Output extends Diagnosed {
  readonly sources: Readonly<Record<string, { readonly ast: Node }>>;
  readonly contracts: Readonly<Record<string, Readonly<Record<string, CompiledInterface>>>>;
}

/**
 * The NatSpec and syntax trees of the interfaces and types, from the pinned compiler by itself: nothing needs to be built before.
 * @throws Error where a source does not compile
 */
export function compileInterfaces(): Output {
  const files = globSync(["contracts/interfaces/*.sol", "contracts/types/*.sol"]).sort();
  return compileSolidity({
    sources: Object.fromEntries(files.map((path) => [path, readFileSync(path, "utf8")])),
    outputSelection: { "*": ["abi", "userdoc", "devdoc"], "": ["ast"] },
  }) as Output;
}
