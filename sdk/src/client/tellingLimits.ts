import { ContractError } from "../errors/ContractError.ts";
import { isSame } from "../rpc/hex.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import type { OrderLeg } from "./OrderLeg.ts";
import type { Permit } from "./signPermit.ts";
import { tokenAbi } from "./tokenAbi.ts";
import { amountText } from "./tokenInfo.ts";
import type { TotalLimit } from "./TotalLimit.ts";

const SHORT = "ERC20InsufficientAllowance";
/** As the router calls an order that costs more than its bound: it would have, had the allowance left it to. */
const MISSED = "TotalLimitMissed";
/** `ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)`, and how its data are laid out. */
const ALLOWED_WORD = 1;
const NEEDED_WORD = 2;
const SELECTOR_LENGTH = 10;
const WORD_DIGITS = 64;

/** An order, as far as it says what it may cost and how that is allowed. */
interface LimitedOrder {
  readonly legs: readonly OrderLeg[];
  readonly totals?: readonly TotalLimit[];
  readonly permits?: readonly Permit[];
}

/** What an order may take of a token at most, by its own limits. */
interface Most {
  readonly token: string;
  readonly amount: bigint;
}

/**
 * Runs what sends or tries an order. Whoever allows exactly what an order may cost is refused for want of an allowance where the price
 * has moved beyond that: then the limit was missed, and that is said.
 * @throws ContractError what the contracts refuse it for
 */
export async function tellingLimits<T>(
  client: Client,
  { order, owner }: { readonly order: LimitedOrder; readonly owner: string },
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ContractError) || error.errorName.split("/").at(-1) !== SHORT) throw error;
    throw (await missed(client, { order, owner, error })) ?? error;
  }
}

async function missed(
  client: Client,
  { order, owner, error }: { readonly order: LimitedOrder; readonly owner: string; readonly error: ContractError },
): Promise<ContractError | undefined> {
  const most = mostOf(client, order);
  const { router } = client.deployment;
  const { results } = await readBatch(client, {
    calls: most.map(({ token: address }) =>
      batchCall({ address, abi: tokenAbi, functionName: "allowance", args: [owner, router] }),
    ),
  });
  const permitted = (token: string): bigint | undefined =>
    order.permits?.find((permit) => isSame(permit.token, token))?.value;
  const isAllowed = most.every(({ token, amount }, index) => (permitted(token) ?? results[index] ?? 0n) >= amount);
  const [only] = most;
  if (!isAllowed || only === undefined) return undefined;
  const short = wordOf(error, NEEDED_WORD) - wordOf(error, ALLOWED_WORD);
  const allowed = permitted(only.token) ?? results[0] ?? 0n;
  const isLone = most.length === 1;
  return new ContractError(`${MISSED}/${SHORT}`, {
    expected: `an order that costs at most ${isLone ? await amountText(client, only.token, only.amount) : "its limits"}`,
    got: isLone ? `at least ${await amountText(client, only.token, allowed + short)}` : "more",
    action: "the price moved beyond your limit: quote again, or allow more slippage",
    data: error.data,
  });
}

/** Token by token, where the order pays: its total and what sales are to bring on top, else its purchases at their limits. */
function mostOf(client: Client, { legs, totals = [] }: LimitedOrder): Most[] {
  const tokens = [
    ...new Set(legs.filter(({ quantity }) => quantity > 0n).map(({ vault }) => collateralOf(client, vault))),
  ];
  return tokens.map((token) => {
    const own = legs.filter(({ vault }) => collateralOf(client, vault) === token);
    const sum = (isBought: boolean): bigint =>
      own.reduce((total, { quantity, limit }) => (quantity > 0n === isBought ? total + limit : total), 0n);
    const total = totals.find((one) => isSame(one.token, token))?.maxNetPaid;
    return { token, amount: total === undefined ? sum(true) : total + sum(false) };
  });
}

function wordOf({ data }: ContractError, word: number): bigint {
  const start = SELECTOR_LENGTH + word * WORD_DIGITS;
  const text = data.slice(start, start + WORD_DIGITS);
  return text.length === WORD_DIGITS ? BigInt(`0x${text}`) : 0n;
}
