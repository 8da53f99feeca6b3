/** Told to stop: by Ctrl-C, by a kill, or because the terminal has gone. A second time it ends the process at once. */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
