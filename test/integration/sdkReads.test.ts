import { optionVaultAbi } from "@bulkhead/sdk/abi";
import { fromEthers } from "@bulkhead/sdk/ethers";
import { fromViem } from "@bulkhead/sdk/viem";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { createPublicClient, createWalletClient, custom, type EIP1193Provider } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";

import {
  allowSales,
  batchCall,
  connect,
  ContractError,
  deposit,
  ensureAllowance,
  executeOrder,
  explainError,
  marketOf,
  optionChain,
  OptionKind,
  OrderError,
  planOrder,
  positions,
  readBatch,
  redeemOptions,
  requestRedeem,
  signPermit,
  straddle,
  toSeriesId,
  TransactionError,
  vaultView,
  WAD,
  watch,
  type Client,
  type Eip1193Provider,
  type WatchedEvent,
} from "../../sdk/src/index.ts";
import { liveMarket, type LiveMarket } from "../fixtures/liveMarket.ts";
import { putMulticall3 } from "../helpers/multicall3.ts";
import { settleExpiry } from "../helpers/settleExpiry.ts";

const UNUSED = { market: "WETH/USDC", pollingInterval: 10 };

describe("SDK: what is read", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let deadline: bigint;
  /** Methods that the node was asked, since the last `asked.length = 0`. */
  const asked: string[] = [];

  let restore: () => Promise<void>;

  before(async () => {
    market = await liveMarket();
    deadline = BigInt(await market.connection.networkHelpers.time.latest()) + 6_000n;
  });

  after(() => market.connection.close());

  beforeEach(async () => {
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  afterEach(() => restore());

  function counting(provider: Eip1193Provider): Eip1193Provider {
    return {
      request: (request) => {
        asked.push(request.method);
        return provider.request(request);
      },
    };
  }

  const trading = (): Client => connect(counting(fromEthers(market.signers.trader)), market.addresses, UNUSED);
  const providing = (): Client => connect(fromEthers(market.signers.provider), market.addresses, UNUSED);
  const node = () => market.connection.provider as unknown as EIP1193Provider;

  async function buyStraddle(client: Client, quantity = 2) {
    const expiry = BigInt(market.expiries[0]);
    const rows = await optionChain(client, { expiry });
    const both = rows.filter(
      ({ ask, strike }) =>
        ask !== undefined && rows.filter((row) => row.strike === strike && row.ask !== undefined).length === 2,
    );
    const { strike } = both.sort(
      (one, other) => Math.abs(Math.abs(one.delta) - 0.5) - Math.abs(Math.abs(other.delta) - 0.5),
    )[0]!;
    const legs = straddle({ expiry: Number(expiry), strike, quantity: BigInt(quantity) * WAD });
    const plan = await planOrder(client, { legs, trader: market.signers.trader.address });
    const { receipt } = await executeOrder(client, { legs: plan.legs, totals: plan.totals, deadline });
    return { plan, strike, expiry, receipt };
  }

  describe("in a batch", () => {
    const calls = (client: Client) =>
      client.vaults.map(({ address }) =>
        batchCall({ address, abi: optionVaultAbi, functionName: "accounts", args: [] }),
      );

    it("is of one block and one request where the chain has Multicall3, and the same without", async () => {
      const alone = await readBatch(trading(), { calls: calls(trading()) });
      await putMulticall3(market.connection, market.signers.deployer);
      const client = trading();
      asked.length = 0;
      const together = await readBatch(client, { calls: calls(client) });
      expect(asked.filter((method) => method === "eth_call")).to.have.lengthOf(1);
      expect(together.results).to.deep.equal(alone.results);
      for (const [index, { address }] of market.vaults.slice(0, 2).entries()) {
        const vault = market.vaults.find((known) => known.address === address)!;
        expect(together.results[index]!.held).to.equal((await vault.contract.accounts()).held);
      }
    });

    it("is of the block that is asked for", async () => {
      const client = trading();
      const before = await readBatch(client, { calls: calls(client) });
      await buyStraddle(client);
      const after = await readBatch(client, { calls: calls(client) });
      expect(after.results).to.not.deep.equal(before.results);
      const again = await readBatch(client, { calls: calls(client), block: before.block.number });
      expect(again).to.deep.equal(before);
    });

    it("gives a chain with Multicall3 as without, and a contract's refusal by its name", async () => {
      const alone = await optionChain(trading());
      await putMulticall3(market.connection, market.signers.deployer);
      const together = await optionChain(trading());
      expect(together.map(({ id, kind, ask, bid }) => [id, kind, ask !== undefined, bid !== undefined])).to.deep.equal(
        alone.map(({ id, kind, ask, bid }) => [id, kind, ask !== undefined, bid !== undefined]),
      );
      // No price: every vault's chain is refused.
      await market.connection.networkHelpers.time.increase(2 * 86_400);
      await market.connection.networkHelpers.mine();
      const refusal: unknown = await optionChain(trading()).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(ContractError);
      expect((refusal as ContractError).errorName).to.match(/StaleAnswer/);
    });

    it("asks by itself what the batch had too little gas for", async () => {
      await putMulticall3(market.connection, market.signers.deployer);
      const whole = await optionChain(trading());
      const starved: Eip1193Provider = {
        request: ({ method, params = [] }) => {
          const [call, ...rest] = params as [{ to?: string }, ...unknown[]];
          const isBatch = method === "eth_call" && call.to?.startsWith("0xcA11") === true;
          const limited = isBatch ? [{ ...call, gas: "0x2dc6c0" }, ...rest] : params;
          return fromEthers(market.signers.trader).request({ method, params: limited });
        },
      };
      const chain = await optionChain(connect(starved, market.addresses, UNUSED));
      expect(chain.map(({ id }) => id)).to.deep.equal(whole.map(({ id }) => id));
    });
  });

  describe("of an account", () => {
    it("is its options, shares and requests in every vault, and what settled options pay", async () => {
      const client = trading();
      const account = market.signers.trader.address;
      expect(await positions(client, { account })).to.deep.include({ options: [], shares: [], requests: [] });
      const { plan, expiry, strike } = await buyStraddle(client);
      const open = await positions(client, { account });
      expect(open.options.map(({ vault, quantity }) => [vault.address, quantity]).sort()).to.deep.equal(
        plan.legs.map(({ vault, quantity }) => [vault, quantity]).sort(),
      );
      for (const option of open.options) {
        expect(option).to.deep.include({ expiry, strike, id: toSeriesId(expiry, strike), payout: 0n });
        expect(option.settledPrice).to.equal(undefined);
      }

      await settleExpiry(market, { expiry: Number(expiry), percent: 130n });
      const settled = await positions(client, { account });
      const paying = settled.options.filter(({ payout }) => payout > 0n);
      expect(new Set(paying.map(({ kind }) => kind)).size, "one side of a straddle pays").to.equal(1);
      for (const { vault, id, quantity, payout } of paying) {
        const { payout: paid } = await redeemOptions(client, { vault: vault.address, id, quantity });
        expect(paid).to.equal(payout);
      }
      const left = await positions(client, { account });
      expect(left.options.every(({ payout }) => payout === 0n)).to.equal(true);
    });

    it("has the shares and the requests of a provider", async () => {
      const client = providing();
      const account = market.signers.provider.address;
      const { shares } = await positions(client, { account, market: "WETH/USDC" });
      expect(shares.map(({ vault }) => vault.address).sort()).to.deep.equal(
        market.vaults.map(({ address }) => address).sort(),
      );
      const [one] = shares;
      const { requestId } = await requestRedeem(client, { vault: one!.vault.address, shares: one!.shares / 2n });
      const { requests, shares: left } = await positions(client, { account });
      expect(requests).to.have.lengthOf(1);
      expect(requests[0]).to.deep.include({ requestId, pending: one!.shares / 2n });
      expect(left.find(({ vault }) => vault.address === one!.vault.address)!.shares).to.equal(
        one!.shares - one!.shares / 2n,
      );
    });

    it("says what to do where the node does not search as far back", async () => {
      const near: Eip1193Provider = {
        request: (request) =>
          request.method === "eth_getLogs"
            ? Promise.reject(new Error("query exceeds max block range 1000"))
            : fromEthers(market.signers.trader).request(request),
      };
      const client = connect(near, market.addresses);
      const account = market.signers.trader.address;
      const refusal: unknown = await positions(client, { account }).catch((error: unknown) => error);
      expect(explainError(refusal)).to.equal(
        'expected a node that finds the options received since block 0, got "query exceeds max block range 1000": ' +
          "give the block of the account's first purchase as fromBlock, or ask another node",
      );
    });
  });

  describe("of a vault", () => {
    it("is what the vault says, at one block", async () => {
      await buyStraddle(trading());
      for (const { address, contract, decimals } of market.vaults) {
        const view = await vaultView(trading(), { vault: address });
        const blockTag = Number(view.block.number);
        const [accounts, assessed, supply, expiries] = await Promise.all([
          contract.accounts({ blockTag }),
          contract.assess({ blockTag }),
          contract.totalSupply({ blockTag }),
          contract.expiries({ blockTag }),
        ]);
        expect(view).to.deep.include({
          state: "open",
          totalSupply: supply,
          held: accounts.held,
          lock: accounts.lock,
          expiries: [...expiries],
        });
        const { assessment, shareDecimals } = view;
        expect(assessment!.nav).to.equal(assessed.nav);
        expect(assessment!.greeks).to.deep.include({ delta: assessed.greeks.delta, vega: assessed.greeks.vega });
        expect(assessment!.riskCharge).to.equal(assessed.moveCharge + assessed.rentCharge);
        expect(assessment!.utilisation).to.equal((assessed.lock * WAD) / assessed.capital.actual);
        // A whole share in units of collateral: as the vault converts it, but for its virtual shares.
        const converted = await contract.convertToAssets(10n ** BigInt(shareDecimals), { blockTag });
        const price = assessment!.sharePrice! / 10n ** BigInt(18 - decimals);
        expect(price).to.be.closeTo(converted, converted / 1_000_000n + 2n);
      }
    });

    it("has no assessment where there is no price, and the state that it was put into", async () => {
      const { address, contract } = market.vaults[0]!;
      await contract.connect(market.signers.guardian).tighten(3);
      await market.connection.networkHelpers.time.increase(3 * 86_400);
      await market.connection.networkHelpers.mine();
      const view = await vaultView(trading(), { vault: address });
      expect(view.state).to.equal("settleOnly");
      expect(view.assessment).to.equal(undefined);
      expect(view.held).to.be.above(0n);
    });
  });

  describe("as it comes", () => {
    it("is every event once, in order, with its arguments, and ends when it is told to", async () => {
      const client = trading();
      const over = new AbortController();
      const seen: WatchedEvent[] = [];
      const watching = (async () => {
        for await (const event of watch(client, { fromBlock: 0n, signal: over.signal })) seen.push(event);
      })();
      const { plan, receipt } = await buyStraddle(client);
      while (!seen.some(({ transactionHash }) => transactionHash === receipt.hash)) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      over.abort();
      await watching;
      const keys = seen.map(({ blockNumber, logIndex }) => `${blockNumber}:${logIndex}`);
      expect(new Set(keys).size).to.equal(keys.length);
      const order = seen.map(({ blockNumber, logIndex }) => blockNumber * 10_000n + BigInt(logIndex));
      expect(order).to.deep.equal([...order].sort((one, other) => (one < other ? -1 : 1)));
      expect(seen.filter(({ name }) => name === "SurfaceReported")).to.have.lengthOf(1);
      expect(seen.filter(({ name }) => name === "ExpiryOpened")).to.have.lengthOf(2 * market.vaults.length);
      const bought = seen.filter((event) => event.name === "OptionsBought");
      expect(bought.map(({ vault, args }) => [vault!.address, args.id, args.quantity]).sort()).to.deep.equal(
        plan.legs.map(({ vault, id, quantity }) => [vault, id, quantity]).sort(),
      );
      for (const { args, market: name, contract } of bought) {
        expect([args.receiver, name, contract]).to.deep.equal([market.signers.trader.address, "WETH/USDC", "vault"]);
      }
    });

    it("is of the names asked for, only from now on, and as deep as asked for", async () => {
      const client = trading();
      const over = new AbortController();
      const names: string[] = [];
      const options = { events: ["OptionsBought"], confirmations: 3, signal: over.signal } as const;
      const watching = (async () => {
        for await (const { name, args } of watch(client, options)) names.push(`${name} ${args.quantity > 0n}`);
      })();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { plan } = await buyStraddle(client);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(names).to.deep.equal([]);
      await market.connection.networkHelpers.mine(3);
      while (names.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      over.abort();
      await watching;
      expect(names).to.deep.equal(plan.legs.map(() => "OptionsBought true"));
    });
  });

  describe("through viem", () => {
    it("trades with a key of its own, by permit, and reads with a public client", async () => {
      const account = privateKeyToAccount(generatePrivateKey());
      const { underlying, quote, signers } = market;
      await signers.deployer.sendTransaction({ to: account.address, value: 10n ** 19n });
      await quote.mint(account.address, 10n ** 11n);
      await underlying.mint(account.address, 10n ** 20n);
      const wallet = createWalletClient({ account, transport: custom(node()) });
      const client = connect(fromViem(wallet), market.addresses, UNUSED);

      const rows = await optionChain(client);
      const put = rows.find(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined)!;
      const legs = [{ kind: put.kind, expiry: Number(put.expiry), strike: put.strike, quantity: "1.1" }];
      const plan = await planOrder(client, { legs, trader: account.address });
      const token = marketOf(client).quote.address;
      const permit = await signPermit(client, { token, value: 10n ** 10n, deadline });
      const { premiums, receipt } = await executeOrder(client, { legs: plan.legs, deadline, permits: [permit] });
      expect(receipt.status).to.equal(1);
      expect(receipt.from.toLowerCase()).to.equal(account.address.toLowerCase());
      expect(premiums[0]!.premium).to.be.above(0n);

      const reading = connect(fromViem(createPublicClient({ transport: custom(node()) })), market.addresses, UNUSED);
      const { options } = await positions(reading, { account: account.address });
      expect(options.map(({ id }) => id)).to.deep.equal([plan.legs[0]!.id]);
      const refusal: unknown = await executeOrder(reading, { legs: plan.legs, deadline }).catch((e: unknown) => e);
      expect(refusal).to.be.instanceOf(OrderError);

      await allowSales(client, { vault: plan.legs[0]!.vault });
      const sale = await planOrder(client, { legs: [{ ...legs[0]!, quantity: "-1.1" }], trader: account.address });
      expect((await executeOrder(client, { legs: sale.legs, deadline })).premiums[0]!.premium).to.be.below(0n);
    });

    it("may use a quarter more gas than was estimated, since what is mined in another second may take more", async () => {
      const account = privateKeyToAccount(generatePrivateKey());
      await market.signers.deployer.sendTransaction({ to: account.address, value: 10n ** 19n });
      let estimate = 0n;
      const counted: Eip1193Provider = {
        request: async (request) => {
          const answer = await (node() as unknown as Eip1193Provider).request(request);
          if (request.method === "eth_estimateGas") estimate = BigInt(String(answer));
          return answer;
        },
      };
      const wallet = createWalletClient({ account, transport: custom(counted as EIP1193Provider) });
      const client = connect(fromViem(wallet), market.addresses, UNUSED);
      const token = marketOf(client).quote.address;
      const { receipts } = await ensureAllowance(client, { token, spender: market.addresses.router, amount: 1n });
      const mined = await market.connection.ethers.provider.getTransaction(receipts[0]!.hash);
      expect(estimate).to.be.above(21_000n);
      expect(mined?.gasLimit).to.equal(estimate + estimate / 4n);
    });

    it("refuses in words what a contract refuses", async () => {
      const account = privateKeyToAccount(generatePrivateKey());
      const wallet = createWalletClient({ account, transport: custom(node()) });
      const client = connect(fromViem(wallet), market.addresses, UNUSED);
      const vault = market.vaults.find(({ kind }) => kind === "put")!.address;
      const refusalOf = async (call: Promise<unknown>) => explainError(await call.catch((error: unknown) => error));
      const assets = 10n ** 9n;
      expect(await refusalOf(deposit(client, { vault, assets, minShares: 0n, deadline }))).to.match(
        /^expected 1000 USDC at 0x\w+, got 0: fund the account, or give less; nothing was sent$/,
      );
      const { address: token } = marketOf(client).quote;
      expect(await refusalOf(ensureAllowance(client, { token, spender: vault, amount: 1n }))).to.match(
        /^expected enough native coin for gas, got less: fund the account$/,
      );
    });
  });

  describe("of a wallet by plain EIP-1193", () => {
    it("trades with the wallet's first account, or the one that it is told", async () => {
      const provider = market.connection.provider as unknown as Eip1193Provider;
      const account = market.signers.trader.address;
      const client = connect(provider, market.addresses, { ...UNUSED, account });
      const { receipt } = await buyStraddle(client, 1);
      expect(receipt.from.toLowerCase()).to.equal(account.toLowerCase());
      const first = connect(provider, market.addresses, UNUSED);
      const { receipts } = await ensureAllowance(first, {
        token: marketOf(first).quote.address,
        spender: account,
        amount: 1n,
      });
      expect(receipts[0]!.from.toLowerCase()).to.equal(market.signers.deployer.address.toLowerCase());
    });

    it("says why a transaction failed that was mined all the same", async () => {
      const vault = market.vaults.find(({ kind }) => kind === "put")!;
      const provider = market.connection.provider as unknown as Eip1193Provider;
      // Between the rehearsal and the block somebody takes the tokens away.
      const robbing: Eip1193Provider = {
        request: async (request) => {
          if (request.method !== "eth_sendTransaction") return provider.request(request);
          const balance = await market.quote.balanceOf(market.signers.provider.address);
          await market.quote.connect(market.signers.provider).transfer(market.signers.other.address, balance);
          const [transaction] = request.params as [object];
          return provider.request({ ...request, params: [{ ...transaction, gas: "0xf42400" }] }).catch(async () => {
            // Hardhat says no and mines it: the hash is the latest block's.
            const block = (await provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as {
              transactions: string[];
            };
            return block.transactions[0];
          });
        },
      };
      await vault.token.connect(market.signers.provider).approve(vault.address, MaxUint256);
      const client = connect(robbing, market.addresses, { ...UNUSED, account: market.signers.provider.address });
      const failure: unknown = await deposit(client, {
        vault: vault.address,
        assets: 10n ** 9n,
        minShares: 0n,
        deadline,
      }).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(ContractError);
      expect((failure as ContractError).errorName).to.equal("ERC20InsufficientBalance");
      expect(failure).to.not.be.instanceOf(TransactionError);
    });
  });

  it("is refused where the deployment has several markets and none is named", async () => {
    const client = connect(fromEthers(market.signers.trader), market.addresses);
    const refusal: unknown = await optionChain(client).catch((error: unknown) => error);
    expect(explainError(refusal)).to.equal(
      "expected a market of the deployment (WETH/USDC, WBTC/USDC), got none: name one of them as market",
    );
    expect((await optionChain(client, { market: "WETH/USDC" })).length).to.be.above(8);
  });
});
