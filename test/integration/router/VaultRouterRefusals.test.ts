import { expect } from "chai";
import { MaxUint256, Signature, type Signer, ZeroAddress, parseEther } from "ethers";

import type { LiveMarket, LiveVault } from "../../fixtures/liveMarket.ts";
import { FAR, MAX_LEGS, ONE, routerStage } from "./routerStage.ts";

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
});
