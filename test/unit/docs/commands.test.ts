import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

import { expect } from "chai";

import { fencesOf } from "../../../scripts/docs/markdown.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";

const SHELL = new Set(["bash", "sh", "shell"]);
/** What these commands run is not in a folder of the target's name. */
const OPTIONS: Readonly<Record<string, string>> = { warp: "scripts/node/warp.ts" };
/** Run where a node is: by the pages' test. */
const NEEDS_NODE = /^make warp /;

const makefile = readFileSync("Makefile", "utf8");
const commands = proseFiles().flatMap((file) =>
  fencesOf(readFileSync(file, "utf8"))
    .filter(({ language }) => SHELL.has(language))
    .flatMap(({ code, marks, line }) =>
      code
        .split("\n")
        .map((command) => command.replace(/\s+#.*$/, "").trim())
        .filter((command) => command !== "")
        .map((command) => ({ place: `${file}:${line}`, command, isRun: !marks.includes("not-run") })),
    ),
);

describe("commands of the documentation", function () {
  this.timeout(60_000);

  it("are there", () => {
    expect(commands.map(({ command }) => command)).to.include.members(["make demo", "make test", "make node"]);
  });

  for (const { place, command, isRun } of commands) {
    it(`${place}: ${command}`, () => {
      requireKnown(command);
      if (!isRun || NEEDS_NODE.test(command)) return;
      // What is installed stays as it is, whatever its time.
      const run = command.replace(/^make/, "make -o node_modules/.package-lock.json");
      const answer = execFileSync("bash", ["-c", run], {
        encoding: "utf8",
        env: { ...process.env, MAKEFLAGS: "", MAKELEVEL: "" },
      });
      expect(answer.length).to.be.above(100);
    });
  }
});

/** The target is the Makefile's, options are the script's, and files are there. */
function requireKnown(command: string): void {
  const [, target, args = ""] = /^make ([a-z-]+)(?: ARGS='([^']*)')?$/.exec(command) ?? [];
  if (target === undefined) {
    const [program = "", ...words] = command.split(" ");
    expect(program).to.match(/^(?:node_modules\/\.bin\/|(?:npm|npx|export|bulkhead)$)/);
    if (program === "bulkhead") expect(existsSync(`cli/src/commands/${words[0] ?? ""}.ts`), words[0]).to.equal(true);
    // The tutorial's own file is the reader's.
    const files = words.filter((word) => /\.(?:ts|sol)$/.test(word) && word !== "first-option.ts");
    for (const file of files) expect(existsSync(file), file).to.equal(true);
    return;
  }
  expect(makefile).to.match(new RegExp(`^${target}:`, "m"));
  const options = OPTIONS[target] ?? `scripts/${target}/options.ts`;
  for (const [option] of args.matchAll(/--[a-z-]+/g)) {
    if (option !== "--help") expect(readFileSync(options, "utf8"), `${options}: ${option}`).to.contain(option);
  }
}
