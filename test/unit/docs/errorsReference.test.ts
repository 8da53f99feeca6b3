import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { writeErrorsReference } from "../../../scripts/docs/errorsReference.ts";
import { errorsAbi } from "../../../sdk/src/abi/index.ts";

describe("reference of the errors", () => {
  let folder: string;
  let page: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "errors-"));
    writeErrorsReference(join(folder, "reference", "errors.md"));
    page = readFileSync(join(folder, "reference", "errors.md"), "utf8");
  });

  after(() => rmSync(folder, { recursive: true }));

  it("has every error in a row of four cells", () => {
    for (const { name } of errorsAbi) expect(page).to.match(new RegExp(`^\\| \`${name}(\\(.*\\))?\` \\|`, "m"));
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));
    for (const row of rows) expect(row.replaceAll("\\|", "").split("|"), row).to.have.lengthOf(6);
  });

  it("leaves no placeholder and no expression of Vue", () => {
    expect(page).to.not.match(/\{\w+:|\{\{/);
    expect(page).to.contain("a premium of at most *limit* | *premium* |");
  });
});
