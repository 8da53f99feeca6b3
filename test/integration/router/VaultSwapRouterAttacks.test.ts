import { encodePath } from "@bulkhead/sdk";
import { expect } from "chai";
import { ContractFactory, MaxUint256, parseEther } from "ethers";

import type { VaultSwapRouter } from "../../../typechain-types/index.ts";
import type { LiveVault } from "../../fixtures/liveMarket.ts";
import type { SwapMarket } from "../../fixtures/swapMarket.ts";
import { testContract } from "../../helpers/testContract.ts";
import { FAR, ONE, swapRouterStage, type Leg } from "./swapRouterStage.ts";

describe("VaultSwapRouter", () => {
  const stage = swapRouterStage();
  const { expectRouterEmpty, leg, inDai, daiPaths, execute, balances, hostileToken } = stage;
  let market: SwapMarket;
  let calls: LiveVault;
  let puts: LiveVault;
  let nearPutId: bigint;

  before(() => {
    ({ market, calls, puts, nearPutId } = stage.opened());
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
      stage.watched.donated = 10n ** 18n;
      for (const token of [dai, underlying, quote]) await token.mint(addresses.swapRouter, stage.watched.donated);
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
        stage.watched.router = await router.getAddress();
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
        stage.watched.donated = PRICE;
        for (const token of [underlying, dai, market.quote]) await token.mint(router, stage.watched.donated);
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
});
