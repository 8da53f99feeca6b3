import { Command } from "@commander-js/extra-typings";

import { parseExpiry, parseKind, parsePositive } from "../parse.ts";
import { deadlineOption, sends, slippageOption } from "../sending.ts";
import { trade } from "../trade.ts";

/** `bulkhead sell` */
export function sell() {
  return sends(
    new Command("sell")
      .description("sell options back, to the vaults that wrote them, where that brings most")
      .argument("<kind>", "call or put", parseKind)
      .argument("<expiry>", "27JUN25, 2025-06-27, unix seconds or next", parseExpiry)
      .argument("<strike>", "quote per underlying", (text) => parsePositive(text, "strike"))
      .argument("<quantity>", "options", (text) => parsePositive(text, "quantity"))
      .addOption(slippageOption())
      .addOption(deadlineOption()),
  ).action(async (kind, expiry, strike, quantity, options, command) =>
    trade("sell", { legs: [{ kind, expiry, strike, quantity: -quantity }], options, command }),
  );
}
