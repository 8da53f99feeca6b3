import {
  connect,
  executeSwapOrder,
  fromWad,
  OptionKind,
  planOrder,
  planSettlement,
  rehearseSwapOrder,
  salesFirst,
  signPermit2,
  type BroughtPrice,
  type Client,
} from "@bulkhead/sdk";
import { expect } from "chai";
import { MaxUint256 } from "ethers";

import { fromEthers } from "../../../sdk/src/ethers.ts";
import { IOptionVault__factory } from "../../../typechain-types/index.ts";
import { swapMarket, type SwapMarket } from "../../fixtures/swapMarket.ts";
import { signedSpotNow } from "../../helpers/signedSpotNow.ts";

/** As late as the SDK takes for a time in seconds. */
const FAR = 10n ** 10n;
const MAX_PRICES = 32;

describe("VaultSwapRouter: orders that bring signed spot prices", function () {
  this.timeout(300_000);

  let market: SwapMarket;
  let client: Client;
  let restore: () => Promise<void>;

  before(async () => {
    market = await swapMarket();
    client = connect(fromEthers(market.signers.trader), market.addresses, { market: "WETH/USDC" });
  });

  beforeEach(async () => {
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  afterEach(async () => {
    for (const token of [market.underlying, market.quote, market.dai]) {
      expect(await token.balanceOf(market.addresses.swapRouter), "I5: tokens").to.equal(0n);
      for (const spender of [market.addresses.uniswapRouter, market.permit2]) {
        expect(await token.allowance(market.addresses.swapRouter, spender), "I5: allowance").to.equal(0n);
      }
    }
    await restore();
  });

  after(() => market.connection.close());

  const put = () => market.vaults.find(({ kind }) => kind === "put")!;
  const priceNumberOf = async (address: string): Promise<bigint> =>
    (await IOptionVault__factory.connect(address, market.signers.trader).assess()).capital.priceNumber;

  /** A put paid in DAI, planned at the push price. */
  async function planOne() {
    const expiry = market.expiries[1];
    const strike = fromWad(await market.strikeNear(put(), { expiry, price: 2_000 }));
    const wanted = [{ kind: OptionKind.Put, expiry, strike, quantity: 2 }];
    const plan = await planOrder(client, { legs: wanted, trader: market.signers.trader.address, slippageBps: 300n });
    const legs = salesFirst(client, plan.legs);
    const token = market.tokens.dai;
    const paths = [market.paths.usdcToDai];
    const settlement = await planSettlement(client, { legs, totals: plan.totals, token, paths });
    return { legs, settlement, deadline: FAR };
  }

  const bringing = async (vault: string): Promise<BroughtPrice[]> => [{ vault, signed: await signedSpotNow(market) }];

  it("cost less than at the push price, by allowance", async () => {
    const order = await planOne();
    const pushed = await rehearseSwapOrder(client, order);
    const prices = await bringing(order.legs[0]!.vault);
    const before = await market.dai.balanceOf(market.signers.trader.address);
    const { netPaid, premiums } = await executeSwapOrder(client, { ...order, prices });
    const paid = before - (await market.dai.balanceOf(market.signers.trader.address));
    expect(netPaid < pushed.netPaid, `${netPaid} against ${pushed.netPaid}`).to.equal(true);
    expect(premiums[0]!.premium < pushed.premiums[0]!.premium).to.equal(true);
    // A second passes between rehearsal and block.
    expect(paid).to.be.within((netPaid * 9_990n) / 10_000n, (netPaid * 10_010n) / 10_000n);
    expect(await priceNumberOf(order.legs[0]!.vault)).to.equal(prices[0]!.signed.observedAt);
  });

  it("cost less than at the push price, by a Permit2 signature", async () => {
    const order = await planOne();
    const pushed = await rehearseSwapOrder(client, order);
    const prices = await bringing(order.legs[0]!.vault);
    const { token, maxNetPaid: amount } = order.settlement;
    const permit = await signPermit2(client, { token, amount, deadline: FAR });
    await market.dai.connect(market.signers.trader).approve(market.addresses.swapRouter, 0n);
    const { netPaid } = await executeSwapOrder(client, { ...order, prices, permit });
    expect(netPaid < pushed.netPaid, `${netPaid} against ${pushed.netPaid}`).to.equal(true);
    expect(await priceNumberOf(order.legs[0]!.vault)).to.equal(prices[0]!.signed.observedAt);
  });

  it("go through at the push price where theirs came too late", async () => {
    const order = await planOne();
    const prices = await bringing(order.legs[0]!.vault);
    await market.connection.networkHelpers.time.increase(300);
    await executeSwapOrder(client, { ...order, prices });
    expect(await priceNumberOf(order.legs[0]!.vault)).to.equal(1n);
  });

  it("are refused by name where a price is for a vault that no leg goes to", async () => {
    const { legs, settlement } = await planOne();
    const call = market.vaults.find(({ kind }) => kind === "call")!;
    const prices = (await bringing(call.address)).map(encodable);
    const { swapRouter, signers } = market;
    await expect(swapRouter.executeWithPrices(prices, copy(legs), copied(settlement), signers.trader.address, FAR))
      .to.be.revertedWithCustomError(swapRouter, "VaultNotTraded")
      .withArgs(call.address);
  });

  it("are refused by name where reporters did not sign a price, whichever way they are paid", async () => {
    const { legs, settlement } = await planOne();
    const [{ vault, signed }] = (await bringing(legs[0]!.vault)) as [BroughtPrice];
    const forged = [encodable({ vault, signed: { ...signed, price: signed.price + 1n } })];
    const { swapRouter, signers } = market;
    const terms = [copy(legs), copied(settlement), signers.trader.address, FAR] as const;
    const signedSpot = await market.connection.ethers.getContractAt("SignedSpot", market.places.signedSpot!);
    await expect(swapRouter.executeWithPrices(forged, ...terms)).to.be.revertedWithCustomError(
      signedSpot,
      "NotReporter",
    );
    const permit = await signPermit2(client, {
      token: settlement.token,
      amount: settlement.maxNetPaid,
      deadline: FAR,
    });
    await expect(swapRouter.executeWithPricesAndPermit2(forged, permit, ...terms)).to.be.revertedWithCustomError(
      signedSpot,
      "NotReporter",
    );
  });

  it("bring at most as many prices as an order has legs", async () => {
    const { legs, settlement } = await planOne();
    const [price] = (await bringing(legs[0]!.vault)).map(encodable);
    const prices = Array.from({ length: MAX_PRICES + 1 }, () => price!);
    const { swapRouter, signers } = market;
    await expect(swapRouter.executeWithPrices(prices, copy(legs), copied(settlement), signers.trader.address, FAR))
      .to.be.revertedWithCustomError(swapRouter, "TooManyPrices")
      .withArgs(MAX_PRICES + 1, MAX_PRICES);
  });

  it("are checked before a price is brought", async () => {
    const { legs, settlement } = await planOne();
    const prices = (await bringing(legs[0]!.vault)).map(encodable);
    const { swapRouter, signers } = market;
    const mean = copy(legs).map((leg) => ({ ...leg, limit: MaxUint256 }));
    await expect(
      swapRouter.executeWithPrices(prices, mean, copied(settlement), signers.trader.address, 1n),
    ).to.be.revertedWithCustomError(swapRouter, "DeadlinePassed");
  });
});

type Legs = Awaited<ReturnType<typeof planOrder>>["legs"];
type Settlement = Awaited<ReturnType<typeof planSettlement>>;

/** As the generated types take them: with lists of their own. */
function copy(legs: Legs) {
  return legs.map((leg) => ({ ...leg }));
}

function copied({ paths, ...rest }: Settlement) {
  return { ...rest, paths: [...paths] };
}

function encodable({ vault, signed }: BroughtPrice) {
  return { vault, signed: { ...signed, signatures: [...signed.signatures] } };
}
