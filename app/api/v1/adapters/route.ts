import { describeAdapter } from "@/lib/adapters/describe-adapter";
import { listAdapters } from "@/lib/adapters/registry";
import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";

export const GET = handle(async (request) =>
  answerJson(request, JSON.stringify({ adapters: listAdapters().map(describeAdapter) })),
);
