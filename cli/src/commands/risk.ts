import { Command } from "@commander-js/extra-typings";
import { batchCall, fromWad, readBatch, vaultView, type VaultViewResult } from "@bulkhead/sdk";
import { solvencyLensAbi } from "@bulkhead/sdk/abi";
import { onStdout } from "../colours.ts";

import { EXIT } from "../failure.ts";
import { exactAmount, formatAmount, formatNumber, formatPercent, NONE } from "../format.ts";
import { globalsOf } from "../globals.ts";
import { openSession } from "../session.ts";

/** The invariants that the lens recomputes, and how they are called here. */
const INVARIANTS = {
  lockCovered: "lock covered",
  reserveCovers: "reserve covers",
  balanceCovers: "balance covers",
  supplyMatches: "supply matches",
} as const;

/** In collateral: for a move of spot by 1 %, a point of volatility, a day. */
const GREEKS = {
  deltaPerPercent: { of: "delta", scale: 0.01 },
  gamma: { of: "gamma", scale: 1 },
  vegaPerPoint: { of: "vega", scale: 0.01 },
  thetaPerDay: { of: "theta", scale: 1 / 365 },
  rho: { of: "rho", scale: 1 },
} as const;
type Greek = keyof typeof GREEKS;
type Assessment = NonNullable<VaultViewResult["assessment"]>;

interface Row {
  readonly view: VaultViewResult;
  /** Names of those that do not hold. */
  readonly broken: readonly (keyof typeof INVARIANTS)[];
}

/** `bulkhead risk` */
export function risk() {
  return new Command("risk")
    .description("every vault's solvency, recomputed from the chain, with its Greeks, capital and what is locked")
    .action(async (_, command) => {
      const { client, record, output } = await openSession(globalsOf(command));
      const vaults = client.vaults.filter(({ market }) => client.market === undefined || market === client.market);
      const args = [vaults.map(({ address }) => address), []] as const;
      const call = batchCall({ address: record.lens, abi: solvencyLensAbi, functionName: "solvencyOf", args });
      const [{ results }, views] = await Promise.all([
        readBatch(client, { calls: [call] }),
        Promise.all(vaults.map(({ address }) => vaultView(client, { vault: address }))),
      ]);
      const rows = views.map((view, index): Row => {
        const solvency = results[0][index];
        const names = Object.keys(INVARIANTS) as (keyof typeof INVARIANTS)[];
        return { view, broken: names.filter((name) => solvency?.[name] !== true) };
      });
      output.table(rows, { columns: COLUMNS, record: recordOf });
      if (rows.some(({ broken }) => broken.length > 0)) process.exitCode = EXIT.stop;
    });
}

function greek(name: Greek, { greeks }: Assessment): number {
  const { of, scale } = GREEKS[name];
  return fromWad(greeks[of]) * scale;
}

function greekText(name: Greek, { view: { assessment } }: Row): string {
  return assessment === undefined ? NONE : formatNumber(greek(name, assessment));
}

const COLUMNS = {
  vault: ({ view }: Row) => view.vault.symbol,
  state: ({ view }: Row) => view.state,
  holds: ({ view }: Row) => formatAmount(view.held, view.vault.collateral),
  lock: ({ view }: Row) => formatNumber(fromWad(view.lock)),
  locked: ({ view: { assessment } }: Row) =>
    assessment?.utilisation === undefined ? NONE : formatPercent(fromWad(assessment.utilisation)),
  reserve: ({ view }: Row) => formatAmount(view.reserve, view.vault.collateral),
  charge: ({ view: { assessment } }: Row) =>
    assessment === undefined ? NONE : formatNumber(fromWad(assessment.riskCharge)),
  "delta/%": (row: Row) => greekText("deltaPerPercent", row),
  gamma: (row: Row) => greekText("gamma", row),
  "vega/pt": (row: Row) => greekText("vegaPerPoint", row),
  "theta/day": (row: Row) => greekText("thetaPerDay", row),
  solvent: ({ broken }: Row) =>
    broken.length === 0
      ? onStdout.green("yes")
      : onStdout.red(`not: ${broken.map((name) => INVARIANTS[name]).join(", ")}`),
};

function recordOf({ view, broken }: Row) {
  const { vault, block, state, held, reserve, feesOwed, escrow, lock, assessment } = view;
  const units = (amount: bigint) => exactAmount(amount, vault.collateral);
  return {
    vault: vault.symbol,
    market: vault.market,
    collateral: vault.collateral.symbol,
    state,
    held: units(held),
    reserve: units(reserve),
    feesOwed: units(feesOwed),
    escrow: units(escrow),
    lock: fromWad(lock),
    utilisation: assessment?.utilisation === undefined ? null : fromWad(assessment.utilisation),
    nav: assessment === undefined ? null : fromWad(assessment.nav),
    band: assessment === undefined ? null : fromWad(assessment.band),
    riskCharge: assessment === undefined ? null : fromWad(assessment.riskCharge),
    greeks:
      assessment === undefined
        ? null
        : Object.fromEntries((Object.keys(GREEKS) as Greek[]).map((name) => [name, greek(name, assessment)])),
    solvent: broken.length === 0,
    broken,
    block: Number(block.number),
  };
}
