import { rmSync } from "node:fs";

import { build } from "vitepress";

import { writeContractsReference } from "./docs/contractsReference.ts";
import { writeErrorsReference } from "./docs/errorsReference.ts";
import { writeGasFigures } from "./docs/gasFigures.ts";
import { writeSdkReference } from "./docs/sdkReference.ts";
import { stagePages } from "./docs/stagePages.ts";

/** Where the pages are gathered that VitePress builds from; `docs/.vitepress/config.ts` names it, too. */
const STAGE = "out/docs-source";

/** VitePress's own, which an interrupted build leaves behind. */
const TEMPORARY = "docs/.vitepress/.temp";

rmSync(TEMPORARY, { recursive: true, force: true });
rmSync(STAGE, { recursive: true, force: true });
stagePages(STAGE);
writeGasFigures(`${STAGE}/reference/gas-figures.md`);
writeContractsReference(`${STAGE}/reference/contracts`);
writeErrorsReference(`${STAGE}/reference/errors.md`);
await writeSdkReference(`${STAGE}/reference/sdk`);
await build("docs");
console.log("The site is in out/docs/: make docs-serve shows it in a browser.");
