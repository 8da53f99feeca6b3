import { z } from "zod";

import { Address, isOverseen, OVERSEEN, ReporterAddresses } from "./schema.ts";

/**
 * Who does what on a public network: what a deployment can't know of itself. Read from a JSON file, for instance
 * `{ "governor": "0x…", "guardian": "0x…", "feeRecipient": "0x…", "reporters": ["0x…", "0x…", "0x…"] }`.
 */
export const Actors = z
  .strictObject({
    /** A multi-signature wallet or a governor contract; its acts wait for the table's delays in any case. */
    governor: Address,
    guardian: Address,
    feeRecipient: Address,
    reporters: ReporterAddresses,
  })
  .refine(isOverseen, { path: ["guardian"], message: OVERSEEN });

/** Who does what on a public network. */
export type Actors = z.infer<typeof Actors>;
