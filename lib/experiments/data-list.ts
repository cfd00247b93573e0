import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { type ExperimentRow, experimentRowSchema } from "./api-schema";
import { listExperiments } from "./data";

const aboutSchema = z.array(
  experimentRowSchema.pick({ id: true, benchmarks: true, models: true, conditions: true }).extend({
    arms: z.coerce.number(),
    problems: z.coerce.number(),
    chains: z.coerce.number().nullable(),
    samples: z.coerce.number(),
    infrastructure: z.coerce.number(),
    chainsDone: z.coerce.number(),
  }),
);

type About = Omit<z.infer<typeof aboutSchema>[number], "id">;

function nothingKnown(): About {
  const counts = { arms: 0, problems: 0, chains: null, samples: 0, infrastructure: 0, chainsDone: 0 };
  return { benchmarks: [], models: [], conditions: [], ...counts };
}

/** All experiments, newest first, with what they are about and how far they are; from kept counts, without looking at samples. */
export async function listExperimentRows(): Promise<ExperimentRow[]> {
  const [experiments, about] = await Promise.all([listExperiments(), listAbout()]);
  const known = new Map(about.map((row) => [row.id, row]));
  return experiments.map((experiment) => ({ ...(known.get(experiment.id) ?? nothingKnown()), ...experiment }));
}

async function listAbout(): Promise<z.infer<typeof aboutSchema>> {
  const rows = await getDatabase().$queryRaw`
    WITH counts AS (
      SELECT "armId", sum("samples") AS samples, sum("infrastructure") AS infrastructure, sum("finals") - sum("infrastructure") AS done
      FROM "ArmCount" GROUP BY 1
    ), sets AS (
      SELECT "experimentId", sum(problems) AS problems FROM (
        SELECT "experimentId", "factors" ->> 'benchmark', "factors" ->> 'taskKind', max("problems") AS problems FROM "Arm" GROUP BY 1, 2, 3
      ) s GROUP BY 1
    )
    SELECT a."experimentId" AS id, count(*) AS arms, max(sets.problems) AS problems,
      coalesce(array_agg(DISTINCT a."factors" ->> 'benchmark') FILTER (WHERE a."factors" ->> 'benchmark' IS NOT NULL), '{}') AS benchmarks,
      coalesce(array_agg(DISTINCT a."factors" ->> 'model') FILTER (WHERE a."factors" ->> 'model' IS NOT NULL), '{}') AS models,
      coalesce(array_agg(DISTINCT a."factors" ->> 'condition') FILTER (WHERE a."factors" ->> 'condition' IS NOT NULL), '{}') AS conditions,
      CASE WHEN bool_and((a."factors" ->> 'n') IS NOT NULL) THEN sum(a."problems" * (a."factors" ->> 'n')::int) END AS chains,
      coalesce(sum(c.samples), 0) AS samples, coalesce(sum(c.infrastructure), 0) AS infrastructure, CASE WHEN e."origin" = 'run' THEN coalesce(sum(c.done), 0) ELSE 0 END AS "chainsDone"
    FROM "Arm" a JOIN "Experiment" e ON e."id" = a."experimentId" JOIN sets ON sets."experimentId" = a."experimentId" LEFT JOIN counts c ON c."armId" = a."id" GROUP BY 1, e."origin"`;
  return aboutSchema.parse(rows);
}
