import { createHash } from "node:crypto";
import { getDatabase } from "@/lib/database/client";
import { type AttachedTable, attachedTableSchema } from "@/lib/references/attached-table";

export type StoredTable = { readonly id: string; readonly title: string; readonly table: AttachedTable };

/** Attaches a published table to an experiment; the same table again is the same one, under its new title. */
export async function saveTable(experimentId: string, { title, table }: Omit<StoredTable, "id">, now: Date): Promise<string> {
  const hash = createHash("sha256")
    .update(JSON.stringify([table.columns, table.rows]))
    .digest("hex")
    .slice(0, 16);
  const id = `${experimentId}.${hash}`;
  const data = { title, body: table };
  await getDatabase().reference.upsert({ where: { id }, create: { id, experimentId, createdAt: now, ...data }, update: data });
  return id;
}

/** The tables that are attached to an experiment, in the order in which they came. */
export async function listTables(experimentId: string): Promise<StoredTable[]> {
  const rows = await getDatabase().reference.findMany({
    where: { experimentId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, title, body }) => ({ id, title, table: attachedTableSchema.parse(body) }));
}

/** Takes a table off its experiment; says whether there was one. */
export async function deleteTable(experimentId: string, id: string): Promise<boolean> {
  return (await getDatabase().reference.deleteMany({ where: { id, experimentId } })).count === 1;
}
