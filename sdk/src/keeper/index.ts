export { connect, type Client, type ConnectParameters, type Market, type Vault } from "../client/connect.ts";
export type { Deployment, MarketInfo, TokenInfo, VaultInfo } from "../client/Deployment.ts";
export { KeeperError } from "./KeeperError.ts";
export type { Due, KeeperResult } from "./doDue.ts";

export { comingExpiries, type ExpiryCalendar } from "./comingExpiries.ts";
export { dueOpenings, type DueOpening, type DueOpeningsParameters, type DueOpeningsResult } from "./dueOpenings.ts";
export { openExpiries, type Opening, type OpenExpiriesParameters, type OpenExpiriesResult } from "./openExpiries.ts";
export {
  dueRelistings,
  type DueRelisting,
  type DueRelistingsParameters,
  type DueRelistingsResult,
} from "./dueRelistings.ts";
export { relistStrikes, type RelistStrikesParameters, type RelistStrikesResult } from "./relistStrikes.ts";
export type { OpenExpiry } from "./openOf.ts";

export { dueProofs, type DueProof, type DueProofsParameters, type DueProofsResult } from "./dueProofs.ts";
export { rehearseProof, type RehearseProofParameters, type RehearseProofResult } from "./rehearseProof.ts";
export { proveExpiry, type ProveExpiryParameters, type ProveExpiryResult } from "./proveExpiry.ts";
export { settleExpiry, type SettleExpiryParameters, type SettleExpiryResult } from "./settleExpiry.ts";
export {
  dueSettlements,
  type DueSettlement,
  type DueSettlementsParameters,
  type DueSettlementsResult,
} from "./dueSettlements.ts";
export { settleExpiries, type SettleExpiriesParameters, type SettleExpiriesResult } from "./settleExpiries.ts";

export {
  dueVolatilityUpdates,
  type DueVolatilityUpdate,
  type DueVolatilityUpdatesParameters,
  type DueVolatilityUpdatesResult,
} from "./dueVolatilityUpdates.ts";
export { updateVolatility, type UpdateVolatilityParameters, type UpdateVolatilityResult } from "./updateVolatility.ts";

export { dueTrips, type DueTrip, type DueTripsParameters, type DueTripsResult } from "./dueTrips.ts";
export { tripVaults, type TripVaultsParameters, type TripVaultsResult } from "./tripVaults.ts";
export { dueLapses, type DueLapse, type DueLapsesParameters, type DueLapsesResult } from "./dueLapses.ts";
export { lapseTrips, type LapseTripsParameters, type LapseTripsResult } from "./lapseTrips.ts";

export { dueFills, type DueFill, type DueFillsParameters, type DueFillsResult } from "./dueFills.ts";
export { fillQueues, type Fill, type FillQueuesParameters, type FillQueuesResult } from "./fillQueues.ts";

export { submitReport, type SubmitReportParameters, type SubmitReportResult } from "../client/submitReport.ts";
export { submitSpot, type SubmitSpotParameters, type SubmitSpotResult } from "../client/submitSpot.ts";
