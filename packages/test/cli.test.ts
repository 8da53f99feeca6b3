import { accessSync, constants, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { expect } from "chai";

import { packCli } from "../../scripts/packages/packCli.ts";
import { packSdk } from "../../scripts/packages/packSdk.ts";
import { Consumer } from "./consumer.ts";

describe("@bulkhead/cli, from an empty folder elsewhere", function () {
  this.timeout(600_000);

  let consumer: Consumer;
  let bin: string;

  before(async () => {
    const tarballs = [resolve(await packSdk("out/packages")), resolve(await packCli("out/packages"))];
    consumer = new Consumer();
    consumer.install(tarballs);
    bin = join(consumer.folder, "node_modules/.bin/bulkhead");
  });

  after(() => consumer.remove());

  it("is a command", () => {
    expect(() => accessSync(bin, constants.X_OK)).to.not.throw();
    const { version } = JSON.parse(readFileSync("cli/package.json", "utf8")) as { version: string };
    expect(consumer.run(bin, ["--version"]).trim()).to.equal(version);
  });

  for (const version of [22, 24]) {
    it(`helps under Node ${version}`, () => {
      const help = consumer.node(version, bin, ["--help"]);
      for (const command of ["markets", "strategy", "exit", "queue", "doctor"]) {
        expect(help).to.match(new RegExp(`^  ${command} `, "m"));
      }
      expect(consumer.node(version, bin, ["markets", "--help"])).to.match(/Usage: bulkhead markets/);
    });
  }

  it("decodes an error with the SDK that was installed beside it", () => {
    const word = (value: string): string => value.padStart(64, "0");
    const data = `0x08c379a0${word("20")}${word("2")}${"6162".padEnd(64, "0")}`;
    const found = JSON.parse(consumer.run(bin, ["errors", data, "--json"])) as Record<string, unknown>;
    expect(found).to.include({ error: "Error", isKnown: true });
    expect(found["got"]).to.contain("ab");
  });

  it("refuses what it cannot do in one line", () => {
    expect(() => consumer.run(bin, ["markets"])).to.throw(/bulkhead: expected --deployment or BULKHEAD_DEPLOYMENT/);
  });
});
