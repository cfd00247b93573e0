import { getDatabase } from "@/lib/database/client";
import type { Link, LinkRequest } from "./api-schema";
import { linkId } from "./link-id";
import { viewSchema } from "./schema";

/**
 * Makes the link to a recording with a view, or finds the one there is, and keeps the recording from expiring.
 * Null when the recording does not exist or has expired.
 */
export async function createLink(request: LinkRequest, now: Date): Promise<{ id: string; isNew: boolean } | null> {
  const { recordingId, view } = request;
  const id = linkId(recordingId, view);
  return getDatabase().$transaction(async (database) => {
    // The update locks the row, so that an expiry at the same moment either finds it kept or came first.
    const alive = { id: recordingId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
    const kept = await database.recording.updateMany({ where: alive, data: { expiresAt: null, usedAt: now } });
    if (kept.count === 0) return null;
    const made = await database.link.createMany({ data: { id, recordingId, view, createdAt: now }, skipDuplicates: true });
    return { id, isNew: made.count === 1 };
  });
}

/** The link with this id, or null. */
export async function findLink(id: string): Promise<Link | null> {
  const row = await getDatabase().link.findUnique({ where: { id } });
  if (row === null) return null;
  return { id: row.id, recordingId: row.recordingId, view: viewSchema.parse(row.view), createdAt: row.createdAt.toISOString() };
}
