import { Command } from "@commander-js/extra-typings";
import {
  batchCall,
  curveFor,
  curveVariance,
  decodeReport,
  fromWad,
  marketOf,
  readBatch,
  SECONDS_PER_YEAR,
} from "@bulkhead/sdk";
import { volatilitySurfaceAbi } from "@bulkhead/sdk/abi";
import { onStdout } from "../colours.ts";

import { formatDuration, formatPercent, formatTime } from "../format.ts";
import { globalsOf } from "../globals.ts";
import { openSession } from "../session.ts";

/** `SurfaceStatus.sol`, in its order. */
export const SURFACE_STATES = ["absent", "fresh", "pending", "stale"] as const;
/** Log-moneyness at which the smile is shown. */
const SMILE = [-0.2, -0.1, 0, 0.1, 0.2] as const;

interface Slice {
  readonly expiry: number;
  readonly years: number;
  readonly volatilities: readonly number[];
}

/** `bulkhead surface` */
export function surface() {
  return new Command("surface")
    .description("a market's volatility surface: its state, age and doubt, and each expiry's smile")
    .action(async (_, command) => {
      const { client, output } = await openSession(globalsOf(command));
      const { name, surface: address } = marketOf(client);
      const contract = { address, abi: volatilitySurfaceAbi, args: [] } as const;
      const { results, block } = await readBatch(client, {
        calls: [
          batchCall({ ...contract, functionName: "status" }),
          batchCall({ ...contract, functionName: "surface" }),
          batchCall({ ...contract, functionName: "rounds" }),
        ],
      });
      const [[status, confidence], [observedAt, expiries, slices], [round, pending]] = results;
      const state = SURFACE_STATES[status] ?? "absent";
      const now = Number(block.timestamp);
      const age = now - Number(observedAt);
      const whole = decodeReport({ observedAt, expiries, slices });
      const rows = whole.slices
        .filter(({ expiry }) => expiry > now)
        .map(({ expiry }): Slice => {
          const years = (expiry - now) / SECONDS_PER_YEAR;
          const curve = curveFor(whole, { expiry, now });
          return { expiry, years, volatilities: SMILE.map((k) => Math.sqrt(curveVariance(curve, k).w / years)) };
        });
      if (!output.isJson) {
        const coloured = state === "fresh" ? onStdout.green(state) : onStdout.red(state);
        output.line(
          `${name}: ${coloured}, round ${round}${pending === 0n ? "" : ` (${pending} pending)`}, seen ${formatDuration(age)} ago, ` +
            `± ${formatPercent(fromWad(confidence), 2)} of volatility`,
        );
        output.line(onStdout.dim("volatility by log-moneyness, ln(strike/forward)"));
      }
      output.table(rows, {
        columns: {
          expiry: ({ expiry }) => formatTime(expiry),
          in: ({ years }) => formatDuration(years * SECONDS_PER_YEAR),
          ...Object.fromEntries(
            SMILE.map((k, index) => [
              k.toFixed(1),
              ({ volatilities }: Slice) => formatPercent(volatilities[index] ?? 0),
            ]),
          ),
        },
        record: ({ expiry, volatilities }) => ({
          market: name,
          state,
          round: Number(round),
          pending: Number(pending),
          observedAt: Number(observedAt),
          confidence: fromWad(confidence),
          expiry,
          volatilities: SMILE.map((k, index) => ({ k, volatility: volatilities[index] })),
          svi: whole.slices.find((slice) => slice.expiry === expiry)?.svi,
        }),
      });
    });
}
