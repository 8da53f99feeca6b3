import { Command } from "@commander-js/extra-typings";

import { parseExpiry, parseKind, parsePositive } from "../parse.ts";
import { trade, trades } from "../trade.ts";

/** `bulkhead sell` */
export function sell() {
  return trades(
    new Command("sell")
      .description("sell options back, to the vaults that wrote them, where that brings most")
      .argument("<kind>", "call or put", parseKind)
      .argument("<expiry>", "27JUN25, 2025-06-27, unix seconds or next", parseExpiry)
      .argument("<strike>", "quote per underlying", (text) => parsePositive(text, "strike"))
      .argument("<quantity>", "options", (text) => parsePositive(text, "quantity")),
  ).action(async (kind, expiry, strike, quantity, options, command) =>
    trade("sell", { legs: [{ kind, expiry, strike, quantity: -quantity }], options, command }),
  );
}
