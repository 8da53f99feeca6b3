import { main } from "./fairness/main.ts";

process.exitCode = await main(process.argv.slice(2));
