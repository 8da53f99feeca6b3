import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { bundleCli } from "../../scripts/packages/packCli.ts";

const FOLDER = "out/cli";
const BUNDLE = join(FOLDER, "dist/bulkhead.js");

/** Builds the command line with the SDK's present sources in it. */
export async function buildCli(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  copyFileSync("cli/package.json", join(FOLDER, "package.json"));
  const dependencies = ["cli", "sdk"].flatMap((workspace) => {
    const manifest = JSON.parse(readFileSync(join(workspace, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    return Object.keys(manifest.dependencies);
  });
  await bundleCli(BUNDLE, { external: dependencies.filter((name) => name !== "@bulkhead/sdk") });
}

/** What a command came to. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Stdout's lines as JSON, where they were asked for. */
  readonly records: readonly Record<string, unknown>[];
}

/** Runs a command in a process of its own, with these environment variables, no other of its own, and no wish for colours. */
export async function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  return startCli(args, env).result;
}

/** The same, for a test that does something to it while it runs. */
export function startCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcess; readonly result: Promise<CliResult> } {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(BULKHEAD|NODE|npm)_|^FORCE_COLOR$/.test(name)),
  );
  const child = spawn(process.execPath, [BUNDLE, ...args], { stdio: "pipe", env: { ...own, ...env } });
  child.stdin.end();
  return { child, result: resultOf(child, args) };
}

async function resultOf(child: ChildProcessWithoutNullStreams, args: readonly string[]): Promise<CliResult> {
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const said = await stdout;
  const lines = args.includes("--json") ? said.trim().split("\n").filter(Boolean) : [];
  const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, stdout: said, stderr: await stderr, records };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
