import { Command } from "@commander-js/extra-typings";
import { batchCall, formatWad, fromWad, readBatch, type Vault } from "@bulkhead/sdk";
import { expiryPriceAbi, optionVaultAbi } from "@bulkhead/sdk/abi";

import { rehearseCall, sendCall, type ContractCall } from "../contract.ts";
import type { MarketRecord } from "../deployment.ts";
import { exactAmount, formatAmount, formatPrice, formatTime } from "../format.ts";
import { parseExpiry } from "../parse.ts";
import { carryOut, openSending, sends, type SendOptions } from "../sending.ts";
import type { Session } from "../session.ts";
import { startRound } from "../startRound.ts";
import { UsageError } from "../UsageError.ts";

/** As many as one call walks at most. */
const MOST_ROUNDS = 512n;

/** `bulkhead settle` */
export function settle() {
  return sends(
    new Command("settle")
      .description(
        "fix the price of expiries that have passed, by proof from the aggregators' rounds, and settle them; anyone may",
      )
      .argument("[expiry]", "27JUN25, 2025-06-27 or unix seconds; by default all that have passed", parseExpiry),
  ).action(async (wanted, options, command) => {
    const session = await openSending(command, options);
    const { client, record, output } = session;
    if (wanted === "next") {
      throw new UsageError({ expected: "an expiry that has passed", got: '"next"', action: "leave it out for all" });
    }
    let found = 0;
    for (const market of record.markets) {
      if (client.market !== undefined && client.market !== market.name) continue;
      for (const { expiry, vaults } of await passedIn(session, market, wanted)) {
        found += vaults.length;
        await fixPrice(session, { market, expiry, options });
        for (const vault of vaults) await settleIn(session, { market, vault, expiry, options });
      }
    }
    if (found > 0) return;
    if (wanted !== undefined) {
      throw new UsageError({
        expected: "an expiry that has passed and that some vault has not settled",
        got: formatTime(wanted),
        action: "bulkhead expiries lists them",
      });
    }
    output.line("nothing to settle");
  });
}

/** Expiries of a market that have passed, with the vaults that have not settled them. */
async function passedIn({ client }: Session, { name }: MarketRecord, wanted: bigint | undefined) {
  const vaults = client.vaults.filter(({ market }) => market === name);
  const { results, block } = await readBatch(client, {
    calls: vaults.map(({ address }) => batchCall({ address, abi: optionVaultAbi, functionName: "expiries", args: [] })),
  });
  const passed = [...new Set(results.flat())].filter(
    (expiry) => expiry <= block.timestamp && (wanted === undefined || wanted === expiry),
  );
  return passed
    .sort((one, other) => Number(one - other))
    .map((expiry) => ({ expiry, vaults: vaults.filter((_, index) => results[index]?.includes(expiry)) }));
}

interface Fixing {
  readonly market: MarketRecord;
  readonly expiry: bigint;
  readonly options: SendOptions;
}

/** Proves an expiry's price, where nobody has. */
async function fixPrice(session: Session, { market, expiry, options }: Fixing): Promise<void> {
  const contract = { address: market.expiryPrice, abi: expiryPriceAbi } as const;
  const { results } = await readBatch(session.client, {
    calls: [
      batchCall({ ...contract, functionName: "priceOf", args: [expiry] }),
      batchCall({ ...contract, functionName: "averagingWindow", args: [] }),
    ],
  });
  const [known, window] = results;
  if (known !== 0n) return;
  const [round, quoteRound] = await Promise.all([
    startRound(session, market.underlyingAggregator, expiry - window),
    startRound(session, market.quoteAggregator, expiry - window),
  ]);
  const call: ContractCall = { ...contract, name: "prove", args: [expiry, round, quoteRound, MOST_ROUNDS] };
  await carryOut(
    session,
    {
      action: "settle: prove",
      facts: [
        ["expiry", `${formatTime(expiry)} of ${market.name}`],
        ["from", `round ${round} of the underlying's aggregator, ${quoteRound} of the quote's`],
        ["cost", "gas alone"],
        ["worst loss", "none"],
      ],
      record: { market: market.name, expiry: Number(expiry), round, quoteRound },
      rehearse: () => rehearseCall(session, call),
      send: async () => sendCall(session, call),
      outcome: ({ result }) => {
        const price = BigInt(String(result));
        const text = price === 0n ? "not at its end: settle again" : formatPrice(fromWad(price));
        return { facts: [["price", text]], record: { price: price === 0n ? null : formatWad(price) } };
      },
    },
    options,
  );
}

async function settleIn(
  session: Session,
  { market, vault, expiry, options }: Fixing & { readonly vault: Vault },
): Promise<void> {
  const call: ContractCall = { address: vault.address, abi: optionVaultAbi, name: "settle", args: [expiry] };
  const price = batchCall({
    address: market.expiryPrice,
    abi: expiryPriceAbi,
    functionName: "priceOf",
    args: [expiry],
  });
  const { results } = await readBatch(session.client, { calls: [price] });
  await carryOut(
    session,
    {
      action: "settle",
      facts: [
        ["expiry", `${formatTime(expiry)} at ${vault.symbol}`],
        ["cost", "gas alone"],
        ["worst loss", "none"],
      ],
      record: { market: market.name, vault: vault.symbol, expiry: Number(expiry) },
      // In a dry run a price that would have been proven first is not there.
      rehearse: results[0] === 0n ? undefined : () => rehearseCall(session, call),
      send: async () => sendCall(session, call),
      outcome: ({ result }) => {
        const owed = BigInt(String(result));
        return {
          facts: [["owed to holders", formatAmount(owed, vault.collateral)]],
          record: { owed: exactAmount(owed, vault.collateral) },
        };
      },
    },
    options,
  );
}
