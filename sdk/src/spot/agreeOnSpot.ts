import { SpotError } from "../errors/SpotError.ts";
import type { TypedDataSigner } from "../rpc/TypedDataSigner.ts";
import { orderSignatures } from "../surface/orderSignatures.ts";
import type { SignedPrice } from "./SignedPrice.ts";
import { signSpot } from "./signSpot.ts";
import type { SpotScope } from "./spotTypedData.ts";
import { formatWad } from "../units/formatWad.ts";

/** One reporter: its key and the price that it sees, WAD. */
export interface SpotReporter {
  readonly signer: TypedDataSigner;
  readonly price: bigint;
}

export interface SpotAgreementOptions {
  readonly scope: SpotScope;
  /** Unix seconds at which all of them looked. */
  readonly observedAt: bigint;
  /** How far the common price may be from a reporter's own, WAD fraction of the common price. */
  readonly tolerance: bigint;
  /** Signatures needed. */
  readonly threshold: number;
}

const WAD = 10n ** 18n;

/**
 * The median of what reporters see, signed by all who find it within their tolerance: a minority can neither move it past what
 * the others see nor stop it.
 * @throws SpotError where fewer than `threshold` would sign it
 */
export async function agreeOnSpot(
  reporters: readonly SpotReporter[],
  { scope, observedAt, tolerance, threshold }: SpotAgreementOptions,
): Promise<SignedPrice> {
  const price = medianPrice(reporters.map((reporter) => reporter.price));
  const willing = reporters.filter((reporter) => distance(reporter.price, price) * WAD <= price * tolerance);
  if (price <= 0n || willing.length < threshold) {
    throw new SpotError({
      expected: `${threshold} reporters within ${formatWad(100n * tolerance)} % of a positive median`,
      got: `${willing.length} of ${reporters.length} around ${formatWad(price)}`,
      action: "compare the reporters' market data; until then the push feed's price holds",
    });
  }
  const spot = { price, observedAt };
  const signatures = await Promise.all(willing.map(({ signer }) => signSpot(signer, { spot, scope })));
  return { ...spot, signatures: orderSignatures(signatures) };
}

/** The middle one, or the mean of the middle two, rounded down; zero of nothing. */
function medianPrice(prices: readonly bigint[]): bigint {
  const sorted = [...prices].sort((a, b) => (a < b ? -1 : 1));
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0n;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? 0n) : upper;
  return (lower + upper) / 2n;
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
