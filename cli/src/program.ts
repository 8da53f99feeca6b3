import { Command, CommanderError } from "@commander-js/extra-typings";

import { buy } from "./commands/buy.ts";
import { chain } from "./commands/chain.ts";
import { deposit } from "./commands/deposit.ts";
import { doctor } from "./commands/doctor.ts";
import { errors } from "./commands/errors.ts";
import { exit } from "./commands/exit.ts";
import { expiries } from "./commands/expiries.ts";
import { markets } from "./commands/markets.ts";
import { portfolio } from "./commands/portfolio.ts";
import { queue } from "./commands/queue.ts";
import { quote } from "./commands/quote.ts";
import { redeem } from "./commands/redeem.ts";
import { risk } from "./commands/risk.ts";
import { sell } from "./commands/sell.ts";
import { settle } from "./commands/settle.ts";
import { strategy } from "./commands/strategy.ts";
import { surface } from "./commands/surface.ts";
import { watch } from "./commands/watch.ts";
import { withdraw } from "./commands/withdraw.ts";
import { EXIT, exitCodeOf, type ExitCode } from "./failure.ts";
import { addGlobals } from "./globals.ts";
import { Output } from "./Output.ts";
import { UsageError } from "./UsageError.ts";

/** Every command, by what it is for. */
const GROUPS = {
  "Looking:": [markets, chain, quote, surface, expiries, risk, portfolio, watch],
  "Trading:": [buy, sell, strategy, redeem],
  "Providing:": [deposit, withdraw, exit, queue],
  "Keeping:": [settle],
  "Helping:": [doctor, errors],
} as const;

const AFTER = `
The private key comes from --keystore or from BULKHEAD_PRIVATE_KEY, never from an argument.
Exit codes: 0 done, 1 try again (network, stale price, limit missed), 2 stop (wrong input, refused for good),
130 interrupted while it was sending.`;

/** `bulkhead` with all its commands. */
export function programOf(version: string) {
  const program = new Command("bulkhead")
    .description("Bulkhead's option vaults on the command line")
    .version(version)
    .showSuggestionAfterError()
    .addHelpText("after", AFTER);
  addGlobals(program);
  for (const [group, commands] of Object.entries(GROUPS)) {
    program.commandsGroup(group);
    for (const make of commands) program.addCommand(make());
  }
  program.commandsGroup("Helping:");
  for (const command of withSubcommands(program)) {
    // One for all of them is enough.
    command.helpCommand(command === program);
    command.exitOverride();
    command.configureOutput({ outputError: () => undefined });
    command.configureHelp({ showGlobalOptions: true });
  }
  return program;
}

/** Runs what the arguments say. @returns what to exit with */
export async function run(argv: readonly string[], version: string): Promise<ExitCode> {
  try {
    await programOf(version).parseAsync([...argv]);
    return (process.exitCode ?? EXIT.done) as ExitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    // A command that has only subcommands showed its help.
    if (error instanceof CommanderError && error.code === "commander.help") return EXIT.stop;
    const failure = error instanceof CommanderError ? toUsageError(error) : error;
    const output = new Output({ json: argv.includes("--json"), verbose: argv.includes("--verbose") });
    output.log.debug(failure, "failed");
    output.fail(failure);
    return exitCodeOf(failure);
  }
}

interface Tree {
  readonly commands: readonly Tree[];
}

function withSubcommands<Node extends Tree>(command: Node): Node[] {
  return [command, ...(command.commands as readonly Node[]).flatMap(withSubcommands)];
}

/** Commander's words in the order of ours: what was expected, what came, what to do. */
function toUsageError({ code, message }: CommanderError): UsageError {
  const text = message.replace(/^error: /, "").replaceAll(/\s*\n\s*/g, " ");
  const [, suggestion] = /\(Did you mean (.*)\?\)/.exec(text) ?? [];
  const got = text.replace(/\s*\(Did you mean .*\?\)/, "").replace(/\.$/, "");
  const action = suggestion === undefined ? "see --help" : `did you mean ${suggestion}?`;
  return new UsageError({ expected: EXPECTED[code] ?? "a command as --help shows it", got, action });
}

/** By commander's codes. */
const EXPECTED: Readonly<Record<string, string>> = {
  "commander.unknownCommand": "a command of bulkhead",
  "commander.unknownOption": "an option of the command",
  "commander.missingArgument": "every argument of the command",
  "commander.excessArguments": "no more arguments than the command takes",
  "commander.optionMissingArgument": "a value after the option",
  "commander.invalidArgument": "one of the choices",
};
