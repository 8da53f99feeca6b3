import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect } from "chai";

import { GhostLedger, type LedgerVault } from "../../scripts/demo/GhostLedger.ts";
import { ExitCode, main } from "../../scripts/demo/main.ts";
import { Story } from "../../scripts/demo/report/Story.ts";
import type { Overrides } from "../../scripts/demo/runDemo.ts";
import { startNode } from "../../scripts/node/startNode.ts";
import { syntheticChain, toCsv } from "../helpers/chainCsv.ts";

const HOUR = 3_600;

/** A ledger that forgets one unit of every vault it has seen a deposit to. */
class ForgetfulLedger extends GhostLedger {
  override heldOf(vault: string): bigint {
    const held = super.heldOf(vault);
    return held === 0n ? held : held - 1n;
  }
}

describe("demo", function () {
  this.timeout(180_000);

  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "demo-"));
  });

  after(() => rmSync(folder, { recursive: true }));

  /** Not where `make demo` draws: what somebody has just looked at stays. */
  const report = (): string => join(folder, "report.html");

  /** The first hours: deposits, expiries, buyers, an order in each market. */
  async function run(args: readonly string[], overrides: Overrides = {}) {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main(args, {
      streams: { out: { write: (text) => out.push(text) }, err: { write: (text) => err.push(text) } },
      overrides: { stopAfter: 13 * HOUR, allowUnlimitedContractSize: true, startNode, report: report(), ...overrides },
    });
    return { code, out: out.join(""), err: err.join("") };
  }

  it("ends with 0 after everything held, results as JSON lines on stdout only", async () => {
    const { code, out, err } = await run(["--weeks", "1", "--json"]);
    expect(err).to.match(/checks of invariants on chain, all held: .*\n.* orders of \d+ legs/);
    expect(err).to.match(/everything held/);
    expect(code).to.equal(ExitCode.Held);
    const story = Story.parse(JSON.parse(readFileSync(join(folder, "demo.json"), "utf8")));
    expect(story.orders.map(({ name }) => name)).to.deep.equal(["single call", "bitcoin call"]);
    expect(story.moments.length).to.be.above(0);
    const records = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const invariants = records.filter(({ table }) => table === "invariants");
    expect(invariants.map(({ invariant }) => invariant)).to.deep.equal(["I1", "I2", "I4", "I5", "I6"]);
    for (const { invariant, checks, transactions, blocks } of invariants) {
      // Three contracts must be empty; of vaults there are eight.
      expect(checks).to.be.at.least((invariant === "I5" ? 3 : 8) * (blocks as number));
      expect(transactions).to.be.greaterThan(40);
    }
    const page = readFileSync(report(), "utf8");
    expect(page.match(/<svg /g)?.length).to.be.greaterThan(8);
    expect(page.match(/class="turnable"/g)?.length, "a surface in three dimensions a market").to.be.at.least(2);
    expect(page).to.match(/single call: buy [\d.]+ x WETH 09 Jan/);
    for (const market of ["WETH/USDC", "WBTC/USDC"]) expect(page).to.contain(`<h3>${market}</h3>`);
    // What was drawn, not the library that turns it.
    expect(page.replaceAll(/<script>.*?<\/script>/gs, "")).not.to.match(/NaN|undefined|Infinity/);
    const orders = records.filter(({ table }) => table === "orders");
    expect(orders.map(({ order, market }) => `${order as string}, ${market as string}`)).to.deep.equal([
      "single call, WETH/USDC",
      "bitcoin call, WBTC/USDC",
    ]);
    // Each brought its market's signed price, whose doubt is a fraction of the feed's.
    expect(orders.map(({ pricesBrought }) => pricesBrought)).to.deep.equal([1, 1]);
    for (const { savedByPriceUsdc } of orders) expect(savedByPriceUsdc).to.be.a("number");
    expect(page).to.match(/2 orders brought a signed price, which saved -?[\d,.]+ USDC beside the feeds' own prices/);
    // Both call vaults could have taken it alone; the split was no dearer.
    for (const { amount, bestSingle } of orders) {
      expect(BigInt(bestSingle as string) >= BigInt(amount as string)).to.equal(true);
    }
  });

  it("ends with 1 and names the invariant where the ledger and a vault differ by one unit", async () => {
    const makeLedger = (vaults: readonly LedgerVault[]) => new ForgetfulLedger(vaults);
    const { code, err } = await run(["--weeks", "1"], { makeLedger });
    expect(code).to.equal(ExitCode.Broken);
    expect(err).to.match(/I4 broken at WETH\/USDC calls, /);
    expect(err).not.to.match(/everything held/);
  });

  describe("with a file of real quotes", () => {
    it("starts the market there", async () => {
      const path = join(folder, "chain.csv");
      writeFileSync(path, toCsv(syntheticChain({ spot: 3_300 }), { spot: 3_300 }));
      const { code, out, err } = await run(["--weeks", "1", "--json", "--chain", path], { stopAfter: 7 * HOUR });
      expect(err).to.match(/WETH\/USDC starts as .*chain\.csv has it: 3,300\.00 dollars, .* inside bid and ask/);
      expect(err).to.match(/everything held/);
      expect(code).to.equal(ExitCode.Held);
      const [order] = out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { table: string; strike?: number })
        .filter(({ table }) => table === "orders");
      expect(order?.strike).to.be.within(3_000, 3_700);
    });

    it("answers what is wrong with it in one line, with 1, before anything is compiled", async () => {
      const path = join(folder, "bad.csv");
      writeFileSync(path, toCsv(syntheticChain()).replace("ETH-20JUN25", "ETH-31JUN25"));
      const check = fileURLToPath(new URL("../../scripts/demo/checkArguments.ts", import.meta.url));
      const { code, err } = await new Promise<{ code: unknown; err: string }>((resolve) => {
        execFile(process.execPath, ["--import", "tsx", check, "--chain", path], (error, _, stderr) =>
          resolve({ code: error?.code, err: stderr }),
        );
      });
      expect(code).to.equal(ExitCode.Broken);
      expect(err.trim()).to.match(
        /bad\.csv: line 2, column "instrument": expected a name such as .*, got "ETH-31JUN25/,
      );
      expect(err.trim()).not.to.contain("\n");
    });
  });

  describe("called wrongly", () => {
    let occupant: Server;
    let port: number;

    before(async () => {
      occupant = createServer();
      await new Promise<void>((resolve) => occupant.listen(0, "127.0.0.1", resolve));
      port = (occupant.address() as { port: number }).port;
    });

    after(() => occupant.close());

    it("ends with 2 and one line where the port is taken", async () => {
      const { code, err } = await run(["--port", String(port)]);
      expect(code).to.equal(ExitCode.Misused);
      expect(err.trim()).to.match(
        new RegExp(`^make demo: expected port ${port} .* to be free, got EADDRINUSE: .*--port`),
      );
      expect(err.trim()).not.to.contain("\n");
    });

    it("ends with 2 and one line where an option is not understood", async () => {
      const { code, err } = await run(["--weeks", "none"]);
      expect(code).to.equal(ExitCode.Misused);
      expect(err.trim()).to.match(/^make demo: expected --weeks to be a whole number/);
    });
  });
});
