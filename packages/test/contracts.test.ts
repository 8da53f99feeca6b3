import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

import { expect } from "chai";

import { packContracts } from "../../scripts/packages/packContracts.ts";
import { Consumer } from "./consumer.ts";

/** The oldest compiler that is promised, one of the middle, and the newest. */
const COMPILERS = ["0.8.24", "0.8.28", "0.8.37"] as const;
const EXAMPLE = "packages/contracts/examples/OptionBuyer.sol";
const TOOLS = ["hardhat@3.17.0", "@foundry-rs/forge@1.7.1"];

/** A Hardhat project whose compiler comes from npm. */
const CONFIG = `
import { fileURLToPath } from "node:url";
import { defineConfig } from "hardhat/config";

const version = process.env.SOLC ?? "";
const path = fileURLToPath(new URL(\`node_modules/solc-\${version}/soljson.js\`, import.meta.url));
export default defineConfig({ solidity: { version, path } });
`;

/** npm's compiler in the form in which forge calls a native one. */
const SOLC = `#!/usr/bin/env node
const { writeFileSync } = require("node:fs");
const solc = require("solc-0.8.37");
if (process.argv.includes("--version")) {
  console.log("solc, the solidity compiler commandline interface\\nVersion: " + solc.version().replace("Emscripten.clang", "Linux.g++"));
} else {
  const chunks = [];
  process.stdin.on("data", (chunk) => chunks.push(chunk));
  process.stdin.on("end", () => writeFileSync(1, solc.compile(Buffer.concat(chunks).toString())));
}
`;
const FOUNDRY = `
[profile.default]
src = "contracts"
libs = ["node_modules"]
solc = "./solc.cjs"
offline = true
auto_detect_remappings = false
remappings = [
  "@bulkhead/contracts/=node_modules/@bulkhead/contracts/",
  "@openzeppelin/contracts/=node_modules/@openzeppelin/contracts/",
]
`;

/** Every file of the package in one contract, so that each compiler reads all of them. */
function everything(files: readonly string[]): string {
  const imports = files.map((file) => `import "@bulkhead/contracts/${file}";`);
  return ["// SPDX-License-Identifier: MIT", "pragma solidity ^0.8.24;", ...imports, "contract Everything {}"].join(
    "\n",
  );
}

describe("@bulkhead/contracts, from an empty folder elsewhere", function () {
  this.timeout(600_000);

  let consumer: Consumer;

  before(async () => {
    const tarball = resolve(await packContracts("out/packages"));
    consumer = new Consumer({ type: "module" });
    consumer.install([tarball, ...TOOLS, ...COMPILERS.map((version) => `solc-${version}@npm:solc@${version}`)]);
    consumer.write("hardhat.config.ts", CONFIG);
    consumer.write("contracts/OptionBuyer.sol", readFileSync(EXAMPLE, "utf8"));
    const root = `${consumer.folder}/node_modules/@bulkhead/contracts`;
    const files = ["interfaces", "types"].flatMap((folder) =>
      readdirSync(`${root}/${folder}`).map((name) => `${folder}/${name}`),
    );
    expect(files.length).to.be.above(40);
    consumer.write("contracts/Everything.sol", everything(files));
  });

  after(() => consumer.remove());

  for (const version of COMPILERS) {
    it(`is compiled by ${version} in a Hardhat project, with a contract that quotes and buys`, () => {
      consumer.run(process.execPath, ["node_modules/hardhat/dist/src/cli.js", "build", "--force", "--quiet"], {
        SOLC: version,
      });
      const path = `${consumer.folder}/artifacts/contracts/OptionBuyer.sol/OptionBuyer.json`;
      const { bytecode, buildInfoId } = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
      expect(bytecode!.length).to.be.above(1_000);
      const info = readFileSync(`${consumer.folder}/artifacts/build-info/${buildInfoId}.json`, "utf8");
      expect((JSON.parse(info) as { solcVersion: string }).solcVersion).to.equal(version);
    });
  }

  it("is compiled by forge", () => {
    chmodSync(consumer.write("solc.cjs", SOLC), 0o755);
    consumer.write("foundry.toml", FOUNDRY);
    const forge = `${consumer.folder}/node_modules/.bin/forge`;
    expect(consumer.run(process.execPath, [forge, "build", "--out", "forge-out"])).to.match(/Compiler run successful/);
    const path = `${consumer.folder}/forge-out/OptionBuyer.sol/OptionBuyer.json`;
    const { bytecode } = JSON.parse(readFileSync(path, "utf8")) as { bytecode: { object: string } };
    expect(bytecode.object.length).to.be.above(1_000);
  });

  it("has the ABI and the code of what is deployed", () => {
    const read = (name: string) =>
      JSON.parse(
        readFileSync(`${consumer.folder}/node_modules/@bulkhead/contracts/artifacts/${name}.json`, "utf8"),
      ) as { contractName: string; abi: { name?: string }[]; bytecode: string };
    for (const name of ["OptionVault", "VaultRouter", "Quoter", "VolatilitySurface"]) {
      const artifact = read(name);
      const built = JSON.parse(
        readFileSync(`artifacts/contracts/${folderOf(name)}/${name}.sol/${name}.json`, "utf8"),
      ) as typeof artifact;
      expect(artifact).to.deep.equal({ contractName: name, abi: built.abi, bytecode: built.bytecode });
      expect(artifact.bytecode.length).to.be.above(1_000);
    }
    expect(read("IOptionVault").bytecode).to.equal("0x");
    expect(() => read("DevToken")).to.throw();
  });

  function folderOf(name: string): string {
    return name === "OptionVault" ? "vault" : name === "VolatilitySurface" ? "surface" : "router";
  }
});
