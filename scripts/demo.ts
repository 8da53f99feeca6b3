import { main } from "./demo/main.ts";
import { toldToStop } from "./node/toldToStop.ts";

/** As a shell has it. */
const INTERRUPTED = 130;

// An end by `exit` lets whoever left something on the disk remove it.
void toldToStop().then(() => process.exit(INTERRUPTED));

process.exitCode = await main(process.argv.slice(2));
