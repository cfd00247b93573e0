import type { RecordingDetail } from "@/lib/recordings/api-schema";

export type StatusWords = { readonly tone: "good" | "warn" | "bad"; readonly words: string };

/** How a recording ended, in the server's sentence where it has more to say than the status. */
export function statusWords({
  status,
  reason,
  completeness,
}: Pick<RecordingDetail, "status" | "reason" | "completeness">): StatusWords {
  const isCut = status === "step-limit" || status === "size-limit" || status === "output-limit";
  if (status === "completed" && completeness.kind === "complete") return { tone: "good", words: "completed" };
  const partial = status !== "raised" && status !== "syntax-error" && completeness.kind !== "complete";
  const words = partial ? `${sentence(reason)} The traces show what was recorded until then.` : sentence(reason);
  return { tone: isCut || status === "completed" ? "warn" : "bad", words };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
