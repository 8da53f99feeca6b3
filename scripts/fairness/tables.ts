import { OptionKind } from "../../sdk/src/pricing/OptionKind.ts";
import type { Results } from "../report/Output.ts";
import type { Figure } from "./attacks/Attack.ts";
import type { CornerFigure } from "./bounds.ts";
import { storyOf, type FoundCycle, type SearchResult, type SearchTerms } from "./cycles/searchCycles.ts";
import type { SearchOptions } from "./options.ts";

/** One attack under both rules. */
export interface AttackResult {
  readonly name: string;
  readonly first: readonly Figure[];
  readonly slow: readonly Figure[];
}

/** Per cent of the vault, three decimals. */
export function percent(value: number): string {
  const text = (value * 100).toFixed(3);
  return `${/^-0\.0+$/.test(text) ? text.slice(1) : text} %`;
}

export function attackTable({ name: attack, first, slow }: AttackResult): Results {
  return {
    name: "attack",
    title: attack,
    columns: ["case", "single E", "this rule", "where"],
    rows: slow.map((figure) => {
      const before = counterpart(first, figure);
      const name = [figure.group, figure.case].filter((part) => part !== "").join(", ");
      return {
        cells: [name, before === undefined ? "-" : percent(before.value), percent(figure.value), figure.where],
        record: {
          attack,
          case: name,
          firstEdition: before?.value ?? null,
          rule: figure.value,
          where: figure.where,
        },
      };
    }),
  };
}

/** One Markdown table, a row for each thing that an attack measures, its cases side by side, in per cent. */
export function attacksInMarkdown(results: readonly AttackResult[]): string {
  const rows = results.flatMap(({ name, first, slow }) =>
    [...new Set(slow.map(({ group }) => group))].map((group) => {
      const cases = slow.filter((figure) => figure.group === group);
      const before = cases.map((figure) => counterpart(first, figure)?.value);
      const cells = [
        `${name}${group === "" ? "" : `; ${group}`}: ${cases.map((figure) => figure.case).join(" / ")}`,
        before.map(shortPercent).join(" / "),
        cases.map(({ value }) => shortPercent(value)).join(" / "),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  );
  return ["| attack | single E | this rule |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function counterpart(figures: readonly Figure[], { group, case: name }: Figure): Figure | undefined {
  return figures.find((figure) => figure.group === group && figure.case === name);
}

/** What a search found, in one row. */
export function searchTable(result: SearchResult, options: SearchOptions & { seconds: number }): Results {
  const { net, beyondLimits } = largest(result);
  const { trials, seed, horizon, parties, tiers, feed, moves, limits, rule, seconds } = options;
  const rate = Math.round(result.closed / seconds);
  return {
    name: "search",
    title: "Closed cycles",
    columns: ["parties", "within", "tiers", "closed", "over 0.01 %", "largest net", "beyond limits", "cycles a second"],
    rows: [
      {
        cells: [
          parties,
          horizon === "minutes" ? "20 minutes" : "10 days",
          tiers,
          result.closed,
          result.gaining,
          percent(net),
          percent(beyondLimits),
          rate,
        ],
        record: {
          parties,
          horizon,
          tiers,
          feed,
          moves,
          limits,
          rule,
          seed,
          trials,
          closed: result.closed,
          gaining: result.gaining,
          net,
          beyondLimits,
          cyclesPerSecond: rate,
        },
      },
    ],
  };
}

/** The cycles that gained most, told. */
export function cyclesTable(terms: SearchTerms, found: readonly FoundCycle[]): Results {
  return {
    name: "cycle",
    title: "What gained most",
    columns: ["net", "beyond limits", "vault", "holds", "steps"],
    rows: found.map((cycle) => {
      const { scene, plan, outcome } = cycle;
      const kind = scene.kind === OptionKind.Put ? "puts" : "calls";
      const vault = `${kind}, ${scene.tier.name}, ${scene.days} d, u ${scene.utilisation}`;
      const holds = `${percentOf(plan.ownShares)} of shares, ${percentOf(plan.ownOptions)} of options`;
      const steps = storyOf(terms, cycle);
      return {
        cells: [percent(outcome.net), percent(outcome.beyondLimits), vault, holds, steps.join("; ")],
        record: { ...outcome, vault, holds, steps },
      };
    }),
  };
}

export function boundsTable(figures: readonly CornerFigure[]): Results {
  const corners = [...new Set(figures.map(({ corner }) => corner))];
  const of = (corner: string, feed: string, parties: string): CornerFigure | undefined =>
    figures.find((figure) => figure.corner === corner && figure.feed === feed && figure.parties === parties);
  const cell = (figure: CornerFigure | undefined): string =>
    figure === undefined ? "-" : `${percent(figure.net)}${figure.passes ? "" : " !"}`;
  return {
    name: "bounds",
    title: "Largest net gain within 20 minutes, of the vault (! where over 0.1 % for strangers, 1 % for holders)",
    columns: ["parameters", "push, strangers", "push, holders", "signed, strangers", "signed, holders"],
    rows: corners.map((corner) => {
      const row = [
        of(corner, "push", "strangers"),
        of(corner, "push", "holders"),
        of(corner, "signed", "strangers"),
        of(corner, "signed", "holders"),
      ];
      return { cells: [corner, ...row.map(cell)], record: { corner, figures: row } };
    }),
  };
}

/** The largest of both measures. */
export function largest({ byNet, beyondLimits }: SearchResult): { net: number; beyondLimits: number } {
  return { net: byNet[0]?.outcome.net ?? 0, beyondLimits: beyondLimits[0]?.outcome.beyondLimits ?? 0 };
}

/** Two digits that count, without a unit; nothing below a thousandth of a per cent. */
function shortPercent(value: number | undefined): string {
  if (value === undefined) return "–";
  const figure = value * 100;
  if (Math.abs(figure) < 0.0005) return "0";
  return `${Number(figure.toPrecision(2))}`.replace("-", "−");
}

function percentOf(part: number): string {
  return `${Math.round(part * 100)} %`;
}
