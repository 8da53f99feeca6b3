import { setTimeout as sleep } from "node:timers/promises";

import { expect } from "chai";

import { askNode } from "../../../scripts/node/askNode.ts";
import { runNode, type LiveNode } from "../../../scripts/node/runNode.ts";
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
      record: "local-pace",
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
