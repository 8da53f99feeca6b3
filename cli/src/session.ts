import { connect, requireChain, type Client } from "@bulkhead/sdk";
import { fromEthers } from "@bulkhead/sdk/ethers";
import type { Signer } from "ethers";

import { openDeployment, type DeploymentRecord } from "./deployment.ts";
import { keySourceOf, type GlobalOptions } from "./globals.ts";
import { addressOfKey, readKey, wideFiles } from "./key.ts";
import { Output } from "./Output.ts";
import { RpcNode } from "./RpcNode.ts";
import { UsageError } from "./UsageError.ts";

/** What a command works with: a deployment on a node that was found to be of its chain, and where to say what. */
export interface Session {
  readonly output: Output;
  readonly record: DeploymentRecord;
  readonly node: RpcNode;
  /** The node's. */
  readonly url: string;
  readonly client: Client;
  /** Who acts or is meant; nobody where neither `--account` nor a key says. */
  readonly account: string | undefined;
  /** Absent where nothing is to be signed. */
  readonly signer: Signer | undefined;
}

export interface SessionOptions {
  /** Whether the key is decrypted; its address alone is known without. */
  readonly signs?: boolean;
}

const POLLING_MS = 500;

/**
 * Opens what the options name.
 * @throws UsageError where something is missing or cannot be read
 * @throws WrongChainError where the node is of another chain than the deployment
 */
export async function openSession(globals: GlobalOptions, { signs = false }: SessionOptions = {}): Promise<Session> {
  const output = new Output(globals);
  const record = await openDeployment(globals.deployment, askingNode(globals, output));
  const url = requireUrl(globals);
  const node = new RpcNode(url, { chainId: record.chainId, log: output.log });
  const source = keySourceOf(globals);
  for (const line of wideFiles(source)) output.warn(line);
  const signer = signs ? (await readKey(source)).connect(node) : undefined;
  const account = await accountOf(globals, { signer, known: addressOfKey(source) });
  const client = connect(fromEthers(signer ?? node), record, {
    pollingInterval: POLLING_MS,
    ...(account === undefined ? {} : { account }),
    ...(globals.market === undefined ? {} : { market: marketNamed(globals.market, record) }),
  });
  await requireChain(client);
  return { output, record, node, url, client, account, signer };
}

/** The chain of a node that is only asked where its deployment is. */
const UNKNOWN_CHAIN = 1;

/** A node to ask for its deployment, where its URL is known. */
export function askingNode({ url }: GlobalOptions, { log }: Output): RpcNode | undefined {
  return url === undefined ? undefined : new RpcNode(url, { chainId: UNKNOWN_CHAIN, log });
}

/** A market's name as the record has it, however it was written. @throws UsageError where there is none of the name */
function marketNamed(text: string, { markets }: DeploymentRecord): string {
  const found = markets.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found.name;
  throw new UsageError({
    expected: `--market to be one of the deployment (${markets.map(({ name }) => name).join(", ")})`,
    got: JSON.stringify(text),
    action: "name one of them",
  });
}

export function requireUrl({ url }: GlobalOptions): string {
  if (url !== undefined) return url;
  throw new UsageError({
    expected: "--url or BULKHEAD_RPC_URL, a node's URL",
    got: "none",
    action: "give it like http://127.0.0.1:8545",
  });
}

/** @throws UsageError where nobody is named */
export function requireAccount({ account }: Pick<Session, "account">): string {
  if (account !== undefined) return account;
  throw new UsageError({
    expected: "an account",
    got: "none",
    action: "give --account, --keystore or BULKHEAD_PRIVATE_KEY",
  });
}

async function accountOf(
  { account }: GlobalOptions,
  { signer, known }: { readonly signer: Signer | undefined; readonly known: string | undefined },
): Promise<string | undefined> {
  if (signer === undefined) return account ?? known;
  const own = await signer.getAddress();
  if (account === undefined || account === own) return own;
  throw new UsageError({
    expected: `--account to be the key's own address, ${own}`,
    got: account,
    action: "leave --account out, or take that account's key",
  });
}
