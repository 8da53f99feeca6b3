/** A fenced block of a Markdown file. */
export interface Fence {
  /** The first word behind the opening fence, "ts". */
  readonly language: string;
  /** The words behind the language: "not-run" says that no test runs the block. */
  readonly marks: readonly string[];
  readonly code: string;
  /** Of the opening fence, counted from 1. */
  readonly line: number;
}

/** A link or picture of a Markdown file. */
export interface Link {
  readonly text: string;
  readonly target: string;
  readonly isPicture: boolean;
  readonly line: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)\s*([^`]*)$/;
const LINK = /(!?)\[((?:[^[\]]|!?\[[^\]]*\](?:\([^)]*\))?)*)\]\(([^()\s]+)\)/g;

/** Inline code is passed over, but for that in a link's text. */
const CODE_OR_LINK = new RegExp(`\`[^\`]*\`|${LINK.source}`, "g");

/** All fenced blocks, in their order. */
export function fencesOf(markdown: string): Fence[] {
  const fences: Fence[] = [];
  const lines = markdown.split("\n");
  for (let i = 0; i < lines.length; ++i) {
    const opening = FENCE.exec(lines[i] ?? "");
    if (opening === null) continue;
    const [, mark = "", language = "", rest = ""] = opening;
    const start = i;
    do ++i;
    while (i < lines.length && lines[i]?.trim() !== mark);
    const code = lines.slice(start + 1, i).join("\n");
    fences.push({ language, marks: rest.split(/\s+/).filter((word) => word !== ""), code, line: start + 1 });
  }
  return fences;
}

/** Every line outside of fences and of the front matter, with its number (from 1); those inside as empty ones. */
export function linesOutsideFences(markdown: string): string[] {
  const lines = markdown.split("\n");
  let ends: string | undefined;
  if (lines[0] === "---") ends = "---";
  return lines.map((line, index) => {
    if (ends !== undefined) {
      if (index > 0 && line.trim() === ends) ends = undefined;
      return "";
    }
    const opening = FENCE.exec(line);
    if (opening === null) return line;
    ends = opening[1];
    return "";
  });
}

/** All links and pictures outside of code; a link's text may go over lines. */
export function linksOf(markdown: string): Link[] {
  return chunksOf(markdown).flatMap(({ text: chunk, line: first, isCode }) => {
    if (isCode) return [];
    const masked = chunk.replaceAll(/`[^`]*`/g, (code) => code.replaceAll(/[^\n]/g, "x"));
    return [...masked.matchAll(LINK)].flatMap(({ 1: bang, 2: text = "", 3: target = "", index }) => {
      const line = first + masked.slice(0, index).split("\n").length - 1;
      // A picture may itself be a link.
      const pictures = [...text.matchAll(LINK)].map(([, , alternative = "", picture = ""]) => {
        return { text: alternative, target: picture, isPicture: true, line };
      });
      return [{ text, target, isPicture: bang === "!", line }, ...pictures];
    });
  });
}

/** Replaces every link and picture outside of code. */
export function replaceLinks(
  markdown: string,
  replace: (link: { text: string; target: string; isPicture: boolean }) => string,
): string {
  return chunksOf(markdown)
    .map(({ text: chunk, isCode }) =>
      isCode
        ? chunk
        : chunk.replaceAll(CODE_OR_LINK, (whole: string, bang?: string, text?: string, target?: string) =>
            target === undefined ? whole : replace({ text: text ?? "", target, isPicture: bang === "!" }),
          ),
    )
    .join("\n");
}

/** Lines in a row that are code (or front matter), or none of it. Joined by line ends they are the document. */
function chunksOf(markdown: string): { text: string; line: number; isCode: boolean }[] {
  const outside = linesOutsideFences(markdown);
  const chunks: { lines: string[]; line: number; isCode: boolean }[] = [];
  for (const [index, line] of markdown.split("\n").entries()) {
    const isCode = line !== outside[index];
    const last = chunks.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else chunks.push({ lines: [line], line: index + 1, isCode });
  }
  return chunks.map(({ lines, ...chunk }) => ({ text: lines.join("\n"), ...chunk }));
}

/** Every heading's anchor, as GitHub and VitePress make them of plain headings. */
export function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  return linesOutsideFences(markdown).flatMap((line) => {
    const heading = /^#{1,6} +(.*?) *#*$/.exec(line)?.[1];
    if (heading === undefined) return [];
    const slug = slugOf(heading);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return [times === 0 ? slug : `${slug}-${times}`];
  });
}

/** "Who may do what" → "who-may-do-what", as GitHub does. */
export function slugOf(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}
