import { formatTime } from "./format.ts";
import type { Output } from "../report/Output.ts";
import type { Stage } from "./Stage.ts";

/** Something that happens at a time of the simulated calendar. */
export interface Scene {
  /** Unix seconds. */
  readonly at: number;
  readonly play: () => Promise<void>;
}

/** Plays scenes in the order of their time (those of one time in the order given), showing how far it is. */
export async function playTimeline(
  scenes: readonly Scene[],
  { stage, output }: { stage: Stage; output: Output },
): Promise<void> {
  const inOrder = scenes.toSorted((a, b) => a.at - b.at);
  const [start, end] = [inOrder.at(0)?.at ?? 0, inOrder.at(-1)?.at ?? 1];
  for (const { at, play } of inOrder) {
    // Scenes take a few seconds of the chain's time each; one that comes late starts at once.
    if (at > stage.now) stage.moveTo(at);
    output.progress((at - start) / Math.max(1, end - start), `${formatTime(at)}, ${stage.transactions} transactions`);
    await play();
  }
  await stage.settled();
}

/** Times from `from` to `to` (exclusive), `step` seconds apart. */
export function every(step: number, { from, to }: { from: number; to: number }): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, index) => from + index * step);
}
