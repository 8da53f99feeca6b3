import { globSync } from "node:fs";

/** Every Markdown file of the repository that somebody wrote. */
export function proseFiles(): string[] {
  const written = ["*.md", "docs/**/*.md", "sdk/*.md", "packages/*/*.md"];
  return globSync(written, { exclude: (path) => path.includes("node_modules") }).sort();
}
