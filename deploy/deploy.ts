import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

import type { IgnitionModule, IgnitionModuleResult } from "@nomicfoundation/ignition-core";
import { artifacts } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import type { Contract } from "ethers";
import { z } from "zod";

import { Addresses, type MarketAddresses } from "./addresses.ts";
import access from "./modules/access.ts";
import { feedsModule } from "./modules/feeds.ts";
import { governanceModule, type Assignment } from "./modules/governance.ts";
import { premiumModule } from "./modules/premium.ts";
import { queueModule } from "./modules/queue.ts";
import { routerModule } from "./modules/router.ts";
import { surfaceModule } from "./modules/surface.ts";
import { vaultModule, vaultPlans } from "./modules/vault.ts";
import { setMulticall3 } from "./multicall3.ts";
import type { MarketParameters, Parameters, TokenParameters } from "./parameters/schema.ts";
import { restrictedInterface } from "./restrictedInterface.ts";
import { restrictedTargets } from "./restrictedTargets.ts";
import { FUNCTION_ROLES, RESTRICTED, ROLES, selectorsOf, type RestrictedContract } from "./roles.ts";
import { saveContracts } from "./saveContracts.ts";
import { swapVenueOf } from "./swapVenue/swapVenueOf.ts";
import { required, venueOf, type DeployStage, type Venue } from "./venue.ts";
import { writeWhole } from "./writeWhole.ts";

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

/**
 * Deploys the whole protocol, a stage a module in the order of the data, hands all rights from the deployer to the
 * parameters' governor and guardian and to ADMIN's timelock, and writes `deploy/deployments/<network>/addresses.json`.
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
  const folder = join(DEPLOYMENTS, deploymentId);
  // Nor may it stay where the process is told to end in the middle.
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  if (isPassing) process.once("exit", forget);
  try {
    const addresses = await deployStages(connection, { parameters, deploy });
    if (parameters.local) await setMulticall3(connection);
    await requireCode(connection, addresses);
    if (!rehearsal) save(addresses);
    if (!isPassing) await saveContracts(connection, { addresses, folder });
    return addresses;
  } finally {
    if (isPassing) forget();
    process.off("exit", forget);
  }
}

async function deployStages(
  connection: NetworkConnection,
  { parameters, deploy }: { parameters: Parameters; deploy: DeployStage },
): Promise<Addresses> {
  const { accessManager } = await deploy(access);
  const venue = await venueOf(parameters, deploy);
  const markets: Omit<MarketAddresses, "vaults">[] = [];
  for (const market of parameters.markets) {
    markets.push(await deployMarket(market, { parameters, deploy, accessManager, venue }));
  }

  const { bytecode: creationCode } = await artifacts.readArtifact("OptionVault");
  const contexts = markets.map(({ name, oracle, expiryPrice, underlying, quote }) => {
    return [name, { oracle, expiryPrice, underlying: underlying.address, quote: quote.address }] as const;
  });
  const context = { accessManager, creationCode, markets: new Map(contexts) };
  const { factory, operations, clearing, shares, views, ...vaultAddresses } = await deploy(
    vaultModule(parameters, context),
  );
  const queues = await deploy(queueModule(parameters, vaultAddresses));
  const swapVenue = await swapVenueOf(connection, { parameters, deploy, wrappedNative: contexts[0]?.[1].underlying });
  const router = await deploy(routerModule({ factory, ...swapVenue }));

  const vaults = await describeVaults(connection, { parameters, vaultAddresses, queues });
  const complete = markets.map((market) => ({
    ...market,
    vaults: vaults.filter((vault) => vault.market === market.name),
  }));
  const assignments = await assignmentsOf(restrictedTargets({ factory, markets: complete }));
  const { adminTimelock } = await deploy(governanceModule(parameters, { accessManager, assignments }));

  const { chainId } = await connection.ethers.provider.getNetwork();
  return Addresses.parse({
    network: parameters.network,
    chainId: Number(chainId),
    accessManager,
    adminTimelock,
    markets: complete,
    factory,
    vaultOperations: operations,
    vaultClearing: clearing,
    vaultShares: shares,
    vaultViews: views,
    ...router,
    ...swapVenue,
  });
}

/** Feeds, surface and premiums of one market. */
async function deployMarket(
  market: MarketParameters,
  { parameters, deploy, accessManager, venue }: MarketSetup,
): Promise<Omit<MarketAddresses, "vaults">> {
  const place = venue.places.get(market.name);
  const { quoteAggregator } = venue;
  const [underlying, underlyingAggregator] = [required(place?.underlying), required(place?.aggregator)];
  const { reporters, quoteAggregator: quoteTerms } = parameters;
  const terms = { accessManager, quoteTerms, underlyingAggregator, quoteAggregator, reporters };
  const feeds = await deploy(feedsModule(market, terms));
  const { realisedVolatility } = feeds;
  const { surface } = await deploy(surfaceModule(market, { accessManager, realisedVolatility, reporters }));
  const { oracle } = await deploy(premiumModule(market, { accessManager, surface, ...feeds }));
  return {
    name: market.name,
    underlying: tokenAt(underlying, market.underlying),
    quote: tokenAt(venue.quote, parameters.quote),
    underlyingAggregator,
    quoteAggregator,
    ...feeds,
    surface,
    oracle,
  };
}

interface MarketSetup {
  readonly parameters: Parameters;
  readonly deploy: DeployStage;
  readonly accessManager: string;
  readonly venue: Venue;
}

function tokenAt(address: string, { symbol, decimals }: TokenParameters) {
  return { address, symbol, decimals };
}

async function describeVaults(
  connection: NetworkConnection,
  {
    parameters,
    vaultAddresses,
    queues,
  }: { parameters: Parameters; vaultAddresses: Record<string, string>; queues: Record<string, string> },
): Promise<(MarketAddresses["vaults"][number] & { market: string })[]> {
  return Promise.all(
    vaultPlans(parameters).map(async ({ id, market, kind, tier, name, symbol }) => {
      const address = required(vaultAddresses[id]);
      const vault = await connection.ethers.getContractAt("IOptionVault", address);
      const optionToken = z.string().parse(await vault.getFunction("optionToken")());
      const queue = required(queues[id]);
      return { market: market.name, kind, tier: tier.name, name, symbol, address, optionToken, queue };
    }),
  );
}

async function assignmentsOf(targets: readonly (readonly [RestrictedContract, string])[]): Promise<Assignment[]> {
  const assignments = await Promise.all(
    targets.map(async ([contract, target]) => {
      const functions = await restrictedInterface(contract);
      return FUNCTION_ROLES.map((role) => ({
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
  for (const [name, address] of placesIn(addresses)) {
    if ((await connection.ethers.provider.getCode(address)) === "0x") throw new NoCodeError(name, address);
  }
}

/** Every address in a record and in what it holds, by where it stands: "markets.0.vaults.2.queue". */
function placesIn(record: object): [string, string][] {
  return Object.entries(record).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === "string") return value.startsWith("0x") ? [[name, value]] : [];
    if (typeof value !== "object" || value === null) return [];
    return placesIn(value).map(([inner, address]) => [`${name}.${inner}`, address]);
  });
}

/** The path of a deployment's `addresses.json`. */
export function recordFile(addresses: Pick<Addresses, "network">): string {
  return join(DEPLOYMENTS, addresses.network, "addresses.json");
}

/** Removes the record of a chain that is gone, unless another has taken its place. */
export function removeRecord(addresses: Addresses): void {
  const { file, text } = recordOf(addresses);
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) return;
  rmSync(dirname(file), { recursive: true, force: true });
}

function save(addresses: Addresses): void {
  const { file, text } = recordOf(addresses);
  writeWhole(file, text);
}

function recordOf(addresses: Addresses): { file: string; text: string } {
  return { file: recordFile(addresses), text: `${JSON.stringify(addresses, null, 2)}\n` };
}
