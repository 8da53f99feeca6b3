import { z } from "zod";

/** Gas by name, `stage.what`. */
export const Figures = z.record(z.string(), z.coerce.number().int().nonnegative());
export type Figures = z.infer<typeof Figures>;
