import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { Interface } from "ethers";

import { compileInterfaces, type CompiledInterface, type DevEntry, type Node } from "./compileInterfaces.ts";

interface Source {
  readonly path: string;
  readonly bytes: Buffer;
}

/** What is said of one function, event or error. */
interface Entry extends DevEntry {
  readonly notice?: string | undefined;
}

/** Writes one page for each interface and one for the types, from their NatSpec. The names of the interfaces. */
export function writeContractsReference(folder: string): string[] {
  const { sources, contracts } = compileInterfaces();
  mkdirSync(folder, { recursive: true });
  const overview: string[] = [];
  const types: string[] = [];
  const names: string[] = [];
  for (const [path, { ast }] of Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const source = { path, bytes: readFileSync(pathOf(path)) };
    if (path.startsWith("contracts/types/")) types.push(typesOf(ast, source));
    if (!path.startsWith("contracts/interfaces/")) continue;
    for (const node of ast.nodes ?? []) {
      const compiled = contracts[path]?.[node.name ?? ""];
      if (node.nodeType !== "ContractDefinition" || compiled === undefined) continue;
      const name = node.name ?? "";
      names.push(name);
      writeFileSync(join(folder, `${name}.md`), interfacePage(node, compiled, source));
      overview.push(`| [${name}](./${name}.md) | ${cell(firstSentence(compiled.userdoc.notice ?? ""))} |`);
    }
  }
  const heading = "# Contracts\n\nWhat is called from outside, by its NatSpec: units, scale, rounding, errors. ";
  const more = "Structs, enums and value types are on [a page of their own](./types.md).\n\n";
  writeFileSync(
    join(folder, "index.md"),
    `${heading}${more}| interface | what |\n| --- | --- |\n${overview.join("\n")}\n`,
  );
  writeFileSync(
    join(folder, "types.md"),
    `# Types\n\nThe words of the interfaces, from \`contracts/types/\`.\n\n${types.join("\n")}`,
  );
  return names;
}

function pathOf(path: string): string {
  return path.startsWith("contracts/") ? path : `node_modules/${path}`;
}

function interfacePage(contract: Node, { abi, userdoc, devdoc }: CompiledInterface, source: Source): string {
  const known = new Interface(abi);
  const byHash = new Map<string, Entry>();
  for (const fragment of known.fragments) {
    const signature = fragment.format("sighash").replace(/^\w+ /, "");
    if ("selector" in fragment) {
      const documented = fragment.type === "error" ? errorEntry(userdoc.errors, devdoc.errors, signature) : undefined;
      const entry = documented ?? { ...devdoc.methods?.[signature], ...userdoc.methods?.[signature] };
      byHash.set(String(fragment.selector).slice(2), entry);
    }
    if ("topicHash" in fragment) {
      const entry = { ...devdoc.events?.[signature], ...userdoc.events?.[signature] };
      byHash.set(String(fragment.topicHash).slice(2), entry);
    }
  }
  const members = contract.nodes ?? [];
  const section = (title: string, nodeTypes: readonly string[]): string => {
    const nodes = members.filter(({ nodeType }) => nodeTypes.includes(nodeType));
    const parts = nodes.map((node) => memberOf(node, byHash.get(hashOf(node)) ?? {}, source));
    return parts.length === 0 ? "" : `## ${title}\n\n${parts.join("\n")}`;
  };
  const bases = (contract.baseContracts ?? []).map(({ baseName }) => `\`${baseName.name}\``);
  return [
    `# ${contract.name ?? ""}\n`,
    text(userdoc.notice ?? ""),
    devdoc.details === undefined ? "" : `\n${text(devdoc.details)}`,
    `\nSource: \`${source.path}\`.${bases.length === 0 ? "" : ` Inherits ${bases.join(", ")}.`}\n`,
    section("Functions", ["FunctionDefinition"]),
    section("Structs and types", ["StructDefinition", "EnumDefinition", "UserDefinedValueTypeDefinition"]),
    section("Events", ["EventDefinition"]),
    section("Errors", ["ErrorDefinition"]),
  ].join("\n");
}

function errorEntry(
  user: CompiledInterface["userdoc"]["errors"],
  dev: CompiledInterface["devdoc"]["errors"],
  signature: string,
): Entry {
  return { ...dev?.[signature]?.[0], ...user?.[signature]?.[0] };
}

function hashOf({ functionSelector, eventSelector, errorSelector }: Node): string {
  return functionSelector ?? eventSelector ?? errorSelector ?? "";
}

/** One function, struct, event or error: what the NatSpec says and how it is declared. */
function memberOf(node: Node, entry: Entry, source: Source): string {
  const isStruct = node.nodeType === "StructDefinition";
  const code = isStruct ? withComments(node, source) : slice(node.src, source);
  return [
    `### ${node.name ?? ""}\n`,
    entry.notice === undefined ? "" : `${text(entry.notice)}\n`,
    entry.details === undefined ? "" : `${text(entry.details)}\n`,
    `\`\`\`solidity\n${dedent(code)}\n\`\`\`\n`,
    table("parameter", entry.params, code),
    table("returns", entry.returns, code),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** In the order of the declaration: the compiler's is by name. */
function table(title: string, rows: Readonly<Record<string, string>> | undefined, code: string): string {
  if (rows === undefined || Object.keys(rows).length === 0) return "";
  const placeOf = (name: string): number => code.search(new RegExp(`\\b${name}\\s*[,)]`));
  // The compiler names what has no name by its place.
  const nameOf = (name: string): string => (/^_\d+$/.test(name) ? "" : `\`${name}\``);
  const lines = Object.entries(rows)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([name, said]) => `| ${nameOf(name)} | ${cell(said)} |`);
  return `| ${title} | |\n| --- | --- |\n${lines.join("\n")}\n`;
}

/** All definitions of a file of types, with their comments. */
function typesOf(ast: Node, source: Source): string {
  const shown = ["StructDefinition", "EnumDefinition", "UserDefinedValueTypeDefinition"];
  const nodes = (ast.nodes ?? []).filter(({ nodeType }) => shown.includes(nodeType));
  if (nodes.length === 0) return "";
  const code = nodes.map((node) => dedent(withComments(node, source))).join("\n\n");
  return `## ${basename(source.path, ".sol")}\n\n\`\`\`solidity\n${code}\n\`\`\`\n`;
}

function withComments(node: Node, source: Source): string {
  const { documentation } = node;
  const code = slice(node.src, source);
  return documentation ? `${slice(documentation.src, source).trimEnd()}\n${code}` : code;
}

function slice(src: string, { bytes }: Source): string {
  const [start = 0, length = 0] = src.split(":").map(Number);
  return bytes.subarray(start, start + length).toString("utf8");
}

/** Members of an interface are indented once; the first line starts where the definition does. */
function dedent(code: string): string {
  const [first = "", ...rest] = code.split("\n");
  const last = rest.at(-1) ?? "";
  const indent = / */.exec(last)?.[0].length ?? 0;
  return [
    first.trimStart(),
    ...rest.map((line) => line.slice(Math.min(indent, / */.exec(line)?.[0].length ?? 0))),
  ].join("\n");
}

function firstSentence(notice: string): string {
  return /^.*?[.](?=\s|$)/s.exec(notice)?.[0] ?? notice;
}

/** Neither an element of HTML nor an expression of Vue, outside of inline code. */
function text(said: string): string {
  return said
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : escaped(part)))
    .join("");
}

function escaped(said: string): string {
  return said.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("{{", "&#123;&#123;").replaceAll("*", "\\*");
}

function cell(said: string): string {
  return text(said)
    .replaceAll("|", "\\|")
    .replaceAll(/\s*\n\s*/g, " ");
}
