import { isUsageError, UsageError } from "../node/UsageError.ts";
import { parseDeployOptions, type DeployRequest } from "./options.ts";

/** What the process ends with. */
export const ExitCode = {
  Done: 0,
  /** The deployment failed, or a right is not where it belongs. */
  Failed: 1,
  /** It was called wrongly, or a URL or key is missing. */
  Misused: 2,
} as const;

interface Streams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
}

/** `make deploy`: the protocol on a test network, its rights handed over and checked. The exit code. */
export async function main(
  args: readonly string[],
  { out, err }: Streams = { out: process.stdout, err: process.stderr },
): Promise<number> {
  try {
    const request = parseDeployOptions(args, out);
    if (request === undefined) return ExitCode.Done;
    return await run(request, { out, err });
  } catch (error) {
    if (isUsageError(error)) {
      err.write(`make deploy: ${error.message}\n`);
      return ExitCode.Misused;
    }
    err.write(`make deploy: ${error instanceof Error ? error.message : String(error)}\n`);
    return ExitCode.Failed;
  }
}

async function run({ network: name, actors, dryRun, verify }: DeployRequest, { out, err }: Streams): Promise<number> {
  // Only now, so that help and mistakes are answered where nothing has been compiled yet.
  const { NETWORKS } = await import("../../deploy/parameters/networks.ts");
  const { openDeployment } = await import("./openDeployment.ts");
  const { deployProtocol } = await import("../../deploy/deploy.ts");
  const { checkHandOver } = await import("../../deploy/checkHandOver.ts");
  const parameters = NETWORKS[name].parameters(actors);

  const { connection, deployer } = await openDeployment(name, { dryRun });
  try {
    const { provider } = connection.ethers;
    err.write(`${name}, ${dryRun ? "on a copy of the chain" : "for real"}, deployer ${deployer}\n`);
    const [before, balance] = [await provider.getTransactionCount(deployer), await provider.getBalance(deployer)];
    const addresses = await deployProtocol(connection, parameters, { rehearsal: dryRun });
    const sent = (await provider.getTransactionCount(deployer)) - before;
    const spent = balance - (await provider.getBalance(deployer));
    err.write(sent === 0 ? "stood already: nothing sent\n" : `${sent} transactions, ${spent} wei\n`);
    out.write(`${JSON.stringify(addresses, null, 2)}\n`);

    const problems = await checkHandOver(provider, { addresses, roles: parameters.roles });
    for (const problem of problems) err.write(`not handed over: ${problem}\n`);
    if (problems.length > 0) return ExitCode.Failed;
    err.write("every right is the governor's, the guardian's or the timelock's\n");
  } finally {
    await connection.close();
  }
  if (verify && dryRun) {
    throw new UsageError({ expected: "--verify without --dry-run", got: "both", action: "leave one out" });
  }
  if (verify) await (await import("./verifySources.ts")).verifySources(name, err);
  return ExitCode.Done;
}
