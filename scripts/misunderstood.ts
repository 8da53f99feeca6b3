import type { CommanderError } from "commander";

/** What commander did not understand, in a phrase for one line: "unknown option '--prot' (did you mean --port?)". */
export function misunderstood({ message }: CommanderError): string {
  return message
    .replace(/^error: /, "")
    .replaceAll(/\s*\n\s*/g, " ")
    .replace("(Did you mean", "(did you mean")
    .replace(/\. Expected .*$/, "")
    .replace(/\.$/, "");
}
