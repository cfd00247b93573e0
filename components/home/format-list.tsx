import { AdapterMark } from "@/components/workbench/panes/adapter-mark";
import { listAdapters } from "@/lib/adapters/registry";

/** Every format with its source and what it shows. */
export function FormatList() {
  return (
    <ul className="grid gap-x-12 border-t border-line lg:grid-cols-2">
      {listAdapters().map((adapter) => (
        <li key={adapter.id} className="border-b border-line py-3">
          <div className="flex items-center gap-2">
            <AdapterMark adapter={adapter} />
            <h3 className="font-medium">{adapter.title}</h3>
            <code className="text-faint">{adapter.id}</code>
          </div>
          <p className="mt-1 text-soft">{adapter.description}</p>
          <a href={adapter.paper.url} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-2">
            {adapter.paper.title}
          </a>
        </li>
      ))}
    </ul>
  );
}
