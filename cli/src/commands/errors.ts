import { Command } from "@commander-js/extra-typings";
import { toContractError } from "@bulkhead/sdk";

import { readDeployment, type DeploymentRecord } from "../deployment.ts";
import { EXIT, failureOf } from "../failure.ts";
import { globalsOf, type GlobalOptions } from "../globals.ts";
import { Output } from "../Output.ts";
import { UsageError } from "../UsageError.ts";

const REVERT_DATA = /^0x([0-9a-f]{2}){4,}$/i;
const LONGEST = 60;

/** `bulkhead errors` */
export function errors() {
  return new Command("errors")
    .description("what a contract's revert data says, in words")
    .argument("<data>", "revert data, 0x and at least the four bytes of an error's selector")
    .action((data, _, command) => {
      if (!REVERT_DATA.test(data)) {
        throw new UsageError({
          expected: "revert data: 0x, then an even number of hexadecimal digits, eight at least",
          got: JSON.stringify(data.length > LONGEST ? `${data.slice(0, LONGEST)}…` : data),
          action: "copy it whole from the node's or the explorer's answer",
        });
      }
      const globals = globalsOf(command);
      const output = new Output(globals);
      const deployment = deploymentOf(globals, output);
      const { errorName: name, expected, got, action } = toContractError(data, { deployment });
      const isKnown = !name.startsWith("0x");
      output.result(
        [
          ["error", name],
          ["expected", expected],
          ["got", got],
          ["do", action],
        ],
        { error: name, isKnown, expected, got, do: action },
      );
      if (!isKnown) process.exitCode = EXIT.stop;
    });
}

/** What names addresses, where it is given: the error's words are good without. */
function deploymentOf({ deployment }: GlobalOptions, output: Output): DeploymentRecord | undefined {
  if (deployment === undefined) return undefined;
  try {
    return readDeployment(deployment);
  } catch (error) {
    output.warn(failureOf(error).message);
    return undefined;
  }
}
