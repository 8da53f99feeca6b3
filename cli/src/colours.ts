import pc from "picocolors";

/** What paints text, or leaves it as it is. */
export type Colours = ReturnType<typeof pc.createColors>;

/** Of what is written to stdout. */
export const onStdout: Colours = coloursOf(process.stdout);
/** Of what is written to stderr: either may be piped away without the other. */
export const onStderr: Colours = coloursOf(process.stderr);

/** Colours are for terminals: a pipe has none, in continuous integration either, unless `FORCE_COLOR` asks for them. */
function coloursOf({ isTTY = false }: { readonly isTTY?: boolean }): Colours {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const isRefused = Boolean(NO_COLOR) || process.argv.includes("--no-color");
  return pc.createColors(!isRefused && (Boolean(FORCE_COLOR) || (isTTY && TERM !== "dumb")));
}
