import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { ExitCode, main } from "../../scripts/gas-report/main.ts";
import { expectClose } from "../helpers/expectClose.ts";

/** What a test does whose gas is reported; it writes what its receipts said, which the report has to agree with. */
const SAMPLE = `
import { writeFileSync } from "node:fs";
import { network } from "hardhat";

describe("sample", () => {
  it("mints", async () => {
    const { ethers } = await network.create();
    const [holder] = await ethers.getSigners();
    const token = await ethers.deployContract("DevToken", ["A token", "A", 18]);
    const deployed = await token.deploymentTransaction().wait();
    const used = [];
    for (const amount of [1n, 2n, 3n, 2n ** 200n]) {
      used.push((await (await token.mint(holder.address, amount)).wait()).gasUsed);
    }
    await token.totalSupply();
    // Tried, estimated and rehearsed by somebody else: nobody paid for these.
    await token.mint.staticCall(holder.address, 10n ** 30n);
    await token.mint.estimateGas(holder.address, 10n ** 30n);
    await token.mint.staticCall(ethers.ZeroAddress.replace("0x0", "0x1"), 5n);
    await token.transfer(ethers.ZeroAddress, 1n, { gasLimit: 100_000 }).catch(() => undefined);
    writeFileSync(RECEIPTS, JSON.stringify({ deployed: Number(deployed.gasUsed), used: used.map(Number) }));
  });
});
`;

describe("gas report", function () {
  this.timeout(180_000);

  let folder: string;

  before(() => {
    // Within the project, where tests find its packages.
    mkdirSync("out", { recursive: true });
    folder = mkdtempSync(join("out", "gas-report-"));
  });

  after(() => rmSync(folder, { recursive: true }));

  async function run(args: readonly string[]) {
    const [out, err]: [string[], string[]] = [[], []];
    const streams = {
      out: { write: (text: string) => out.push(text) },
      err: { write: (text: string) => err.push(text) },
    };
    const markdown = join(folder, "gas-report.md");
    return { code: await main(args, { streams, markdown }), out: out.join(""), err: err.join(""), markdown };
  }

  it("shows what receipts say of each method and deployment of the tests it runs", async () => {
    const receipts = join(folder, "receipts.json");
    const file = join(folder, "sample.test.ts");
    writeFileSync(file, SAMPLE.replace("RECEIPTS", JSON.stringify(receipts)));
    const { code, out, err, markdown } = await run([file, "--all", "--json", "--gwei", "3", "--price", "2000"]);
    expect(code, err).to.equal(ExitCode.Done);
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    // What failed is not counted, what only reads is not shown.
    expect(rows.map(({ contract, method }) => [contract, method])).to.deep.equal([
      ["DevToken", "mint"],
      ["DevToken", null],
    ]);
    const { deployed, used } = JSON.parse(readFileSync(receipts, "utf8")) as { deployed: number; used: number[] };
    const ascending = used.toSorted((a, b) => a - b);
    const average = Math.round(used.reduce((sum, gas) => sum + gas, 0) / used.length);
    expect(rows[0]).to.deep.include({
      calls: 4,
      min: ascending[0],
      max: ascending[3],
      median: Math.round(((ascending[1] ?? 0) + (ascending[2] ?? 0)) / 2),
      average,
      blockShare: average / 60_000_000,
      unit: "USD",
    });
    expectClose(Number(rows[0]?.["cost"]), average * 3e-9 * 2_000, 1e-9);
    expect(rows[1]).to.deep.include({ calls: 1, min: deployed, max: deployed, average: deployed });
    expect(readFileSync(markdown, "utf8")).to.contain(`| (deployment) | 1 | ${deployed.toLocaleString("en-US")} |`);
  });

  it("ends with 1 where a test fails, and shows nothing", async () => {
    const file = join(folder, "failing.test.ts");
    writeFileSync(file, 'it("fails", () => { throw new Error("on purpose"); });');
    const { code, out, err } = await run([file]);
    expect(code).to.equal(ExitCode.Failed);
    expect(out).to.equal("");
    expect(err)
      .to.match(/on purpose/)
      .and.to.match(/expected the tests to pass, got exit code 1/);
  });

  it("ends with 2 and one line where an option is not understood", async () => {
    const { code, err } = await run(["--gwei", "cheap"]);
    expect(code).to.equal(ExitCode.Misused);
    expect(err.trim())
      .to.match(/^expected --gwei to be a positive number, got "cheap"/)
      .and.not.contain("\n");
  });
});
