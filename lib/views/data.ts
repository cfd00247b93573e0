import { createHash } from "node:crypto";
import { getDatabase } from "@/lib/database/client";
import { type SavedView, savedViewBodySchema, savedViewSchema } from "@/lib/views/schema";

type Row = { readonly id: string; readonly name: string; readonly body: unknown; readonly createdAt: Date };

/** Keeps a view; one of the same name takes the place of the earlier one. */
export async function saveView({ name, query }: Pick<SavedView, "name" | "query">, now: Date): Promise<SavedView> {
  const id = createHash("sha256").update(name).digest("base64url").slice(0, 16);
  const body = savedViewBodySchema.parse({ version: 1, query });
  const row = await getDatabase().savedView.upsert({
    where: { id },
    create: { id, name, body, createdAt: now },
    update: { body, createdAt: now },
  });
  return toView(row);
}

/** All kept views, the newest first. */
export async function listViews(): Promise<SavedView[]> {
  const rows = await getDatabase().savedView.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
  return rows.map(toView);
}

/** Lets a view go; says whether there was one. */
export async function deleteView(id: string): Promise<boolean> {
  return (await getDatabase().savedView.deleteMany({ where: { id } })).count === 1;
}

function toView({ id, name, body, createdAt }: Row): SavedView {
  return savedViewSchema.parse({ id, name, query: savedViewBodySchema.parse(body).query, createdAt: createdAt.toISOString() });
}
