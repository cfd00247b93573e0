import { CircleCheck, CircleDot, CirclePause, CircleX, FileInput } from "lucide-react";
import type { Experiment } from "@/lib/experiments/api-schema";

const marks = {
  running: { title: "running", Icon: CircleDot, colour: "text-accent" },
  paused: { title: "paused", Icon: CirclePause, colour: "text-warn" },
  completed: { title: "completed", Icon: CircleCheck, colour: "text-soft" },
  cancelled: { title: "cancelled", Icon: CircleX, colour: "text-soft" },
} as const;

/** The state of an experiment in a word; what was brought in by files says so. */
export function StatusMark({ experiment: { status, origin } }: { experiment: Pick<Experiment, "status" | "origin"> }) {
  const isImport = origin === "import" && status === "completed";
  const { title, Icon, colour } = isImport ? { title: "imported", Icon: FileInput, colour: "text-soft" } : marks[status];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${colour}`}>
      <Icon size={14} aria-hidden className="shrink-0" />
      {title}
    </span>
  );
}
