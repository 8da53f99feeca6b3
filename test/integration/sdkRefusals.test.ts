import { expect } from "chai";
import { parseEther, parseUnits, type Signer } from "ethers";

import {
  allowSales,
  bestSale,
  bestSplit,
  connect,
  ContractError,
  deposit,
  ensureAllowance,
  executeOrder,
  executeSwapOrder,
  explainError,
  fillRedeem,
  guaranteedExit,
  lacksAllowance,
  marketOf,
  OptionKind,
  optionChain,
  OrderError,
  planOrder,
  redeemOptions,
  rehearseOrder,
  requestRedeem,
  signPermit,
  signPermit2,
  submitReport,
  toSeriesId,
  withdraw,
  WrongChainError,
  type Client,
  type OrderLeg,
} from "../../sdk/src/index.ts";
import { DevToken__factory } from "../../typechain-types/index.ts";
import { fromEthers } from "../../sdk/src/ethers.ts";
import { liveMarket, type LiveMarket } from "../fixtures/liveMarket.ts";

const ELSEWHERE = 1;

describe("SDK: what is refused before anything is signed or sent", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let legs: readonly OrderLeg[];
  let deadline: bigint;
  let asked: string[];

  before(async () => {
    market = await liveMarket();
    deadline = BigInt(await market.connection.networkHelpers.time.latest()) + 6_000n;
    const client = trading();
    const row = (await optionChain(client)).find(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined)!;
    const wanted = [{ kind: row.kind, expiry: Number(row.expiry), strike: row.strike, quantity: 1 }];
    ({ legs } = await planOrder(client, { legs: wanted, trader: market.signers.trader.address }));
  });

  beforeEach(() => {
    asked = [];
  });

  after(() => market.connection.close());

  const trading = (): Client =>
    connect(fromEthers(watched(market.signers.trader)), market.addresses, { market: "WETH/USDC" });

  /** A signer that says what it was asked to sign or send. */
  function watched<S extends Signer>(signer: S): S {
    return new Proxy(signer, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== "function") return value;
        if (property === "signTypedData" || property === "sendTransaction") asked.push(property);
        return (value as (...args: unknown[]) => unknown).bind(target);
      },
    });
  }

  async function refusal(call: Promise<unknown>): Promise<{ error: unknown; message: string }> {
    const error: unknown = await call.then(
      () => expect.fail("expected a refusal"),
      (reason: unknown) => reason,
    );
    return { error, message: explainError(error) };
  }

  /** Everything that signs or sends. */
  function actions(
    client: Client,
    { until = deadline }: { until?: bigint } = {},
  ): Record<string, () => Promise<unknown>> {
    const vault = client.vaults[0]!.address;
    const token = marketOf(client).quote.address;
    const settlement = { token, maxNetPaid: 10n ** 12n, paths: [] };
    return {
      ensureAllowance: () => ensureAllowance(client, { token, spender: vault, amount: 10n ** 30n }),
      allowSales: () => allowSales(client, { vault, router: token }),
      signPermit: () => signPermit(client, { token, value: 1n, deadline: until }),
      signPermit2: () => signPermit2(client, { token, amount: 1n, deadline: until }),
      rehearseOrder: () => rehearseOrder(client, { legs, deadline: until }),
      executeOrder: () => executeOrder(client, { legs, deadline: until }),
      "executeOrder for another": () => executeOrder(client, { legs, deadline: until, receiver: token }),
      executeSwapOrder: () => executeSwapOrder(client, { legs, settlement, deadline: until }),
      deposit: () => deposit(client, { vault, assets: parseEther("1"), minShares: 0n, deadline: until }),
      withdraw: () => withdraw(client, { vault, shares: 1n, minAssets: 0n, deadline: until }),
      guaranteedExit: () => guaranteedExit(client, { vault, shares: 1n, minAssets: 1n, deadline: until }),
      requestRedeem: () => requestRedeem(client, { vault, shares: 1n }),
      redeemOptions: () => redeemOptions(client, { vault, id: legs[0]!.id, quantity: 1n }),
      fillRedeem: () => fillRedeem(client, { vault }),
      submitReport: () =>
        submitReport(client, {
          report: { round: 9n, observedAt: 0n, confidence: 0n, expiries: [], slices: [] },
          signatures: [],
        }),
    };
  }

  it("the record of another chain, by every action", async () => {
    const client = connect(
      fromEthers(watched(market.signers.trader)),
      { ...market.addresses, chainId: ELSEWHERE },
      { market: "WETH/USDC" },
    );
    for (const [name, act] of Object.entries(actions(client))) {
      const { error, message } = await refusal(act());
      expect(error, `${name}: ${message}`).to.be.instanceOf(WrongChainError);
      expect(message).to.equal(
        "expected a node of chain 1, which the deployment's addresses are of, got one of chain 31337: " +
          "connect to that chain, or take the addresses of this one; nothing was signed or sent",
      );
    }
    expect(asked).to.deep.equal([]);
  });

  it("a deadline in milliseconds or before all time, by every action that has one", async () => {
    for (const until of [BigInt(Date.now()), deadline * 1_000n, deadline * 10n ** 6n, deadline * 10n ** 9n, -1n]) {
      const all = actions(trading(), { until });
      for (const name of [
        "signPermit",
        "signPermit2",
        "rehearseOrder",
        "executeOrder",
        "executeSwapOrder",
        "deposit",
        "withdraw",
      ]) {
        const { error, message } = await refusal(all[name]!());
        expect(error, `${name}: ${message}`).to.be.instanceOf(OrderError);
        expect(message).to.match(/^expected a deadline in unix seconds, got -?\d+(, which looks like milliseconds)?: /);
      }
    }
    expect(asked).to.deep.equal([]);
  });

  it("no deadline that is far away on purpose", async () => {
    for (const until of [deadline, 10n ** 11n - 1n, 2n ** 64n - 1n, 2n ** 256n - 1n]) {
      expect((await rehearseOrder(trading(), { legs, deadline: until }))[0]!.premium).to.be.above(0n);
    }
  });

  it("a guaranteed exit without a minimum", async () => {
    const client = trading();
    const vault = client.vaults[0]!.address;
    for (const minAssets of [0n, -1n]) {
      const exit = guaranteedExit(client, { vault, shares: 1n, minAssets, deadline });
      expect((await refusal(exit)).message).to.match(/^expected minAssets above zero, got (0|-1):/);
    }
  });

  describe("an approval, for what would be refused", () => {
    /** Has tokens and shares, and approved nothing. */
    const unapproved = (): Client =>
      connect(fromEthers(watched(market.signers.other)), market.addresses, { market: "WETH/USDC" });
    const vaultOf = ({ vaults }: Client) => vaults.find(({ kind }) => kind === OptionKind.Put)!;
    const assets = parseUnits("10000", 6);
    const terms = () => ({ vault: vaultOf(unapproved()).address, assets, minShares: 0n, deadline });

    async function refusedUnsent(call: Promise<unknown>, says: RegExp): Promise<void> {
      expect((await refusal(call)).message).to.match(says);
      expect(asked).to.deep.equal([]);
    }

    it("of more collateral than there is", async () => {
      const call = deposit(unapproved(), { ...terms(), assets: parseUnits("20000001", 6) });
      await refusedUnsent(call, /^expected 20000001 USDC at 0x\w+, got 20000000: fund the account.*nothing was sent$/);
    });

    it("of a deposit whose deadline has passed", async () => {
      await refusedUnsent(
        deposit(unapproved(), { ...terms(), deadline: deadline - 7_000n }),
        /^DeadlinePassed: expected inclusion by 2027-01-06 .* ago\), got a block of 2027-01-06 .* \(now\): /,
      );
    });

    it("of a deposit for fewer shares than its minimum", async () => {
      await refusedUnsent(
        deposit(unapproved(), { ...terms(), minShares: 10n ** 30n }),
        /^expected at least 1000000000000000000 shares, got [\d.]+: the share price moved/,
      );
    });

    it("of a deposit that the vault does not take now", async () => {
      const { networkHelpers } = market.connection;
      const before = await networkHelpers.takeSnapshot();
      const { contract } = market.vaults.find(({ address }) => address === terms().vault)!;
      await contract.connect(market.signers.guardian).tighten(2);
      await refusedUnsent(deposit(unapproved(), terms()), /^StateForbids: .* got CloseOnly/);
      await before.restore();
    });

    it("of shares that the queue would not take", async () => {
      const client = unapproved();
      const vault = vaultOf(client).address;
      await deposit(client, terms());
      // Nothing stood against that: it was approved, and then sent.
      expect(asked).to.deep.equal(["sendTransaction", "sendTransaction"]);
      asked = [];
      await refusedUnsent(
        requestRedeem(client, { vault, shares: 1n }),
        /^RequestTooSmall: expected a request of at least [\d.]+ \S+, got 1e-12 /,
      );
      await refusedUnsent(
        requestRedeem(client, { vault, shares: 10n ** 12n * 5_000n, minPrice: 10n ** 40n }),
        /^MinimumAboveRange: /,
      );
      await refusedUnsent(
        requestRedeem(client, { vault, shares: 10n ** 30n }),
        /^expected \d+ \S+ at 0x\w+, got [\d.]+: /,
      );
      await requestRedeem(client, { vault, shares: 10n ** 12n * 5_000n });
      expect(asked).to.deep.equal(["sendTransaction", "sendTransaction"]);
    });
  });

  it("negative amounts and quantities", async () => {
    const client = trading();
    const vault = client.vaults[0]!.address;
    const calls = {
      assets: deposit(client, { vault, assets: -1n, minShares: 0n, deadline }),
      shares: withdraw(client, { vault, shares: -1n, minAssets: 0n, deadline }),
      "shares ": guaranteedExit(client, { vault, shares: -1n, minAssets: 1n, deadline }),
      "shares  ": requestRedeem(client, { vault, shares: -1n }),
      "a quantity": redeemOptions(client, { vault, id: legs[0]!.id, quantity: "-0.5" }),
      "an amount": signPermit2(client, { token: vault, amount: -1n, deadline }),
    };
    for (const [what, call] of Object.entries(calls)) {
      expect((await refusal(call)).message).to.match(new RegExp(`^expected ${what.trim()} of zero or more, got -`));
    }
    for (const quantity of [-1n, 0, "-2.5"]) {
      expect((await refusal(optionChain(client, { quantity }))).message).to.match(
        /^expected a size above zero, for which both sides are asked, got (0|-)/,
      );
    }
    expect(asked).to.deep.equal([]);
  });
});

describe("SDK: what vaults have no room for, and limits that are missed", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let client: Client;
  let deadline: bigint;
  let terms: { kind: OptionKind; expiry: bigint; strike: bigint };

  before(async () => {
    market = await liveMarket();
    deadline = BigInt(await market.connection.networkHelpers.time.latest()) + 6_000n;
    client = connect(fromEthers(market.signers.trader), market.addresses, { market: "WETH/USDC" });
    terms = (await optionChain(client)).find(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined)!;
  });

  after(() => market.connection.close());

  const refusal = async (call: Promise<unknown>): Promise<ContractError> => {
    const error: unknown = await call.then(
      () => expect.fail("expected a refusal"),
      (reason: unknown) => reason,
    );
    if (error instanceof ContractError) return error;
    throw error;
  };

  it("says in options how much of a purchase there is room for", async () => {
    const { message } = await refusal(bestSplit(client, { ...terms, quantity: 100_000 }));
    expect(message).to.match(
      /^NotEnoughCapacity: expected at most [\d.,]+ options, which is what the vaults together sell now, got 100,000 options: order less, or wait for deposits$/,
    );
  });

  it("advises on a sale beyond what is open as on a sale", async () => {
    const { address: trader } = market.signers.trader;
    const legs = [{ ...terms, expiry: Number(terms.expiry), quantity: 1 }];
    const plan = await planOrder(client, { legs, trader });
    const { address: token } = marketOf(client).quote;
    await ensureAllowance(client, { token, spender: market.addresses.router, amount: parseUnits("1000", 6) });
    await executeOrder(client, { ...plan, deadline });
    const { message } = await refusal(bestSplit(client, { ...terms, quantity: -5 }));
    expect(message).to.match(
      /^NotEnoughCapacity: expected at most 1 option, which is what the vaults have open, got 5 options: sell less: vaults take back only what they have sold$/,
    );
  });

  it("tells a price beyond the limit as that, where exactly the limit was allowed", async () => {
    const { address: trader } = market.signers.trader;
    const legs = [{ ...terms, expiry: Number(terms.expiry), quantity: 1 }];
    const plan = await planOrder(client, { legs, trader, slippageBps: 0n });
    const [leg] = plan.legs;
    if (leg === undefined || plan.legs.length > 1) throw new Error("expected one leg");
    // As if the price had risen by a tenth since.
    const limit = (leg.limit * 10n) / 11n;
    const { address: token } = marketOf(client).quote;
    const spender = market.addresses.router;
    const missing = await refusal(rehearseOrder(client, { legs: [{ ...leg, limit }], deadline }));
    expect(missing.errorName).to.be.oneOf(["LegLimitMissed", "PremiumAboveLimit", "TotalLimitMissed"]);
    const quote = DevToken__factory.connect(token, market.signers.trader);
    await (await quote.approve(spender, limit)).wait();
    const error = await refusal(rehearseOrder(client, { legs: [{ ...leg, limit }], deadline }));
    expect(error.errorName).to.equal("TotalLimitMissed/ERC20InsufficientAllowance");
    expect(error.message).to.match(
      /expected an order that costs at most [\d.]+ USDC, got at least [\d.]+ USDC: the price moved beyond your limit: quote again, or allow more slippage$/,
    );
    expect(lacksAllowance(error)).to.equal(false);
    // Less than the limit allows is an allowance that is missing.
    await (await quote.approve(spender, 1n)).wait();
    const short = await refusal(rehearseOrder(client, { legs: [{ ...leg, limit }], deadline }));
    expect(short.errorName).to.equal("ERC20InsufficientAllowance");
    expect(lacksAllowance(short)).to.equal(true);
  });

  it("names the kind that is none", async () => {
    const kind = "call" as unknown as OptionKind;
    for (const call of [
      bestSplit(client, { ...terms, kind, quantity: 1 }),
      bestSale(client, { ...terms, kind, quantity: 1, holder: market.signers.trader.address }),
    ]) {
      expect(await call.catch(explainError)).to.match(
        /^expected kind to be OptionKind\.Call or .*, got "call": import/,
      );
    }
  });
});

describe("SDK: every strike of the chain", function () {
  this.timeout(300_000);

  for (const name of ["WETH/USDC", "WBTC/USDC"] as const) {
    it(`of ${name} goes into an order as it stands, as a number and as a string`, async () => {
      const market = await liveMarket(name);
      const client = connect(fromEthers(market.signers.trader), market.addresses, { market: name });
      const { address: trader } = market.signers.trader;
      const rows = (await optionChain(client, { quantity: "0.5" })).filter(({ ask }) => ask !== undefined);
      expect(rows.length).to.be.above(8);
      for (const { kind, expiry, strike, id } of rows) {
        const number = Number(strike / 10n ** 18n);
        for (const given of [strike, number, String(number)]) expect(toSeriesId(expiry, given)).to.equal(id);
        const legs = [{ kind, expiry: Number(expiry), strike: number, quantity: 0.5 }];
        const plan = await planOrder(client, { legs, trader });
        expect(plan.legs.every((leg) => leg.id === id)).to.equal(true);
      }
      await market.connection.close();
    });
  }
});
