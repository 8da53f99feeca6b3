import { firstLineOf } from "../errors/firstLineOf.ts";
import { NodeError } from "../errors/NodeError.ts";
import { ProviderError } from "../errors/ProviderError.ts";
import { SdkError } from "../errors/SdkError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import type { Block } from "../rpc/blockOf.ts";
import { logsOf } from "../rpc/logsOf.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { parseSeriesId } from "../units/seriesId.ts";
import { optionTokenAbi, optionVaultAbi } from "./abis.ts";
import type { Client, Vault } from "./connect.ts";
import { marketOf } from "./marketOf.ts";
import { redeemRequests, type RedeemRequest } from "./redeemRequests.ts";

export interface PositionsParameters {
  /** Whose. */
  readonly account: string;
  /** The market's name; all of the deployment by default. */
  readonly market?: string;
  /** The first block at which the account may have got options, for nodes that search no more than so many; the first by default. */
  readonly fromBlock?: bigint;
}

/** Options of one series of one vault. */
export interface OptionPosition {
  readonly vault: Vault;
  readonly id: bigint;
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: bigint;
  /** WAD quote per underlying. */
  readonly strike: bigint;
  /** WAD. */
  readonly quantity: bigint;
  /** WAD quote per underlying at which the vault settled the expiry; undefined before. */
  readonly settledPrice: bigint | undefined;
  /** Token units of the collateral that `redeemOptions` pays; zero before the expiry is settled. */
  readonly payout: bigint;
}

/** Shares of one vault. */
export interface SharePosition {
  readonly vault: Vault;
  /** Share units. */
  readonly shares: bigint;
}

/** A redeem request at one vault's queue. */
export interface RequestPosition extends RedeemRequest {
  readonly vault: Vault;
}

export interface PositionsResult {
  readonly block: Block;
  /** By expiry and strike. */
  readonly options: readonly OptionPosition[];
  readonly shares: readonly SharePosition[];
  readonly requests: readonly RequestPosition[];
}

/** `Transfer(address caller, address indexed sender, address indexed receiver, uint256 indexed id, uint256 amount)` of ERC-6909. */
const TRANSFER = "0x1b3d7edb2e9c0b0e7c525b20aaaef0f5940d2ed71663c7d39266ecafac728859";
const ID_TOPIC = 3;
const WORD_DIGITS = 64;

/**
 * What an account has at a deployment's vaults: options, shares and redeem requests. Options are found by the transfers to the
 * account, so that settled ones are among them.
 * @throws NodeError where the node does not search as far back as `fromBlock`
 * @throws ProviderError where no node answers
 * @example
 * const { options, shares, requests } = await positions(client, { account });
 */
export async function positions(client: Client, parameters: PositionsParameters): Promise<PositionsResult> {
  const { account, market, fromBlock } = parameters;
  const vaults = market === undefined ? client.vaults : marketOf(client, market).vaults;
  const received = await receivedBy(client, { account, vaults, fromBlock });
  const held = received.map(({ vault, id }) =>
    batchCall({ address: vault.optionToken, abi: optionTokenAbi, functionName: "balanceOf", args: [account, id] }),
  );
  const settled = received.map(({ vault, id }) => {
    const { expiry } = parseSeriesId(id);
    return batchCall({ address: vault.address, abi: optionVaultAbi, functionName: "settledPrice", args: [expiry] });
  });
  const owned = vaults.map(({ address }) =>
    batchCall({ address, abi: optionVaultAbi, functionName: "balanceOf", args: [account] }),
  );
  const { results, block } = await readBatch(client, { calls: [...held, ...settled, ...owned] });
  const [quantities, prices] = [results.slice(0, received.length), results.slice(received.length)];
  const found = received.flatMap(({ vault, id }, index) => {
    const quantity = quantities[index] ?? 0n;
    if (quantity === 0n) return [];
    const price = prices[index] ?? 0n;
    const { kind } = vault;
    return [{ vault, id, kind, ...parseSeriesId(id), quantity, settledPrice: price === 0n ? undefined : price }];
  });
  const options = await Promise.all(
    found.map(async (option) => ({ ...option, payout: await payoutOf(client, { ...option, account, block }) })),
  );
  const requests = await Promise.all(
    vaults.map(async (vault) =>
      (await redeemRequests(client, { vault: vault.address, controller: account })).map((one) => ({ vault, ...one })),
    ),
  );
  return {
    block,
    options: options.sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)),
    shares: vaults
      .map((vault, index) => ({ vault, shares: results[2 * received.length + index] ?? 0n }))
      .filter(({ shares }) => shares > 0n),
    requests: requests.flat(),
  };
}

interface Search {
  readonly account: string;
  readonly vaults: readonly Vault[];
  readonly fromBlock: bigint | undefined;
}

/** The series that an account ever got, each once. */
async function receivedBy(
  client: Client,
  { account, vaults, fromBlock = 0n }: Search,
): Promise<{ vault: Vault; id: bigint }[]> {
  const receiver = `0x${account.slice("0x".length).toLowerCase().padStart(WORD_DIGITS, "0")}`;
  const addresses = vaults.map(({ optionToken }) => optionToken);
  const search = { addresses, topics: [TRANSFER, null, receiver], fromBlock };
  const logs = await logsOf(client, search).catch((error: unknown) => {
    // Whether an earlier block would help is for a node to say that answers.
    if (error instanceof SdkError && !(error instanceof ProviderError && !error.isUnreachable)) throw error;
    throw new NodeError({
      expected: `a node that finds the options received since block ${fromBlock}`,
      got: error instanceof ProviderError ? error.got : firstLineOf(error),
      action: "give the block of the account's first purchase as fromBlock, or ask another node",
    });
  });
  const found = new Map<string, { vault: Vault; id: bigint }>();
  for (const { address, topics } of logs) {
    const vault = vaults.find(({ optionToken }) => optionToken.toLowerCase() === address.toLowerCase());
    const id = topics[ID_TOPIC];
    if (vault !== undefined && id !== undefined) found.set(`${address}:${id}`, { vault, id: BigInt(id) });
  }
  return [...found.values()];
}

interface Payable {
  readonly vault: Vault;
  readonly id: bigint;
  readonly quantity: bigint;
  readonly settledPrice: bigint | undefined;
  readonly account: string;
  readonly block: Block;
}

/** As the vault itself would pay it. */
async function payoutOf(
  client: Client,
  { vault, id, quantity, settledPrice, account, block }: Payable,
): Promise<bigint> {
  if (settledPrice === undefined) return 0n;
  const args = [id, quantity, account, account] as const;
  const call = { address: vault.address, abi: optionVaultAbi, functionName: "redeemOptions", args } as const;
  return read(client, call, { from: account, block: block.number });
}
