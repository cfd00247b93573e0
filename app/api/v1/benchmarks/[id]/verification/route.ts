import { endVerification, findVerificationState, startVerification } from "@/lib/benchmarks/data-verifications";
import { getBenchmark } from "@/lib/benchmarks/get-benchmark";
import { handle } from "@/lib/http/handle";
import { HARNESS_VERSION } from "@/lib/judge/judge-program";

type Context = { params: Promise<{ id: string }> };

const headers = { "Cache-Control": "no-store" };

export const GET = handle<Context>(async (_request, { params }) => {
  const { id } = await getBenchmark((await params).id);
  return Response.json(await findVerificationState(id), { headers });
});

export const POST = handle<Context>(async (_request, { params }) => {
  const { id } = await getBenchmark((await params).id);
  await startVerification({ benchmarkId: id, runBy: "worker", harnessVersion: HARNESS_VERSION, now: new Date() });
  return Response.json(await findVerificationState(id), { status: 202, headers });
});

export const DELETE = handle<Context>(async (_request, { params }) => {
  const { id, verification } = await getBenchmark((await params).id);
  if (verification !== null) {
    await endVerification(verification.id, { status: "stopped", reason: "It was stopped.", now: new Date() });
  }
  return Response.json(await findVerificationState(id), { headers });
});
