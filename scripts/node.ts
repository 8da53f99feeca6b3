import { main } from "./node/main.ts";

process.exit(await main(process.argv.slice(2)));
