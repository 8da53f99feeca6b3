import { main } from "./gas-report/main.ts";

process.exitCode = await main(process.argv.slice(2));
