import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { getDatabase } from "@/lib/database/client";
import { type Pinned, pinnedSchema, type Share, type SharedView, sharedViewSchema, shareSchema } from "@/lib/shares/schema";
import { hashShareToken, isShareToken, makeShareToken } from "@/lib/shares/share-token";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

type Row = {
  id: string;
  experimentId: string | null;
  title: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

export type NewShare = {
  readonly pinned: Pinned;
  readonly view: SharedView;
  readonly now: Date;
  readonly expiresAt: Date | null;
};

/** Pins what a page shows under a new token, which is returned here and kept nowhere. */
export async function createShare({ pinned, view, now, expiresAt }: NewShare): Promise<{ share: Share; token: string }> {
  const token = makeShareToken();
  const row = await getDatabase().share.create({
    data: {
      id: randomBytes(9).toString("base64url"),
      tokenHash: hashShareToken(token),
      experimentId: view.experimentId,
      title: pinned.report.experiment.name,
      view,
      report: new Uint8Array(await compress(JSON.stringify(pinned), QUALITY)),
      fingerprint: pinned.report.fingerprint,
      createdAt: now,
      expiresAt,
    },
  });
  return { share: toShare(row), token };
}

export type OpenedShare = { readonly pinned: Pinned; readonly view: SharedView; readonly createdAt: string };

/** Whether a token opens anything now. */
export async function isShareOpen(token: string, now: Date): Promise<boolean> {
  if (!isShareToken(token)) return false;
  const open = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
  return (await getDatabase().share.count({ where: { tokenHash: hashShareToken(token), ...open } })) === 1;
}

/** What a token opens; null alike for tokens that are unknown, expired or revoked. */
export async function openShare(token: string, now: Date): Promise<OpenedShare | null> {
  if (!(await isShareOpen(token, now))) return null;
  const row = await getDatabase().share.findUnique({ where: { tokenHash: hashShareToken(token) } });
  if (row === null) return null;
  const text = (await decompress(row.report)).toString("utf8");
  return {
    pinned: pinnedSchema.parse(JSON.parse(text)),
    view: sharedViewSchema.parse(row.view),
    createdAt: row.createdAt.toISOString(),
  };
}

/** The shares of an experiment, or of comparisons (null), newest first, revoked ones too. */
export async function listShares(experimentId: string | null): Promise<Share[]> {
  const rows = await getDatabase().share.findMany({
    where: { experimentId },
    orderBy: { createdAt: "desc" },
    omit: { report: true, tokenHash: true },
  });
  return rows.map(toShare);
}

/** Ends a share for good; says whether there was one to end. */
export async function revokeShare(id: string, now: Date): Promise<boolean> {
  const { count } = await getDatabase().share.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  return count === 1;
}

function toShare({ id, experimentId, title, createdAt, expiresAt, revokedAt }: Row): Share {
  return shareSchema.parse({
    id,
    experimentId,
    title,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  });
}
