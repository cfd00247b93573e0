import type { DebugSetup } from "@/lib/debug/schema";

/** Three rounds of a stand-in that is told of its last attempt. */
export const debugSetup: DebugSetup = {
  model: "mutant",
  condition: { kind: "code" },
  rounds: 3,
  history: "last",
  firstRound: "treated",
  temperature: 0,
  maxTokens: 100,
  chain: 0,
};
