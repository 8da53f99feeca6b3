import { encodePath } from "@bulkhead/sdk";
import { expect } from "chai";
import { Contract, MaxUint256, parseEther, parseUnits, ZeroAddress } from "ethers";

import { npmArtifact } from "../../../deploy/swapVenue/npmArtifact.ts";
import type { LiveVault } from "../../fixtures/liveMarket.ts";
import type { SwapMarket } from "../../fixtures/swapMarket.ts";
import { MAX_LEGS, ONE, swapRouterStage } from "./swapRouterStage.ts";

describe("VaultSwapRouter", () => {
  const stage = swapRouterStage();
  const { leg, inDai, daiPaths, execute, outcome, balances, quoted, swapsIn, freeze, hostileToken } = stage;
  let market: SwapMarket;
  let calls: LiveVault;
  let puts: LiveVault;
  let callId: bigint;
  let putId: bigint;
  let nearPutId: bigint;

  before(() => {
    ({ market, calls, puts, callId, putId, nearPutId } = stage.opened());
  });

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
      expect(settled.map(({ name }) => name)).to.deep.equal(["VaultTraded", "OrderExecuted", "OrderSettled"]);
      expect(settled[0]!.args.toArray()).to.deep.equal([signers.trader.address, calls.address, premium]);
      expect(settled[2]!.args.toArray()).to.deep.equal([
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
});
