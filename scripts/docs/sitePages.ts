import { globSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";

/** A file of the repository as a page of the site. */
export interface SitePage {
  /** From the repository's root, "docs/adr/README.md". */
  readonly source: string;
  /** From the site's root, "adr/index.md". */
  readonly page: string;
}

/** Pages that stand outside of `docs/`. */
const AT_THE_ROOT = ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];

/** Everything in `docs/` and what is of interest beside it. */
export function sitePages(): SitePage[] {
  const inDocs = globSync("docs/**/*.md").map((source) => source.replaceAll("\\", "/"));
  return [
    ...inDocs.map((source) => ({ source, page: pageOf(posix.relative("docs", source)) })),
    ...AT_THE_ROOT.map((source) => ({ source, page: source.toLowerCase() })),
  ].sort((a, b) => (a.page < b.page ? -1 : 1));
}

function pageOf(path: string): string {
  return basename(path) === "README.md" ? join(dirname(path), "index.md").replaceAll("\\", "/") : path;
}
