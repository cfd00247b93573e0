import type { ArmFactors } from "@/lib/experiments/arm";

/** Samples of one problem after one round. */
export type RoundCounts = {
  readonly round: number;
  readonly samples: number;
  readonly passed: number;
  /** Samples that are the last of their chain. */
  readonly finals: number;
  readonly finalsPassed: number;
  readonly infrastructure: number;
  readonly unjudged: number;
};

/** A verdict on a group of samples, of which one counted. */
export type GroupVerdict = {
  /** `source`: an import judged the group as a whole; `choice`: made here among samples that are judged each. */
  readonly by: "source" | "choice";
  readonly round: number;
  readonly rule: string;
  readonly oracle: boolean;
  readonly candidates: number;
  /** Null: an infrastructure error, or nothing said. */
  readonly passed: boolean | null;
};

export type ProblemCounts = {
  readonly taskId: string;
  readonly rounds: RoundCounts[];
  /** One per round for imports that judge rounds; at most one for choices made here. */
  readonly groups: GroupVerdict[];
  /** Whether some prompt held the trace that it should hold. */
  delivered: boolean;
};

/** What the database keeps of an arm: everything that its numbers are made of, and nothing of its texts. */
export type ArmData = {
  readonly id: string;
  readonly experimentId: string;
  readonly key: string;
  readonly factors: ArmFactors;
  /** Problems that it was to have; for imports those that it has. */
  readonly planned: number;
  readonly problems: ReadonlyMap<string, ProblemCounts>;
  readonly totals: {
    readonly wanted: number;
    readonly delivered: number;
    readonly truncated: number;
    readonly identical: number;
    /** Means per sample; null where no sample says. */
    readonly promptTokens: number | null;
    readonly answerTokens: number | null;
    readonly costUsd: number | null;
  };
};
