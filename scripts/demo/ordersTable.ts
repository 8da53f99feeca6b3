import { fromTokenUnits, fromWad, type StrategyLeg } from "@bulkhead/sdk";

import type { FilledLeg, FilledOrder } from "./desk.ts";
import {
  digitsOf,
  formatDate,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatSigned,
  nameOfKind,
  TIER_LEGEND,
} from "./format.ts";
import type { Results } from "../report/Output.ts";

/** The table of orders: a row a leg. */
export function ordersTable(orders: readonly FilledOrder[]): Results {
  return {
    name: "orders",
    title:
      `${orders.length} orders through the router: paid (+) or got (-), beside what all purchases of a kind would have cost\n` +
      `at the best single vault; split over the tiers (${TIER_LEGEND}).\n${describeBrought(orders)}`,
    columns: ["order", "trader", "leg", "split", "amount", "best single", "saved", "by price"],
    rows: orders.flatMap((order) => order.legs.map((leg, index) => rowOf(order, { leg, isFirst: index === 0 }))),
  };
}

function rowOf(order: FilledOrder, { leg, isFirst }: { leg: FilledLeg; isFirst: boolean }): Results["rows"][number] {
  const { decimals, symbol } = leg.parts[0]?.vault.collateral ?? { decimals: 0, symbol: "-" };
  const digits = digitsOf(decimals);
  const amount = fromTokenUnits(leg.amount, decimals);
  const single = leg.bestSingle === undefined ? undefined : fromTokenUnits(leg.bestSingle, decimals);
  return {
    cells: [
      isFirst ? order.name : "",
      isFirst ? order.trader.name : "",
      describeLeg(leg, leg.venue.symbol),
      leg.parts
        .map(
          ({ vault, quantity }) => `${vault.tier.slice(0, 1)} ${formatQuantity(fromWad(quantity), leg.venue.symbol)}`,
        )
        .join(", "),
      `${formatSigned(leg.quantity > 0 ? amount : -amount, digits)} ${symbol}`,
      leg.quantity < 0 ? "-" : single === undefined ? "none takes it" : formatNumber(single, digits),
      single === undefined ? "-" : formatPercent(1 - amount / single, 2),
      isFirst ? (order.savedByPrice === undefined ? "-" : formatSigned(order.savedByPrice)) : "",
    ],
    record: {
      order: order.name,
      trader: order.trader.address,
      at: order.at,
      market: leg.venue.name,
      kind: nameOfKind(leg.kind),
      expiry: leg.expiry,
      strike: leg.strike,
      quantity: leg.quantity,
      parts: leg.parts.map((part) => ({ vault: part.vault.address, quantity: part.quantity, amount: part.amount })),
      amount: leg.amount,
      settledIn: order.settled?.token.symbol ?? null,
      netPaid: order.settled?.netPaid ?? null,
      bestSingle: leg.bestSingle ?? null,
      pricesBrought: order.brought,
      savedByPriceUsdc: order.savedByPrice ?? null,
      token: symbol,
    },
  };
}

/** How many orders brought signed prices, and what that saved. */
function describeBrought(orders: readonly FilledOrder[]): string {
  const bringing = orders.filter(({ brought }) => brought > 0);
  const compared = bringing.filter(({ savedByPrice }) => savedByPrice !== undefined);
  const saved = compared.reduce((sum, { savedByPrice = 0 }) => sum + savedByPrice, 0);
  const unpriced = bringing.length - compared.length;
  const rest = unpriced === 0 ? "" : `; ${unpriced} could not be had at these`;
  return (
    `${bringing.length} orders brought a signed price, which saved ${formatNumber(saved)} USDC beside the feeds' own prices ` +
    `(by price, USDC: one order's part)${rest}`
  );
}

/** "buy 10.00 x WETH 16 Jan 2,500 call". */
export function describeLeg({ kind, expiry, strike, quantity }: StrategyLeg, symbol: string): string {
  const side = quantity > 0 ? "buy" : "sell";
  const many = formatQuantity(quantity, symbol);
  return `${side} ${many} x ${symbol} ${formatDate(expiry)} ${formatNumber(strike, 0)} ${nameOfKind(kind)}`;
}
