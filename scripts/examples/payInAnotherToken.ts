/**
 * Buys a straddle over a WETH and a USDC vault, paid in USDC alone with one signature, and sells it for WETH. Needs `make node`.
 */
import {
  allowSales,
  connect,
  encodePath,
  ensureAllowance,
  executeSwapOrder,
  explainError,
  formatWad,
  fromTokenUnits,
  marketOf,
  opposite,
  optionChain,
  planOrder,
  planSettlement,
  salesFirst,
  signPermit2,
  straddle,
} from "@bulkhead/sdk";
import { fromEthers } from "@bulkhead/sdk/ethers";
import { HDNodeWallet, JsonRpcProvider } from "ethers";
import { readFileSync } from "node:fs";

import { Addresses } from "../../deploy/addresses.ts";

const CHAIN_ID = 31_338; // the node's own
const POOL_FEE = 500;

async function payInAnotherToken(): Promise<void> {
  const provider = new JsonRpcProvider("http://127.0.0.1:8545", CHAIN_ID, {
    staticNetwork: true,
    cacheTimeout: -1, // it mines at once: nothing that it said a moment ago may be taken from a cache
    pollingInterval: 50,
  });
  const phrase = "test test test test test test test test test test test junk"; // the node's own, worth nothing
  const trader = HDNodeWallet.fromPhrase(phrase, undefined, "m/44'/60'/0'/0/10").connect(provider);

  const where = new URL("../../deploy/deployments/local/addresses.json", import.meta.url); // written by the node
  const client = connect(fromEthers(trader), Addresses.parse(JSON.parse(readFileSync(where, "utf8"))), {
    market: "WETH/USDC",
  });
  const { underlying: weth, quote: usdc } = marketOf(client);
  const deadline = BigInt(Math.floor(Date.now() / 1000) + 3600);

  // What call and put vaults both list, nearest to the money.
  const rows = await optionChain(client);
  const both = rows.filter((row) => rows.some((other) => isPair(row, other)));
  const nearest = both.sort((a, b) => Math.abs(Math.abs(a.delta) - 0.5) - Math.abs(Math.abs(b.delta) - 0.5))[0];
  if (nearest === undefined) throw new Error("expected a straddle on sale, got none; is the node's market open?");
  const legs = straddle({ expiry: Number(nearest.expiry), strike: nearest.strike, quantity: 1 });

  // The most that vaults and pools may cost together, and a signature for no more than that.
  const plan = await planOrder(client, { legs, trader: trader.address });
  const purchase = salesFirst(client, plan.legs); // no sale here: what an order sells is to pay for what it buys
  const inUsdc = await planSettlement(client, {
    legs: purchase,
    totals: plan.totals,
    token: usdc.address,
    paths: [encodePath(weth.address, [{ fee: POOL_FEE, token: usdc.address }])],
  });
  await ensureAllowance(client, { token: usdc.address, spender: client.deployment.permit2, amount: 10n ** 12n });
  const permit = await signPermit2(client, { token: usdc.address, amount: inUsdc.maxNetPaid, deadline });
  const bought = await executeSwapOrder(client, { legs: purchase, settlement: inUsdc, deadline, permit });
  console.log(
    `a straddle struck at ${formatWad(nearest.strike)} for ${fromTokenUnits(bought.netPaid, usdc.decimals)} USDC`,
  );

  const { swapRouter: router } = client.deployment;
  for (const vault of marketOf(client).vaults) await allowSales(client, { vault: vault.address, router });
  const sale = await planOrder(client, { legs: opposite(legs), trader: trader.address });
  const inWeth = await planSettlement(client, {
    legs: sale.legs,
    totals: sale.totals,
    token: weth.address,
    paths: [encodePath(usdc.address, [{ fee: POOL_FEE, token: weth.address }])],
  });
  const sold = await executeSwapOrder(client, { legs: sale.legs, settlement: inWeth, deadline });
  console.log(`and sold again for ${fromTokenUnits(-sold.netPaid, weth.decimals)} WETH`);
}

type Row = Awaited<ReturnType<typeof optionChain>>[number];

function isPair(one: Row, other: Row): boolean {
  const onSale = one.ask !== undefined && other.ask !== undefined;
  return onSale && one.kind !== other.kind && one.strike === other.strike && one.expiry === other.expiry;
}

try {
  await payInAnotherToken();
} catch (error) {
  console.error(`is \`make node\` running? ${explainError(error)}`);
  process.exitCode = 1;
}
