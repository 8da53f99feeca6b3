import { Command, Option } from "@commander-js/extra-typings";
import { formatWad, positions, redeemOptions } from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";

import { rehearseCall } from "../contract.ts";
import { exactAmount, formatAmount, formatSeries, kindName } from "../format.ts";
import { parseCount, parseExpiry, parseVault } from "../parse.ts";
import { carryOut, openSending, sends } from "../sending.ts";
import { requireAccount } from "../session.ts";

/** `bulkhead redeem` */
export function redeem() {
  return sends(
    new Command("redeem")
      .description("take what settled options pay; those that ended worthless are left")
      .argument("[vault]", "of one vault only, by its symbol or address")
      .addOption(new Option("--expiry <expiry>", "of one expiry only").argParser(parseExpiry))
      .addOption(
        new Option(
          "--from-block <number>",
          "the block of the first purchase, for nodes that search no further",
        ).argParser(parseCount),
      ),
  ).action(async (name, options, command) => {
    const session = await openSending(command, options);
    const { client, output } = session;
    const account = requireAccount(session);
    const only = name === undefined ? undefined : parseVault(name, client);
    const { options: held } = await positions(client, {
      account,
      ...(options.fromBlock === undefined ? {} : { fromBlock: options.fromBlock }),
    });
    const due = held.filter(
      ({ vault, expiry, payout }) =>
        payout > 0n &&
        (only === undefined || vault.address === only.address) &&
        (options.expiry === undefined || options.expiry === expiry),
    );
    if (due.length === 0) output.line("nothing to redeem");
    for (const { vault, id, kind, expiry, strike, quantity, payout } of due) {
      const args = [id, quantity, account, account];
      const call = { address: vault.address, abi: optionVaultAbi, name: "redeemOptions", args };
      await carryOut(
        session,
        {
          action: "redeem",
          facts: [
            ["options", `${formatWad(quantity)} ${formatSeries({ kind, expiry, strike })} of ${vault.symbol}`],
            ["brings", formatAmount(payout, vault.collateral)],
            ["limit", "what they pay is fixed"],
            ["worst loss", "none"],
          ],
          record: {
            vault: vault.symbol,
            kind: kindName(kind),
            expiry: Number(expiry),
            strike: formatWad(strike),
            quantity: formatWad(quantity),
          },
          rehearse: () => rehearseCall(session, call),
          send: async () => {
            const result = await redeemOptions(client, { vault: vault.address, id, quantity });
            return { payout: result.payout, receipts: [result.receipt] };
          },
          outcome: (result) => ({
            facts: [["got", formatAmount(result.payout, vault.collateral)]],
            record: { payout: exactAmount(result.payout, vault.collateral), token: vault.collateral.symbol },
          }),
        },
        options,
      );
    }
  });
}
