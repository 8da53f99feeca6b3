const LONGEST = 80;

/** What somebody gave, as far as a message of one line has room for it. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
