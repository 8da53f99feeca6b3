import type { Calendar } from "../calendar.ts";
import type { Cast } from "../cast.ts";
import type { Desk } from "../desk.ts";
import type { Keeper } from "../../keepers/keeper.ts";
import type { Market } from "../market.ts";
import type { Newsroom } from "../../keepers/Newsroom.ts";
import type { Output } from "../../report/Output.ts";
import type { Prices } from "../../keepers/prices.ts";
import type { Provider, Providers } from "../providers.ts";
import type { Recorder } from "../report/Recorder.ts";
import type { Refusals } from "../refusals.ts";
import type { Stablecoin } from "../stablecoin.ts";
import type { Settlements } from "../settlements.ts";
import type { Stage } from "../Stage.ts";
import type { World } from "../../keepers/world.ts";

/** Everything that a scene may need. */
export interface Troupe {
  readonly world: World;
  readonly calendar: Calendar;
  readonly cast: Cast;
  readonly stage: Stage;
  readonly output: Output;
  /** The markets outside: ether's, which others follow, and bitcoin's. */
  readonly markets: readonly [Market, Market];
  readonly stablecoin: Stablecoin;
  readonly prices: Prices;
  readonly newsroom: Newsroom;
  readonly keeper: Keeper;
  readonly settlements: Settlements;
  /** The providers' accounts, and who they are. */
  readonly providers: Providers;
  readonly investors: readonly Provider[];
  readonly desk: Desk;
  readonly refusals: Refusals;
  /** Watches for the report. */
  readonly recorder: Recorder;
}
