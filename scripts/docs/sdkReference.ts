import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Application } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { z } from "zod";

const Package = z.object({ exports: z.record(z.string(), z.string()) });

const MARKDOWN: Partial<PluginOptions> = {
  entryFileName: "index.md",
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeDeclarationFormat: "table",
  tableColumnSettings: { hideModifiers: true, hideInherited: true, leftAlignHeaders: true },
  // Parameters of a type are in its declaration below.
  pageTitleTemplates: {
    member: ({ rawName }) => rawName.replace(/<.*$/, ""),
    module: "{rawName}",
    index: "SDK, by name",
  },
};

/**
 * Writes the SDK's reference from the docstrings of whatever its package exports.
 * @throws Error where typedoc finds a mistake
 */
export async function writeSdkReference(folder: string): Promise<void> {
  const { exports } = Package.parse(JSON.parse(readFileSync("sdk/package.json", "utf8")));
  const app = await Application.bootstrapWithPlugins({
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: entryPointsOf(exports),
    tsconfig: "tsconfig.json",
    name: "SDK",
    readme: "none",
    disableSources: true,
    skipErrorChecking: true,
    githubPages: false,
    validation: { notExported: false, invalidLink: false, rewrittenLink: false },
    logLevel: "Warn",
    ...MARKDOWN,
    outputs: [{ name: "markdown", path: folder }],
  });
  const project = await app.convert();
  if (project === undefined) throw new Error("expected the SDK's sources, got none that typedoc can read");
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error("expected no error of typedoc's, got the above");
}

/** The ABIs are the contracts', which have a reference of their own. What an entry exports is said there, and last of all by the whole. */
function entryPointsOf(exports: Readonly<Record<string, string>>): string[] {
  const subjects = Object.entries(exports).filter(([entry]) => entry !== "." && entry !== "./abi");
  return [...subjects.map(([, path]) => path), ...(exports["."] === undefined ? [] : [exports["."]])].map((path) =>
    join("sdk", path),
  );
}
