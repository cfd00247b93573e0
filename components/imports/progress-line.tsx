import type { ImportProgress } from "./send-files";

/** How far files are sent or read. */
export function ProgressLine({ progress }: { progress: ImportProgress | null }) {
  const isSending = progress?.step === "sending";
  const share = isSending ? progress.sent / Math.max(1, progress.bytes) : 1;
  return (
    <div aria-live="polite" className="w-110 max-w-full">
      <p className="truncate">{textOf(progress)}</p>
      <progress
        aria-label="Import"
        className="mt-2 h-2 w-full accent-(--accent)"
        {...(isSending ? { value: share, max: 1 } : {})}
      />
    </div>
  );
}

function textOf(progress: ImportProgress | null): string {
  if (progress === null) return "Starting";
  if (progress.step === "sending")
    return `Sending: ${(progress.sent / 2 ** 20).toFixed(1)} of ${(progress.bytes / 2 ** 20).toFixed(1)} MB`;
  const verb = progress.step === "reading" ? "Reading" : "Storing";
  return `${verb} ${progress.path}: ${progress.rows.toLocaleString("en")} rows`;
}
