import { readFileSync } from "node:fs";

import type { Command } from "@commander-js/extra-typings";
import { expect } from "chai";

import { programOf } from "../../../cli/src/program.ts";
import { fencesOf } from "../../../scripts/docs/markdown.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";

/** Every `bulkhead …` that a page shows: behind a prompt, or in a block of shell. */
const shown = proseFiles().flatMap((file) =>
  fencesOf(readFileSync(file, "utf8")).flatMap(({ language, code, line }) =>
    code
      .split("\n")
      .map((text, index) => ({ text, place: `${file}:${line + 1 + index}` }))
      .flatMap(({ text, place }) => {
        const prompt = language === "console" ? /^\$ (?:npx )?bulkhead\b(.*)$/ : /^(?:npx )?bulkhead\b(.*)$/;
        const [, rest] = prompt.exec(text.replace(/\s+#.*$/, "")) ?? [];
        return rest === undefined ? [] : [{ args: rest.trim().split(/\s+/).filter(Boolean), place }];
      }),
  ),
);

/** A page shows this one for what is said of it. */
const MISTYPED = "markts";

describe("bulkhead's commands in the documentation", () => {
  it("are there", () => {
    expect(shown.length).to.be.above(15);
  });

  for (const { args, place } of shown) {
    it(`${place}: bulkhead ${args.join(" ")}`, async () => {
      const { ran, error } = await parse(args);
      if (args[0] === MISTYPED) expect(String(error)).to.match(/unknown command/);
      else if (args.includes("--help")) expect(error).to.have.property("code", "commander.helpDisplayed");
      else expect([String(error), ran]).to.deep.equal(["undefined", true]);
    });
  }
});

/** Whether the program understands arguments: its commands are there, with these arguments and options, and each is what it may be. */
async function parse(args: readonly string[]): Promise<{ ran: boolean; error?: unknown }> {
  const program = programOf("0");
  let ran = false;
  for (const command of everyCommand(program)) {
    command.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
    if (command.commands.length === 0) command.action(() => void (ran = true));
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return { ran };
  } catch (error) {
    return { ran, error };
  }
}

function everyCommand(command: Command): Command[] {
  return [command, ...(command.commands as Command[]).flatMap(everyCommand)];
}
