import { OrderError } from "../errors/OrderError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import type { Decimal } from "../units/Decimal.ts";
import { formatWad } from "../units/formatWad.ts";
import { toSeriesId } from "../units/seriesId.ts";
import { toWad } from "../units/toWad.ts";
import { optionTokenAbi, quoterAbi } from "./abis.ts";
import type { Client, Vault } from "./connect.ts";
import { capacityOf, firstRefusal } from "./firstRefusal.ts";
import { marketOf } from "./marketOf.ts";
import { requireKind } from "./requireKind.ts";
import { toSplit, type Split } from "./toSplit.ts";

export interface BestSaleParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** Whose options are sold. */
  readonly holder: string;
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: bigint | number;
  /** Quote per underlying; a bigint is WAD. */
  readonly strike: Decimal;
  /** How much to sell, above zero; a bigint is WAD. */
  readonly quantity: Decimal;
  /** What one more vault costs in gas, in token units of the collateral; zero by default. */
  readonly gasCost?: bigint;
}

export type BestSaleResult = Split;

const NONE = 0n;

/**
 * Where a sale brings most: split over the vaults of its kind as the quoter finds it, within what is held of each.
 * Options of different vaults are different tokens, and each goes back to the vault that wrote it.
 * @throws OrderError where less is held than is to be sold
 * @throws ContractError where the vaults do not take it, with a vault's own reason
 * @example
 * const { kind, expiry, strike } = held;
 * const { parts, total } = await bestSale(client, { holder: account, kind, expiry, strike, quantity: "0.5" });
 */
export async function bestSale(client: Client, parameters: BestSaleParameters): Promise<BestSaleResult> {
  const { holder, kind, gasCost = 0n } = parameters;
  requireKind(kind);
  const id = toSeriesId(parameters.expiry, parameters.strike);
  const quantity = toWad(parameters.quantity, "quantity");
  if (quantity <= 0n) {
    throw new OrderError({
      expected: "a quantity above zero to sell",
      got: formatWad(quantity),
      action: "give the quantity without a sign",
    });
  }
  const candidates = marketOf(client, parameters.market).vaults.filter((vault) => vault.kind === kind);
  const stocks = await stocksOf(client, { holder, vaults: candidates, id });
  const total = stocks.reduce((sum, { balance }) => sum + balance, 0n);
  if (total < quantity) {
    throw new OrderError({
      expected: `${formatWad(quantity)} options to sell at ${holder}`,
      got: formatWad(total),
      action: "sell what is held",
    });
  }
  const vaults = stocks.map(({ vault }) => vault);
  try {
    const args = [holder, vaults.map(({ address }) => address), id, quantity, gasCost] as const;
    const call = { address: client.deployment.quoter, abi: quoterAbi, functionName: "bestSale", args } as const;
    return toSplit(await read(client, call), { id, vaults, none: NONE });
  } catch (error) {
    if (capacityOf(error) === undefined) throw error;
    const trades = stocks.map(({ vault, balance }) => ({
      vault: vault.address,
      id,
      quantity: balance < quantity ? -balance : -quantity,
    }));
    throw (await firstRefusal(client, trades)) ?? error;
  }
}

/** What is held of a series, vault by vault. */
async function stocksOf(
  client: Client,
  { holder, vaults, id }: { holder: string; vaults: readonly Vault[]; id: bigint },
): Promise<{ vault: Vault; balance: bigint }[]> {
  const calls = vaults.map(({ optionToken }) =>
    batchCall({ address: optionToken, abi: optionTokenAbi, functionName: "balanceOf", args: [holder, id] }),
  );
  const { results } = await readBatch(client, { calls });
  return vaults.map((vault, index) => ({ vault, balance: results[index] ?? 0n })).filter(({ balance }) => balance > 0n);
}
