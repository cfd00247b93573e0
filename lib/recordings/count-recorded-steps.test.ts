import { expect, test } from "vitest";
import { countRecordedSteps } from "./count-recorded-steps";
import { createRunnerPool } from "./create-runner-pool";
import { decodeRecording } from "./decode-recording";
import { defaultLimits, type Entry } from "./schema";

const script: Entry = { kind: "script", stdin: "" };

test("the number is that of the decoded steps, however the run ended", async () => {
  const pool = await createRunnerPool({ workers: 1 });
  const programs: readonly [string, object][] = [
    ["x = 1\ny = 2\n", {}],
    ["1/0", {}],
    ["def f(:", {}],
    ["while True:\n    pass", { steps: 50 }],
    ["x = []\nwhile True:\n    x.append('y' * 100)", { recordingBytes: 65_536 }],
    ["x = 1\nimport time\ntime.sleep(30)", { wallMs: 500 }],
    ["x = 1\nimport os\nos._exit(3)", {}],
    ["print('x' * 5000)", { outputBytes: 1_000 }],
  ];
  for (const [source, limits] of programs) {
    const result = await pool.record({ source, entry: script, limits: { ...defaultLimits, ...limits }, priority: "batch" });
    expect([source, countRecordedSteps(result.end)]).toEqual([source, decodeRecording(result).steps.length]);
  }
  await pool.close();
});
