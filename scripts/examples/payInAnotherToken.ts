/**
 * Buys a straddle over a WETH and a USDC vault, paid in USDC alone with one signature, and sells it for WETH. Needs `make node`; --url says where, if elsewhere.
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

import { openNode, userOf } from "./openNode.ts";

const POOL_FEE = 500;
const SLIPPAGE_BPS = 500n; // seconds pass between plan and order, in which spot becomes less certain

async function payInAnotherToken(): Promise<void> {
  const { provider, addresses, deadline } = await openNode(process.argv.slice(2));
  const trader = userOf(3).connect(provider);
  const client = connect(fromEthers(trader), addresses, { market: "WETH/USDC" });
  const { underlying: weth, quote: usdc } = marketOf(client);

  // What call and put vaults both list, nearest to the money.
  const rows = await optionChain(client);
  const both = rows.filter((row) => rows.some((other) => isPair(row, other)));
  const nearest = both.sort((a, b) => Math.abs(Math.abs(a.delta) - 0.5) - Math.abs(Math.abs(b.delta) - 0.5))[0];
  if (nearest === undefined) throw new Error("expected a straddle on sale, got none; is the node's market open?");
  const legs = straddle({ expiry: Number(nearest.expiry), strike: nearest.strike, quantity: 1 });

  // The most that vaults and pools may cost together, and a signature for no more than that.
  const plan = await planOrder(client, { legs, trader: trader.address, slippageBps: SLIPPAGE_BPS });
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
  for (const { address: vault } of marketOf(client).vaults) await allowSales(client, { vault, router });
  const sale = await planOrder(client, { legs: opposite(legs), trader: trader.address, slippageBps: SLIPPAGE_BPS });
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
  console.error(explainError(error));
  process.exitCode = 1;
}
