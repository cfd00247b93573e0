import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";

const answer = handle(async (request) => {
  throw notFound(`The address ${new URL(request.url).pathname}`);
});

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
