import type { Client } from "../client/connect.ts";
import { KeeperError } from "./KeeperError.ts";
import { read } from "../rpc/read.ts";
import { ifAnswered } from "../rpc/ifAnswered.ts";
import { aggregatorV3Abi } from "./abis.ts";

/** A round's number carries its phase above these bits. */
const PHASE_BITS = 64n;

/**
 * The round of an aggregator that was in effect at a time: the last that is dated at or before it, in the latest phase that had begun by
 * then. Found by doubling and halving, so it asks some dozens of rounds of a million.
 * @param time unix seconds
 * @throws KeeperError where no round is as old
 */
export async function startRound(
  client: Client,
  { aggregator, time }: { readonly aggregator: string; readonly time: bigint },
): Promise<bigint> {
  const contract = { address: aggregator, abi: aggregatorV3Abi } as const;
  const [latest, , , updatedAt] = await read(client, { ...contract, functionName: "latestRoundData", args: [] });
  if (updatedAt <= time) return latest;
  /** Whether a round is there and not later than `time`. */
  const isInEffect = async (round: bigint): Promise<boolean> => {
    const found = await ifAnswered(read(client, { ...contract, functionName: "getRoundData", args: [round] }));
    return found !== undefined && found[3] !== 0n && found[3] <= time;
  };
  for (let phase = latest >> PHASE_BITS; phase >= 0n; phase--) {
    const first = (phase << PHASE_BITS) | 1n;
    if (!(await isInEffect(first))) continue;
    let step = 1n;
    while (await isInEffect(first + step)) step *= 2n;
    let [early, late] = [first + step / 2n, first + step];
    while (late - early > 1n) {
      const middle = (early + late) / 2n;
      if (await isInEffect(middle)) early = middle;
      else late = middle;
    }
    return early;
  }
  throw new KeeperError({
    expected: `a round of the aggregator ${aggregator} dated ${new Date(Number(time) * 1_000).toISOString()} or earlier`,
    got: "later ones only",
    action: "wait for the governor's fallback price: no proof of this expiry is possible",
  });
}
