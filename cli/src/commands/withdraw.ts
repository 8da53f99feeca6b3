import { Command, Option } from "@commander-js/extra-typings";
import { withdraw as withdrawFrom } from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";

import { rehearseCall } from "../contract.ts";
import { exactAmount, formatAmount } from "../format.ts";
import { parseAmount, parseVault } from "../parse.ts";
import { amountIn } from "../receipts.ts";
import { carryOut, deadlineAfter, deadlineOption, openSending, sends, slippageOption } from "../sending.ts";
import { lessSlippage, previewOf, sharesOf } from "../shares.ts";

/** `bulkhead withdraw` */
export function withdraw() {
  return sends(
    new Command("withdraw")
      .description(
        "redeem shares at net asset value less the band, now; where the vault cannot pay, bulkhead queue waits",
      )
      .argument("<vault>", "its symbol or address")
      .argument("<shares>", "a number, a part like 50%, or all")
      .addOption(new Option("--min <amount>", "least collateral to get; by default what is expected, less slippage"))
      .addOption(slippageOption())
      .addOption(deadlineOption()),
  ).action(async (name, text, options, command) => {
    const session = await openSending(command, options);
    const { client, account } = session;
    const vault = parseVault(name, client);
    const { collateral, address } = vault;
    const { token, shares } = await sharesOf(session, { vault, text });
    const [expected, deadline] = await Promise.all([
      previewOf(session, { vault, name: "previewRedeem", amount: shares }),
      deadlineAfter(session, options.deadline),
    ]);
    const minAssets =
      options.min === undefined ? lessSlippage(expected, options.slippage) : parseAmount(options.min, collateral);
    const signature = "redeem(uint256,address,address,uint256,uint256)";
    const call = {
      address,
      abi: optionVaultAbi,
      name: signature,
      args: [shares, account, account, minAssets, deadline],
    };
    await carryOut(
      session,
      {
        action: "withdraw",
        facts: [
          ["cost", `${formatAmount(shares, token)} shares`],
          ["brings", formatAmount(expected, collateral)],
          ["limit", `at least ${formatAmount(minAssets, collateral)}`],
          ["worst loss", `${formatAmount(expected - minAssets, collateral)} of what is expected`],
        ],
        record: {
          vault: vault.symbol,
          token: collateral.symbol,
          shares: exactAmount(shares, token),
          expectedAssets: exactAmount(expected, collateral),
          minAssets: exactAmount(minAssets, collateral),
        },
        rehearse: account === undefined ? undefined : () => rehearseCall(session, call),
        send: async () => {
          const { receipt } = await withdrawFrom(client, { vault: address, shares, minAssets, deadline });
          const log = { address, abi: optionVaultAbi, event: "Withdraw", argument: "assets" };
          return { assets: amountIn(receipt, log), receipts: [receipt] };
        },
        outcome: ({ assets }) => ({
          facts: [["got", formatAmount(assets, collateral)]],
          record: { assets: exactAmount(assets, collateral) },
        }),
      },
      options,
    );
  });
}
