import { Interface, type InterfaceAbi, type Result } from "ethers";

/** What a contract said in a transaction, as it was mined. */
export interface MinedLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

/** A transaction that was mined, as far as the commands look at it. */
export interface Mined {
  readonly hash: string;
  readonly blockNumber: bigint;
  readonly gasUsed: bigint;
  readonly logs: readonly MinedLog[];
}

/** An event of a contract. */
export interface MinedEvent {
  readonly name: string;
  readonly args: Result;
}

/** What the contract at an address said in a transaction, of what its ABI has. */
export function eventsOf({ logs }: Mined, { address, abi }: { address: string; abi: InterfaceAbi }): MinedEvent[] {
  const reader = new Interface(abi);
  return logs
    .filter((log) => log.address.toLowerCase() === address.toLowerCase())
    .flatMap((log) => {
      const parsed = reader.parseLog(log);
      return parsed === null ? [] : [{ name: parsed.name, args: parsed.args }];
    });
}

/**
 * An amount in the one event of a name.
 * @throws Error where there is none: a transaction that succeeded without it is another's
 */
export function amountIn(
  receipt: Mined,
  { address, abi, event, argument }: { address: string; abi: InterfaceAbi; event: string; argument: string },
): bigint {
  const found = eventsOf(receipt, { address, abi }).find(({ name }) => name === event);
  if (found === undefined) throw new Error(`transaction ${receipt.hash} has no ${event} of ${address}`);
  return BigInt(String(found.args.getValue(argument)));
}
