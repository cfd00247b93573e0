import { describe, test } from "vitest";
import { describeHostileCorpus } from "@/testing/hostile-corpus";
import { createPool } from "./runner-pool";

const pool = await createPool({ workers: 1, tier: "landlock" });
const { tier, missing } = pool.health();
await pool.close();

// How a program loops, what its values are and whether it finds the recorder has nothing to do with the jail.
describe("in the jail for machines without user namespaces", () => {
  if (tier === "landlock") describeHostileCorpus({ tier: "landlock", kinds: /^(end|escape|leave|space)_/ });
  else test("cannot be tried here", (context) => context.skip(missing.join("; ")));
});
