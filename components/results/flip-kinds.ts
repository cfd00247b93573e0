import type { FlipKind } from "@/lib/results/drill-schema";

/** Problems of one kind as a list has them: a heading, and what it says on hover. */
export type ListedKind = { readonly kind: FlipKind; readonly title: string; readonly says: string };

/** What an arm did to a problem, against another arm. */
export const flipKinds: readonly ListedKind[] = [
  { kind: "fixed", title: "fixed", says: "the control fails it, this arm solves it" },
  { kind: "broken", title: "broken", says: "the control solves it, this arm fails it" },
  { kind: "better", title: "better", says: "solved more often" },
  { kind: "worse", title: "worse", says: "solved less often" },
  { kind: "same", title: "same", says: "solved as often" },
  { kind: "both", title: "both solve it", says: "no difference" },
  { kind: "neither", title: "neither solves it", says: "no difference" },
  { kind: "dropped", title: "dropped", says: "unknown in one of the two, so not compared" },
];

/** The same, of an arm that is looked at alone. */
export const ownKinds: readonly ListedKind[] = [
  { kind: "both", title: "solved", says: "by every sample" },
  { kind: "same", title: "solved at times", says: "by some samples and not by others" },
  { kind: "neither", title: "not solved", says: "by no sample" },
  { kind: "dropped", title: "unknown", says: "no sample has a verdict" },
];
