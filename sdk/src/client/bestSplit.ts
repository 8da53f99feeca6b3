import { OrderError } from "../errors/OrderError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";
import { formatWad } from "../units/formatWad.ts";
import { toSeriesId } from "../units/seriesId.ts";
import { toWad } from "../units/toWad.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { capacityOf, firstRefusal } from "./firstRefusal.ts";
import { toSplit, type Split } from "./toSplit.ts";

export interface SplitRequest {
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

const NONE_WHEN_BUYING = 2n ** 256n - 1n;
const NONE_WHEN_SELLING = 0n;

/**
 * The cheapest split of an order over the vaults of its kind that list the series.
 * @throws OrderError where none lists it
 * @throws ContractError where the vaults do not take the order; where they take none of it, with a vault's own reason
 */
export async function bestSplit(client: Client, request: SplitRequest): Promise<Split> {
  const { kind, gasCost = 0n } = request;
  const id = toSeriesId(request.expiry, request.strike);
  const quantity = toWad(request.quantity, "quantity");
  const candidates = client.vaults.filter((vault) => vault.kind === kind);
  const listed = await explained(Promise.all(candidates.map(({ contract }) => contract.isListed(id))));
  const vaults = candidates.filter((_, index) => listed[index]);
  if (vaults.length === 0) {
    throw new OrderError({
      expected: "a series that some vault lists",
      got: `strike ${formatWad(toWad(request.strike))} expiring ${request.expiry}`,
      action: "choose one of the option chain",
    });
  }
  const addresses = vaults.map(({ address }) => address);
  try {
    const answer = await explained(client.quoter.bestSplit(addresses, id, quantity, gasCost));
    return toSplit(answer, { id, vaults, none: quantity > 0n ? NONE_WHEN_BUYING : NONE_WHEN_SELLING });
  } catch (error) {
    if (capacityOf(error) !== 0n) throw error;
    const trades = addresses.map((vault) => ({ vault, id, quantity }));
    throw (await firstRefusal(client, trades)) ?? error;
  }
}
