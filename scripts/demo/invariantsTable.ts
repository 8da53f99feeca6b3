import { formatNumber } from "./format.ts";
import { INVARIANTS, type InvariantChecker, type InvariantId } from "./InvariantChecker.ts";
import type { Results } from "../report/Output.ts";
import type { Stage } from "./Stage.ts";

/** How often each invariant was checked and held; the first that fails ends the demo. */
export function invariantsTable(checker: InvariantChecker, { transactions, blocks }: Stage): Results {
  const passed = checker.passed;
  const ids = Object.keys(INVARIANTS) as InvariantId[];
  return {
    name: "invariants",
    title: `Invariants: ${formatNumber(transactions, 0)} transactions in ${formatNumber(blocks, 0)} blocks, after each of which all of these were checked on chain`,
    columns: ["", "invariant", "held"],
    rows: ids.map((id) => ({
      cells: [id, INVARIANTS[id], formatNumber(passed[id], 0)],
      record: { invariant: id, meaning: INVARIANTS[id], checks: passed[id], failed: 0, transactions, blocks },
    })),
  };
}
