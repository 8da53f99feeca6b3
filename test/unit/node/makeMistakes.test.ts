import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";

import { expect } from "chai";

/** Runs a target with nothing to install, as a shell would. */
async function make(target: string, args: string): Promise<{ code: number | null; out: string; err: string }> {
  // What runs this test under make would be taken for the orders of another.
  const env = { ...process.env, MAKEFLAGS: "", MAKELEVEL: "" };
  const child = spawn("make", ["-o", "node_modules/.package-lock.json", target, `ARGS=${args}`], { env });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code: child.exitCode, out, err };
}

async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

describe("make, called wrongly", function () {
  this.timeout(120_000);

  let server: Server;
  let busy: number;

  before(async () => {
    ({ server, port: busy } = await listening());
  });

  after(() => server.close());

  for (const [target, args, expected] of [
    ["node", "--port BUSY", /expected port \d+ on 127\.0\.0\.1 to be free, got EADDRINUSE: .*--port/],
    [
      "node",
      "--prot 1",
      /expected options of make node, got unknown option '--prot' \(did you mean --port\?\): see make node/,
    ],
    ["demo", "--port BUSY", /expected port \d+ on 127\.0\.0\.1 to be free, got EADDRINUSE: .*--port/],
    ["demo", "2", /expected --seed, .*, got too many arguments: see make demo ARGS='--help'/],
    ["deploy", "--network mainnet", /expected --network to be one of sepolia, got "mainnet": see make deploy/],
    [
      "docs-serve",
      "--prot 1",
      /expected --port or --help, got unknown option '--prot' \(did you mean --port\?\): see make docs-serve/,
    ],
  ] as const) {
    it(`answers make ${target} ARGS='${args}' in one line, before anything is compiled`, async () => {
      const { code, out, err } = await make(target, args.replace("BUSY", String(busy)));
      expect(code).to.equal(2);
      const [line, ...others] = err.trimEnd().split("\n");
      expect(line).to.match(new RegExp(`^make ${target}: ${expected.source}`));
      // make's own, which says where it stopped.
      expect(others.filter((other) => !other.startsWith("make: ***"))).to.deep.equal([]);
      expect(out).to.equal("");
    });
  }
});

describe("make docs-serve", function () {
  this.timeout(60_000);

  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "a site "));
    mkdirSync(join(folder, "out/docs/adr"), { recursive: true });
    writeFileSync(join(folder, "out/docs/index.html"), "<p>home</p>");
    writeFileSync(join(folder, "out/docs/adr/0001.html"), "<p>deep</p>");
  });

  after(() => rmSync(folder, { recursive: true }));

  it("shows every page on loopback until it is told to stop", async () => {
    const { server, port } = await listening();
    server.close();
    const script = resolve("scripts/docs-serve.ts");
    const args = ["--import", import.meta.resolve("tsx"), script, "--port", String(port)];
    const child = spawn(process.execPath, args, { cwd: folder });
    const ended = once(child, "exit");
    try {
      const [said] = (await Promise.race([once(child.stdout, "data"), ended.then(() => [""])])) as [Buffer | string];
      expect(String(said)).to.equal(`The site is at http://127.0.0.1:${port}/ until Ctrl-C.\n`);
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).to.contain("home");
      expect(await (await fetch(`http://127.0.0.1:${port}/adr/0001.html`)).text()).to.contain("deep");
      expect((await fetch(`http://127.0.0.1:${port}/nowhere.html`)).status).to.equal(404);
    } finally {
      child.kill("SIGINT");
      await ended;
    }
    expect(child.exitCode).to.equal(0);
  });
});
