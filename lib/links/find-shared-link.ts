import { type Link, linkIdSchema } from "./api-schema";
import { findLink } from "./data";

/** The link that a page's address names, or null when it cannot be or is not one. */
export async function findSharedLink(id: string): Promise<Link | null> {
  const parsed = linkIdSchema.safeParse(id);
  return parsed.success ? findLink(parsed.data) : null;
}
