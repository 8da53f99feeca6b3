import { expect } from "chai";
import { MaxUint256, parseEther, parseUnits } from "ethers";

import {
  allowSales,
  connect,
  encodePath,
  ensureAllowance,
  executeSwapOrder,
  explainError,
  fromWad,
  optionChain,
  OrderError,
  planOrder,
  planSettlement,
  quoteSwap,
  rehearseSwapOrder,
  signPermit2,
  straddle,
  type Client,
  type StrategyLeg,
} from "../../sdk/src/index.ts";
import { fromEthers } from "../../sdk/src/ethers.ts";
import { swapMarket, type SwapMarket } from "../fixtures/swapMarket.ts";

const SOON = 6_000n;

describe("SDK: orders in any token on a live market", function () {
  this.timeout(300_000);

  let market: SwapMarket;
  let client: Client;
  let trader: string;
  let deadline: bigint;
  let paths: string[];

  before(async () => {
    market = await swapMarket();
    // One who comes new, with nothing but DAI and an allowance to Permit2.
    client = connect(fromEthers(market.signers.other), market.addresses, { market: "WETH/USDC" });
    trader = market.signers.other.address;
    deadline = BigInt(await market.connection.networkHelpers.time.latest()) + SOON;
    await market.dai.mint(trader, parseEther("100000"));
    await ensureAllowance(client, { token: market.tokens.dai, spender: market.permit2, amount: MaxUint256 });
    for (const token of [market.underlying, market.quote]) {
      await token
        .connect(market.signers.other)
        .transfer(market.signers.deployer.address, await token.balanceOf(trader));
    }
    const { weth, usdc, dai } = market.tokens;
    paths = [encodePath(weth, [{ fee: 3_000, token: dai }]), encodePath(usdc, [{ fee: 500, token: dai }])];
  });

  after(async () => {
    await market.connection.close();
  });

  /** A strike that call and put vaults both list. */
  async function strike(): Promise<number> {
    const rows = await optionChain(client, { expiry: BigInt(market.expiries[1]) });
    const both = rows.filter((row) => rows.some((other) => other.strike === row.strike && other.kind !== row.kind));
    const near = both.sort((a, b) => Math.abs(Math.abs(a.delta) - 0.5) - Math.abs(Math.abs(b.delta) - 0.5))[0];
    return fromWad(near?.strike ?? 0n);
  }

  async function planned(legs: readonly StrategyLeg[]) {
    const plan = await planOrder(client, { legs, trader });
    const settlement = await planSettlement(client, { legs: plan.legs, token: market.tokens.dai, paths });
    return { legs: plan.legs, settlement };
  }

  const failure = async (call: Promise<unknown>): Promise<string> =>
    explainError(
      await call.then(
        () => undefined,
        (error: unknown) => error,
      ),
    );

  it("pays for a straddle in DAI with one signature, and sells it for DAI again", async () => {
    const legs = straddle({ expiry: market.expiries[1], strike: await strike(), quantity: 2 });
    const { legs: purchase, settlement } = await planned(legs);
    const permit = await signPermit2(client, {
      token: settlement.token,
      amount: settlement.maxNetPaid,
      deadline,
    });
    const before = await market.dai.balanceOf(trader);
    const bought = await executeSwapOrder(client, { legs: purchase, settlement, deadline, permit });
    const paid = before - (await market.dai.balanceOf(trader));
    expect(bought.receipt.status).to.equal(1);
    expect(paid).to.be.within(1n, settlement.maxNetPaid);
    expect(paid).to.be.closeTo(bought.netPaid, bought.netPaid / 1_000n);
    expect(await market.dai.allowance(trader, market.addresses.swapRouter)).to.equal(0n);

    for (const { address } of client.vaults)
      await allowSales(client, { vault: address, router: market.addresses.swapRouter });
    const sale = await planned(legs.map((leg) => ({ ...leg, quantity: -leg.quantity })));
    expect(sale.settlement.maxNetPaid).to.be.below(0n);
    const sold = await executeSwapOrder(client, { ...sale, deadline });
    const got = (await market.dai.balanceOf(trader)) - (before - paid);
    expect(got).to.be.within(-sale.settlement.maxNetPaid, paid);
    expect(got).to.be.closeTo(-sold.netPaid, got / 1_000n);
    for (const token of [market.underlying, market.quote]) expect(await token.balanceOf(trader)).to.equal(0n);
  });

  it("pays by allowance where there is no signature, in one of the collaterals where that is asked", async () => {
    const { usdc, weth } = market.tokens;
    await market.quote.mint(trader, parseUnits("5000", 6));
    const legs = straddle({ expiry: market.expiries[1], strike: await strike(), quantity: 1 });
    const plan = await planOrder(client, { legs, trader });
    const settlement = await planSettlement(client, {
      legs: plan.legs,
      token: usdc,
      paths: [encodePath(weth, [{ fee: 500, token: usdc }])],
      slippageBps: 100n,
    });
    const order = { legs: plan.legs, settlement, deadline };
    expect(await failure(rehearseSwapOrder(client, order))).to.match(
      /^ERC20InsufficientAllowance: expected an allowance/,
    );
    await ensureAllowance(client, { token: usdc, spender: market.addresses.swapRouter, amount: settlement.maxNetPaid });
    const { netPaid } = await executeSwapOrder(client, order);
    expect(netPaid).to.be.within(1n, settlement.maxNetPaid);
  });

  it("quotes a swap either way, and says where no pool can do it", async () => {
    const [, usdcToDai] = paths as [string, string];
    const thousand = parseUnits("1000", 6);
    expect(await quoteSwap(client, { path: usdcToDai, amount: thousand })).to.be.within(
      parseEther("1000"),
      parseEther("1002"),
    );
    expect(await quoteSwap(client, { path: usdcToDai, amount: -thousand })).to.be.within(
      parseEther("998"),
      parseEther("1000"),
    );
    expect(await quoteSwap(client, { path: usdcToDai, amount: 0n })).to.equal(0n);
    const missing = encodePath(market.tokens.usdc, [{ fee: 10_000, token: market.tokens.dai }]);
    for (const amount of [thousand, -thousand]) {
      const refused = await failure(quoteSwap(client, { path: missing, amount }));
      expect(refused).to.match(/^expected pools with enough liquidity/);
    }
  });

  it("answers refusals in one line", async () => {
    const legs = straddle({ expiry: market.expiries[1], strike: await strike(), quantity: 1 });
    const { legs: purchase, settlement } = await planned(legs);
    const terms = { token: settlement.token, amount: settlement.maxNetPaid, deadline };
    const permit = await signPermit2(client, terms);
    const order = { legs: purchase, settlement, deadline, permit };
    const tried = (change: Partial<typeof order>) => failure(executeSwapOrder(client, { ...order, ...change }));
    const capped = (maxNetPaid: bigint) => ({ settlement: { ...settlement, maxNetPaid } });

    expect(await tried(capped(settlement.maxNetPaid / 2n))).to.match(
      /^SwapFailed: expected a swap from .* got Uniswap's refusal "STF": raise maxNetPaid/,
    );
    expect(await tried(capped(settlement.maxNetPaid + 1n))).to.match(
      /^InvalidAmount: expected at most the [\d.,e]+ token units that/,
    );
    expect(await tried({ deadline: 1n })).to.match(/^DeadlinePassed/);
    expect(await tried({ permit: await signPermit2(client, { ...terms, deadline: 1n }) })).to.match(
      /^SignatureExpired: expected inclusion by 1970/,
    );
    const stranger = connect(fromEthers(market.signers.stranger), market.addresses, { market: "WETH/USDC" });
    expect(await failure(executeSwapOrder(stranger, order))).to.match(/^InvalidSigner: expected the sender's own/);
    expect(await tried({ settlement: { ...settlement, paths: paths.slice(1) } })).to.match(/^NoPath: .*encodePath/);
    expect(await tried({ settlement: { ...settlement, paths: ["0x12"] } })).to.match(/^BadPathLength: .*got 1 bytes/);
    expect(await tried({ settlement: { ...settlement, token: market.tokens.usdc } })).to.match(/^PathEndsElsewhere/);
    await executeSwapOrder(client, order);
    expect(await tried({})).to.match(/^InvalidNonce: .*good once/);

    const twice = { ...settlement, slippageBps: 10_001n, legs: purchase };
    expect(await failure(planSettlement(client, twice))).to.match(/slippage from 0 to 10000/);
    const pathless = planSettlement(client, { legs: purchase, token: settlement.token, paths: [] });
    expect(await failure(pathless)).to.match(/expected a path from/);
    expect(() => encodePath(market.tokens.weth, [])).to.throw(OrderError);
    expect(await tried({ legs: [] })).to.match(/expected at least one leg/);
  });
});
