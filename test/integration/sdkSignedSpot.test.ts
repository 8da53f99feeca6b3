import { MaxUint256 } from "ethers";
import {
  atSpot,
  connect,
  executeOrder,
  fromWad,
  joinOrders,
  NodeError,
  OptionKind,
  planOrder,
  quote,
  rehearseOrder,
  toSeriesId,
  type SignedPrice,
} from "@bulkhead/sdk";
import { fromEthers } from "../../sdk/src/ethers.ts";
import { expect } from "chai";

import { MULTICALL3 } from "../../deploy/multicall3.ts";
import { IOptionVault__factory } from "../../typechain-types/index.ts";
import { liveMarket, type LiveMarket } from "../fixtures/liveMarket.ts";
import { signedSpotNow } from "../helpers/signedSpotNow.ts";

const WAD = 10n ** 18n;

describe("Orders that bring a signed spot price along", function () {
  this.timeout(300_000);

  let market: LiveMarket;

  before(async () => {
    market = await liveMarket();
  });

  after(async () => {
    await market.connection.close();
  });

  const client = () => connect(fromEthers(market.signers.trader), market.addresses, { market: "WETH/USDC" });
  const put = () => market.vaults.find(({ kind }) => kind === "put")!;
  const vault = () => IOptionVault__factory.connect(put().address, market.signers.trader);
  const deadline = async () => BigInt((await market.connection.networkHelpers.time.latest()) + 3_600);

  const signedNow = (offset = 0n) => signedSpotNow(market, offset);

  /** Planned at the push price, what was signed before counting no more, or at the price given. */
  async function planOne({ signed, quantity = 1 }: { signed?: SignedPrice; quantity?: number } = {}) {
    if (signed === undefined) await market.connection.networkHelpers.time.increase(60);
    const expiry = market.expiries[1];
    const strike = fromWad(await market.strikeNear(put(), { expiry, price: 2_000 }));
    const legs = [{ kind: OptionKind.Put, expiry, strike, quantity }];
    return planOrder(client(), { legs, trader: market.signers.trader.address, signed });
  }

  it("are cheaper than at the push price: the doubt is a tenth", async () => {
    const { spotConfidence: pushDoubt } = await vault().assess();
    const plan = await planOne();
    const legs = plan.legs;
    const [first] = legs;
    const pushed = await executeOrder(client(), { legs, totals: plan.totals, deadline: await deadline() });
    const prices = [{ vault: first!.vault, signed: await signedNow() }];
    const signed = await executeOrder(client(), { legs, totals: plan.totals, deadline: await deadline(), prices });
    const paid = ({ premiums }: typeof pushed): bigint => premiums.reduce((sum, { premium }) => sum + premium, 0n);
    expect(paid(signed) < paid(pushed), `${paid(signed)} against ${paid(pushed)}`).to.equal(true);

    const at = signed.receipt.blockNumber;
    const { spotConfidence, capital } = await vault().assess({ blockTag: at });
    expect(capital.priceNumber, "the vault noted which price it used").to.equal(prices[0]!.signed.observedAt);
    expect(spotConfidence * 5n < pushDoubt, `${spotConfidence} against ${pushDoubt}`).to.equal(true);
  });

  it("go through at the push price where the price came too late or was brought before", async () => {
    const plan = await planOne();
    const { legs, totals } = plan;
    const signed = await signedNow();
    await market.connection.networkHelpers.time.increase(300);
    const late = [{ vault: legs[0]!.vault, signed }];
    await executeOrder(client(), { legs, totals, deadline: await deadline(), prices: late });
    expect((await vault().assess()).capital.priceNumber).to.equal(1n);

    const twice = await signedNow();
    const prices = [
      { vault: legs[0]!.vault, signed: twice },
      { vault: legs[0]!.vault, signed: twice },
    ];
    await executeOrder(client(), { legs, totals, deadline: await deadline(), prices });
  });

  it("are priced at the push price where reporters sign beyond its doubt, and miss their limits: that doubt is larger", async () => {
    const { legs, totals } = await planOne();
    const prices = [{ vault: legs[0]!.vault, signed: await signedNow((2n * WAD) / 100n) }];
    await expectRefusal(
      executeOrder(client(), { legs, totals, deadline: await deadline(), prices }),
      /AboveLimit|Missed/,
    );
    const unlimited = legs.map((leg) => ({ ...leg, limit: MaxUint256 }));
    await executeOrder(client(), { legs: unlimited, totals: [], deadline: await deadline(), prices });
    const { capital, spotConfidence } = await vault().assess();
    expect(capital.priceNumber).to.equal(1n);
    expect(spotConfidence).to.be.at.least((2n * WAD) / 100n);
  });

  it("are refused by name where the price is another market's vault's, or not signed by reporters", async () => {
    const { legs, totals } = await planOne();
    const signed = await signedNow();
    const call = market.vaults.find(({ kind }) => kind === "call")!;
    const foreign = executeOrder(client(), {
      legs,
      totals,
      deadline: await deadline(),
      prices: [{ vault: call.address, signed }],
    });
    await expectRefusal(foreign, /VaultNotTraded/);
    const forged = executeOrder(client(), {
      legs,
      totals,
      deadline: await deadline(),
      prices: [{ vault: legs[0]!.vault, signed: { ...signed, price: signed.price + 1n } }],
    });
    await expectRefusal(forged, /Signer|Signature|Reporter/);
  });

  describe("planned at the price that they bring", () => {
    it("need Multicall3, and say so", async () => {
      const { networkHelpers } = market.connection;
      const signed = await signedNow();
      const snapshot = await networkHelpers.takeSnapshot();
      await networkHelpers.setCode(MULTICALL3, "0x");
      const refusal = await planOne({ signed }).catch((error: unknown) => error);
      await snapshot.restore();
      expect(refusal).to.be.instanceOf(NodeError);
      expect(String(refusal)).to.match(new RegExp(`aggregate3 .*${MULTICALL3}`));
    });

    it("have the splits and limits of that price, which hold", async () => {
      const pushed = await planOne({ quantity: 30 });
      expect(pushed.prices).to.deep.equal([]);
      const signed = await signedNow();
      const plan = await planOne({ signed, quantity: 30 });
      expect(plan.prices).to.deep.equal([{ vault: plan.legs[0]!.vault, signed }]);
      const amountOf = ({ splits }: typeof plan): bigint =>
        splits.flatMap(({ parts }) => parts).reduce((sum, { amount }) => sum + amount, 0n);
      expect(amountOf(plan) < amountOf(pushed), `${amountOf(plan)} against ${amountOf(pushed)}`).to.equal(true);

      const order = { ...plan, deadline: await deadline() };
      const premiums = await rehearseOrder(client(), order);
      const premium = premiums.reduce((sum, one) => sum + one.premium, 0n);
      // A second or two later the doubt is a little larger.
      expect(premium).to.be.within((amountOf(plan) * 999n) / 1_000n, (amountOf(plan) * 1_001n) / 1_000n);
      const { receipt } = await executeOrder(client(), order);
      expect(receipt.status).to.equal(1);
    });

    it("keep their price when they are joined", async () => {
      const signed = await signedNow();
      const plans = [await planOne({ signed }), await planOne()];
      expect(joinOrders(client(), plans).prices).to.deep.equal(plans[0]!.prices);
    });

    it("quote other prices where reporters saw spot elsewhere, and leave the chain as it is", async () => {
      const { id } = (await planOne()).legs[0]!;
      const ask = { vault: put().address, id, quantity: 1 };
      const [higher, lower] = [await signedNow(WAD / 1_000n), await signedNow(-WAD / 1_000n)];
      const before = await quote(client(), ask);
      const [up, down] = await Promise.all([higher, lower].map((signed) => quote(atSpot(client(), { signed }), ask)));
      expect(up!.parts.spot > before.parts.spot && down!.parts.spot < before.parts.spot).to.equal(true);
      expect(up!.amount < down!.amount).to.equal(true);
      expect((await quote(client(), ask)).parts.spot).to.equal(before.parts.spot);
    });

    it("pass the chain's refusals on", async () => {
      const signed = await signedNow();
      await expectRefusal(planOne({ signed: { ...signed, price: signed.price + 1n } }), /Signer|Signature|Reporter/);
      const id = toSeriesId(market.expiries[1], 12_345n * WAD);
      const unlisted = await quote(atSpot(client(), { signed }), { vault: put().address, id, quantity: 1 });
      expect(unlisted.refusal?.errorName).to.equal("SeriesNotListed");
    });
  });

  async function expectRefusal(sent: Promise<unknown>, name: RegExp): Promise<void> {
    const said = await sent.then(
      () => "no refusal",
      (error: unknown) => JSON.stringify(error, Object.getOwnPropertyNames(error)),
    );
    expect(said).to.match(name);
  }
});
