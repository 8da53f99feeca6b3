import { linesOutsideFences } from "./markdown.ts";
import { wideLines } from "./prose.ts";

const COLUMNS = 120;
const ITEM = /^(\s*)(?:[-*]|\d+\.) /;

/** The same words, with every paragraph that has a wide line wrapped anew. */
export function wrapProse(markdown: string): string {
  if (wideLines(markdown).length === 0) return markdown;
  const lines = markdown.split("\n");
  const outside = linesOutsideFences(markdown);
  const wrapped: string[] = [];
  for (let i = 0; i < lines.length;) {
    const block = [lines[i] ?? ""];
    const mayWrap = isProse(outside[i]);
    if (mayWrap) {
      while (i + block.length < lines.length && continues(outside[i + block.length])) {
        block.push(lines[i + block.length] ?? "");
      }
    }
    i += block.length;
    wrapped.push(...(mayWrap && wideLines(block.join("\n")).length > 0 ? wrapBlock(block) : block));
  }
  return wrapped.join("\n");
}

function isProse(line: string | undefined): boolean {
  return line !== undefined && line !== "" && !/^\s*(?:\||#|<|!\[)/.test(line);
}

function continues(line: string | undefined): boolean {
  return isProse(line) && line !== undefined && !ITEM.test(line);
}

function wrapBlock(block: readonly string[]): string[] {
  const first = block[0] ?? "";
  const lead = ITEM.exec(first)?.[0] ?? /^\s*/.exec(first)?.[0] ?? "";
  const indent = " ".repeat(lead.length);
  const text = [first.slice(lead.length), ...block.slice(1)].map((line) => line.trim()).join(" ");
  const out: string[] = [];
  let line = lead;
  for (const word of piecesOf(text)) {
    const isFirst = line === lead || line === indent;
    if (!isFirst && Array.from(line).length + 1 + Array.from(word).length > COLUMNS) {
      out.push(line);
      line = indent + word;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...out, line];
}

/**
 * What may stand at a line's end and beginning: inline code is not broken, and no line begins with what Markdown would read as an
 * item, a heading or a quotation.
 */
function piecesOf(text: string): string[] {
  const words = text.match(/(?:`[^`]*`|[^\s`])+/g) ?? [];
  return words.reduce<string[]>((pieces, word) => {
    const last = pieces.at(-1);
    if (last !== undefined && /^(?:[-*+]|#+|>|\d+[.)])$/.test(word)) return [...pieces.slice(0, -1), `${last} ${word}`];
    return [...pieces, word];
  }, []);
}
