import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import type { Answer } from "./nodeProcess.ts";
import type { Node, NodeOptions } from "./startNode.ts";
import { UsageError } from "./UsageError.ts";

const PROCESS = fileURLToPath(new URL("nodeProcess.ts", import.meta.url));

/** The node's process ended without having been asked to. */
export class NodeDied extends Error {
  constructor(code: unknown) {
    super(`the node's process ended with ${String(code)}`);
    this.name = "NodeDied";
  }
}

/**
 * As `startNode`, in a process of its own: it executes while whoever asks it calculates.
 * @throws UsageError where the port is taken
 */
export async function spawnNode(options: NodeOptions): Promise<Node> {
  const child = fork(PROCESS, { execArgv: ["--import", import.meta.resolve("tsx")] });
  const ended = once(child, "exit");
  child.send(options);
  const answer = await Promise.race([
    once(child, "message").then(([message]) => message as Answer),
    ended.then(([code]): Answer => ({ failure: new NodeDied(code).message })),
  ]);
  if ("url" in answer) return { ...answer, close: () => end(child, ended) };
  await end(child, ended);
  if ("mistake" in answer) throw new UsageError(answer.mistake);
  throw new Error(answer.failure);
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.connected) child.disconnect();
  await ended;
}
