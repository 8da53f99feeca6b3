import { OrderError } from "../errors/OrderError.ts";
import { OptionKind } from "../pricing/OptionKind.ts";

const KINDS: readonly unknown[] = Object.values(OptionKind);

/** @throws OrderError where a kind is something else, the "call" of `addresses.json` for one: JavaScript has no types */
export function requireKind(kind: unknown): void {
  if (KINDS.includes(kind)) return;
  throw new OrderError({
    expected: "kind to be OptionKind.Call or OptionKind.Put",
    got: kind === undefined ? "none" : JSON.stringify(kind),
    action: "import OptionKind from @bulkhead/sdk, or pass on the kind of a row of the option chain",
  });
}
