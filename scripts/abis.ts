/**
 * Writes the ABIs of the SDK from the compiled contracts: `sdk/src/abi/` has what users call, whole, and every error of every
 * contract; `sdk/src/client/abis.ts` has what the client itself calls, and no more, since every application carries it;
 * `sdk/src/keeper/abis.ts` what keepers' actions call.
 *
 * Usage: tsx scripts/abis.ts     after `hardhat build --no-tests`
 */
import { writeFileSync } from "node:fs";

import { format, resolveConfig } from "prettier";

import { CLIENT_FUNCTIONS, KEEPER_FUNCTIONS, PUBLISHED, WATCHED } from "./abis/published.ts";
import { allErrors, readAbi, withoutInternals, type AbiItem } from "./abis/readAbi.ts";

const NOTE = "// Written by scripts/abis.ts from the compiled contracts; not to be edited.\n";

/** A contract's name as a constant: IOptionVault becomes optionVaultAbi. */
function constantOf(contract: string): string {
  const name = contract.replace(/^I(?=[A-Z])/, "");
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Abi`;
}

function constant(name: string, { doc, items }: { doc: string; items: readonly AbiItem[] }): string {
  return `\n/** ${doc} */\nexport const ${name} = ${JSON.stringify(items)} as const;\n`;
}

async function write(path: string, text: string): Promise<void> {
  const options = { ...(await resolveConfig(path)), filepath: path };
  writeFileSync(path, await format(text, options));
}

/** The items of the names or signatures given, in their order. */
function pick(abi: readonly AbiItem[], { type, names }: { type: string; names: readonly string[] }): AbiItem[] {
  return names.map((wanted) => {
    const found = abi.filter((item) => item.type === type && (item.name === wanted || signatureOf(item) === wanted));
    const [item] = found;
    if (item !== undefined && found.length === 1) return item;
    throw new Error(`abis: expected one ${type} ${wanted}, got ${found.length}; write it with its argument types`);
  });
}

function signatureOf({ name, inputs = [] }: AbiItem): string {
  return `${name ?? ""}(${inputs.map((input) => input.type).join(",")})`;
}

for (const contract of PUBLISHED) {
  const items = withoutInternals(readAbi(contract));
  const text = constant(constantOf(contract), { doc: `Functions, events and errors of \`${contract}\`.`, items });
  await write(`sdk/src/abi/${constantOf(contract)}.ts`, NOTE + text);
}
await write(
  "sdk/src/abi/errorsAbi.ts",
  NOTE +
    constant("errorsAbi", {
      doc: "Every error of every contract, and those of tokens and Permit2 that come through.",
      items: allErrors(),
    }),
);
const names = [...PUBLISHED.map(constantOf), "errorsAbi"].sort();
await write(
  "sdk/src/abi/index.ts",
  NOTE + names.map((name) => `export { ${name} } from "./${name}.ts";`).join("\n") + "\n",
);

function called(who: string, functions: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(functions).map(([contract, names]) =>
    constant(constantOf(contract), {
      doc: `What ${who} of \`${contract}\`.`,
      items: pick(withoutInternals(readAbi(contract)), { type: "function", names }),
    }),
  );
}

const events = WATCHED.map(({ contract, name, doc }) =>
  constant(name, { doc, items: withoutInternals(readAbi(contract)).filter(({ type }) => type === "event") }),
);
await write("sdk/src/client/abis.ts", NOTE + [...called("the client calls", CLIENT_FUNCTIONS), ...events].join(""));
await write("sdk/src/keeper/abis.ts", NOTE + called("keepers' actions call", KEEPER_FUNCTIONS).join(""));
