import { expect } from "chai";
import { parseEther, parseUnits } from "ethers";

import {
  claimRedeem,
  connect,
  explained,
  explainError,
  fillRedeem,
  redeemRequests,
  renewRedeem,
  requestRedeem,
  vaultAt,
  type Vault,
} from "../../../sdk/src/index.ts";
import { fromEthers } from "../../../sdk/src/ethers.ts";
import { IRedeemQueue__factory } from "../../../typechain-types/index.ts";
import { liveMarket, type LiveMarket } from "../../fixtures/liveMarket.ts";

const DAY = 86_400;
const WHOLE_PUT_SHARE = 10n ** 12n;
/** Above what any share could be worth. */
const TOO_DEAR = parseEther("1000000000000000000");
/** A price that nobody pays here: a share began at one. */
const PARKED = parseEther("1.5");
const ONE_HOUR = 3_600;

describe("Redeem queue through the SDK on a deployed market", function () {
  this.timeout(300_000);

  let market: LiveMarket;

  beforeEach(async () => {
    market = await liveMarket();
  });

  afterEach(async () => {
    await market.connection.close();
  });

  const providing = () => connect(fromEthers(market.signers.provider), market.addresses, { market: "WETH/USDC" });
  const anyone = () => connect(fromEthers(market.signers.stranger), market.addresses, { market: "WETH/USDC" });

  const queueOf = (vault: string) =>
    IRedeemQueue__factory.connect(vaultAt(anyone(), vault).queue, market.signers.provider);

  function putVault(): Vault {
    const vault = providing().vaults[1];
    if (vault === undefined) throw new Error("expected a put vault, got none");
    return vault;
  }

  /** An hour into the next epoch, with price and surface reported anew. */
  async function nextEpoch(): Promise<void> {
    const { time } = market.connection.networkHelpers;
    const now = await time.latest();
    await time.increaseTo(now - (now % DAY) + DAY + ONE_HOUR);
    for (const aggregator of [market.underlyingAggregator, market.quoteAggregator]) {
      const [, answer] = await aggregator.latestRoundData();
      await aggregator.push(answer);
    }
    await market.report();
  }

  const refusalOf = async (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => "no refusal",
      (error: unknown) => explainError(error),
    );

  it("is deployed for every vault, registered there, and holds nobody's role", async () => {
    for (const { contract, address } of market.vaults) {
      expect(await contract.queue()).to.equal(vaultAt(providing(), address).queue);
      const queue = queueOf(address);
      expect(await queue.share()).to.equal(address);
      expect(await queue.epochLength()).to.equal(BigInt(DAY));
    }
  });

  it("leaves by request, fill and claim", async () => {
    const vault = putVault().address;
    const controller = market.signers.provider.address;
    const shares = 50_000n * WHOLE_PUT_SHARE;
    const { requestId } = await requestRedeem(providing(), { vault, shares });
    const [waiting] = await redeemRequests(providing(), { vault, controller });
    expect(waiting).to.deep.include({ requestId, minPrice: 0n, pending: shares, claimable: 0n, returnable: 0n });
    expect(await refusalOf(claimRedeem(providing(), { vault, requestId }))).to.match(/^NothingToClaim: /);
    expect(await refusalOf(fillRedeem(anyone(), { vault }))).to.match(/^NothingToFill: /);

    await nextEpoch();
    const filled = await fillRedeem(anyone(), { vault });
    expect(filled.shares).to.equal(shares);
    expect(filled.assets).to.be.within(parseUnits("49000", 6), parseUnits("50000", 6));

    const before = await market.quote.balanceOf(controller);
    const claimed = await claimRedeem(providing(), { vault, requestId });
    expect(claimed).to.deep.include({ assets: filled.assets, shares: 0n });
    expect((await market.quote.balanceOf(controller)) - before).to.equal(filled.assets);
    expect(await redeemRequests(providing(), { vault, controller })).to.deep.equal([]);
  });

  it("keeps a minimum price, and renews what missed it", async () => {
    const vault = putVault().address;
    const controller = market.signers.provider.address;
    const shares = 50_000n * WHOLE_PUT_SHARE;
    expect(await refusalOf(requestRedeem(providing(), { vault, shares, minPrice: TOO_DEAR }))).to.match(
      /^MinimumAboveRange: expected a minimum of at most 2\.466331e17 a share, got 1e18: /,
    );
    const { requestId } = await requestRedeem(providing(), { vault, shares, minPrice: parseEther("0.9") });
    const [waiting] = await redeemRequests(providing(), { vault, controller });
    expect(waiting?.minPrice ?? 0n).to.be.within(parseEther("0.9"), parseEther("0.91"));

    // Nobody fills it in its time.
    await nextEpoch();
    await nextEpoch();
    expect(await refusalOf(fillRedeem(anyone(), { vault }))).to.match(/^NothingToFill: /);
    const [over] = await redeemRequests(providing(), { vault, controller });
    expect(over).to.deep.include({ requestId, pending: 0n, returnable: shares });
    const { requestId: renewed } = await renewRedeem(providing(), { vault, requestId });
    expect(renewed).to.be.above(requestId);
    const [again, ...others] = await redeemRequests(providing(), { vault, controller });
    expect(again).to.deep.include({ requestId: renewed, minPrice: 0n, pending: shares, returnable: 0n });
    expect(others).to.deep.equal([]);
    expect(await refusalOf(renewRedeem(providing(), { vault, requestId }))).to.match(/^NothingToReturn: /);
  });

  it("takes a minimum above the price, and leaves it out at the first fill", async () => {
    const vault = putVault().address;
    const controller = market.signers.provider.address;
    const shares = 50_000n * WHOLE_PUT_SHARE;
    await requestRedeem(providing(), { vault, shares, minPrice: PARKED });
    const { requestId } = await requestRedeem(providing(), { vault, shares });
    await nextEpoch();
    expect((await queueOf(vault).activeClaim()).shares).to.equal(2n * shares);
    expect((await fillRedeem(anyone(), { vault })).shares).to.equal(shares);
    expect((await queueOf(vault).activeClaim()).shares).to.equal(0n);
    const [parked, filled] = await redeemRequests(providing(), { vault, controller });
    expect(parked).to.deep.include({ claimable: 0n, pending: 0n, returnable: shares });
    expect(parked?.minPrice ?? 0n).to.be.within(PARKED, (PARKED * 101n) / 100n);
    expect(filled).to.deep.include({ requestId, claimable: shares, pending: 0n, returnable: 0n });
    const refusal = await refusalOf(explained(queueOf(vault).claim(requestId, vault, controller)));
    expect(refusal).to.match(/^InvalidReceiver: /);
  });
});
