import { describeDropped, OptionKind, toWad } from "@bulkhead/sdk";
import { toAnswer, type MarketModel } from "@bulkhead/simulation";
import { network } from "hardhat";
import type { JsonRpcApiProvider } from "ethers";

import type { Addresses } from "../../deploy/addresses.ts";
import { deployProtocol, removeRecord } from "../../deploy/deploy.ts";
import { localParameters } from "../../deploy/parameters/local.ts";
import { writeWhole } from "../../deploy/writeWhole.ts";
import { calendarOf, HOUR } from "./calendar.ts";
import { ACCOUNTS, openAccounts, type DemoAccounts } from "./accounts.ts";
import { readChainSeed, type ChainSeed } from "./chainSeed.ts";
import { Desk } from "./desk.ts";
import { formatNumber, formatPercent, formatTime } from "./format.ts";
import { GhostLedger, type LedgerVault } from "./GhostLedger.ts";
import { InvariantChecker, type Subjects } from "./InvariantChecker.ts";
import { invariantsTable } from "./invariantsTable.ts";
import { clientThrough } from "../markets/clientThrough.ts";
import { Market, MARKETS, termsOf, type MarketSetup } from "./market.ts";
import { Reporting } from "../markets/Reporting.ts";
import { openWorld } from "../markets/openWorld.ts";
import type { DemoOptions } from "./options.ts";
import { ordersTable } from "./ordersTable.ts";
import type { Output } from "../report/Output.ts";
import { openPools, Pools } from "../markets/pools.ts";
import { Prices } from "../markets/prices.ts";
import { Providers, type Provider } from "./providers.ts";
import { Refusals } from "./refusals.ts";
import { dataBeside, REPORT } from "./report/place.ts";
import { Recorder } from "./report/Recorder.ts";
import { summaryOf } from "./report/summaryOf.ts";
import { tellStory } from "./report/tellStory.ts";
import { writeReport } from "./report/writeReport.ts";
import { Reporters } from "../markets/reporters.ts";
import { Settlements } from "./settlements.ts";
import { SpotReporters } from "../markets/spotReporters.ts";
import { Stablecoin } from "./stablecoin.ts";
import { Stage } from "./Stage.ts";
import { LocalProvider } from "../node/LocalProvider.ts";
import { spawnNode } from "../node/spawnNode.ts";
import type { Node, NodeOptions } from "../node/startNode.ts";
import { backgroundScenes } from "./story/background.ts";
import { crashScenes } from "./story/crash.ts";
import { expiryScenes } from "./story/expiries.ts";
import { frozenFeedScenes } from "./story/frozenFeed.ts";
import { mischiefScenes } from "./story/mischief.ts";
import { openingScenes } from "./story/opening.ts";
import { queueScenes } from "./story/queue.ts";
import { tradingScenes } from "./story/trading.ts";
import type { Demo } from "./Demo.ts";
import { wobbleScenes } from "./story/wobble.ts";
import { playTimeline } from "./timeline.ts";
import type { World } from "../markets/world.ts";

/** What a test may change, to have a shorter demo, or to see one fail when it should. */
export interface Overrides {
  /** Where everything is drawn. */
  readonly report?: string;
  readonly makeLedger?: (vaults: readonly LedgerVault[]) => GhostLedger;
  /** Leaves out everything that happens this many seconds after the story's beginning, or later. */
  readonly stopAfter?: number;
  /** Contracts of the quick build profile are larger than a public chain would take. */
  readonly allowUnlimitedContractSize?: boolean;
  /** Keeps the node in this process, where coverage can see it. */
  readonly startNode?: (options: NodeOptions) => Promise<Node>;
}

/**
 * Starts a node, deploys the protocol and lives through the weeks. Returns only if everything held; stops the node in
 * any case.
 */
export async function runDemo(
  options: DemoOptions,
  { output, overrides = {} }: { output: Output; overrides?: Overrides },
): Promise<void> {
  const calendar = calendarOf(options.weeks);
  const chainSeed = options.chain === undefined ? undefined : readChainSeed(options.chain);
  if (chainSeed !== undefined) output.story(describeSeed(chainSeed, options.chain ?? ""));
  // The deployment takes a block a second or so; the story begins on the hour.
  const node = await (overrides.startNode ?? spawnNode)({
    port: options.port,
    startsAt: calendar.startsAt - HOUR / 2,
    accounts: ACCOUNTS,
    allowUnlimitedContractSize: overrides.allowUnlimitedContractSize ?? false,
  });
  const provider = new LocalProvider(node);
  let addresses: Addresses | undefined;
  // A record of a chain that is gone would name dead addresses, also where the process is told to end in the middle.
  const forget = (): void => {
    if (addresses !== undefined) removeRecord(addresses);
  };
  process.once("exit", forget);
  try {
    output.story(`node at ${node.url}, chain ${node.chainId}, ${formatTime(calendar.startsAt)}`);
    const accounts = openAccounts(provider);
    addresses = await deploy(node, { accounts, chainSeed });
    const world = await openMarkets(provider, { addresses, accounts });
    output.story(`protocol deployed: ${world.vaults.map((vault) => `"${vault.name}"`).join(", ")}`);
    await live({ world, accounts, options, chainSeed, output, overrides });
  } finally {
    forget();
    process.off("exit", forget);
    await provider.destroy();
    await node.close();
  }
}

async function deploy(
  node: Node,
  { accounts, chainSeed }: { accounts: DemoAccounts; chainSeed: ChainSeed | undefined },
): Promise<Addresses> {
  const connection = await network.create({
    network: "localhost",
    override: { url: node.url, chainId: node.chainId },
  });
  try {
    const parameters = localParameters({
      governor: accounts.governor.address,
      guardian: accounts.guardian.address,
      feeRecipient: accounts.deployer.address,
      priceKeeper: accounts.deployer.address,
      reporters: accounts.reporters.map(({ address }) => address),
    });
    return await deployProtocol(connection, {
      ...parameters,
      // Apart from the record of a node that `make node` left running.
      network: "local-demo",
      markets: parameters.markets.map((market) => ({
        ...market,
        aggregator: { ...market.aggregator, initialAnswer: initialAnswer(market.underlying.symbol, chainSeed) },
        realisedVolatility: { ...market.realisedVolatility, seed: marketLevel(market.underlying.symbol, chainSeed) },
      })),
    });
  } finally {
    await connection.close();
  }
}

async function openMarkets(
  provider: JsonRpcApiProvider,
  { addresses, accounts }: { addresses: Addresses; accounts: DemoAccounts },
): Promise<World> {
  const world = openWorld(provider, addresses);
  await openPools(world, {
    owner: accounts.poolOwner,
    prices: { WETH: MARKETS.WETH.model.spot, WBTC: MARKETS.WBTC.model.spot },
  });
  return world;
}

async function live({ world, accounts, options, chainSeed, output, overrides }: Life): Promise<void> {
  const calendar = calendarOf(options.weeks);
  const vaults = world.vaults.map(({ address, collateral }) => ({ address, collateral: collateral.address }));
  const ledger = overrides.makeLedger?.(vaults) ?? new GhostLedger(vaults);
  const checker = new InvariantChecker(world.lens, { ledger, subjects: subjectsOf(world) });
  const block = await world.provider.getBlockNumber();
  const stage = new Stage(world.provider, { startsAt: calendar.startsAt, block, ledger, checker });
  const stablecoin = new Stablecoin(stage, calendar);
  const markets = marketsOf(world, { stage, stablecoin, seed: options.seed, calendar, chainSeed });
  const signing = {
    chain: stage,
    signers: accounts.reporters.map(({ signer }) => signer),
    relayer: accounts.relayer.signer,
    seed: options.seed,
  };
  const reporting = new Reporting(
    stage,
    markets.map((market) => new Reporters(market, signing)),
  );
  const pools = new Pools(world, { chain: stage, markets, owner: accounts.poolOwner });
  const keepers = world.venues.map((venue) => clientThrough(stage, { venue, signer: accounts.keeper.signer }));
  const spots = new Map(markets.map((market) => [market.venue, new SpotReporters(market, signing)]));
  const demo: Demo = {
    world,
    calendar,
    accounts,
    stage,
    output,
    markets,
    stablecoin,
    prices: new Prices(world, { chain: stage, markets, stablecoin, publisher: accounts.deployer.signer }),
    reporting,
    keepers,
    settlements: new Settlements(world, { keepers, ledger, checker }),
    providers: new Providers(stage),
    investors: investorsOf(world, accounts),
    desk: new Desk(world, { stage, ledger, pools, spots }),
    refusals: new Refusals(stage),
    recorder: new Recorder(world, { stage, reporters: reporting.reporters }),
  };

  const scenes = [
    ...backgroundScenes(demo),
    ...openingScenes(demo),
    ...tradingScenes(demo),
    ...mischiefScenes(demo),
    ...crashScenes(demo),
    ...wobbleScenes(demo),
    ...frozenFeedScenes(demo),
    ...queueScenes(demo),
    ...expiryScenes(demo),
  ];
  const end = calendar.startsAt + (overrides.stopAfter ?? Infinity);
  await playTimeline(
    scenes.filter(({ at }) => at < end),
    { stage, output },
  );
  await showResults(demo, { checker, options, report: overrides.report ?? REPORT });
}

/** Prints what came of it, keeps it, and draws it. */
async function showResults(
  demo: Demo,
  { checker, options, report }: { checker: InvariantChecker; options: DemoOptions; report: string },
): Promise<void> {
  const { desk, markets, output, providers, refusals, settlements, stage } = demo;
  const spots = new Map(markets.map((market) => [market.venue, market.now().spot]));
  const results = {
    orders: ordersTable(desk.orders),
    settlements: await settlements.results(),
    providers: await providers.results(spots),
    refusals: refusals.results(),
    invariants: invariantsTable(checker, stage),
  };
  for (const table of Object.values(results)) output.results(table);
  const story = tellStory(demo, { seed: options.seed, results, checker });
  const data = dataBeside(report);
  writeWhole(data, JSON.stringify(story));
  await writeReport(report, story);
  for (const line of summaryOf(story)) output.story(line);
  output.story(`drawn in ${report}, from ${data}`);
}

function initialAnswer(symbol: string, chainSeed: ChainSeed | undefined): bigint {
  return toAnswer(modelOf(symbol, chainSeed).spot);
}

/** What volatility is at the start: the estimate begins there, so that it neither raises asks nor shuts the market. */
function marketLevel(symbol: string, chainSeed: ChainSeed | undefined): bigint {
  return toWad(Math.sqrt(modelOf(symbol, chainSeed).variance));
}

function modelOf(symbol: string, chainSeed: ChainSeed | undefined): MarketModel {
  if (symbol !== "WETH" && symbol !== "WBTC") throw new Error(`demo: expected WETH or WBTC, got ${symbol}`);
  return termsOf(symbol, chainSeed).model;
}

function marketsOf({ venues }: World, setup: Omit<MarketSetup, "index">): [Market, Market] {
  const [ether, bitcoin] = venues.map((venue, index) => new Market(venue, { ...setup, index }));
  if (ether === undefined || bitcoin === undefined) throw new Error("demo: expected two markets, got fewer");
  return [ether, bitcoin];
}

/** The first two providers of a market's kind go to the kind's first tier, the others to its second. */
function investorsOf({ venues }: World, accounts: DemoAccounts): Provider[] {
  return venues.flatMap(({ symbol, vaults }) =>
    [
      { kind: OptionKind.Call, investors: accounts.providers[symbol].call },
      { kind: OptionKind.Put, investors: accounts.providers[symbol].put },
    ].flatMap(({ kind, investors }) => {
      const tiers = vaults.filter((vault) => vault.kind === kind);
      const perTier = Math.ceil(investors.length / tiers.length);
      return tiers.flatMap((vault, tier) =>
        investors.slice(tier * perTier, (tier + 1) * perTier).map((investor) => ({ ...investor, vault })),
      );
    }),
  );
}

function subjectsOf({ vaults, venues, addresses }: World): Subjects {
  return {
    vaults: vaults.map((vault) => ({ name: vault.name, address: vault.address })),
    passThrough: [
      { name: "router", address: addresses.router },
      { name: "swap router", address: addresses.swapRouter },
      { name: "quoter", address: addresses.quoter },
    ],
    tokens: [...new Set(venues.flatMap(({ market }) => [market.underlying.address, market.quote.address]))],
  };
}

/** What a real chain seeds, and how well it was calibrated. */
function describeSeed(seed: ChainSeed, path: string): string {
  const { symbol, spot, volatility, calibration, thinExpiries, fit } = seed;
  const thin = thinExpiries === 0 ? "" : ` (${thinExpiries} more have too few quotes)`;
  return (
    `${symbol}/USDC starts as ${path} has it: ${formatNumber(spot)} dollars, ${formatPercent(volatility)} a week ahead; ` +
    `${calibration.slices.length} expiries${thin}, ${formatPercent(fit.share)} of ${fit.quotes} quotes with interest inside bid and ask; ` +
    `quotes left out: ${describeDropped(calibration.dropped)}`
  );
}

interface Life {
  readonly world: World;
  readonly accounts: DemoAccounts;
  readonly options: DemoOptions;
  readonly chainSeed: ChainSeed | undefined;
  readonly output: Output;
  readonly overrides: Overrides;
}
