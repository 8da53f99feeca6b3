import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { expect } from "chai";
import { MaxUint256, Wallet } from "ethers";

import { fromEthers } from "../../sdk/src/ethers.ts";
import * as sdk from "../../sdk/src/index.ts";
import { settleExpiry } from "../helpers/settleExpiry.ts";
import { swapMarket, type SwapMarket } from "../fixtures/swapMarket.ts";

const ACTIONS = "sdk/src/client";
const KEEPERS = "sdk/src/keeper";
/** Where the examples are written as modules, to be run; inside the repository, so that they find the SDK. */
const OUT = "out/examples";
const DAY = 86_400;

/** An action's name, and the lines of its docstring's example. */
interface Example {
  readonly action: string;
  readonly code: string;
}

/** The examples of the functions that the client exports, by their sources. */
function examplesOf(folder: string): Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), "utf8");
      const found = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?function\*? (\w+)/g);
      return [...found].flatMap(([, doc = "", action = ""]) => {
        const [, example] = doc.split("@example");
        if (example === undefined) return [];
        const code = example.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
        return [{ action, code: code.join("\n").trim() }];
      });
    });
}

/** What an example may speak of besides the SDK's own functions. */
interface Scene {
  readonly provider: sdk.Eip1193Provider;
  readonly deployment: sdk.Deployment;
  readonly client: sdk.Client;
  readonly account: string;
  readonly deadline: bigint;
  readonly vault: sdk.Vault;
  readonly id: bigint;
  readonly legs: readonly sdk.StrategyLeg<sdk.Decimal>[];
  readonly held: { readonly kind: sdk.OptionKind; readonly expiry: bigint; readonly strike: bigint };
  readonly fetcher: sdk.SpotFetcher;
  readonly signed: sdk.SignedPrice;
  readonly now: bigint;
  readonly report: sdk.Report;
  readonly signatures: readonly string[];
}

const SCENE = [
  "provider",
  "deployment",
  "client",
  "account",
  "deadline",
  "vault",
  "id",
  "legs",
  "held",
  "fetcher",
  "signed",
  "now",
  "report",
  "signatures",
] as const satisfies readonly (keyof Scene)[];

/** What has to be done before, by whom: queue requests need time to pass, options have to be held to be sold. */
type Role = "trader" | "provider";
interface Turn {
  readonly as?: Role;
  readonly before?: (market: SwapMarket) => Promise<void>;
  /** Whether the chain goes back to where it was: what follows would not find its way otherwise. */
  readonly undone?: boolean;
}

/** Every action, in an order in which each finds what it needs. */
const TURNS: Readonly<Record<string, Turn>> = {
  connect: {},
  marketOf: {},
  vaultAt: {},
  tokenInfo: {},
  requireChain: {},
  batchCall: {},
  readBatch: {},
  optionChain: {},
  quote: {},
  offer: {},
  bestSplit: {},
  ensureAllowance: {},
  allowSales: {},
  planOrder: {},
  joinOrders: {},
  rehearseOrder: {},
  lacksAllowance: {},
  executeOrder: {},
  bestSale: {},
  positions: {},
  watch: {},
  encodePath: {},
  quoteSwap: {},
  salesFirst: {},
  planSettlement: {},
  rehearseSwapOrder: {},
  permitDomain: {},
  signPermit: {},
  signPermit2: {},
  executeSwapOrder: {},
  vaultView: {},
  fetchSpot: {},
  atSpot: {},
  submitSpot: {},
  submitReport: { undone: true },
  comingExpiries: {},
  dueOpenings: {},
  openExpiries: { undone: true },
  dueRelistings: { before: (market) => refreshed(market, 115n), undone: true },
  relistStrikes: { before: (market) => refreshed(market, 115n), undone: true },
  dueVolatilityUpdates: {},
  updateVolatility: { undone: true },
  dueTrips: {},
  tripVaults: {},
  dueLapses: {},
  lapseTrips: {},
  dueFills: {},
  fillQueues: {},
  dueProofs: { before: liveThroughFirst, undone: true },
  rehearseProof: { before: liveThroughFirst, undone: true },
  proveExpiry: { before: liveThroughFirst, undone: true },
  dueSettlements: { before: proveFirst, undone: true },
  settleExpiry: { before: proveFirst, undone: true },
  settleExpiries: { before: proveFirst, undone: true },
  deposit: { as: "provider" },
  withdraw: { as: "provider" },
  guaranteedExit: { as: "provider" },
  requestRedeem: { as: "provider" },
  redeemRequests: { as: "provider" },
  fillRedeem: { as: "provider", before: nextEpoch },
  claimRedeem: { as: "provider" },
  renewRedeem: {
    as: "provider",
    before: async (market) => {
      const client = sdk.connect(fromEthers(market.signers.provider), market.addresses, { market: "WETH/USDC" });
      const [held] = (await sdk.positions(client, { account: market.signers.provider.address })).shares;
      await sdk.requestRedeem(client, { vault: held!.vault.address, shares: held!.shares / 4n });
      // Nobody fills it in its time.
      for (let epoch = 0; epoch < 2; epoch += 1) await passEpoch(market);
    },
  },
  redeemOptions: { before: (market) => settleExpiry(market, { expiry: market.expiries[1], percent: 70n }) },
};

/** An hour into the next epoch of the queue. */
async function passEpoch({ connection }: SwapMarket): Promise<void> {
  const { time } = connection.networkHelpers;
  const now = await time.latest();
  await time.increaseTo(now - (now % DAY) + DAY + 3_600);
}

/** Likewise, with prices and surface anew. */
async function nextEpoch(market: SwapMarket): Promise<void> {
  await passEpoch(market);
  for (const aggregator of [market.underlyingAggregator, market.quoteAggregator]) {
    const [, answer] = await aggregator.latestRoundData();
    await aggregator.push(answer);
  }
  await market.report();
}

/** Prices and surface anew, the underlying's times `percent`. */
async function refreshed(market: SwapMarket, percent = 100n): Promise<void> {
  const [, price] = await market.underlyingAggregator.latestRoundData();
  const [, dollar] = await market.quoteAggregator.latestRoundData();
  await market.underlyingAggregator.push((price * percent) / 100n);
  await market.quoteAggregator.push(dollar);
  await market.report();
}

/** An option of the first expiry in somebody's hands, its averaging window, and a minute more. */
async function liveThroughFirst(market: SwapMarket): Promise<void> {
  const { time } = market.connection.networkHelpers;
  const [expiry] = market.expiries;
  const vault = market.vaults[0]!;
  const { trader } = market.signers;
  await refreshed(market);
  await vault.token.connect(trader).approve(vault.address, MaxUint256);
  const id = await market.seriesNear(vault, { expiry, price: 2_000 });
  await vault.contract.buy(id, 10n ** 18n, MaxUint256, trader.address, MaxUint256);
  await time.increaseTo(expiry - 2_400);
  await refreshed(market);
  await time.increaseTo(expiry + 60);
}

async function proveFirst(market: SwapMarket): Promise<void> {
  await liveThroughFirst(market);
  const client = sdk.connect(fromEthers(market.signers.stranger), market.addresses, { market: "WETH/USDC" });
  await sdk.proveExpiry(client, { expiry: market.expiries[0] });
}

describe("SDK: the examples of its docstrings", function () {
  this.timeout(300_000);

  const examples = [...examplesOf(ACTIONS), ...examplesOf(KEEPERS)].concat(
    examplesOf("sdk/src/rpc").filter(({ action }) => action in sdk),
  );
  let market: SwapMarket;
  /** A put that is on sale. */
  let row: sdk.ChainRow;

  before(async () => {
    market = await swapMarket();
    const client = sdk.connect(fromEthers(market.signers.trader), market.addresses, { market: "WETH/USDC" });
    const rows = await sdk.optionChain(client, { expiry: BigInt(market.expiries[1]) });
    row = rows.find(({ kind, ask }) => kind === sdk.OptionKind.Put && ask !== undefined)!;
    rmSync(OUT, { recursive: true, force: true });
    mkdirSync(OUT, { recursive: true });
  });

  after(() => market.connection.close());

  it("are of every action that the client exports, and each is run below", () => {
    const exported = [ACTIONS, KEEPERS].map((folder) => readFileSync(join(folder, "index.ts"), "utf8")).join("\n");
    const files = [...exported.matchAll(/export \{([^}]*)\} from "\.\/\w+\.ts"/g)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.trim()),
    );
    const actions = files.filter((name) => /^[a-z]\w*$/.test(name) && typeof (sdk as never)[name] === "function");
    expect(actions.length).to.be.above(35);
    const shown = new Set(examples.map(({ action }) => action));
    expect(actions.filter((name) => !shown.has(name) && name !== "vaultOrders")).to.deep.equal([]);
    expect([...shown].filter((name) => !(name in TURNS))).to.deep.equal([]);
  });

  for (const [action, { as = "trader", before: prepare, undone = false }] of Object.entries(TURNS)) {
    it(`${action} runs as it stands`, async () => {
      const example = examples.find((one) => one.action === action);
      if (example === undefined) throw new Error(`expected an example of ${action}, got none`);
      const run = await moduleOf(example);
      const snapshot = await market.connection.networkHelpers.takeSnapshot();
      await prepare?.(market);
      await run(await sceneOf(as));
      if (undone) await snapshot.restore();
      if (action === "redeemOptions") await expectAllRedeemed();
    });
  }

  /** Nothing that pays is left, and something was. */
  async function expectAllRedeemed(): Promise<void> {
    const client = sdk.connect(fromEthers(market.signers.trader), market.addresses);
    const { options } = await sdk.positions(client, { account: market.signers.trader.address });
    expect(options.filter(({ payout }) => payout > 0n)).to.deep.equal([]);
    const paid = await Promise.all(
      market.vaults.map(({ contract }) => contract.queryFilter(contract.filters.OptionsRedeemed())),
    );
    expect(paid.flat()).to.not.deep.equal([]);
  }

  /** An example as a module that takes the scene. */
  async function moduleOf({ action, code }: Example): Promise<(scene: Scene) => Promise<void>> {
    const used = Object.keys(sdk).filter(
      (name) => new RegExp(`\\b${name}\\b`).test(code) && !SCENE.includes(name as never),
    );
    const abis = ["optionVaultAbi", "quoterAbi"].filter((name) => code.includes(name));
    const text = [
      `import { ${used.join(", ")} } from "@bulkhead/sdk";`,
      ...(abis.length === 0 ? [] : [`import { ${abis.join(", ")} } from "@bulkhead/sdk/abi";`]),
      `export async function run({ ${SCENE.join(", ")} }) {`,
      // An example may have names of its own for what the scene has.
      "{",
      code.replace(/\bconsole\.log\(/g, "String("),
      "}",
      "}",
    ].join("\n");
    const path = join(OUT, `${action}.mjs`);
    writeFileSync(path, text);
    const loaded = (await import(pathToFileURL(resolve(path)).href)) as { run: (scene: Scene) => Promise<void> };
    return loaded.run;
  }

  async function sceneOf(role: Role): Promise<Scene> {
    const signer = market.signers[role];
    const provider = fromEthers(signer);
    const client = sdk.connect(provider, market.addresses, { market: "WETH/USDC", pollingInterval: 20 });
    const observedAt = BigInt(await market.connection.networkHelpers.time.latest());
    const signed = await signedSpot(observedAt);
    const { report, signatures } = await signedReport(observedAt);
    return {
      provider,
      deployment: market.addresses,
      client,
      account: signer.address,
      deadline: observedAt + 3_600n,
      vault: sdk.marketOf(client).vaults[0]!,
      id: row.id,
      legs: [{ kind: row.kind, expiry: Number(row.expiry), strike: row.strike, quantity: "1.5" }],
      held: row,
      fetcher: () => Promise.resolve(signed),
      signed,
      now: observedAt,
      report,
      signatures,
    };
  }

  async function signedSpot(observedAt: bigint): Promise<sdk.SignedPrice> {
    const [, answer] = await market.underlyingAggregator.latestRoundData();
    const [, dollar] = await market.quoteAggregator.latestRoundData();
    const price = (answer * 10n ** 18n) / dollar;
    const scope = {
      chainId: BigInt(market.addresses.chainId),
      verifyingContract: market.places.signedSpot!,
      market: market.places.name,
    };
    const reporters = market.reporters.map((signer) => ({ signer, price }));
    return sdk.agreeOnSpot(reporters, { scope, observedAt, tolerance: 10n ** 15n, threshold: 2 });
  }

  async function signedReport(observedAt: bigint) {
    const [latest] = await market.surface.rounds();
    const [, expiries, slices] = await market.surface.surface();
    const report: sdk.Report = {
      round: latest + 1n,
      observedAt,
      confidence: 10n ** 16n,
      expiries: [...expiries],
      slices: [...slices],
    };
    const domain = { chainId: BigInt(market.addresses.chainId), verifyingContract: market.places.surface };
    const all = await Promise.all(market.reporters.map((signer) => sdk.signReport(signer, { report, domain })));
    return { report, signatures: sdk.orderSignatures(all) };
  }

  it("sign with a key that no node holds as well", async () => {
    const { report } = await signedReport(1n);
    const domain = { chainId: 1n, verifyingContract: market.places.surface };
    const key = Wallet.createRandom();
    const { signer, signature } = await sdk.signReport(key, { report, domain });
    expect(signer).to.equal(key.address);
    expect(signature).to.match(/^0x[0-9a-f]{130}$/);
  });
});
