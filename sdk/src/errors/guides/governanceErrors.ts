import type { Guides } from "../Guide.ts";

const ASK = "have an account with the role call it, through the access manager where it has a delay";

/** Refusals of the access manager, of its timelock, and of what they guard. */
export const GOVERNANCE_ERRORS: Guides = {
  AccessManagedUnauthorized: [
    "a caller with the role, through the access manager where it has a delay",
    "{caller:address}",
    "schedule the call as governor, or call as guardian where it tightens",
  ],
  AccessManagedRequiredDelay: [
    "a call scheduled {delay:span} ahead",
    "a call of {caller:address} at once",
    "schedule it with the access manager, then execute it",
  ],
  AccessManagedInvalidAuthority: [
    "an authority with code",
    "{authority:address}",
    "name the deployment's access manager",
  ],
  AccessManagerAlreadyScheduled: [
    "an act that is not scheduled yet",
    "{operationId:hash}, which is",
    "execute or cancel that one first",
  ],
  AccessManagerNotScheduled: ["a scheduled act", "{operationId:hash}, which is not", "schedule it first"],
  AccessManagerNotReady: [
    "an act whose delay has passed",
    "{operationId:hash}, which is still to wait",
    "execute it once it is due: getSchedule tells when",
  ],
  AccessManagerExpired: ["an act that has not lapsed", "{operationId:hash}, which has", "schedule it again"],
  AccessManagerLockedRole: ["a role that can be changed", "{roleId:role}", "leave ADMIN and PUBLIC as they are"],
  AccessManagerLockedFunction: [
    "a function that may be assigned",
    "{selector:selector}",
    "leave it: the manager keeps this one",
  ],
  AccessManagerInvalidInitialAdmin: ["a first admin", "{initialAdmin:address}", "name an account that can act"],
  AccessManagerBadConfirmation: [
    "the caller's own address as confirmation",
    "another",
    "renounce a role only for yourself",
  ],
  AccessManagerUnauthorizedAccount: ["an account with {roleId:role}", "{msgsender:address}", ASK],
  AccessManagerUnauthorizedCall: [
    "a caller who may call {selector:selector} of {target:address}",
    "{caller:address}",
    ASK,
  ],
  AccessManagerUnauthorizedCancel: [
    "the caller {caller:address}, its guardian or an admin to cancel",
    "{msgsender:address} (of {selector:selector} at {target:address})",
    "cancel as one of them",
  ],
  AccessManagerUnauthorizedConsume: [
    "the managed contract itself",
    "{target:address}",
    "execute the act through the access manager",
  ],
  AccessControlBadConfirmation: [
    "the caller's own address as confirmation",
    "another",
    "renounce a role only for yourself",
  ],
  AccessControlUnauthorizedAccount: [
    "an account with the timelock's role {neededRole:role}",
    "{account:address}",
    "propose as the governor; anyone may execute what is due",
  ],
  TimelockInsufficientDelay: ["a delay of at least {minDelay:span}", "{delay:span}", "schedule it further ahead"],
  TimelockInvalidOperationLength: [
    "as many payloads and values as {targets:count} targets",
    "{payloads:count} and {values:count}",
    "give one of each",
  ],
  TimelockUnauthorizedCaller: [
    "the timelock itself",
    "{caller:address}",
    "schedule the call with the timelock and execute it there",
  ],
  TimelockUnexecutedPredecessor: [
    "the act before it, {predecessorId:hash}, to be done",
    "one that is not",
    "execute that one first",
  ],
  TimelockUnexpectedOperationState: [
    "an act in the state that this needs ({expectedStates:hash})",
    "{operationId:hash} in another",
    "look at getOperationState: it may be waiting, done or unknown",
  ],
  TimelockRoleReserved: ["the proposer's role", "{role:role}", "leave the timelock's other roles: they never change"],
  ActForbidden: [
    "an act that this timelock performs",
    "{selector:selector}",
    "leave it: it is never called through the timelock",
  ],
  FunctionAssigned: [
    "a function without a role",
    "{selector:selector} of {target:address}, which has {role:role}",
    "leave it: a function keeps its role",
  ],
  RoleReserved: [
    "a role that can be handed out",
    "{role:role}",
    "leave ADMIN; the guardian changes by replaceGuardian alone",
  ],
  GuardianUnfit: [
    "a new guardian who is nobody of the governing",
    "{candidate:address}",
    "name another: not zero, the present one, a proposer or the timelock",
  ],
  ReplacementNotScheduled: ["an announced guardian", "{next:address}", "announce the replacement first"],
  ReplacementNotReady: [
    "a replacement whose wait is over at {readyAt:time}",
    "an earlier block",
    "call again after that",
  ],
  ReplacementLapsed: ["a replacement done before {lapsedAt:time}", "a later block", "announce it again"],
  WaitTooShort: ["a wait of at least {minimum:span}", "{wait:span}", "choose a longer one"],
};
