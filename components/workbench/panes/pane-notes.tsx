"use client";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { Note } from "@/lib/adapters/adapter";

const titles: Record<Note["kind"], string> = {
  elided: "Left out",
  truncated: "Cut",
  "not-representable": "The format cannot show",
  assumption: "Assumed",
};

/** What a text leaves out or assumes. The first in words, the others on demand; nothing is dropped silently. */
export function PaneNotes({ notes }: { notes: readonly Note[] }) {
  const losses = notes.filter((note) => note.kind !== "assumption");
  const [first] = losses;
  if (notes.length === 0) return <span className="truncate">nothing left out</span>;
  const summary = first === undefined ? "nothing left out" : inWords(first);
  const others = notes.length - (first === undefined ? 0 : 1);
  return (
    <Popover
      label="Notes"
      trigger={
        <Button look="link" size="text" className="min-w-0 shrink! justify-start gap-1.5 overflow-hidden decoration-dotted">
          <span className="truncate">{summary}</span>
          {others === 0 ? null : (
            <span className="shrink-0 text-faint">
              · {others} {others === 1 ? "note" : "notes"}
            </span>
          )}
        </Button>
      }
    >
      <h3 className="mb-2 font-semibold">Notes on this text</h3>
      <ul className="grid gap-2">
        {notes.map((note) => (
          <li key={`${note.kind}${note.message}`}>
            <span className="text-2xs font-semibold text-faint">
              {titles[note.kind]}
              {note.count > 1 ? ` · ${note.count.toLocaleString("en")} times` : ""}
            </span>
            <p>{note.message}</p>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function inWords(note: Note): string {
  return note.count > 1 ? `${note.message} (${note.count.toLocaleString("en")})` : note.message;
}
