import { ScrollRegion } from "@/components/table/scroll-region";
import type { ModelList } from "@/lib/models/api-schema";
import type { Model } from "@/lib/models/schema";
import { ModelLine } from "./model-line";

const headings = [
  ["Model", "pl-4"],
  ["Asked through", "px-2"],
  ["Key", "px-2"],
  ["$ / M in", "px-2 text-right"],
  ["$ / M out", "px-2 text-right"],
  ["Context", "px-2 text-right"],
  ["Actions", "pr-2 text-right"],
] as const;

type Props = { label: string; models: readonly Model[]; list: ModelList; onEdit: (model: Model) => void };

export function ModelTable({ label, models, list, onEdit }: Props) {
  return (
    <ScrollRegion label={label} className="rounded-lg border border-line bg-surface">
      <table className="w-full min-w-220 text-left tabular-nums">
        <thead className="text-xs text-soft">
          <tr>
            {headings.map(([title, className]) => (
              <th key={title} scope="col" className={`py-1.5 font-medium whitespace-nowrap ${className}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            // Changed, it was not tried yet.
            <ModelLine
              key={JSON.stringify(model)}
              model={model}
              list={list}
              columns={headings.length}
              onEdit={() => onEdit(model)}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
