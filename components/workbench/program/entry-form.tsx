"use client";
import { Play, Square } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Keys } from "@/components/ui/keys";
import { Select } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import type { Entry } from "@/lib/recordings/schema";
import { useProgram, useWorkbench } from "../workbench-context";

const kinds = [
  { value: "call", label: "Call", detail: "Evaluate one expression, such as f(1, 2), and record what it does." },
  { value: "script", label: "Script", detail: "Run the file from top to bottom, with text on standard input." },
  { value: "test", label: "Test", detail: "Run test code that uses the program." },
] as const;

const empty: Record<Entry["kind"], Entry> = {
  call: { kind: "call", expression: "" },
  script: { kind: "script", stdin: "" },
  test: { kind: "test", code: "" },
};

/** How the program is started, and the button that records it. */
export function EntryForm({ onRecord }: { onRecord: () => void }) {
  const { dispatch, recorder, readOnly } = useWorkbench();
  const { entry } = useProgram();
  // What was typed for the other kinds comes back when one of them is chosen again.
  const typed = useRef({ ...empty });
  typed.current[entry.kind] = entry;
  const choose = (kind: string) => {
    const chosen = kinds.find(({ value }) => value === kind);
    if (chosen !== undefined) dispatch({ type: "entry-edited", entry: typed.current[chosen.value] });
  };
  return (
    <form
      aria-label="Start"
      className="grid gap-2 border-t border-line px-3 py-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        onRecord();
      }}
    >
      <div className="flex items-start gap-2">
        <Select label="Start as" look="field" value={entry.kind} choices={kinds} onChange={choose} className="shrink-0" />
        <EntryText entry={entry} readOnly={readOnly} onChange={(next) => dispatch({ type: "entry-edited", entry: next })} />
        {recorder.isRunning ? (
          <Button onClick={recorder.cancel}>
            <Square size={11} fill="currentColor" aria-hidden /> Cancel
          </Button>
        ) : (
          <Button type="submit" look="main" disabled={readOnly}>
            <Play size={11} fill="currentColor" aria-hidden /> Record
          </Button>
        )}
      </div>
      {entry.kind === "call" ? null : (
        <TextArea
          aria-label={entry.kind === "script" ? "Standard input" : "Test code"}
          placeholder={entry.kind === "script" ? "Text for input() and sys.stdin; may stay empty" : "assert f(2) == 4"}
          rows={4}
          readOnly={readOnly}
          className="w-full font-mono text-xs"
          value={entry.kind === "script" ? entry.stdin : entry.code}
          onChange={(event) =>
            dispatch({
              type: "entry-edited",
              entry:
                entry.kind === "script"
                  ? { kind: "script", stdin: event.target.value }
                  : { kind: "test", code: event.target.value },
            })
          }
        />
      )}
    </form>
  );
}

function EntryText({ entry, readOnly, onChange }: { entry: Entry; readOnly: boolean; onChange: (entry: Entry) => void }) {
  if (entry.kind !== "call") {
    return (
      <span className="flex h-7 min-w-0 grow items-center justify-end gap-2 text-soft">
        <Keys keys="mod+enter" />
      </span>
    );
  }
  return (
    <TextField
      aria-label="Call expression"
      placeholder="f(1, 2)"
      readOnly={readOnly}
      className="w-full grow font-mono text-xs"
      value={entry.expression}
      onChange={(event) => onChange({ kind: "call", expression: event.target.value })}
    />
  );
}
