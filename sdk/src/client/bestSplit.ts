import { OrderError } from "../errors/OrderError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import { toSeriesId } from "../units/seriesId.ts";
import type { Client, Vault } from "./connect.ts";
import { explained } from "./explained.ts";

export interface SplitRequest {
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: bigint;
  /** WAD quote per underlying. */
  readonly strike: bigint;
  /** WAD; positive buys, negative sells back. */
  readonly quantity: bigint;
  /** What one more vault costs in gas, in token units of the collateral; zero by default. */
  readonly gasCost?: bigint;
}

export interface Split {
  readonly id: bigint;
  readonly parts: readonly { readonly vault: Vault; readonly quantity: bigint; readonly amount: bigint }[];
  /** Token units, over all parts. */
  readonly total: bigint;
  /** What the best single vault would take or pay for all of it; absent where none can. */
  readonly bestSingle?: bigint;
}

const NONE_WHEN_BUYING = 2n ** 256n - 1n;

/** The cheapest split of an order over the vaults of its kind that list the series. */
export async function bestSplit(client: Client, request: SplitRequest): Promise<Split> {
  const { kind, expiry, strike, quantity, gasCost = 0n } = request;
  const id = toSeriesId(expiry, strike);
  const candidates = client.vaults.filter((vault) => vault.kind === kind);
  const listed = await explained(Promise.all(candidates.map(({ contract }) => contract.isListed(id))));
  const vaults = candidates.filter((_, index) => listed[index]);
  if (vaults.length === 0) {
    throw new OrderError({
      expected: "a series that some vault lists",
      got: `strike ${strike} (WAD) expiring ${expiry}`,
      action: "choose one of the option chain",
    });
  }
  const [parts, total, best] = await explained(
    client.quoter.bestSplit(
      vaults.map(({ address }) => address),
      id,
      quantity,
      gasCost,
    ),
  );
  const none = quantity > 0n ? NONE_WHEN_BUYING : 0n;
  return {
    id,
    parts: parts.map((part) => ({ vault: known(vaults, part.vault), quantity: part.quantity, amount: part.amount })),
    total,
    ...(best === none ? {} : { bestSingle: best }),
  };
}

function known(vaults: readonly Vault[], address: string): Vault {
  const vault = vaults.find((candidate) => candidate.address.toLowerCase() === address.toLowerCase());
  if (vault !== undefined) return vault;
  throw new OrderError({
    expected: "a split over the vaults that were asked",
    got: address,
    action: "check the quoter's address",
  });
}
