import { encodePath } from "@bulkhead/sdk";
import { expect } from "chai";
import {
  Contract,
  ContractFactory,
  id,
  Interface,
  MaxUint256,
  parseEther,
  parseUnits,
  TypedDataEncoder,
  ZeroAddress,
  type Signer,
} from "ethers";

import type { IVaultSwapRouter, VaultSwapRouter } from "../../../typechain-types/index.ts";
import { npmArtifact } from "../../../deploy/swapVenue/npmArtifact.ts";
import { PERMIT2 } from "../../../deploy/swapVenue/permit2.ts";
import type { LiveVault } from "../../fixtures/liveMarket.ts";
import { swapMarket, type SwapMarket } from "../../fixtures/swapMarket.ts";
import { testContract } from "../../helpers/testContract.ts";

const ONE = parseEther("1");
const FAR = 2n ** 40n;
const MAX_LEGS = 32;
const SWAP_EVENT = id("Swap(address,address,int256,int256,uint160,uint128,int24)");

interface Leg {
  vault: string;
  id: bigint;
  quantity: bigint;
  limit: bigint;
}
type Settlement = IVaultSwapRouter.SettlementStruct;

describe("VaultSwapRouter", () => {
  let market: SwapMarket;
  let restore: () => Promise<void>;
  let calls: LiveVault;
  let puts: LiveVault;
  let callId: bigint;
  let putId: bigint;
  let nearPutId: bigint;
  /** The router under test, and what was in it before a test's orders: nobody's. */
  let tested: string;
  let donated: bigint;

  before(async () => {
    market = await swapMarket();
    [calls, puts] = ["call", "put"].map((kind) => market.vaults.find((vault) => vault.kind === kind)!) as [
      LiveVault,
      LiveVault,
    ];
    callId = await market.seriesNear(calls, { expiry: market.expiries[1], price: 2000 });
    putId = await market.seriesNear(puts, { expiry: market.expiries[1], price: 2000 });
    nearPutId = await market.seriesNear(puts, { expiry: market.expiries[0], price: 2000 });
  });

  beforeEach(async () => {
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
    tested = market.addresses.swapRouter;
    donated = 0n;
  });

  afterEach(async () => {
    await expectRouterEmpty();
    await restore();
  });

  after(async () => {
    await market.connection.close();
  });

  /** I5: nothing rests in a router between transactions, and nobody may take anything from it. */
  async function expectRouterEmpty(): Promise<void> {
    const router = tested;
    const { dai, underlying, quote, vaults, addresses, connection } = market;
    const spenders = [addresses.uniswapRouter, addresses.permit2, ...vaults.map(({ address }) => address)];
    for (const token of [dai, underlying, quote]) {
      expect(await token.balanceOf(router), "I5: tokens").to.equal(donated);
      for (const spender of spenders) expect(await token.allowance(router, spender), "I5: allowance").to.equal(0n);
    }
    for (const { options } of vaults) {
      for (const series of [callId, putId]) expect(await options.balanceOf(router, series), "I5: options").to.equal(0n);
    }
    expect(await connection.ethers.provider.getBalance(router), "I5: native coin").to.equal(0n);
  }

  const leg = (
    vault: LiveVault,
    quantity: bigint,
    { series, limit }: { series?: bigint; limit?: bigint } = {},
  ): Leg => ({
    vault: vault.address,
    id: series ?? (vault.kind === "call" ? callId : putId),
    quantity,
    limit: limit ?? (quantity > 0n ? MaxUint256 : 0n),
  });
  const inDai = (maxNetPaid: bigint, paths: string[] = []): Settlement => ({
    token: market.tokens.dai,
    maxNetPaid,
    paths,
  });
  const daiPaths = () => [market.paths.wethToDai, market.paths.usdcToDai];
  const execute = (legs: Leg[], settlement: Settlement, receiver = market.signers.trader.address) =>
    market.swapRouter.execute(legs, settlement, receiver, FAR);
  const outcome = async (legs: Leg[], settlement: Settlement) => {
    const [premiums, netPaid] = await market.swapRouter.execute.staticCall(
      legs,
      settlement,
      market.signers.trader.address,
      FAR,
    );
    return { premiums, netPaid };
  };
  const balances = async (who: { address: string }) => {
    const { dai, underlying, quote } = market;
    const [ofDai, ofWeth, ofUsdc] = await Promise.all(
      [dai, underlying, quote].map((token) => token.balanceOf(who.address)),
    );
    return { dai: ofDai!, weth: ofWeth!, usdc: ofUsdc! };
  };
  const quoted = async (side: "Input" | "Output", path: string, amount: bigint): Promise<bigint> =>
    ((await market.uniswapQuoter.getFunction(`quoteExact${side}`).staticCall(path, amount)) as bigint[])[0]!;
  const swapsIn = async (sent: ReturnType<typeof execute>): Promise<number> =>
    (await (await sent).wait())!.logs.filter(({ topics }) => topics[0] === SWAP_EVENT).length;
  /** Runs at one time what was computed for it. */
  const freeze = async (): Promise<void> => {
    const { time } = market.connection.networkHelpers;
    await time.setNextBlockTimestamp((await time.latest()) + 60);
    await market.connection.networkHelpers.mine();
  };

  describe("execute", () => {
    it("buys with a third token: exactly what is missing is bought for the vault, the rest goes back", async () => {
      const { signers, paths } = market;
      await freeze();
      const before = await balances(signers.trader);
      const order = [leg(calls, ONE)];
      const settlement = inDai(parseEther("1000"), [paths.wethToDai]);
      const vaultBefore = await market.underlying.balanceOf(calls.address);
      const { premiums } = await outcome(order, settlement);
      const cost = await quoted("Output", paths.wethToDai, premiums[0]!);
      const receipt = await (await execute(order, settlement)).wait();
      const after = await balances(signers.trader);

      const premium = (await market.underlying.balanceOf(calls.address)) - vaultBefore;
      expect(premium).to.be.closeTo(premiums[0]!, premiums[0]! / 10_000n);
      expect(before.dai - after.dai).to.be.closeTo(cost, cost / 10_000n);
      expect(after.weth).to.equal(before.weth);
      expect(await calls.options.balanceOf(signers.trader.address, callId)).to.equal(ONE);
      const settled = receipt!.logs
        .filter(({ address }) => address === market.addresses.swapRouter)
        .map((log) => market.swapRouter.interface.parseLog(log)!);
      expect(settled.map(({ name }) => name)).to.deep.equal([
        ...["LegTraded", "VaultTraded"],
        ...["OrderExecuted", "OrderSettled"],
      ]);
      expect(settled[0]!.args.toArray()).to.deep.equal([signers.trader.address, calls.address, callId, ONE]);
      expect(settled[1]!.args.toArray()).to.deep.equal([signers.trader.address, calls.address, premium]);
      expect(settled[3]!.args.toArray()).to.deep.equal([
        signers.trader.address,
        market.tokens.dai,
        before.dai - after.dai,
      ]);
    });

    it("buys over two pools", async () => {
      const { signers, paths } = market;
      const before = await balances(signers.trader);
      const sent = execute([leg(calls, ONE)], inDai(parseEther("1000"), [paths.wethToUsdcToDai]));
      expect(await swapsIn(sent)).to.equal(2);
      const after = await balances(signers.trader);
      expect(before.dai - after.dai).to.be.within(parseEther("10"), parseEther("500"));
      expect({ ...after, dai: 0n }).to.deep.equal({ ...before, dai: 0n });
    });

    it("sells and pays out in a third token, what the pool gives for the payout", async () => {
      const { signers, paths } = market;
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [paths.usdcToDai]));
      await freeze();
      const sale = [leg(puts, -ONE)];
      const { premiums, netPaid } = await outcome(sale, inDai(-1n, [paths.usdcToDai]));
      expect(-netPaid).to.equal(await quoted("Input", paths.usdcToDai, -premiums[0]!));
      const before = await balances(signers.other);
      await execute(sale, inDai(-((-netPaid * 999n) / 1000n), [paths.usdcToDai]), signers.other.address);
      const after = await balances(signers.other);
      expect(after.dai - before.dai).to.be.closeTo(-netPaid, -netPaid / 1000n);
      expect(after.usdc).to.equal(before.usdc);
      expect(await puts.options.balanceOf(signers.trader.address, putId)).to.equal(0n);
    });

    it("buys a straddle over two collaterals with one third token", async () => {
      const { signers } = market;
      const before = await balances(signers.trader);
      const order = [leg(calls, ONE), leg(puts, ONE)];
      const { netPaid } = await outcome(order, inDai(parseEther("2000"), daiPaths()));
      await execute(order, inDai((netPaid * 1001n) / 1000n, daiPaths()));
      const after = await balances(signers.trader);
      expect(before.dai - after.dai).to.be.closeTo(netPaid, netPaid / 1000n);
      expect({ ...after, dai: 0n }).to.deep.equal({ ...before, dai: 0n });
      expect(await calls.options.balanceOf(signers.trader.address, callId)).to.equal(ONE);
      expect(await puts.options.balanceOf(signers.trader.address, putId)).to.equal(ONE);
    });

    it("buys a straddle with one of its own collaterals: only the other is swapped for", async () => {
      const { signers, tokens, paths } = market;
      const before = await balances(signers.trader);
      const settlement = { token: tokens.usdc, maxNetPaid: parseUnits("2000", 6), paths: [paths.wethToUsdc] };
      expect(await swapsIn(execute([leg(puts, ONE), leg(calls, ONE)], settlement))).to.equal(1);
      const after = await balances(signers.trader);
      expect(after.weth).to.equal(before.weth);
      expect(before.usdc - after.usdc).to.be.within(parseUnits("50", 6), parseUnits("500", 6));
    });

    it("needs no path and no swap where the token is the collateral", async () => {
      const settlement = { token: market.tokens.usdc, maxNetPaid: parseUnits("2000", 6), paths: [] };
      expect(await swapsIn(execute([leg(puts, ONE)], settlement))).to.equal(0);
      expect(await swapsIn(execute([leg(puts, -ONE)], { ...settlement, maxNetPaid: -1n }))).to.equal(0);
    });

    it("rolls over two vaults: what one brings pays the other, and the difference alone is swapped", async () => {
      const { signers, paths } = market;
      const other = market.vaults.find((vault) => vault.kind === "put" && vault !== puts)!;
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [paths.usdcToDai]));
      const before = await balances(signers.trader);
      const order = [leg(puts, -ONE), leg(other, ONE, { series: nearPutId })];
      await freeze();
      const { premiums, netPaid } = await outcome(order, inDai(-1n, [paths.usdcToDai]));
      expect(-netPaid).to.equal(await quoted("Input", paths.usdcToDai, -premiums[0]! - premiums[1]!));
      expect(await swapsIn(execute(order, inDai(-1n, [paths.usdcToDai])))).to.equal(1);
      expect((await balances(signers.trader)).usdc).to.equal(before.usdc);
      // The difference has to go somewhere.
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [paths.usdcToDai]));
      await expect(execute(order, inDai(-1n, []))).to.be.revertedWithCustomError(market.swapRouter, "NoPath");
    });

    it("rolls: what the sale brings pays for the purchase, and the difference alone is swapped", async () => {
      const { signers, paths } = market;
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [paths.usdcToDai]));
      const before = await balances(signers.trader);
      // The nearer put is the cheaper one: money comes in.
      const order = [leg(puts, -ONE), leg(puts, ONE, { series: nearPutId })];
      await freeze();
      const { premiums, netPaid } = await outcome(order, inDai(-1n, [paths.usdcToDai]));
      expect(premiums.length).to.equal(1);
      expect(-netPaid).to.equal(await quoted("Input", paths.usdcToDai, -premiums[0]!));
      expect(await swapsIn(execute(order, inDai(-1n, [paths.usdcToDai])))).to.equal(1);
      const after = await balances(signers.trader);
      expect(after.dai - before.dai).to.be.closeTo(-netPaid, parseEther("0.01"));
      expect(after.usdc).to.equal(before.usdc);
      // And back, where the difference is paid.
      const back = [leg(puts, -ONE, { series: nearPutId }), leg(puts, ONE)];
      expect(await swapsIn(execute(back, inDai(parseEther("1000"), [paths.usdcToDai])))).to.equal(1);
    });

    it("pays for a purchase with a sale in another collateral, without a token of the trader's", async () => {
      const { signers, dai } = market;
      await execute([leg(puts, 3n * ONE)], inDai(parseEther("1000"), [market.paths.usdcToDai]));
      await dai.connect(signers.trader).transfer(signers.other.address, await dai.balanceOf(signers.trader.address));
      const order = [leg(puts, -2n * ONE), leg(calls, ONE / 2n)];
      await execute(order, inDai(0n, daiPaths()));
      expect(await calls.options.balanceOf(signers.trader.address, callId)).to.equal(ONE / 2n);
      const earned = await dai.balanceOf(signers.trader.address);
      expect(earned).to.be.greaterThan(0n);
      // The other way round the purchase finds nothing to be paid with.
      await dai.connect(signers.trader).transfer(signers.other.address, earned);
      const wrongOrder = [leg(calls, ONE / 4n), leg(puts, -ONE)];
      await expect(execute(wrongOrder, inDai(0n, daiPaths()))).to.be.revertedWithCustomError(
        market.swapRouter,
        "SwapFailed",
      );
    });

    it("gives what was not spent back to the caller, and what was earned to the receiver", async () => {
      const { signers, paths } = market;
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [paths.usdcToDai]));
      const [trader, other] = [await balances(signers.trader), await balances(signers.other)];
      await execute([leg(puts, -ONE)], inDai(parseEther("77"), [paths.usdcToDai]), signers.other.address);
      expect(await balances(signers.trader)).to.deep.equal(trader);
      expect((await balances(signers.other)).dai).to.be.greaterThan(other.dai);
      const afterSale = await balances(signers.other);
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [paths.usdcToDai]), signers.other.address);
      expect(await balances(signers.other)).to.deep.equal(afterSale);
      expect(await puts.options.balanceOf(signers.other.address, putId)).to.equal(ONE);
    });

    it("refuses a sale that the pools do not take whole", async () => {
      const { tokens, pool } = market;
      await execute([leg(puts, 100n * ONE)], { token: tokens.usdc, maxNetPaid: parseUnits("20000", 6), paths: [] });
      // A pool that the sale runs dry: it takes less USDC than there is.
      const sides = [
        [tokens.usdc, parseUnits("100", 6)],
        [tokens.dai, parseEther("100")],
      ] as const;
      await pool(10_000, [[...sides[0]], [...sides[1]]], { reach: 400 });
      const shallow = encodePath(tokens.usdc, [{ fee: 10_000, token: tokens.dai }]);
      const order = [leg(puts, -100n * ONE)];
      await expect(execute(order, inDai(-1n, [shallow]))).to.be.revertedWithCustomError(
        market.swapRouter,
        "SwapIncomplete",
      );
    });
  });

  describe("reverts when", () => {
    it("the total is above its limit, in either direction", async () => {
      const { paths, swapRouter } = market;
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [paths.usdcToDai]));
      const sale = [leg(puts, -ONE)];
      const { netPaid } = await outcome(sale, inDai(-1n, [paths.usdcToDai]));
      await expect(execute(sale, inDai(netPaid * 2n, [paths.usdcToDai]))).to.be.revertedWithCustomError(
        swapRouter,
        "TotalLimitMissed",
      );
      // What is to be paid at most is all there is: a swap that costs more finds too little.
      const purchase = [leg(calls, ONE)];
      const { netPaid: cost } = await outcome(purchase, inDai(parseEther("1000"), [paths.wethToDai]));
      await expect(execute(purchase, inDai(cost / 2n, [paths.wethToDai]))).to.be.revertedWithCustomError(
        swapRouter,
        "SwapFailed",
      );
      const inUsdc = { token: market.tokens.usdc, maxNetPaid: 1n, paths: [] };
      await expect(execute([leg(puts, ONE)], inUsdc)).to.be.revertedWithCustomError(swapRouter, "FundsExhausted");
    });

    it("a leg misses its own limit", async () => {
      const { paths, swapRouter } = market;
      const settlement = inDai(parseEther("1000"), [paths.usdcToDai]);
      await expect(execute([leg(puts, ONE, { limit: 1n })], settlement)).to.be.revertedWithCustomError(
        swapRouter,
        "LegLimitMissed",
      );
      await execute([leg(puts, ONE)], settlement);
      await expect(execute([leg(puts, -ONE, { limit: MaxUint256 })], settlement)).to.be.revertedWithCustomError(
        swapRouter,
        "LegLimitMissed",
      );
    });

    it("the order itself is none: legs, receiver, deadline, vault", async () => {
      const { swapRouter, signers } = market;
      const settlement = inDai(parseEther("1000"), daiPaths());
      const { address } = signers.trader;
      const one = leg(puts, ONE);
      const refused = (call: Promise<unknown>, name: string) =>
        expect(call).to.be.revertedWithCustomError(swapRouter, name);
      await refused(execute([], settlement), "NoLegs");
      await refused(
        execute(
          Array.from({ length: MAX_LEGS + 1 }, () => one),
          settlement,
        ),
        "TooManyLegs",
      );
      await refused(execute([one], settlement, ZeroAddress), "BadReceiver");
      await refused(execute([one], settlement, market.addresses.swapRouter), "BadReceiver");
      await refused(swapRouter.execute([one], settlement, address, 1n), "DeadlinePassed");
      await refused(execute([{ ...one, vault: address }], settlement), "UnknownVault");
    });

    it("a path has the wrong length, the wrong ends or none", async () => {
      const { swapRouter, tokens, paths } = market;
      const order = [leg(calls, ONE)];
      const withPaths = (...list: string[]) => execute(order, inDai(parseEther("1000"), list));
      const dai = (fee: number) => ({ fee, token: tokens.dai });
      const five = encodePath(tokens.weth, [dai(500), dai(500), dai(500), dai(500)]) + paths.wethToDai.slice(-46);
      for (const [broken, length] of [
        ["0x", 0],
        [tokens.weth, 20],
        [`${paths.wethToDai}00`, 44],
        [five, 20 + 5 * 23],
      ] as const) {
        await expect(withPaths(broken)).to.be.revertedWithCustomError(swapRouter, "BadPathLength").withArgs(0, length);
      }
      await expect(withPaths(paths.wethToDai, paths.wethToUsdc))
        .to.be.revertedWithCustomError(swapRouter, "PathEndsElsewhere")
        .withArgs(1, tokens.usdc);
      await expect(withPaths(paths.usdcToDai))
        .to.be.revertedWithCustomError(swapRouter, "TokenNotTraded")
        .withArgs(tokens.usdc);
      await expect(withPaths()).to.be.revertedWithCustomError(swapRouter, "NoPath").withArgs(tokens.weth);
      await expect(withPaths(...Array.from({ length: MAX_LEGS + 1 }, () => paths.wethToDai)))
        .to.be.revertedWithCustomError(swapRouter, "TooManyPaths")
        .withArgs(MAX_LEGS + 1, MAX_LEGS);
    });

    it("a sale has no path, even where it brings the token that others need", async () => {
      const { swapRouter, tokens } = market;
      await execute([leg(puts, ONE)], { token: tokens.usdc, maxNetPaid: parseUnits("1000", 6), paths: [] });
      await expect(execute([leg(puts, -ONE)], inDai(0n)))
        .to.be.revertedWithCustomError(swapRouter, "NoPath")
        .withArgs(tokens.usdc);
    });

    it("there is no such pool, or none with liquidity", async () => {
      const { swapRouter, tokens } = market;
      const missing = encodePath(tokens.weth, [{ fee: 10_000, token: tokens.dai }]);
      await expect(execute([leg(calls, ONE)], inDai(parseEther("1000"), [missing]))).to.be.revertedWithCustomError(
        swapRouter,
        "SwapFailed",
      );
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [market.paths.usdcToDai]));
      const noWayOut = encodePath(tokens.usdc, [{ fee: 10_000, token: tokens.dai }]);
      // Not there; then there, with a price and no liquidity.
      const refused = async () => {
        const order = [leg(puts, ONE)];
        const call = execute(order, inDai(parseEther("1000"), [noWayOut]));
        await expect(call).to.be.revertedWithCustomError(swapRouter, "SwapFailed");
      };
      await refused();
      await initialisePool(10_000);
      await refused();
      await expect(execute([leg(puts, -ONE)], inDai(0n, [noWayOut]))).to.be.revertedWithCustomError(
        swapRouter,
        "SwapFailed",
      );
    });

    it("the token of settlement is none, or takes a fee", async () => {
      const { swapRouter, signers, tokens } = market;
      const order = [leg(calls, ONE)];
      for (const token of [ZeroAddress, signers.other.address]) {
        await expect(execute(order, { token, maxNetPaid: 1n, paths: [] }))
          .to.be.revertedWithCustomError(swapRouter, "NotAToken")
          .withArgs(token);
      }
      const hostile = await hostileToken();
      const token = await hostile.getAddress();
      await hostile.getFunction("mint").send(signers.trader.address, 10_000n);
      await (hostile.connect(signers.trader) as typeof hostile).getFunction("approve").send(swapRouter, MaxUint256);
      await hostile.getFunction("setBehaviour").send(1);
      const path = encodePath(tokens.weth, [{ fee: 3_000, token }]);
      await expect(execute(order, { token, maxNetPaid: 1_000n, paths: [path] }))
        .to.be.revertedWithCustomError(swapRouter, "NotArrived")
        .withArgs(token, 990n, 1_000n);
    });
  });

  describe("executeWithPermit2", () => {
    const PERMIT_TYPES = {
      PermitTransferFrom: [
        { name: "permitted", type: "TokenPermissions" },
        { name: "spender", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
      TokenPermissions: [
        { name: "token", type: "address" },
        { name: "amount", type: "uint256" },
      ],
    };
    const CAP = parseEther("1000");

    async function permitOf(
      signer: Signer,
      terms: Partial<{
        amount: bigint;
        nonce: bigint;
        deadline: bigint;
        spender: string;
        token: string;
        chainId: number;
      }> = {},
    ) {
      const { amount = CAP, nonce = 1n, deadline = FAR } = terms;
      const { spender = market.addresses.swapRouter, token = market.tokens.dai } = terms;
      const chainId = terms.chainId ?? market.addresses.chainId;
      const domain = { name: "Permit2", chainId, verifyingContract: market.permit2 };
      const message = { permitted: { token, amount }, spender, nonce, deadline };
      return { amount, nonce, deadline, signature: await signer.signTypedData(domain, PERMIT_TYPES, message) };
    }

    const buy = (permit: Awaited<ReturnType<typeof permitOf>>, { cap = CAP, sender = market.signers.trader } = {}) =>
      market.swapRouter
        .connect(sender)
        .executeWithPermit2(
          permit,
          [leg(calls, ONE), leg(puts, ONE)],
          inDai(cap, daiPaths()),
          market.signers.trader.address,
          FAR,
        );
    const refusal = (name: string, args = "") => ({ interface: permit2Errors(name, args) });
    const permit2Errors = (name: string, args: string) => new Interface([`error ${name}(${args})`]);

    beforeEach(async () => {
      // The signature is all there is: no allowance to the router itself.
      const { dai, signers, addresses } = market;
      await dai.connect(signers.trader).approve(addresses.swapRouter, 0n);
    });

    it("is the real one, at its own address, with its own domain", async () => {
      expect(market.permit2).to.equal(PERMIT2);
      const permit2 = new Contract(
        PERMIT2,
        ["function DOMAIN_SEPARATOR() view returns (bytes32)"],
        market.signers.other,
      );
      expect(await permit2.getFunction("DOMAIN_SEPARATOR")()).to.equal(
        TypedDataEncoder.hashDomain({
          name: "Permit2",
          chainId: market.addresses.chainId,
          verifyingContract: PERMIT2,
        }),
      );
    });

    it("buys a straddle on a signature, takes no more than the limit and gives back what is left", async () => {
      const { signers, dai } = market;
      const before = await dai.balanceOf(signers.trader.address);
      const receipt = await (await buy(await permitOf(signers.trader, { amount: MaxUint256 }))).wait();
      const paid = before - (await dai.balanceOf(signers.trader.address));
      expect(paid).to.be.within(parseEther("50"), CAP / 2n);
      const taken = receipt!.logs
        .filter(({ address }) => address === market.tokens.dai)
        .map((log) => dai.interface.parseLog(log)!)
        .find(({ name, args }) => name === "Transfer" && args[0] === signers.trader.address)!;
      expect(taken.args.toArray().slice(1)).to.deep.equal([market.addresses.swapRouter, CAP]);
    });

    it("takes nothing and uses no signature up where the order only earns", async () => {
      const { signers, dai, swapRouter, paths } = market;
      await buy(await permitOf(signers.trader));
      const before = await dai.balanceOf(signers.trader.address);
      const unsigned = { amount: 0n, nonce: 0n, deadline: 0n, signature: "0x" };
      const terms = [[leg(puts, -ONE)], inDai(-1n, [paths.usdcToDai]), signers.trader.address, FAR] as const;
      await swapRouter.executeWithPermit2(unsigned, [...terms[0]], terms[1], terms[2], terms[3]);
      expect(await dai.balanceOf(signers.trader.address)).to.be.greaterThan(before);
    });

    it("takes the signature of a contract's owner for the contract (ERC-1271)", async () => {
      const { signers, dai, connection } = market;
      const { abi, bytecode } = await testContract("test/mocks/ERC1271WalletMock.sol");
      const wallet = await new ContractFactory(abi, bytecode, signers.deployer).deploy(signers.trader.address);
      const address = await wallet.getAddress();
      await dai.mint(address, CAP);
      await connection.networkHelpers.impersonateAccount(address);
      await connection.networkHelpers.setBalance(address, ONE);
      const sender = await connection.ethers.getSigner(address);
      await dai.connect(sender).approve(PERMIT2, MaxUint256);
      await buy(await permitOf(signers.trader), { sender });
      expect(await dai.balanceOf(address)).to.be.within(1n, CAP - 1n);
    });

    it("A20: a signature is good once", async () => {
      const permit = await permitOf(market.signers.trader);
      await buy(permit);
      await expect(buy(permit)).to.be.revertedWithCustomError(refusal("InvalidNonce"), "InvalidNonce");
    });

    it("A20: nobody but its signer can use it, here or with Permit2 itself", async () => {
      const { signers } = market;
      const permit = await permitOf(signers.trader);
      await expect(buy(permit, { sender: signers.stranger })).to.be.revertedWithCustomError(
        refusal("InvalidSigner"),
        "InvalidSigner",
      );
      const abi = [
        "function permitTransferFrom(((address token, uint256 amount) permitted, uint256 nonce, uint256 deadline) permit, (address to, uint256 requestedAmount) details, address owner, bytes signature)",
      ];
      const { amount, nonce, deadline, signature } = permit;
      const permit2 = new Contract(PERMIT2, abi, signers.stranger);
      const take = permit2
        .getFunction("permitTransferFrom")
        .send(
          { permitted: { token: market.tokens.dai, amount }, nonce, deadline },
          { to: signers.stranger.address, requestedAmount: amount },
          signers.trader.address,
          signature,
        );
      await expect(take).to.be.revertedWithCustomError(refusal("InvalidSigner"), "InvalidSigner");
      await buy(permit);
    });

    it("A20: it holds for one chain, spender and token", async () => {
      const { signers, tokens, addresses } = market;
      for (const other of [{ chainId: 1 }, { spender: addresses.router }, { token: tokens.usdc }]) {
        await expect(buy(await permitOf(signers.trader, other))).to.be.revertedWithCustomError(
          refusal("InvalidSigner"),
          "InvalidSigner",
        );
      }
    });

    it("A19: an order that fails leaves its signature to be used again", async () => {
      const permit = await permitOf(market.signers.trader);
      await expect(buy(permit, { cap: 1n })).to.be.revertedWithCustomError(market.swapRouter, "SwapFailed");
      await buy(permit);
    });

    it("reverts when it is expired, or signed for less than the order may cost", async () => {
      const { signers } = market;
      const now = BigInt(await market.connection.networkHelpers.time.latest());
      await expect(buy(await permitOf(signers.trader, { deadline: now - 1n })))
        .to.be.revertedWithCustomError(refusal("SignatureExpired", "uint256 deadline"), "SignatureExpired")
        .withArgs(now - 1n);
      await expect(buy(await permitOf(signers.trader, { amount: CAP - 1n })))
        .to.be.revertedWithCustomError(refusal("InvalidAmount", "uint256 maxAmount"), "InvalidAmount")
        .withArgs(CAP - 1n);
    });
  });

  describe("attacks", () => {
    it("A17: allowances and operators' rights are of use to their giver only", async () => {
      const { signers, swapRouter, dai, paths } = market;
      await execute([leg(puts, ONE)], inDai(parseEther("1000"), [paths.usdcToDai]));
      const byStranger = swapRouter.connect(signers.stranger);
      const { address } = signers.stranger;
      const before = await balances(signers.trader);
      await expect(
        byStranger.execute([leg(calls, ONE)], inDai(parseEther("1000"), [paths.wethToDai]), address, FAR),
      ).to.be.revertedWithCustomError(dai, "ERC20InsufficientAllowance");
      await expect(
        byStranger.execute([leg(puts, -ONE)], inDai(0n, [paths.usdcToDai]), address, FAR),
      ).to.be.revertedWithCustomError(puts.options, "ERC6909InsufficientAllowance");
      expect(await balances(signers.trader)).to.deep.equal(before);
    });

    it("A17: nobody is paid outside an order, not even a vault", async () => {
      const { signers, swapRouter, connection } = market;
      await connection.networkHelpers.impersonateAccount(calls.address);
      await connection.networkHelpers.setBalance(calls.address, ONE);
      for (const sender of [signers.stranger, await connection.ethers.getSigner(calls.address)]) {
        await expect(swapRouter.connect(sender).onPremiumDue(1n, "0x"))
          .to.be.revertedWithCustomError(swapRouter, "NotPaying")
          .withArgs(sender.address);
      }
    });

    it("A16: it takes no native coin", async () => {
      const { signers, addresses, connection } = market;
      const send = signers.trader.sendTransaction({ to: addresses.swapRouter, value: 1n });
      await expect(send).to.be.revert(connection.ethers);
    });

    it("A6: tokens sent to it stop no order, pay for none and stay", async () => {
      const { dai, underlying, quote, addresses, tokens, paths, swapRouter } = market;
      donated = 10n ** 18n;
      for (const token of [dai, underlying, quote]) await token.mint(addresses.swapRouter, donated);
      await execute([leg(calls, ONE), leg(puts, 2n * ONE)], inDai(parseEther("2000"), daiPaths()));
      await execute([leg(puts, -ONE), leg(puts, ONE, { series: nearPutId })], inDai(0n, [paths.usdcToDai]));
      await execute([leg(calls, -ONE), leg(puts, -ONE)], inDai(-1n, daiPaths()));
      // A purchase that only the gift could pay for.
      for (const maxNetPaid of [0n, 1n]) {
        await expect(
          execute([leg(puts, ONE)], { token: tokens.usdc, maxNetPaid, paths: [] }),
        ).to.be.revertedWithCustomError(swapRouter, "FundsExhausted");
        await expect(execute([leg(calls, ONE)], inDai(maxNetPaid, [paths.wethToDai]))).to.be.revertedWithCustomError(
          swapRouter,
          "SwapFailed",
        );
      }
    });

    it("A7: a token on the path that calls back finds the door shut, and the order goes on", async () => {
      const { swapRouter, signers, tokens, pool, addresses } = market;
      const hostile = await hostileToken();
      const token = await hostile.getAddress();
      for (const [fee, other, amount] of [
        [3_000, tokens.weth, parseEther("10")],
        [500, tokens.dai, parseEther("20000")],
      ] as const) {
        await pool(fee, [
          [token, 20_000n * 10n ** 6n],
          [other, amount],
        ]);
      }
      const path = encodePath(tokens.weth, [
        { fee: 3_000, token },
        { fee: 500, token: tokens.dai },
      ]);
      const settlement = inDai(parseEther("1000"), [path]);
      const { interface: abi } = swapRouter;
      const { address } = signers.stranger;
      const attempts = [
        [addresses.swapRouter, abi.encodeFunctionData("execute", [[leg(calls, ONE)], settlement, address, FAR])],
        [addresses.swapRouter, abi.encodeFunctionData("onPremiumDue", [parseEther("900"), "0x"])],
        [tokens.dai, market.dai.interface.encodeFunctionData("transferFrom", [addresses.swapRouter, address, 1n])],
      ] as const;
      for (const [target, data] of attempts) {
        for (const quantity of [ONE, -ONE]) {
          await hostile.getFunction("setHook").send(target, data);
          await execute([leg(calls, quantity)], quantity > 0n ? settlement : inDai(-1n, [path]));
          expect(await hostile.getFunction("called")(), "called back").to.equal(true);
          expect(await hostile.getFunction("callSucceeded")(), "and was let in").to.equal(false);
          await expectRouterEmpty();
        }
      }
    });

    it("A8: a token of settlement that calls back, pays badly or answers nothing harms its owner only", async () => {
      const { swapRouter, signers, tokens, pool } = market;
      const hostile = await hostileToken();
      const token = await hostile.getAddress();
      await pool(3_000, [
        [token, 20_000n * 10n ** 6n],
        [tokens.weth, parseEther("10")],
      ]);
      await hostile.getFunction("mint").send(signers.trader.address, 10n ** 12n);
      const asTrader = hostile.connect(signers.trader) as typeof hostile;
      await asTrader.getFunction("approve").send(swapRouter, MaxUint256);
      const path = encodePath(tokens.weth, [{ fee: 3_000, token }]);
      const settlement = { token, maxNetPaid: 1_000n * 10n ** 6n, paths: [path] };
      const again = swapRouter.interface.encodeFunctionData("execute", [
        [leg(calls, ONE)],
        settlement,
        signers.trader.address,
        FAR,
      ]);
      await hostile.getFunction("setHook").send(market.addresses.swapRouter, again);
      await execute([leg(calls, ONE)], settlement);
      expect(await hostile.getFunction("callSucceeded")()).to.equal(false);
      // Returns nothing: fine. Returns false: refused.
      await hostile.getFunction("setBehaviour").send(3);
      await execute([leg(calls, ONE)], settlement);
      await hostile.getFunction("setBehaviour").send(2);
      await expect(execute([leg(calls, ONE)], settlement)).to.be.revertedWithCustomError(
        swapRouter,
        "SafeERC20FailedOperation",
      );
    });

    describe("by a vault that the factory let in", () => {
      const MODES = { Honest: 0, AskTwice: 1, Understate: 2, AskLater: 3, Tamper: 7, ReenterSwap: 8 } as const;
      const PRICE = 10n ** 15n;
      let hostile: string;
      let router: VaultSwapRouter;

      const deployHostile = async (mode: keyof typeof MODES) => {
        const { signers, tokens } = market;
        const { abi, bytecode } = await testContract("test/mocks/HostileVault.sol");
        const factory = new ContractFactory(abi, bytecode, signers.deployer);
        const vault = await factory.deploy(tokens.weth, tokens.dai, PRICE);
        await vault.getFunction("setMode").send(MODES[mode]);
        return vault;
      };

      const setUp = async (mode: keyof typeof MODES): Promise<void> => {
        const { signers, addresses, dai } = market;
        hostile = await (await deployHostile(mode)).getAddress();
        router = await market.connection.ethers.deployContract(
          "VaultSwapRouter",
          [hostile, addresses.uniswapRouter, addresses.permit2],
          signers.trader,
        );
        tested = await router.getAddress();
        await dai.connect(signers.trader).approve(router, MaxUint256);
      };

      const buyLeg = (limit = MaxUint256) => ({ vault: hostile, id: 1n, quantity: 1n, limit });
      const run = (legs: Leg[], maxNetPaid = parseEther("100")) =>
        router.execute(legs, inDai(maxNetPaid, [market.paths.wethToDai]), market.signers.trader.address, FAR);

      it("works where it is honest", async () => {
        await setUp("Honest");
        await expect(run([buyLeg()])).to.changeTokenBalance(
          market.connection.ethers,
          market.underlying,
          hostile,
          PRICE,
        );
      });

      it("A18: it is not paid twice, nor later, nor for other terms than it was given", async () => {
        await setUp("AskTwice");
        await expect(run([buyLeg()])).to.be.revertedWithCustomError(router, "NotPaying");
        await setUp("AskLater");
        const second = await deployHostile("Honest");
        await second.getFunction("setAccomplice").send(hostile);
        await expect(run([buyLeg(), { ...buyLeg(), vault: await second.getAddress() }]))
          .to.be.revertedWithCustomError(router, "NotPaying")
          .withArgs(hostile);
        await setUp("Tamper");
        await expect(run([buyLeg()]))
          .to.be.revertedWithCustomError(router, "NotPaying")
          .withArgs(hostile);
      });

      it("A18: what it took counts against the limit, not what it says it took", async () => {
        await setUp("Understate");
        await expect(run([buyLeg(PRICE - 1n)]))
          .to.be.revertedWithCustomError(router, "LegLimitMissed")
          .withArgs(0, PRICE, PRICE - 1n);
      });

      it("A18: a sale that it only says it paid for counts as nothing, and spends no gift", async () => {
        await setUp("Honest");
        const { underlying, dai } = market;
        donated = PRICE;
        for (const token of [underlying, dai, market.quote]) await token.mint(router, donated);
        const sale = { ...buyLeg(), quantity: -1n, limit: 1n };
        await expect(run([sale]))
          .to.be.revertedWithCustomError(router, "LegLimitMissed")
          .withArgs(0, 0, 1n);
        const other = await (await deployHostile("Honest")).getAddress();
        await expect(
          run(
            [
              { ...sale, limit: 0n },
              { ...buyLeg(), vault: other },
            ],
            0n,
          ),
        ).to.be.revertedWithCustomError(router, "SwapFailed");
        await run([{ ...sale, limit: 0n }]);
      });

      it("A7: it cannot enter again while an order runs", async () => {
        await setUp("ReenterSwap");
        await expect(run([buyLeg()])).to.be.revertedWithCustomError(router, "ReentrancyGuardReentrantCall");
      });
    });
  });

  /** A pool of USDC and DAI with a price and nothing in it. */
  async function initialisePool(fee: number): Promise<void> {
    const { addresses, signers, tokens } = market;
    const router = new Contract(addresses.uniswapRouter, npmArtifact("SwapRouter02").abi, signers.deployer);
    const manager = String(await router.getFunction("positionManager")());
    const positions = new Contract(manager, npmArtifact("NonfungiblePositionManager").abi, signers.deployer);
    const pair = [tokens.usdc, tokens.dai].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    const price = 2n ** 96n;
    await positions.getFunction("createAndInitializePoolIfNecessary").send(...pair, fee, price);
  }

  async function hostileToken() {
    const { abi, bytecode } = await testContract("test/mocks/HostileToken.sol");
    const deployed = await new ContractFactory(abi, bytecode, market.signers.deployer).deploy();
    return deployed;
  }
});
