import { z } from "zod";

export const selectionSchema = z.enum(["first", "public-tests", "majority", "generated-tests", "oracle"]);
export type Selection = z.infer<typeof selectionSchema>;

/**
 * `shared`: the first prompt carries no condition, all arms of a model have the same first-round samples and differ from the second
 * on. `treated`: where a failing program is given with the problem (repair), the first prompt already carries the condition.
 */
const firstRoundSchema = z.enum(["shared", "treated"]).default("shared");
const samples = z.int().min(1).max(1000);
/** Names of the decodings that the strategy is combined with; null: all. */
const decodings = z.array(z.string()).min(1).nullable().default(null);

export const strategySchema = z.discriminatedUnion("kind", [
  /** n samples from one prompt. The only prompt carries the condition where there is something to carry. */
  z.object({ kind: z.literal("single"), n: samples.default(1), decodings }),
  /** n candidates of which a rule chooses one; those that fail visible tests may be asked once more with the condition. */
  z.object({
    kind: z.literal("parallel"),
    n: samples,
    selection: selectionSchema,
    secondChance: z.boolean().default(true),
    firstRound: firstRoundSchema,
    decodings,
  }),
  /** n chains, each asked again with the condition until its visible tests pass or the rounds are over. */
  z.object({
    kind: z.literal("sequential"),
    n: samples.default(1),
    rounds: z.int().min(2).max(50),
    history: z.enum(["all", "last"]).default("last"),
    firstRound: firstRoundSchema,
    decodings,
  }),
]);
/** How samples are drawn and chosen. */
export type Strategy = z.infer<typeof strategySchema>;

/** Everything but the number of samples, which may grow later without making another arm. */
export function strategyId(strategy: Strategy): string {
  const parts: string[] = [strategy.kind];
  if (strategy.kind === "parallel") {
    parts.push(strategy.selection);
    if (!strategy.secondChance) parts.push("one-chance");
  }
  if (strategy.kind === "sequential") parts.push(`${strategy.rounds}-rounds`, `history-${strategy.history}`);
  if (strategy.kind !== "single" && strategy.firstRound === "treated") parts.push("treated-first");
  return parts.join(":");
}

/** The most rounds that one chain of the strategy can have. */
export function roundsOf(strategy: Strategy): number {
  if (strategy.kind === "sequential") return strategy.rounds;
  return strategy.kind === "parallel" && strategy.secondChance ? 2 : 1;
}

/** Whether the very first prompt may carry the condition. */
export function treatsFirstRound(strategy: Strategy): boolean {
  return strategy.kind === "single" || strategy.firstRound === "treated";
}
