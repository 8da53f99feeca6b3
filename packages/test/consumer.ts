import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Where this repository's own tools are. */
const BIN = resolve("node_modules/.bin");

/** What npm tells those that it runs would be taken for orders by the npm that they run. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith("npm_") && name !== "NODE_OPTIONS" && name !== "INIT_CWD"),
  );
}

/** An empty folder elsewhere, with a project of its own in it. */
export class Consumer {
  readonly folder = mkdtempSync(join(tmpdir(), "bulkhead-consumer-"));

  constructor(manifest: object = {}) {
    this.write("package.json", JSON.stringify({ name: "consumer", private: true, ...manifest }));
  }

  /** Writes a file of the project. @returns its path */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Installs packages, by name or from tarballs. */
  install(packages: readonly string[]): void {
    const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
    this.run("npm", ["install", ...quiet, ...packages]);
  }

  /** Runs one of this repository's tools on the project. */
  tool(name: string, args: readonly string[]): string {
    return this.run(process.execPath, [join(BIN, name), ...args]);
  }

  /** Runs a program under a major version of Node. */
  node(version: number, file: string, args: readonly string[] = []): string {
    return this.run("npx", ["--yes", "--package", `node@${version}`, "node", file, ...args]);
  }

  /** Runs a program in the project's folder. @returns what it printed */
  run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
    try {
      return execFileSync(program, args, {
        cwd: this.folder,
        encoding: "utf8",
        stdio: "pipe",
        env: { ...withoutNpm(process.env), ...env },
      });
    } catch (error) {
      const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
      throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause: error });
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
