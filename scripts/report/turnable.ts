import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import type { EChartsCoreOption } from "echarts/core";
import { build, type Plugin } from "esbuild";

import { escaped } from "./page.ts";

/**
 * A chart in three dimensions that the page itself draws and the reader turns. Its figure stays hidden where the browser has
 * no WebGL, so it may only add to what still pictures say.
 */
export function turnable(option: EChartsCoreOption, caption: string): string {
  // No text of the data may end the element that holds it.
  const data = JSON.stringify(option).replaceAll("<", "\\u003c");
  return `<figure class="turnable" hidden><div role="img" aria-label="${escaped(caption)}"></div><script type="application/json">${data}</script>
<figcaption>${escaped(caption)}</figcaption></figure>`;
}

/**
 * What draws every `turnable` of a page: once, after all of them. Half of both libraries, which is all that surfaces need, packed
 * to a third.
 */
export async function turnableScripts(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: DRAW, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    legalComments: "none",
    plugins: [fileEndings],
  });
  const [packed] = outputFiles.map(({ contents }) => gzipSync(contents, { level: 9 }).toString("base64"));
  return `<script>(${UNPACK})("${packed ?? ""}")</script>`;
}

/** echarts-gl imports single files of its libraries without their ending, which these now ask for. */
const fileEndings: Plugin = {
  name: "file endings",
  setup(bundle) {
    bundle.onResolve({ filter: /^(?:zrender|echarts)\/lib\// }, ({ path, resolveDir, kind }) =>
      path.endsWith(".js") ? undefined : bundle.resolve(`${path}.js`, { resolveDir, kind }),
    );
  },
};

/** Runs in the browser, where that can do both: what draws is unpacked and run. */
const UNPACK = `async (packed) => {
  const canDraw = document.createElement("canvas").getContext("webgl") !== null && "DecompressionStream" in globalThis;
  if (!canDraw) return;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(unpacked).text();
  document.body.append(script);
}`;

/** Runs in the browser. A chart follows the width of its column; in a narrow one it stands further off and its axes have short names (`shortName`). */
const DRAW = `
import { VisualMapContinuousComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { install as grid3D } from "echarts-gl/lib/component/grid3D/install.js";
import { install as surface } from "echarts-gl/lib/chart/surface/install.js";
import { CanvasRenderer } from "echarts/renderers";

use([VisualMapContinuousComponent, CanvasRenderer, grid3D, surface]);

const NARROW = 540;

function draw(figure) {
  const [stage, data] = figure.children;
  const option = JSON.parse(data.textContent);
  const chart = init(stage);
  const axes = [option.xAxis3D, option.yAxis3D, option.zAxis3D];
  const names = axes.map(({ name }) => name);
  const { distance } = option.grid3D.viewControl;
  // The corner where two axes begin has room for one label.
  option.xAxis3D.axisLabel.formatter = (value) => (value === option.xAxis3D.min ? "" : String(value));
  let width = 0;
  new ResizeObserver(() => {
    if (stage.clientWidth === width) return;
    width = stage.clientWidth;
    axes.forEach((axis, index) => (axis.name = width < NARROW ? axis.shortName : names[index]));
    option.grid3D.viewControl.distance = distance * Math.max(1, Math.min(1.35, NARROW / width));
    chart.resize();
    chart.setOption(option);
  }).observe(stage);
}

for (const figure of document.querySelectorAll(".turnable")) {
  figure.hidden = false;
  draw(figure);
}
`;
