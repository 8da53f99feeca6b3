import type { Results } from "../report/Output.ts";
import type { Figures } from "./figures.ts";
import { isoDate, kindName, nameOf, percent } from "./format.ts";
import { CAPACITY_RENTS, KINDS, RISK_AVERSIONS, type GridCell, type WorldResult } from "./replayWorld.ts";

/** What each tier's provider earned and lost. */
export function tiersTable({ world, tiers }: WorldResult): Results {
  return {
    name: "tiers",
    title: `${world.title}: each vault from 2000 to 2020, in its own collateral`,
    columns: [
      "vault",
      "a year",
      "in $",
      "held, in $",
      "drawdown",
      "worst day",
      "used",
      "sold",
      "loss weeks",
      "premium",
      "above fair",
    ],
    rows: tiers.map(({ kind, tier, figures }) => ({
      cells: [
        nameOf({ kind, tier }),
        percent(figures.annualReturn),
        percent(figures.dollarReturn.share),
        percent(figures.dollarReturn.holding),
        percent(figures.drawdown.depth),
        `${percent(figures.worstDay.gain)}, ${isoDate(figures.worstDay.at)}`,
        percent(figures.utilisation, 0),
        percent(figures.sold, 0),
        percent(figures.weeksWithLoss, 0),
        percent(figures.premium),
        percent(figures.aboveFair),
      ],
      record: { world: world.name, kind: kindName(kind), tier, ...recordOf(figures) },
    })),
  };
}

/** The two crises, beside the underlying. */
export function crisesTable({ world, tiers }: WorldResult): Results {
  return {
    name: "crises",
    title: `${world.title}: 2008 and March 2020`,
    columns: ["vault", "period", "underlying", "gain", "drawdown", "worst day"],
    rows: tiers.flatMap(({ kind, tier, figures }) =>
      [
        { period: "2008", figures: figures.year2008 },
        { period: "March 2020", figures: figures.march2020 },
      ].map(({ period, figures: { underlying, gain, drawdown, worstDay } }) => ({
        cells: [
          nameOf({ kind, tier }),
          period,
          percent(underlying),
          percent(gain),
          percent(drawdown),
          percent(worstDay),
        ],
        record: { world: world.name, kind: kindName(kind), tier, period, underlying, gain, drawdown, worstDay },
      })),
    ),
  };
}

/** Return and worst drawdown for each λ (down) and β (across). */
export function gridTables({ world, grid }: WorldResult): Results[] {
  return KINDS.map((kind) => ({
    name: "grid",
    title: `${world.title}, ${kindName(kind)} vault: a year / worst drawdown, by risk aversion λ (down) and capacity rent β (across)`,
    columns: ["λ \\ β", ...CAPACITY_RENTS.map((rent) => percent(rent, 0))],
    rows: RISK_AVERSIONS.map((riskAversion) => {
      const cells = grid.filter((cell) => cell.kind === kind && cell.riskAversion === riskAversion);
      return {
        cells: [
          String(riskAversion),
          ...cells.map(({ figures }) => `${percent(figures.annualReturn)} / ${percent(figures.drawdown.depth)}`),
        ],
        record: {
          world: world.name,
          kind: kindName(kind),
          riskAversion,
          cells: cells.map(({ capacityRent, figures }: GridCell) => ({ capacityRent, ...recordOf(figures) })),
        },
      };
    }),
  }));
}

/** The tiers where one assumption is another. */
export function variationsTable({ world, variations }: WorldResult): Results {
  return {
    name: "variations",
    title: `${world.title}: the same with one assumption changed`,
    columns: ["assumption", "vault", "a year", "drawdown", "used", "premium"],
    rows: variations.map(({ assumption, value, kind, tier, figures }) => ({
      cells: [
        `${assumption} ${value.toFixed(1)}`,
        nameOf({ kind, tier }),
        percent(figures.annualReturn),
        percent(figures.drawdown.depth),
        percent(figures.utilisation, 0),
        percent(figures.premium),
      ],
      record: { world: world.name, assumption, value, kind: kindName(kind), tier, ...recordOf(figures) },
    })),
  };
}

/** Dates as people write them, everything else as it is. */
function recordOf({ drawdown, worstDay, ...figures }: Figures): Record<string, unknown> {
  return {
    ...figures,
    drawdown: { depth: drawdown.depth, peak: isoDate(drawdown.peakAt), trough: isoDate(drawdown.troughAt) },
    worstDay: { gain: worstDay.gain, on: isoDate(worstDay.at) },
  };
}
