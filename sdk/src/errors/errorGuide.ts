import type { ErrorContext } from "./ErrorContext.ts";
import type { Guide, Guides } from "./Guide.ts";
import { DeploymentNames } from "./deploymentNames.ts";
import { FEED_ERRORS } from "./guides/feedErrors.ts";
import { GOVERNANCE_ERRORS } from "./guides/governanceErrors.ts";
import { MARGIN_ERRORS } from "./guides/marginErrors.ts";
import { PREMIUM_ERRORS } from "./guides/premiumErrors.ts";
import { QUEUE_ERRORS } from "./guides/queueErrors.ts";
import { ROUTER_ERRORS } from "./guides/routerErrors.ts";
import { SURFACE_ERRORS } from "./guides/surfaceErrors.ts";
import { TOKEN_ERRORS } from "./guides/tokenErrors.ts";
import { VAULT_ERRORS } from "./guides/vaultErrors.ts";
import { phrase, type Reading } from "./phrase.ts";
import type { Explanation } from "./SdkError.ts";

/** Guides by the stage whose contracts refuse. */
export const GUIDES_BY_STAGE = {
  feeds: FEED_ERRORS,
  surface: SURFACE_ERRORS,
  premium: PREMIUM_ERRORS,
  vault: VAULT_ERRORS,
  queue: QUEUE_ERRORS,
  margin: MARGIN_ERRORS,
  router: ROUTER_ERRORS,
  governance: GOVERNANCE_ERRORS,
  tokens: TOKEN_ERRORS,
} as const satisfies Readonly<Record<string, Guides>>;

/** What was expected, what came and what to do, for every error of every contract. */
export const ERROR_GUIDE: Guides = Object.assign({}, ...Object.values(GUIDES_BY_STAGE)) as Guides;

/** `{limit:amount}`, `{limit:amount:token}` */
export const PLACEHOLDER = /\{(\w+):(\w+)(?::(\w+))?\}/g;
/** Digits that numbers begin with, and those that they get where different ones would look the same. */
const DIGITS = [7, 10, 13, 16] as const;

/** An error with its arguments by name. */
export interface RaisedError {
  readonly name: string;
  /** `name(type,type)` */
  readonly signature: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** An error in words; nothing where no guide has it. */
export function guideTo(error: RaisedError, context: ErrorContext): Explanation | undefined {
  const guide = guideOf(error);
  if (guide === undefined) return undefined;
  const names = new DeploymentNames(context);
  const now = context.now ?? BigInt(Math.floor(Date.now() / 1_000));
  // Where a limit is missed by little, enough digits are shown to see it.
  const versions = DIGITS.map((digits) => filled(guide, { args: error.args, names, now, digits }));
  const { parts } = versions.find(({ isClear }) => isClear) ?? versions.at(-1) ?? { parts: guide };
  const [expected, got, action] = parts;
  return { expected, got, action };
}

/** A guide with its arguments, and whether those that differ look different. */
function filled(
  guide: Guide,
  { args, ...reading }: Reading & Pick<RaisedError, "args">,
): { readonly parts: Guide; readonly isClear: boolean } {
  const values = new Map<string, string>();
  let isClear = true;
  const fill = (part: string): string =>
    part.replace(PLACEHOLDER, (_, name: string, unit: string, another: string | undefined) => {
      const value = args[name];
      const more = another === undefined ? undefined : args[another];
      const text = phrase(unit, { ...reading, value, more });
      const known = values.get(text) ?? String(value);
      if (known !== String(value)) isClear = false;
      values.set(text, known);
      return text;
    });
  const [expected, got, action] = guide;
  return { parts: [fill(expected), fill(got), fill(action)], isClear };
}

/** Whether an error's guide tells times from now. */
export function hasTimes(error: RaisedError): boolean {
  return guideOf(error)?.some((part) => /:(time|series)\}/.test(part)) === true;
}

function guideOf({ name, signature }: RaisedError) {
  const key = [signature, name].find((known) => Object.hasOwn(ERROR_GUIDE, known));
  return key === undefined ? undefined : ERROR_GUIDE[key];
}
