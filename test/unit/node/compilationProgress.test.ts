import { expect } from "chai";
import type { HookContext, SolidityHooks } from "hardhat/types/hooks";
import type { Compiler, CompilerInput } from "hardhat/types/solidity";

import { compilationProgress, formatSeconds } from "../../../scripts/hardhat/compilationProgress.ts";

type Handlers = Pick<SolidityHooks, "build" | "getCompiler">;

describe("progress of a compilation", () => {
  /** What a quiet build of so many parts says. */
  async function saidOf(jobs: number, { quiet = true } = {}): Promise<string> {
    const make = compilationProgress.hookHandlers?.solidity;
    if (make === undefined) throw new Error("expected hooks of solidity, got none");
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one hook that sees each part
    const { build, getCompiler } = (await (await make()).default()) as Handlers;
    const parts = Array.from({ length: jobs }, (_, index) => [`part ${index}`, { index }] as const);
    const context = {
      solidity: { getCompilationJobs: async () => ({ success: true, compilationJobsPerFile: new Map(parts) }) },
    } as unknown as HookContext;
    const write = process.stderr.write.bind(process.stderr);
    let said = "";
    process.stderr.write = (text: string | Uint8Array) => Boolean((said += String(text)));
    try {
      await build(context, [], { quiet }, async () => {
        const own = { compile: async () => ({ sources: {} }) } as unknown as Compiler;
        const compiler = await getCompiler(context, undefined as never, async () => own);
        for (let job = 0; job < jobs; job++) await compiler.compile({} as CompilerInput);
        return new Map();
      });
    } finally {
      process.stderr.write = write;
    }
    return said;
  }

  it("says how many parts there are, and each when it is done", async () => {
    expect(await saidOf(2)).to.equal(
      "Compiling what has changed, in 2 parts.\n  1 of 2 compiled, 0 s\n  2 of 2 compiled, 0 s\n",
    );
  });

  it("says nothing where nothing has changed, nor where Hardhat speaks itself", async () => {
    expect(await saidOf(0)).to.equal("");
    expect(await saidOf(2, { quiet: false })).to.equal("");
  });

  it("counts minutes from one on", () => {
    expect([0.4, 59, 60, 125].map(formatSeconds)).to.deep.equal(["0 s", "59 s", "1 min 0 s", "2 min 5 s"]);
  });
});
