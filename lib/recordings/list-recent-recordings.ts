import { readEnvironment } from "@/lib/environment/read-environment";
import type { RecordingListItem } from "./api-schema";
import { listRecordings } from "./data";

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;

/** The recordings used last. A server that others can reach lists only what was shared: an unshared program is its author's alone. */
export async function listRecentRecordings(limit: number, now: Date): Promise<RecordingListItem[]> {
  const { host, allowedHosts, trustedProxies } = readEnvironment(process.env);
  const isPersonal = loopback.test(host) && allowedHosts.length === 0 && trustedProxies === 0;
  return listRecordings({ limit, which: isPersonal ? "all" : "shared", now });
}
