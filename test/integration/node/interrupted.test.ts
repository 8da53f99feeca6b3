import { existsSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { expect } from "chai";

import { isAlive, spawnPlayground } from "../../fixtures/spawnPlayground.ts";

const INTERRUPTED = 130;
const DEPLOYMENTS = "deploy/deployments";
/** Throwaway records of deployments that have not ended. */
const unfinished = (): string[] =>
  existsSync(DEPLOYMENTS) ? readdirSync(DEPLOYMENTS).filter((name) => /^local-[0-9a-f]{12}$/.test(name)) : [];

describe("make node, interrupted while it deploys", function () {
  this.timeout(60_000);

  it("ends at once, and leaves no process and nothing half-written", async () => {
    const before = unfinished();
    const playground = spawnPlayground();
    while (unfinished().length === before.length) {
      if (!isAlive(playground)) throw new Error(`expected a deployment, got: ${playground.said()}`);
      await sleep(20);
    }
    expect(await playground.interrupt()).to.equal(INTERRUPTED);
    expect(isAlive(playground)).to.equal(false);
    expect(unfinished()).to.deep.equal(before);
  });
});
