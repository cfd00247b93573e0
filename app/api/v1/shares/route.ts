import { z } from "zod";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseInput } from "@/lib/http/parse-input";
import { parseQuery } from "@/lib/http/parse-query";
import { readJsonBody } from "@/lib/http/read-json-body";
import { createShare, listShares } from "@/lib/shares/data";
import { pinResults } from "@/lib/shares/pin-results";
import { shareRequestSchema } from "@/lib/shares/schema";

const listQuery = z.object({ experiment: z.string().min(1).max(60).nullable().default(null) });
const DAY_MS = 86_400_000;

export const GET = handle(async (request) => {
  const { experiment } = parseQuery(listQuery, request);
  return Response.json({ shares: await listShares(experiment) }, { headers: { "Cache-Control": "no-store" } });
});

export const POST = handle(async (request) => {
  const { days, ...view } = parseInput(shareRequestSchema, await readJsonBody(request, 65_536));
  const pinned = await pinResults(view);
  if (pinned === null) throw notFound("The experiment");
  const now = new Date();
  const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY_MS);
  const { share, token } = await createShare({ pinned, view, now, expiresAt });
  return Response.json({ share, path: `/s/${token}` }, { status: 201, headers: { "Cache-Control": "no-store" } });
});
