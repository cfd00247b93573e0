import { handle } from "@/lib/http/handle";
import { parseQuery } from "@/lib/http/parse-query";
import { readBytes } from "@/lib/http/read-json-body";
import { PIECE_BYTES, pieceQuerySchema } from "@/lib/imports/api-schema";
import { writePiece } from "@/lib/imports/upload-files";

export const POST = handle(async (request) => {
  const piece = parseQuery(pieceQuerySchema, request);
  const bytes = await readBytes(request, PIECE_BYTES);
  await writePiece(piece, bytes);
  return Response.json({ bytes: bytes.length }, { headers: { "Cache-Control": "no-store" } });
});
