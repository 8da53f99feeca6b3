import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";

import { replaceLinks } from "./markdown.ts";
import { sitePages, type SitePage } from "./sitePages.ts";

/** What the repository's own pages say elsewhere than the site's: a folder's link becomes a page's. */
const GENERATED: Readonly<Record<string, string>> = {
  "contracts/interfaces": "reference/contracts/index.md",
  "sdk/src/errors/guides": "reference/errors.md",
  "snapshots/gas.json": "reference/gas-figures.md",
  "README.md": "index.md",
};

/** Copies the repository's pages and pictures to where the site is built from. Links that leave the site become their paths. */
export function stagePages(folder: string): void {
  const pages = sitePages();
  const bySource = new Map(pages.map((page) => [page.source, page.page]));
  for (const page of pages) {
    const target = join(folder, page.page);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, withSiteLinks(readFileSync(page.source, "utf8"), page, bySource));
  }
  cpSync("docs/images", join(folder, "images"), { recursive: true });
}

function withSiteLinks(markdown: string, { source, page }: SitePage, bySource: ReadonlyMap<string, string>): string {
  return replaceLinks(markdown, ({ text, target, isPicture }) => {
    const bang = isPicture ? "!" : "";
    if (/^(?:[a-z]+:|#|\/)/.test(target)) return `${bang}[${text}](${target})`;
    const [path = "", anchor] = target.split("#");
    const file = posix.normalize(posix.join(posix.dirname(source), path)).replace(/\/$/, "");
    if (!existsSync(file)) throw new Error(`${source}: expected a file at ${target}, got none: mend the link`);
    const place = isPicture ? posix.relative("docs", file) : pageFor(file, bySource);
    if (place === undefined) return text.includes("`") || text === file ? codeOf(text) : `${text} (\`${file}\`)`;
    const relative = posix.relative(posix.dirname(page), place);
    const dotted = relative.startsWith(".") ? relative : `./${relative}`;
    return `${bang}[${text}](${dotted}${anchor === undefined ? "" : `#${anchor}`})`;
  });
}

function codeOf(text: string): string {
  return text.includes("`") ? text : `\`${text}\``;
}

/** The page that a file of the repository is on the site. */
function pageFor(file: string, bySource: ReadonlyMap<string, string>): string | undefined {
  const known = bySource.get(file) ?? GENERATED[file];
  if (known !== undefined) return known;
  if (dirname(file) === "contracts/interfaces") return `reference/contracts/${basename(file, ".sol")}.md`;
  if (statSync(file).isDirectory()) return bySource.get(`${file}/README.md`);
  return undefined;
}
