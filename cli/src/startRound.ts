import { explained } from "@bulkhead/sdk";
import { Contract } from "ethers";

import type { Session } from "./session.ts";
import { UsageError } from "./UsageError.ts";

const ABI = [
  "function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
  "function getRoundData(uint80) view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
];
/** A round's number carries its phase above these bits. */
const PHASE_BITS = 64n;

type RoundData = readonly [
  roundId: bigint,
  answer: bigint,
  startedAt: bigint,
  updatedAt: bigint,
  answeredInRound: bigint,
];

/**
 * An aggregator's round in effect at a time, from which the proof of an expiry's price starts: the last that is dated at or before
 * it, by bisection over the rounds of the phase that is live.
 * @throws UsageError where that phase began later
 */
export async function startRound({ node }: Session, aggregator: string, time: bigint): Promise<bigint> {
  const contract = new Contract(aggregator, ABI, node);
  const [latest, , , updatedAt] = await explained(contract.getFunction("latestRoundData")() as Promise<RoundData>);
  if (updatedAt <= time) return latest;
  const timeOf = async (round: bigint): Promise<bigint> =>
    (await explained(contract.getFunction("getRoundData")(round) as Promise<RoundData>))[3];
  let [early, late] = [((latest >> PHASE_BITS) << PHASE_BITS) | 1n, latest];
  if (early === late || (await timeOf(early)) > time) {
    throw new UsageError({
      expected: `a round of ${aggregator} from before the averaging window`,
      got: "a first round after it: the aggregator has changed its phase since",
      action: "prove the price by hand, with the round of the earlier phase (IExpiryPrice.prove)",
    });
  }
  while (late - early > 1n) {
    const middle = (early + late) / 2n;
    if ((await timeOf(middle)) <= time) early = middle;
    else late = middle;
  }
  return early;
}
