import { NodeError } from "../errors/NodeError.ts";
import { isRevert } from "./isRevert.ts";

/**
 * What a contract answers to a call that it may not know; nothing where it refuses, or answers with something else. A
 * node that fails is another matter, and an error.
 */
export async function ifAnswered<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isRevert(error) || error instanceof NodeError) return undefined;
    throw error;
  }
}
