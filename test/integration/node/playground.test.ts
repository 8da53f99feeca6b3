import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";

import { expect } from "chai";
import {
  computeAddress,
  Contract,
  Interface,
  JsonRpcProvider,
  parseEther,
  parseUnits,
  type HDNodeWallet,
} from "ethers";

import {
  allowSales,
  claimRedeem,
  connect,
  deposit,
  ensureAllowance,
  executeOrder,
  fetchSpot,
  fillRedeem,
  fromWad,
  marketOf,
  OptionKind,
  opposite,
  optionChain,
  planOrder,
  redeemOptions,
  redeemRequests,
  requestRedeem,
  straddle,
  WAD,
  type BroughtPrice,
  type Client,
  type SignedPrice,
} from "../../../sdk/src/index.ts";
import { fromEthers } from "../../../sdk/src/ethers.ts";
import { Addresses } from "../../../deploy/addresses.ts";
import { MULTICALL3 } from "../../../deploy/multicall3.ts";
import { ACCOUNTS } from "../../../scripts/node/accounts.ts";
import { askNode } from "../../../scripts/node/askNode.ts";
import { main as warp } from "../../../scripts/node/warp.ts";
import {
  DevToken__factory,
  ExpiryPrice__factory,
  IOptionVault__factory,
  OptionToken__factory,
  RealisedVolatility__factory,
  SettableAggregator__factory,
  VolatilitySurface__factory,
} from "../../../typechain-types/index.ts";
import { RECORD, STARTS_AT } from "../../fixtures/playgroundTerms.ts";
import { isAlive, spawnPlayground, type Playground } from "../../fixtures/spawnPlayground.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const RECORD_FILE = `deploy/deployments/${RECORD}/addresses.json`;
/** Wednesday's and Thursday's expiry. */
const [FIRST_EXPIRY, SECOND_EXPIRY] = [STARTS_AT + 23 * HOUR, STARTS_AT + 47 * HOUR];
const FRESH = 1n;
const NO_DEADLINE = 2n ** 64n;

const MULTICALL = new Interface([
  "function aggregate3((address target, bool allowFailure, bytes callData)[]) payable returns ((bool success, bytes returnData)[])",
  "function getChainId() view returns (uint256)",
  "function getEthBalance(address) view returns (uint256)",
]);

/** The line on stdout, besides the addresses. */
interface Printed {
  readonly url: string;
  readonly mnemonic: string;
  readonly accounts: readonly { readonly name: string; readonly address: string; readonly privateKey: string }[];
}

/** A signed price as JSON has it. */
interface SignedText {
  readonly price: string;
  readonly observedAt: string;
  readonly signatures: string[];
}

describe("make node: a playground", function () {
  this.timeout(180_000);

  let playground: Playground;
  let node: { url: string; chainId: number; addresses: Addresses };
  let printed: Printed;
  let provider: JsonRpcProvider;

  before(async () => {
    playground = spawnPlayground();
    const line = await playground.line();
    if (line === undefined) throw new Error(`expected a node, got: ${playground.said()}`);
    printed = JSON.parse(line) as Printed;
    const addresses = Addresses.parse(printed);
    node = { url: printed.url, chainId: addresses.chainId, addresses };
    // As a wallet or a script would without a second thought: with ethers' own cache.
    provider = new JsonRpcProvider(node.url, node.chainId, { staticNetwork: true });
  });

  after(async () => {
    provider.destroy();
    await playground.interrupt();
  });

  const user = (number: number): HDNodeWallet => ACCOUNTS.users[number - 1]!.wallet.connect(provider);
  const trading = (number: number): Client =>
    connect(fromEthers(user(number)), node.addresses, { market: "WETH/USDC" });
  const ether = () => node.addresses.markets[0]!;
  const now = async (): Promise<number> => Number((await rpc("eth_getBlockByNumber", "latest", false)).timestamp);

  /** As `make warp ARGS='…'` does. What it says of the arrival. */
  async function makeWarp(time: string): Promise<{ time: number; isFresh: boolean; problems: string[] }> {
    const [out, err]: [string[], string[]] = [[], []];
    const streams = {
      out: { write: (text: string) => out.push(text) },
      err: { write: (text: string) => err.push(text) },
    };
    const code = await warp([time, "--url", node.url], streams);
    expect(code, err.join("")).to.equal(0);
    return JSON.parse(out.join("")) as Awaited<ReturnType<typeof makeWarp>>;
  }

  /** What ether's reporters sign now, where the chain would take it. */
  function signedNow(client: Client): Promise<SignedPrice | undefined> {
    return fetchSpot(client, {
      fetcher: async (market) => {
        const signed = (await askNode(node.url, "bulkhead_signedSpot", [market])) as SignedText;
        return { ...signed, price: BigInt(signed.price), observedAt: BigInt(signed.observedAt) };
      },
    });
  }

  /** A signed price to bring along: an order that counts on the one in the chain waits for it no longer than it lasts. */
  async function broughtTo(client: Client, plan: { legs: readonly { vault: string }[] }): Promise<BroughtPrice[]> {
    const signed = await signedNow(client);
    return signed === undefined ? [] : [{ vault: plan.legs[0]!.vault, signed }];
  }

  /** What ether's aggregator says. */
  async function pushed(): Promise<bigint> {
    return (await SettableAggregator__factory.connect(ether().underlyingAggregator, provider).latestRoundData())[1];
  }

  async function rpc(method: string, ...params: unknown[]) {
    return (await askNode(node.url, method, params)) as Record<string, string>;
  }

  describe("when it opens", () => {
    it("has every market fresh and its expiries on sale", async () => {
      for (const market of node.addresses.markets) {
        const rows = await optionChain(connect(fromEthers(provider), node.addresses, { market: market.name }));
        const expiries = new Set(rows.filter(({ ask }) => ask !== undefined).map(({ expiry }) => Number(expiry)));
        expect([...expiries].slice(0, 2)).to.deep.equal([FIRST_EXPIRY, SECOND_EXPIRY]);
        expect(expiries.size).to.be.at.least(4);
        expect((await VolatilitySurface__factory.connect(market.surface, provider).status())[0]).to.equal(FRESH);
      }
    });

    it("gives the mnemonic's first accounts to users, with tokens and ether", async () => {
      const [first] = (await askNode(node.url, "eth_accounts")) as string[];
      expect(first?.toLowerCase()).to.equal(user(1).address.toLowerCase());
      const { quote, underlying } = ether();
      for (const number of [1, 8]) {
        const { address } = user(number);
        expect(await DevToken__factory.connect(quote.address, provider).balanceOf(address)).to.equal(
          5_000_000_000_000n,
        );
        expect(await DevToken__factory.connect(underlying.address, provider).balanceOf(address)).to.equal(1_000n * WAD);
        expect(await provider.getBalance(address)).to.equal(parseEther("10000"));
      }
    });

    it("says where everything is, to whoever reads, asks or opens its record", async () => {
      expect(await askNode(node.url, "bulkhead_addresses")).to.deep.equal(node.addresses);
      expect(JSON.parse(readFileSync(RECORD_FILE, "utf8"))).to.deep.equal(node.addresses);
      const said = playground.said();
      for (const { vaults, surface } of node.addresses.markets) {
        for (const { address } of [...vaults, { address: surface }]) expect(said).to.contain(address);
      }
    });

    it("prints URL, chain, mnemonic and keys, the users' as the documentation has them", () => {
      const said = playground.said();
      const page = readFileSync("docs/reference/playground.md", "utf8");
      expect(printed.accounts.slice(0, 8).map(({ name }) => name)).to.deep.equal(
        Array.from({ length: 8 }, (_, index) => `user ${index + 1}`),
      );
      for (const { name, address, privateKey } of printed.accounts) {
        expect(computeAddress(privateKey)).to.equal(address);
        expect(said).to.contain(`${address}  ${privateKey}`);
        if (name.startsWith("user")) expect(page).to.contain(`| ${name} | \`${address}\` | \`${privateKey}\` |`);
      }
      for (const text of [node.url, String(node.chainId), printed.mnemonic]) expect(said).to.contain(text);
      for (const text of [String(node.chainId), printed.mnemonic]) expect(page).to.contain(text);
    });

    it("has reporters sign a spot price of the present that the chain takes", async () => {
      const fetched = await signedNow(trading(1));
      expect(Number(fetched?.observedAt)).to.be.within((await now()) - 2, await now());
      expect(await askNode(node.url, "bulkhead_signedSpot", ["DOGE/USDC"]).catch(String)).to.match(
        /expected a market: WETH\/USDC, WBTC\/USDC/,
      );
    });

    it("has Multicall3 where it is on every chain", async () => {
      const multicall = new Contract(MULTICALL3, MULTICALL, provider);
      const { address } = user(8);
      const calls = [
        { target: MULTICALL3, allowFailure: false, callData: MULTICALL.encodeFunctionData("getChainId") },
        { target: MULTICALL3, allowFailure: false, callData: MULTICALL.encodeFunctionData("getEthBalance", [address]) },
        { target: ether().surface, allowFailure: true, callData: "0x12345678" },
      ];
      const results = (await multicall.getFunction("aggregate3").staticCall(calls)) as [boolean, string][];
      expect(results.map(([success]) => success)).to.deep.equal([true, true, false]);
      expect(results.slice(0, 2).map(([, data]) => BigInt(data))).to.deep.equal([
        BigInt(node.chainId),
        parseEther("10000"),
      ]);
    });
  });

  describe("asked as Foundry's cast does, with the same bytes as data and as input", () => {
    const token = DevToken__factory.createInterface();
    const asked = (bytes: string) => ({ from: user(7).address, to: ether().quote.address, data: bytes, input: bytes });

    it("calls", async () => {
      const call = asked(token.encodeFunctionData("balanceOf", [user(7).address]));
      expect(BigInt(String(await askNode(node.url, "eth_call", [call, "latest"])))).to.equal(5_000_000_000_000n);
    });

    it("estimates and sends", async () => {
      const bytes = token.encodeFunctionData("transfer", [user(6).address, 1n]);
      const gas = Number(await askNode(node.url, "eth_estimateGas", [asked(bytes)]));
      expect(gas).to.be.within(21_000, 100_000);
      const hash = await askNode(node.url, "eth_sendTransaction", [{ ...asked(bytes), gas: `0x${gas.toString(16)}` }]);
      expect((await rpc("eth_getTransactionReceipt", hash)).status).to.equal("0x1");
    });

    it("leaves it to the chain to refuse two that differ", async () => {
      const call = { ...asked(token.encodeFunctionData("totalSupply")), input: "0x12345678" };
      expect(String(await askNode(node.url, "eth_call", [call, "latest"]).catch(String))).to.match(/UsageError/);
    });
  });

  it("takes one transaction after the other from ethers with its cache of nonces", async () => {
    const token = DevToken__factory.connect(ether().quote.address, user(5));
    for (let count = 0; count < 3; count++) await (await token.transfer(user(6).address, 1n)).wait();
    expect(await provider.getTransactionCount(user(5).address)).to.equal(3);
  });

  describe("a whole life", () => {
    /** WAD. */
    let strike: bigint;
    let held: { vault: string; id: bigint }[];
    let requestId: bigint;
    let leftVault: string;

    const order = { slippageBps: 300n };

    it("provides", async () => {
      const client = trading(2);
      const vault = marketOf(client).vaults.find(({ kind, tier }) => kind === OptionKind.Put && tier === "tight")!;
      leftVault = vault.address;
      const assets = parseUnits("100000", vault.collateral.decimals);
      await deposit(client, { vault: leftVault, assets, minShares: 1n, deadline: NO_DEADLINE });
      expect(await sharesOf(2)).to.be.above(0n);
    });

    it("buys a straddle that expires tomorrow", async () => {
      const client = trading(1);
      const rows = await optionChain(client, { expiry: BigInt(FIRST_EXPIRY) });
      const onSale = rows.filter(({ ask }) => ask !== undefined);
      const both = onSale.filter((row) =>
        onSale.some(({ kind, strike }) => strike === row.strike && kind !== row.kind),
      );
      ({ strike } = both.sort((a, b) => Math.abs(Math.abs(a.delta) - 0.5) - Math.abs(Math.abs(b.delta) - 0.5))[0]!);
      const legs = straddle({ expiry: FIRST_EXPIRY, strike, quantity: 2 });
      const plan = await planOrder(client, { legs, trader: user(1).address, ...order });
      for (const { address } of [ether().underlying, ether().quote]) {
        await ensureAllowance(client, { token: address, spender: node.addresses.router, amount: parseEther("1000") });
      }
      await executeOrder(client, { ...plan, prices: await broughtTo(client, plan), deadline: NO_DEADLINE });
      held = plan.legs.map(({ vault, id }) => ({ vault, id }));
      expect(await holding(client)).to.equal(4n * WAD);
    });

    it("sells half of it", async () => {
      const client = trading(1);
      const legs = opposite(straddle({ expiry: FIRST_EXPIRY, strike, quantity: 1 }));
      for (const { address: vault } of marketOf(client).vaults) await allowSales(client, { vault });
      const plan = await planOrder(client, { legs, trader: user(1).address, ...order });
      await executeOrder(client, { ...plan, prices: await broughtTo(client, plan), deadline: NO_DEADLINE });
      expect(await holding(client)).to.equal(2n * WAD);
    });

    it("asks the queue to let it go", async () => {
      const client = trading(2);
      const shares = await sharesOf(2);
      ({ requestId } = await requestRedeem(client, { vault: leftVault, shares: shares / 2n }));
      const [request] = await redeemRequests(client, { vault: leftVault, controller: user(2).address });
      expect(request?.pending).to.equal(shares / 2n);
    });

    it("lets a day pass: prices moved, the expiry was proven and settled, the next is open, all is fresh", async () => {
      const before = await now();
      const spotBefore = await pushed();
      const arrival = await makeWarp("1d");
      expect(arrival.problems).to.deep.equal([]);
      expect(arrival.time - before).to.be.within(DAY, DAY + 10 * 60);
      expect(await now()).to.be.within(arrival.time, arrival.time + 60);
      expect(await pushed()).not.to.equal(spotBefore);
      for (const { expiryPrice, vaults, surface } of node.addresses.markets) {
        const price = await ExpiryPrice__factory.connect(expiryPrice, provider).priceOf(FIRST_EXPIRY);
        expect(price).to.be.above(0n);
        expect((await VolatilitySurface__factory.connect(surface, provider).status())[0]).to.equal(FRESH);
        for (const { address } of vaults) {
          const vault = IOptionVault__factory.connect(address, provider);
          expect(await vault.settledPrice(FIRST_EXPIRY)).to.equal(price);
          expect(await vault.expiries()).to.include(BigInt(SECOND_EXPIRY + DAY));
        }
      }
    });

    it("has lived through that day: rounds within their heartbeat, realised volatility that has seen them", async () => {
      const feed = SettableAggregator__factory.connect(ether().underlyingAggregator, provider);
      const rounds: { at: bigint; answer: bigint }[] = [];
      for (let round = await feed.latestRoundId(); ; round--) {
        const [, answer, , at] = await feed.getRoundData(round);
        if (at < BigInt(STARTS_AT)) break;
        rounds.unshift({ at, answer });
      }
      const gaps = rounds.slice(1).map(({ at }, index) => Number(at - rounds[index]!.at));
      expect(Math.max(...gaps)).to.be.at.most(HOUR + 5 * 60);
      expect(rounds.length).to.be.above(24);
      // No round was needed that had moved by much more than the threshold of half a per cent, but for jumps.
      const moves = rounds
        .slice(1)
        .map(({ answer }, index) => Math.abs(Number(answer) / Number(rounds[index]!.answer) - 1));
      expect(moves.sort((a, b) => a - b)[Math.floor(moves.length * 0.9)]).to.be.below(0.015);
      const volatility = await RealisedVolatility__factory.connect(ether().realisedVolatility, provider).volatility();
      expect(fromWad(volatility)).to.be.within(0.3, 1.2);
    });

    it("redeems what it holds for what it is worth", async () => {
      const client = trading(1);
      const price = await ExpiryPrice__factory.connect(ether().expiryPrice, provider).priceOf(FIRST_EXPIRY);
      // One call and one put; the call pays in ether.
      const call = price > strike ? ((price - strike) * WAD) / price : 0n;
      const put = price < strike ? (strike - price) / 10n ** 12n : 0n;
      const paid = { [OptionKind.Call]: 0n, [OptionKind.Put]: 0n };
      for (const { vault, id } of held) {
        const { optionToken, kind } = client.vaults.find(({ address }) => address === vault)!;
        const quantity = await optionsOf(optionToken, id);
        if (quantity > 0n) paid[kind] += (await redeemOptions(client, { vault, id, quantity })).payout;
      }
      expect(call + put).to.be.above(0n);
      expect(paid[OptionKind.Call]).to.be.within(call - (call === 0n ? 0n : 2n), call);
      expect(paid[OptionKind.Put]).to.be.within(put - (put === 0n ? 0n : 2n), put);
      expect(await holding(client)).to.equal(0n);
    });

    it("has the queue filled, and claims", async () => {
      const client = trading(2);
      const { assets: filled } = await fillRedeem(trading(3), { vault: leftVault });
      const { assets } = await claimRedeem(client, { vault: leftVault, requestId });
      expect(assets).to.be.within(filled - 1n, filled);
      expect(assets).to.be.within(parseUnits("49000", 6), parseUnits("51000", 6));
    });

    const sharesOf = (number: number): Promise<bigint> =>
      IOptionVault__factory.connect(leftVault, provider).balanceOf(user(number).address);
    const optionsOf = (token: string, id: bigint): Promise<bigint> =>
      OptionToken__factory.connect(token, provider).balanceOf(user(1).address, id);

    async function holding({ vaults }: Client): Promise<bigint> {
      const balances = held.map(({ vault, id }) =>
        optionsOf(vaults.find(({ address }) => address === vault)!.optionToken, id),
      );
      return (await Promise.all(balances)).reduce((sum, balance) => sum + balance, 0n);
    }
  });

  describe("where somebody else moves the clock at once", () => {
    it("follows, proves the expiry in between and settles it", async () => {
      const before = await now();
      await rpc("evm_increaseTime", SECOND_EXPIRY + HOUR - before);
      await rpc("evm_mine");
      // Keepers look every second; this waits for them.
      await makeWarp("1m");
      for (const { expiryPrice, vaults, surface } of node.addresses.markets) {
        expect(await ExpiryPrice__factory.connect(expiryPrice, provider).priceOf(SECOND_EXPIRY)).to.be.above(0n);
        for (const { address } of vaults) {
          const vault = IOptionVault__factory.connect(address, provider);
          expect(await vault.settledPrice(SECOND_EXPIRY)).to.be.above(0n);
        }
        expect((await VolatilitySurface__factory.connect(surface, provider).status())[0]).to.equal(FRESH);
      }
    });

    it("lives on after the chain was turned back", async () => {
      const snapshot = await rpc("evm_snapshot");
      await makeWarp("2h");
      await rpc("evm_revert", snapshot);
      const arrival = await makeWarp("30m");
      expect(arrival.problems).to.deep.equal([]);
    });
  });

  describe("asked for what it cannot do", () => {
    const refusal = async (args: readonly string[]): Promise<string> => {
      const err: string[] = [];
      const quiet = { out: { write: () => undefined }, err: { write: (text: string) => err.push(text) } };
      expect(await warp(args, quiet)).to.equal(2);
      return err.join("");
    };

    it("says which times there are", async () => {
      for (const time of ["1x", "0d", "53w", "1.5d", ""]) {
        expect(await refusal([time, "--url", node.url])).to.match(
          /^make warp: expected a time .*make warp ARGS='1d'\n$/,
        );
      }
      expect(await refusal([])).to.match(/expected a time and perhaps --url/);
    });

    it("says what to start where no node answers", async () => {
      expect(await refusal(["1d", "--url", "http://127.0.0.1:59999"])).to.match(
        /got ECONNREFUSED: start `make node` first/,
      );
    });

    it("refuses a request for more than a week", async () => {
      expect(await askNode(node.url, "bulkhead_warp", [8 * DAY]).catch(String)).to.match(
        /expected whole seconds from 1 to 604800/,
      );
    });
  });

  describe("for the examples", () => {
    const example = async (name: string, url: string): Promise<{ code: number | null; out: string; err: string }> => {
      const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), name, "--url", url]);
      const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
      return { code: child.exitCode, out, err };
    };

    it("buys an option", async () => {
      const { code, out, err } = await example("scripts/examples/buyOption.ts", node.url);
      expect(code, err).to.equal(0);
      expect(out).to.match(/^1.1 puts struck at \d+ for [\d.]+ USDC from \d vault/);
    });

    it("pays in another token, at a pool that has followed the market", async () => {
      const { code, out, err } = await example("scripts/examples/payInAnotherToken.ts", node.url);
      expect(code, err).to.equal(0);
      expect(out).to.match(/^a straddle struck at \d+ for [\d.]+ USDC\nand sold again for [\d.]+ WETH\n$/);
    });

    it("says what to start where there is none", async () => {
      const { code, err } = await example("scripts/examples/buyOption.ts", "http://127.0.0.1:59999");
      expect(code).to.equal(1);
      expect(err).to.match(/^expected a node at .*, got ECONNREFUSED: start `make node` first.*\n$/);
    });
  });

  describe("when Ctrl-C is pressed", () => {
    it("ends, has had nothing to complain of, and leaves nothing behind", async () => {
      expect(await playground.interrupt()).to.equal(0);
      expect(playground.said().trimEnd()).to.match(/Ctrl-C ends the node\.$/);
      expect(isAlive(playground)).to.equal(false);
      expect(existsSync(dirname(RECORD_FILE))).to.equal(false);
      expect(await askNode(node.url, "eth_chainId").catch(String)).to.match(/ECONNREFUSED/);
    });
  });
});
