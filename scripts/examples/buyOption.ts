/**
 * Buys the put nearest to the money, of whichever expiry, split over the vaults where that is cheapest. Needs `make node`;
 * --url says where, if elsewhere.
 */
import {
  connect,
  ensureAllowance,
  executeOrder,
  explainError,
  fetchSpot,
  formatWad,
  fromTokenUnits,
  marketOf,
  optionChain,
  OptionKind,
  planOrder,
} from "@bulkhead/sdk";
import { fromEthers } from "@bulkhead/sdk/ethers";

import { openNode, userOf } from "./openNode.ts";

async function buyPut(): Promise<void> {
  const { provider, addresses, deadline, signedSpot } = await openNode(process.argv.slice(2));
  const buyer = userOf(2).connect(provider);
  const client = connect(fromEthers(buyer), addresses, { market: "WETH/USDC" });
  const puts = (await optionChain(client)).filter(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined);
  const atTheMoney = puts.sort((a, b) => Math.abs(a.delta + 0.5) - Math.abs(b.delta + 0.5))[0];
  if (atTheMoney === undefined) throw new Error("expected a put on sale, got none; is the node's market open?");

  const { expiry, strike } = atTheMoney;
  const legs = [{ kind: OptionKind.Put, expiry: Number(expiry), strike, quantity: "1.1" }];
  const signed = await fetchSpot(client, { fetcher: signedSpot }); // a price of this very moment, to be brought along
  const plan = await planOrder(client, { legs, trader: buyer.address });
  await ensureAllowance(client, {
    token: marketOf(client).quote.address,
    spender: client.deployment.router,
    amount: 10n ** 12n,
  });
  const { premiums } = await executeOrder(client, {
    legs: plan.legs,
    totals: plan.totals,
    deadline,
    prices: signed === undefined ? [] : plan.legs.slice(0, 1).map(({ vault }) => ({ vault, signed })),
  });
  const paid = premiums.reduce((sum, { premium }) => sum + premium, 0n);
  console.log(
    `1.1 puts struck at ${formatWad(strike)} for ${fromTokenUnits(paid, 6)} USDC from ${plan.legs.length} vault(s)`,
  );
}

try {
  await buyPut();
} catch (error) {
  console.error(explainError(error));
  process.exitCode = 1;
}
