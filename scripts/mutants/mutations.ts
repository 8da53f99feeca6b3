/** One change to one place of one file that some test ought to notice. */
export interface Mutation {
  readonly file: string;
  /** From the file's beginning, in characters. */
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly operator: string;
}

interface Operator {
  readonly name: string;
  readonly pattern: RegExp;
  /** What stands there instead; nothing where this match is none. */
  readonly replace: (match: RegExpMatchArray) => string | undefined;
}

const SWAPS: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "==": "!=",
  "!=": "==",
  "&&": "||",
  "||": "&&",
  "+=": "-=",
  "-=": "+=",
};

const swap = ([, , operator = ""]: RegExpMatchArray): string | undefined => SWAPS[operator];

/** The usual ones: arithmetic, comparison and logic turned round, constants off by one, checks and clamps dropped. */
const OPERATORS: readonly Operator[] = [
  { name: "arithmetic", pattern: /( )(\+|-|\*|\/)(?= )/g, replace: swap },
  { name: "assignment", pattern: /( )(\+=|-=)(?= )/g, replace: swap },
  { name: "comparison", pattern: /( )(<=|>=|<|>|==|!=)(?= )/g, replace: swap },
  { name: "logic", pattern: /( )(&&|\|\|)(?= )/g, replace: swap },
  { name: "constant", pattern: /([ ([,])(\d[\d_]*)(?=[ ;),\]])/g, replace: ([, , digits = ""]) => plusOne(digits) },
  { name: "check", pattern: /(\n\s*)(require\((?:[^();]|\((?:[^();]|\([^();]*\))*\))*\);)/g, replace: () => "" },
  { name: "clamp", pattern: /(Math\.)(min|max)(?=\()/g, replace: ([, , name]) => (name === "min" ? "max" : "min") },
  {
    name: "assembly",
    pattern: /(\b)(add|sub|mul|shr|shl|sar|slt|sgt|lt|gt)(?=\()/g,
    replace: ([, , name]) => ASSEMBLY[name ?? ""],
  },
];

const ASSEMBLY: Readonly<Record<string, string>> = {
  add: "sub",
  sub: "add",
  mul: "add",
  shr: "shl",
  shl: "shr",
  sar: "shr",
  slt: "sgt",
  sgt: "slt",
  lt: "gt",
  gt: "lt",
};

/** Every mutation of a source text, comments, strings and imports left out. */
export function mutationsOf(file: string, source: string): Mutation[] {
  const code = blankOut(source);
  const mutations = OPERATORS.flatMap((operator) =>
    [...code.matchAll(operator.pattern)].flatMap((match): Mutation[] => {
      const [, lead = "", before = ""] = match;
      const after = operator.replace(match);
      if (after === undefined) return [];
      const offset = match.index + lead.length;
      const line = source.slice(0, offset).split("\n").length;
      return [
        { file, offset, line, before: source.slice(offset, offset + before.length), after, operator: operator.name },
      ];
    }),
  );
  return mutations.sort((a, b) => a.offset - b.offset);
}

/** A source text with one mutation in it. */
export function mutate(source: string, { offset, before, after }: Mutation): string {
  return source.slice(0, offset) + after + source.slice(offset + before.length);
}

/** The same text, as long, with everything that is no code turned into blanks. */
function blankOut(source: string): string {
  const notCode = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|^(?:import|pragma|using|error|event)\b[^;]*;/gm;
  return source.replace(notCode, (text) => text.replace(/[^\n]/g, " "));
}

function plusOne(digits: string): string {
  return (BigInt(digits.replaceAll("_", "")) + 1n).toString();
}
