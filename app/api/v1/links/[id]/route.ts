import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseId } from "@/lib/http/parse-id";
import { linkIdSchema } from "@/lib/links/api-schema";
import { findLink } from "@/lib/links/data";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (request, { params }) => {
  const link = await findLink(parseId(linkIdSchema, (await params).id, "The link"));
  if (link === null) throw notFound("The link");
  return answerJson(request, JSON.stringify(link));
});
