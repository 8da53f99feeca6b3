import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { openOutput } from "../../../scripts/report/Output.ts";
import { periodOf, worstDayOf } from "../../../scripts/replay/figures.ts";
import { readHistory } from "../../../scripts/replay/history.ts";
import { marketPath } from "../../../scripts/replay/marketPath.ts";
import { replayVault } from "../../../scripts/replay/replayVault.ts";
import type { WorldResult } from "../../../scripts/replay/replayWorld.ts";
import { runReplay } from "../../../scripts/replay/runReplay.ts";
import { TIERS } from "../../../scripts/replay/worlds.ts";
import { OptionKind } from "../../../sdk/src/index.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const OPTIONS = { premium: 1.1, demand: 1, tolerance: 0.2, volatility: 65, seed: 7, json: true };

describe("replay: a run over the winter of 2008", function () {
  this.timeout(120_000);

  let directory: string;
  let printed = "";
  let results: WorldResult[];

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "replay-"));
    const all = await readHistory();
    const from = all.findIndex(({ at }) => at > Date.UTC(2008, 7, 1) / 1_000);
    const closes = all.slice(from, from + 110);
    const streams = { out: { write: (text: string) => (printed += text) }, err: { write: () => true } };
    results = await runReplay(OPTIONS, { output: openOutput(streams, OPTIONS), directory, closes });
  });

  after(async () => rm(directory, { recursive: true, force: true }));

  const only = (result: WorldResult | undefined, kind: OptionKind) =>
    (result?.tiers ?? []).filter((tier) => tier.kind === kind);

  it("explains every share price: premiums in, payouts out, nothing else at a week's end", () => {
    for (const { tiers } of results) {
      for (const { run } of tiers) {
        // Relative to each week's own beginning, so that the sum of weeks is the product of gains.
        const compounded = run.weeks.reduce((share, { gain }) => share * (1 + gain), 1);
        expectClose(run.days.at(-1)?.share ?? NaN, compounded, 1e-9);
        for (const { gain, premium, owed } of run.weeks) {
          // E lags behind NAV by a day's half-life, so that shares of E are shares of NAV only nearly.
          expectClose(gain, premium - owed, 0.08 * Math.abs(premium - owed) + 1e-9, "a week's gain");
        }
      }
    }
  });

  it("loses in October 2008 where puts were written, not more than the lock", () => {
    const [index, scaled] = results;
    for (const { figures } of only(index, OptionKind.Put)) expect(figures.worstDay.gain).to.be.within(-0.2, -0.01);
    for (const { figures } of only(scaled, OptionKind.Put)) expect(figures.drawdown.depth).to.be.within(0.05, 0.9);
  });

  it("sells less where rent is dearer and never fills a vault beyond 0.9 of E when writing", () => {
    const { grid } = results[1]!;
    for (const kind of [OptionKind.Call, OptionKind.Put]) {
      const row = grid.filter((cell) => cell.kind === kind && cell.riskAversion === 8);
      row.slice(1).forEach(({ figures }, i) => expect(figures.sold).to.be.at.most(row[i]!.figures.sold + 1e-12));
      expect(row.at(-1)!.figures.sold).to.be.below(row[0]!.figures.sold);
    }
    for (const { run } of results.flatMap(({ tiers }) => tiers)) {
      for (const { sold } of run.weeks) expect(sold).to.be.at.most(0.9 + 1e-12);
    }
  });

  it("sells what is asked for where buyers are patient with the price", async () => {
    const { closes, assumptions } = results[1]!.world;
    const path = marketPath(closes, { ...assumptions, tolerance: 2 });
    const { weeks } = replayVault(path, { kind: OptionKind.Put, params: TIERS[0]!.params, demand: 0.1 });
    expect(weeks.length).to.be.above(15);
    for (const { sold, wanted } of weeks) {
      expectClose(sold, 0.1, 1e-12);
      expect(wanted).to.equal(0.1);
    }
  });

  it("starts a period at the close before it", () => {
    const day = (at: number, share: number, spot: number) => ({ at, share, spot, utilisation: 0 });
    const days = [day(1, 1, 100), day(2, 2, 90), day(3, 1.5, 80), day(4, 3, 70)];
    const period = periodOf(days, { from: 3, to: 4 });
    expect(period).to.deep.equal({ gain: -0.25, drawdown: 0.25, worstDay: -0.25, underlying: 80 / 90 - 1 });
    expect(worstDayOf(days)).to.deep.equal({ gain: -0.25, at: 3 });
  });

  it("prints one JSON record a row", () => {
    const records = printed
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { table: string });
    expect(new Set(records.map(({ table }) => table))).to.deep.equal(
      new Set(["tiers", "crises", "grid", "variations"]),
    );
    expect(records.filter(({ table }) => table === "tiers").length).to.equal(8);
  });

  it("writes charts, and a report that fetches nothing", async () => {
    const files = await readdir(directory);
    expect(files.filter((name) => name.endsWith(".svg")).length).to.equal(16);
    const report = await readFile(join(directory, "report.html"), "utf8");
    expect(report.match(/<svg /g)?.length).to.equal(16);
    expect(report).not.to.match(/(src|href)="(?!data:)|@import|url\(http/);
    expect(report).not.to.contain("NaN");
    for (const name of files) expect(await readFile(join(directory, name), "utf8")).not.to.contain("NaN");
  });
});
