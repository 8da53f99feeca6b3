import { Option, type Command } from "@commander-js/extra-typings";

import type { KeySource } from "./key.ts";
import { parseAddress } from "./parse.ts";

/** What every command takes. */
export interface GlobalOptions {
  readonly url?: string;
  readonly deployment?: string;
  readonly market?: string;
  readonly account?: string;
  readonly keystore?: string;
  readonly passphraseFile?: string;
  readonly json?: true;
  readonly verbose?: true;
}

const GLOBALS = [
  new Option("--url <url>", "the node's URL").env("BULKHEAD_RPC_URL"),
  new Option("--deployment <file|name>", "addresses.json, or a name in deploy/deployments").env("BULKHEAD_DEPLOYMENT"),
  new Option("--market <name>", "the market, WETH/USDC; needed where there are several").env("BULKHEAD_MARKET"),
  new Option("--account <address>", "whose positions are meant, where no key says it").argParser(parseAddress),
  new Option("--keystore <file>", "the key that signs, as Ethereum JSON keystore (version 3)").env("BULKHEAD_KEYSTORE"),
  new Option("--passphrase-file <file>", "the keystore's passphrase").env("BULKHEAD_PASSPHRASE_FILE"),
  new Option("--json", "JSON lines on stdout"),
  new Option("--verbose", "log what the node is asked, on stderr"),
  // Looked at by what colours, before anything is parsed.
  new Option("--no-color", "no colours (NO_COLOR likewise)"),
] as const;

/** Adds them to the program. */
export function addGlobals(program: Command): void {
  for (const option of GLOBALS) program.addOption(option);
}

/** What was given of them, before or after the command's name. What is empty, as variables in scripts are, was not given. */
export function globalsOf(command: { optsWithGlobals(): object }): GlobalOptions {
  return Object.fromEntries(Object.entries(command.optsWithGlobals()).filter(([, value]) => value !== ""));
}

/** The private key comes from the environment only: arguments are seen by everybody on the machine. */
export function keySourceOf({ keystore, passphraseFile }: GlobalOptions): KeySource {
  return { keystore, passphraseFile, privateKey: process.env["BULKHEAD_PRIVATE_KEY"] };
}
