import { OrderError } from "../errors/OrderError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";
import { formatWad } from "../units/formatWad.ts";
import { toSeriesId } from "../units/seriesId.ts";
import { toWad } from "../units/toWad.ts";
import type { Client, Vault } from "./connect.ts";
import { explained } from "./explained.ts";
import { capacityOf, firstRefusal } from "./firstRefusal.ts";
import { toSplit, type Split } from "./toSplit.ts";

export interface SaleRequest {
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

const NONE = 0n;

/**
 * Where a sale brings most: split over the vaults of its kind as the quoter finds it, within what is held of each.
 * Options of different vaults are different tokens, and each goes back to the vault that wrote it.
 * @throws OrderError where less is held than is to be sold
 * @throws ContractError where the vaults do not take it, with a vault's own reason
 */
export async function bestSale(client: Client, request: SaleRequest): Promise<Split> {
  const { holder, kind, gasCost = 0n } = request;
  const id = toSeriesId(request.expiry, request.strike);
  const quantity = toWad(request.quantity, "quantity");
  if (quantity <= 0n) {
    throw new OrderError({
      expected: "a quantity above zero to sell",
      got: formatWad(quantity),
      action: "give the quantity without a sign",
    });
  }
  const stocks = await stocksOf(client, { holder, kind, id });
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
    const addresses = vaults.map(({ address }) => address);
    const answer = await explained(client.quoter.bestSale(holder, addresses, id, quantity, gasCost));
    return toSplit(answer, { id, vaults, none: NONE });
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
  { holder, kind, id }: { holder: string; kind: OptionKind; id: bigint },
): Promise<{ vault: Vault; balance: bigint }[]> {
  const vaults = client.vaults.filter((vault) => vault.kind === kind);
  const balances = await explained(Promise.all(vaults.map(({ optionToken }) => optionToken.balanceOf(holder, id))));
  return vaults
    .map((vault, index) => ({ vault, balance: balances[index] ?? 0n }))
    .filter(({ balance }) => balance > 0n);
}
