import { connect, type Client, type Eip1193Provider } from "@bulkhead/sdk";
import { fromEthers } from "@bulkhead/sdk/ethers";
import type { Signer } from "ethers";

import type { Chain } from "./Chain.ts";
import type { Venue } from "./world.ts";

/** Enough for any call to the protocol: gas is not estimated, which would run each transaction several times over. */
const GAS_LIMIT = "0xf42400";

/** The SDK's client of one market, whose transactions go through the chain's one door: each in a block of its own, mined at once. */
export function clientThrough(chain: Chain, { venue, signer }: { venue: Venue; signer: Signer }): Client {
  const { deployment } = venue.client;
  return connect(through(chain, fromEthers(signer)), deployment, { market: venue.name });
}

function through(chain: Chain, provider: Eip1193Provider): Eip1193Provider {
  return {
    async request(request) {
      if (request.method === "eth_estimateGas") return GAS_LIMIT;
      if (request.method !== "eth_sendTransaction") return provider.request(request);
      let hash: unknown;
      await chain.send(async () => {
        hash = await provider.request(request);
        // The client looks for the receipt itself, and says why where it failed.
        return { wait: async () => Promise.resolve() };
      });
      return hash;
    },
  };
}
