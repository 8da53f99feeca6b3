import { Command } from "@commander-js/extra-typings";

import { parseExpiry, parseKind, parsePositive } from "../parse.ts";
import { trade, trades } from "../trade.ts";

/** `bulkhead buy` */
export function buy() {
  return trades(
    new Command("buy")
      .description("buy options, from the vaults where they are cheapest together")
      .argument("<kind>", "call or put", parseKind)
      .argument("<expiry>", "27JUN25, 2025-06-27, unix seconds or next", parseExpiry)
      .argument("<strike>", "quote per underlying", (text) => parsePositive(text, "strike"))
      .argument("<quantity>", "options", (text) => parsePositive(text, "quantity")),
  ).action(async (kind, expiry, strike, quantity, options, command) =>
    trade("buy", { legs: [{ kind, expiry, strike, quantity }], options, command }),
  );
}
