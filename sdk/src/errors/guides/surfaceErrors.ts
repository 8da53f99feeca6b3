import type { Guides } from "../Guide.ts";

const CALIBRATE = "calibrate with calibrateSurface, which repairs such slices";

/** Refusals of volatility surfaces, and of what their reporters sign. */
export const SURFACE_ERRORS: Guides = {
  MisplacedSurface: [
    "surface number {index:count} where it is looked for",
    "{place:address}",
    "tell the developers: nothing was stored, and the last surface stands",
  ],
  SurfaceAbsent: ["a volatility surface", "none yet", "deliver the first report"],
  MalformedAnswer: [
    "the answer that was asked for, of a vault's oracle or of an oracle's surface",
    "something else",
    "check that oracle and surface are of the deployment's version",
  ],
  RoundOutOfOrder: [
    "a round after {latest:count}, and not billions ahead of it",
    "{round:count}",
    "build the report with the round after the latest",
  ],
  AlreadyReportedInBlock: [
    "one report a block",
    "a second one in block {blockNumber:count}",
    "deliver it in the next block, if it is newer",
  ],
  ConfidenceTooLarge: [
    "a confidence of at most {largest:percent} of volatility",
    "{confidence:percent}",
    "report one within the limit, or wait until the market can be read",
  ],
  ExpiriesNotAscending: [
    "expiries in rising order, all after the observation",
    "{later:time} after {earlier:time} in the {index:ordinal} place",
    "sort the report's slices; buildReport does",
  ],
  ExpiryCountOutOfBounds: [
    "from {fewest:count} to {most:count} expiries",
    "{count:count}",
    "report all expiries that trade, and no more than the most",
  ],
  HorizonOutOfBounds: [
    "a last expiry from {low:span} to {high:span} after the observation",
    "{horizon:span}",
    "report expiries in that range",
  ],
  SliceCountMismatch: ["a slice for each of {expiries:count} expiries", "{slices:count}", "build it with buildReport"],
  SliceOutOfDomain: [
    "the {index:ordinal} slice's parameters within their domain",
    "the packed slice {slice:hash}",
    `${CALIBRATE}, and pack with packSvi`,
  ],
  MinimumVarianceTooLow: ["a least total variance of 1e-10 in the {index:ordinal} slice", "{minimum:e24}", CALIBRATE],
  WingTooSteep: ["wings of slope 2 at most in the {index:ordinal} slice", "{slope:e24}", CALIBRATE],
  ButterflyArbitrage: [
    "the {index:ordinal} slice without butterfly arbitrage",
    "g = {g:q96} at k = {k:q96}",
    CALIBRATE,
  ],
  CalendarArbitrage: [
    "the {index:ordinal} slice nowhere under the earlier one, whose variance is {earlier:variance} at k = {k:q96}",
    "{later:variance}",
    CALIBRATE,
  ],
  VolatilityOutOfBounds: [
    "an at-the-money volatility within the hard bounds in the {index:ordinal} slice",
    "{volatility:percent} a year",
    "check the quotes that it was fitted to",
  ],
  "ExpiryOutOfRange(uint256,uint256)": [
    "an expiry after {time:time:time}",
    "{expiry:time:time}",
    "choose an expiry of the option chain",
  ],
  // Reporters
  NotReporter: [
    "signatures of reporters only",
    "the {index:ordinal} by {signer:address}",
    "check the signer, the chain id and the contract that was signed for",
  ],
  NotAscending: [
    "reporters and signatures in rising order of their addresses, each once",
    "{next:address} after {previous:address}",
    "sort them; agreeOnReport and agreeOnSpot do",
  ],
  MalformedSignature: [
    "an address and a signature of 65 bytes in the lower half order",
    "something else in the {index:ordinal} place",
    "sign with signReport or signSpot",
  ],
  SignatureRefused: [
    "a signature that the reporter's contract confirms",
    "the {index:ordinal}, which {signer:address} refuses",
    "have it signed as that contract asks for",
  ],
  SignatureCountOutOfBounds: [
    "at least {threshold:count} signatures, and no more than there can be reporters",
    "{count:count}",
    "wait for more reporters to sign",
  ],
  ThresholdOutOfBounds: [
    "a threshold that is a majority of {reporters:count} reporters, and no more than all",
    "{threshold:count}",
    "choose one in between",
  ],
  ReporterCountOutOfBounds: ["from 1 to {most:count} reporters", "{count:count}", "name that many"],
  // Parameters
  ParameterOutOfBounds: [
    "{name:text} from {low:parameter:name} to {high:parameter:name}",
    "{value:parameter:name}",
    "choose a value inside the bounds",
  ],
  ParameterStepTooLarge: [
    "{name:text} to move by at most a quarter up or a fifth down from {current:parameter:name}",
    "{target:parameter:name}",
    "go there in several steps, a week apart",
  ],
  ParametersTooSoon: ["a change from {earliest:time} on", "an earlier one", "wait a week after the last change"],
};
