import { Command } from "@commander-js/extra-typings";
import { formatWad, fromWad, type Vault } from "@bulkhead/sdk";
import {
  dueProofs,
  dueSettlements,
  proveExpiry,
  rehearseProof,
  settleExpiry,
  type Due,
  type DueProof,
} from "@bulkhead/sdk/keeper";

import { exactAmount, formatAmount, formatPrice, formatTime } from "../format.ts";
import { NotYetError } from "../NotYetError.ts";
import { parseExpiry } from "../parse.ts";
import { carryOut, openSending, sends, type SendOptions } from "../sending.ts";
import type { Session } from "../session.ts";
import { UsageError } from "../UsageError.ts";

/** `bulkhead settle` */
export function settle() {
  return sends(
    new Command("settle")
      .description(
        "settle expiries that have passed, at a price that is proven from the aggregators' rounds; anyone may",
      )
      .argument("[expiry]", "27JUN25, 2025-06-27 or unix seconds; by default all that have passed", parseExpiry),
  ).action(async (wanted, options, command) => {
    const session = await openSending(command, options);
    const { client, output } = session;
    if (wanted === "next") {
      throw new UsageError({ expected: "an expiry that has passed", got: '"next"', action: "leave it out for all" });
    }
    const isWanted = ({ expiry }: { readonly expiry: bigint }): boolean => wanted === undefined || wanted === expiry;
    let found = 0;
    for (const { name: market } of client.markets) {
      if (client.market !== undefined && client.market !== market) continue;
      const [unpriced, due] = await Promise.all([dueProofs(client, { market }), dueSettlements(client, { market })]);
      for (const proof of unpriced.filter(isWanted)) {
        await fixPrice(session, { market, proof, options });
        // In a dry run the price is not there to settle at.
        for (const vault of proof.vaults) await settleIn(session, { vault, expiry: proof.expiry, options });
        found += 1;
      }
      for (const { vault, expiry, price, refusal } of due.filter(isWanted)) {
        const rehearse = async (): Promise<void> => requireTaken({ refusal });
        await settleIn(session, { vault, expiry, isEmpty: price === 0n, rehearse, options });
        found += 1;
      }
    }
    if (found > 0) return;
    if (wanted !== undefined && wanted > (await latestTime(session))) {
      throw new NotYetError({
        expected: "an expiry that has passed",
        got: formatTime(wanted),
        action: "wait for it; bulkhead expiries lists those that are open",
      });
    }
    output.line(
      wanted === undefined ? "nothing to settle" : `nothing to settle: no vault has ${formatTime(wanted)} open`,
    );
  });
}

/** Unix seconds of the latest block. */
async function latestTime({ node }: Session): Promise<number> {
  return (await node.getBlock("latest"))?.timestamp ?? 0;
}

interface Fixing {
  readonly market: string;
  readonly proof: DueProof;
  readonly options: SendOptions;
}

/** Proves an expiry's price. */
async function fixPrice(session: Session, { market, proof: { expiry }, options }: Fixing): Promise<void> {
  const { client } = session;
  await carryOut(
    session,
    {
      action: "settle: prove",
      facts: [
        ["expiry", `${formatTime(expiry)} of ${market}`],
        ["cost", "gas alone"],
        ["worst loss", "none"],
      ],
      record: { market, expiry: Number(expiry) },
      rehearse: () => rehearseProof(client, { market, expiry }),
      send: () => proveExpiry(client, { market, expiry }),
      outcome: ({ price }) => ({
        facts: [["price", formatPrice(fromWad(price))]],
        record: { price: formatWad(price) },
      }),
    },
    options,
  );
}

interface Settling {
  readonly vault: Vault;
  readonly expiry: bigint;
  /** Whether it has no price, and needs none. */
  readonly isEmpty?: boolean;
  readonly rehearse?: () => Promise<void>;
  readonly options: SendOptions;
}

async function settleIn(session: Session, settling: Settling): Promise<void> {
  const { vault, expiry, isEmpty = false, rehearse, options } = settling;
  const { client } = session;
  const { market, symbol, address, collateral } = vault;
  await carryOut(
    session,
    {
      action: "settle",
      facts: [
        ["expiry", `${formatTime(expiry)} at ${symbol}`],
        ...(isEmpty ? [["price", "none needed: nobody holds options of it"] as const] : []),
        ["cost", "gas alone"],
        ["worst loss", "none"],
      ],
      record: { market, vault: symbol, expiry: Number(expiry), isEmpty },
      rehearse,
      send: async () => {
        const { owed, receipt } = await settleExpiry(client, { vault: address, expiry });
        return { owed, receipts: [receipt] };
      },
      outcome: ({ owed }) => ({
        facts: [["owed to holders", formatAmount(owed, collateral)]],
        record: { owed: exactAmount(owed, collateral) },
      }),
    },
    options,
  );
}

/** What was found due was rehearsed then. */
async function requireTaken({ refusal }: Due): Promise<void> {
  if (refusal !== undefined) throw refusal;
  return Promise.resolve();
}
