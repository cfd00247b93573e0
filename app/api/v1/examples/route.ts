import { listExamples } from "@/lib/examples/data";
import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";

export const GET = handle(async (request) => answerJson(request, JSON.stringify({ examples: await listExamples() })));
