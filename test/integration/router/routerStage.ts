import { expect } from "chai";
import { MaxUint256, parseEther } from "ethers";

import { liveMarket, type LiveMarket, type LiveVault } from "../../fixtures/liveMarket.ts";

export const ONE = parseEther("1");
export const FAR = 2n ** 40n;
export const MAX_LEGS = 32;

export interface Leg {
  vault: string;
  id: bigint;
  quantity: bigint;
  limit: bigint;
}

/** What the tests of the router trade with. */
export interface RouterStage {
  readonly market: LiveMarket;
  readonly callVaults: LiveVault[];
  readonly putVaults: LiveVault[];
  /** Of the second expiry. */
  readonly callId: bigint;
  readonly putId: bigint;
}

/**
 * A market for a `describe`, anew before each test; after each one nothing may rest in the router. What it has is there from the
 * `describe`'s own `before` on (`opened`).
 */
export function routerStage() {
  let stage: RouterStage;
  let restore: () => Promise<void>;

  before(async () => {
    const market = await liveMarket();
    const callVaults = market.vaults.filter(({ kind }) => kind === "call");
    const putVaults = market.vaults.filter(({ kind }) => kind === "put");
    const near = { expiry: market.expiries[1], price: 2000 };
    stage = {
      market,
      callVaults,
      putVaults,
      callId: await market.seriesNear(callVaults[0]!, near),
      putId: await market.seriesNear(putVaults[0]!, near),
    };
  });

  beforeEach(async () => {
    const snapshot = await stage.market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  afterEach(async () => {
    await expectRouterEmpty(stage.market.addresses.router);
    await restore();
  });

  after(async () => {
    await stage.market.connection.close();
  });

  /** I5: nothing rests in a router between transactions. */
  async function expectRouterEmpty(router: string): Promise<void> {
    const { underlying, quote, vaults, connection } = stage.market;
    for (const token of [underlying, quote]) {
      expect(await token.balanceOf(router), "I5: tokens").to.equal(0n);
      for (const { address } of vaults) expect(await token.allowance(router, address), "I5: allowance").to.equal(0n);
    }
    for (const { options } of vaults) {
      for (const id of [stage.callId, stage.putId])
        expect(await options.balanceOf(router, id), "I5: options").to.equal(0n);
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
    stage.market.router.execute(legs, totals, stage.market.signers.trader.address, FAR);

  return { opened: () => stage, expectRouterEmpty, leg, execute };
}
