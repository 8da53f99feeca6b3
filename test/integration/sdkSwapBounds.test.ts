import { expect } from "chai";
import { parseEther, parseUnits } from "ethers";

import {
  connect,
  ContractError,
  encodePath,
  executeSwapOrder,
  explainError,
  fromWad,
  optionChain,
  OptionKind,
  OrderError,
  planOrder,
  planSettlement,
  quoteSwap,
  rehearseSwapOrder,
  salesFirst,
  type Client,
  type OrderLeg,
  type PlanSettlementParameters,
} from "../../sdk/src/index.ts";
import { fromEthers } from "../../sdk/src/ethers.ts";
import { swapMarket, type SwapMarket } from "../fixtures/swapMarket.ts";

const ONE = parseEther("1");
const SOON = 6_000n;
const A_MONTH = 30 * 86_400;
const BPS = 10_000n;

const weth = (amount: string): bigint => parseEther(amount);
const dai = (amount: string): bigint => parseEther(amount);
const usdc = (amount: string): bigint => parseUnits(amount, 6);
const wbtc = (amount: string): bigint => parseUnits(amount, 8);

describe("SDK: what bounds an order in any token", function () {
  this.timeout(300_000);

  let market: SwapMarket;
  let client: Client;
  let bitcoin: string;
  let vaults: Readonly<Record<"call" | "put" | "otherCall" | "otherPut" | "bitcoinCall", string>>;
  /** WETH at 1800 USDC and DAI, where its feed says 2000. */
  let cheap: { readonly wethToUsdc: string; readonly usdcToWeth: string; readonly wethToDai: string };
  /** A pool of 1000 each within one per cent. */
  let thin: { readonly usdcToDai: string; readonly daiToUsdc: string };

  before(async () => {
    market = await swapMarket();
    const { tokens, addresses, pool, signers } = market;
    client = connect(fromEthers(signers.trader), addresses, { market: "WETH/USDC" });
    const [ether, second] = addresses.markets as [(typeof addresses.markets)[0], (typeof addresses.markets)[0]];
    bitcoin = second.underlying.address;
    const vaultsOf = ({ vaults: all }: typeof ether, wanted: string): [string, string] =>
      all.filter(({ kind }) => kind === wanted).map(({ address }) => address) as [string, string];
    const [[call, otherCall], [put, otherPut]] = [vaultsOf(ether, "call"), vaultsOf(ether, "put")];
    vaults = { call, otherCall, put, otherPut, bitcoinCall: vaultsOf(second, "call")[0] };

    const thousand = [usdc("1000"), dai("1000")] as const;
    await pool(
      3_000,
      [
        [tokens.usdc, thousand[0]],
        [tokens.dai, thousand[1]],
      ],
      { reach: 120 },
    );
    for (const [token, worth] of [
      [tokens.usdc, usdc("1800000")],
      [tokens.dai, dai("1800000")],
    ] as const) {
      await pool(10_000, [
        [tokens.weth, weth("1000")],
        [token, worth],
      ]);
    }
    const step = (fee: number, token: string) => [{ fee, token }];
    thin = {
      usdcToDai: encodePath(tokens.usdc, step(3_000, tokens.dai)),
      daiToUsdc: encodePath(tokens.dai, step(3_000, tokens.usdc)),
    };
    cheap = {
      wethToUsdc: encodePath(tokens.weth, step(10_000, tokens.usdc)),
      usdcToWeth: encodePath(tokens.usdc, step(10_000, tokens.weth)),
      wethToDai: encodePath(tokens.weth, step(10_000, tokens.dai)),
    };
  });

  after(async () => {
    await market.connection.close();
  });

  const buys = (vault: string, limit: bigint, id = 1n): OrderLeg => ({ vault, id, quantity: ONE, limit });
  const sells = (vault: string, limit: bigint, id = 1n): OrderLeg => ({ vault, id, quantity: -ONE, limit });

  const plan = (request: PlanSettlementParameters) => planSettlement(client, request);

  async function refusal(call: Promise<unknown>, kind: typeof OrderError | typeof ContractError = OrderError) {
    const error = await call.then(
      () => expect.fail("expected a refusal"),
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(kind, explainError(error));
    return explainError(error);
  }

  describe("a quote", () => {
    const DRY = /^expected pools that take the whole amount, .* got one that runs dry on the way, of \w+ and \w+:/;

    it("is refused where a pool would take a part of the sale, which the quoter leaves unsaid", async () => {
      const { uniswapQuoter } = market;
      const silent = (await uniswapQuoter.getFunction("quoteExactInput").staticCall(thin.usdcToDai, usdc("5000"))) as [
        bigint,
      ];
      expect(silent[0]).to.be.within(dai("800"), dai("1000"));
      expect(await refusal(quoteSwap(client, { path: thin.usdcToDai, amount: -usdc("5000") }))).to.match(DRY);
      expect(await refusal(quoteSwap(client, { path: thin.daiToUsdc, amount: -dai("5000") }))).to.match(DRY);
    });

    it("is refused on whichever hop the pool runs dry, which the error names", async () => {
      const { tokens } = market;
      const [usd, di, eth] = [tokens.usdc, tokens.dai, tokens.weth];
      const last = encodePath(eth, [
        { fee: 500, token: usd },
        { fee: 3_000, token: di },
      ]);
      expect(await refusal(quoteSwap(client, { path: last, amount: -weth("3") })))
        .to.match(DRY)
        .and.contain(`USDC and ${di}`);
      const first = encodePath(di, [
        { fee: 3_000, token: usd },
        { fee: 500, token: eth },
      ]);
      expect(await refusal(quoteSwap(client, { path: first, amount: -dai("5000") })))
        .to.match(DRY)
        .and.contain(`${di} and USDC`);
      for (const [path, amount] of [
        [last, weth("3")],
        [first, dai("5000")],
        [thin.usdcToDai, usdc("5000")],
        [thin.daiToUsdc, dai("5000")],
      ] as const) {
        expect(await refusal(quoteSwap(client, { path, amount }))).to.match(/^expected pools/);
      }
    });

    it("stands where the pool takes the whole amount, either way", async () => {
      expect(await quoteSwap(client, { path: thin.usdcToDai, amount: -usdc("500") })).to.be.within(
        dai("490"),
        dai("500"),
      );
      expect(await quoteSwap(client, { path: thin.daiToUsdc, amount: dai("500") })).to.be.within(
        usdc("500"),
        usdc("510"),
      );
    });

    it("stops the plan of an order that sells into a pool too thin for it", async () => {
      const order = { legs: [sells(vaults.put, usdc("5000"))], token: market.tokens.dai, paths: [thin.usdcToDai] };
      expect(await refusal(plan(order))).to.match(DRY);
    });
  });

  describe("the price feeds", () => {
    const UNFAIR = /got [\d.]+ \w+ by the pools, where the price feeds say otherwise/;

    it("refuse a pool that pays too little for a sale or takes too much for a purchase", async () => {
      const { weth: eth, usdc: usd } = market.tokens;
      const sale = { legs: [sells(vaults.call, weth("1"))], token: usd, paths: [cheap.wethToUsdc] };
      expect(await refusal(plan(sale)))
        .to.match(UNFAIR)
        .and.contain("at least 2000 USDC for 1 WETH, within 3 %");
      const purchase = { legs: [buys(vaults.put, usdc("2000"))], token: eth, paths: [cheap.usdcToWeth] };
      expect(await refusal(plan(purchase)))
        .to.match(UNFAIR)
        .and.contain("at most 1 WETH for 2000 USDC, within 3 %");
    });

    it("take what the caller allows, fees and all, and nothing more", async () => {
      const { usdc: usd } = market.tokens;
      const sale = { legs: [sells(vaults.call, weth("1"))], token: usd, paths: [cheap.wethToUsdc] };
      expect((await plan({ ...sale, maxDeviationBps: 1_150n })).maxNetPaid).to.be.within(-usdc("1790"), -usdc("1760"));
      expect(await refusal(plan({ ...sale, maxDeviationBps: 1_050n }))).to.match(UNFAIR);
      const honest = { ...sale, paths: [market.paths.wethToUsdc] };
      expect((await plan(honest)).maxNetPaid).to.be.within(-usdc("2000"), -usdc("1980"));
      expect(await refusal(plan({ ...honest, maxDeviationBps: 1n }))).to.match(UNFAIR);
      for (const maxDeviationBps of [-1n, 10_001n]) {
        expect(await refusal(plan({ ...honest, maxDeviationBps }))).to.match(
          /deviation from the price feeds from 0 to/,
        );
      }
    });

    it("have nothing against a pool that is better for the trader", async () => {
      const { usdc: usd } = market.tokens;
      const { maxNetPaid } = await plan({
        legs: [buys(vaults.call, weth("1"))],
        token: usd,
        paths: [cheap.wethToUsdc],
      });
      expect(maxNetPaid).to.be.within(usdc("1800"), usdc("1850"));
    });

    it("join two markets by the token that both are quoted in", async () => {
      const { weth: eth } = market.tokens;
      await market.pool(3_000, [
        [bitcoin, wbtc("100")],
        [eth, weth("5000")],
      ]);
      await market.pool(10_000, [
        [bitcoin, wbtc("100")],
        [eth, weth("4500")],
      ]);
      const over = (fee: number) => ({ token: eth, paths: [encodePath(bitcoin, [{ fee, token: eth }])] });
      const sale = [sells(vaults.bitcoinCall, wbtc("0.1"))];
      expect((await plan({ legs: sale, ...over(3_000) })).maxNetPaid).to.be.within(-weth("5"), -weth("4.9"));
      expect(await refusal(plan({ legs: sale, ...over(10_000) })))
        .to.match(UNFAIR)
        .and.contain("least 5 WETH for 0.1 WBTC");
      const back = { token: bitcoin, paths: [encodePath(eth, [{ fee: 10_000, token: bitcoin }])] };
      expect(await refusal(plan({ legs: [buys(vaults.call, weth("5"))], ...back }))).to.match(UNFAIR);
    });

    it("know nothing of other tokens: there the caller's own bound holds", async () => {
      const sale = { legs: [sells(vaults.call, weth("1"))], token: market.tokens.dai, paths: [cheap.wethToDai] };
      const { maxNetPaid } = await plan(sale);
      expect(maxNetPaid).to.be.within(-dai("1800"), -dai("1760"));
      expect(await refusal(plan({ ...sale, worst: -dai("1950") }))).to.match(
        /^expected a bound of at most -1950 DAI, got -17\d\d\.\d+ DAI by vaults and pools/,
      );
      expect((await plan({ ...sale, worst: maxNetPaid })).maxNetPaid).to.equal(maxNetPaid);
      await refusal(plan({ ...sale, worst: maxNetPaid - 1n }));
      const purchase = { ...sale, legs: [buys(vaults.call, weth("1"))] };
      expect((await plan({ ...purchase, worst: dai("1850") })).maxNetPaid).to.be.at.most(dai("1850"));
      await refusal(plan({ ...purchase, worst: dai("1800") }));
    });
  });

  describe("the order of legs", () => {
    const LATE = /^expected sales before the purchases that they are to pay for, got leg (\d), .* leg (\d) brings/;
    const paths = () => [market.paths.wethToDai, market.paths.usdcToDai];

    it("is refused where a purchase waits for a later sale, and mended by salesFirst", async () => {
      const legs = [buys(vaults.put, usdc("900")), sells(vaults.call, weth("0.1"))];
      const request = { token: market.tokens.dai, paths: paths() };
      expect(LATE.exec(await refusal(plan({ ...request, legs })))?.slice(1)).to.deep.equal(["0", "1"]);
      const sorted = salesFirst(client, legs);
      expect(sorted).to.deep.equal([legs[1], legs[0]]);
      expect((await plan({ ...request, legs: sorted })).maxNetPaid).to.be.within(dai("700"), dai("720"));
    });

    it("is refused where a purchase waits for what is left after a later purchase", async () => {
      const legs = [sells(vaults.call, weth("1")), buys(vaults.put, usdc("900")), buys(vaults.otherCall, weth("0.1"))];
      const request = { token: market.tokens.dai, paths: paths() };
      expect(LATE.exec(await refusal(plan({ ...request, legs })))?.slice(1)).to.deep.equal(["1", "2"]);
      const sorted = salesFirst(client, legs);
      expect(sorted).to.deep.equal([legs[0], legs[2], legs[1]]);
      expect((await plan({ ...request, legs: sorted })).maxNetPaid).to.be.within(-dai("900"), -dai("850"));
      // What is sold in the token itself is there at once.
      const inUsdc = { token: market.tokens.usdc, paths: [market.paths.wethToUsdc] };
      const direct = [sells(vaults.put, usdc("900")), buys(vaults.call, weth("0.1")), buys(vaults.put, usdc("100"))];
      expect((await plan({ ...inUsdc, legs: direct })).maxNetPaid).to.be.within(-usdc("600"), -usdc("597"));
    });

    it("is left as it is where nothing has to wait, and otherwise changed no more than is needed", async () => {
      const request = { token: market.tokens.dai, paths: paths() };
      const worthless = [buys(vaults.put, usdc("10")), sells(vaults.call, 0n)];
      expect((await plan({ ...request, legs: worthless })).maxNetPaid).to.be.within(dai("10"), dai("10.1"));
      const covered = [sells(vaults.put, usdc("10")), buys(vaults.put, usdc("5")), sells(vaults.call, weth("1"))];
      expect((await plan({ ...request, legs: covered })).maxNetPaid).to.be.below(-dai("1900"));
      const many = [
        buys(vaults.put, usdc("5"), 1n),
        buys(vaults.call, weth("1"), 2n),
        sells(vaults.otherCall, weth("2"), 3n),
        sells(vaults.put, usdc("1"), 4n),
        buys(vaults.otherPut, usdc("5"), 5n),
        buys(vaults.call, weth("1"), 6n),
      ];
      // What goes to one vault stays together; it trades all at once.
      expect(salesFirst(client, many).map(({ id }) => id)).to.deep.equal([3n, 2n, 6n, 1n, 4n, 5n]);
      expect(many.map(({ id }) => id)).to.deep.equal([1n, 2n, 3n, 4n, 5n, 6n]);
    });

    it("is what the router needs: one and the same roll fails as it came and goes through sorted", async () => {
      const { tokens, signers, connection } = market;
      const deadline = BigInt(await connection.networkHelpers.time.latest()) + SOON;
      const expiry = market.expiries[1];
      const rows = await optionChain(client, { expiry: BigInt(expiry) });
      const strikeOf = (kind: OptionKind): number => {
        const all = rows.filter((row) => row.kind === kind && row.ask !== undefined);
        return fromWad(
          all.sort((a, b) => Math.abs(Math.abs(a.delta) - 0.4) - Math.abs(Math.abs(b.delta) - 0.4))[0]!.strike,
        );
      };
      const call = { kind: OptionKind.Call, expiry, strike: strikeOf(OptionKind.Call) };
      const put = { kind: OptionKind.Put, expiry, strike: strikeOf(OptionKind.Put) };
      const trader = signers.trader.address;
      const ready = await planOrder(client, { legs: [{ ...call, quantity: 5 }], trader });
      const paid = await plan({ legs: ready.legs, token: tokens.dai, paths: [market.paths.wethToDai] });
      await executeSwapOrder(client, { legs: ready.legs, settlement: paid, deadline });

      const { legs } = await planOrder(client, {
        legs: [
          { ...put, quantity: 1 },
          { ...call, quantity: -5 },
        ],
        trader,
      });
      expect(await refusal(plan({ legs, token: tokens.dai, paths: paths() }))).to.match(LATE);
      const sorted = salesFirst(client, legs);
      const settlement = await plan({ legs: sorted, token: tokens.dai, paths: paths() });
      expect(settlement.maxNetPaid).to.be.below(0n);
      expect(await refusal(rehearseSwapOrder(client, { legs, settlement, deadline }), ContractError)).to.match(
        /^SwapFailed/,
      );
      const { netPaid } = await executeSwapOrder(client, { legs: sorted, settlement, deadline });
      expect(netPaid).to.be.at.most(settlement.maxNetPaid);
    });
  });

  describe("slippage", () => {
    it("is allowed on each swap by itself, also where two cancel out", async () => {
      const { wethToDai, usdcToDai } = market.paths;
      const legs = [sells(vaults.call, weth("1")), buys(vaults.put, usdc("1990"))];
      const earned = await quoteSwap(client, { path: wethToDai, amount: -weth("1") });
      const spent = await quoteSwap(client, { path: usdcToDai, amount: usdc("1990") });
      const settled = await plan({ legs, token: market.tokens.dai, paths: [wethToDai, usdcToDai], slippageBps: 100n });
      expect(settled.maxNetPaid).to.equal(spent - earned + (spent * 100n) / BPS + (earned * 100n) / BPS);
      expect(settled.maxNetPaid).to.be.above(dai("37"));
    });

    it("is none where nothing is swapped", async () => {
      const legs = [buys(vaults.put, usdc("500"))];
      const { maxNetPaid } = await plan({ legs, token: market.tokens.usdc, paths: [] });
      expect(maxNetPaid).to.equal(usdc("500"));
    });
  });

  describe("a path", () => {
    it("is refused where it ends at another token", async () => {
      const order = {
        legs: [buys(vaults.put, usdc("500"))],
        token: market.tokens.weth,
        paths: [market.paths.usdcToDai],
      };
      expect(await refusal(plan(order))).to.match(/^expected a path from USDC to WETH, got one to 0x\w+/);
    });
  });

  // The last: time does not come back.
  describe("a feed without a price", () => {
    it("refuses what it is to be asked about, by its own error, and nothing else", async () => {
      await market.connection.networkHelpers.time.increase(A_MONTH);
      await market.connection.networkHelpers.mine();
      const legs = [sells(vaults.call, weth("1"))];
      const inUsdc = { legs, token: market.tokens.usdc, paths: [market.paths.wethToUsdc] };
      expect(await refusal(plan(inUsdc), ContractError)).to.match(/^SourceFailed.*: expected a price/);
      const inDai = { legs, token: market.tokens.dai, paths: [market.paths.wethToDai] };
      expect((await plan(inDai)).maxNetPaid).to.be.below(0n);
    });
  });
});
