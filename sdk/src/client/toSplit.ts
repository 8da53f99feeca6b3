import { OrderError } from "../errors/OrderError.ts";
import { isSame } from "../rpc/hex.ts";
import type { Vault } from "./connect.ts";

/** Where an order goes, vault by vault. */
export interface Split {
  readonly id: bigint;
  /** Quantities in WAD, with the order's sign. */
  readonly parts: readonly { readonly vault: Vault; readonly quantity: bigint; readonly amount: bigint }[];
  /** Token units, over all parts. */
  readonly total: bigint;
  /** What the best single vault would take or pay for all of it; absent where none can. */
  readonly bestSingle?: bigint;
}

type Answer = readonly [
  parts: readonly { readonly vault: string; readonly quantity: bigint; readonly amount: bigint }[],
  total: bigint,
  best: bigint,
];

/**
 * The quoter's answer, with the vaults that were asked.
 * @param none what it says of the best single vault where none takes it all
 * @throws OrderError where it names another vault
 */
export function toSplit(
  [parts, total, best]: Answer,
  { id, vaults, none }: { id: bigint; vaults: readonly Vault[]; none: bigint },
): Split {
  return {
    id,
    parts: parts.map((part) => ({ vault: known(vaults, part.vault), quantity: part.quantity, amount: part.amount })),
    total,
    ...(best === none ? {} : { bestSingle: best }),
  };
}

function known(vaults: readonly Vault[], address: string): Vault {
  const vault = vaults.find((candidate) => isSame(candidate.address, address));
  if (vault !== undefined) return vault;
  throw new OrderError({
    expected: "a split over the vaults that were asked",
    got: address,
    action: "check the quoter's address",
  });
}
