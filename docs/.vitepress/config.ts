import { globSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { defineConfig, type DefaultTheme } from "vitepress";

/** What `scripts/docs.ts` gathers. */
const SOURCE = fileURLToPath(new URL("../../out/docs-source", import.meta.url));

/** The pages of a folder of the site, by their headings, in the order of their names; those named first come first. */
function pagesIn(folder: string, first: readonly string[] = []): DefaultTheme.SidebarItem[] {
  const rank = (path: string): number => (first.indexOf(basename(path)) + first.length + 1) % (first.length + 1);
  return globSync(join(SOURCE, folder, "*.md"))
    .filter((path) => basename(path) !== "index.md")
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((path) => ({ text: headingOf(path), link: `/${folder}/${basename(path, ".md")}` }));
}

function headingOf(path: string): string {
  const heading = /^# (.*)$/m.exec(readFileSync(path, "utf8"))?.[1] ?? basename(path, ".md");
  return heading.replaceAll(/[\\`*]/g, "");
}

/** The folders below one, each with its pages and folders: an entry of the SDK, or a kind of what it exports. */
function foldersIn(folder: string): DefaultTheme.SidebarItem[] {
  return readdirSync(join(SOURCE, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const within = `${folder}/${name}`;
      return { text: name, collapsed: true, items: [...foldersIn(within), ...pagesIn(within)] };
    })
    .filter(({ items }) => items.length > 0);
}

/** A page that the site may lack. */
function page(path: string): DefaultTheme.SidebarItem[] {
  const file = join(SOURCE, `${path}.md`);
  return globSync(file).length === 0 ? [] : [{ text: headingOf(file), link: `/${path}` }];
}

/** Inline code of so many characters fits a telephone's line, and does not break within. */
const SHORT_CODE = 24;

export default defineConfig({
  title: "Bulkhead",
  description: "Isolated option vaults, priced on chain, routed as one market",
  srcDir: "../out/docs-source",
  outDir: "../out/docs",
  cacheDir: "../out/docs-cache",
  metaChunk: true,
  markdown: {
    config: ({ renderer }) => {
      const render = renderer.rules.code_inline;
      if (render === undefined) throw new Error("expected markdown-it to have a rule for inline code, got none");
      renderer.rules.code_inline = (tokens, index, ...rest) => {
        const token = tokens[index];
        if (token !== undefined && token.content.length <= SHORT_CODE) token.attrJoin("class", "short");
        return render(tokens, index, ...rest);
      };
    },
  },
  // The search index is one file, loaded when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 4_000 } },
  head: [["meta", { name: "theme-color", content: "#243b53" }]],
  themeConfig: {
    search: { provider: "local" },
    outline: { level: [2, 3] },
    nav: [
      { text: "Tutorial", link: "/tutorial/first-option", activeMatch: "/tutorial/" },
      { text: "How to", link: "/how-to/buy-and-sell", activeMatch: "/how-to/" },
      { text: "Reference", link: "/reference/commands", activeMatch: "/reference/" },
      { text: "Explanation", link: "/architecture" },
      { text: "Glossary", link: "/glossary" },
    ],
    sidebar: [
      { text: "Tutorial", items: pagesIn("tutorial", ["first-option.md"]) },
      { text: "How to", items: pagesIn("how-to", ["buy-and-sell.md", "pay-in-any-token.md", "provide-collateral.md"]) },
      {
        text: "Reference",
        items: [
          ...pagesIn("reference", ["commands.md", "playground.md", "standards.md"]),
          ...page("cli"),
          ...page("sdk"),
          ...page("gas"),
          ...page("invariants"),
          ...page("coverage"),
          ...page("glossary"),
          { text: "Contracts", link: "/reference/contracts/", collapsed: true, items: pagesIn("reference/contracts") },
          { text: "SDK, by name", link: "/reference/sdk/", collapsed: true, items: foldersIn("reference/sdk") },
        ],
      },
      {
        text: "Explanation",
        items: [
          ...page("architecture"),
          ...page("fairness"),
          { text: "Decisions", link: "/adr/", collapsed: true, items: pagesIn("adr") },
        ],
      },
      { text: "The project", items: [...page("contributing"), ...page("security"), ...page("changelog")] },
    ],
  },
});
