import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { openapiDocument } from "@/lib/http/openapi-document";

export const GET = handle(async (request) => answerJson(request, JSON.stringify(openapiDocument())));
