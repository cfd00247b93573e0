import Link from "next/link";
import { connection } from "next/server";
import { listExamples } from "@/lib/examples/data";

export async function ExampleList() {
  await connection();
  const examples = await listExamples();
  if (examples.length === 0)
    return <p className="text-soft">This server has no examples. Paste a program of your own in the workbench.</p>;
  return (
    <ul className="border-t border-line">
      {examples.map(({ slug, title, description, source }) => (
        <li key={slug} className="border-b border-line">
          <Link
            href={`/trace?example=${slug}`}
            className="group -mx-2 flex items-baseline gap-4 rounded-md px-2 py-2 hover:bg-sunken"
          >
            <span className="min-w-0 grow">
              <span className="font-medium group-hover:text-accent">{title}</span>
              <span className="block text-soft">{description}</span>
            </span>
            <span className="shrink-0 text-faint tabular-nums">{source.trimEnd().split("\n").length} lines</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
