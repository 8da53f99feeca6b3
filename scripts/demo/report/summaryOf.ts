import { headlines } from "./headlines.ts";
import type { Story } from "./Story.ts";

/** What came of the weeks in a few lines, for the console's end: the page's head, figures below each other. */
export function summaryOf(story: Story): string[] {
  const figures = headlines(story);
  const width = Math.max(...figures.map(({ value }) => value.length));
  const weeks = `${story.weeks} week${story.weeks === 1 ? "" : "s"}`;
  return [`\nIn ${weeks} of ${story.markets.map(({ name }) => name).join(" and ")}:`].concat(
    figures.map(({ value, label }) => `  ${value.padStart(width)}  ${label}`),
  );
}
