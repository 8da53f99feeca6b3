import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import { fromWad, toWad } from "../../../sdk/src/index.ts";
import { RandomSource } from "@bulkhead/simulation";
import { observePrice, type VolatilityEstimate } from "../../../simulation/src/observePrice.ts";

const { ethers, networkHelpers } = await network.create();

const DAY = 86_400;
const DEVIATION = 0.005;
const RULES = { seed: 0.4, halfLife: DAY, minSpacing: 300, outlier: 5 };
const UPDATES = 80;
const TOLERANCE = 1e-9;

describe("RealisedVolatility and its model", function () {
  it("agree after every update: soon or late, over calm and wild moves", async function () {
    const [owner] = await ethers.getSigners();
    if (owner === undefined) throw new Error("expected a signer, got none");
    const aggregator = await ethers.deployContract("SettableAggregator", [8, "ETH / USD", 2_000n * 10n ** 8n, owner]);
    const terms = { aggregator: await aggregator.getAddress(), maxAge: 2 * DAY, lowest: 0, highest: 2n ** 127n - 1n };
    const source = await ethers.deployContract("ChainlinkSource", [terms, toWad(DEVIATION)]);
    const feed = await ethers.deployContract("PriceFeed", [
      {
        sources: [await source.getAddress()],
        quorum: 1,
        disagreementLimit: toWad(0.02),
        confidenceFloor: toWad(0.001),
        sequencerFeed: ZeroAddress,
        gracePeriod: 0,
        signedSpot: ZeroAddress,
      },
    ]);
    const realised = await ethers.deployContract("RealisedVolatility", [
      { ...RULES, feed: await feed.getAddress(), seed: toWad(RULES.seed), outlier: toWad(RULES.outlier) },
    ]);
    const random = new RandomSource(7);
    let estimate: VolatilityEstimate = { volatility: RULES.seed };
    let price = 2_000;
    for (let i = 0; i < UPDATES; i++) {
      const wildness = i % 5 === 0 ? 0.1 : 0.004;
      price *= Math.exp(wildness * random.normal());
      const answer = BigInt(Math.round(price * 1e8));
      await networkHelpers.time.increase(Math.round(60 * Math.exp(7 * random.uniform())));
      await aggregator.push(answer);
      await realised.update();
      const now = await networkHelpers.time.latest();
      await networkHelpers.mine();
      estimate = observePrice(estimate, { price: Number(answer) / 1e8, now, confidence: DEVIATION, rules: RULES });
      const actual = fromWad(await realised.volatility());
      expect(Math.abs(actual / estimate.volatility - 1), `update ${i}: ${actual}`).to.be.below(TOLERANCE);
    }
  });
});
