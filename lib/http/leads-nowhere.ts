import { findSharedLink } from "@/lib/links/find-shared-link";
import { isShareOpen } from "@/lib/shares/data";

const linked = /^\/(t|embed|s)\/([^/]+)\/?$/;

/**
 * Whether a page's address is a link that names nothing (unknown, expired or revoked look alike). Pages send their frame before they
 * know what is in it, so the status of the answer has to be decided before them.
 */
export async function leadsNowhere(pathname: string, now: Date): Promise<boolean> {
  const [, kind, name] = linked.exec(pathname) ?? [];
  if (kind === undefined || name === undefined) return false;
  return kind === "s" ? !(await isShareOpen(name, now)) : (await findSharedLink(name)) === null;
}
