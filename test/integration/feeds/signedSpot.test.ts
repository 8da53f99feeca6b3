import {
  agreeOnSpot,
  connect,
  fetchSpot,
  orderSignatures,
  packSvi,
  signReport,
  signSpot,
  spotDigest,
  submitReport,
  submitSpot,
  toWad,
  type Client,
  type SignedPrice,
  type SpotPrice,
} from "@bulkhead/sdk";
import { fromEthers } from "../../../sdk/src/ethers.ts";
import { expect } from "chai";

import { IPriceFeed__factory, SignedSpot__factory } from "../../../typechain-types/index.ts";
import { liveMarket } from "../../fixtures/liveMarket.ts";

const NEWEST = 0n;
const PUSH_ONLY = 1n;
const WAD = 10n ** 18n;
/** A tenth of a per cent. */
const TOLERANCE = WAD / 1_000n;
/** What bringing a price may cost, 2 of 3 signatures, the whole transaction. */
const MOST_GAS = 60_000n;

/** What a call was refused with: its error's name and message. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "no failure",
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );
}

/** TypeChain wants mutable arrays. */
const asStruct = (signed: SignedPrice) => ({ ...signed, signatures: [...signed.signatures] });

describe("A spot price signed by the SDK, in a deployed market", () => {
  let market: Awaited<ReturnType<typeof liveMarket>>;
  let address: string;

  before(async () => {
    market = await liveMarket();
    address = market.places.signedSpot!;
  });

  after(async () => {
    await market.connection.close();
  });

  const spot = () => SignedSpot__factory.connect(address, market.signers.stranger);
  const feed = () => IPriceFeed__factory.connect(market.places.priceFeed, market.signers.stranger);
  const scope = () => ({
    chainId: BigInt(market.addresses.chainId),
    verifyingContract: address,
    market: market.places.name,
  });
  const client = () => connect(fromEthers(market.signers.stranger), market.addresses, { market: "WETH/USDC" });

  /** Some seconds on, and what reporters see then: the push price times 1 + offset. */
  async function seenNow(offset: bigint): Promise<SpotPrice> {
    const { networkHelpers } = market.connection;
    await networkHelpers.time.increase(12);
    const { price } = await feed().read();
    return { price: price + (price * offset) / WAD, observedAt: BigInt(await networkHelpers.time.latest()) };
  }

  async function signedNow(offset: bigint, signers = market.reporters.slice(0, 2)): Promise<SignedPrice> {
    const { price, observedAt } = await seenNow(offset);
    const options = { scope: scope(), observedAt, tolerance: TOLERANCE, threshold: 1 };
    return agreeOnSpot(
      signers.map((signer) => ({ signer, price })),
      options,
    );
  }

  it("has the digest that the chain computes", async () => {
    const seen = { price: 2_000_123_456_789_012_345_678n, observedAt: 1_800_000_001n };
    expect(await spot().digestOf(seen.price, seen.observedAt)).to.equal(spotDigest(seen, scope()));
  });

  it("is the market's and its feed's, with the table's terms and the surface's reporters", async () => {
    const { signedSpot: table, name } = market.parameters.markets[0]!;
    expect(await feed().signedSpot()).to.equal(address);
    expect(await spot().market()).to.equal(name);
    expect(await spot().maxAge()).to.equal(BigInt(table!.maxAge));
    expect(await spot().confidenceFloor()).to.equal(table!.confidenceFloor);
    expect(await spot().reporters()).to.deep.equal(await market.surface.reporters());
  });

  it("counts from the transaction that brings it, with its number, floor and age; read() stays the push price", async () => {
    const push = await feed().read();
    const signed = await signedNow(WAD / 500n);
    const { receipt } = await submitSpot(client(), { signed });
    expect(receipt.gasUsed).to.be.at.most(MOST_GAS);
    const reading = await feed().readAt(NEWEST);
    expect(reading.price).to.equal(signed.price);
    expect(reading.number).to.equal(signed.observedAt);
    expect(reading.confidence).to.equal(market.parameters.markets[0]!.signedSpot!.confidenceFloor);
    const now = BigInt(await market.connection.networkHelpers.time.latest());
    expect(reading.age).to.equal(now - signed.observedAt);
    expect((await feed().readAt(signed.observedAt)).price).to.equal(signed.price);
    expect((await feed().readAt(PUSH_ONLY)).price).to.equal(push.price);
    expect((await feed().read()).price).to.equal(push.price);
  });

  it("A36: outside the feed's band is taken and not read, and is the push price's doubt", async () => {
    const { confidence, price } = await feed().read();
    const signed = await signedNow(confidence + 1_000n);
    await submitSpot(client(), { signed });
    const reading = await feed().readAt(NEWEST);
    expect(reading.number).to.equal(PUSH_ONLY);
    expect(reading.price).to.equal(price);
    const distance = signed.price > price ? signed.price - price : price - signed.price;
    expect(reading.confidence).to.equal((distance * WAD + price - 1n) / price);
    expect(reading.confidence).to.be.above(confidence);
  });

  it("A36: too old, is not taken by an order that brings it along, which goes on all the same", async () => {
    const signed = await signedNow(0n);
    await market.connection.networkHelpers.time.increase(31);
    const [latest] = await spot().numbers();
    expect(await spot().trySubmit.staticCall(asStruct(signed))).to.equal(latest);
    expect(await fetchSpot(client(), { fetcher: () => Promise.resolve(signed) })).to.equal(undefined);
    expect(await failureOf(submitSpot(client(), { signed }))).to.match(/expected an observation of .* or later/);
  });

  it("A20: is refused when signed for another chain, contract or market, by name", async () => {
    const { price, observedAt } = await seenNow(0n);
    const elsewhere = [
      { ...scope(), chainId: scope().chainId + 1n },
      { ...scope(), verifyingContract: market.addresses.markets[1]!.signedSpot! },
      { ...scope(), market: "WBTC/USDC" },
    ];
    for (const wrong of elsewhere) {
      const reporters = market.reporters.slice(0, 2).map((signer) => ({ signer, price }));
      const options = { scope: wrong, observedAt, tolerance: 0n, threshold: 2 };
      const signed = await agreeOnSpot(reporters, options);
      await expect(spot().submit(asStruct(signed))).to.be.revertedWithCustomError(spot(), "NotReporter");
      await expect(spot().trySubmit(asStruct(signed))).to.be.revertedWithCustomError(spot(), "NotReporter");
      expect(await fetchSpot(client(), { fetcher: () => Promise.resolve(signed) })).to.equal(undefined);
    }
  });

  it("A20: is refused with one signature too few", async () => {
    const signed = await signedNow(0n, market.reporters.slice(0, 1));
    await expect(spot().submit(asStruct(signed)))
      .to.be.revertedWithCustomError(spot(), "SignatureCountOutOfBounds")
      .withArgs(1, 2);
  });

  it("is fetched for an order if the chain would take it, and only then", async () => {
    const signed = await signedNow(0n);
    const asked: string[] = [];
    const fetcher = (name: string) => {
      asked.push(name);
      return Promise.resolve(signed);
    };
    expect(await fetchSpot(client(), { fetcher })).to.equal(signed);
    expect(asked).to.deep.equal([market.places.name]);
    expect(await fetchSpot(client(), { fetcher: () => Promise.resolve(undefined) })).to.equal(undefined);
    await submitSpot(client(), { signed });
    // Known by now: an order would bring it for nothing.
    expect(await fetchSpot(client(), { fetcher })).to.equal(undefined);
  });

  it("is fetched where it was signed since the latest block, for an order is mined later, and not from far ahead", async () => {
    const { price, observedAt } = await seenNow(0n);
    const ahead = (seconds: bigint) =>
      agreeOnSpot(
        market.reporters.slice(0, 2).map((signer) => ({ signer, price })),
        { scope: scope(), observedAt: observedAt + seconds, tolerance: 0n, threshold: 2 },
      );
    const soon = await ahead(12n);
    expect(await fetchSpot(client(), { fetcher: () => Promise.resolve(soon) })).to.equal(soon);
    const clock = BigInt(Math.floor(Date.now() / 1_000));
    const far = await ahead((clock > observedAt ? clock - observedAt : 0n) + 120n);
    expect(await fetchSpot(client(), { fetcher: () => Promise.resolve(far) })).to.equal(undefined);
  });

  describe("delivered through a node that answers at its latest block's time", () => {
    /** As geth does; and, where it has no pending block, as nodes that give the latest for it. */
    function clientOf(hasPending: boolean): Client {
      const own = client();
      const at = (tag: unknown): unknown => (tag === "pending" && hasPending ? tag : "latest");
      const request: Client["provider"]["request"] = async ({ method, params = [] }) => {
        const tries = method === "eth_estimateGas" || method === "eth_call";
        return own.provider.request({ method, params: tries ? [params[0], at(params[1])] : params });
      };
      return { ...own, pollingInterval: 20, provider: { request } };
    }

    /** Signed some seconds after the latest block. */
    async function signedAhead(seconds: bigint, signers = market.reporters.slice(0, 2)): Promise<SignedPrice> {
      const { price, observedAt } = await seenNow(0n);
      const options = { scope: scope(), observedAt: observedAt + seconds, tolerance: TOLERANCE, threshold: 1 };
      return agreeOnSpot(
        signers.map((signer) => ({ signer, price })),
        options,
      );
    }

    const timeOn = async (seconds: number): Promise<void> => {
      await market.connection.provider.request({ method: "evm_increaseTime", params: [seconds] });
    };

    it("is tried on the pending block where the latest is old", async () => {
      const signed = await signedAhead(590n);
      expect(await failureOf(submitSpot(clientOf(true), { signed }))).to.match(/ObservedInFuture/);
      await timeOn(600);
      expect(await fetchSpot(clientOf(true), { fetcher: () => Promise.resolve(signed) })).to.equal(signed);
      await submitSpot(clientOf(true), { signed });
      expect((await spot().numbers()).latest).to.equal(signed.observedAt);
    });

    it("waits for the next block where the node has no pending one", async () => {
      const signed = await signedAhead(12n);
      await timeOn(13);
      const submitting = submitSpot(clientOf(false), { signed });
      setTimeout(() => void market.connection.networkHelpers.mine(), 200);
      await submitting;
      expect((await spot().numbers()).latest).to.equal(signed.observedAt);
    });

    it("and so is a volatility report", async () => {
      const observedAt = BigInt(await market.connection.networkHelpers.time.latest()) + 590n;
      const slices = market.expiries.map((expiry) => {
        const years = (expiry - Number(observedAt)) / (365 * 86_400);
        const [b, sigma] = [0.08 * years, 0.3];
        return packSvi({ a: 0.65 ** 2 * years - b * sigma, b, rho: -0.2, m: 0, sigma });
      });
      const report = { round: 2n, observedAt, confidence: WAD / 100n, expiries: market.expiries.map(BigInt), slices };
      const domain = { chainId: BigInt(market.addresses.chainId), verifyingContract: market.places.surface };
      const signing = market.reporters.slice(0, 2).map((signer) => signReport(signer, { report, domain }));
      const signatures = orderSignatures(await Promise.all(signing));
      expect(await failureOf(submitReport(clientOf(true), { report, signatures }))).to.match(/ObservedInFuture/);
      await timeOn(600);
      const { receipt } = await submitReport(clientOf(true), { report, signatures });
      expect(receipt.status).to.equal(1);
    });

    it("is refused for its signatures, unsent, however early it comes", async () => {
      const signed = await signedAhead(10n, [market.signers.other] as never);
      await timeOn(12);
      const before = await market.connection.ethers.provider.getTransactionCount(market.signers.stranger);
      expect(await failureOf(submitSpot(clientOf(true), { signed }))).to.match(/SignatureCount|NotReporter/);
      expect(await market.connection.ethers.provider.getTransactionCount(market.signers.stranger)).to.equal(before);
    });
  });

  it("is asked for in vain where the market has no signed spot", async () => {
    const markets = market.addresses.markets.map((known) => ({ ...known, signedSpot: undefined }));
    const without = connect(
      fromEthers(market.signers.stranger),
      { ...market.addresses, markets },
      { market: "WETH/USDC" },
    );
    const signed = await signedNow(0n);
    expect(await fetchSpot(without, { fetcher: () => Promise.resolve(signed) })).to.equal(undefined);
    expect(await failureOf(submitSpot(without, { signed }))).to.match(/^SpotError/);
  });

  describe("agreeOnSpot", () => {
    const observedAt = 1_800_000_000n;
    const options = () => ({ scope: scope(), observedAt, tolerance: TOLERANCE, threshold: 2 });
    const seeing = (...dollars: number[]) =>
      dollars.map((price, index) => ({ signer: market.reporters[index]!, price: toWad(price) }));

    it("signs the median of what reporters see, without whom it is too far from", async () => {
      const agreed = await agreeOnSpot(seeing(2_000, 2_500, 2_001), options());
      expect(agreed.price).to.equal(toWad(2_001));
      expect(agreed.observedAt).to.equal(observedAt);
      const spotPrice = { price: agreed.price, observedAt };
      const expected = await Promise.all(
        [market.reporters[0], market.reporters[2]].map((signer) =>
          signSpot(signer, { spot: spotPrice, scope: scope() }),
        ),
      );
      expect([...agreed.signatures].sort()).to.deep.equal(expected.map(({ signature }) => signature).sort());
    });

    it("signs the mean of the middle two, on both sides of the tolerance", async () => {
      const just = seeing(1_998, 2_002);
      expect((await agreeOnSpot(just, options())).price).to.equal(toWad(2_000));
      const beyond = just.map(({ signer, price }, index) => ({ signer, price: price + BigInt(4 * index) }));
      expect(await failureOf(agreeOnSpot(beyond, options())))
        .to.match(/got 0 of 2/)
        .and.match(/^SpotError/);
    });

    it("refuses what too few would sign", async () => {
      expect(await failureOf(agreeOnSpot(seeing(2_000, 2_010, 2_020), options())))
        .to.match(/got 1 of 3/)
        .and.match(/^SpotError/);
      expect(await failureOf(agreeOnSpot([], options())))
        .to.match(/got 0 of 0/)
        .and.match(/^SpotError/);
      expect(await failureOf(agreeOnSpot(seeing(0, 0, 0), options()))).to.match(/^SpotError/);
    });
  });
});
