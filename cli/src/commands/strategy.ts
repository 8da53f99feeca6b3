import { Command } from "@commander-js/extra-typings";
import { ladder, straddle, strangle, vertical, type Decimal, type StrategyLeg } from "@bulkhead/sdk";

import { parseExpiry, parseKind, parseLeg, parsePositive, type ExpiryText, type LegText } from "../parse.ts";
import { trade, trades, type TradeOptions } from "../trade.ts";

/** `bulkhead strategy` */
export function strategy() {
  const command = new Command("strategy").description("several options in one order: all of them or none");
  command.addCommand(
    sending("straddle", "a call and a put on one strike: gains from a large move either way")
      .argument("<expiry>", EXPIRY, parseExpiry)
      .argument("<strike>", STRIKE, positive("strike"))
      .argument("<quantity>", QUANTITY, positive("quantity"))
      .action(async (expiry, strike, quantity, options, self) =>
        order("straddle", { legs: at(expiry, straddle({ expiry: 0, strike, quantity })), options, command: self }),
      ),
  );
  command.addCommand(
    sending("strangle", "a put below and a call above: cheaper than a straddle, gains from a larger move")
      .argument("<expiry>", EXPIRY, parseExpiry)
      .argument("<put-strike>", STRIKE, positive("put strike"))
      .argument("<call-strike>", STRIKE, positive("call strike"))
      .argument("<quantity>", QUANTITY, positive("quantity"))
      .action(async (expiry, putStrike, callStrike, quantity, options, self) => {
        const legs = at(expiry, strangle({ expiry: 0, putStrike, callStrike, quantity }));
        await order("strangle", { legs, options, command: self });
      }),
  );
  command.addCommand(
    sending("vertical", "one strike bought and another sold, which must be held")
      .argument("<kind>", "call or put", parseKind)
      .argument("<expiry>", EXPIRY, parseExpiry)
      .argument("<bought>", "the strike to buy", positive("strike to buy"))
      .argument("<sold>", "the strike to sell", positive("strike to sell"))
      .argument("<quantity>", QUANTITY, positive("quantity"))
      .action(async (kind, expiry, boughtStrike, soldStrike, quantity, options, self) => {
        const legs = at(expiry, vertical({ kind, expiry: 0, boughtStrike, soldStrike, quantity }));
        await order("vertical", { legs, options, command: self });
      }),
  );
  command.addCommand(
    sending("ladder", "equal quantities over several strikes and expiries")
      .argument("<kind>", "call or put", parseKind)
      .argument("<expiries>", `${EXPIRY}; several with commas`, listOf(parseExpiry))
      .argument("<strikes>", `${STRIKE}; several with commas`, listOf(positive("strike")))
      .argument("<quantity>", `${QUANTITY} of each`, positive("quantity"))
      .action(async (kind, expiries, strikes, quantity, options, self) => {
        const legs = expiries.flatMap((expiry) => at(expiry, ladder({ kind, expiries: [0], strikes, quantity })));
        await order("ladder", { legs, options, command: self });
      }),
  );
  command.addCommand(
    sending("legs", "any legs, each kind:expiry:strike:quantity; a negative quantity sells")
      .argument("<leg...>", "call:next:2000:1.5", (text, before: LegText[] | undefined) => [
        ...(before ?? []),
        parseLeg(text),
      ])
      .action(async (legs = [], options, self) => order("strategy", { legs, options, command: self })),
  );
  return command;
}

const EXPIRY = "27JUN25, 2025-06-27, unix seconds or next";
const STRIKE = "quote per underlying";
const QUANTITY = "options";

function sending(name: string, description: string) {
  return trades(new Command(name).description(description)).option(
    "--close",
    "the other way round: sell what the strategy buys and buy what it sells",
  );
}

function positive(what: string): (text: string) => bigint {
  return (text) => parsePositive(text, what);
}

function listOf<T>(parse: (text: string) => T): (text: string) => T[] {
  return (text) => text.split(",").map((part) => parse(part.trim()));
}

/** The SDK's strategies know expiries by number; "next" is put in its place later. */
function at(expiry: ExpiryText, legs: readonly StrategyLeg<Decimal>[]): LegText[] {
  return legs.map(({ kind, strike, quantity }) => ({
    kind,
    expiry,
    strike: BigInt(strike),
    quantity: BigInt(quantity),
  }));
}

async function order(
  action: string,
  {
    legs,
    options: { close, ...options },
    command,
  }: { legs: readonly LegText[]; options: TradeOptions & { close?: true }; command: { optsWithGlobals(): object } },
): Promise<void> {
  const turned = close === true ? legs.map((leg) => ({ ...leg, quantity: -leg.quantity })) : legs;
  await trade(close === true ? `close ${action}` : action, { legs: turned, options, command });
}
