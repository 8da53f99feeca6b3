import { Command, Option } from "@commander-js/extra-typings";
import { guaranteedExit } from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";

import { rehearseCall } from "../contract.ts";
import { exactAmount, formatAmount } from "../format.ts";
import { parseAmount, parseVault } from "../parse.ts";
import { amountIn } from "../receipts.ts";
import { carryOut, deadlineAfter, deadlineOption, openSending, sends, slippageOption } from "../sending.ts";
import { lessSlippage, previewOf, sharesOf } from "../shares.ts";
import { UsageError } from "../UsageError.ts";

/** `bulkhead exit` */
export function exit() {
  return sends(
    new Command("exit")
      .description(
        "the guaranteed exit: works in every state and asks for no price, and pays less than net asset value for it",
      )
      .argument("<vault>", "its symbol or address")
      .argument("<shares>", "a number, a part like 50%, or all")
      .addOption(
        new Option("--min <amount>", "least collateral to get, above zero; by default what is expected, less slippage"),
      )
      .addOption(slippageOption())
      .addOption(deadlineOption()),
  ).action(async (name, text, options, command) => {
    const session = await openSending(command, options);
    const { client, account } = session;
    const vault = parseVault(name, client);
    const { collateral, address } = vault;
    const { token, shares } = await sharesOf(session, { vault, text });
    const [expected, deadline] = await Promise.all([
      previewOf(session, { vault, name: "previewGuaranteedExit", amount: shares }),
      deadlineAfter(session, options.deadline),
    ]);
    const minAssets =
      options.min === undefined ? lessSlippage(expected, options.slippage) : parseAmount(options.min, collateral);
    requireMinimum(minAssets, expected === 0n);
    const signature = "guaranteedExit(uint256,address,address,uint256,uint256)";
    const call = {
      address,
      abi: optionVaultAbi,
      name: signature,
      args: [shares, account, account, minAssets, deadline],
    };
    await carryOut(
      session,
      {
        action: "exit",
        facts: [
          ["cost", `${formatAmount(shares, token)} shares`],
          ["brings", formatAmount(expected, collateral)],
          ["limit", `at least ${formatAmount(minAssets, collateral)}`],
          ["worst loss", `what the shares are worth beyond ${formatAmount(minAssets, collateral)}`],
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
          const { receipt } = await guaranteedExit(client, { vault: address, shares, minAssets, deadline });
          const log = { address, abi: optionVaultAbi, event: "GuaranteedExit", argument: "assets" };
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

/** Somebody's purchase in front of it lowers what an exit pays: without a minimum, to nothing. */
function requireMinimum(minAssets: bigint, isNothing: boolean): void {
  if (minAssets > 0n) return;
  throw new UsageError({
    expected: "an exit with a minimum above zero",
    got: isNothing ? "one that would pay nothing now" : "a minimum of zero",
    action: isNothing
      ? "wait until less is locked, or bulkhead queue request"
      : "give --min above zero, or less slippage",
  });
}
