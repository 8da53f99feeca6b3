import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { importCircles, projectOptions } from "../../../scripts/importCircles.ts";

describe("import circles", function () {
  this.timeout(30_000);

  let folder: string;

  before(() => {
    // Within the project, where its packages are found by name.
    mkdirSync("out", { recursive: true });
    folder = mkdtempSync(join("out", "circles-"));
  });

  after(() => rmSync(folder, { recursive: true }));

  function circlesOf(sources: Readonly<Record<string, string>>, others: readonly string[] = []): string[][] {
    const files = Object.entries(sources).map(([name, source]) => {
      const file = join(folder, name);
      writeFileSync(file, source);
      return file;
    });
    return importCircles([...files, ...others], projectOptions()).map((circle) =>
      circle.map((file) => file.replace(`${folder}/`, "")),
    );
  }

  it("are none where imports run one way, however often a file is reached", () => {
    expect(
      circlesOf({
        "a.ts": 'import "./b.ts"; import "./c.ts";',
        "b.ts": 'export * from "./d.ts";',
        "c.ts": 'import type { D } from "./d.ts";',
        "d.ts": "export type D = number;",
      }),
    ).to.deep.equal([]);
  });

  it("are found among types and re-exports, each once, without who only looks in", () => {
    expect(
      circlesOf({
        "a.ts": 'import type { B } from "./b.ts"; export type A = B;',
        "b.ts": 'export { C } from "./c.ts"; export type B = 1;',
        "c.ts": 'import { A } from "./a.ts"; export const C = 1 satisfies A;',
        "d.ts": 'import "./a.ts"; const late = import("./e.ts");',
        "e.ts": 'import "./d.ts";',
        "outside.ts": 'import "./a.ts"; import "./e.ts";',
      }),
    ).to.have.deep.members([
      ["a.ts", "b.ts", "c.ts"],
      ["d.ts", "e.ts"],
    ]);
  });
});
