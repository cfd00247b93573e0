import { decodeRecording } from "@/lib/recordings/decode-recording";
import { defaultLimits, type Entry, type Recording } from "@/lib/recordings/schema";
import { createPool } from "@/lib/runner/runner-pool";

/** Records programs as the product does: in the jail, with the real recorder. */
export async function recordPrograms(
  programs: readonly { readonly source: string; readonly entry: Entry }[],
): Promise<readonly Recording[]> {
  const pool = await createPool({ workers: 2 });
  try {
    const recordings: Recording[] = [];
    for (const { source, entry } of programs) {
      const { header, stream, end } = await pool.record({ source, entry, limits: defaultLimits, priority: "interactive" });
      recordings.push({ ...decodeRecording({ header, stream }), end });
    }
    return recordings;
  } finally {
    await pool.close();
  }
}
