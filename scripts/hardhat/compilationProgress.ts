import type { CompilerInput, CompilerOutput } from "hardhat/types/solidity";
import type { HardhatPlugin } from "hardhat/types/plugins";

/** How long a job may run without a word. */
const WORD_EVERY_MS = 30_000;

/**
 * Says what a quiet build does where it has something to compile, which may take minutes: how many jobs there are, each when it is done,
 * and that a long one goes on. Where nothing has changed it says nothing.
 */
export const compilationProgress: HardhatPlugin = {
  id: "bulkhead-compilation-progress",
  hookHandlers: {
    solidity: async () => ({
      default: async () => {
        let jobs = 0;
        let done = 0;
        let since = 0;
        const elapsed = (): string => formatSeconds((performance.now() - since) / 1_000);
        return {
          build: async (context, roots, options, next) => {
            const found =
              options?.quiet === true ? await context.solidity.getCompilationJobs(roots, options) : undefined;
            jobs = found?.success === true ? new Set(found.compilationJobsPerFile.values()).size : 0;
            [done, since] = [0, performance.now()];
            if (jobs > 0) say(`Compiling what has changed, in ${jobs} part${jobs === 1 ? "" : "s"}.`);
            return next(context, roots, options);
          },
          getCompiler: async (context, config, next) => {
            const compiler = await next(context, config);
            const compile = async (input: CompilerInput): Promise<CompilerOutput> => {
              if (jobs === 0) return compiler.compile(input);
              const reminder = setInterval(() => say(`  still compiling, ${elapsed()} so far`), WORD_EVERY_MS).unref();
              try {
                return await compiler.compile(input);
              } finally {
                clearInterval(reminder);
                say(`  ${++done} of ${jobs} compiled, ${elapsed()}`);
              }
            };
            return Object.create(compiler, { compile: { value: compile } }) as typeof compiler;
          },
        };
      },
    }),
  },
};

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** "48 s", "2 min 5 s" */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
