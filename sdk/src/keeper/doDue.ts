import { ContractError } from "../errors/ContractError.ts";
import type { Client } from "../client/connect.ts";
import { senderOf } from "../client/senderOf.ts";

/** Something that is due. */
export interface Due {
  /** Why the chain refuses it as things are; absent where it can be done now. */
  readonly refusal?: ContractError | undefined;
}

/** What a keeper's action came to. */
export interface KeeperResult<Item extends Due, Outcome> {
  /** In the order in which it was sent. */
  readonly done: readonly (Item & Outcome)[];
  /** What was due and stays so, with the chain's reason: of another keeper who was first, too. */
  readonly refused: readonly (Item & { readonly refusal: ContractError })[];
}

/** What a call comes to, or why a contract refuses it. Other failures pass as they are. */
export async function attempt<T>(
  call: Promise<T>,
): Promise<{ readonly result: T; readonly refusal?: undefined } | { readonly refusal: ContractError }> {
  try {
    return { result: await call };
  } catch (error) {
    if (error instanceof ContractError) return { refusal: error };
    throw error;
  }
}

/** Does what is due, one after the other; what a contract refuses keeps nothing else from being done. */
export async function doDue<Item extends Due, Outcome>(
  client: Client,
  { due, act }: { readonly due: readonly Item[]; readonly act: (item: Item, from: string) => Promise<Outcome> },
): Promise<KeeperResult<Item, Outcome>> {
  const done: (Item & Outcome)[] = [];
  const refused: (Item & { readonly refusal: ContractError })[] = [];
  // Who only looks and finds nothing due needs no account.
  const from = due.length === 0 ? "" : await senderOf(client);
  for (const item of due) {
    const tried = item.refusal === undefined ? await attempt(act(item, from)) : { refusal: item.refusal };
    if (tried.refusal === undefined) done.push({ ...item, ...tried.result });
    else refused.push({ ...item, refusal: tried.refusal });
  }
  return { done, refused };
}
