import { TriangleAlert } from "lucide-react";
import type { Progress } from "@/lib/experiments/api-schema";

/** What kept samples from being made: never a wrong answer, and tried again on request. */
export function RunErrors({ progress: { errors } }: { progress: Progress }) {
  if (errors.length === 0) return null;
  const samples = errors.reduce((sum, error) => sum + error.samples, 0);
  return (
    <div className="flex gap-2.5 rounded-md bg-warn-soft px-3 py-1.5 text-warn">
      <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p>
          {samples.toLocaleString("en")} infrastructure {samples === 1 ? "error" : "errors"}: not wrong answers, left out of every
          rate, and asked for again when you retry them.
        </p>
        <ul>
          {errors.map((error) => (
            <li key={error.message} className="break-words">
              {error.samples.toLocaleString("en")} × {error.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
