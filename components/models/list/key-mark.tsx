import { KeyRound, TriangleAlert } from "lucide-react";
import type { Model } from "@/lib/models/schema";

/** The variable of a model's key, and whether it is set where Polytrace runs. */
export function KeyMark({ model, keys }: { model: Model; keys: Readonly<Record<string, boolean>> }) {
  if (!("keyVariable" in model)) return <span className="text-faint">none needed</span>;
  if (model.keyVariable === null) return <span className="text-soft">none is sent</span>;
  const isSet = keys[model.keyVariable] ?? false;
  const Icon = isSet ? KeyRound : TriangleAlert;
  return (
    <span className="grid">
      <code className="break-all">{model.keyVariable}</code>
      <span className={`inline-flex items-center gap-1 text-xs ${isSet ? "text-soft" : "text-warn"}`}>
        <Icon size={12} aria-hidden />
        {isSet ? "set on this server" : "not set on this server"}
      </span>
    </span>
  );
}
