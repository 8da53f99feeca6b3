import { readFileSync } from "node:fs";

import { replaceLinks } from "../docs/markdown.ts";

const ELSEWHERE = /^(?:https?:|#)/;
const MARKED = /^(```\w+) not-run$/gm;

/**
 * A page of the repository as a package's README: links to other pages, which are not in the package, are their text, and code has no
 * marks for the tests.
 */
export function readmeOf(path: string): string {
  const page = replaceLinks(readFileSync(path, "utf8"), ({ text, target, isPicture }) =>
    ELSEWHERE.test(target) ? `${isPicture ? "!" : ""}[${text}](${target})` : text,
  );
  return page.replaceAll(MARKED, "$1");
}
