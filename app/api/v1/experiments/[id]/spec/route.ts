import { findSpec } from "@/lib/experiments/data";
import { specToYaml } from "@/lib/experiments/spec-yaml";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (_request, { params }) => {
  const { id } = await params;
  const found = await findSpec(id);
  if (found === null) throw notFound("The experiment's specification");
  const disposition = `attachment; filename="polytrace-${id}.yaml"`;
  const headers = {
    "Content-Type": "application/yaml; charset=utf-8",
    "Content-Disposition": disposition,
    "Cache-Control": "no-store",
  };
  return new Response(specToYaml(found.spec, found.specHash), { headers });
});
