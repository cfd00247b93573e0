import { z } from "zod";
import { findAdapter } from "@/lib/adapters/registry";
import { encodingSchema, type Pane, paneSchema } from "@/lib/links/schema";

export const panesKey = "polytrace:panes";
export const rememberedSchema = z.object({ panes: z.array(paneSchema).min(1).max(6), encoding: encodingSchema });
export type Remembered = z.infer<typeof rememberedSchema>;

const first = ["next", "concise", "codeexecutor", "semcoder", "scratchpad"];

/** The panes of somebody's first visit: three formats as different as can be. */
export function initialPanes(): Remembered {
  const panes = first.filter((id) => findAdapter(id) !== null).slice(0, 3);
  return { panes: panes.map((adapter): Pane => ({ adapter, options: {}, budget: null })), encoding: "o200k_base" };
}
