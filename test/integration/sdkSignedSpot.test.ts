import { MaxUint256 } from "ethers";
import { agreeOnSpot, connect, executeOrder, fromWad, OptionKind, planOrder, type SignedPrice } from "@bulkhead/sdk";
import { fromEthers } from "../../sdk/src/ethers.ts";
import { expect } from "chai";

import { IOptionVault__factory, IPriceFeed__factory } from "../../typechain-types/index.ts";
import { liveMarket, type LiveMarket } from "../fixtures/liveMarket.ts";

const WAD = 10n ** 18n;
/** A tenth of a per cent. */
const TOLERANCE = WAD / 1_000n;

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

  /** What two reporters sign now: the push price times 1 + offset. */
  async function signedNow(offset = 0n): Promise<SignedPrice> {
    const { networkHelpers } = market.connection;
    await networkHelpers.time.increase(12);
    const { price: push } = await IPriceFeed__factory.connect(market.places.priceFeed, market.signers.trader).read();
    const price = push + (push * offset) / WAD;
    const scope = {
      chainId: BigInt(market.addresses.chainId),
      verifyingContract: market.places.signedSpot!,
      market: market.places.name,
    };
    const observedAt = BigInt(await networkHelpers.time.latest());
    return agreeOnSpot(
      market.reporters.slice(0, 2).map((signer) => ({ signer, price })),
      { scope, observedAt, tolerance: TOLERANCE, threshold: 1 },
    );
  }

  /** Planned at the push price: what was signed before counts no more. */
  async function planOne() {
    await market.connection.networkHelpers.time.increase(60);
    const expiry = market.expiries[1];
    const strike = fromWad(await market.strikeNear(put(), { expiry, price: 2_000 }));
    const legs = [{ kind: OptionKind.Put, expiry, strike, quantity: 1 }];
    return planOrder(client(), { legs, trader: market.signers.trader.address });
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

  async function expectRefusal(sent: Promise<unknown>, name: RegExp): Promise<void> {
    const said = await sent.then(
      () => "no refusal",
      (error: unknown) => JSON.stringify(error, Object.getOwnPropertyNames(error)),
    );
    expect(said).to.match(name);
  }
});
