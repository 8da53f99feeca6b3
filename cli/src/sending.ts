import { createInterface } from "node:readline/promises";

import { Option, type Command, type OptionValues } from "@commander-js/extra-typings";
import { createSpinner } from "nanospinner";
import { onStderr, onStdout } from "./colours.ts";

import { EXIT } from "./failure.ts";
import { formatNumber } from "./format.ts";
import { globalsOf } from "./globals.ts";
import { factsOf, type Facts } from "./Output.ts";
import { Interrupted } from "./Interrupted.ts";
import { parseDuration, parseSlippage } from "./parse.ts";
import type { Mined } from "./receipts.ts";
import { nextTime } from "./RpcNode.ts";
import { openSession, type Session } from "./session.ts";
import { UsageError } from "./UsageError.ts";

/** What every command that sends takes. */
export interface SendOptions {
  readonly yes?: true;
  readonly dryRun?: true;
}

/** Adds them to a command. */
export function sends<Args extends unknown[], Opts extends OptionValues>(command: Command<Args, Opts>) {
  return command
    .option("-y, --yes", "send without asking")
    .option("--dry-run", "say what would be done, and send nothing; needs no key");
}

/** `--slippage` and `--deadline`, for what has a price. */
export function slippageOption(): Option<"--slippage <percent>", undefined, 100n, bigint> {
  return new Option("--slippage <percent>", "how far the price may move before it is refused")
    .argParser(parseSlippage)
    .default(100n as const, "1");
}

export function deadlineOption(): Option<"--deadline <span>", undefined, 600n, bigint> {
  return new Option("--deadline <span>", "for how long the order holds, 90s, 10m or 2h")
    .argParser(parseDuration)
    .default(600n as const, "10m");
}

/** What came of sending. */
export interface Sent {
  readonly receipts: readonly Mined[];
  /** How many of the first of them allowed what the last ones took; none by default. */
  readonly approvals?: number;
}

/** Something to send, with what it would do. */
export interface Intent<Result extends Sent> {
  /** "buy", "queue request". */
  readonly action: string;
  /** Cost, limit, worst loss. */
  readonly facts: Facts;
  readonly record: object;
  /** Tries it without sending: throws what a contract would answer. Absent where there is nothing to try it with. */
  readonly rehearse?: (() => Promise<unknown>) | undefined;
  readonly send: () => Promise<Result>;
  /** What came of it. */
  readonly outcome: (result: Result) => { readonly facts: Facts; readonly record: object };
}

/**
 * A session for something that is to be sent: with the key, unless it is a dry run.
 * @throws UsageError where nobody could be asked whether to send
 */
export async function openSending(command: { optsWithGlobals(): object }, options: SendOptions): Promise<Session> {
  if (options.dryRun !== true && options.yes !== true && !isDialogue()) {
    throw new UsageError({
      expected: "a terminal to ask before sending, or --yes",
      got: "neither",
      action: "add --yes to send without asking, or --dry-run to send nothing",
    });
  }
  return openSession(globalsOf(command), { signs: options.dryRun !== true });
}

/** Unix seconds, `span` from the time of the block that comes next: a chain of its own may be ahead of the clock here. */
export async function deadlineAfter({ node }: Session, span: bigint): Promise<bigint> {
  return BigInt(await nextTime(node)) + span;
}

const UNREHEARSED =
  "not tried on the contracts, which takes an account whose allowances are given already; nothing was sent";

/** Says what would be done, asks, sends, and says what was done. */
export async function carryOut<Result extends Sent>(
  session: Session,
  intent: Intent<Result>,
  { yes, dryRun }: SendOptions,
): Promise<void> {
  const { output } = session;
  const { action, facts, record } = intent;
  const account = session.account ?? null;
  if (dryRun === true) {
    await intent.rehearse?.();
    const rehearsed = intent.rehearse !== undefined;
    const note = rehearsed ? "rehearsed: the contracts take it; nothing was sent" : UNREHEARSED;
    output.result([...facts, ["dry run", note]], { action, dryRun: true, rehearsed, account, ...record });
    return;
  }
  if (yes !== true) await requireConsent(intent);
  const result = await toldApart(session, () =>
    withProgress(`${action}: waiting for the chain`, intent.send, output.isJson),
  );
  const outcome = intent.outcome(result);
  const { approvals = 0 } = result;
  const transactions = result.receipts.map(({ hash, blockNumber, gasUsed }, index) => ({
    ...(index < approvals ? { approval: true } : {}),
    hash,
    blockNumber: Number(blockNumber),
    gasUsed: Number(gasUsed),
  }));
  output.result(
    // Who was asked has read the rest.
    [
      ...(yes === true ? facts : []),
      [action, onStdout.green("done")],
      ...outcome.facts,
      ...result.receipts.map((mined, index) => describe(mined, index < approvals ? "approval" : "transaction")),
    ],
    { action, dryRun: false, account, ...record, ...outcome.record, transactions },
  );
}

function describe({ hash, blockNumber, gasUsed }: Mined, what: string): Facts[number] {
  return [what, `${hash} in block ${blockNumber}, ${formatNumber(Number(gasUsed), 0)} gas`];
}

function isDialogue(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** @throws UsageError where anything but yes is answered */
async function requireConsent({ action, facts }: Pick<Intent<Sent>, "action" | "facts">): Promise<void> {
  process.stderr.write(`${onStderr.bold(action)}\n${factsOf(facts, onStderr)}\n`);
  const dialogue = createInterface({ input: process.stdin, output: process.stderr });
  const interrupted = new Promise<undefined>((resolve) => {
    dialogue.once("SIGINT", () => resolve(undefined));
    dialogue.once("close", () => resolve(undefined));
  });
  try {
    const answer = await Promise.race([dialogue.question("Send it? [y/N] "), interrupted]);
    if (answer !== undefined && /^y(es)?$/i.test(answer.trim())) return;
    // The question stands on this line still.
    if (answer === undefined) process.stderr.write("\n");
    throw new UsageError({
      expected: "y or yes",
      got: answer === undefined ? "no answer" : JSON.stringify(answer.trim()),
      action: "nothing was sent",
    });
  } finally {
    dialogue.close();
  }
}

/** Runs what sends. Told to stop meanwhile, it ends at once, but not without saying what was sent. */
async function toldApart<T>({ node, output }: Session, action: () => Promise<T>): Promise<T> {
  const end = (): void => {
    if (process.stderr.isTTY) process.stderr.write("\n");
    output.fail(new Interrupted(node.sent));
    process.exit(EXIT.interrupted);
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, end);
  try {
    return await action();
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}

/** A spinner while something is pending, on a terminal only. */
async function withProgress<T>(text: string, action: () => Promise<T>, quiet: boolean): Promise<T> {
  // A terminal that does not say how wide it is cannot be drawn on.
  if (quiet || !process.stderr.isTTY || !(process.stderr.columns > 0)) return action();
  const spinner = createSpinner(text, { stream: process.stderr }).start();
  try {
    const result = await action();
    spinner.clear();
    spinner.stop();
    return result;
  } catch (error) {
    spinner.clear();
    spinner.stop();
    throw error;
  }
}
