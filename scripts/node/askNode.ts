import { UsageError } from "./UsageError.ts";

export const DEFAULT_URL = "http://127.0.0.1:8545";

/** What JSON-RPC says to a method that it does not know. */
const METHOD_NOT_FOUND = -32_601;

/**
 * Asks a node that `make node` started. Answers may take long.
 * @throws UsageError where nobody answers, or another kind of node, or where it refuses what is asked
 */
export async function askNode(url: string, method: string, params: readonly unknown[] = []): Promise<unknown> {
  const request = { jsonrpc: "2.0", id: 1, method, params };
  const answer = await post(url, JSON.stringify(request));
  if (answer.error === undefined) return answer.result;
  const { code, message } = answer.error;
  throw new UsageError(
    code === METHOD_NOT_FOUND || /not supported|not found|does not exist/i.test(message)
      ? {
          expected: `a node of Bulkhead at ${url}`,
          got: `one that knows no ${method}`,
          action: "start `make node`, or name its URL with --url",
        }
      : { expected: `${url} to do ${method}`, got: `"${message}"`, action: "mend the request" },
  );
}

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

async function post(url: string, body: string): Promise<Answer> {
  try {
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    return (await response.json()) as Answer;
  } catch (error) {
    throw new UsageError({
      expected: `a node at ${url}`,
      got: reasonOf(error),
      action: "start `make node` first, or name its URL with --url",
    });
  }
}

/** fetch says "fetch failed" of everything; what failed is in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause === "object" && cause !== null && "code" in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : String(cause);
}
