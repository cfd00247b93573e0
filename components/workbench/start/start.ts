import type { View } from "@/lib/links/schema";
import type { Program } from "../workbench-state";

/** What a workbench opens with. */
export type Start = {
  readonly program: Program;
  readonly recordingId: string | null;
  /** The view of a link; null means the reader's own panes. */
  readonly view: View | null;
  readonly step: number | null;
  /** Whether to record at once: only programs that come with the product, never one that a link carries. */
  readonly recordsAtOnce: boolean;
  /** A sentence to show first, such as why a link could not be opened. */
  readonly notice: string | null;
};
