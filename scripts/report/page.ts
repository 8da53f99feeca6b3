import { isNumber, type Results } from "./Output.ts";

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

/** A drawing with its caption. */
export function figure(svg: string, caption: string): string {
  return `<figure>${svg}<figcaption>${escaped(caption)}</figcaption></figure>`;
}

/** Results as they are printed, numbers to the right. */
export function table({ title, columns, rows }: Results): string {
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
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1d2733; --soft: #5b6773; --line: #dde2e7; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --ink: #e4e8ec; --soft: #9aa5b0; --line: #2c343c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .6em; }
h2 { margin: 2.2em 0 .6em; padding-top: .8em; border-top: 1px solid var(--line); }
h3 { margin: 1.8em 0 .4em; }
p, li { max-width: 76ch; }
.lead { font-size: 1.15rem; }
.note { color: var(--soft); font-size: .92rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr)); gap: 20px 28px; margin: 16px 0; }
figure { margin: 0; min-width: 0; }
figure svg { display: block; width: 100%; height: auto; }
.turnable { margin: 16px 0; }
.turnable > div { height: clamp(320px, 60vw, 520px); }
figcaption { color: var(--soft); font-size: .9rem; margin-top: 2px; }
.scroll { overflow-x: auto; margin: 14px 0; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; max-width: min(76ch, calc(100vw - 40px)); position: sticky; left: 0; color: var(--soft); padding-bottom: 6px; }
th, td { padding: 5px 12px 5px 0; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
th { font-weight: 600; vertical-align: bottom; white-space: normal; }
th:first-child, td:first-child, .text { text-align: left; }
`;
