import { readFileSync } from "node:fs";

import { Command, CommanderError } from "commander";
import { z } from "zod";

import { misunderstood } from "../misunderstood.ts";
import { Actors } from "../../deploy/parameters/actors.ts";
import { NETWORKS, type NetworkName } from "../../deploy/parameters/networks.ts";
import { UsageError } from "../node/UsageError.ts";

/** What a deployment is asked to do. */
export interface DeployRequest {
  readonly network: NetworkName;
  readonly actors: Actors;
  /** On a copy of the chain, without a key; nothing is sent and nothing is kept. */
  readonly dryRun: boolean;
  /** After deploying, or for a deployment that stands: has block explorers verify the sources. */
  readonly verify: boolean;
}

const SEE_HELP = "see make deploy ARGS='--help'";

/**
 * Reads the command line (without the program's name).
 * @returns undefined where help was asked for and has been printed
 * @throws UsageError on a mistake
 */
export function parseDeployOptions(
  args: readonly string[],
  out: { write(text: string): unknown },
): DeployRequest | undefined {
  const names = Object.keys(NETWORKS).join(", ");
  const command = new Command("make deploy")
    .usage("ARGS='--network <name> --actors <file> [options]'")
    .description("Deploys Bulkhead to a test network from its table of parameters; resumes what was broken off.")
    .requiredOption("--network <name>", `one of: ${names}`, networkNamed)
    .requiredOption("--actors <file>", "JSON: governor, guardian, feeRecipient, reporters")
    .option("--dry-run", "deploys to a copy of the chain and tells what came of it; needs no key", false)
    .option("--verify", "has the block explorer verify every source afterwards", false)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: () => undefined });
  try {
    const { network, actors, dryRun, verify } = command
      .parse([...args], { from: "user" })
      .opts<{ network: NetworkName; actors: string; dryRun: boolean; verify: boolean }>();
    return { network, actors: readActors(actors), dryRun, verify };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return undefined;
    throw new UsageError({
      expected: "--network, --actors, --dry-run, --verify or --help",
      got: misunderstood(error),
      action: SEE_HELP,
    });
  }
}

/** Said of a network before anything else is missed. */
function networkNamed(name: string): NetworkName {
  if (isNetwork(name)) return name;
  throw new UsageError({
    expected: `--network to be one of ${Object.keys(NETWORKS).join(", ")}`,
    got: `"${name}"`,
    action: SEE_HELP,
  });
}

function isNetwork(name: string): name is NetworkName {
  return Object.hasOwn(NETWORKS, name);
}

function readActors(file: string): Actors {
  try {
    return Actors.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const got =
      error instanceof z.ZodError
        ? error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`).join("; ")
        : error instanceof Error
          ? error.message
          : String(error);
    throw new UsageError({
      expected: `${file} to hold the addresses of governor, guardian, feeRecipient and reporters`,
      got,
      action: "write it as deploy/parameters/actors.ts says",
    });
  }
}
