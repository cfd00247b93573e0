import { z } from "zod";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseInput } from "@/lib/http/parse-input";
import { parseQuery } from "@/lib/http/parse-query";
import { readJsonBody } from "@/lib/http/read-json-body";
import { loadReport } from "@/lib/results/load-report";
import { createShare, listShares } from "@/lib/shares/data";
import { shareRequestSchema } from "@/lib/shares/schema";

const listQuery = z.object({ experiment: z.string().min(1).max(60) });
const DAY_MS = 86_400_000;

export const GET = handle(async (request) => {
  const { experiment } = parseQuery(listQuery, request);
  return Response.json({ shares: await listShares(experiment) }, { headers: { "Cache-Control": "no-store" } });
});

export const POST = handle(async (request) => {
  const { experimentId, setting, query, days } = parseInput(shareRequestSchema, await readJsonBody(request, 16_384));
  const report = await loadReport(experimentId, setting);
  if (report === null) throw notFound("The experiment");
  const now = new Date();
  const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY_MS);
  const { share, token } = await createShare({ report, view: { experimentId, setting, query }, now, expiresAt });
  return Response.json({ share, path: `/s/${token}` }, { status: 201, headers: { "Cache-Control": "no-store" } });
});
