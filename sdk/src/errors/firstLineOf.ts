import { bytes } from "./bytes.ts";

/** What an error says of itself, in its first line, without the long hexadecimal texts that some carry. */
export function firstLineOf(error: unknown): string {
  const [line = ""] = messageOf(error)
    .trim()
    .split(/\s*[\r\n]+\s*/);
  return line === "" ? "unknown failure" : withoutLongHex(line);
}

/**
 * What an error says: viem's in their details what the node said, ethers' shortly without the transaction, a schema's (zod)
 * in its first issue rather than in all of them as JSON.
 */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { details, shortMessage, issues } = error as { details?: unknown; shortMessage?: unknown; issues?: unknown };
  if (Array.isArray(issues)) return issueOf(issues[0]);
  return (
    [details, shortMessage].find((text): text is string => typeof text === "string" && text !== "") ?? error.message
  );
}

function issueOf(issue: unknown): string {
  const { path, message } = (issue ?? {}) as { path?: readonly unknown[]; message?: string };
  const place = path === undefined || path.length === 0 ? "" : ` at ${path.map(String).join(".")}`;
  return `expected a record as its reader knows it, got one that does not fit${place} (${message ?? "no reason given"}): take it as it was written`;
}

/** Calls and transactions by their beginnings: nobody reads them in a line. */
function withoutLongHex(text: string): string {
  return text.replace(/0x[0-9a-f]{65,}/gi, bytes);
}
