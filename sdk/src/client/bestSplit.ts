import { OrderError } from "../errors/OrderError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import type { Decimal } from "../units/Decimal.ts";
import { formatWad } from "../units/formatWad.ts";
import { toSeriesId } from "../units/seriesId.ts";
import { toWad } from "../units/toWad.ts";
import { optionVaultAbi, quoterAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { capacityOf, firstRefusal } from "./firstRefusal.ts";
import { marketOf } from "./marketOf.ts";
import { requireKind } from "./requireKind.ts";
import { toSplit, type Split } from "./toSplit.ts";
import { formatTime } from "../units/formatTime.ts";

export interface BestSplitParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: bigint | number;
  /** Quote per underlying; a bigint is WAD. */
  readonly strike: Decimal;
  /** A bigint is WAD; positive buys, negative sells back (`bestSale` keeps within what somebody holds). */
  readonly quantity: Decimal;
  /** What one more vault costs in gas, in token units of the collateral; zero by default. */
  readonly gasCost?: bigint;
}

export type BestSplitResult = Split;

const NONE_WHEN_BUYING = 2n ** 256n - 1n;
const NONE_WHEN_SELLING = 0n;

/**
 * The cheapest split of an order over the vaults of its kind that list the series, as the contracts find it.
 * @throws OrderError where none lists it
 * @throws ContractError where the vaults do not take the order; where they take none of it, with a vault's own reason
 * @example
 * const [row] = (await optionChain(client)).filter(({ ask }) => ask !== undefined);
 * const { parts, total, bestSingle } = await bestSplit(client, { ...row, quantity: 2 });
 */
export async function bestSplit(client: Client, parameters: BestSplitParameters): Promise<BestSplitResult> {
  const { kind, gasCost = 0n } = parameters;
  requireKind(kind);
  const id = toSeriesId(parameters.expiry, parameters.strike);
  const quantity = toWad(parameters.quantity, "quantity");
  const candidates = marketOf(client, parameters.market).vaults.filter((vault) => vault.kind === kind);
  const calls = candidates.map(({ address }) =>
    batchCall({ address, abi: optionVaultAbi, functionName: "isListed", args: [id] }),
  );
  const { results: listed } = await readBatch(client, { calls });
  const vaults = candidates.filter((_, index) => listed[index]);
  if (vaults.length === 0) {
    throw new OrderError({
      expected: "a series that some vault lists",
      got: `strike ${formatWad(toWad(parameters.strike))} expiring ${formatTime(parameters.expiry)}`,
      action: "choose one of the option chain",
    });
  }
  const addresses = vaults.map(({ address }) => address);
  try {
    const args = [addresses, id, quantity, gasCost] as const;
    const call = { address: client.deployment.quoter, abi: quoterAbi, functionName: "bestSplit", args } as const;
    const none = quantity > 0n ? NONE_WHEN_BUYING : NONE_WHEN_SELLING;
    return toSplit(await read(client, call), { id, vaults, none });
  } catch (error) {
    if (capacityOf(error) !== 0n) throw error;
    const trades = addresses.map((vault) => ({ vault, id, quantity }));
    throw (await firstRefusal(client, trades)) ?? error;
  }
}
