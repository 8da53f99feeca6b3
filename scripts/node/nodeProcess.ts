/** A node in a process of its own, for `spawnNode`: says where it listens, or why it cannot, and ends with whoever started it. */
import { startNode, type NodeOptions } from "./startNode.ts";
import { isUsageError } from "./UsageError.ts";

/** What the process answers, once. */
export type Answer =
  | { readonly url: string; readonly chainId: number }
  | { readonly mistake: { readonly expected: string; readonly got: string; readonly action: string } }
  | { readonly failure: string };

process.once("disconnect", () => process.exit());
process.once("message", (options: NodeOptions) => void answer(options));

async function answer(options: NodeOptions): Promise<void> {
  process.send?.(await begin(options));
}

async function begin(options: NodeOptions): Promise<Answer> {
  try {
    const { url, chainId } = await startNode(options);
    return { url, chainId };
  } catch (error) {
    if (!isUsageError(error)) return { failure: String(error) };
    const { expected, got, action } = error;
    return { mistake: { expected, got, action } };
  }
}
