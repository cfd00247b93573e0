import { z } from "zod";
import { armFactorsSchema } from "@/lib/experiments/arm";
import { referenceTableSchema } from "@/lib/references/schema";
import { clusterRules } from "@/lib/results/group-problems";

export const intervalSchema = z.object({ low: z.number(), high: z.number() });

/** One number of an arm with everything that it needs to be read rightly. */
export const estimateSchema = z.object({
  /** `pass@1`, `selected@1`, `best-of-n`, `rounds-mean`, `round-1`, … */
  metric: z.string(),
  /** "pass@1 (n = 10, T = 0.2, hidden tests)". */
  label: z.string(),
  /** The estimand in words. */
  words: z.string(),
  oracle: z.boolean(),
  /** As a fraction; null is unknown, and `missing` says why. */
  value: z.number().nullable(),
  interval: intervalSchema.nullable(),
  level: z.number(),
  method: z.string(),
  standardError: z.number().nullable(),
  /** N, the problems that it stands on. */
  problems: z.int(),
  /** Problems of the arm whose outcome is unknown: every sample was an infrastructure error or has no verdict. */
  unknown: z.int(),
  /** n; null where problems have different numbers of samples. */
  samples: z.int().nullable(),
  missing: z.string().nullable(),
  /** The same figure with infrastructure errors counted as wrong, as some published tables have it; null where there are none. */
  countingErrorsAsWrong: z.number().nullable(),
});
export type EstimateReport = z.infer<typeof estimateSchema>;

export const deliverySummarySchema = z.object({
  /** Prompts that should hold a trace, those that do, those whose trace was cut, and those equal to the control's prompt. */
  wanted: z.int(),
  delivered: z.int(),
  truncated: z.int(),
  identical: z.int(),
});
export type DeliverySummary = z.infer<typeof deliverySummarySchema>;

const curvePointSchema = z.object({ at: z.int(), value: z.number(), interval: intervalSchema.nullable(), problems: z.int() });
export type CurvePoint = z.infer<typeof curvePointSchema>;

export const armReportSchema = z.object({
  id: z.string(),
  experimentId: z.string(),
  key: z.string(),
  label: z.string(),
  modelTitle: z.string(),
  conditionTitle: z.string(),
  /** Name of the adapter's colour, for conditions with a trace. */
  colour: z.string(),
  factors: armFactorsSchema,
  controlId: z.string().nullable(),
  sectionId: z.string(),
  /** Problems that some arm on the same benchmark has; those this arm has rows of; those of which its outcome is known. */
  expected: z.int(),
  problems: z.int(),
  known: z.int(),
  samples: z.int(),
  infrastructure: z.int(),
  unjudged: z.int(),
  primary: z.string(),
  estimates: z.array(estimateSchema),
  passAtK: z.array(curvePointSchema),
  /** After each round; `rounds` of the words says what is counted. */
  rounds: z.array(curvePointSchema),
  roundsInWords: z.string().nullable(),
  delivery: deliverySummarySchema.nullable(),
  promptTokens: z.number().nullable(),
  answerTokens: z.number().nullable(),
  costUsd: z.number().nullable(),
});
export type ArmReport = z.infer<typeof armReportSchema>;

const flipsSchema = z.object({ fixed: z.int(), broken: z.int(), both: z.int(), neither: z.int() });

/** A contrast on the problems whose prompt held the trace, or on the others. */
const partSchema = z.object({
  difference: z.number(),
  interval: intervalSchema.nullable(),
  pValue: z.number().nullable(),
  problems: z.int(),
  /** Problems of this part whose outcome is unknown in one of the arms; null where nobody counted. */
  dropped: z.int().nullable().default(null),
  words: z.string(),
  sentence: z.string(),
});

export const contrastSchema = z.object({
  id: z.string(),
  sectionId: z.string(),
  armId: z.string(),
  baselineId: z.string(),
  arm: z.string(),
  baseline: z.string(),
  model: z.string(),
  metric: z.string(),
  words: z.string(),
  oracle: z.boolean(),
  /** Null where there is nothing to compare; `missing` says why. */
  difference: z.number().nullable(),
  interval: intervalSchema.nullable(),
  level: z.number(),
  standardError: z.number().nullable(),
  armMean: z.number().nullable(),
  baselineMean: z.number().nullable(),
  pValue: z.number().nullable(),
  testedBy: z.enum(["mcnemar", "sign-flips", "t", "sign", "none"]),
  adjusted: z.object({ method: z.string(), contrasts: z.int(), pValue: z.number().nullable() }),
  /** N, problems that both have; those that one of them lacks or whose outcome is unknown are dropped. */
  problems: z.int(),
  dropped: z.int(),
  clusters: z.int().nullable(),
  flips: flipsSchema.nullable(),
  /** Problems with different values in the two arms; null where that is unknown. */
  differing: z.int().nullable().default(null),
  /** Smallest true difference that would have been found with the power of `statistics`; null: none of any size. */
  detectable: z.number().nullable(),
  decided: z.enum(["better", "worse", "undecided", "unknown"]),
  sentence: z.string(),
  missing: z.string().nullable(),
  delivery: deliverySummarySchema.nullable(),
  /** Only problems whose prompt held the trace: chosen after the fact, so it proves nothing. */
  deliveredOnly: partSchema.nullable(),
  /** The other problems: what differs there cannot be the trace's doing. */
  undeliveredOnly: partSchema.nullable().default(null),
  /** Factors besides the condition in which the two arms differ. */
  differsIn: z.array(z.string()),
});
export type ContrastReport = z.infer<typeof contrastSchema>;

export const sectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  metric: z.string(),
  metrics: z.array(z.object({ metric: z.string(), label: z.string(), words: z.string(), oracle: z.boolean() })),
  label: z.string(),
  words: z.string(),
  oracle: z.boolean(),
  armIds: z.array(z.string()),
  contrastIds: z.array(z.string()),
  problems: z.int(),
  answer: z.object({ headline: z.string(), detail: z.string() }).nullable(),
  /** Median over the contrasts of what could have been seen; null where in half of them or more nothing could. */
  detectable: z.number().nullable(),
});
export type SectionReport = z.infer<typeof sectionSchema>;

export const warningSchema = z.object({
  code: z.enum([
    "partial-run",
    "no-answers",
    "undelivered",
    "treatment-not-in-prompt",
    "identical-prompts",
    "arms-differ-before-treatment",
    "arms-differ-otherwise",
    "control-has-less",
    "oracle-beside-honest",
    "oracle",
    "infrastructure",
    "few-problems",
    "ceiling",
    "floor",
    "import",
    "unfinished",
  ]),
  severity: z.enum(["error", "warning", "note"]),
  message: z.string(),
  sectionId: z.string().nullable(),
  armIds: z.array(z.string()),
});
export type Warning = z.infer<typeof warningSchema>;

export const tiedSchema = z.object({
  sectionId: z.string(),
  model: z.string(),
  metric: z.string(),
  problems: z.int(),
  dropped: z.int(),
  significance: z.number(),
  arms: z.array(z.object({ armId: z.string(), mean: z.number(), adjustedP: z.number().nullable(), tied: z.boolean() })),
  sentence: z.string(),
});
export type TiedReport = z.infer<typeof tiedSchema>;

export const noiseSchema = z.object({
  armId: z.string(),
  problems: z.int(),
  samples: z.int().nullable(),
  standardError: z.number(),
  sampleShare: z.number().nullable(),
  ifTwiceTheProblems: z.number(),
  ifTwiceTheSamples: z.number(),
  sentence: z.string(),
});
export type NoiseReport = z.infer<typeof noiseSchema>;

export const correctionSchema = z.enum(["holm", "benjamini-hochberg"]);
export type Correction = z.infer<typeof correctionSchema>;

/** Results of an experiment, of an import, or of arms put together: the one shape of page, API, export, share and command line. */
export const reportSchema = z.object({
  version: z.literal(1),
  /** Changes whenever the same data would give other numbers. */
  statistics: z.object({
    version: z.string(),
    level: z.number(),
    correction: correctionSchema,
    power: z.number(),
    /** Which problems are taken as drawn together, and which ways of that the problems' ids allow. */
    clusters: z.enum(clusterRules).default("none"),
    clusterings: z.array(z.object({ rule: z.enum(clusterRules), groups: z.int() })).default([]),
  }),
  experiment: z.object({
    id: z.string().nullable(),
    name: z.string(),
    origin: z.enum(["run", "import", "comparison"]),
    status: z.string(),
    createdAt: z.string().nullable(),
    files: z.int(),
    description: z.string(),
  }),
  /** Of the data; another value means that data were added or changed. */
  fingerprint: z.string(),
  sections: z.array(sectionSchema),
  arms: z.array(armReportSchema),
  contrasts: z.array(contrastSchema),
  tied: z.array(tiedSchema),
  noise: z.array(noiseSchema),
  warnings: z.array(warningSchema),
  references: z.array(referenceTableSchema),
});
export type Report = z.infer<typeof reportSchema>;
