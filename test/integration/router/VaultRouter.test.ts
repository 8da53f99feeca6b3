import { toSeriesId } from "@bulkhead/sdk";
import { expect } from "chai";
import { ContractFactory, MaxUint256, parseEther, Signature, ZeroAddress, type Signer } from "ethers";

import type { VaultRouter } from "../../../typechain-types/index.ts";
import { liveMarket, type LiveMarket, type LiveVault } from "../../fixtures/liveMarket.ts";
import { testContract } from "../../helpers/testContract.ts";

const ONE = parseEther("1");
const FAR = 2n ** 40n;
const MAX_LEGS = 32;

interface Leg {
  vault: string;
  id: bigint;
  quantity: bigint;
  limit: bigint;
}

describe("VaultRouter", () => {
  let market: LiveMarket;
  let restore: () => Promise<void>;
  let callVaults: LiveVault[];
  let putVaults: LiveVault[];
  let callId: bigint;
  let putId: bigint;

  before(async () => {
    market = await liveMarket();
    callVaults = market.vaults.filter(({ kind }) => kind === "call");
    putVaults = market.vaults.filter(({ kind }) => kind === "put");
    const near = { expiry: market.expiries[1], price: 2000 };
    callId = await market.seriesNear(callVaults[0]!, near);
    putId = await market.seriesNear(putVaults[0]!, near);
  });

  beforeEach(async () => {
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  afterEach(async () => {
    await expectRouterEmpty(market.addresses.router);
    await restore();
  });

  after(async () => {
    await market.connection.close();
  });

  /** I5: nothing rests in a router between transactions. */
  async function expectRouterEmpty(router: string): Promise<void> {
    const { underlying, quote, vaults, connection } = market;
    for (const token of [underlying, quote]) {
      expect(await token.balanceOf(router), "I5: tokens").to.equal(0n);
      for (const { address } of vaults) expect(await token.allowance(router, address), "I5: allowance").to.equal(0n);
    }
    for (const { options } of vaults) {
      for (const id of [callId, putId]) expect(await options.balanceOf(router, id), "I5: options").to.equal(0n);
    }
    expect(await connection.ethers.provider.getBalance(router), "I5: native coin").to.equal(0n);
  }

  const leg = ({ address }: LiveVault, terms: { id: bigint; quantity: bigint; limit?: bigint }): Leg => ({
    vault: address,
    id: terms.id,
    quantity: terms.quantity,
    limit: terms.limit ?? (terms.quantity > 0n ? MaxUint256 : 0n),
  });

  const execute = (legs: Leg[], { totals = [] as { token: string; maxNetPaid: bigint }[] } = {}) =>
    market.router.execute(legs, totals, market.signers.trader.address, FAR);

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

    it("reports who traded, which series with which vault, and what each vault came to", async () => {
      const { router, signers, addresses, underlying } = market;
      const { address: trader } = signers.trader;
      const order = [
        leg(callVaults[0]!, { id: callId, quantity: ONE }),
        leg(putVaults[0]!, { id: putId, quantity: 2n * ONE }),
      ];
      const before = await underlying.balanceOf(trader);
      const receipt = await (await router.execute(order, [], signers.other.address, FAR)).wait();
      const said = receipt!.logs
        .filter(({ address }) => address === addresses.router)
        .map((log) => router.interface.parseLog(log)!);
      expect(said.map(({ name }) => name)).to.deep.equal([
        ...["LegTraded", "VaultTraded", "LegTraded", "VaultTraded"],
        "OrderExecuted",
      ]);
      const args = said.map(({ args: values }) => values.toArray() as unknown[]);
      expect(args[0]).to.deep.equal([trader, callVaults[0]!.address, callId, ONE]);
      expect(args[1]).to.deep.equal([trader, callVaults[0]!.address, before - (await underlying.balanceOf(trader))]);
      expect(args[2]).to.deep.equal([trader, putVaults[0]!.address, putId, 2n * ONE]);
      expect(args[4]).to.deep.equal([trader, signers.other.address, 2n]);
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
        const traded = receipt!.logs
          .filter(({ address }) => address === market.addresses.router)
          .map((log) => router.interface.parseLog(log)!)
          .filter(({ name }) => name === "LegTraded")
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

    describe("reverts when", () => {
      it("the deadline has passed", async () => {
        const { router, signers } = market;
        const order = [leg(callVaults[0]!, { id: callId, quantity: ONE })];
        await expect(router.execute(order, [], signers.trader.address, 1n)).to.be.revertedWithCustomError(
          router,
          "DeadlinePassed",
        );
      });

      it("there are no legs, or too many legs, totals or permits", async () => {
        const { router, signers } = market;
        const one = leg(callVaults[0]!, { id: callId, quantity: ONE });
        await expect(execute([])).to.be.revertedWithCustomError(router, "NoLegs");
        await expect(execute(Array.from({ length: MAX_LEGS + 1 }, () => one)))
          .to.be.revertedWithCustomError(router, "TooManyLegs")
          .withArgs(MAX_LEGS + 1, MAX_LEGS);
        const totals = Array.from({ length: MAX_LEGS + 1 }, () => ({
          token: market.places.quote.address,
          maxNetPaid: 0n,
        }));
        await expect(execute([one], { totals })).to.be.revertedWithCustomError(router, "TooManyTotals");
        const permit = {
          token: market.places.quote.address,
          value: 0n,
          deadline: 0n,
          v: 27,
          r: `0x${"1".repeat(64)}`,
          s: `0x${"1".repeat(64)}`,
        };
        const permits = Array.from({ length: MAX_LEGS + 1 }, () => permit);
        await expect(
          router.executeWithPermits(permits, [one], [], signers.trader.address, FAR),
        ).to.be.revertedWithCustomError(router, "TooManyPermits");
      });

      it("the receiver is nobody, or the router, which would keep it (I5)", async () => {
        const { router, addresses } = market;
        const order = [leg(callVaults[0]!, { id: callId, quantity: ONE })];
        for (const receiver of [ZeroAddress, addresses.router]) {
          await expect(router.execute(order, [], receiver, FAR))
            .to.be.revertedWithCustomError(router, "BadReceiver")
            .withArgs(receiver);
        }
      });

      it("a purchase costs more than its leg's limit", async () => {
        const order = [
          leg(callVaults[0]!, { id: callId, quantity: ONE }),
          leg(callVaults[1]!, { id: callId, quantity: ONE, limit: 1n }),
        ];
        await expect(execute(order)).to.be.revertedWithCustomError(market.router, "LegLimitMissed");
      });

      it("a sale brings less than its leg's limit", async () => {
        const vault = callVaults[0]!;
        await execute([leg(vault, { id: callId, quantity: ONE })]);
        const order = [leg(vault, { id: callId, quantity: -ONE, limit: MaxUint256 })];
        await expect(execute(order)).to.be.revertedWithCustomError(market.router, "LegLimitMissed");
      });

      it("the order's net cost in a token is above its total", async () => {
        const { router } = market;
        const order = callVaults.map((vault) => leg(vault, { id: callId, quantity: ONE }));
        const token = market.places.underlying.address;
        const [first, second] = await router.execute.staticCall(order, [], market.signers.trader.address, FAR);
        const total = first! + second!;
        await expect(execute(order, { totals: [{ token, maxNetPaid: total / 2n }] })).to.be.revertedWithCustomError(
          router,
          "TotalLimitMissed",
        );
        await execute(order, { totals: [{ token, maxNetPaid: total }] });
      });

      it("one of two tokens' totals is missed: each counts its own legs alone", async () => {
        const { router, signers, places } = market;
        const order = [
          leg(callVaults[0]!, { id: callId, quantity: ONE }),
          leg(putVaults[0]!, { id: putId, quantity: ONE }),
        ];
        const [inUnderlying, inQuote] = await router.execute.staticCall(order, [], signers.trader.address, FAR);
        const totals = (short: bigint) => [
          { token: places.underlying.address, maxNetPaid: inUnderlying! },
          { token: places.quote.address, maxNetPaid: inQuote! - short },
        ];
        await expect(execute(order, { totals: totals(inQuote! / 2n) }))
          .to.be.revertedWithCustomError(router, "TotalLimitMissed")
          .withArgs(places.quote.address, (paid: bigint) => paid > inQuote! / 2n, inQuote! - inQuote! / 2n);
        await execute(order, { totals: totals(0n) });
      });

      it("a total names a token that no leg trades", async () => {
        const order = [leg(callVaults[0]!, { id: callId, quantity: ONE })];
        const totals = [{ token: market.places.quote.address, maxNetPaid: 0n }];
        await expect(execute(order, { totals })).to.be.revertedWithCustomError(market.router, "TokenNotTraded");
      });

      it("a quantity is zero or the most negative one", async () => {
        const vault = callVaults[0]!;
        await expect(execute([leg(vault, { id: callId, quantity: 0n })])).to.be.revertedWithCustomError(
          vault.contract,
          "ZeroAmount",
        );
        await expect(execute([leg(vault, { id: callId, quantity: -(2n ** 255n) })])).to.be.revert(
          market.connection.ethers,
        );
      });

      it("the trader sells without having made it operator", async () => {
        const { router, signers, addresses } = market;
        const vault = callVaults[0]!;
        await execute([leg(vault, { id: callId, quantity: ONE })]);
        await vault.options.setOperator(addresses.router, false);
        const order = [leg(vault, { id: callId, quantity: -ONE })];
        await expect(router.execute(order, [], signers.trader.address, FAR)).to.be.revertedWithCustomError(
          vault.options,
          "ERC6909InsufficientAllowance",
        );
      });
    });
  });

  describe("executeWithPermits", () => {
    async function permitOf(signer: Signer, value: bigint) {
      const { quote, addresses } = market;
      const owner = await signer.getAddress();
      const domain = {
        name: await quote.name(),
        version: "1",
        chainId: addresses.chainId,
        verifyingContract: market.places.quote.address,
      };
      const types = {
        Permit: [
          { name: "owner", type: "address" },
          { name: "spender", type: "address" },
          { name: "value", type: "uint256" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
        ],
      };
      const nonce = await quote.nonces(owner);
      const message = { owner, spender: addresses.router, value, nonce, deadline: FAR };
      const { v, r, s } = Signature.from(await signer.signTypedData(domain, types, message));
      return { token: market.places.quote.address, value, deadline: FAR, v, r, s };
    }

    const buyPut = () => [leg(putVaults[0]!, { id: putId, quantity: ONE })];

    beforeEach(async () => {
      await market.quote.connect(market.signers.trader).approve(market.addresses.router, 0n);
    });

    it("buys on a permit alone", async () => {
      const { router, signers } = market;
      const permit = await permitOf(signers.trader, parseEther("1"));
      await router.executeWithPermits([permit], buyPut(), [], signers.trader.address, FAR);
      expect(await putVaults[0]!.options.balanceOf(signers.trader.address, putId)).to.equal(ONE);
    });

    it("A19: a permit that somebody ran first does no harm", async () => {
      const { router, signers, quote } = market;
      const { value, deadline, v, r, s, token } = await permitOf(signers.trader, parseEther("1"));
      await quote.connect(signers.stranger).permit(signers.trader.address, router.target, value, deadline, v, r, s);
      await router.executeWithPermits([{ token, value, deadline, v, r, s }], buyPut(), [], signers.trader.address, FAR);
      expect(await putVaults[0]!.options.balanceOf(signers.trader.address, putId)).to.equal(ONE);
    });

    it("A17: another's permit gives no right to another's tokens", async () => {
      const { router, signers, quote } = market;
      const permit = await permitOf(signers.other, parseEther("1"));
      await expect(
        router.connect(signers.stranger).executeWithPermits([permit], buyPut(), [], signers.stranger.address, FAR),
      ).to.be.revertedWithCustomError(quote, "ERC20InsufficientAllowance");
    });

    it("reverts when a permit names a token that no leg trades: the router calls no address of the caller's choosing", async () => {
      const { router, signers } = market;
      const permit = { ...(await permitOf(signers.trader, 1n)), token: market.places.underlying.address };
      await expect(
        router.executeWithPermits([permit], buyPut(), [], signers.trader.address, FAR),
      ).to.be.revertedWithCustomError(router, "TokenNotTraded");
    });
  });

  describe("attacks", () => {
    it("A17: an allowance to the router is of use to its giver only", async () => {
      const { router, signers, underlying, addresses } = market;
      await underlying.connect(signers.other).approve(addresses.router, MaxUint256);
      const before = await underlying.balanceOf(signers.other.address);
      const order = [leg(callVaults[0]!, { id: callId, quantity: ONE })];
      await expect(
        router.connect(signers.stranger).execute(order, [], signers.stranger.address, FAR),
      ).to.be.revertedWithCustomError(underlying, "ERC20InsufficientAllowance");
      expect(await underlying.balanceOf(signers.other.address)).to.equal(before);
    });

    it("A17: options of a trader who made it operator are sold by nobody else", async () => {
      const { router, signers } = market;
      const vault = callVaults[0]!;
      await execute([leg(vault, { id: callId, quantity: ONE })]);
      const order = [leg(vault, { id: callId, quantity: -ONE })];
      await expect(router.connect(signers.stranger).execute(order, [], signers.stranger.address, FAR)).to.be.revert(
        market.connection.ethers,
      );
      expect(await vault.options.balanceOf(signers.trader.address, callId)).to.equal(ONE);
    });

    it("A17: nobody is paid outside an order, not even a vault", async () => {
      const { router, signers, connection } = market;
      const vault = callVaults[0]!.address;
      await expect(router.connect(signers.stranger).onPremiumDue(1n, "0x"))
        .to.be.revertedWithCustomError(router, "NotPaying")
        .withArgs(signers.stranger.address);
      const { networkHelpers, ethers } = connection;
      await networkHelpers.impersonateAccount(vault);
      await networkHelpers.setBalance(vault, ONE);
      await expect(router.connect(await ethers.getSigner(vault)).onPremiumDue(1n, "0x"))
        .to.be.revertedWithCustomError(router, "NotPaying")
        .withArgs(vault);
    });

    it("A16: it takes no native coin", async () => {
      const { signers, addresses } = market;
      const send = signers.trader.sendTransaction({ to: addresses.router, value: 1n });
      await expect(send).to.be.revert(market.connection.ethers);
      const { data } = await market.router.execute.populateTransaction([], [], signers.trader.address, FAR);
      const call = signers.trader.sendTransaction({ to: addresses.router, value: 1n, data });
      await expect(call).to.be.revert(market.connection.ethers);
    });

    describe("by a vault that the factory let in", () => {
      const MODES = {
        Honest: 0,
        AskTwice: 1,
        Understate: 2,
        AskLater: 3,
        Reenter: 4,
        SwitchToken: 5,
        Bomb: 6,
      } as const;
      const PRICE = 1_000n;
      let hostile: string;
      let router: VaultRouter;

      const deployHostile = async (mode: keyof typeof MODES) => {
        const { abi, bytecode } = await testContract("test/mocks/HostileVault.sol");
        const factory = new ContractFactory(abi, bytecode, market.signers.deployer);
        const vault = await factory.deploy(market.places.underlying.address, market.places.quote.address, PRICE);
        await vault.getFunction("setMode").send(MODES[mode]);
        return vault;
      };

      const setUp = async (mode: keyof typeof MODES): Promise<void> => {
        const { signers, underlying, quote } = market;
        hostile = await (await deployHostile(mode)).getAddress();
        router = await market.connection.ethers.deployContract("VaultRouter", [hostile], signers.trader);
        for (const token of [underlying, quote]) await token.connect(signers.trader).approve(router, MaxUint256);
      };

      const buy = (limit = MaxUint256): Leg => ({ vault: hostile, id: 1n, quantity: 1n, limit });
      const run = (legs: Leg[]) => router.execute(legs, [], market.signers.trader.address, FAR);

      it("works where it is honest", async () => {
        await setUp("Honest");
        await expect(run([buy()])).to.changeTokenBalance(market.connection.ethers, market.underlying, hostile, PRICE);
        await expectRouterEmpty(await router.getAddress());
      });

      it("A18: it is not paid twice", async () => {
        await setUp("AskTwice");
        await expect(run([buy()])).to.be.revertedWithCustomError(router, "NotPaying");
      });

      it("A18: what it took counts against the limit, not what it says it took", async () => {
        await setUp("Understate");
        await expect(run([buy(PRICE - 1n)]))
          .to.be.revertedWithCustomError(router, "LegLimitMissed")
          .withArgs(0, PRICE, PRICE - 1n);
      });

      it("A18: its right to be paid ends with its leg", async () => {
        await setUp("AskLater");
        // The first one does not ask in its turn; during the second's it does.
        const second = await deployHostile("Honest");
        await second.getFunction("setAccomplice").send(hostile);
        await expect(run([buy(), { ...buy(), vault: await second.getAddress() }]))
          .to.be.revertedWithCustomError(router, "NotPaying")
          .withArgs(hostile);
      });

      it("A7: it cannot enter again while an order runs", async () => {
        await setUp("Reenter");
        await expect(run([buy()])).to.be.revertedWithCustomError(router, "ReentrancyGuardReentrantCall");
      });

      it("A18: it cannot change the token it is paid in between check and payment", async () => {
        await setUp("SwitchToken");
        await expect(run([buy()])).to.changeTokenBalance(market.connection.ethers, market.underlying, hostile, PRICE);
        expect(await market.quote.balanceOf(hostile)).to.equal(0n);
      });

      it("A26: a reverting one stops its own order and nothing else", async () => {
        await setUp("Bomb");
        await expect(run([buy()])).to.be.revert(market.connection.ethers);
        await execute([leg(callVaults[0]!, { id: callId, quantity: ONE })]);
      });
    });

    it("A18: a look-alike that no factory made is refused before it is asked anything", async () => {
      const { signers, router } = market;
      const { abi, bytecode } = await testContract("test/mocks/HostileVault.sol");
      const vault = await new ContractFactory(abi, bytecode, signers.deployer).deploy(
        market.places.underlying.address,
        market.places.quote.address,
        1n,
      );
      const address = await vault.getAddress();
      await expect(execute([{ vault: address, id: callId, quantity: ONE, limit: MaxUint256 }]))
        .to.be.revertedWithCustomError(router, "UnknownVault")
        .withArgs(address);
    });
  });
});
