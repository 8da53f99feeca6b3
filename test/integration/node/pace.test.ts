import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { expect } from "chai";

import { askNode } from "../../../scripts/node/askNode.ts";
import { recordNameOf, runNode, type LiveNode } from "../../../scripts/node/runNode.ts";
import { SettableAggregator__factory, VolatilitySurface__factory } from "../../../typechain-types/index.ts";
import { JsonRpcProvider } from "ethers";

const DAY = 86_400;
const SPEED = 600;
const FRESH = 1n;

describe("make node ARGS='--speed 600 --still'", function () {
  this.timeout(120_000);

  let node: LiveNode;
  let provider: JsonRpcProvider;
  const complaints: string[] = [];

  before(async () => {
    node = await runNode({
      port: 0,
      speed: SPEED,
      still: true,
      seed: 1,
      complain: (problem) => complaints.push(problem),
      allowUnlimitedContractSize: true,
    });
    provider = new JsonRpcProvider(node.url, node.chainId, { staticNetwork: true, cacheTimeout: -1 });
  });

  after(async () => {
    provider.destroy();
    await node.close();
    expect(complaints).to.deep.equal([]);
  });

  const clock = async (): Promise<number> => (await provider.getBlock("latest"))?.timestamp ?? 0;

  it("begins at the present, but for the seconds that the last blocks took", () => {
    expect(node.opened.time).to.be.within(Date.now() / 1_000 - 10, Date.now() / 1_000 + 60);
  });

  it("has a record of its own, named after its port, that no other node's end removes", () => {
    const { port } = new URL(node.url);
    expect(node.record).to.equal(resolve(`deploy/deployments/local-${port}/addresses.json`));
    expect(JSON.parse(readFileSync(node.record, "utf8"))).to.deep.equal(JSON.parse(JSON.stringify(node.addresses)));
    expect(recordNameOf("http://127.0.0.1:8545")).to.equal("local");
  });

  it("runs some six hundred times as fast as the real clock (on a busy machine less), markets and all", async () => {
    const [startedAt, from] = [performance.now(), await clock()];
    await sleep(5_000);
    const [seconds, passed] = [(performance.now() - startedAt) / 1_000, (await clock()) - from];
    expect(passed / seconds).to.be.within(SPEED * 0.2, SPEED * 1.5);
    for (const { surface } of node.addresses.markets) {
      expect((await VolatilitySurface__factory.connect(surface, provider).status())[0]).to.equal(FRESH);
    }
  });

  it("leaves prices where they are, and the markets open, however long", async () => {
    const answers = () =>
      Promise.all(
        node.addresses.markets.map(async ({ underlyingAggregator }) => {
          const feed = SettableAggregator__factory.connect(underlyingAggregator, provider);
          return (await feed.latestRoundData())[1];
        }),
      );
    const before = await answers();
    expect(await askNode(node.url, "bulkhead_warp", [3 * DAY])).to.deep.include({ isFresh: true, problems: [] });
    expect(await answers()).to.deep.equal(before);
  });
});

describe("make node, whose prices move", function () {
  this.timeout(120_000);

  it("is in step with the real clock when it opens, however many rounds its first reports took", async () => {
    const complain = (problem: string): never => expect.fail(problem);
    const node = await runNode({
      port: 0,
      speed: 1,
      still: false,
      seed: 1,
      complain,
      allowUnlimitedContractSize: true,
    });
    try {
      expect(node.opened.problems).to.deep.equal([]);
      expect(node.opened.isFresh).to.equal(true);
      expect(node.opened.time).to.be.within(Date.now() / 1_000 - 10, Date.now() / 1_000 + 30);
    } finally {
      await node.close();
    }
    expect(existsSync(node.record)).to.equal(false);
  });
});
