import { ReportError } from "../errors/ReportError.ts";
import type { ReportSignature } from "./signReport.ts";

/** Signatures in the order that the chain demands: ascending by signer address, each signer once. */
export function orderSignatures(signatures: readonly ReportSignature[]): string[] {
  const sorted = [...signatures].sort((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1));
  sorted.forEach(({ signer }, index) => {
    if (index > 0 && BigInt(sorted[index - 1]?.signer ?? 0) === BigInt(signer)) {
      throw new ReportError(0, {
        expected: "one signature a reporter",
        got: `two of ${signer}`,
        action: "drop the duplicate",
      });
    }
  });
  return sorted.map(({ signature }) => signature);
}
