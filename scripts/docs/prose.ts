import { linesOutsideFences } from "./markdown.ts";

const COLUMNS = 120;

/** Lines of prose that are wider than they should be, "12: 131 columns". Code, tables and lines that a link alone makes wide apart. */
export function wideLines(markdown: string): string[] {
  return linesOutsideFences(markdown).flatMap((line, index) => {
    const width = Array.from(line).length;
    if (width <= COLUMNS || line.trimStart().startsWith("|") || isLongByLinks(line)) return [];
    return [`${index + 1}: ${width} columns`];
  });
}

/** A link's target cannot be broken: what counts is what is read. */
function isLongByLinks(line: string): boolean {
  const read = line.replaceAll(/\]\([^()\s]*\)/g, "]");
  return read !== line && Array.from(read).length <= COLUMNS;
}

/** Every sentence of the prose, as words: no code, no tables, no pictures, of links their text. */
export function sentencesOf(markdown: string): string[] {
  const paragraphs: string[] = [];
  let open = "";
  const close = (): void => {
    if (open !== "") paragraphs.push(open);
    open = "";
  };
  for (const line of linesOutsideFences(markdown)) {
    const isNoProse = /^\s*(?:\||<|!\[|$)/.test(line);
    if (isNoProse || /^\s*(?:#|[-*] |\d+\. )/.test(line)) close();
    if (!isNoProse) open += ` ${line.replace(/^\s*(?:#+|[-*]|\d+\.) /, "")}`;
    if (line.startsWith("#")) close();
  }
  close();
  return paragraphs.flatMap((paragraph) =>
    paragraph
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll("**", "")
      .trim()
      .split(/(?<=[.!?:][)"”]?)\s+(?=[A-Z`])/u),
  );
}

/** How many words a sentence has; a piece of code counts as one. */
export function wordsOf(sentence: string): number {
  return sentence
    .replaceAll(/`[^`]*`/g, "code")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
