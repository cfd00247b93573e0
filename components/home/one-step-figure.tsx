import { AdapterMark } from "@/components/workbench/panes/adapter-mark";
import { listAdapters } from "@/lib/adapters/registry";

type Row = { readonly id: string; readonly before: string; readonly step: string; readonly after: string };

const rows: readonly Row[] = [
  { id: "next", before: "odd.append(n)  # (4) odd=[1]; ", step: "(8) odd=[1, 3];", after: "" },
  { id: "semcoder", before: "odd.append(n) # … ", step: '[STATE-7] {"odd": [1, 3]} [/STATE-7]', after: "" },
  { id: "codeexecutor", before: "", step: "<line> <5> <state> … odd : [ 1 , 3 ] …", after: " </state>" },
  { id: "concise", before: "", step: "[L6] odd = [1, 3] [/L6]", after: "" },
  { id: "scratchpad", before: "", step: 'state: {"n": 3, "odd": [1, 3], …}', after: "" },
];

/** The same step of one execution as five formats write it. */
export function OneStepFigure() {
  return (
    <figure className="rounded-lg border border-line bg-surface max-lg:hidden">
      <figcaption className="border-b border-line px-4 py-2 text-soft">
        One step, <code>odd.append(3)</code>, as five formats write it
      </figcaption>
      <ul className="grid gap-2.5 px-4 py-3">
        {rows.map(({ id, before, step, after }) => {
          const adapter = listAdapters().find((known) => known.id === id);
          return adapter === undefined ? null : (
            <li key={id} className="flex items-center gap-3">
              <AdapterMark adapter={adapter} />
              <code className="truncate whitespace-pre text-soft">
                {before}
                <span className="rounded-xs bg-mark text-ink shadow-[inset_0_-2px_0_var(--mark-edge)]">{step}</span>
                {after}
              </code>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
