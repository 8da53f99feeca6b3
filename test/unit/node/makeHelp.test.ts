import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { expect } from "chai";

describe("make help", () => {
  it("has a line for every target", () => {
    const help = execFileSync("make", ["help"], { encoding: "utf8" });
    const makefile = readFileSync("Makefile", "utf8");
    const targets = /^\.PHONY:((?:.*\\\n)*.*)$/m.exec(makefile)?.[1]?.match(/[a-z-]+/g) ?? [];
    expect(targets).to.include.members(["demo", "node", "warp", "test"]);
    // The one that only has everything installed anew.
    for (const target of targets.filter((name) => name !== "incomplete")) {
      expect(help, target).to.match(new RegExp(`^  make ${target} +\\S`, "m"));
    }
  });
});
