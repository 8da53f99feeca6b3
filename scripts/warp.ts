import { main } from "./node/warp.ts";

process.exitCode = await main(process.argv.slice(2));
