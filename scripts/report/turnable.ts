import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { EChartsCoreOption } from "echarts/core";

import { escaped } from "./page.ts";

/**
 * A chart in three dimensions that the page itself draws and the reader turns. Its figure stays hidden where the browser has
 * no WebGL, so it may only add to what still pictures say.
 */
export function turnable(option: EChartsCoreOption, caption: string): string {
  // No text of the data may end the element that holds it.
  const data = JSON.stringify(option).replaceAll("<", "\\u003c");
  return `<figure class="turnable" hidden><div></div><script type="application/json">${data}</script>
<figcaption>${escaped(caption)}</figcaption></figure>`;
}

/** What draws every `turnable` of a page: once, after all of them. */
export function turnableScripts(): string {
  const require = createRequire(import.meta.url);
  const sources = ["echarts/dist/echarts.min.js", "echarts-gl/dist/echarts-gl.min.js"];
  const libraries = sources.map((name) => `<script>${readFileSync(require.resolve(name), "utf8")}</script>`);
  return `${libraries.join("\n")}\n<script>${DRAW}</script>`;
}

/** Runs in the browser. A chart follows the width of its column. */
const DRAW = `
if (document.createElement("canvas").getContext("webgl") !== null) {
  for (const figure of document.querySelectorAll(".turnable")) {
    figure.hidden = false;
    const [stage, data] = figure.children;
    const chart = echarts.init(stage);
    chart.setOption(JSON.parse(data.textContent));
    new ResizeObserver(() => chart.resize()).observe(stage);
  }
}
`;
