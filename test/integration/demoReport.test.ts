import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { expect } from "chai";
import { chromium, type Browser, type Page } from "playwright-core";

import { smileChart } from "../../scripts/demo/report/charts/smileChart.ts";
import { Story } from "../../scripts/demo/report/Story.ts";
import { summaryOf } from "../../scripts/demo/report/summaryOf.ts";
import { writeReport } from "../../scripts/demo/report/writeReport.ts";
import { renderSvg } from "../../scripts/report/renderSvg.ts";
import { demoStory } from "../helpers/demoStory.ts";

const MOST_BYTES = 1_500_000;
const LEAST_TEXT = 11;
/** Where distributions put the browser. */
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** What a browser measures of the page. */
interface Seen {
  readonly width: number;
  /** Of the charts that are shown: their classes, each once, and how many there are. */
  readonly classes: readonly string[];
  readonly shown: number;
  readonly figures: number;
  readonly texts: readonly { readonly text: string; readonly size: number; readonly isInside: boolean }[];
  /** The smallest font of words outside charts. */
  readonly smallest: number;
  readonly background: string;
}

/** Runs in the browser. */
const MEASURE = `(() => {
  const sizeOf = (element) => Number.parseFloat(getComputedStyle(element).fontSize);
  const shown = [...document.querySelectorAll("figure > svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
  const texts = shown.flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll("text")].map((text) => {
      const box = text.getBoundingClientRect();
      const isInside =
        box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
      return { text: text.textContent, size: scale * sizeOf(text), isInside };
    });
  });
  const words = [...document.querySelectorAll("p, li, td, th, dt, dd, figcaption, summary, caption")];
  return {
    width: document.documentElement.scrollWidth,
    classes: [...new Set(shown.map((svg) => svg.getAttribute("class")))],
    shown: shown.length,
    figures: document.querySelectorAll("figure:not(.turnable)").length,
    texts,
    smallest: Math.min(...words.map(sizeOf)),
    background: getComputedStyle(document.body).backgroundColor,
  };
})()`;

/** Likewise: colour and dash of each line by its name. */
const LEGENDS = `Object.fromEntries(
  [...document.querySelectorAll(".legend li")].map((entry) => {
    const { borderTopColor, borderTopStyle } = getComputedStyle(entry.querySelector("i"));
    return [entry.textContent, [borderTopColor, borderTopStyle]];
  }),
)`;

describe("the demo's report", function () {
  this.timeout(120_000);

  const story = demoStory();
  let folder: string;
  let path: string;
  let html: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "demo-report-"));
    path = join(folder, "report.html");
    await writeReport(path, story);
    html = readFileSync(path, "utf8");
  });

  after(() => rmSync(folder, { recursive: true }));

  const charts = (): string[] => html.match(/<svg role="img".*?<\/svg>/gs) ?? [];

  it("is one file of less than 1.5 MB that fetches nothing", () => {
    expect(Buffer.byteLength(html)).to.be.below(MOST_BYTES);
    expect(html).not.to.match(/ (?:src|href)="(?!#|data:)/);
  });

  it("is drawn from what is kept as JSON, the same", async () => {
    const data = join(folder, "demo.json");
    writeFileSync(data, JSON.stringify(story));
    const again = join(folder, "again.html");
    await writeReport(again, Story.parse(JSON.parse(readFileSync(data, "utf8"))));
    // Names of clip paths are numbered through a process.
    const plain = (page: string): string => page.replaceAll(/zr\d+-/g, "");
    expect(plain(readFileSync(again, "utf8"))).to.equal(plain(html));
  });

  it("is not drawn from anything else: one line, and 2", () => {
    const other = join(folder, "other.json");
    writeFileSync(other, JSON.stringify({ ...story, weeks: "six" }));
    const empty = join(folder, "empty.json");
    writeFileSync(empty, "{}");
    for (const data of [join(folder, "missing.json"), other, empty, folder]) {
      const { status, stderr } = spawnSync(
        process.execPath,
        ["--import", "tsx", "scripts/demo-report.ts", data, join(folder, "never.html")],
        { encoding: "utf8" },
      );
      expect(status).to.equal(2);
      expect(stderr.trim()).to.match(
        /^make demo-report: expected what a demo of this version kept in \S+, got .{1,120}: run make demo first$/,
      );
    }
    expect(existsSync(join(folder, "never.html"))).to.equal(false);
  });

  it("says of its own file that it cannot be written, not of the data", () => {
    const data = join(folder, "kept.json");
    writeFileSync(data, JSON.stringify(story));
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/demo-report.ts", data, folder],
      { encoding: "utf8" },
    );
    expect(status).to.equal(2);
    expect(stderr).to.match(/^make demo-report: expected \S+ to be writable, got a folder of that name: [^\n]+\n$/);
  });

  it("has every label of a strike axis, evenly, however long its numbers", () => {
    const prices = [60_000, 105_000, 150_000];
    const curve = prices.map((strike) => ({ strike, volatility: 0.6 }));
    const moment = { at: 0, smiles: [{ expiry: 0, quotes: [], curve }] } as unknown as Parameters<typeof smileChart>[0];
    for (const size of [
      { width: 560, height: 310, isNarrow: false },
      { width: 358, height: 270, isNarrow: true },
    ]) {
      const svg = renderSvg(smileChart(moment, size), size);
      const strikes = [...svg.matchAll(/>(\d{2,3},000)</g)].map(([, text]) => Number(text?.replace(",", "")));
      const steps = new Set(strikes.slice(1).map((strike, index) => strike - (strikes[index] ?? 0)));
      expect(strikes.length).to.be.above(2);
      expect([...steps].length, strikes.join(" ")).to.equal(1);
    }
  });

  it("has every chart twice, for desks and telephones, each with a title", () => {
    expect(charts().length).to.be.above(60);
    expect(charts().filter((svg) => svg.includes('class="wide"')).length).to.equal(charts().length / 2);
    for (const svg of charts()) expect(svg).to.match(/^<svg role="img"[^>]*><title>[^<]{10,}<\/title>/);
    expect(html.replaceAll(/<script>.*?<\/script>/gs, "")).not.to.match(/NaN|undefined|Infinity/);
  });

  it("names the episodes in every chart over time, and units on both axes", () => {
    const overTime = charts().filter((svg) => svg.includes(">date, UTC<"));
    // Two of each market, eight of its vaults.
    expect(overTime.length).to.equal(2 * 2 * (2 + 8));
    for (const svg of overTime) {
      expect(svg)
        .to.match(/>crash</)
        .and.to.match(/>wobble</)
        .and.to.match(/>(?:frozen feed|freeze)</);
      expect(svg).to.match(
        />(?:USDC for one \w+|volatility a year, %|worth of a share, first = 1|% of actual capital)</,
      );
    }
    const others = charts().filter((svg) => !svg.includes(">date, UTC<"));
    for (const svg of others) {
      expect(svg).to.match(/>(?:settlement price, USDC|strike, USDC|strike over spot)</);
      expect(svg).to.match(/>(?:profit, USDC|volatility a year, %|expiry)</);
    }
  });

  it("explains the guaranteed exit where it appears, and does not let it squash the other lines", () => {
    expect(html).to.match(/<b>The guaranteed exit<\/b> needs no price/);
    expect(html).to.match(/Henri took it out of the tight put vault with 74,721 USDC,\s+45,399 USDC \(37\.8 %\) less/);
    const shares = charts().filter((svg) => svg.includes("worth of a share, first = 1"));
    const [ether, bitcoin] = [shares.slice(0, 2), shares.slice(2)];
    for (const svg of ether) expect(svg).to.match(/>▲ exit: 1\.[12]\d\d</);
    for (const svg of bitcoin) expect(svg).not.to.contain("exit");
    const ticks = ether.flatMap((svg) => [...svg.matchAll(/>(\d\.\d{3})</g)].map(([, value]) => Number(value)));
    expect(Math.max(...ticks)).to.be.below(1.05);
  });

  it("begins with headline figures and links to its sections, which the console's summary repeats", () => {
    const links = [...html.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id);
    expect(links.length).to.equal(7);
    for (const id of links) expect(html).to.contain(`<h2 id="${id ?? ""}">`);
    const facts = [...html.matchAll(/<dd>([^<]+)<\/dd>/g)].map(([, value]) => value ?? "");
    expect(facts).to.include.members(["45,710", "72", "-9.75 %", "23"]);
    const summary = summaryOf(story).join("\n");
    for (const value of facts) expect(summary).to.contain(value);
  });

  it("folds the long table, and no other", () => {
    expect(html.match(/<details>/g)).to.have.length(1);
    expect(html).to.match(/<summary>All 144 rows: The orders<\/summary>/);
  });

  it("shows a number of options to the lot, so that parts add up", () => {
    expect(html).to.contain("buy 0.345 x WBTC").and.to.contain("buy 10.00 x WETH");
  });

  describe("in a browser", () => {
    let browser: Browser;

    before(async function () {
      const executablePath = BROWSERS.find((candidate) => existsSync(candidate));
      if (executablePath === undefined) return this.skip();
      const args = [
        "--no-sandbox",
        "--disable-background-networking",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
      ];
      browser = await chromium.launch({ executablePath, args });
    });

    after(async () => (browser as Browser | undefined)?.close());

    async function opened(width: number, colorScheme: "light" | "dark"): Promise<{ page: Page; errors: string[] }> {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(pathToFileURL(path).href);
      await page.waitForFunction(
        `[...document.querySelectorAll(".turnable")].every((figure) => figure.querySelector("canvas") !== null)`,
      );
      return { page, errors };
    }

    for (const [width, scheme] of [
      [1_440, "light"],
      [768, "dark"],
      [390, "light"],
      [390, "dark"],
    ] as const) {
      it(`fits ${width} pixels, ${scheme}: nothing is cut, no text is below ${LEAST_TEXT} pixels`, async () => {
        const { page, errors } = await opened(width, scheme);
        const seen = await page.evaluate<Seen>(MEASURE);
        expect(errors).to.deep.equal([]);
        expect(seen.width, "no sideways scrolling").to.equal(width);
        expect(seen.classes).to.deep.equal([width === 390 ? "narrow" : "wide"]);
        expect(seen.shown, "one drawing a figure").to.equal(seen.figures);
        expect(seen.texts.length).to.be.above(300);
        expect(seen.texts.filter(({ isInside }) => !isInside)).to.deep.equal([]);
        expect(Math.min(seen.smallest, ...seen.texts.map(({ size }) => size))).to.be.at.least(LEAST_TEXT);
        expect(seen.background === "rgb(255, 255, 255)").to.equal(scheme === "light");
        await page.close();
      });
    }

    it("pairs calls and puts by colour, tiers by dash", async () => {
      const { page } = await opened(1_440, "light");
      const styles = await page.evaluate<Record<string, [colour: string, dash: string]>>(LEGENDS);
      const [callsWide, callsTight] = [styles["calls, wide"], styles["calls, tight"]];
      const [putsWide, putsTight] = [styles["puts, wide"], styles["puts, tight"]];
      expect(callsWide?.[0]).to.equal(callsTight?.[0]);
      expect(putsWide?.[0]).to.equal(putsTight?.[0]).and.not.to.equal(callsWide?.[0]);
      expect([callsWide?.[1], putsWide?.[1]]).to.deep.equal(["solid", "solid"]);
      expect([callsTight?.[1], putsTight?.[1]]).to.deep.equal(["dashed", "dashed"]);
      await page.close();
    });
  });
});
