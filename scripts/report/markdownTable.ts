import { isNumber, type Results } from "./Output.ts";

/** Results as Markdown, numbers to the right. */
export function markdownTable({ title, columns, rows }: Results): string {
  const rules = columns.map((_, index) => (rows.every(({ cells }) => isNumber(cells[index])) ? "---:" : "---"));
  const lines = [columns, rules, ...rows.map(({ cells }) => cells.map((cell) => String(cell).replaceAll("|", "\\|")))];
  return `${title.replaceAll("\n", " ")}\n\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}
