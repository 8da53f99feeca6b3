import { main } from "./quotes/main.ts";

process.exitCode = await main(process.argv.slice(2));
