import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { expect } from "chai";

import { packSdk } from "../../scripts/packages/packSdk.ts";
import { bundleSize } from "./bundleSize.ts";
import { Consumer } from "./consumer.ts";

const KB = 1_000;
/** Gzipped bytes that an entry may come to, but for the guide to errors, which is loaded when the first one comes. */
const BUDGETS = {
  pricing: 4 * KB,
  strategy: 4 * KB,
  book: 6.5 * KB,
  client: 40 * KB,
  keeper: 28 * KB,
} as const;
/** ... and the guide itself: words for every error of every contract, and their ABI. */
const GUIDE_BUDGET = 22 * KB;
/** Of the peers, what the adapters are compiled against; and wagmi, which infers types from ABIs by itself. */
const PEERS = ["ethers@6", "viem@2.57.20", "@wagmi/core@3"];

/** Uses every entry; a refusal loads the error guide. Prints what came of it. */
const USE = `
async function use({ client, keeper, errors, pricing, book, strategy, surface, abi, ethers, viem, all }) {
  const refusing = { request: async ({ method }) => {
    if (method === "eth_getBlockByNumber") return { number: "0x1", timestamp: "0x65000000" };
    throw { code: 3, data: "0x4a3c3e3f" };
  } };
  const at = (byte) => "0x00000000000000000000000000000000000000" + byte;
  const token = { address: at("01"), symbol: "T", decimals: 18 };
  const vault = { kind: "put", tier: "wide", name: "puts", symbol: "P", address: at("aa"), optionToken: at("02"), queue: at("03") };
  const market = { name: "WETH/USDC", underlying: token, quote: token, surface: at("04"), oracle: at("05"), vaults: [vault] };
  const names = ["factory", "router", "swapRouter", "permit2", "uniswapQuoter", "quoter"];
  const deployment = { chainId: 1, ...Object.fromEntries(names.map((name) => [name, at("fe")])), markets: [market] };
  const refusal = await client.optionChain(client.connect(refusing, deployment)).catch((error) => error);
  return {
    call: pricing.blackScholes({ kind: 0, forward: 2000, strike: 2000, volatility: 0.8, years: 0.25, discount: 1, spot: 2000 }) !== undefined,
    refusal: refusal instanceof errors.ContractError && refusal instanceof all.SdkError,
    explained: errors.explainError(refusal),
    legs: strategy.straddle({ expiry: 1, strike: 2000, quantity: 1 }).length,
    order: typeof book.quoteOrder,
    kept: [typeof keeper.openExpiries, keeper.comingExpiries(0, { weeklies: 1 })[0]],
    report: typeof surface.buildReport,
    abi: abi.optionVaultAbi.length > 0 && abi.errorsAbi.every(({ type }) => type === "error"),
    adapters: [typeof ethers.fromEthers, typeof viem.fromViem],
    everything: ["connect", "explainError", "blackScholes", "straddle", "buildReport"].every((name) => name in all),
  };
}
`;
const ENTRIES = [
  "client",
  "keeper",
  "errors",
  "pricing",
  "book",
  "strategy",
  "surface",
  "abi",
  "ethers",
  "viem",
] as const;

const TYPED = `
import { connect, optionChain, planOrder, executeOrder, watch, OptionKind, type Client, type PlanOrderResult } from "@bulkhead/sdk/client";
import { fromEthers } from "@bulkhead/sdk/ethers";
import { fromViem } from "@bulkhead/sdk/viem";
import { optionVaultAbi, errorsAbi } from "@bulkhead/sdk/abi";
import { ContractError, explainError } from "@bulkhead/sdk/errors";
import { blackScholes } from "@bulkhead/sdk/pricing";
import { quoteOrder } from "@bulkhead/sdk/book";
import { dueOpenings, proveExpiry, settleExpiries, type SettleExpiriesResult } from "@bulkhead/sdk/keeper";
import { signReport, type Report } from "@bulkhead/sdk/surface";
import { straddle } from "@bulkhead/sdk/strategy";
import * as all from "@bulkhead/sdk";
import { JsonRpcProvider, Wallet } from "ethers";
import { createPublicClient, createWalletClient, http } from "viem";
import { createConfig, readContract, writeContract } from "@wagmi/core";
import { mainnet } from "@wagmi/core/chains";
import { privateKeyToAccount } from "viem/accounts";

declare const deployment: all.Deployment;
declare const key: \`0x\${string}\`;
declare const report: Report;
declare const vault: \`0x\${string}\`;

export async function trade(): Promise<bigint> {
  const account = privateKeyToAccount(key);
  const reading: Client = connect(fromEthers(new JsonRpcProvider("http://localhost")), deployment);
  const signing: Client = connect(fromEthers(new Wallet(key, new JsonRpcProvider())), deployment);
  const viemReading: Client = connect(fromViem(createPublicClient({ transport: http() })), deployment);
  const trading: Client = connect(fromViem(createWalletClient({ account, transport: http() })), deployment, { market: "WETH/USDC" });
  const rows = await optionChain(reading);
  const row = rows[0];
  if (row === undefined) throw new Error(explainError(new Error("none")));
  const legs = [{ kind: OptionKind.Put, expiry: Number(row.expiry), strike: row.strike, quantity: "1.1" }];
  const plan: PlanOrderResult<(typeof legs)[number]> = await planOrder(trading, { legs, trader: account.address });
  const { receipt } = await executeOrder(signing, { legs: plan.legs, totals: plan.totals, deadline: 1n });
  for await (const event of watch(viemReading, { events: ["OptionsBought", "SpotSigned"] })) {
    if (event.name === "OptionsBought") { const paid: bigint = event.args.premium; const by: string = event.args.buyer; void [paid, by]; }
    // @ts-expect-error an event's arguments are those of its name
    if (event.name === "SpotSigned") void event.args.premium;
    break;
  }
  const { done, refused }: SettleExpiriesResult = await settleExpiries(signing, { market: "WETH/USDC" });
  const owed: bigint | undefined = done[0]?.owed;
  const why: string | undefined = refused[0]?.refusal.errorName ?? (await dueOpenings(reading))[0]?.refusal?.errorName;
  void [owed, why, (await proveExpiry(signing, { expiry: row.expiry })).price];
  // viem infers from the ABI, and so does wagmi.
  const accounts = await createPublicClient({ transport: http() }).readContract({ address: vault, abi: optionVaultAbi, functionName: "accounts" });
  const held: bigint = accounts.held;
  // @ts-expect-error no such function
  await createPublicClient({ transport: http() }).readContract({ address: vault, abi: optionVaultAbi, functionName: "nothing" });
  const config = createConfig({ chains: [mainnet], transports: { [mainnet.id]: http() } });
  const { held: same }: typeof accounts = await readContract(config, { address: vault, abi: optionVaultAbi, functionName: "accounts" });
  const shares: bigint = await readContract(config, { address: vault, abi: optionVaultAbi, functionName: "balanceOf", args: [account.address] });
  // @ts-expect-error an account is no number
  await readContract(config, { address: vault, abi: optionVaultAbi, functionName: "balanceOf", args: [1n] });
  // @ts-expect-error no such function
  await readContract(config, { address: vault, abi: optionVaultAbi, functionName: "nothing" });
  const hash: \`0x\${string}\` = await writeContract(config, { address: deployment.quoter as typeof vault, abi: optionVaultAbi, functionName: "deposit", args: [1n, account.address, 0n, 1n] });
  void [same, shares, hash];
  const name: "Insolvent" = errorsAbi.filter((item) => item.name === "Insolvent")[0]!.name as "Insolvent";
  await signReport(account, { report, domain: { chainId: 1n, verifyingContract: vault } });
  await signReport(new Wallet(key), { report, domain: { chainId: 1n, verifyingContract: vault } });
  void [name, ContractError, blackScholes, quoteOrder, straddle, all.vaultView];
  return held + receipt.gasUsed;
}
`;

describe("@bulkhead/sdk, from an empty folder elsewhere", function () {
  this.timeout(600_000);

  let tarball: string;
  let consumer: Consumer;

  before(async () => {
    tarball = resolve(await packSdk("out/packages"));
    consumer = new Consumer({ type: "module" });
    consumer.install([tarball, ...PEERS]);
  });

  after(() => consumer.remove());

  for (const version of [22, 24]) {
    it(`is imported by Node ${version} as ES modules`, () => {
      const imports = ENTRIES.map((name) => `import * as ${name} from "@bulkhead/sdk/${name}";`).join("\n");
      const all = 'import * as all from "@bulkhead/sdk";';
      const run = `console.log(JSON.stringify(await use({ ${ENTRIES.join(", ")}, all })));`;
      consumer.write("use.mjs", [imports, all, USE, run].join("\n"));
      checkUse(consumer.node(version, "use.mjs"));
    });

    it(`is required by Node ${version} as CommonJS`, () => {
      const requires = ENTRIES.map((name) => `const ${name} = require("@bulkhead/sdk/${name}");`).join("\n");
      const all = 'const all = require("@bulkhead/sdk");';
      const run = `use({ ${ENTRIES.join(", ")}, all }).then((found) => console.log(JSON.stringify(found)));`;
      consumer.write("use.cjs", [requires, all, USE, run].join("\n"));
      checkUse(consumer.node(version, "use.cjs"));
    });
  }

  function checkUse(printed: string): void {
    expect(JSON.parse(printed)).to.deep.equal({
      call: true,
      refusal: true,
      explained:
        "0x4a3c3e3f: expected an error of a known contract, got 0x4a3c3e3f: check the addresses, and that the SDK is of the deployment's version",
      legs: 2,
      order: "function",
      kept: ["function", 115_200],
      report: "function",
      abi: true,
      adapters: ["function", "function"],
      everything: true,
    });
  }

  for (const [name, { file, options }] of Object.entries({
    "nodenext, ES modules": { file: "typed.mts", options: { module: "nodenext" } },
    "nodenext, CommonJS": { file: "typed.cts", options: { module: "nodenext" } },
    bundler: { file: "typed.ts", options: { module: "esnext", moduleResolution: "bundler" } },
  })) {
    it(`is typed, strictly, under ${name}`, () => {
      consumer.write(file, TYPED);
      const compilerOptions = {
        ...options,
        target: "es2022",
        lib: ["es2023", "dom", "dom.iterable"],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        types: [],
        // What ethers brings along does not hold together by itself; ours is checked below.
        skipLibCheck: true,
      };
      consumer.write("tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
      consumer.tool("tsc", ["-p", "tsconfig.json"]);
    });
  }

  it("declares nothing that does not hold, without its peers", () => {
    const entries = ENTRIES.filter((name) => name !== "ethers");
    const text = entries.map((name) => `export * as ${name} from "@bulkhead/sdk/${name}";`).join("\n");
    for (const file of ["declared.mts", "declared.cts"]) {
      consumer.write(file, text);
      const compilerOptions = {
        module: "nodenext",
        target: "es2022",
        lib: ["es2023", "dom"],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        types: [],
        skipLibCheck: false,
      };
      consumer.write("tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
      consumer.tool("tsc", ["-p", "tsconfig.json"]);
    }
  });

  it("has entries that every way of resolving finds right, by attw and publint", () => {
    consumer.tool("attw", [tarball, "--profile", "node16", "--format", "ascii", "--no-color"]);
    expect(consumer.tool("publint", [tarball, "--strict"])).to.match(/All good!/);
  });

  it("is built for browsers by Vite, without what the client does not need", () => {
    const source = `
      import { connect, executeOrder, optionChain, planOrder } from "@bulkhead/sdk";
      import { blackScholes } from "@bulkhead/sdk/pricing";
      globalThis.app = { connect, executeOrder, optionChain, planOrder, blackScholes };`;
    consumer.write("app.js", source);
    consumer.write("index.html", '<!doctype html><script type="module" src="./app.js"></script>');
    consumer.tool("vite", ["build", "--logLevel", "error"]);
    const assets = join(consumer.folder, "dist", "assets");
    const bundles = readdirSync(assets).map((name) => readFileSync(join(assets, name), "utf8"));
    expect(bundles.length).to.be.above(1);
    const built = bundles.join("\n");
    expect(built).to.contain("a client bound to a signer");
    expect(built).to.not.match(/ZodError|csv-parse|CSV_|levenbergMarquardt|typechain|ethers\/6/i);
  });

  for (const [entry, budget] of Object.entries(BUDGETS)) {
    it(`weighs at most ${budget / KB} kB gzipped: ${entry}`, async () => {
      const source = `import * as entry from "@bulkhead/sdk/${entry}"; globalThis.entry = entry;`;
      const { initial, all, modules } = await bundleSize(consumer.folder, { source });
      console.log(`      ${entry}: ${initial} bytes at once, ${all} in all`);
      expect(initial).to.be.at.most(budget);
      expect(all - initial, "the guide to errors").to.be.at.most(GUIDE_BUDGET);
      expect(modules.filter((path) => /toContractError/.test(path))).to.deep.equal([]);
      expect(modules.filter((path) => /\/(zod|csv-parse|ml-[a-z-]+|ethers|viem)\//.test(path))).to.deep.equal([]);
    });
  }

  it("costs what is used, whichever entry it comes from", async () => {
    const { initial } = await bundleSize(consumer.folder, {
      source: `import { blackScholes } from "@bulkhead/sdk"; globalThis.entry = blackScholes;`,
      // Where it splits, esbuild puts what two files could share into a third before it knows what is used.
      splitting: false,
    });
    expect(initial).to.be.at.most(2.5 * KB);
  });
});
