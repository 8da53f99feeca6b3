import { randomBytes } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { IgnitionModule, IgnitionModuleResult } from "@nomicfoundation/ignition-core";
import { artifacts } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import { Interface, type Contract } from "ethers";
import { z } from "zod";

import { Addresses } from "./addresses.ts";
import access from "./modules/access.ts";
import { devnetModule } from "./modules/devnet.ts";
import { feedsModule } from "./modules/feeds.ts";
import { governanceModule, type Assignment } from "./modules/governance.ts";
import { premiumModule } from "./modules/premium.ts";
import { queueModule } from "./modules/queue.ts";
import { routerModule } from "./modules/router.ts";
import { surfaceModule } from "./modules/surface.ts";
import { vaultModule, vaultPlans } from "./modules/vault.ts";
import type { Parameters } from "./parameters/schema.ts";
import { restrictedTargets } from "./restrictedTargets.ts";
import { RESTRICTED, ROLES, selectorsOf, type RestrictedContract } from "./roles.ts";
import { saveContracts } from "./saveContracts.ts";

const DEPLOYMENTS = "deploy/deployments";

/** What comes out has no code: the deployment's record belongs to another chain. */
export class NoCodeError extends Error {
  override readonly name = "NoCodeError";
  constructor(
    readonly contract: string,
    readonly address: string,
  ) {
    super(
      `Deployment: expected code of ${contract} at ${address}, got none; ` +
        `the record under ${DEPLOYMENTS} is another chain's: remove it and deploy again.`,
    );
  }
}

/** How a deployment is run. */
export interface DeployOptions {
  /**
   * Whether it is only tried: on a copy of the chain that is gone afterwards, with nothing left on disk. False by default.
   */
  readonly rehearsal?: boolean;
}

/** Deploys a module's contracts and says where they are. */
type DeployStage = <Result extends IgnitionModuleResult<string>>(
  module: IgnitionModule<string, string, Result>,
) => Promise<Record<keyof Result, string>>;

/**
 * Deploys the whole protocol, a stage a module in the order of the data, hands all rights from the deployer to the
 * parameters' governor and guardian, and writes `deploy/deployments/<network>/addresses.json`.
 *
 * The deployer is the connection's first account and needs the contracts built under the production profile. On a public
 * network Ignition's journal is kept beside the addresses: a run that broke off resumes, a run after a whole one changes nothing.
 * @throws NoCodeError where an old record names addresses of another chain
 */
export async function deployProtocol(
  connection: NetworkConnection,
  parameters: Parameters,
  { rehearsal = false }: DeployOptions = {},
): Promise<Addresses> {
  // A local chain is gone when its node stops, a rehearsal's at once; a record that outlived it would name dead addresses.
  const isPassing = parameters.local || rehearsal;
  const deploymentId = isPassing ? `local-${randomBytes(6).toString("hex")}` : parameters.network;
  const deploy: DeployStage = async <Result extends IgnitionModuleResult<string>>(
    module: IgnitionModule<string, string, Result>,
  ) => {
    const contracts: Record<string, Contract> = await connection.ignition.deploy(module, {
      deploymentId,
      displayUi: false,
    });
    const entries = await Promise.all(
      Object.entries(contracts).map(async ([name, contract]) => [name, await contract.getAddress()] as const),
    );
    return Object.fromEntries(entries) as Record<keyof Result, string>;
  };
  try {
    const addresses = await deployStages(connection, { parameters, deploy });
    await requireCode(connection, addresses);
    if (!rehearsal) await save(addresses);
    if (!isPassing) await saveContracts(connection, { addresses, folder: join(DEPLOYMENTS, deploymentId) });
    return addresses;
  } finally {
    if (isPassing) await rm(join(DEPLOYMENTS, deploymentId), { recursive: true, force: true });
  }
}

async function deployStages(
  connection: NetworkConnection,
  { parameters, deploy }: { parameters: Parameters; deploy: DeployStage },
): Promise<Addresses> {
  const { accessManager } = await deploy(access);
  const venue = await venueOf(parameters, deploy);
  const feeds = await deploy(feedsModule(parameters, { accessManager, ...venue }));
  const { surface } = await deploy(surfaceModule(parameters, { accessManager, ...feeds }));
  const { oracle } = await deploy(premiumModule(parameters, { accessManager, surface, ...feeds }));

  const { bytecode: creationCode } = await artifacts.readArtifact("OptionVault");
  const context = { accessManager, oracle, creationCode, ...venue, expiryPrice: feeds.expiryPrice };
  const { factory, operations, ...vaultAddresses } = await deploy(vaultModule(parameters, context));
  const queues = await deploy(queueModule(parameters, vaultAddresses));
  const router = await deploy(routerModule({ factory }));

  const vaults = await describeVaults(connection, { parameters, vaultAddresses, queues });
  const assignments = await assignmentsOf(
    restrictedTargets({ expiryPrice: feeds.expiryPrice, surface, oracle, factory, vaults }),
  );
  await deploy(governanceModule(parameters, { accessManager, assignments }));

  const { chainId } = await connection.ethers.provider.getNetwork();
  const { market } = parameters;
  return Addresses.parse({
    network: parameters.network,
    chainId: Number(chainId),
    accessManager,
    market: market.name,
    ...venue,
    underlying: { address: venue.underlying, symbol: market.underlying.symbol, decimals: market.underlying.decimals },
    quote: { address: venue.quote, symbol: market.quote.symbol, decimals: market.quote.decimals },
    ...feeds,
    surface,
    oracle,
    factory,
    vaultOperations: operations,
    vaults,
    ...router,
  });
}

/** Tokens and aggregators: those of the table, or new ones where a local table names none. */
async function venueOf(parameters: Parameters, deploy: DeployStage) {
  const { market, feed, local, priceKeeper } = parameters;
  if (local) {
    if (priceKeeper === undefined)
      throw new Error("Deployment: expected a price keeper of the local aggregators, got none");
    return deploy(devnetModule(parameters, priceKeeper));
  }
  return {
    underlying: required(market.underlying.address),
    quote: required(market.quote.address),
    underlyingAggregator: required(feed.underlying.address),
    quoteAggregator: required(feed.quote.address),
  };
}

/** The parameters' schema has refused a table without it already. */
function required(address: string | undefined): string {
  if (address === undefined) throw new Error("Deployment: expected an address in the parameters, got none");
  return address;
}

async function describeVaults(
  connection: NetworkConnection,
  {
    parameters,
    vaultAddresses,
    queues,
  }: { parameters: Parameters; vaultAddresses: Record<string, string>; queues: Record<string, string> },
): Promise<Addresses["vaults"]> {
  return Promise.all(
    vaultPlans(parameters).map(async ({ id, kind, tier, name, symbol }) => {
      const address = required(vaultAddresses[id]);
      const vault = await connection.ethers.getContractAt("IOptionVault", address);
      const optionToken = z.string().parse(await vault.getFunction("optionToken")());
      return { kind, tier: tier.name, name, symbol, address, optionToken, queue: required(queues[id]) };
    }),
  );
}

async function assignmentsOf(targets: readonly (readonly [RestrictedContract, string])[]): Promise<Assignment[]> {
  const assignments = await Promise.all(
    targets.map(async ([contract, target]) => {
      const { abi } = await artifacts.readArtifact(contract);
      const functions = new Interface(abi);
      return (["GOVERNOR", "GUARDIAN"] as const).map((role) => ({
        id: `${contract}_${target}_${role}`,
        target,
        role: ROLES[role],
        selectors: selectorsOf(functions, RESTRICTED[contract][role]),
      }));
    }),
  );
  return assignments.flat().filter(({ selectors }) => selectors.length > 0);
}

async function requireCode(connection: NetworkConnection, addresses: Addresses): Promise<void> {
  const places = Object.entries(addresses).flatMap(([name, value]): [string, string][] => {
    if (typeof value === "string" && value.startsWith("0x")) return [[name, value]];
    if (name === "vaults") {
      return addresses.vaults.flatMap(({ symbol, address, queue }): [string, string][] => [
        [symbol, address],
        [`${symbol}'s queue`, queue],
      ]);
    }
    return [];
  });
  for (const [name, address] of places) {
    if ((await connection.ethers.provider.getCode(address)) === "0x") throw new NoCodeError(name, address);
  }
}

async function save(addresses: Addresses): Promise<void> {
  const folder = join(DEPLOYMENTS, addresses.network);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "addresses.json"), `${JSON.stringify(addresses, null, 2)}\n`);
}
