import { afterAll, beforeAll, expect, test } from "vitest";
import { createServices, type OpenServices } from "@/lib/engine/create-services";
import { readEnvironment } from "@/lib/environment/read-environment";
import { JailRefusedError } from "@/lib/runner/runner-errors";
import { buildProblem } from "@/testing/build-problem";
import { plainServices } from "@/testing/engine-services";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { problemQuerySchema } from "./api-schema";
import { saveBenchmark } from "./data";
import { listProblemRows } from "./data-problems";
import { endVerification, findVerificationState, startVerification, takeVerification } from "./data-verifications";
import { polytraceMini } from "./polytrace-mini/problems";
import { verifyBenchmark } from "./verify-benchmark";

let database: TestDatabase;
let services: OpenServices;
beforeAll(async () => {
  database = await startTestDatabase();
  services = await createServices(readEnvironment({ POLYTRACE_WORKERS: "2" }));
}, 120_000);
afterAll(async () => {
  await services.close();
  await database.stop();
});

const source = { fileName: "x", sha256: null, importerVersion: null };
const asked = { runBy: "command", harnessVersion: "test", now: new Date() } as const;
const signal = AbortSignal.timeout(120_000);

async function start(benchmarkId: string): Promise<string> {
  const id = await startVerification({ ...asked, benchmarkId });
  expect(await takeVerification(id, "command")).toEqual({ benchmarkId });
  return id;
}

test("our own problems: every solution passes, every bug is seen, every output is what its program gives", async () => {
  const { id: benchmarkId } = await saveBenchmark(polytraceMini);
  const id = await start(benchmarkId);
  let judged = 0;
  const count = (programs: number) => {
    judged += programs;
  };
  expect(await verifyBenchmark({ id, benchmarkId, services, signal, concurrency: 2, onProgress: count })).toBe("finished");
  await endVerification(id, { status: "completed", reason: null, now: new Date() });
  const { verification, remarks } = await findVerificationState(benchmarkId);
  expect(remarks).toEqual([]);
  expect(verification).toMatchObject({
    status: "completed",
    programs: 36,
    references: { programs: 28, asExpected: 28 },
    buggy: { programs: 8, asExpected: 8 },
    exceptions: 0,
  });
  expect(judged).toBe(36);
}, 120_000);

test("exceptions are kept by task with verdict and reason, and what was judged is not judged again", async () => {
  const repair = { kind: "repair", starter: "def double(n):\n    return n * n\n" } as const;
  const problems = [
    buildProblem({ taskId: "wrong solution", reference: "def double(n):\n    return n + 1\n" }),
    buildProblem({ taskId: "bug that no visible test shows", ...repair }),
    buildProblem({ taskId: "no bug", kind: "repair", starter: "def double(n):\n    return 2 * n\n" }),
    buildProblem({ taskId: "wrong example", reference: "def double(n):\n    return 2 * n if n < 0 else 0\n" }),
    buildProblem({ taskId: "no solution", reference: null }),
    buildProblem({ taskId: "wrong output", kind: "output-prediction", starter: "def double(n):\n    return 2 * n + 1\n" }),
  ];
  const { id: benchmarkId } = await saveBenchmark({ slug: "faulty", title: "Faulty", format: "problems", source, problems });
  const id = await start(benchmarkId);
  // The plain interpreter would not find what the jailed one does: nothing of the second run may come from it.
  await verifyBenchmark({ id, benchmarkId, services, signal, concurrency: 2 });
  const refuse = () => Promise.reject(new JailRefusedError(["nothing may be judged again"]));
  expect(await startVerification({ ...asked, benchmarkId })).toBe(id);
  await takeVerification(id, "command");
  const again = { id, benchmarkId, services: plainServices({ judge: refuse }), signal, concurrency: 2 };
  expect(await verifyBenchmark(again)).toBe("finished");
  const { verification, remarks } = await findVerificationState(benchmarkId);
  expect(verification).toMatchObject({ programs: 7, exceptions: 3, misleadingExamples: 1, unseenBugs: 1 });
  expect(remarks.map(({ taskId, role, verdict, isExpected }) => [taskId, role, verdict, isExpected])).toEqual([
    ["wrong solution", "reference", "failed", false],
    ["wrong output", "reference", "failed", false],
    ["no bug", "buggy", "passed", false],
    ["wrong example", "reference", "passed", true],
    ["bug that no visible test shows", "buggy", "failed", true],
  ]);
  expect(remarks.map(({ reason }) => reason)).toEqual([
    "double(2): 3 instead of 4",
    "double(-77): -153 instead of -154",
    null,
    "double(2): 0 instead of 4",
    "double(-77): 5929 instead of -154",
  ]);
  const exceptions = await listProblemRows(benchmarkId, problemQuerySchema.parse({ check: "exception" }));
  expect(exceptions.problems.map(({ taskId }) => taskId)).toEqual(["wrong solution", "no bug", "wrong output"]);
}, 60_000);

test("a verification that was stopped is not written to any more, and goes on when it is asked for again", async () => {
  const problems = ["1", "2"].map((taskId) => buildProblem({ taskId }));
  const { id: benchmarkId } = await saveBenchmark({ slug: "stopped", title: "Stopped", format: "problems", source, problems });
  const id = await start(benchmarkId);
  await endVerification(id, { status: "stopped", reason: "It was stopped.", now: new Date() });
  expect(await verifyBenchmark({ id, benchmarkId, services, signal, concurrency: 1 })).toBe("unwanted");
  expect((await findVerificationState(benchmarkId)).verification?.references.programs).toBe(0);
  expect(await start(benchmarkId)).toBe(id);
  expect(await verifyBenchmark({ id, benchmarkId, services, signal, concurrency: 1 })).toBe("finished");
  expect((await findVerificationState(benchmarkId)).verification?.references).toEqual({ programs: 2, asExpected: 2 });
}, 60_000);
