import type { FilterField } from "@/lib/filters/schema";

/** What samples can be filtered by. The first text field is where a word alone is looked for. */
export const sampleFields: readonly FilterField[] = [
  { name: "problem", type: "text", description: "task id" },
  { name: "model", type: "text", description: "name of the model" },
  { name: "condition", type: "text", description: "code, feedback, trace:next, …" },
  { name: "strategy", type: "text", description: "single, parallel or sequential" },
  { name: "benchmark", type: "text", description: "name of the benchmark" },
  { name: "kind", type: "text", description: "synthesis, repair, output-prediction or input-prediction" },
  { name: "verdict", type: "text", description: "passed, failed, timeout, infrastructure, …" },
  { name: "arm", type: "text", description: "label of the arm" },
  { name: "chain", type: "number", description: "number of the sample, from 0" },
  { name: "round", type: "number", description: "round, from 0" },
  { name: "tokens", type: "number", description: "tokens of prompt and answer" },
  { name: "cost", type: "number", description: "US dollars" },
  { name: "latency", type: "number", description: "milliseconds" },
  { name: "delivered", type: "flag", description: "the trace was in the prompt" },
  { name: "truncated", type: "flag", description: "the trace was cut" },
  { name: "identical", type: "flag", description: "the prompt was the control's" },
  { name: "final", type: "flag", description: "last of its chain" },
];
