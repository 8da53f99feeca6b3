import type { Calendar } from "../calendar.ts";
import type { Cast } from "../cast.ts";
import type { Desk } from "../desk.ts";
import type { Keeper } from "../keeper.ts";
import type { Market } from "../market.ts";
import type { Output } from "../../report/Output.ts";
import type { Provider, Providers } from "../providers.ts";
import type { Recorder } from "../report/Recorder.ts";
import type { Refusals } from "../refusals.ts";
import type { Reporters } from "../reporters.ts";
import type { Stage } from "../Stage.ts";
import type { World } from "../world.ts";

/** Everything that a scene may need. */
export interface Troupe {
  readonly world: World;
  readonly calendar: Calendar;
  readonly cast: Cast;
  readonly stage: Stage;
  readonly output: Output;
  readonly market: Market;
  readonly reporters: Reporters;
  readonly keeper: Keeper;
  /** The providers' accounts, and who they are. */
  readonly providers: Providers;
  readonly investors: readonly Provider[];
  readonly desk: Desk;
  readonly refusals: Refusals;
  /** Watches for the report. */
  readonly recorder: Recorder;
}
