import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { linksOf } from "../../../scripts/docs/markdown.ts";
import { readmeOf } from "../../../scripts/packages/readmeOf.ts";

describe("a package's README", () => {
  it("has no link to a page that is not in the package, and no mark of the tests", () => {
    for (const page of ["docs/sdk.md", "docs/cli.md", "packages/contracts/README.md"]) {
      const readme = readmeOf(page);
      const relative = linksOf(readme).filter(({ target }) => !/^(https?:|#)/.test(target));
      expect(relative, page).to.deep.equal([]);
      expect(readme, page).to.not.contain("not-run");
    }
  });

  it("keeps a link's text, links within the page, and all else", () => {
    const folder = mkdtempSync(join(tmpdir(), "readme-"));
    const page = join(folder, "page.md");
    writeFileSync(
      page,
      "A [`client`](sdk.md#x) and [here](#here), [there](https://x.y).\n\n```ts not-run\nf(a)[0](b);\n```\n",
    );
    const readme = readmeOf(page);
    rmSync(folder, { recursive: true });
    expect(readme).to.equal("A `client` and [here](#here), [there](https://x.y).\n\n```ts\nf(a)[0](b);\n```\n");
  });
});
