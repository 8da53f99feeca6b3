/**
 * Shows what `make docs` built, on loopback, until it is told to stop.
 *
 * Usage: tsx scripts/docs-serve.ts [--port 4173]
 */
import { existsSync } from "node:fs";

import { Command, CommanderError } from "commander";
import { preview } from "vite";

import { misunderstood } from "./misunderstood.ts";
import { LOOPBACK, requireFree } from "./node/requireFree.ts";
import { toldToStop } from "./node/toldToStop.ts";
import { isUsageError, UsageError } from "./node/UsageError.ts";

const ROOT = "out";
const SITE = "docs";
const DEFAULT_PORT = "4173";
const MAX_PORT = 65_535;
const HELP = "see make docs-serve ARGS='--help'";

try {
  const port = parsePort(process.argv.slice(2));
  if (port !== undefined) await serve(port);
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(`make docs-serve: ${error.message}`);
  process.exitCode = 2;
}

async function serve(port: number): Promise<void> {
  if (!existsSync(`${ROOT}/${SITE}/index.html`)) {
    throw new UsageError({ expected: `the site in ${ROOT}/${SITE}`, got: "none", action: "run make docs first" });
  }
  await requireFree(port);
  const stop = toldToStop();
  const server = await preview({
    configFile: false,
    root: ROOT,
    build: { outDir: SITE },
    appType: "mpa",
    logLevel: "warn",
    preview: { host: LOOPBACK, port, strictPort: true, open: false },
  });
  console.log(`The site is at ${server.resolvedUrls?.local[0] ?? `http://${LOOPBACK}:${port}/`} until Ctrl-C.`);
  await stop;
  await server.close();
}

/** Undefined where help was asked for, and has been printed. */
function parsePort(args: readonly string[]): number | undefined {
  const command = new Command("make docs-serve")
    .usage("ARGS='[options]'")
    .description("Shows the documentation in a browser, on loopback, until interrupted.")
    .option("--port <number>", "port on loopback", DEFAULT_PORT)
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  try {
    const { port: text } = command.parse([...args], { from: "user" }).opts<{ port: string }>();
    const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (port >= 1 && port <= MAX_PORT) return port;
    throw new UsageError({
      expected: `--port to be a whole number from 1 to ${MAX_PORT}`,
      got: `"${text}"`,
      action: HELP,
    });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return undefined;
    throw new UsageError({ expected: "--port or --help", got: misunderstood(error), action: HELP });
  }
}
