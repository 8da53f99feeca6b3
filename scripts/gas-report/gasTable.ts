import type { Results } from "../report/Output.ts";
import type { Gas, GasStatistics } from "./GasStatistics.ts";

/** What a unit of gas costs, and one ETH in a currency. */
export interface Prices {
  readonly gwei?: number;
  readonly price?: number;
  readonly currency: string;
}

/** One method of one contract; `method` is undefined for its deployments. */
export interface GasRow {
  readonly contract: string;
  readonly method?: string;
  readonly gas: Gas;
  /** Of the room in a block, what an average call takes: 0 .. 1. */
  readonly blockShare: number;
  /** What an average call costs in ETH, or in the currency where ETH has a price; undefined without a price of gas. */
  readonly cost?: number;
}

const OWN = "contracts/";
/** Stand-ins for local networks: nobody pays for them. */
const STAND_INS = "contracts/devnet/";
const GWEI_PER_ETH = 1e9;
const DEPLOYMENT = "(deployment)";

/** Which rows are wanted, and what is computed for each. */
export interface Terms extends Prices {
  /** Gas that a block has room for. */
  readonly block: number;
  /** Contracts of others too. */
  readonly all: boolean;
  /** Whether a method of a contract only reads, which nobody pays for; absent to have those too. */
  readonly isView?: (
    contract: { readonly sourceName: string; readonly contractName: string },
    method: string,
  ) => boolean;
}

/**
 * A row a method and a deployment, by contract, its deployment last. A call that a contract hands on is the contract's that was
 * called.
 */
export function gasRows({ contracts }: GasStatistics, { block, all, isView, ...prices }: Terms): GasRow[] {
  const rows = Object.values(contracts)
    .filter(({ sourceName }) => all || (sourceName.startsWith(OWN) && !sourceName.startsWith(STAND_INS)))
    .flatMap((entry) => {
      const { contractName, proxyChain, functions, deployment } = entry;
      const contract = proxyChain[0]?.split(":").at(-1) ?? contractName;
      const rowOf = (gas: Gas, method?: string): GasRow => {
        const cost = costOf(gas.avg, prices);
        return {
          contract,
          ...(method === undefined ? {} : { method }),
          gas,
          blockShare: gas.avg / block,
          ...(cost === undefined ? {} : { cost }),
        };
      };
      const methods = Object.entries(functions ?? {})
        .filter(([method]) => !(isView?.(entry, method) ?? false))
        .map(([method, gas]) => rowOf(gas, method));
      // Of those behind a proxy it is repeated.
      return deployment === null || proxyChain.length > 0 ? methods : [...methods, rowOf(deployment)];
    });
  const last = "\u{10ffff}";
  return rows.toSorted((a, b) => a.contract.localeCompare(b.contract) || compare(a.method ?? last, b.method ?? last));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What so much gas costs: in ETH, or in the currency where ETH has a price there. */
function costOf(gas: number, { gwei, price }: Prices): number | undefined {
  return gwei === undefined ? undefined : ((gas * gwei) / GWEI_PER_ETH) * (price ?? 1);
}

/** The rows as a table; the column of costs is there where gas has a price. */
export function gasTable(
  rows: readonly GasRow[],
  { block, gwei, price, currency }: Prices & { block: number },
): Results {
  const unit = price === undefined ? "ETH" : currency;
  const priced =
    gwei === undefined
      ? ""
      : `; cost of an average call at ${gwei} gwei` +
        (price === undefined ? "" : ` and ${whole(price)} ${currency} an ETH`);
  return {
    name: "gas",
    title: `Gas of what succeeded; share of a block of ${whole(block)}${priced}`,
    columns: [
      "contract",
      "method",
      "calls",
      "min",
      "average",
      "median",
      "max",
      "block",
      ...(gwei === undefined ? [] : [unit]),
    ],
    rows: rows.map(({ contract, method, gas, blockShare, cost }, index) => ({
      cells: [
        rows[index - 1]?.contract === contract ? "" : contract,
        method ?? DEPLOYMENT,
        whole(gas.count),
        whole(gas.min),
        whole(gas.avg),
        whole(gas.median),
        whole(gas.max),
        `${(blockShare * 100).toFixed(2)} %`,
        ...(cost === undefined ? [] : [cost.toFixed(price === undefined ? 6 : 2)]),
      ],
      record: {
        contract,
        method: method ?? null,
        calls: gas.count,
        min: gas.min,
        average: gas.avg,
        median: gas.median,
        max: gas.max,
        blockShare,
        cost: cost ?? null,
        unit: gwei === undefined ? null : unit,
      },
    })),
  };
}

function whole(value: number): string {
  return value.toLocaleString("en-US");
}
