import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { mutate, type Mutation } from "./mutations.ts";
import type { Suite } from "./suites.ts";

/** What became of a mutant. */
export type Fate = "killed" | "survived" | "does not compile" | "too slow";

const COPIED = [
  "contracts",
  "test",
  "scripts/hardhat",
  "hardhat.config.ts",
  "package.json",
  "remappings.txt",
  "tsconfig.json",
];

/** A copy of the project in which mutants are made and tested: the project itself stays as it is. */
export class Workshop {
  readonly #root: string;

  constructor(root: string) {
    this.#root = resolve(root);
    rmSync(this.#root, { recursive: true, force: true });
    mkdirSync(this.#root, { recursive: true });
    for (const path of COPIED) cpSync(path, join(this.#root, path), { recursive: true });
    symlinkSync(resolve("node_modules"), join(this.#root, "node_modules"));
  }

  /** Tests the code as it is: a suite that fails without any mutant would kill them all. */
  async passes(suite: Suite): Promise<boolean> {
    return (await this.#test(suite, Infinity)) === "survived";
  }

  async fateOf(mutation: Mutation, { suite, patience }: { suite: Suite; patience: number }): Promise<Fate> {
    const file = join(this.#root, mutation.file);
    const source = readFileSync(file, "utf8");
    try {
      writeFileSync(file, mutate(source, mutation));
      return await this.#test(suite, patience);
    } finally {
      writeFileSync(file, source);
    }
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** @param patience in milliseconds */
  #test({ tests }: Suite, patience: number): Promise<Fate> {
    const files = tests.flatMap((path) => solidityTestsIn(join("test", path)));
    return new Promise((done, fail) => {
      const child = spawn("node_modules/.bin/hardhat", ["--no-typechain", "test", "solidity", ...files], {
        cwd: this.#root,
        detached: true,
      });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (text: Buffer) => (output += text.toString()));
      const timer = Number.isFinite(patience)
        ? setTimeout(() => {
            done("too slow");
            // With everything that it has started.
            if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
          }, patience)
        : undefined;
      child.on("error", fail);
      child.on("close", (code) => {
        clearTimeout(timer);
        if (code === 0) done("survived");
        else done(/Compilation failed|HHE9\d\d/.test(output) ? "does not compile" : "killed");
      });
    });
  }
}

function solidityTestsIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".t.sol"))
    .map((name) => join(path, name))
    .sort();
}
