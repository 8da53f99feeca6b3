import { isNumber, type Results } from "./Output.ts";
import { INK } from "./style.ts";

/** One page that needs nothing else, legible in light and dark, on a desk and on a telephone. */
export function page({ title, body, scripts = "" }: { title: string; body: string; scripts?: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
${scripts}
</body>
</html>
`;
}

/** A drawing with its caption, which is what those who don't see it are told. */
export function figure(svg: string, caption: string): string {
  return `<figure>${titled(svg, caption)}<figcaption>${escaped(caption)}</figcaption></figure>`;
}

/** A drawing that says what it is. */
export function titled(svg: string, title: string): string {
  return svg.replace(/<svg\b([^>]*)>/, `<svg role="img"$1><title>${escaped(title)}</title>`);
}

/** A part of a page with a heading of its own. */
export interface Section {
  readonly title: string;
  readonly body: string;
}

/** The sections one after the other, and before them a list of links to each. */
export function sectionsWithContents(sections: readonly Section[]): string {
  const anchor = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const links = sections.map(({ title }) => `<li><a href="#${anchor(title)}">${escaped(title)}</a></li>`);
  const parts = sections.map(({ title, body }) => `<h2 id="${anchor(title)}">${escaped(title)}</h2>\n${body}`);
  return `<nav aria-label="Contents"><ul>${links.join("")}</ul></nav>\n${parts.join("\n")}`;
}

/** A figure that a reader takes away, with what it says. */
export interface Fact {
  readonly value: string;
  readonly label: string;
}

/** Figures side by side. */
export function facts(items: readonly Fact[]): string {
  const cards = items.map(({ value, label }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`);
  return `<dl class="facts">${cards.join("\n")}</dl>`;
}

/** What is there for whoever opens it. */
export function folded(summary: string, body: string): string {
  return `<details><summary>${escaped(summary)}</summary>${body}</details>`;
}

type Row = Pick<Results["rows"][number], "cells">;

/** Results as they are printed, numbers to the right. */
export function table({ title, columns, rows }: Pick<Results, "title" | "columns"> & { rows: readonly Row[] }): string {
  const classes = columns.map((_, index) => (rows.every(({ cells }) => isNumber(cells[index])) ? "" : ' class="text"'));
  const head = columns.map((column, index) => `<th${classes[index] ?? ""}>${escaped(column)}</th>`).join("");
  const body = rows.map(({ cells }) => {
    const row = cells.map((cell, index) => `<td${classes[index] ?? ""}>${escaped(String(cell))}</td>`);
    return `<tr>${row.join("")}</tr>`;
  });
  return `<div class="scroll"><table><caption>${escaped(title)}</caption><thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const STYLE = `
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1d2733; --soft: #5b6773; --line: #dde2e7; --link: #1f63a8; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --ink: #e4e8ec; --soft: #9aa5b0; --line: #2c343c; --link: #7db4ec; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .6em; }
h2 { margin: 2.2em 0 .6em; padding-top: .8em; border-top: 1px solid var(--line); }
h3 { margin: 1.8em 0 .4em; }
p, li { max-width: 76ch; }
.lead { font-size: 1.15rem; }
.note { color: var(--soft); font-size: .92rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 6px 22px; margin: 24px 0 0; padding: 0; list-style: none; }
a { color: var(--link); }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 205px), 1fr)); gap: 12px; margin: 24px 0; }
.facts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; }
.facts dd { margin: 0; font-size: 1.15rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.facts dt { color: var(--soft); font-size: .9rem; line-height: 1.4; }
summary { cursor: pointer; color: var(--link); padding: 4px 0; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 0 0 4px; padding: 0; list-style: none; font-size: .84rem; color: var(--soft); }
.legend i { display: inline-block; width: 26px; margin-right: 7px; vertical-align: .28em; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr)); gap: 20px 28px; margin: 16px 0; }
figure { margin: 0; min-width: 0; }
figure svg { display: block; width: 100%; height: auto; font-size: 12px; fill: ${INK}; }
figure svg text { dominant-baseline: central; }
figure svg.narrow { display: none; }
@media (max-width: 540px) {
  main { padding: 20px 16px 48px; }
  figure svg.wide { display: none; }
  figure svg.narrow { display: block; }
}
.turnable { margin: 16px 0; }
.turnable > div { height: clamp(300px, 45vw, 460px); }
figcaption { color: var(--soft); font-size: .9rem; margin-top: 2px; }
.scroll { overflow-x: auto; margin: 14px 0; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; max-width: min(76ch, calc(100vw - 40px)); position: sticky; left: 0; color: var(--soft); padding-bottom: 6px; }
th, td { padding: 5px 12px 5px 0; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
th { font-weight: 600; vertical-align: bottom; white-space: normal; }
th:first-child, td:first-child, .text { text-align: left; }
`;
