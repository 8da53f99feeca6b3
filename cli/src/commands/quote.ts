import { Command } from "@commander-js/extra-typings";
import {
  bestSplit,
  formatWad,
  fromTokenUnits,
  fromWad,
  quote as quoteOne,
  type QuoteResult,
  type Vault,
} from "@bulkhead/sdk";

import { requireListed, resolveExpiry } from "../expiries.ts";
import {
  exactAmount,
  formatAmount,
  formatNumber,
  formatPercent,
  formatSeries,
  formatTime,
  formatWadNumber,
  kindName,
  NONE,
} from "../format.ts";
import { globalsOf } from "../globals.ts";
import { parseExpiry, parseKind, parsePositive } from "../parse.ts";
import { openSession } from "../session.ts";

/** One vault's part of a quote. */
interface Part {
  readonly vault: Vault;
  /** WAD, with the order's sign. */
  readonly quantity: bigint;
  readonly amount: bigint;
  readonly quote: QuoteResult;
}

/** `bulkhead quote` */
export function quote() {
  return new Command("quote")
    .description(
      "what an option costs now, split over the vaults where that is cheapest, and what the price is made of",
    )
    .argument("<kind>", "call or put", parseKind)
    .argument("<expiry>", "27JUN25, 2025-06-27, unix seconds or next", parseExpiry)
    .argument("<strike>", "quote per underlying", (text) => parsePositive(text, "strike"))
    .argument("[quantity]", "options", (text) => parsePositive(text, "quantity"), 10n ** 18n)
    .option("--sell", "what selling back would bring, whoever holds it")
    .action(async (kind, expiryText, strike, size, { sell = false }, command) => {
      const session = await openSession(globalsOf(command));
      const { client, output } = session;
      const expiry = await resolveExpiry(session, expiryText);
      await requireListed(session, { kind, expiry, strike });
      const quantity = sell ? -size : size;
      const { id, parts, total, bestSingle } = await bestSplit(client, { kind, expiry, strike, quantity });
      const detailed = await Promise.all(
        parts.map(async (part): Promise<Part> => {
          return { ...part, quote: await quoteOne(client, { vault: part.vault.address, id, quantity: part.quantity }) };
        }),
      );
      const [first] = parts;
      if (first === undefined) throw new Error("the quoter split an order into no parts");
      const { collateral } = first.vault;
      if (output.isJson) {
        output.record({
          kind: kindName(kind),
          expiry: Number(expiry),
          strike: formatWad(strike),
          quantity: formatWad(quantity),
          token: collateral.symbol,
          total: exactAmount(total, collateral),
          bestSingle: bestSingle === undefined ? null : exactAmount(bestSingle, collateral),
          parts: detailed.map(recordOf),
        });
        return;
      }
      const each = fromTokenUnits(total, collateral.decimals) / fromWad(size);
      output.line(`${sell ? "sell" : "buy"} ${formatWad(size)} ${formatSeries({ kind, expiry, strike })}`);
      output.line(
        `${formatAmount(total, collateral)}, ${formatNumber(each)} an option${single(total, { bestSingle, collateral })}`,
      );
      output.line();
      output.table(detailed, { columns: COLUMNS, record: recordOf });
    });
}

function single(
  total: bigint,
  { bestSingle, collateral }: { bestSingle: bigint | undefined; collateral: Vault["collateral"] },
): string {
  if (bestSingle === undefined) return "; no single vault takes it all";
  return bestSingle === total ? "" : `; the best single vault: ${formatAmount(bestSingle, collateral)}`;
}

const COLUMNS = {
  vault: ({ vault }: Part) => vault.symbol,
  quantity: ({ quantity }: Part) => formatWad(quantity < 0n ? -quantity : quantity),
  amount: ({ vault, amount }: Part) => formatAmount(amount, vault.collateral),
  fair: ({ quote: { parts } }: Part) => formatWadNumber(parts.fair),
  risk: ({ quote: { parts } }: Part) => formatWadNumber(parts.moveCharge),
  rent: ({ quote: { parts } }: Part) => formatWadNumber(parts.rentCharge),
  fee: ({ quote: { parts } }: Part) => formatWadNumber(parts.fee),
  volatility: ({ quote: { parts } }: Part) => formatPercent(fromWad(parts.volatility)),
  delta: ({ quote: { parts } }: Part) => fromWad(parts.spotDelta).toFixed(3),
  "at most": ({ quote: { maxQuantity } }: Part) => formatWadNumber(maxQuantity),
  "price holds till": ({ quote: { validUntil } }: Part) => (validUntil === 0n ? NONE : `${formatTime(validUntil)} UTC`),
};

function recordOf({ vault, quantity, amount, quote: { parts, maxQuantity, validUntil } }: Part) {
  return {
    vault: vault.symbol,
    quantity: formatWad(quantity),
    amount: exactAmount(amount, vault.collateral),
    fair: formatWad(parts.fair),
    moveCharge: formatWad(parts.moveCharge),
    rentCharge: formatWad(parts.rentCharge),
    fee: formatWad(parts.fee),
    volatility: fromWad(parts.volatility),
    delta: fromWad(parts.spotDelta),
    spot: fromWad(parts.spot),
    maxQuantity: formatWad(maxQuantity),
    validUntil: Number(validUntil),
  };
}
