/** Buys the put nearest to the money, of whichever expiry, split over the vaults where that is cheapest. Needs `make node`. */
import {
  connect,
  ensureAllowance,
  executeOrder,
  explainError,
  formatWad,
  fromTokenUnits,
  marketOf,
  optionChain,
  OptionKind,
  planOrder,
} from "@bulkhead/sdk";
import { fromEthers } from "@bulkhead/sdk/ethers";
import { HDNodeWallet, JsonRpcProvider } from "ethers";
import { readFileSync } from "node:fs";

import { Addresses } from "../../deploy/addresses.ts";

const CHAIN_ID = 31_338; // the node's own

async function buyPut(): Promise<void> {
  const provider = new JsonRpcProvider("http://127.0.0.1:8545", CHAIN_ID, {
    staticNetwork: true,
    cacheTimeout: -1, // it mines at once: nothing that it said a moment ago may be taken from a cache
    pollingInterval: 50,
  });
  const phrase = "test test test test test test test test test test test junk"; // the node's own, worth nothing
  const buyer = HDNodeWallet.fromPhrase(phrase, undefined, "m/44'/60'/0'/0/9").connect(provider);

  const where = new URL("../../deploy/deployments/local/addresses.json", import.meta.url); // written by the node
  const client = connect(fromEthers(buyer), Addresses.parse(JSON.parse(readFileSync(where, "utf8"))), {
    market: "WETH/USDC",
  });
  const puts = (await optionChain(client)).filter(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined);
  const atTheMoney = puts.sort((a, b) => Math.abs(a.delta + 0.5) - Math.abs(b.delta + 0.5))[0];
  if (atTheMoney === undefined) throw new Error("expected a put on sale, got none; is the node's market open?");

  const { expiry, strike } = atTheMoney;
  const legs = [{ kind: OptionKind.Put, expiry: Number(expiry), strike, quantity: "1.1" }];
  const plan = await planOrder(client, { legs, trader: buyer.address });
  await ensureAllowance(client, {
    token: marketOf(client).quote.address,
    spender: client.deployment.router,
    amount: 10n ** 12n,
  });
  const { premiums } = await executeOrder(client, {
    legs: plan.legs,
    totals: plan.totals,
    deadline: BigInt(Math.floor(Date.now() / 1000) + 3600),
  });
  const paid = premiums.reduce((sum, { premium }) => sum + premium, 0n);
  console.log(
    `1.1 puts struck at ${formatWad(strike)} for ${fromTokenUnits(paid, 6)} USDC from ${plan.legs.length} vault(s)`,
  );
}

try {
  await buyPut();
} catch (error) {
  console.error(`is \`make node\` running? ${explainError(error)}`);
  process.exitCode = 1;
}
