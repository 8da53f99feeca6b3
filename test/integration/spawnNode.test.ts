import { createServer, type AddressInfo, type Server } from "node:net";

import { expect } from "chai";

import { ConnectionLost, LocalProvider } from "../../scripts/node/LocalProvider.ts";
import { spawnNode } from "../../scripts/node/spawnNode.ts";
import { UsageError } from "../../scripts/node/UsageError.ts";

const STARTS_AT = Date.UTC(2026, 0, 2) / 1_000;

async function failureOf(action: Promise<unknown>): Promise<unknown> {
  return action.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("node in a process of its own", function () {
  this.timeout(60_000);

  it("answers on its socket, and fails whoever still asks once it has gone", async () => {
    const node = await spawnNode({ port: 0, startsAt: STARTS_AT });
    const provider = new LocalProvider(node);
    try {
      expect(await provider.getBlockNumber()).to.equal(0);
      expect((await provider.getBlock("latest"))?.timestamp).to.equal(STARTS_AT);
      await node.close();
      expect(await failureOf(provider.getBlockNumber())).to.be.instanceOf(ConnectionLost);
    } finally {
      await provider.destroy();
    }
  });

  describe("where the port is taken", () => {
    let occupant: Server;

    before(async () => {
      occupant = createServer();
      await new Promise<void>((resolve) => occupant.listen(0, "127.0.0.1", resolve));
    });

    after(() => occupant.close());

    it("is refused in words, and leaves no process", async () => {
      const { port } = occupant.address() as AddressInfo;
      const error = await failureOf(spawnNode({ port }));
      expect(error).to.be.instanceOf(UsageError);
      expect(String(error)).to.contain(`port ${port}`);
    });
  });
});
