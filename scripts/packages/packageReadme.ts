import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";

import { replaceLinks } from "../docs/markdown.ts";

/** A fence's opening with marks that only this repository's tests read. */
const MARKED_FENCE = /^( {0,3}`{3,}\s*[^\s`]+)[^\S\n]+not-run$/gm;

/**
 * A page of the repository as the README of a package: what leads into the repository becomes its path there, since a package stands
 * alone, and fences bear no marks.
 */
export function packageReadme(source: string): string {
  const markdown = readFileSync(source, "utf8").replaceAll(MARKED_FENCE, "$1");
  return replaceLinks(markdown, ({ text, target, isPicture }) => {
    if (/^(?:[a-z]+:|#)/.test(target)) return `${isPicture ? "!" : ""}[${text}](${target})`;
    const file = posix.normalize(posix.join(posix.dirname(source), target.split("#")[0] ?? "")).replace(/\/$/, "");
    if (!existsSync(file)) throw new Error(`${source}: expected a file at ${target}, got none: mend the link`);
    return text.includes("`") ? text : `${text} (\`${file}\` in the repository)`;
  });
}
