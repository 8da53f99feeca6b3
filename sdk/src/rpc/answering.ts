import { firstLineOf } from "../errors/firstLineOf.ts";
import { knownFailure } from "../errors/knownFailure.ts";
import { NodeError } from "../errors/NodeError.ts";
import { ProviderError } from "../errors/ProviderError.ts";
import { SdkError } from "../errors/SdkError.ts";
import { shortened } from "../errors/shortened.ts";
import type { Eip1193Provider } from "./Eip1193Provider.ts";
import { isRevert } from "./isRevert.ts";

/**
 * A provider whose failures are the SDK's: one line each, the original as its cause. What a contract refuses passes as it is, to be
 * explained by whoever knows the call.
 * @throws NodeError where it is no provider: no wallet is installed, say
 */
export function answering(provider: Eip1193Provider): Eip1193Provider {
  // Browsers without a wallet have no `window.ethereum`, whatever its type says.
  const given: unknown = provider;
  if (typeof (given as Partial<Eip1193Provider> | null | undefined)?.request !== "function") {
    throw new NodeError({
      expected: "an EIP-1193 provider: a wallet, fromEthers(…) or fromViem(…)",
      got: given === undefined || given === null ? "none" : "something without request()",
      action: "install or unlock a wallet, or pass a provider",
    });
  }
  return {
    async request(request) {
      try {
        return await provider.request(request);
      } catch (error) {
        if (error instanceof SdkError || isRevert(error)) throw error;
        throw failureOf(error, request.method);
      }
    },
  };
}

function failureOf(error: unknown, method: string): ProviderError {
  const code = codeOf(error);
  const known = knownFailure(error) ?? {
    expected: `a node or a wallet that does ${method}`,
    got: `"${shortened(firstLineOf(error))}"`,
    action: "check that it does and what it was given, or use another",
  };
  return new ProviderError({ ...known, method, code, cause: error });
}

function codeOf(error: unknown): string | number | undefined {
  const { code } = (typeof error === "object" && error !== null ? error : {}) as { readonly code?: unknown };
  return typeof code === "string" || typeof code === "number" ? code : undefined;
}
