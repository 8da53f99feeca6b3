import type { Client } from "@bulkhead/sdk";

import type { Calendar } from "./calendar.ts";
import type { DemoAccounts } from "./accounts.ts";
import type { Desk } from "./desk.ts";
import type { Market } from "./market.ts";
import type { Reporting } from "../markets/Reporting.ts";
import type { Output } from "../report/Output.ts";
import type { Prices } from "../markets/prices.ts";
import type { Provider, Providers } from "./providers.ts";
import type { Recorder } from "./report/Recorder.ts";
import type { Refusals } from "./refusals.ts";
import type { Stablecoin } from "./stablecoin.ts";
import type { Settlements } from "./settlements.ts";
import type { Stage } from "./Stage.ts";
import type { World } from "../markets/world.ts";

/** Everything that a scene may need. */
export interface Demo {
  readonly world: World;
  readonly calendar: Calendar;
  readonly accounts: DemoAccounts;
  readonly stage: Stage;
  readonly output: Output;
  /** The markets outside: ether's, which others follow, and bitcoin's. */
  readonly markets: readonly [Market, Market];
  readonly stablecoin: Stablecoin;
  readonly prices: Prices;
  readonly reporting: Reporting;
  /** The keeper's clients, one a market. */
  readonly keepers: readonly Client[];
  readonly settlements: Settlements;
  /** The providers' accounts, and who they are. */
  readonly providers: Providers;
  readonly investors: readonly Provider[];
  readonly desk: Desk;
  readonly refusals: Refusals;
  /** Watches for the report. */
  readonly recorder: Recorder;
}
