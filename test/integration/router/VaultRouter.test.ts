import { toSeriesId } from "@bulkhead/sdk";
import { expect } from "chai";
import { parseEther, type BaseContract, type ContractTransactionReceipt, type LogDescription } from "ethers";

import type { LiveMarket, LiveVault } from "../../fixtures/liveMarket.ts";
import { FAR, ONE, routerStage, type Leg } from "./routerStage.ts";

/** What some contracts said in a transaction, in the order in which they said it. */
const eventsOf = (receipt: ContractTransactionReceipt, contracts: readonly BaseContract[]): LogDescription[] =>
  receipt.logs.flatMap((log) => {
    const said = contracts.find(({ target }) => target === log.address)?.interface.parseLog(log);
    return said ? [said] : [];
  });

describe("VaultRouter", () => {
  const stage = routerStage();
  const { leg, execute } = stage;
  let market: LiveMarket;
  let callVaults: LiveVault[];
  let putVaults: LiveVault[];
  let callId: bigint;
  let putId: bigint;

  before(() => {
    ({ market, callVaults, putVaults, callId, putId } = stage.opened());
  });

  describe("execute", () => {
    it("takes the premium from the trader to the vault in one transfer, and brings the options", async () => {
      const { router, signers, underlying } = market;
      const vault = callVaults[0]!;
      const order = [leg(vault, { id: callId, quantity: ONE })];
      const before = await underlying.balanceOf(signers.trader.address);
      const receipt = await (await router.execute(order, [], signers.other.address, FAR)).wait();
      const paid = before - (await underlying.balanceOf(signers.trader.address));

      expect(paid).to.be.greaterThan(0n);
      const transfers = receipt!.logs.filter(({ address }) => address === market.places.underlying.address);
      expect(transfers.length, "one transfer").to.equal(1);
      expect(underlying.interface.parseLog(transfers[0]!)!.args.toArray()).to.deep.equal([
        signers.trader.address,
        vault.address,
        paid,
      ]);
      expect(await vault.options.balanceOf(signers.other.address, callId)).to.equal(ONE);
    });

    it("runs legs over every vault, and returns what each came to", async () => {
      const { signers, router } = market;
      const traded = [...callVaults, ...putVaults];
      const legs = traded.map((vault) => leg(vault, { id: vault.kind === "call" ? callId : putId, quantity: ONE }));
      const premiums = await router.execute.staticCall(legs, [], signers.trader.address, FAR);
      const [underlying, quote] = [market.underlying, market.quote];
      const before = [
        await underlying.balanceOf(signers.trader.address),
        await quote.balanceOf(signers.trader.address),
      ];
      await execute(legs);
      const sumOf = (kind: "call" | "put"): bigint =>
        premiums.reduce((sum, premium, index) => (traded[index]!.kind === kind ? sum + premium : sum), 0n);
      expect(premiums.length).to.equal(4);
      const spent = [
        before[0]! - (await underlying.balanceOf(signers.trader.address)),
        before[1]! - (await quote.balanceOf(signers.trader.address)),
      ];
      // A second later the options are worth a little less.
      const [paidUnderlying, paidQuote] = [sumOf("call"), sumOf("put")];
      expect(spent[0]).to.be.closeTo(paidUnderlying, parseEther("0.00001"));
      expect(spent[1]).to.be.closeTo(paidQuote, 10_000n);
      for (const vault of market.vaults) {
        expect(await vault.options.balanceOf(signers.trader.address, vault.kind === "call" ? callId : putId)).to.equal(
          ONE,
        );
      }
    });

    it("sells from the trader, who made it operator, straight to the receiver", async () => {
      const { router, signers, quote } = market;
      const vault = putVaults[0]!;
      await execute([leg(vault, { id: putId, quantity: ONE })]);
      const before = await quote.balanceOf(signers.other.address);
      await router.execute([leg(vault, { id: putId, quantity: -ONE })], [], signers.other.address, FAR);
      expect(await quote.balanceOf(signers.other.address)).to.be.greaterThan(before);
      expect(await vault.options.balanceOf(signers.trader.address, putId)).to.equal(0n);
    });

    it("rolls: sells one series and buys another, paying the net", async () => {
      const { signers, quote } = market;
      const vault = putVaults[1]!;
      await execute([leg(vault, { id: putId, quantity: ONE })]);
      const nearer = await market.seriesNear(vault, { expiry: market.expiries[0], price: 2000 });
      const before = await quote.balanceOf(signers.trader.address);
      const token = market.places.quote.address;
      // The nearer put is the cheaper one: the roll brings money in, which a total can insist on.
      await execute([leg(vault, { id: putId, quantity: -ONE }), leg(vault, { id: nearer, quantity: ONE })], {
        totals: [{ token, maxNetPaid: -1n }],
      });
      expect(await quote.balanceOf(signers.trader.address)).to.be.greaterThan(before);
      expect(await vault.options.balanceOf(signers.trader.address, nearer)).to.equal(ONE);
      expect(await vault.options.balanceOf(signers.trader.address, putId)).to.equal(0n);
    });

    it("does all legs or none", async () => {
      const { signers, underlying } = market;
      const before = await underlying.balanceOf(signers.trader.address);
      const dust = leg(callVaults[1]!, { id: callId, quantity: 1n });
      await expect(execute([leg(callVaults[0]!, { id: callId, quantity: ONE }), dust])).to.be.revertedWithCustomError(
        callVaults[1]!.contract,
        "OrderTooSmall",
      );
      expect(await underlying.balanceOf(signers.trader.address)).to.equal(before);
      expect(await callVaults[0]!.options.balanceOf(signers.trader.address, callId)).to.equal(0n);
    });

    it("reports who traded with which vault and what it came to, right behind what the vault says of each leg", async () => {
      const { router, signers, addresses, underlying } = market;
      const { address: trader } = signers.trader;
      const { address: receiver } = signers.other;
      const order = [
        leg(callVaults[0]!, { id: callId, quantity: ONE }),
        leg(putVaults[0]!, { id: putId, quantity: 2n * ONE }),
      ];
      const before = await underlying.balanceOf(trader);
      const receipt = await (await router.execute(order, [], receiver, FAR)).wait();
      const said = eventsOf(receipt!, [router, callVaults[0]!.contract, putVaults[0]!.contract]).filter(
        ({ name }) => name !== "BookMarked",
      );
      const names = ["OptionsBought", "VaultTraded", "OptionsBought", "VaultTraded", "OrderExecuted"];
      expect(said.map(({ name }) => name)).to.deep.equal(names);
      const args = said.map(({ args: values }) => values.toArray() as unknown[]);
      expect(args[0]!.slice(0, 4)).to.deep.equal([callId, addresses.router, receiver, ONE]);
      expect(args[1]).to.deep.equal([trader, callVaults[0]!.address, before - (await underlying.balanceOf(trader))]);
      expect(args[2]!.slice(0, 4)).to.deep.equal([putId, addresses.router, receiver, 2n * ONE]);
      expect(args[4]).to.deep.equal([trader, receiver, 2n]);
    });

    it("answers whose vaults it trades with", async () => {
      const { router, addresses, connection } = market;
      expect(await router.factory()).to.equal(addresses.factory);
      const swapRouter = await connection.ethers.getContractAt("IVaultSwapRouter", addresses.swapRouter);
      expect(await swapRouter.getFunction("factory")()).to.equal(addresses.factory);
    });

    describe("legs to one vault", () => {
      let vault: LiveVault;
      let series: bigint[];

      beforeEach(async () => {
        [vault] = putVaults as [LiveVault];
        const [strikes] = await vault.contract.strikesOf(market.expiries[1]);
        const [other] = await vault.contract.strikesOf(market.expiries[0]);
        series = [
          ...strikes.slice(2, 6).map((strike) => toSeriesId(BigInt(market.expiries[1]), strike)),
          ...other.slice(1, 6).map((strike) => toSeriesId(BigInt(market.expiries[0]), strike)),
        ];
      });

      const spread = (): Leg[] => series.slice(0, 4).map((id) => leg(vault, { id, quantity: ONE }));
      const asVaultTakesThem = (legs: Leg[]) => legs.map(({ id, quantity }) => ({ id, quantity, limit: 0n }));

      it("are one order, which costs what the vault quotes for it", async () => {
        const { router, signers, connection } = market;
        const order = spread();
        const [premiums, [asked]] = await Promise.all([
          router.execute.staticCall(order, [], signers.trader.address, FAR),
          vault.contract.checkOrder(asVaultTakesThem(order)),
        ]);
        expect([...premiums]).to.deep.equal([asked]);
        const alone = await Promise.all(
          order.map(({ id, quantity }) => vault.contract.checkOrder([{ id, quantity, limit: 0n }])),
        );
        const { moveCharge, rentCharge } = (await vault.contract.checkOrder(asVaultTakesThem(order)))[1];
        expect(moveCharge + rentCharge).to.be.above(
          alone.reduce((sum, [, q]) => sum + q.moveCharge + q.rentCharge, 0n),
          "together they crowd the book more than one by one from where it is",
        );
        await connection.networkHelpers.time.setNextBlockTimestamp((await connection.networkHelpers.time.latest()) + 1);
        const receipt = await (await execute(order)).wait();
        const transfers = receipt!.logs.filter(({ address }) => address === market.places.quote.address);
        expect(transfers.length, "one transfer").to.equal(1);
        for (const id of series.slice(0, 4))
          expect(await vault.options.balanceOf(signers.trader.address, id)).to.equal(ONE);
      });

      it("keep their vaults apart where they are interleaved, in the order of the first ones", async () => {
        const { router, signers } = market;
        const [put, call] = [putVaults[1]!, callVaults[0]!];
        const nextCall = await market.seriesNear(call, { expiry: market.expiries[0], price: 2000 });
        const order = [
          leg(call, { id: callId, quantity: ONE }),
          leg(vault, { id: series[0]!, quantity: ONE }),
          leg(put, { id: putId, quantity: ONE }),
          leg(vault, { id: series[1]!, quantity: ONE }),
          leg(call, { id: nextCall, quantity: ONE }),
        ];
        const premiums = await router.execute.staticCall(order, [], signers.trader.address, FAR);
        const costOf = async (of: LiveVault): Promise<bigint> =>
          (await of.contract.checkOrder(asVaultTakesThem(order.filter((one) => one.vault === of.address))))[0];
        expect([...premiums]).to.deep.equal(await Promise.all([call, vault, put].map(costOf)));
        const receipt = await (await execute(order)).wait();
        const traded = eventsOf(
          receipt!,
          [call, vault, put].map(({ contract }) => contract),
        )
          .filter(({ name }) => name === "OptionsBought")
          .map(({ args }) => args.getValue("id") as bigint);
        expect(traded).to.deep.equal([callId, nextCall, series[0], series[1], putId]);
      });

      it("net what sales bring against what purchases cost, and pay the difference out", async () => {
        const { signers, quote } = market;
        await execute([leg(vault, { id: series[3]!, quantity: ONE })]);
        const before = await quote.balanceOf(signers.other.address);
        const spent = await quote.balanceOf(signers.trader.address);
        const roll = [
          leg(vault, { id: series[0]!, quantity: ONE / 2n }),
          leg(vault, { id: series[3]!, quantity: -ONE }),
        ];
        const [premium] = await market.router.execute.staticCall(roll, [], signers.other.address, FAR);
        expect(premium).to.be.below(0n);
        await market.router.execute(roll, [], signers.other.address, FAR);
        // A second passes between the two, and with it E moves.
        expect((await quote.balanceOf(signers.other.address)) - before).to.be.closeTo(-premium!, 10_000n);
        expect(await quote.balanceOf(signers.trader.address)).to.equal(spent);
      });

      it("are each bounded by their own part, and together by the total: each side of both", async () => {
        const { router, signers, connection, places } = market;
        const { time } = connection.networkHelpers;
        const { trader } = signers;
        await execute([leg(vault, { id: series[3]!, quantity: ONE })]);
        const order = [...spread().slice(0, 3), leg(vault, { id: series[3]!, quantity: -ONE })];
        const at = (await time.latest()) + 100;
        await time.setNextBlockTimestamp(at);
        await connection.networkHelpers.mine();
        const [premium, quoted] = await vault.contract.checkOrder(asVaultTakesThem(order));
        const scale = 10n ** 12n;
        const own = order.map(({ quantity }, index) => {
          const { amount } = quoted.legs[index]!;
          return quantity > 0n ? (amount + scale - 1n) / scale : amount / scale;
        });
        const limited = (shift: readonly bigint[]): Leg[] =>
          order.map((one, index) => ({ ...one, limit: own[index]! + (shift[index] ?? 0n) }));
        const totals = (maxNetPaid: bigint) => [{ token: places.quote.address, maxNetPaid }];
        // In the block that was asked: exactly the own parts, exactly the total.
        const run = (legs: Leg[], maxNetPaid: bigint) =>
          router.execute.staticCall(legs, totals(maxNetPaid), trader.address, FAR);
        expect([...(await run(limited([]), premium))]).to.deep.equal([premium]);
        await expect(run(limited([]), premium - 1n))
          .to.be.revertedWithCustomError(router, "TotalLimitMissed")
          .withArgs(places.quote.address, premium, premium - 1n);
        await expect(run(limited([0n, 0n, -1n]), premium))
          .to.be.revertedWithCustomError(router, "LegLimitMissed")
          .withArgs(2n, own[2], own[2]! - 1n);
        await expect(run(limited([0n, 0n, 0n, 1n]), premium))
          .to.be.revertedWithCustomError(router, "LegLimitMissed")
          .withArgs(3n, own[3], own[3]! + 1n);
        // Whoever refuses, the place is that in the order as it was sent.
        const behind = [leg(callVaults[0]!, { id: callId, quantity: ONE }), ...limited([0n, 0n, -1n])];
        await expect(run(behind, premium))
          .to.be.revertedWithCustomError(router, "LegLimitMissed")
          .withArgs(3n, own[2], own[2]! - 1n);
      });

      it("are refused with the vault's own error where it refuses, and nothing else of the order stands", async () => {
        const { signers, underlying } = market;
        const before = await underlying.balanceOf(signers.trader.address);
        const twice = [
          leg(callVaults[0]!, { id: callId, quantity: ONE }),
          leg(vault, { id: series[0]!, quantity: ONE }),
          leg(vault, { id: series[0]!, quantity: ONE }),
        ];
        await expect(execute(twice))
          .to.be.revertedWithCustomError(vault.contract, "DuplicateSeries")
          .withArgs(series[0]);
        const dust = [
          leg(callVaults[0]!, { id: callId, quantity: ONE }),
          ...spread(),
          leg(vault, { id: series[5]!, quantity: 1n }),
        ];
        await expect(execute(dust)).to.be.revertedWithCustomError(vault.contract, "OrderTooSmall");
        expect(await underlying.balanceOf(signers.trader.address)).to.equal(before);
        expect(await callVaults[0]!.options.balanceOf(signers.trader.address, callId)).to.equal(0n);
        expect(await vault.options.balanceOf(signers.trader.address, series[0]!)).to.equal(0n);
      });

      it("are eight at most", async () => {
        const { router } = market;
        const legs = series.map((id) => leg(vault, { id, quantity: ONE / 10n }));
        expect(legs.length).to.equal(9);
        await expect(execute(legs))
          .to.be.revertedWithCustomError(router, "TooManyLegsForVault")
          .withArgs(vault.address, 9n, 8n);
        await execute(legs.slice(0, 8));
      });
    });
  });
});
