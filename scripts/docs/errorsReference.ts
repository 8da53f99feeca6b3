import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { GUIDES_BY_STAGE, PLACEHOLDER } from "../../sdk/src/errors/errorGuide.ts";

/** What each stage's errors are about, in the order of the page. */
const TITLES: Readonly<Record<keyof typeof GUIDES_BY_STAGE, string>> = {
  vault: "Vaults, series and shares",
  router: "Routers, quoter and Permit2",
  queue: "Redeem queues",
  margin: "Accounts and the vaults' door to them",
  feeds: "Prices: feeds, signed spot, expiry prices",
  surface: "Volatility surfaces and reporters",
  premium: "Premiums and arithmetic",
  governance: "Governance",
  tokens: "Tokens, signatures and libraries",
};

const HEADING = `# Errors

Every error of every contract, as the SDK (\`explainError\`, \`toContractError\`) and \`bulkhead\` put it: what was expected,
what came, what to do. Words in italics stand for what the error carries: amounts in the token's own units and by its
symbol where the deployment knows it, times as UTC dates with how long ago or ahead they are, ratios in per cent.
An error that carries another is named by both, \`SourceFailed/StaleAnswer\`, and explained by the inner one.
`;

/** Writes the page of all errors, from the guides that the SDK explains them by. */
export function writeErrorsReference(path: string): void {
  const sections = Object.entries(TITLES).map(([stage, title]) => {
    const rows = Object.entries(GUIDES_BY_STAGE[stage as keyof typeof GUIDES_BY_STAGE])
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, parts]) => `| \`${name}\` | ${parts.map(cell).join(" | ")} |`);
    return `## ${title}\n\n| error | expected | got | do |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, [HEADING, ...sections].join("\n"));
}

/** Of units that say more than the argument that they read. */
const WORDS: Readonly<Record<string, string>> = {
  room: "what bounds it",
  makeRoom: "order less and wait for deposits, or sell less",
};

/** A part of a guide with its placeholders in italics, as a cell of a table. */
function cell(part: string): string {
  return part
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replaceAll(PLACEHOLDER, (_, name: string, unit: string) => `*${WORDS[unit] ?? wordsOf(name)}*`);
}

/** "maxAge" as "max age", "now_" as "now". */
function wordsOf(name: string): string {
  return name.replace(/_$/, "").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
