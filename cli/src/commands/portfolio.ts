import { Command, Option } from "@commander-js/extra-typings";
import {
  batchCall,
  ContractError,
  formatWad,
  fromTokenUnits,
  fromWad,
  optionChain,
  positions,
  readBatch,
  type ChainRow,
  type OptionPosition,
  type SharePosition,
  type Vault,
} from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";
import { formatEther } from "ethers";
import { onStdout } from "../colours.ts";

import { exactAmount, formatAmount, formatNumber, formatPrice, formatTime, kindName, NONE } from "../format.ts";
import { globalsOf } from "../globals.ts";
import { parseCount } from "../parse.ts";
import { openSession, requireAccount, type Session } from "../session.ts";
import { balanceOf, tokensOf } from "../tokens.ts";
import { UsageError } from "../UsageError.ts";

/** `bulkhead portfolio` */
export function portfolio() {
  return new Command("portfolio")
    .description("what an account has: options, shares, redeem requests, tokens")
    .addOption(
      new Option(
        "--from-block <number>",
        "the block of the first purchase, for nodes that search no further",
      ).argParser(parseCount),
    )
    .action(async ({ fromBlock }, command) => {
      const session = await openSession(globalsOf(command));
      const { client, output } = session;
      const account = requireAccount(session);
      await requireMined(session, fromBlock);
      const held = await positions(client, {
        account,
        ...(client.market === undefined ? {} : { market: client.market }),
        ...(fromBlock === undefined ? {} : { fromBlock }),
      });
      const [options, decimals, balances] = await Promise.all([
        Promise.all(held.options.map(async (option) => valued(session, option))),
        shareDecimals(session, [...held.shares, ...held.requests]),
        balancesOf(session, account),
      ]);
      const shares = await worthOf(session, { shares: held.shares, decimals });
      const asShares = (vault: Vault, amount: bigint) => ({ decimals: decimals.get(vault.address) ?? 0, amount });
      if (!output.isJson) output.line(`${account} at block ${held.block.number}\n`);
      section(session, "options", () => output.table(options, { columns: OPTIONS, record: optionRecord }));
      section(session, "shares", () => output.table(shares, { columns: SHARES, record: shareRecord }));
      section(session, "redeem requests", () =>
        output.table(held.requests, {
          columns: {
            vault: ({ vault }) => vault.symbol,
            request: ({ requestId }) => String(requestId),
            waits: ({ pending, vault }) => shown(asShares(vault, pending)),
            "to claim": ({ assets, vault }) => formatAmount(assets, vault.collateral),
            "comes back": ({ returnable, vault }) => shown(asShares(vault, returnable)),
          },
          record: ({ vault, requestId, assets, pending, returnable }) => ({
            position: "request",
            vault: vault.symbol,
            requestId,
            assets: exactAmount(assets, vault.collateral),
            pending: exactAmount(pending, asShares(vault, pending)),
            returnable: exactAmount(returnable, asShares(vault, returnable)),
          }),
        }),
      );
      section(session, "tokens", () =>
        output.table(balances, {
          columns: { token: ({ symbol }) => symbol, balance: ({ amount }) => formatNumber(Number(amount)) },
          record: ({ symbol, amount }) => ({ position: "token", token: symbol, balance: amount }),
        }),
      );
    });
}

function section({ output }: Session, title: string, show: () => void): void {
  output.line(onStdout.bold(title));
  show();
  output.line();
}

interface Valued extends OptionPosition {
  /** Of the series now; absent where it has no price. */
  readonly row: ChainRow | undefined;
}

/** With the chain's row of its series, where the market has prices. */
async function valued({ client }: Session, option: OptionPosition): Promise<Valued> {
  const { kind, id, expiry, vault } = option;
  if (option.settledPrice !== undefined) return { ...option, row: undefined };
  const rows = await optionChain(client, { market: vault.market, expiry }).catch((error: unknown) => {
    if (error instanceof ContractError) return [];
    throw error;
  });
  return { ...option, row: rows.find((row) => row.kind === kind && row.id === id) };
}

const OPTIONS = {
  vault: ({ vault }: Valued) => vault.symbol,
  option: ({ kind, strike, expiry }: Valued) => `${kindName(kind)} ${formatWad(strike)} ${formatTime(expiry)}`,
  quantity: ({ quantity }: Valued) => formatWad(quantity),
  "fair, quote": ({ row, quantity }: Valued) => (row === undefined ? NONE : formatPrice(row.fair * fromWad(quantity))),
  delta: ({ row, quantity }: Valued) => (row === undefined ? NONE : (row.delta * fromWad(quantity)).toFixed(3)),
  "settled at": ({ settledPrice }: Valued) => (settledPrice === undefined ? NONE : formatPrice(fromWad(settledPrice))),
  "to redeem": ({ payout, settledPrice, vault }: Valued) =>
    settledPrice === undefined ? NONE : formatAmount(payout, vault.collateral),
};

function optionRecord({ vault, kind, strike, expiry, quantity, row, settledPrice, payout }: Valued) {
  return {
    position: "option",
    market: vault.market,
    vault: vault.symbol,
    kind: kindName(kind),
    expiry: Number(expiry),
    strike: formatWad(strike),
    quantity: formatWad(quantity),
    fair: row === undefined ? null : row.fair * fromWad(quantity),
    settledPrice: settledPrice === undefined ? null : fromWad(settledPrice),
    payout: exactAmount(payout, vault.collateral),
  };
}

interface Worth extends SharePosition {
  readonly decimals: number;
  /** What they would bring now, token units; absent where there is no price. */
  readonly assets: bigint | undefined;
}

/** Of each vault's shares, by its address. */
async function shareDecimals(
  { client }: Session,
  held: readonly { vault: Vault }[],
): Promise<ReadonlyMap<string, number>> {
  const addresses = [...new Set(held.map(({ vault }) => vault.address))];
  const { results } = await readBatch(client, {
    calls: addresses.map((address) => batchCall({ address, abi: optionVaultAbi, functionName: "decimals", args: [] })),
  });
  return new Map(addresses.map((address, index) => [address, results[index] ?? 0]));
}

async function worthOf(
  { client }: Session,
  { shares, decimals }: { shares: readonly SharePosition[]; decimals: ReadonlyMap<string, number> },
): Promise<Worth[]> {
  return Promise.all(
    shares.map(async (position): Promise<Worth> => {
      const { vault, shares: amount } = position;
      const call = {
        address: vault.address,
        abi: optionVaultAbi,
        functionName: "previewRedeem",
        args: [amount],
      } as const;
      const calls = [batchCall(call)] as const;
      const assets = await readBatch(client, { calls }).then(
        ({ results }) => results[0],
        (error: unknown) => {
          if (error instanceof ContractError) return undefined;
          throw error;
        },
      );
      return { ...position, decimals: decimals.get(vault.address) ?? 0, assets };
    }),
  );
}

function shown({ amount, decimals }: { amount: bigint; decimals: number }): string {
  return formatNumber(fromTokenUnits(amount, decimals));
}

const SHARES = {
  vault: ({ vault }: Worth) => vault.symbol,
  shares: ({ shares, decimals }: Worth) => formatNumber(fromTokenUnits(shares, decimals)),
  "worth, withdrawn now": ({ assets, vault }: Worth) =>
    assets === undefined ? NONE : formatAmount(assets, vault.collateral),
};

function shareRecord({ vault, shares, decimals, assets }: Worth) {
  return {
    position: "shares",
    market: vault.market,
    vault: vault.symbol,
    shares: exactAmount(shares, { decimals }),
    assets: assets === undefined ? null : exactAmount(assets, vault.collateral),
  };
}

async function balancesOf(session: Session, account: string): Promise<{ symbol: string; amount: string }[]> {
  const tokens = tokensOf(session.client);
  const [native, ...balances] = await Promise.all([
    session.node.getBalance(account),
    ...tokens.map(async ({ address }) => balanceOf(session, address, account)),
  ]);
  return [
    { symbol: "native coin", amount: formatEther(native).replace(/\.0$/, "") },
    ...tokens.map((token, index) => ({ symbol: token.symbol, amount: exactAmount(balances[index] ?? 0n, token) })),
  ];
}

/** @throws UsageError where a block is not there yet: nothing would be found from it on */
async function requireMined({ node }: Session, block: bigint | undefined): Promise<void> {
  if (block === undefined) return;
  const latest = await node.getBlockNumber();
  if (block <= BigInt(latest)) return;
  throw new UsageError({
    expected: `--from-block to be a block that is there, ${latest} at most`,
    got: String(block),
    action: "give the block of the first purchase, or an earlier one",
  });
}
