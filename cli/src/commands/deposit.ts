import { Command, Option } from "@commander-js/extra-typings";
import { batchCall, deposit as depositTo, readBatch, type Vault } from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";
import { ZeroAddress } from "ethers";

import { rehearseCall } from "../contract.ts";
import { exactAmount, formatAmount } from "../format.ts";
import { NotYetError } from "../NotYetError.ts";
import { parseAmount, parseVault } from "../parse.ts";
import { amountIn } from "../receipts.ts";
import { carryOut, deadlineAfter, deadlineOption, openSending, sends, slippageOption } from "../sending.ts";
import type { Session } from "../session.ts";
import { lessSlippage, previewOf, shareToken } from "../shares.ts";
import { allowanceOf, balanceOf } from "../tokens.ts";
import { UsageError } from "../UsageError.ts";

/** `bulkhead deposit` */
export function deposit() {
  return sends(
    new Command("deposit")
      .description("provide collateral to a vault, for shares")
      .argument("<vault>", "its symbol or address")
      .argument("<amount>", "of its collateral")
      .addOption(new Option("--min-shares <shares>", "least shares to get; by default what is expected, less slippage"))
      .addOption(slippageOption())
      .addOption(deadlineOption()),
  ).action(async (name, text, options, command) => {
    const session = await openSending(command, options);
    const { client, account } = session;
    const vault = parseVault(name, client);
    const { collateral, address } = vault;
    const assets = parseAmount(text, collateral);
    const held = account === undefined ? undefined : await balanceOf(session, collateral.address, account);
    if (assets === 0n || (held !== undefined && held < assets)) {
      throw new UsageError({
        expected: `an amount above zero that ${account ?? "the account"} holds`,
        got: `${formatAmount(assets, collateral)} of ${held === undefined ? "an unknown balance" : formatAmount(held, collateral)}`,
        action: "give another amount",
      });
    }
    const [token, expected, deadline] = await Promise.all([
      shareToken(session, vault),
      previewOf(session, { vault, name: "previewDeposit", amount: assets }),
      deadlineAfter(session, options.deadline),
    ]);
    await requireRoom(session, { vault, assets });
    const minShares =
      options.minShares === undefined
        ? lessSlippage(expected, options.slippage)
        : parseAmount(options.minShares, token);
    const allowed =
      account === undefined ? 0n : await allowanceOf(session, { token: collateral.address, spender: address });
    const signature = "deposit(uint256,address,uint256,uint256)";
    const call = { address, abi: optionVaultAbi, name: signature, args: [assets, account, minShares, deadline] };
    await carryOut(
      session,
      {
        action: "deposit",
        facts: [
          ["cost", `${formatAmount(assets, collateral)} into ${vault.symbol}`],
          ["expected", `${formatAmount(expected, token)} shares`],
          ["limit", `at least ${formatAmount(minShares, token)} shares`],
          ["worst loss", `${formatAmount(assets, collateral)}: the vault pays its options from what is provided`],
        ],
        record: {
          vault: vault.symbol,
          token: collateral.symbol,
          assets: exactAmount(assets, collateral),
          expectedShares: exactAmount(expected, token),
          minShares: exactAmount(minShares, token),
        },
        rehearse: account !== undefined && allowed >= assets ? () => rehearseCall(session, call) : undefined,
        send: async () => {
          const { approvals, receipt } = await depositTo(client, { vault: address, assets, minShares, deadline });
          const log = { address, abi: optionVaultAbi, event: "Deposit", argument: "shares" };
          return { shares: amountIn(receipt, log), receipts: [...approvals, receipt], approvals: approvals.length };
        },
        outcome: ({ shares }) => ({
          facts: [["got", `${formatAmount(shares, token)} shares`]],
          record: { shares: exactAmount(shares, token) },
        }),
      },
      options,
    );
  });
}

/** Said before anybody is asked, with how much there is room for. */
async function requireRoom(
  { client, account }: Session,
  { vault, assets }: { vault: Vault; assets: bigint },
): Promise<void> {
  const { address, symbol, collateral } = vault;
  const args = [account ?? ZeroAddress] as const;
  const call = batchCall({ address, abi: optionVaultAbi, functionName: "maxDeposit", args });
  const { results } = await readBatch(client, { calls: [call] });
  if (assets <= results[0]) return;
  throw new NotYetError({
    expected: `a deposit that ${symbol} takes now, at most ${formatAmount(results[0], collateral)}`,
    got: formatAmount(assets, collateral),
    action: "deposit less, or wait: bulkhead doctor says what it waits for",
  });
}
