import { connection } from "next/server";
import { fingerprintOf, listArmIds } from "@/lib/results/data";
import { openShare } from "@/lib/shares/data";
import type { Pinned } from "@/lib/shares/schema";

export type LoadedShare = Pinned & {
  readonly createdAt: string;
  /** Query of the page as it was shared: part, tab, filter. */
  readonly query: string;
  /** Whether data were added or changed since; null where the experiment is gone. */
  readonly hasNewer: boolean | null;
};

/** A share as its page shows it; null where the link opens nothing. */
export async function loadShare(token: string): Promise<LoadedShare | null> {
  await connection();
  const opened = await openShare(token, new Date());
  if (opened === null) return null;
  const { pinned, view, createdAt } = opened;
  const armIds = view.experimentId === null ? (view.comparison?.arms ?? []) : await listArmIds(view.experimentId);
  const hasNewer = armIds.length === 0 ? null : (await fingerprintOf(armIds)) !== pinned.report.fingerprint;
  return { ...pinned, createdAt, query: view.query, hasNewer };
}
